// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-stage-strip.h"

#include "atlas-edtf.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In the size of its figures. */
#define LINE 1.55 /* from the top to the line */
#define HEIGHT 3.2
#define MARK 0.34     /* radius of a mark */
#define MARK_NOW 0.72 /* of the step that one is at */
#define ROOM 1.15     /* between two marks */
#define FLAG 0.42     /* of the clock: its height, and its least width */
#define FIGURES 6.0   /* a year is written where the last one is so far */

struct _AtlasStageStrip
{
  GtkWidget          parent_instance;

  AtlasPresentation *presentation;
  AtlasTimeSpan      span;
  double             size; /* px */
};

G_DEFINE_FINAL_TYPE (AtlasStageStrip, atlas_stage_strip, GTK_TYPE_WIDGET)

AtlasTimeSpan
atlas_stage_strip_get_span (AtlasTour    *tour,
                            AtlasTimeSpan fallback)
{
  AtlasTimeSpan span = ATLAS_TIME_SPAN_INIT (G_MAXINT, G_MININT);

  for (guint i = 0; i < atlas_tour_get_n_steps (tour); i++)
    {
      const AtlasSessionState *state = atlas_tour_step_get_state (atlas_tour_get_step (tour, i));
      const AtlasTimeSpan      dates[] = { state->date, state->comparison };

      for (guint k = 0; k < G_N_ELEMENTS (dates); k++)
        if (!atlas_time_span_is_empty (dates[k]))
          span = ATLAS_TIME_SPAN_INIT (MIN (span.begin, dates[k].begin), MAX (span.end, dates[k].end));
    }

  if (atlas_time_span_is_empty (span))
    span = fallback;
  if (atlas_time_span_is_empty (span))
    return span;

  return ATLAS_TIME_SPAN_INIT (atlas_time_unit_around (ATLAS_TIME_UNIT_YEAR, span.begin).begin,
                               atlas_time_unit_around (ATLAS_TIME_UNIT_YEAR, span.end - 1).end);
}

static double
get_x (AtlasTimeSpan span,
       double        width,
       double        day)
{
  return width * (day - span.begin) / MAX (span.end - span.begin, 1);
}

static double
get_middle (AtlasTimeSpan span)
{
  return (span.begin + (double) span.end) / 2.0;
}

static int
compare_marks (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  GArray               *marks = user_data;
  guint                 i = *(const guint *) a;
  guint                 k = *(const guint *) b;
  const AtlasStageMark *first = &g_array_index (marks, AtlasStageMark, i);
  const AtlasStageMark *second = &g_array_index (marks, AtlasStageMark, k);

  return first->at != second->at ? (first->at > second->at) - (first->at < second->at) : (i > k) - (i < k);
}

/* From left to right each keeps off the last one; then from right to left, where that went over the edge. */
static void
part_marks (GArray *marks,
            double  width,
            double  room)
{
  g_autofree guint *order = g_new (guint, marks->len);
  guint             n = 0;
  double            edge = -HUGE_VAL;

  for (guint i = 0; i < marks->len; i++)
    if (g_array_index (marks, AtlasStageMark, i).has_date)
      order[n++] = i;
  g_qsort_with_data (order, (int) n, sizeof *order, compare_marks, marks);
  room = n > 1 ? MIN (room, width / (n - 1)) : room;

  for (guint i = 0; i < n; i++)
    {
      AtlasStageMark *mark = &g_array_index (marks, AtlasStageMark, order[i]);

      mark->x = MAX (mark->at, edge + room);
      edge = mark->x;
    }

  edge = width + room;
  for (guint i = n; i > 0; i--)
    {
      AtlasStageMark *mark = &g_array_index (marks, AtlasStageMark, order[i - 1]);

      mark->x = MIN (mark->x, edge - room);
      edge = mark->x;
    }
}

GArray *
atlas_stage_strip_place (AtlasTour    *tour,
                         AtlasTimeSpan span,
                         double        width,
                         double        room)
{
  GArray *marks = g_array_new (FALSE, TRUE, sizeof (AtlasStageMark));

  for (guint i = 0; i < atlas_tour_get_n_steps (tour); i++)
    {
      const AtlasSessionState *state = atlas_tour_step_get_state (atlas_tour_get_step (tour, i));
      AtlasStageMark           mark = { 0 };

      mark.has_date = !atlas_time_span_is_empty (state->date) && state->mode != ATLAS_CLOCK_ALL;
      if (mark.has_date)
        mark.x = mark.at = get_x (span, width, get_middle (state->date));
      g_array_append_val (marks, mark);
    }
  part_marks (marks, width, room);

  return marks;
}

static double
get_inset (AtlasStageStrip *self)
{
  return self->size * MARK_NOW + 1.0;
}

static PangoLayout *
create_layout (AtlasStageStrip *self,
               const char      *text,
               double           size,
               gboolean         bold)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_size_new_absolute ((int) lround (size * PANGO_SCALE)));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum, lnum"));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);

  return layout;
}

/* Centred on @x, but not over the edges; @y is the middle of its line. */
static void
append_words (AtlasStageStrip *self,
              GtkSnapshot     *snapshot,
              const char      *text,
              double           size,
              gboolean         bold,
              double           x,
              double           y,
              const GdkRGBA   *color)
{
  g_autoptr (PangoLayout) layout = create_layout (self, text, size, bold);
  int width;
  int height;

  pango_layout_get_pixel_size (layout, &width, &height);
  x = CLAMP (x - width / 2.0, 0.0, MAX (gtk_widget_get_width (GTK_WIDGET (self)) - width, 0));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) round (x), (float) round (y - height / 2.0)));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

/* Every year, fifth or tenth, by the room there is. */
static int
choose_every (AtlasTimeSpan span,
              double        width,
              double        room)
{
  static const int steps[] = { 1, 2, 5, 10, 20, 50, 100 };
  double           years = (span.end - span.begin) / 365.25;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (width / MAX (years, 1.0) * steps[i] >= room)
      return steps[i];

  return 200;
}

static void
snapshot_years (AtlasStageStrip *self,
                GtkSnapshot     *snapshot,
                double           width,
                const GdkRGBA   *color)
{
  double  inset = get_inset (self);
  double  line = LINE * self->size;
  GdkRGBA faint = *color;
  GdkRGBA text = *color;
  int     every = choose_every (self->span, width, FIGURES * self->size);
  int     first;
  int     last;

  faint.alpha *= 0.38F;
  text.alpha *= 0.75F;
  gtk_snapshot_append_color (snapshot, &faint, &GRAPHENE_RECT_INIT ((float) inset, (float) line - 1.0F, (float) width, 2.0F));
  atlas_day_to_ymd (self->span.begin, &first, NULL, NULL);
  atlas_day_to_ymd (self->span.end, &last, NULL, NULL);

  for (int year = first; year <= last; year++)
    {
      double           x = inset + get_x (self->span, width, atlas_day_from_ymd (year, 1, 1));
      gboolean         is_named = year % every == 0;
      float            tick = (float) (self->size * (is_named ? 0.55 : 0.28));
      g_autofree char *name = NULL;

      gtk_snapshot_append_color (snapshot, &faint, &GRAPHENE_RECT_INIT ((float) round (x) - 1.0F, (float) line, is_named ? 2.0F : 1.0F, tick));
      if (!is_named)
        continue;
      name = g_strdup_printf ("%d", year);
      append_words (self, snapshot, name, self->size * 0.95, FALSE, x, line + self->size * 1.2, &text);
    }
}

static void
append_disc (GtkSnapshot   *snapshot,
             double         x,
             double         y,
             double         radius,
             double         rim, /* px; 0: filled */
             const GdkRGBA *color)
{
  GskRoundedRect disc;

  gsk_rounded_rect_init_from_rect (&disc, &GRAPHENE_RECT_INIT ((float) (x - radius), (float) (y - radius), (float) (2.0 * radius), (float) (2.0 * radius)), (float) radius);
  if (rim > 0.0)
    {
      float width = (float) rim;

      gtk_snapshot_append_border (snapshot, &disc, (float[4]){ width, width, width, width }, (GdkRGBA[4]){ *color, *color, *color, *color });
      return;
    }
  gtk_snapshot_push_rounded_clip (snapshot, &disc);
  gtk_snapshot_append_color (snapshot, color, &disc.bounds);
  gtk_snapshot_pop (snapshot);
}

/* What has been shown is filled, what comes is a ring; where one is, is a large disc with its number. */
static void
snapshot_marks (AtlasStageStrip *self,
                GtkSnapshot     *snapshot,
                double           width,
                const GdkRGBA   *color,
                const GdkRGBA   *ground)
{
  AtlasTour *tour = atlas_presentation_get_tour (self->presentation);
  guint      current = atlas_presentation_get_step (self->presentation) - 1;
  double     line = LINE * self->size;
  double     inset = get_inset (self);
  g_autoptr (GArray) marks = atlas_stage_strip_place (tour, self->span, width, ROOM * self->size);

  for (guint i = 0; i < marks->len; i++)
    {
      const AtlasStageMark *mark = &g_array_index (marks, AtlasStageMark, i);

      if (i == current || !mark->has_date)
        continue;
      append_disc (snapshot, inset + mark->x, line, self->size * MARK, 0.0, i < current ? color : ground);
      append_disc (snapshot, inset + mark->x, line, self->size * MARK, 2.0, color);
    }

  if (current < marks->len && g_array_index (marks, AtlasStageMark, current).has_date)
    {
      double           x = inset + g_array_index (marks, AtlasStageMark, current).x;
      g_autofree char *number = g_strdup_printf ("%u", current + 1);

      append_disc (snapshot, x, line, self->size * MARK_NOW, 0.0, color);
      append_words (self, snapshot, number, self->size * 0.86, TRUE, x, line, ground);
    }
}

/* The clock, as long as it lasts but wide enough to be seen, over the line. */
static void
snapshot_clock (AtlasStageStrip *self,
                GtkSnapshot     *snapshot,
                double           width,
                const GdkRGBA   *color)
{
  AtlasSession *session = atlas_presentation_get_session (self->presentation);
  AtlasTimeSpan spans[] = { atlas_session_get_clock (session), atlas_session_get_comparison (session) };
  double        inset = get_inset (self);
  double        line = LINE * self->size;

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      double  x0 = get_x (self->span, width, CLAMP (spans[i].begin, self->span.begin, self->span.end));
      double  x1 = get_x (self->span, width, CLAMP (spans[i].end, self->span.begin, self->span.end));
      double  least = self->size * FLAG;
      double  from;
      GdkRGBA shade = *color;

      if (atlas_time_span_is_empty (spans[i]) || atlas_session_get_clock_mode (session) == ATLAS_CLOCK_ALL)
        continue;
      if (x1 - x0 < least)
        {
          x0 = CLAMP ((x0 + x1 - least) / 2.0, 0.0, MAX (width - least, 0.0));
          x1 = x0 + least;
        }
      from = i == 0 && atlas_session_get_clock_mode (session) == ATLAS_CLOCK_UP_TO ? 0.0 : x0;
      gtk_snapshot_append_color (snapshot, &shade, &GRAPHENE_RECT_INIT ((float) (inset + x0), 0.0F, (float) (x1 - x0), (float) least));
      shade.alpha *= 0.2F;
      gtk_snapshot_append_color (snapshot, &shade, &GRAPHENE_RECT_INIT ((float) (inset + from), (float) least, (float) (x1 - from), (float) (line - least)));
    }
}

static void
atlas_stage_strip_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  AtlasStageStrip *self = ATLAS_STAGE_STRIP (widget);
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  double           width = gtk_widget_get_width (widget) - 2.0 * get_inset (self);
  GdkRGBA          color;
  GdkRGBA          accent;
  GdkRGBA          ground;

  if (atlas_time_span_is_empty (self->span) || width < 1.0)
    return;

  gtk_style_context_get_color (context, &color);
  if (!gtk_style_context_lookup_color (context, "stage_accent", &accent))
    accent = color;
  if (!gtk_style_context_lookup_color (context, "stage_ground", &ground))
    ground = (GdkRGBA){ 1.0F - color.red, 1.0F - color.green, 1.0F - color.blue, 1.0F };

  snapshot_clock (self, snapshot, width, &accent);
  snapshot_years (self, snapshot, width, &color);
  snapshot_marks (self, snapshot, width, &color, &ground);
}

static void
atlas_stage_strip_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  AtlasStageStrip *self = ATLAS_STAGE_STRIP (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? (int) ceil (HEIGHT * self->size) : 1;
}

static void
describe (AtlasStageStrip *self)
{
  g_autofree char *words = atlas_presentation_dup_session_date (atlas_presentation_get_session (self->presentation));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
tour_changed_cb (AtlasStageStrip *self)
{
  AtlasDataset *dataset = atlas_session_get_dataset (atlas_presentation_get_session (self->presentation));

  self->span = atlas_stage_strip_get_span (atlas_presentation_get_tour (self->presentation), atlas_dataset_get_manifest (dataset)->range);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Months, or years where a month is nothing to be aimed at. */
static void
scrub (AtlasStageStrip *self,
       double           x)
{
  double        width = gtk_widget_get_width (GTK_WIDGET (self)) - 2.0 * get_inset (self);
  double        days = self->span.end - self->span.begin;
  double        day = self->span.begin + days * CLAMP ((x - get_inset (self)) / MAX (width, 1.0), 0.0, 1.0);
  AtlasTimeUnit unit = width * 30.0 / MAX (days, 1.0) >= 1.0 ? ATLAS_TIME_UNIT_MONTH : ATLAS_TIME_UNIT_YEAR;

  if (atlas_time_span_is_empty (self->span))
    return;

  atlas_session_set_clock (atlas_presentation_get_session (self->presentation),
                           atlas_time_unit_around (unit, CLAMP ((int) floor (day), self->span.begin, self->span.end - 1)));
}

static void
drag_begin_cb (AtlasStageStrip *self,
               double           x,
               double           y,
               GtkGesture      *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  scrub (self, x);
}

static void
drag_update_cb (AtlasStageStrip *self,
                double           dx,
                double           dy,
                GtkGestureDrag  *gesture)
{
  double x;

  if (gtk_gesture_drag_get_start_point (gesture, &x, NULL))
    scrub (self, x + dx);
}

static void
atlas_stage_strip_dispose (GObject *object)
{
  g_clear_object (&ATLAS_STAGE_STRIP (object)->presentation);

  G_OBJECT_CLASS (atlas_stage_strip_parent_class)->dispose (object);
}

static void
atlas_stage_strip_class_init (AtlasStageStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_stage_strip_dispose;
  widget_class->measure = atlas_stage_strip_measure;
  widget_class->snapshot = atlas_stage_strip_snapshot;

  gtk_widget_class_set_css_name (widget_class, "atlas-stage-strip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
atlas_stage_strip_init (AtlasStageStrip *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->size = 20.0;
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Years of the tour"), -1);
}

GtkWidget *
atlas_stage_strip_new (AtlasPresentation *presentation)
{
  static const char *const looks[] = { "notify::clock", "notify::clock-mode", "notify::comparison" };
  AtlasStageStrip         *self = g_object_new (ATLAS_TYPE_STAGE_STRIP, NULL);

  self->presentation = g_object_ref (presentation);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    g_signal_connect_object (atlas_presentation_get_session (presentation), looks[i], G_CALLBACK (describe), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (presentation, "notify::step", G_CALLBACK (describe), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (presentation, "notify::tour", G_CALLBACK (tour_changed_cb), self, G_CONNECT_SWAPPED);
  tour_changed_cb (self);
  describe (self);

  return GTK_WIDGET (self);
}

void
atlas_stage_strip_set_size (AtlasStageStrip *self,
                            double           size)
{
  g_return_if_fail (ATLAS_IS_STAGE_STRIP (self));

  if (self->size == size)
    return;

  self->size = size;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
