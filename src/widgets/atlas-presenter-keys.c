// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-presenter-keys.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
#define PLAIN ATLAS_PRESENTER_PLACE_PLAIN
#define LIST  (ATLAS_PRESENTER_PLACE_PLAIN | ATLAS_PRESENTER_PLACE_LIST)
#define ALL   (ATLAS_PRESENTER_PLACE_PLAIN | ATLAS_PRESENTER_PLACE_LIST | ATLAS_PRESENTER_PLACE_TEXT)

/* What remote controls send is among them: Page Up and Page Down, F5, Escape, full stop, b. */
static const AtlasKeyBinding bindings[] = {
  { "Page_Down|KP_Page_Down",               "present.next",        NULL,      N_ ("Next step"),                        N_ ("Presenting") },
  { "Page_Up|KP_Page_Up",                   "present.previous",    NULL,      N_ ("Previous step"),                    N_ ("Presenting") },
  { "n",                                    "present.next",        NULL,      NULL,                                    N_ ("Presenting") },
  { "Right|Down|KP_Right|KP_Down|space",    "present.next",        NULL,      N_ ("Next step"),                        N_ ("Presenting") },
  { "Left|Up|KP_Left|KP_Up|BackSpace|<Shift>space", "present.previous", NULL, N_ ("Previous step"),                    N_ ("Presenting") },
  { "Home|KP_Home",                         "present.first",       NULL,      N_ ("First step"),                       N_ ("Presenting") },
  { "End|KP_End",                           "present.last",        NULL,      N_ ("Last step"),                        N_ ("Presenting") },
  { "Return|KP_Enter|ISO_Enter",            "present.enter",       NULL,      N_ ("After the number of a step: go there; else next step"), N_ ("Presenting") },
  { "0|KP_0",                               "present.digit",       "0",       NULL,                                    N_ ("Presenting") },
  { "1|KP_1",                               "present.digit",       "1",       N_ ("No pointer"),                       N_ ("Presenting") },
  { "2|KP_2",                               "present.digit",       "2",       N_ ("Pointer that the hall sees"),       N_ ("Presenting") },
  { "3|KP_3",                               "present.digit",       "3",       NULL,                                    N_ ("Presenting") },
  { "4|KP_4",                               "present.digit",       "4",       NULL,                                    N_ ("Presenting") },
  { "5|KP_5",                               "present.digit",       "5",       NULL,                                    N_ ("Presenting") },
  { "6|KP_6",                               "present.digit",       "6",       NULL,                                    N_ ("Presenting") },
  { "7|KP_7",                               "present.digit",       "7",       NULL,                                    N_ ("Presenting") },
  { "8|KP_8",                               "present.digit",       "8",       NULL,                                    N_ ("Presenting") },
  { "9|KP_9",                               "present.digit",       "9",       NULL,                                    N_ ("Presenting") },
  { "Escape",                               "present.leave",       NULL,      N_ ("Back to the step, or end; in a kiosk too"), N_ ("Presenting") },
  { "b|period|KP_Decimal",                  "present.blank",       "'black'", N_ ("Black"),                            N_ ("Presenting") },
  { "w|comma",                              "present.blank",       "'white'", N_ ("White"),                            N_ ("Presenting") },
  { "f",                                    "present.freeze",      NULL,      N_ ("Freeze what the hall sees"),        N_ ("Presenting") },
  { "o|Tab",                                "present.overview",    NULL,      N_ ("Overview of all steps"),            N_ ("Presenting") },
  { "a",                                    "present.answer",      NULL,      N_ ("Show or hide the answer to the question"), N_ ("Presenting") },
  { "<Control>f|slash",                     "present.find",        NULL,      N_ ("Find; nothing changes until Enter"), N_ ("Presenting") },
  { "<Control>g|F3",                        "present.step-hit",    "1",       N_ ("Next hit"),                         N_ ("Presenting") },
  { "<Shift><Control>g|<Shift>F3",          "present.step-hit",    "-1",      N_ ("Previous hit"),                     N_ ("Presenting") },
  { "<Alt>Left|Back",                       "present.history",     "-1",      N_ ("Back to what was looked at before"), N_ ("Presenting") },
  { "<Alt>Right|Forward",                   "present.history",     "1",       N_ ("Forward"),                          N_ ("Presenting") },
  { "<Control>Left|<Control>KP_Left",       "present.step-clock",  "-1",      N_ ("Clock one step back"),              N_ ("Presenting") },
  { "<Control>Right|<Control>KP_Right",     "present.step-clock",  "1",       N_ ("Clock one step on"),                N_ ("Presenting") },
  { "<Shift><Control>Left",                 "present.step-change", "-1",      N_ ("Clock to the previous change"),     N_ ("Presenting") },
  { "<Shift><Control>Right",                "present.step-change", "1",       N_ ("Clock to the next change"),         N_ ("Presenting") },
  { "<Control>plus|<Control>equal|<Control>KP_Add|plus|KP_Add", "present.zoom", "1", N_ ("Map closer"),               N_ ("Presenting") },
  { "<Control>minus|<Control>KP_Subtract|minus|KP_Subtract", "present.zoom", "-1", N_ ("Map farther"),                 N_ ("Presenting") },
  { "<Control>0|<Control>KP_0",             "present.zoom",        "0",       N_ ("Map as the step has it"),           N_ ("Presenting") },
  { "s",                                    "present.timer",       "'start'", N_ ("Timer: start"),                     N_ ("Presenting") },
  { "p",                                    "present.timer",       "'pause'", N_ ("Timer: pause"),                     N_ ("Presenting") },
  { "<Control>t",                           "present.timer",       "'reset'", N_ ("Timer: reset"),                     N_ ("Presenting") },
  { "F9",                                   "present.notes",       NULL,      N_ ("Notes pane of the presenter window"), N_ ("Presenting") },
  { "c",                                    "present.console",     NULL,      N_ ("Presenter window"),                 N_ ("Presenting") },
  { "x",                                    "present.swap",        NULL,      N_ ("Swap screens"),                     N_ ("Presenting") },
  { "F11",                                  "present.fullscreen",  NULL,      N_ ("Full screen"),                      N_ ("Presenting") },
  { "<Control>question|F1",                 "present.show-keys",   NULL,      N_ ("Keys"),                             N_ ("Presenting") },
};

/* Where the focus may be; what is not named acts everywhere but in a field. */
static const struct
{
  const char         *trigger; /* as above */
  AtlasPresenterPlace places;
} places[] = {
  { "Page_Down|KP_Page_Down",            ALL },
  { "Page_Up|KP_Page_Up",                ALL },
  { "Right|Down|KP_Right|KP_Down|space", PLAIN },
  { "Left|Up|KP_Left|KP_Up|BackSpace|<Shift>space", PLAIN },
  { "Home|KP_Home",                      PLAIN },
  { "End|KP_End",                        PLAIN },
  { "Return|KP_Enter|ISO_Enter",         PLAIN },
  { "<Control>f|slash",                  LIST },
  { "<Control>g|F3",                     ALL },
  { "<Shift><Control>g|<Shift>F3",       ALL },
  { "<Control>t",                        ALL },
  { "F9",                                ALL },
  { "F11",                               ALL },
  { "<Control>question|F1",              ALL },
};
/* clang-format on */

const AtlasKeyBinding *
atlas_presenter_keys_get (guint *n_bindings)
{
  *n_bindings = G_N_ELEMENTS (bindings);

  return bindings;
}

static gboolean
acts_at (const AtlasKeyBinding *binding,
         AtlasPresenterPlace    place)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (places[i].trigger, binding->trigger))
      return (places[i].places & place) != 0;

  return (LIST & place) != 0;
}

/* Read once: a key comes often. */
static GtkShortcutTrigger *
get_trigger (guint index)
{
  static GtkShortcutTrigger *triggers[G_N_ELEMENTS (bindings)];

  if (triggers[index] == NULL)
    triggers[index] = gtk_shortcut_trigger_parse_string (bindings[index].trigger);

  return triggers[index];
}

static const AtlasKeyBinding *
find_match (GdkEvent           *event,
            AtlasPresenterPlace place,
            GdkKeyMatch         match)
{
  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    if (acts_at (&bindings[i], place) && gtk_shortcut_trigger_trigger (get_trigger (i), event, FALSE) == match)
      return &bindings[i];

  return NULL;
}

const AtlasKeyBinding *
atlas_presenter_keys_find (GdkEvent           *event,
                           AtlasPresenterPlace place)
{
  const AtlasKeyBinding *found = NULL;

  g_return_val_if_fail (event != NULL, NULL);

  found = find_match (event, place, GDK_KEY_MATCH_EXACT);

  return found != NULL ? found : find_match (event, place, GDK_KEY_MATCH_PARTIAL);
}

static AtlasPresenterPlace
get_place (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus == NULL || !gtk_widget_get_mapped (focus))
    return ATLAS_PRESENTER_PLACE_PLAIN;
  if (GTK_IS_TEXT (focus) || (GTK_IS_TEXT_VIEW (focus) && gtk_text_view_get_editable (GTK_TEXT_VIEW (focus))))
    return ATLAS_PRESENTER_PLACE_TEXT;
  if (gtk_widget_get_ancestor (focus, GTK_TYPE_FLOW_BOX) != NULL || gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX) != NULL ||
      gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BASE) != NULL)
    return ATLAS_PRESENTER_PLACE_LIST;

  return ATLAS_PRESENTER_PLACE_PLAIN;
}

static gboolean
key_pressed_cb (GtkWidget             *widget,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  GdkEvent              *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller));
  const AtlasKeyBinding *binding = atlas_presenter_keys_find (event, get_place (widget));
  g_autoptr (GVariant) parameter = NULL;

  if (binding == NULL)
    return GDK_EVENT_PROPAGATE;

  if (binding->parameter != NULL)
    parameter = g_variant_ref_sink (g_variant_parse (NULL, binding->parameter, NULL, NULL, NULL));

  return gtk_widget_activate_action_variant (widget, binding->action, parameter);
}

void
atlas_presenter_keys_add_to_widget (GtkWidget *widget)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), widget, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, keys);
}
