// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-map-style.h"
#include "atlas-timeline-layout-private.h"
#include "atlas-timeline-painter.h"

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
  AtlasColor today;
  AtlasColor clock;
  AtlasColor clock_text;
  AtlasColor beyond;     /* over the days after an "up to" clock */
  AtlasColor density;    /* how much happens */
  AtlasColor window;     /* handles and edges of the window of time */
  AtlasColor veil;       /* over the days outside it */
} AtlasTimelineInks;

/* How the fill of a bar tells a status without its colour. */
typedef enum
{
  ATLAS_TIMELINE_FILL_SOLID,
  ATLAS_TIMELINE_FILL_TINT,   /* a wash and an outline */
  ATLAS_TIMELINE_FILL_HATCH,  /* rising strokes in an outline */
  ATLAS_TIMELINE_FILL_DOTS,   /* a dotted outline, paper inside */
  ATLAS_TIMELINE_FILL_RUNGS,  /* upright strokes between two rails */
  ATLAS_TIMELINE_FILL_LINE,   /* a hairline along the middle */
} AtlasTimelineFill;

const AtlasTimelineInks *atlas_timeline_inks_get        (AtlasPaletteId            palette);
AtlasTimelineFill        atlas_timeline_fill_get        (AtlasStatus               status);

struct _AtlasTimelinePainter
{
  PangoContext *context;
  char         *language;
  double        line_height;
  double        digit_width;
  GHashTable   *names;  /* AtlasItem (borrowed) → PangoLayout of its name */
  GHashTable   *widths; /* AtlasItem (borrowed) → width of its whole name, px */
  PangoLayout  *plain;  /* to be set to any text */
};

/* A shaped text in a size: 1 is a name's. (transfer none), valid until the next call. */
PangoLayout             *atlas_timeline_painter_shape   (AtlasTimelinePainter     *self,
                                                         const char               *text,
                                                         double                    size,
                                                         gboolean                  bold,
                                                         int                       letter_spacing); /* 1024ths of a pt */
PangoLayout             *atlas_timeline_painter_get_name (AtlasTimelinePainter    *self,
                                                          AtlasItem               *item);
double                   atlas_timeline_painter_show_text (cairo_t                *cr,
                                                           PangoLayout            *layout,
                                                           double                  x,
                                                           double                  middle_y); /* returns its width */
/* The mark of one entry: bar or point. @strength: factor of all alphas. */
void                     atlas_timeline_paint_mark      (cairo_t                  *cr,
                                                         const AtlasTimelineFrame *frame,
                                                         const AtlasTimelineEntry *entry,
                                                         double                    strength);
void                     atlas_timeline_paint_band      (cairo_t                  *cr,
                                                         const AtlasTimelineFrame *frame,
                                                         const AtlasTimelineEntry *entry,
                                                         double                    strength);
/* Lines of the grid in the lanes, and the ruler over them. */
void                     atlas_timeline_paint_grid      (cairo_t                  *cr,
                                                         const AtlasTimelineFrame *frame,
                                                         GArray                   *ticks);
void                     atlas_timeline_paint_ruler     (AtlasTimelinePainter     *self,
                                                         cairo_t                  *cr,
                                                         const AtlasTimelineFrame *frame,
                                                         GArray                   *ticks,
                                                         const char               *sticky);
/* Grip and flag of the clock on the ruler. */
void                     atlas_timeline_paint_flag      (AtlasTimelinePainter     *self,
                                                         cairo_t                  *cr,
                                                         const AtlasTimelineFrame *frame);

G_END_DECLS
