// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-passage-strip-private.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#define REST_MS 150 /* of the view, before children follow it */
#define LEAST_SIZE 4

/* clang-format off */
/* While the focus is on a passage. */
static const AtlasKeyBinding bindings[] = {
  { "Left|KP_Left",              "passages.step",  "-1", N_ ("Passage that speaks of an earlier time"),   N_ ("Passages by date") },
  { "Right|KP_Right",            "passages.step",  "1",  N_ ("Passage that speaks of a later time"),      N_ ("Passages by date") },
  { "Up|KP_Up",                  "passages.row",   "-1", N_ ("Nearest passage of the section before"),    N_ ("Passages by date") },
  { "Down|KP_Down",              "passages.row",   "1",  N_ ("Nearest passage of the section after"),     N_ ("Passages by date") },
  { "Home|KP_Home",              "passages.end",   "-1", N_ ("Earliest passage"),                         N_ ("Passages by date") },
  { "End|KP_End",                "passages.end",   "1",  N_ ("Latest passage"),                           N_ ("Passages by date") },
  { "Return|KP_Enter|ISO_Enter", "passages.read",  NULL, N_ ("Read the passage"),                         N_ ("Passages by date") },
  { "plus|equal|KP_Add",         "timeline.zoom",  "1",  NULL,                                            N_ ("Passages by date") },
  { "minus|KP_Subtract",         "timeline.zoom",  "-1", NULL,                                            N_ ("Passages by date") },
  { "0|KP_0",                    "timeline.zoom",  "0",  NULL,                                            N_ ("Passages by date") },
  { "space",                     "timeline.play",  NULL, NULL,                                            N_ ("Passages by date") },
  { "t",                         "passages.tall",  NULL, N_ ("Rows with numbers, or low ones"),           N_ ("Passages by date") },
  { "Escape",                    "timeline.leave", NULL, N_ ("Leave the passages"),                       N_ ("Passages by date") },
};
/* clang-format on */

const AtlasKeyBinding *
atlas_passage_strip_get_key_bindings (guint *n_bindings)
{
  *n_bindings = G_N_ELEMENTS (bindings);

  return bindings;
}

/* Those that speak of days in view, in time order, and no more than there may be children; the focused one always. */
static GPtrArray *
list_visible (AtlasPassageStrip *self)
{
  GPtrArray        *visible = g_ptr_array_new ();
  AtlasTimelineView view = atlas_passage_strip_get_view (self);
  AtlasTimeSpan     range = atlas_time_scale_get_range (&view.scale, view.width);
  gboolean          has_focus = FALSE;

  for (guint i = 0; i < self->order->len && view.width > 0.0; i++)
    {
      AtlasPassage *passage = g_ptr_array_index (self->order, i);
      gboolean      focused = passage == self->focused;
      guint         room = ATLAS_PASSAGE_STRIP_MAX_MARKS - (self->focused != NULL && !has_focus ? 1 : 0);

      if (focused || (visible->len < room && atlas_passage_times_speaks_of (self->times, passage, range)))
        g_ptr_array_add (visible, passage);
      has_focus = has_focus || focused;
    }

  return visible;
}

static AtlasPassageMark *
get_mark (AtlasPassageStrip *self,
          guint              index)
{
  while (self->marks->len <= index)
    {
      GtkWidget *mark = atlas_passage_mark_new ();

      gtk_widget_set_parent (mark, GTK_WIDGET (self));
      g_ptr_array_add (self->marks, mark);
    }

  return g_ptr_array_index (self->marks, index);
}

AtlasPassageMark *
atlas_passage_strip_find_mark (AtlasPassageStrip  *self,
                               const AtlasPassage *passage)
{
  for (guint i = 0; i < self->n_used; i++)
    if (atlas_passage_mark_get_passage (g_ptr_array_index (self->marks, i)) == passage)
      return g_ptr_array_index (self->marks, i);

  return NULL;
}

static guint
get_position (AtlasPassageStrip  *self,
              const AtlasPassage *passage)
{
  guint position = 0;

  return g_ptr_array_find (self->order, passage, &position) ? position : G_MAXUINT;
}

void
atlas_passage_strip_sync (AtlasPassageStrip *self)
{
  GtkWidget          *focus_child = gtk_widget_get_focus_child (GTK_WIDGET (self));
  const AtlasPassage *current = atlas_passage_strip_get_current (self);
  AtlasPassageMark   *heir = NULL;
  g_autoptr (GPtrArray) visible = list_visible (self);

  g_clear_handle_id (&self->sync_source, g_source_remove);

  for (guint i = 0; i < visible->len; i++)
    {
      const AtlasPassage *passage = g_ptr_array_index (visible, i);
      AtlasPassageMark   *mark = get_mark (self, i);

      atlas_passage_mark_set_passage (mark, self->times, passage, get_position (self, passage), self->order->len);
      atlas_passage_mark_set_current (mark, passage == current);
      gtk_widget_set_visible (GTK_WIDGET (mark), TRUE);
    }
  self->n_used = visible->len;

  /* The focus stays with the passage, whichever child stands for it now. */
  heir = self->focused != NULL && ATLAS_IS_PASSAGE_MARK (focus_child) ? atlas_passage_strip_find_mark (self, self->focused) : NULL;
  if (heir != NULL && !gtk_widget_has_focus (GTK_WIDGET (heir)))
    gtk_widget_grab_focus (GTK_WIDGET (heir));
  for (guint i = self->n_used; i < self->marks->len; i++)
    {
      gtk_widget_set_visible (g_ptr_array_index (self->marks, i), FALSE);
      atlas_passage_mark_set_passage (g_ptr_array_index (self->marks, i), NULL, NULL, 0, 0);
    }

  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
sync_cb (gpointer user_data)
{
  AtlasPassageStrip *self = user_data;

  self->sync_source = 0;
  atlas_passage_strip_sync (self);

  return G_SOURCE_REMOVE;
}

void
atlas_passage_strip_queue_sync (AtlasPassageStrip *self)
{
  g_clear_handle_id (&self->sync_source, g_source_remove);
  self->sync_source = g_timeout_add (REST_MS, sync_cb, self);
}

void
atlas_passage_strip_allocate_marks (AtlasPassageStrip *self)
{
  AtlasTimelineView view = atlas_passage_strip_get_view (self);

  for (guint i = 0; i < self->n_used; i++)
    {
      GtkWidget        *mark = g_ptr_array_index (self->marks, i);
      cairo_rectangle_t box = atlas_passage_painter_get_box (self->painter, &view, atlas_passage_mark_get_passage (ATLAS_PASSAGE_MARK (mark)));
      double            x0 = CLAMP (box.x, 0.0, MAX (view.width - LEAST_SIZE, 0.0));
      double            x1 = CLAMP (box.x + box.width, x0 + LEAST_SIZE, MAX (view.width, x0 + LEAST_SIZE));

      gtk_widget_measure (mark, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (mark, &(GtkAllocation){ (int) (x0 + ATLAS_TIMELINE_GUTTER), (int) box.y, (int) ceil (x1 - x0), MAX ((int) ceil (box.height), LEAST_SIZE) }, -1);
    }
}

/* The passage that is read, the one that had the focus, or the first in view. */
const AtlasPassage *
atlas_passage_strip_get_focus (AtlasPassageStrip *self)
{
  const AtlasPassage *current = atlas_passage_strip_get_current (self);
  g_autoptr (GPtrArray) visible = NULL;

  if (self->focused != NULL)
    return self->focused;
  if (current != NULL && get_position (self, current) != G_MAXUINT)
    return current;

  visible = list_visible (self);
  if (visible->len > 0)
    return g_ptr_array_index (visible, 0);

  return self->order->len > 0 ? g_ptr_array_index (self->order, 0) : NULL;
}

/* Brings what a passage speaks of most into view; how wide a day is stays the same. */
static void
bring_into_view (AtlasPassageStrip  *self,
                 const AtlasPassage *passage)
{
  AtlasTimeScale scale = atlas_timeline_axis_get_aim (self->axis);
  double         width = atlas_timeline_axis_get_width (self->axis);
  AtlasTimeSpan  days = atlas_passage_times_get_span (self->times, passage);

  if (width <= 0.0 || (atlas_time_scale_get_x (&scale, days.end) > 0.0 && atlas_time_scale_get_x (&scale, days.begin) < width))
    return;

  scale.begin = (days.begin + days.end) / 2.0 - width / scale.px_per_day / 2.0;
  atlas_timeline_axis_glide_to (self->axis, scale);
}

gboolean
atlas_passage_strip_focus_passage (AtlasPassageStrip  *self,
                                   const AtlasPassage *passage,
                                   gboolean            reveal)
{
  AtlasPassageMark *mark = NULL;

  if (passage == NULL || get_position (self, passage) == G_MAXUINT)
    return FALSE;

  self->focused = passage;
  if (reveal)
    bring_into_view (self, passage);
  atlas_passage_strip_sync (self);
  mark = atlas_passage_strip_find_mark (self, passage);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (mark == NULL || !gtk_widget_grab_focus (GTK_WIDGET (mark)))
    return FALSE;

  atlas_passage_strip_light (self, passage); /* what has the focus is lit everywhere */

  return TRUE;
}

static void
step_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  AtlasPassageStrip  *self = ATLAS_PASSAGE_STRIP (widget);
  const AtlasPassage *focus = atlas_passage_strip_get_focus (self);
  gint64              to = focus != NULL ? (gint64) get_position (self, focus) + g_variant_get_int32 (parameter) : -1;

  if (to >= 0 && to < self->order->len)
    atlas_passage_strip_focus_passage (self, g_ptr_array_index (self->order, to), TRUE);
}

static void
end_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  AtlasPassageStrip *self = ATLAS_PASSAGE_STRIP (widget);

  if (self->order->len > 0)
    atlas_passage_strip_focus_passage (self, g_ptr_array_index (self->order, g_variant_get_int32 (parameter) < 0 ? 0 : self->order->len - 1), TRUE);
}

static double
get_middle (AtlasPassageStrip  *self,
            const AtlasPassage *passage)
{
  AtlasTimeSpan days = atlas_passage_times_get_span (self->times, passage);

  return (days.begin + (double) days.end) / 2.0;
}

/* The one nearest in time in the next row that has any. */
static void
row_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  AtlasPassageStrip  *self = ATLAS_PASSAGE_STRIP (widget);
  const AtlasPassage *focus = atlas_passage_strip_get_focus (self);
  const AtlasPassage *best = NULL;
  int                 direction = g_variant_get_int32 (parameter);
  int                 n_rows = (int) atlas_passage_painter_get_n_rows (self->painter);

  if (focus == NULL)
    return;

  for (int row = (int) atlas_passage_painter_get_row (self->painter, focus) + direction; best == NULL && row >= 0 && row < n_rows; row += direction)
    for (guint i = 0; i < self->order->len; i++)
      {
        const AtlasPassage *passage = g_ptr_array_index (self->order, i);

        if ((int) atlas_passage_painter_get_row (self->painter, passage) == row &&
            (best == NULL || fabs (get_middle (self, passage) - get_middle (self, focus)) < fabs (get_middle (self, best) - get_middle (self, focus))))
          best = passage;
      }

  atlas_passage_strip_focus_passage (self, best, TRUE);
}

static void
read_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  AtlasPassageStrip  *self = ATLAS_PASSAGE_STRIP (widget);
  const AtlasPassage *focus = atlas_passage_strip_get_focus (self);

  if (focus != NULL)
    atlas_passage_strip_read (self, focus);
}

static void
tall_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  AtlasPassageStrip *self = ATLAS_PASSAGE_STRIP (widget);

  atlas_passage_strip_set_tall (self, !self->tall);
}

void
atlas_passage_strip_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "passages.step", "i", step_action);
  gtk_widget_class_install_action (widget_class, "passages.row", "i", row_action);
  gtk_widget_class_install_action (widget_class, "passages.end", "i", end_action);
  gtk_widget_class_install_action (widget_class, "passages.read", NULL, read_action);
  gtk_widget_class_install_action (widget_class, "passages.tall", NULL, tall_action);
}
