// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-basemap.h"
#include "atlas-dataset.h"
#include "atlas-figure-format.h"
#include "atlas-session-state.h"
#include "atlas-tour.h"

#include <cairo.h>

G_BEGIN_DECLS

/* The palette of the format: print for PDF, light for the others. */
#define ATLAS_FIGURE_PALETTE_AUTO ATLAS_N_PALETTES

/**
 * AtlasFigureSpec:
 * @width: px, of which 96 are an inch
 * @height: px
 * @scale: device px a px, 1 to 4; of images only
 * @palette: the inks; %ATLAS_FIGURE_PALETTE_AUTO: those of the format
 * @with_title: whether title, the state in words and the name of the atlas head it
 * @with_timeline: whether there is a timeline
 * @with_legend: whether what is in view is explained
 * @with_references: whether the sources of what is selected are listed
 * @title: (nullable): instead of the name of the selected item, or of the atlas
 * @language: (nullable): BCP 47, of the names of items; %NULL: that of the state
 *
 * What a figure is made of: a map of what a state shows, and what belongs to a printed map.
 */
typedef struct
{
  double         width, height;
  double         scale;
  AtlasPaletteId palette;
  gboolean       with_title;
  gboolean       with_timeline;
  gboolean       with_legend;
  gboolean       with_references;
  const char    *title;
  const char    *language;
} AtlasFigureSpec;

#define ATLAS_FIGURE_SPEC_DEFAULT ((AtlasFigureSpec){ 1600.0, 900.0, 1.0, ATLAS_FIGURE_PALETTE_AUTO, TRUE, TRUE, TRUE, TRUE, NULL, NULL })

/* @done of @all pages or files are made; called in the thread that makes them. */
typedef void (*AtlasFigureProgress) (guint    done,
                                     guint    all,
                                     gpointer user_data);

/**
 * atlas_figure_paint:
 * @cr: a context in px
 * @dataset: the atlas
 * @basemap: (nullable): what lies under its map
 * @state: what is looked at
 * @spec: of what the figure is made; its scale is the context's
 *
 * Draws a figure of a view, from 0, 0 to the size of @spec: what atlas_figure_write() writes, for a preview.
 */
void     atlas_figure_paint         (cairo_t                 *cr,
                                     AtlasDataset            *dataset,
                                     AtlasBasemap            *basemap,
                                     const AtlasSessionState *state,
                                     const AtlasFigureSpec   *spec);

/**
 * atlas_figure_write:
 * @dataset: the atlas
 * @basemap: (nullable): what lies under its map
 * @state: what is looked at; without a camera the map shows the selected item, or what the atlas opens with
 * @spec: of what the figure is made
 * @format: how it is written
 * @file: where
 * @cancellable: (nullable): stops it
 * @error: return location: a #GIOErrorEnum
 *
 * Writes a figure of a view. The file is written as a whole or not at all: an older one is as it was after an error.
 *
 * Any thread may do that, while nobody else uses @state and @spec.
 *
 * Returns: whether it is written
 */
gboolean atlas_figure_write         (AtlasDataset            *dataset,
                                     AtlasBasemap            *basemap,
                                     const AtlasSessionState *state,
                                     const AtlasFigureSpec   *spec,
                                     const AtlasFigureFormat *format,
                                     GFile                   *file,
                                     GCancellable            *cancellable,
                                     GError                 **error);

/**
 * atlas_figure_paint_step:
 * @cr: a context in px
 * @dataset: the atlas
 * @basemap: (nullable): what lies under its maps
 * @tour: a tour of the atlas
 * @position: of a step, from 0
 * @spec: of what its page is made; its scale is the context's
 *
 * Draws the page of a step, as in a handout.
 */
void     atlas_figure_paint_step    (cairo_t                 *cr,
                                     AtlasDataset            *dataset,
                                     AtlasBasemap            *basemap,
                                     AtlasTour               *tour,
                                     guint                    position,
                                     const AtlasFigureSpec   *spec);

/**
 * atlas_figure_write_step:
 * @position: of a step, from 0
 *
 * Writes the page of one step, as atlas_figure_write() writes a view.
 *
 * Returns: whether it is written
 */
gboolean atlas_figure_write_step    (AtlasDataset            *dataset,
                                     AtlasBasemap            *basemap,
                                     AtlasTour               *tour,
                                     guint                    position,
                                     const AtlasFigureSpec   *spec,
                                     const AtlasFigureFormat *format,
                                     GFile                   *file,
                                     GCancellable            *cancellable,
                                     GError                 **error);

/**
 * atlas_figure_write_handout:
 * @dataset: the atlas
 * @basemap: (nullable): what lies under its maps
 * @tour: a tour of the atlas
 * @spec: of what its pages are made
 * @file: where
 * @progress: (nullable): told after each page
 * @user_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: return location: a #GIOErrorEnum
 *
 * Writes a tour as one PDF: a page with its title and contents, then a page for each step with map, timeline, text, question and
 * references. As atlas_figure_write() otherwise.
 *
 * Returns: whether it is written
 */
gboolean atlas_figure_write_handout (AtlasDataset            *dataset,
                                     AtlasBasemap            *basemap,
                                     AtlasTour               *tour,
                                     const AtlasFigureSpec   *spec,
                                     GFile                   *file,
                                     AtlasFigureProgress      progress,
                                     gpointer                 user_data,
                                     GCancellable            *cancellable,
                                     GError                 **error);

/**
 * atlas_figure_write_images:
 * @format: how each is written
 * @folder: where; made when it is not there
 *
 * Writes the steps of a tour as files step-01.png, step-02.png … Each is whole or not written at all; what was written before an
 * error stays.
 *
 * Returns: whether all are written
 */
gboolean atlas_figure_write_images  (AtlasDataset            *dataset,
                                     AtlasBasemap            *basemap,
                                     AtlasTour               *tour,
                                     const AtlasFigureSpec   *spec,
                                     const AtlasFigureFormat *format,
                                     GFile                   *folder,
                                     AtlasFigureProgress      progress,
                                     gpointer                 user_data,
                                     GCancellable            *cancellable,
                                     GError                 **error);

G_END_DECLS
