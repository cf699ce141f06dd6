// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-pings.h"

#define LIFE 600000.0 /* µs */
#define STILL 0.25    /* the age of a ring that does not fade */
#define GROWTH 9.0    /* px that a ring widens */
#define GAP 2.0       /* px between a thing and its ring at first */
#define THICK 2.5     /* px */

typedef struct
{
  AtlasItem *item;
  gint64     time; /* of the frame in which it began, µs; 0: it does not fade */
} Ping;

struct _AtlasPings
{
  GtkWidget      parent_instance;

  AtlasPingsFunc func;
  gpointer       user_data;
  GSignalGroup  *session_signals;
  GArray        *pings; /* of Ping */
  guint          tick;
};

G_DEFINE_FINAL_TYPE (AtlasPings, atlas_pings, GTK_TYPE_WIDGET)

static void
clear_ping (gpointer data)
{
  g_object_unref (((Ping *) data)->item);
}

static gboolean
is_animated (AtlasPings *self)
{
  gboolean enabled = TRUE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &enabled, NULL);

  return enabled;
}

static double
get_age (const Ping *ping,
         gint64      now)
{
  return ping->time > 0 ? CLAMP ((double) (now - ping->time) / LIFE, 0.0, 1.0) : STILL;
}

static gboolean
fade_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  AtlasPings *self = ATLAS_PINGS (widget);
  gint64      now = gdk_frame_clock_get_frame_time (clock);

  for (guint i = self->pings->len; i-- > 0;)
    if (get_age (&g_array_index (self->pings, Ping, i), now) >= 1.0)
      g_array_remove_index_fast (self->pings, i);
  gtk_widget_queue_draw (widget);
  if (self->pings->len > 0)
    return G_SOURCE_CONTINUE;

  self->tick = 0;

  return G_SOURCE_REMOVE;
}

static void
remove_item (AtlasPings *self,
             AtlasItem  *item)
{
  for (guint i = self->pings->len; i-- > 0;)
    if (g_array_index (self->pings, Ping, i).item == item)
      g_array_remove_index_fast (self->pings, i);
}

static void
pinged_cb (AtlasPings *self,
           GPtrArray  *items)
{
  gboolean animated = is_animated (self);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  for (guint i = 0; i < items->len; i++)
    {
      AtlasItem *item = g_ptr_array_index (items, i);
      Ping       ping = { item, animated ? gdk_frame_clock_get_frame_time (gtk_widget_get_frame_clock (GTK_WIDGET (self))) : 0 };

      remove_item (self, item);
      g_object_ref (item);
      g_array_append_val (self->pings, ping);
    }
  if (animated && self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), fade_cb, NULL, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What does not fade is gone with the next step. */
static void
clock_changed_cb (AtlasPings *self)
{
  for (guint i = self->pings->len; i-- > 0;)
    if (g_array_index (self->pings, Ping, i).time == 0)
      g_array_remove_index_fast (self->pings, i);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
dataset_changed_cb (AtlasPings *self)
{
  g_array_set_size (self->pings, 0);
}

static void
atlas_pings_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  AtlasPings *self = ATLAS_PINGS (widget);
  gint64      now = self->pings->len > 0 ? gdk_frame_clock_get_frame_time (gtk_widget_get_frame_clock (widget)) : 0;

  for (guint i = 0; i < self->pings->len; i++)
    {
      const Ping *ping = &g_array_index (self->pings, Ping, i);

      self->func (snapshot, ping->item, get_age (ping, now), self->user_data);
    }
}

static void
atlas_pings_dispose (GObject *object)
{
  g_clear_object (&ATLAS_PINGS (object)->session_signals);
  g_clear_pointer (&ATLAS_PINGS (object)->pings, g_array_unref);

  G_OBJECT_CLASS (atlas_pings_parent_class)->dispose (object);
}

static void
atlas_pings_class_init (AtlasPingsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_pings_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = atlas_pings_snapshot;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "atlas-pings");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
atlas_pings_init (AtlasPings *self)
{
  self->pings = g_array_new (FALSE, FALSE, sizeof (Ping));
  g_array_set_clear_func (self->pings, clear_ping);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  self->session_signals = g_signal_group_new (ATLAS_TYPE_SESSION);
  g_signal_group_connect_object (self->session_signals, "pinged", G_CALLBACK (pinged_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "notify::clock", G_CALLBACK (clock_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "notify::dataset", G_CALLBACK (dataset_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
atlas_pings_new (AtlasPingsFunc func,
                 gpointer       user_data)
{
  AtlasPings *self = g_object_new (ATLAS_TYPE_PINGS, NULL);

  self->func = func;
  self->user_data = user_data;

  return GTK_WIDGET (self);
}

void
atlas_pings_set_session (AtlasPings   *self,
                         AtlasSession *session)
{
  g_return_if_fail (ATLAS_IS_PINGS (self));

  g_array_set_size (self->pings, 0);
  g_signal_group_set_target (self->session_signals, session);
}

guint
atlas_pings_get_n (AtlasPings *self)
{
  g_return_val_if_fail (ATLAS_IS_PINGS (self), 0);

  return self->pings->len;
}

void
atlas_pings_snapshot_ring (GtkSnapshot    *snapshot,
                           graphene_rect_t box,
                           double          age,
                           const GdkRGBA  *color)
{
  float          out = (float) (GAP + THICK + age * GROWTH);
  float          thick = (float) (THICK * (1.0 - 0.5 * age));
  GdkRGBA        faded = *color;
  GskRoundedRect ring;

  faded.alpha *= (float) (1.0 - age);
  graphene_rect_inset (&box, -out, -out);
  gsk_rounded_rect_init_from_rect (&ring, &box, MIN (box.size.width, box.size.height) / 2.0F);
  gtk_snapshot_append_border (snapshot, &ring, (const float[4]){ thick, thick, thick, thick }, (const GdkRGBA[4]){ faded, faded, faded, faded });
}
