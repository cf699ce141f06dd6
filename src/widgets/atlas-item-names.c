// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-item-names.h"

/* On a way places do for so long, µs, or for so many times the size. */
#define ON_WAY_TIME 220000
#define ON_WAY_LEAST 0.5
#define ON_WAY_MOST 2.0

void
atlas_item_names_clear (AtlasItemNames *self)
{
  g_clear_pointer (&self->labels, g_array_unref);
}

static double
get_growth (const AtlasItemNames *self,
            const AtlasMapFrame  *frame)
{
  return frame->to_px.xx / self->frame.to_px.xx;
}

static gboolean
is_stale (const AtlasItemNames *self,
          AtlasMapScene        *scene,
          const AtlasMapFrame  *frame)
{
  return self->labels == NULL || self->serial != atlas_map_scene_get_serial (scene) || g_get_monotonic_time () - self->time > ON_WAY_TIME ||
         get_growth (self, frame) < ON_WAY_LEAST || get_growth (self, frame) > ON_WAY_MOST;
}

/* Each as large as it was, where its anchor is now. */
static GArray *
move (const AtlasItemNames *self,
      const AtlasMapFrame  *frame)
{
  GArray *labels = g_array_sized_new (FALSE, FALSE, sizeof (AtlasMapLabel), self->labels->len);
  double  growth = get_growth (self, frame);

  for (guint i = 0; i < self->labels->len; i++)
    {
      AtlasMapLabel label = g_array_index (self->labels, AtlasMapLabel, i);
      AtlasPoint    from = label.glyphs != NULL ? label.middle : label.anchor;
      double        dx = (from.x - self->frame.to_px.x0) * growth + frame->to_px.x0 - from.x;
      double        dy = (from.y - self->frame.to_px.y0) * growth + frame->to_px.y0 - from.y;

      label.anchor = (AtlasPoint){ label.anchor.x + dx, label.anchor.y + dy };
      label.middle = (AtlasPoint){ label.middle.x + dx, label.middle.y + dy };
      label.box = (AtlasBox){ label.box.x0 + dx, label.box.y0 + dy, label.box.x1 + dx, label.box.y1 + dy };
      g_array_append_val (labels, label);
    }

  return labels;
}

GArray *
atlas_item_names_place (AtlasItemNames      *self,
                        AtlasMapScene       *scene,
                        const AtlasMapFrame *frame,
                        gboolean             on_way)
{
  if (on_way && !is_stale (self, scene, frame))
    return move (self, frame);

  g_clear_pointer (&self->labels, g_array_unref);
  self->labels = atlas_map_painter_collect_labels (scene, frame);
  self->frame = *frame;
  self->frame.covers = NULL; /* the caller's */
  self->frame.n_covers = 0;
  self->serial = atlas_map_scene_get_serial (scene);
  self->time = g_get_monotonic_time ();

  return g_array_ref (self->labels);
}
