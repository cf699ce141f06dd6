// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-console-private.h"

#include "atlas-presenter-keys.h"

/* The keys of a presentation, in a window that is worked with: what has the focus keeps its own keys, and Tab leads on. */

/* Larger and smaller, while the notes have the focus. */
/* clang-format off */
static const struct
{
  guint keyval;
  int   direction;
} sizes[] = {
  { GDK_KEY_plus,  1 }, { GDK_KEY_equal, 1 }, { GDK_KEY_KP_Add, 1 },
  { GDK_KEY_minus, -1 }, { GDK_KEY_KP_Subtract, -1 },
  { GDK_KEY_0,     0 }, { GDK_KEY_KP_0,  0 },
};
/* clang-format on */

void
atlas_console_focus_home (AtlasConsole *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->live));
}

static GtkWidget *
get_focus (AtlasConsole *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

static gboolean
is_in_notes (AtlasConsole *self)
{
  GtkWidget *focus = get_focus (self);

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->notes));
}

void
atlas_console_toggle_notes (AtlasConsole *self)
{
  g_return_if_fail (ATLAS_IS_CONSOLE (self));

  if (is_in_notes (self))
    atlas_console_focus_home (self);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->notes), GTK_DIR_TAB_BACKWARD); /* the text, not its buttons */
}

/* A button, a list or the notes keep what moves in them and what presses; a field and what pops up keep what is written, too. */
static AtlasPresenterPlace
get_place (AtlasConsole *self)
{
  GtkWidget *focus = get_focus (self);

  if (focus == NULL || focus == GTK_WIDGET (self->live))
    return ATLAS_PRESENTER_PLACE_PLAIN;
  if (GTK_IS_TEXT (focus) || gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL)
    return ATLAS_PRESENTER_PLACE_TEXT;

  return ATLAS_PRESENTER_PLACE_LIST;
}

static gboolean
resize_notes (AtlasConsole   *self,
              guint           keyval,
              GdkModifierType state)
{
  if ((state & GDK_CONTROL_MASK) == 0 || !is_in_notes (self))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (sizes[i].keyval == keyval)
      {
        atlas_console_notes_resize (self->notes, sizes[i].direction);
        return TRUE;
      }

  return FALSE;
}

/* Escape comes out of a list or the notes first. */
static gboolean
come_out (AtlasConsole *self,
          guint         keyval)
{
  GtkWidget *focus = get_focus (self);

  if (keyval != GDK_KEY_Escape || get_place (self) != ATLAS_PRESENTER_PLACE_LIST || GTK_IS_BUTTON (focus) ||
      gtk_widget_is_ancestor (focus, GTK_WIDGET (self->find)))
    return FALSE;

  atlas_console_focus_home (self);

  return TRUE;
}

static gboolean
key_pressed_cb (AtlasConsole          *self,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  const AtlasKeyBinding *binding = NULL;
  GdkEvent              *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller));
  g_autoptr (GVariant) parameter = NULL;

  if (resize_notes (self, keyval, state) || come_out (self, keyval))
    return GDK_EVENT_STOP;
  if (keyval == GDK_KEY_Tab || keyval == GDK_KEY_ISO_Left_Tab || keyval == GDK_KEY_KP_Tab)
    return GDK_EVENT_PROPAGATE;

  binding = atlas_presenter_keys_find (event, get_place (self));
  if (binding == NULL)
    return GDK_EVENT_PROPAGATE;

  if (binding->parameter != NULL)
    parameter = g_variant_ref_sink (g_variant_parse (NULL, binding->parameter, NULL, NULL, NULL));

  return gtk_widget_activate_action_variant (GTK_WIDGET (self), binding->action, parameter);
}

void
atlas_console_add_keys (AtlasConsole *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
turn_to (AtlasConsole *self,
         const char   *page)
{
  gtk_stack_set_visible_child_name (self->stack, page);
}

static void
overview_cb (AtlasConsole *self)
{
  turn_to (self, "steps");
  atlas_console_steps_focus (self->steps);
}

static void
find_cb (AtlasConsole *self)
{
  turn_to (self, "find");
  atlas_console_find_focus (self->find);
}

/* A tab that is clicked; only the search needs the keys at once. */
static void
page_cb (AtlasConsole *self,
         GVariant     *parameter)
{
  const char *page = g_variant_get_string (parameter, NULL);

  turn_to (self, page);
  if (g_str_equal (page, "find"))
    atlas_console_find_focus (self->find);
}

static void
step_hit_cb (AtlasConsole *self,
             GVariant     *parameter)
{
  turn_to (self, "find");
  atlas_console_find_step (self->find, g_variant_get_int32 (parameter));
}

static void
timer_cb (AtlasConsole *self,
          GVariant     *parameter)
{
  static const struct
  {
    const char *what;
    void (*act) (AtlasStopwatch *stopwatch);
  } acts[] = {
    { "start", atlas_stopwatch_start },
    { "pause", atlas_stopwatch_pause },
    { "reset", atlas_stopwatch_reset },
  };

  for (guint i = 0; self->stopwatch != NULL && i < G_N_ELEMENTS (acts); i++)
    if (g_str_equal (acts[i].what, g_variant_get_string (parameter, NULL)))
      acts[i].act (self->stopwatch);
}

static void
toggle_pointing_cb (AtlasConsole *self)
{
  atlas_presentation_set_pointing (self->presentation, !atlas_presentation_is_pointing (self->presentation));
}

void
atlas_console_make_actions (AtlasConsole *self)
{
  static const struct
  {
    const char *name;
    const char *type;
    GCallback   activate;
  } own[] = {
    { "overview", NULL, G_CALLBACK (overview_cb) },
    { "page", "s", G_CALLBACK (page_cb) },
    { "find", NULL, G_CALLBACK (find_cb) },
    { "step-hit", "i", G_CALLBACK (step_hit_cb) },
    { "timer", "s", G_CALLBACK (timer_cb) },
    { "toggle-pointing", NULL, G_CALLBACK (toggle_pointing_cb) },
    { "notes", NULL, G_CALLBACK (atlas_console_toggle_notes) },
  };

  g_clear_object (&self->actions);
  if (self->presentation != NULL)
    {
      self->actions = atlas_presenter_actions_new (self->presentation);
      for (guint i = 0; i < G_N_ELEMENTS (own); i++)
        {
          g_autoptr (GVariantType) type = own[i].type != NULL ? g_variant_type_new (own[i].type) : NULL;
          g_autoptr (GSimpleAction) action = g_simple_action_new (own[i].name, type);

          g_signal_connect_object (action, "activate", own[i].activate, self, G_CONNECT_SWAPPED);
          g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
        }
      g_signal_connect_object (self->actions, "action-added", G_CALLBACK (atlas_console_update_buttons), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->actions, "action-removed", G_CALLBACK (atlas_console_update_buttons), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->actions, "action-enabled-changed", G_CALLBACK (atlas_console_update_buttons), self, G_CONNECT_SWAPPED);
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "present", self->actions != NULL ? G_ACTION_GROUP (self->actions) : NULL);
}
