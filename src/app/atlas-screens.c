// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-screens.h"

struct _AtlasScreens
{
  GObject      parent_instance;

  GListModel  *monitors; /* of GdkMonitor */
  char        *home;     /* id of the screen that the presenter works at */
  char        *hall;     /* id of the one that the audience looked at last while there were two */
  gboolean     swapped;
  guint        waking; /* source: the screens have changed */

  GdkMonitor  *stage;
  GdkMonitor  *console;
  GdkRectangle stage_place;
  GdkRectangle console_place;
};

G_DEFINE_FINAL_TYPE (AtlasScreens, atlas_screens, G_TYPE_OBJECT)

enum
{
  PROP_SWAPPED = 1,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

/* The first screen that shows what this one does: itself, unless it repeats another. */
static guint
find_shown (const AtlasScreen *screens,
            guint              index)
{
  for (guint i = 0; i < index; i++)
    if (gdk_rectangle_intersect (&screens[i].place, &screens[index].place, NULL))
      return i;

  return index;
}

static gboolean
is_lit (const AtlasScreen *screen)
{
  return screen->place.width > 0 && screen->place.height > 0;
}

/* The screen with that id, or the one that it repeats. */
static guint
find_screen (const AtlasScreen *screens,
             guint              n_screens,
             const char        *id)
{
  for (guint i = 0; id != NULL && i < n_screens; i++)
    if (is_lit (&screens[i]) && g_strcmp0 (screens[i].id, id) == 0)
      return find_shown (screens, i);

  return ATLAS_SCREEN_NONE;
}

/* The first that is lit, repeats none, and is not @but. */
static guint
find_first (const AtlasScreen *screens,
            guint              n_screens,
            guint              but)
{
  for (guint i = 0; i < n_screens; i++)
    if (i != but && is_lit (&screens[i]) && find_shown (screens, i) == i)
      return i;

  return ATLAS_SCREEN_NONE;
}

AtlasScreenChoice
atlas_screens_choose (const AtlasScreen *screens,
                      guint              n_screens,
                      const char        *home,
                      const char        *hall,
                      gboolean           swapped)
{
  AtlasScreenChoice choice = { ATLAS_SCREEN_NONE, ATLAS_SCREEN_NONE };
  guint             own = find_screen (screens, n_screens, home);
  guint             other = find_screen (screens, n_screens, hall);

  if (own == ATLAS_SCREEN_NONE)
    own = find_first (screens, n_screens, other);
  if (other == ATLAS_SCREEN_NONE || other == own)
    other = find_first (screens, n_screens, own);

  if (own == ATLAS_SCREEN_NONE)
    choice.stage = other;
  else if (other == ATLAS_SCREEN_NONE)
    choice.stage = own;
  else
    choice = swapped ? (AtlasScreenChoice){ own, other } : (AtlasScreenChoice){ other, own };

  return choice;
}

/* (transfer full): what a screen is known by: the socket that it is plugged into, where that is known. */
static char *
dup_id (GdkMonitor *monitor)
{
  const char  *connector = gdk_monitor_get_connector (monitor);
  const char  *model = gdk_monitor_get_model (monitor);
  GdkRectangle place;

  if (connector != NULL)
    return g_strdup (connector);

  gdk_monitor_get_geometry (monitor, &place);

  return g_strdup_printf ("%s at %d, %d", model != NULL ? model : "screen", place.x, place.y);
}

static void
screen_clear (gpointer data)
{
  g_free ((char *) ((AtlasScreen *) data)->id);
}

/* (transfer full): of AtlasScreen */
static GArray *
list_screens (AtlasScreens *self)
{
  GArray *screens = g_array_new (FALSE, TRUE, sizeof (AtlasScreen));

  g_array_set_clear_func (screens, screen_clear);
  for (guint i = 0; i < g_list_model_get_n_items (self->monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (self->monitors, i);
      AtlasScreen screen = { .id = dup_id (monitor) };

      gdk_monitor_get_geometry (monitor, &screen.place);
      g_array_append_val (screens, screen);
    }

  return screens;
}

/* Takes the screen at @index, or none; returns whether that is a change. */
static gboolean
take (AtlasScreens *self,
      GdkMonitor  **monitor,
      GdkRectangle *place,
      guint         index)
{
  g_autoptr (GdkMonitor) chosen = NULL;
  GdkRectangle geometry = { 0, 0, 0, 0 };
  gboolean     moved = FALSE;

  if (index != ATLAS_SCREEN_NONE)
    chosen = g_list_model_get_item (self->monitors, index);
  if (chosen != NULL)
    gdk_monitor_get_geometry (chosen, &geometry);

  moved = !gdk_rectangle_equal (&geometry, place);
  *place = geometry;

  return g_set_object (monitor, chosen) || moved;
}

/* Returns whether anything is chosen otherwise than before. */
static gboolean
choose (AtlasScreens *self)
{
  g_autoptr (GArray) screens = list_screens (self);
  const AtlasScreen *all = (const AtlasScreen *) (gpointer) screens->data;
  AtlasScreenChoice  choice = atlas_screens_choose (all, screens->len, self->home, self->hall, self->swapped);
  gboolean           stage_changed = take (self, &self->stage, &self->stage_place, choice.stage);
  gboolean           console_changed = take (self, &self->console, &self->console_place, choice.console);

  if (choice.console != ATLAS_SCREEN_NONE)
    {
      g_free (self->hall);
      self->hall = g_strdup (all[self->swapped ? choice.console : choice.stage].id);
    }

  return stage_changed || console_changed;
}

static gboolean
wake_cb (gpointer user_data)
{
  AtlasScreens *self = user_data;

  self->waking = 0;
  if (choose (self))
    g_signal_emit (self, signals[CHANGED], 0);

  return G_SOURCE_REMOVE;
}

/* A screen that is plugged in is told of first, and its size after that. */
static void
wake (AtlasScreens *self)
{
  if (self->waking == 0)
    self->waking = g_idle_add (wake_cb, self);
}

static void
watch (AtlasScreens *self,
       guint         position,
       guint         n_added)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (self->monitors, i);

      g_signal_connect_object (monitor, "notify::geometry", G_CALLBACK (wake), self, G_CONNECT_SWAPPED);
    }
}

static void
monitors_changed_cb (AtlasScreens *self,
                     guint         position,
                     guint         n_removed,
                     guint         n_added)
{
  watch (self, position, n_added);
  wake (self);
}

static void
atlas_screens_dispose (GObject *object)
{
  AtlasScreens *self = ATLAS_SCREENS (object);

  g_clear_handle_id (&self->waking, g_source_remove);
  g_clear_object (&self->stage);
  g_clear_object (&self->console);
  g_clear_object (&self->monitors);

  G_OBJECT_CLASS (atlas_screens_parent_class)->dispose (object);
}

static void
atlas_screens_finalize (GObject *object)
{
  AtlasScreens *self = ATLAS_SCREENS (object);

  g_free (self->home);
  g_free (self->hall);

  G_OBJECT_CLASS (atlas_screens_parent_class)->finalize (object);
}

static void
atlas_screens_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  if (property_id == PROP_SWAPPED)
    g_value_set_boolean (value, ATLAS_SCREENS (object)->swapped);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
atlas_screens_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  if (property_id == PROP_SWAPPED)
    atlas_screens_set_swapped (ATLAS_SCREENS (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
atlas_screens_class_init (AtlasScreensClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = atlas_screens_dispose;
  object_class->finalize = atlas_screens_finalize;
  object_class->get_property = atlas_screens_get_property;
  object_class->set_property = atlas_screens_set_property;

  properties[PROP_SWAPPED] =
    g_param_spec_boolean ("swapped", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", ATLAS_TYPE_SCREENS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
atlas_screens_init (AtlasScreens *self)
{
}

AtlasScreens *
atlas_screens_new (GListModel *monitors,
                   GdkMonitor *home)
{
  AtlasScreens *self = NULL;

  g_return_val_if_fail (G_IS_LIST_MODEL (monitors), NULL);

  self = g_object_new (ATLAS_TYPE_SCREENS, NULL);
  self->monitors = g_object_ref (monitors);
  self->home = home != NULL ? dup_id (home) : NULL;
  g_signal_connect_object (monitors, "items-changed", G_CALLBACK (monitors_changed_cb), self, G_CONNECT_SWAPPED);
  watch (self, 0, g_list_model_get_n_items (monitors));
  choose (self);

  return self;
}

GdkMonitor *
atlas_screens_get_stage (AtlasScreens *self)
{
  g_return_val_if_fail (ATLAS_IS_SCREENS (self), NULL);

  return self->stage;
}

GdkMonitor *
atlas_screens_get_console (AtlasScreens *self)
{
  g_return_val_if_fail (ATLAS_IS_SCREENS (self), NULL);

  return self->console;
}

gboolean
atlas_screens_get_swapped (AtlasScreens *self)
{
  g_return_val_if_fail (ATLAS_IS_SCREENS (self), FALSE);

  return self->swapped;
}

void
atlas_screens_set_swapped (AtlasScreens *self,
                           gboolean      swapped)
{
  g_return_if_fail (ATLAS_IS_SCREENS (self));

  swapped = !!swapped;
  if (self->swapped == swapped)
    return;

  self->swapped = swapped;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SWAPPED]);
  if (choose (self))
    g_signal_emit (self, signals[CHANGED], 0);
}
