// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-spider.h"

#include "atlas-map-leg.h"
#include "atlas-map-legs.h"
#include "atlas-map-style.h"

#include <glib/gi18n-lib.h>

#define DURATION 180 /* ms */
#define MAX_LEGS 30  /* more at once nobody takes in */
#define MIN_LEGS 4
#define GAP 3.0        /* px between two names */
#define EDGE 6.0       /* px left free at the rim of the map */
#define REACH 20.0     /* px by which the ends are farther out than half of the ring's height, */
#define MAX_REACH 96.0 /* and how far at most */
#define WIDE 200       /* px, of a usual name */
#define HUB 8.0        /* px round the pile from which leaders start */

struct _AtlasMapSpider
{
  GtkWidget      parent_instance;

  AtlasSession  *session; /* NULL: closed */
  AtlasTimeSpan  date;
  AtlasPaletteId palette;
  GPtrArray     *items; /* of AtlasItem */
  guint          first; /* of those that are shown */
  double         x, y;

  GPtrArray     *legs;     /* of GtkWidget: the children */
  GArray        *ends;     /* of AtlasMapLeg */
  double         row;      /* px */
  double         progress; /* 0..1 */
  guint          tick;
  gint64         begin;
};

G_DEFINE_FINAL_TYPE (AtlasMapSpider, atlas_map_spider, GTK_TYPE_WIDGET)

static void show_legs (AtlasMapSpider *self);

/* Where the leaders end, px. The ring stays inside the map, wherever the pile is. */
static AtlasPoint
get_end (AtlasMapSpider *self,
         guint           index)
{
  const AtlasMapLeg *leg = &g_array_index (self->ends, AtlasMapLeg, index);
  double             height = gtk_widget_get_height (GTK_WIDGET (self));
  double             top = 0;
  double             bottom = 0;
  double             reach = self->row / 2 + EDGE;
  double             shift;

  for (guint i = 0; i < self->ends->len; i++)
    {
      top = MIN (top, g_array_index (self->ends, AtlasMapLeg, i).end.y);
      bottom = MAX (bottom, g_array_index (self->ends, AtlasMapLeg, i).end.y);
    }
  /* Only a pile that is in view pulls its ring in; one that is panned away takes it along. */
  shift = MIN (height - reach - CLAMP (self->y, 0, height) - bottom, 0);
  shift = MAX (reach - CLAMP (self->y, 0, height) - top, shift);

  return (AtlasPoint){ self->x + leg->end.x * self->progress, self->y + (leg->end.y + shift) * self->progress };
}

static void
atlas_map_spider_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  AtlasMapSpider *self = ATLAS_MAP_SPIDER (widget);

  for (guint i = 0; i < self->legs->len; i++)
    {
      GtkWidget     *leg = g_ptr_array_index (self->legs, i);
      AtlasPoint     end = get_end (self, i);
      GtkRequisition size;
      double         x;

      gtk_widget_get_preferred_size (leg, NULL, &size);
      x = g_array_index (self->ends, AtlasMapLeg, i).left ? end.x + ATLAS_MAP_LEG_INSET - size.width : end.x - ATLAS_MAP_LEG_INSET;
      gtk_widget_size_allocate (leg, &(GtkAllocation){ (int) round (x), (int) round (end.y - size.height / 2.0), size.width, size.height }, -1);
    }
}

static void
trace_leaders (AtlasMapSpider *self,
               cairo_t        *cr)
{
  for (guint i = 0; i < self->legs->len; i++)
    {
      AtlasPoint end = get_end (self, i);
      double     length = hypot (end.x - self->x, end.y - self->y);

      if (length <= HUB)
        continue;
      cairo_move_to (cr, self->x + (end.x - self->x) * HUB / length, self->y + (end.y - self->y) * HUB / length);
      cairo_line_to (cr, end.x, end.y);
    }
}

static void
atlas_map_spider_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  AtlasMapSpider     *self = ATLAS_MAP_SPIDER (widget);
  const AtlasMapInks *inks = atlas_map_inks_get (self->palette);
  cairo_t            *cr;

  if (self->session == NULL)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget)));
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  trace_leaders (self, cr);
  atlas_palette_set_source (cr, inks->casing, 0.85 * self->progress);
  cairo_set_line_width (cr, 3.4);
  cairo_stroke_preserve (cr);
  atlas_palette_set_source (cr, inks->text, 0.8 * self->progress);
  cairo_set_line_width (cr, 1.1);
  cairo_stroke (cr);
  cairo_destroy (cr);

  gtk_snapshot_push_opacity (snapshot, self->progress);
  GTK_WIDGET_CLASS (atlas_map_spider_parent_class)->snapshot (widget, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
atlas_map_spider_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  *minimum = *natural = 0; /* it lies over the map, however large that is */
}

/* The map shines through: its legs alone can be touched. */
static gboolean
atlas_map_spider_contains (GtkWidget *widget,
                           double     x,
                           double     y)
{
  return FALSE;
}

static gboolean
grow_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  AtlasMapSpider *self = ATLAS_MAP_SPIDER (widget);
  double          t;

  if (self->begin == 0)
    self->begin = gdk_frame_clock_get_frame_time (clock);
  t = CLAMP ((double) (gdk_frame_clock_get_frame_time (clock) - self->begin) / (DURATION * 1000.0), 0, 1);
  self->progress = 1 - (1 - t) * (1 - t) * (1 - t);
  gtk_widget_queue_allocate (widget);
  gtk_widget_queue_draw (widget);
  if (t < 1)
    return G_SOURCE_CONTINUE;

  self->tick = 0;

  return G_SOURCE_REMOVE;
}

static void
stop_growing (AtlasMapSpider *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
}

static void
remove_legs (AtlasMapSpider *self)
{
  for (guint i = 0; i < self->legs->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->legs, i));
  g_ptr_array_set_size (self->legs, 0);
  g_array_set_size (self->ends, 0);
}

/* The rest of the items, and after the last of them the first again. */
static void
more_cb (AtlasMapSpider *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  self->first += self->legs->len - 1;
  if (self->first >= self->items->len)
    self->first = 0;
  show_legs (self);
  if (had_focus)
    atlas_map_spider_focus (self, NULL);
}

static GtkWidget *
create_more (AtlasMapSpider *self,
             guint           n_shown)
{
  guint            n_left = self->items->len - self->first - n_shown;
  g_autofree char *text = n_left > 0 ? g_strdup_printf (ngettext ("%u more", "%u more", n_left), n_left) : g_strdup (_ ("Back to the first"));
  GtkWidget       *button = gtk_button_new_with_label (text);

  gtk_widget_add_css_class (button, "leg");
  gtk_widget_add_css_class (button, "more");
  g_signal_connect_object (button, "clicked", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);

  return button;
}

/* How many fit, one of them for "more" when that is not all. */
static guint
count_room (AtlasMapSpider   *self,
            AtlasMapLegsSides sides)
{
  int rows = (int) ((gtk_widget_get_height (GTK_WIDGET (self)) - 2 * EDGE) / self->row);

  return (guint) CLAMP (sides == ATLAS_MAP_LEGS_BOTH ? 2 * rows : rows, MIN_LEGS, MAX_LEGS);
}

static void
measure_leg (AtlasMapSpider *self,
             GtkWidget      *leg,
             int            *width,
             double         *row)
{
  GtkRequisition size;

  gtk_widget_set_parent (leg, GTK_WIDGET (self));
  gtk_widget_get_preferred_size (leg, NULL, &size);
  *width = MAX (*width, size.width);
  *row = MAX (*row, size.height + GAP);
}

/* On both sides where there is room, else on the one that has more. */
static AtlasMapLegsSides
choose_sides (AtlasMapSpider *self,
              int             leg_width,
              guint           n_legs)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double need = MIN (n_legs * self->row / 4 + REACH, MAX_REACH) + leg_width;

  if (self->x >= need && width - self->x >= need)
    return ATLAS_MAP_LEGS_BOTH;

  return self->x > width - self->x ? ATLAS_MAP_LEGS_LEFT : ATLAS_MAP_LEGS_RIGHT;
}

static void
show_legs (AtlasMapSpider *self)
{
  guint             n_items = self->items->len;
  int               width = 0;
  guint             room, n_shown;
  AtlasMapLegsSides sides;
  GtkWidget        *probe;

  remove_legs (self);
  self->row = 0;
  probe = atlas_map_leg_new (self->session, g_ptr_array_index (self->items, 0), self->date, self->palette, FALSE, 0, n_items);
  measure_leg (self, probe, &width, &self->row);
  gtk_widget_unparent (probe);
  sides = choose_sides (self, MAX (width, WIDE), MIN (n_items, MAX_LEGS));
  room = count_room (self, sides);
  n_shown = MIN (n_items <= room ? n_items : room - 1, n_items - self->first);

  g_array_set_size (self->ends, n_shown + (n_items > room ? 1 : 0));
  atlas_map_legs_lay_out (self->ends->len, self->row, sides, (AtlasMapLeg *) (gpointer) self->ends->data);
  for (guint i = 0; i < n_shown; i++)
    {
      GtkWidget *leg = atlas_map_leg_new (self->session, g_ptr_array_index (self->items, self->first + i), self->date, self->palette,
                                          g_array_index (self->ends, AtlasMapLeg, i).left, self->first + i, n_items);

      gtk_widget_set_parent (leg, GTK_WIDGET (self));
      g_ptr_array_add (self->legs, leg);
    }
  if (n_items > room)
    {
      GtkWidget *more = create_more (self, n_shown);

      gtk_widget_set_parent (more, GTK_WIDGET (self));
      g_ptr_array_add (self->legs, more);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
step_focus (AtlasMapSpider *self,
            int             step)
{
  GtkWidget *now = gtk_widget_get_focus_child (GTK_WIDGET (self));
  guint      index = 0;

  if (g_ptr_array_find (self->legs, now, &index))
    index = (guint) ((int) (index + self->legs->len) + step) % self->legs->len;
  gtk_widget_grab_focus (g_ptr_array_index (self->legs, index));
}

static gboolean
key_pressed_cb (AtlasMapSpider *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  /* clang-format off */
  static const struct
  {
    guint keyval, keypad;
    int   step; /* 0: to the first */
  } keys[] = {
    { GDK_KEY_Right, GDK_KEY_KP_Right, 1 },
    { GDK_KEY_Down,  GDK_KEY_KP_Down,  1 },
    { GDK_KEY_Left,  GDK_KEY_KP_Left,  -1 },
    { GDK_KEY_Up,    GDK_KEY_KP_Up,    -1 },
    { GDK_KEY_Home,  GDK_KEY_KP_Home,  0 },
  };
  /* clang-format on */

  if (self->legs->len == 0 || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keyval == keys[i].keyval || keyval == keys[i].keypad)
      {
        if (keys[i].step != 0)
          step_focus (self, keys[i].step);
        else
          gtk_widget_grab_focus (g_ptr_array_index (self->legs, 0));
        return GDK_EVENT_STOP;
      }

  if (keyval != GDK_KEY_End && keyval != GDK_KEY_KP_End)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (g_ptr_array_index (self->legs, self->legs->len - 1));

  return GDK_EVENT_STOP;
}

static void
atlas_map_spider_dispose (GObject *object)
{
  AtlasMapSpider *self = ATLAS_MAP_SPIDER (object);

  atlas_map_spider_close (self);

  G_OBJECT_CLASS (atlas_map_spider_parent_class)->dispose (object);
}

static void
atlas_map_spider_finalize (GObject *object)
{
  AtlasMapSpider *self = ATLAS_MAP_SPIDER (object);

  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->legs, g_ptr_array_unref);
  g_clear_pointer (&self->ends, g_array_unref);

  G_OBJECT_CLASS (atlas_map_spider_parent_class)->finalize (object);
}

static void
atlas_map_spider_class_init (AtlasMapSpiderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_map_spider_dispose;
  G_OBJECT_CLASS (klass)->finalize = atlas_map_spider_finalize;
  widget_class->measure = atlas_map_spider_measure;
  widget_class->size_allocate = atlas_map_spider_size_allocate;
  widget_class->snapshot = atlas_map_spider_snapshot;
  widget_class->contains = atlas_map_spider_contains;

  gtk_widget_class_set_css_name (widget_class, "atlas-map-spider");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_map_spider_init (AtlasMapSpider *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->legs = g_ptr_array_new ();
  self->ends = g_array_new (FALSE, TRUE, sizeof (AtlasMapLeg));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Items in one place"), -1);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
atlas_map_spider_new (void)
{
  return g_object_new (ATLAS_TYPE_MAP_SPIDER, NULL);
}

void
atlas_map_spider_open (AtlasMapSpider *self,
                       AtlasSession   *session,
                       AtlasTimeSpan   date,
                       AtlasPaletteId  palette,
                       GPtrArray      *items,
                       double          x,
                       double          y)
{
  gboolean animate = FALSE;

  g_return_if_fail (ATLAS_IS_MAP_SPIDER (self));
  g_return_if_fail (ATLAS_IS_SESSION (session));
  g_return_if_fail (items != NULL && items->len > 0);

  atlas_map_spider_close (self);
  self->session = g_object_ref (session);
  self->date = date;
  self->palette = palette;
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (self->items, g_object_ref (g_ptr_array_index (items, i)));
  self->first = 0;
  self->x = x;
  self->y = y;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animate, NULL);
  self->progress = animate ? 0 : 1;
  self->begin = 0;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_HIDDEN, FALSE, -1);
  show_legs (self);
  if (animate)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), grow_cb, NULL, NULL);
}

void
atlas_map_spider_close (AtlasMapSpider *self)
{
  g_return_if_fail (ATLAS_IS_MAP_SPIDER (self));

  if (self->session == NULL)
    return;

  stop_growing (self);
  remove_legs (self);
  if (g_ptr_array_find (self->items, atlas_session_get_hovered (self->session), NULL))
    atlas_session_set_hovered (self->session, NULL);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_object (&self->session);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
atlas_map_spider_is_open (AtlasMapSpider *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_SPIDER (self), FALSE);

  return self->session != NULL;
}

void
atlas_map_spider_move (AtlasMapSpider *self,
                       double          x,
                       double          y)
{
  g_return_if_fail (ATLAS_IS_MAP_SPIDER (self));

  if (self->x == x && self->y == y)
    return;

  self->x = x;
  self->y = y;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
atlas_map_spider_focus (AtlasMapSpider *self,
                        AtlasItem      *item)
{
  g_return_if_fail (ATLAS_IS_MAP_SPIDER (self));

  for (guint i = 0; i < self->legs->len; i++)
    if (item != NULL && atlas_map_leg_get_item (g_ptr_array_index (self->legs, i)) == item)
      {
        gtk_widget_grab_focus (g_ptr_array_index (self->legs, i));
        return;
      }

  if (self->legs->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->legs, 0));
}
