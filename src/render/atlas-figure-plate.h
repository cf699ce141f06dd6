// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-figure-content.h"
#include "atlas-figure-layout.h"
#include "atlas-figure-type.h"

G_BEGIN_DECLS

/* Draws what else is read before the map, in the px of the plate. */
typedef void (*AtlasFigureMoreFunc) (cairo_t *cr,
                                     gpointer user_data);

/**
 * AtlasFigurePlate:
 *
 * A figure that is composed and ready to be drawn. All px in it are those of its type: @unit of them are a px of the figure.
 */
typedef struct
{
  AtlasFigureContent *content;
  AtlasBasemap       *basemap;  /* (nullable) */
  AtlasFigureSpec     spec;     /* title and language are not looked at */
  AtlasPaletteId      palette;
  gboolean            is_paper; /* its px have a size in mm: the scale of the map is said */
  gboolean            is_tagged; /* its surface takes links */
  PangoContext       *fonts;
  double              unit;
  double              width, height;
  AtlasFigureLayout   layout;
  cairo_rectangle_t   map;      /* inside of the frame */
  AtlasCamera         camera;
  GArray             *legend;   /* of AtlasLegendRow */
  guint               first_reference; /* of those that are listed: others were on a page before */
  gboolean            continues;      /* what there is no room for is on the next page */
  gboolean            with_addresses; /* references with their addresses */
  guint               page;           /* its number, from 1; 0: it is not one of several */
  guint               n_pages;        /* of all */
  const char         *name;           /* (nullable): what a link in the same file leads to it by */
  AtlasFigureMoreFunc paint_more;     /* (nullable) */
  gpointer            user_data;      /* for that */
} AtlasFigurePlate;

/**
 * atlas_figure_plate_new:
 * @content: (transfer full): what is written
 * @basemap: (nullable): what lies under the map
 * @spec: of what it is made
 * @palette: the inks
 * @is_paper: whether its px have a size in mm
 *
 * Composes a figure.
 *
 * Returns: (transfer full): the plate
 */
AtlasFigurePlate *atlas_figure_plate_new   (AtlasFigureContent    *content,
                                            AtlasBasemap          *basemap,
                                            const AtlasFigureSpec *spec,
                                            AtlasPaletteId         palette,
                                            gboolean               is_paper) G_GNUC_WARN_UNUSED_RESULT;
void              atlas_figure_plate_free  (AtlasFigurePlate      *self);
/* Fits the map into its box. */
void              atlas_figure_plate_fit_map (AtlasFigurePlate     *self);
/* Makes it a page of references alone, with their addresses, from the @first on. */
void              atlas_figure_plate_turn_to_references (AtlasFigurePlate *self,
                                                         guint             first);
/* Draws it from 0, 0 to the size of its spec, in the px of that. */
void              atlas_figure_plate_paint (AtlasFigurePlate      *self,
                                            cairo_t               *cr);

/* Its parts, each in a file of its own. */
void              atlas_figure_paint_map        (AtlasFigurePlate *self,
                                                 cairo_t          *cr);
void              atlas_figure_paint_timeline   (AtlasFigurePlate *self,
                                                 cairo_t          *cr);
double            atlas_figure_measure_legend   (AtlasFigurePlate *self,
                                                 double            width);
void              atlas_figure_paint_legend     (AtlasFigurePlate *self,
                                                 cairo_t          *cr);
double            atlas_figure_measure_references (AtlasFigurePlate *self,
                                                   double            width);
void              atlas_figure_paint_references (AtlasFigurePlate *self,
                                                 cairo_t          *cr);
/* How many of the references that are to be listed there is room for. */
guint             atlas_figure_count_references (AtlasFigurePlate *self);
/* A heading in capitals over a thin line; how much room it takes, px. */
double            atlas_figure_paint_heading    (AtlasFigurePlate *self,
                                                 cairo_t          *cr,
                                                 const char       *text,
                                                 double            x,
                                                 double            y,
                                                 double            width);
#define ATLAS_FIGURE_HEADING_HEIGHT 22.0
#define ATLAS_FIGURE_QUESTION_PADDING 12.0

/* Whose it is, and how to cite it: as long as the figure has room for. */
const char       *atlas_figure_plate_get_credits  (AtlasFigurePlate *self);
const char       *atlas_figure_plate_get_citation (AtlasFigurePlate *self);

/* The size of type in which a text has few enough lines. */
AtlasFigureTypeId atlas_figure_plate_choose_title (AtlasFigurePlate *self,
                                                   double            width);
AtlasFigureTypeId atlas_figure_plate_choose_date  (AtlasFigurePlate *self,
                                                   double            width);
AtlasFigureTypeId atlas_figure_plate_choose_text  (AtlasFigurePlate *self,
                                                   double            width);

/* What is drawn between is an element of the file's structure, "H1", "P" or "Figure", where the surface takes some. No element may
 * go over pages: cairo 1.16 loses count then. */
void              atlas_figure_begin_element    (AtlasFigurePlate *self,
                                                 cairo_t          *cr,
                                                 const char       *element);
void              atlas_figure_end_element      (AtlasFigurePlate *self,
                                                 cairo_t          *cr,
                                                 const char       *element);

/* Writes a layout with its top left corner at @x, @y. */
void              atlas_figure_show             (cairo_t          *cr,
                                                 PangoLayout      *layout,
                                                 AtlasColor        ink,
                                                 double            x,
                                                 double            y);
/* The same as a link where the surface takes some: @uri is what it leads to. */
void              atlas_figure_show_link        (AtlasFigurePlate *self,
                                                 cairo_t          *cr,
                                                 PangoLayout      *layout,
                                                 AtlasColor        ink,
                                                 double            x,
                                                 double            y,
                                                 const char       *uri);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasFigurePlate, atlas_figure_plate_free)

G_END_DECLS
