// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-phase-bar.h"

#include <math.h>

#define HEIGHT 26
#define BAR_TOP 3.0
#define BAR_HEIGHT 10.0
/* How much later than the last date an open bar goes, as a part of its length. */
#define OPEN_TAIL 0.04

struct _AtlasPhaseBar
{
  GtkWidget     parent_instance;

  AtlasItem    *item;
  AtlasTimeSpan clock;
  AtlasTimeSpan shown; /* days from edge to edge */
};

G_DEFINE_FINAL_TYPE (AtlasPhaseBar, atlas_phase_bar, GTK_TYPE_WIDGET)

/* How a status looks: strength of its fill, and strokes, so that it is told without colour. */
static const struct
{
  double fill;
  double outline;
  double hatch; /* px between strokes; 0: none */
  double dash;  /* px; 0: none */
} looks[] = {
  [ATLAS_STATUS_NONE] = { 0.30, 0.0, 0.0, 0.0 },
  [ATLAS_STATUS_PLANNED] = { 0.0, 0.9, 0.0, 2.0 },
  [ATLAS_STATUS_BUILDING] = { 0.15, 0.9, 0.0, 5.0 },
  [ATLAS_STATUS_OPERATING] = { 0.85, 0.0, 0.0, 0.0 },
  [ATLAS_STATUS_SUSPENDED] = { 0.10, 0.9, 4.0, 0.0 },
  [ATLAS_STATUS_CLOSED] = { 0.12, 0.35, 0.0, 0.0 },
};

G_STATIC_ASSERT (G_N_ELEMENTS (looks) == ATLAS_N_STATUSES);

static double
get_x (AtlasPhaseBar *self,
       int            day,
       double         width)
{
  int clamped = CLAMP (day, self->shown.begin, self->shown.end);

  return width * (clamped - self->shown.begin) / MAX (self->shown.end - self->shown.begin, 1);
}

static void
paint_hatch (cairo_t *cr,
             double   x0,
             double   x1,
             double   gap)
{
  cairo_save (cr);
  cairo_rectangle (cr, x0, BAR_TOP, x1 - x0, BAR_HEIGHT);
  cairo_clip (cr);
  for (double x = x0 - BAR_HEIGHT; x < x1; x += gap)
    {
      cairo_move_to (cr, x, BAR_TOP + BAR_HEIGHT);
      cairo_line_to (cr, x + BAR_HEIGHT, BAR_TOP);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
paint_phase (AtlasPhaseBar *self,
             cairo_t       *cr,
             const GdkRGBA *color,
             AtlasTimeSpan  span,
             AtlasStatus    status,
             double         width)
{
  double x0 = get_x (self, span.begin, width);
  double x1 = MAX (get_x (self, span.end, width), x0 + 1.5);

  cairo_rectangle (cr, x0, BAR_TOP, x1 - x0, BAR_HEIGHT);
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha * looks[status].fill);
  cairo_fill (cr);

  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha * looks[status].outline);
  cairo_set_line_width (cr, 1.0);
  if (looks[status].hatch > 0.0)
    paint_hatch (cr, x0, x1, looks[status].hatch);
  if (looks[status].outline > 0.0)
    {
      cairo_set_dash (cr, &looks[status].dash, looks[status].dash > 0.0 ? 1 : 0, 0.0);
      cairo_rectangle (cr, x0 + 0.5, BAR_TOP + 0.5, MAX (x1 - x0 - 1.0, 0.5), BAR_HEIGHT - 1.0);
      cairo_stroke (cr);
      cairo_set_dash (cr, NULL, 0, 0.0);
    }
}

static void
paint_year (AtlasPhaseBar *self,
            GtkSnapshot   *snapshot,
            const GdkRGBA *color,
            int            day,
            double         width)
{
  int              year = 0;
  int              month = 0;
  int              day_of_month = 0;
  int              text_width = 0;
  g_autofree char *text = NULL;
  g_autoptr (PangoLayout) layout = NULL;
  PangoAttrList *attributes = pango_attr_list_new ();

  atlas_day_to_ymd (day, &year, &month, &day_of_month);
  text = g_strdup_printf ("%d", year);
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  pango_attr_list_insert (attributes, pango_attr_scale_new (0.78));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_get_pixel_size (layout, &text_width, NULL);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) CLAMP (get_x (self, day, width) - text_width / 2.0, 0.0, MAX (width - text_width, 0.0)),
                                                          (float) (BAR_TOP + BAR_HEIGHT)));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
paint_clock (AtlasPhaseBar *self,
             cairo_t       *cr,
             const GdkRGBA *color,
             double         width)
{
  double x = 0.0;

  if (atlas_time_span_is_empty (self->clock) || !atlas_time_span_overlaps (self->clock, self->shown))
    return;

  x = floor (get_x (self, self->clock.begin / 2 + self->clock.end / 2, width)) + 0.5;
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, 2.0);
  cairo_move_to (cr, x, 0.0);
  cairo_line_to (cr, x, BAR_TOP * 2.0 + BAR_HEIGHT);
  cairo_stroke (cr);
}

static void
atlas_phase_bar_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  AtlasPhaseBar *self = ATLAS_PHASE_BAR (widget);
  GPtrArray     *phases = atlas_item_get_phases (self->item);
  double         width = gtk_widget_get_width (widget);
  cairo_t       *cr = NULL;
  GdkRGBA        color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0.0F, 0.0F, (float) width, HEIGHT));

  if (phases->len == 0)
    paint_phase (self, cr, &color, atlas_item_get_span (self->item), ATLAS_STATUS_OPERATING, width);
  for (guint i = 0; i < phases->len; i++)
    {
      const AtlasPhase *phase = g_ptr_array_index (phases, i);

      paint_phase (self, cr, &color, phase->span, phase->status, width);
    }
  paint_clock (self, cr, &color, width);
  cairo_destroy (cr);

  paint_year (self, snapshot, &color, self->shown.begin, width);
  paint_year (self, snapshot, &color, self->shown.end, width);
}

static void
atlas_phase_bar_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 120;
}

static void
atlas_phase_bar_dispose (GObject *object)
{
  g_clear_object (&ATLAS_PHASE_BAR (object)->item);

  G_OBJECT_CLASS (atlas_phase_bar_parent_class)->dispose (object);
}

static void
atlas_phase_bar_class_init (AtlasPhaseBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_phase_bar_dispose;
  widget_class->snapshot = atlas_phase_bar_snapshot;
  widget_class->measure = atlas_phase_bar_measure;

  gtk_widget_class_set_css_name (widget_class, "atlas-phase-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION); /* the list below it says the same */
}

static void
atlas_phase_bar_init (AtlasPhaseBar *self)
{
}

GtkWidget *
atlas_phase_bar_new (AtlasItem *item)
{
  AtlasPhaseBar *self = g_object_new (ATLAS_TYPE_PHASE_BAR, NULL);
  AtlasTimeSpan  known = atlas_item_get_known_span (item);
  int            today = atlas_day_today ();

  self->item = g_object_ref (item);

  /* Open sides end with the last date that is known, or today, and a tail. */
  if (known.end == G_MAXINT)
    {
      known.end = MAX (today, known.begin == G_MININT ? today : known.begin);
      for (guint i = 0; i < atlas_item_get_phases (item)->len; i++)
        known.end = MAX (known.end, ((AtlasPhase *) g_ptr_array_index (atlas_item_get_phases (item), i))->span.begin);
    }
  if (known.begin == G_MININT)
    known.begin = atlas_time_unit_step (ATLAS_TIME_UNIT_YEAR, known.end, -20).begin;
  if (known.end == today)
    known.end += (int) ((known.end - known.begin) * OPEN_TAIL);
  self->shown = known;

  return GTK_WIDGET (self);
}

void
atlas_phase_bar_set_clock (AtlasPhaseBar *self,
                           AtlasTimeSpan  clock)
{
  g_return_if_fail (ATLAS_IS_PHASE_BAR (self));

  self->clock = clock;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
