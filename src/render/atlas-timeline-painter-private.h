// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-map-style.h"
#include "atlas-timeline-layout-private.h"
#include "atlas-timeline-names.h"
#include "atlas-timeline-painter.h"
#include "atlas-timeline-sprite.h"

#include <math.h>
#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Inks that only the timeline has; those of kinds are the map's. */
typedef struct
{
  AtlasColor ground;     /* under the lanes */
  AtlasColor shade;      /* over every other lane */
  AtlasColor ruler;      /* under the ruler and the names of the lanes */
  AtlasColor hairline;   /* between lanes, round the ruler */
  AtlasColor grid_major; /* where a larger unit begins */
  AtlasColor grid_minor;
  AtlasColor text;
  AtlasColor faint;      /* text that stands back */
  AtlasColor band;       /* wash of a period */
  AtlasColor war;        /* wash of a war */
  AtlasColor today;
  AtlasColor not_yet;    /* stipple of the days after today */
  AtlasColor clock;
  AtlasColor clock_text;
  AtlasColor beyond;     /* over the days after an "up to" clock */
  AtlasColor density;    /* how much happens */
  AtlasColor window;     /* handles and edges of the window of time */
  AtlasColor veil;       /* over the days outside it */
} AtlasTimelineInks;

const AtlasTimelineInks *atlas_timeline_inks_get        (AtlasPaletteId            palette);

struct _AtlasTimelinePainter
{
  PangoContext         *context;
  char                 *language;
  double                line_height;
  double                digit_width;
  AtlasTimelineNames   *names;
  AtlasTimelineSprites *sprites;
  GHashTable           *titles; /* name of a lane → how it is drawn */
  PangoLayout          *plain;  /* to be set to any text */
  GArray               *marks;  /* of AtlasTimelineMark: what is in view, in one frame */
  int                   patience; /* names that are shaped for one frame; negative: all */
};

/* What is drawn of an entry in a frame. */
typedef struct
{
  const AtlasTimelineEntry *entry;
  cairo_rectangle_t         box;      /* of its mark, or of the cluster it is in */
  double                    strength; /* of its inks: less where it is only hinted at */
  gboolean                  is_named; /* there is room for its name */
} AtlasTimelineMark;

/* What marks are drawn with. */
typedef struct
{
  cairo_t                  *cr;
  const AtlasTimelineFrame *frame;
  const AtlasTimelineInks  *inks;
  AtlasTimelineSprites     *sprites;
  guint32                   ink; /* 0xRRGGBB */
  double                    strength;
} AtlasTimelinePen;

/* How a side of a bar is drawn. */
typedef struct
{
  AtlasTimelineEdge edge;
  double            width; /* px that the days take which it may begin or end on */
} AtlasTimelineEnd;

#define ATLAS_TIMELINE_HINT 0.34 /* strength of what is only hinted at */

/* All that is drawn stands on whole px, so that edges are sharp and nothing shimmers while the view moves. */
static inline double
atlas_timeline_snap (double x)
{
  return floor (x + 0.5);
}

/* Fills a box on whole px, with a sharp, light, soft or hatched stretch at its ends. */
void                     atlas_timeline_pen_fill        (const AtlasTimelinePen   *pen,
                                                         AtlasTimelineFill         fill,
                                                         cairo_rectangle_t         box,
                                                         AtlasTimelineEnd          left,
                                                         AtlasTimelineEnd          right);
void                     atlas_timeline_pen_fill_plain  (const AtlasTimelinePen   *pen,
                                                         AtlasTimelineFill         fill,
                                                         cairo_rectangle_t         box);

/* A shaped text in a size: 1 is a name's. (transfer none), valid until the next call. */
PangoLayout             *atlas_timeline_painter_shape   (AtlasTimelinePainter     *self,
                                                         const char               *text,
                                                         double                    size,
                                                         gboolean                  bold,
                                                         int                       letter_spacing); /* 1024ths of a pt */
double                   atlas_timeline_painter_show_text (cairo_t                *cr,
                                                           PangoLayout            *layout,
                                                           double                  x,
                                                           double                  middle_y); /* returns its width */
/* The mark of one entry: bar or point. */
void                     atlas_timeline_paint_mark      (AtlasTimelinePainter     *self,
                                                         cairo_t                  *cr,
                                                         const AtlasTimelineFrame *frame,
                                                         const AtlasTimelineMark  *mark);
/* The symbol of one entry alone, round the px that @x, @y is in. */
void                     atlas_timeline_paint_symbol    (AtlasTimelinePainter     *self,
                                                         cairo_t                  *cr,
                                                         const AtlasTimelineFrame *frame,
                                                         const AtlasTimelineEntry *entry,
                                                         double                    x,
                                                         double                    y,
                                                         double                    radius,
                                                         double                    strength);
/* Counts of what is in clusters. */
void                     atlas_timeline_paint_clusters  (AtlasTimelinePainter     *self,
                                                         cairo_t                  *cr,
                                                         const AtlasTimelineFrame *frame);
/* The wash of what all lanes have lived through: wars. */
void                     atlas_timeline_paint_across    (cairo_t                  *cr,
                                                         const AtlasTimelineFrame *frame);
/* A period's heading and the wash down its lane. */
void                     atlas_timeline_paint_band      (cairo_t                  *cr,
                                                         const AtlasTimelineFrame *frame,
                                                         const AtlasTimelineMark  *mark);
/* What is selected, hovered or focused, over all else. */
void                     atlas_timeline_paint_lit       (AtlasTimelinePainter     *self,
                                                         cairo_t                  *cr,
                                                         const AtlasTimelineFrame *frame);
/* The ground of the days after today, and the word "today" where nothing is in its way. */
void                     atlas_timeline_paint_not_yet   (AtlasTimelinePainter     *self,
                                                         cairo_t                  *cr,
                                                         const AtlasTimelineFrame *frame);
void                     atlas_timeline_paint_today_word (AtlasTimelinePainter    *self,
                                                          cairo_t                 *cr,
                                                          const AtlasTimelineFrame *frame);
/* The paper of a lane's name that stands in the lanes, for want of room in the gutter; width 0: it stands there. */
cairo_rectangle_t        atlas_timeline_painter_get_title_box (AtlasTimelinePainter     *self,
                                                               const AtlasTimelineFrame *frame,
                                                               guint                     lane);
/* The names of lanes for which the gutter has no room, under all marks: nothing is hidden by them. */
void                     atlas_timeline_paint_level_titles (AtlasTimelinePainter     *self,
                                                            cairo_t                  *cr,
                                                            const AtlasTimelineFrame *frame);
/* A table for @titles. */
GHashTable              *atlas_timeline_titles_new      (void);
/* The names of the lanes, in the gutter from 0, 0. */
void                     atlas_timeline_paint_gutter    (AtlasTimelinePainter     *self,
                                                         cairo_t                  *cr,
                                                         const AtlasTimelineFrame *frame);
/* Lines of the grid in the lanes. */
void                     atlas_timeline_paint_grid      (cairo_t                  *cr,
                                                         const AtlasTimelineFrame *frame,
                                                         GArray                   *ticks);

/* A label on the ruler. */
typedef struct
{
  const char       *text; /* borrowed from the ticks */
  AtlasTimeTickRank rank;
  double            x;    /* px */
  double            width;
  double            strength; /* of its ink: 0 to 1 */
} AtlasTimelineRulerLabel;

/* The labels that have room: none overlaps another or is cut at a side. (transfer full): of AtlasTimelineRulerLabel */
GArray                  *atlas_timeline_place_ruler_labels (AtlasTimelinePainter     *self,
                                                            const AtlasTimelineFrame *frame,
                                                            GArray                   *ticks,
                                                            const char               *sticky, /* (nullable) */
                                                            const AtlasTimelineFlag   flags[2]);
void                     atlas_timeline_paint_flags     (AtlasTimelinePainter     *self,
                                                         cairo_t                  *cr,
                                                         const AtlasTimelineFrame *frame,
                                                         const AtlasTimelineFlag   flags[2]);

G_END_DECLS
