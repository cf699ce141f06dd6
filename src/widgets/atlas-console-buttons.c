// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-console-private.h"

#include "atlas-wrap-layout.h"

#include <glib/gi18n-lib.h>

/* Everything that a key does has a button, and every button says its key. */

typedef gboolean (*Ask) (AtlasPresentation *presentation);

static gboolean
is_black (AtlasPresentation *presentation)
{
  return atlas_presentation_get_blank (presentation) == ATLAS_BLANK_BLACK;
}

static gboolean
is_white (AtlasPresentation *presentation)
{
  return atlas_presentation_get_blank (presentation) == ATLAS_BLANK_WHITE;
}

static gboolean
has_question (AtlasPresentation *presentation)
{
  AtlasTourStep *step = atlas_presentation_get_current (presentation);

  return step != NULL && atlas_tour_step_get_question (step) != NULL;
}

/* clang-format off */
static const struct
{
  const char *label;
  const char *key;       /* as it is written on it */
  const char *tooltip;
  const char *action;
  const char *parameter; /* (nullable): as a GVariant text */
  const char *css_class; /* (nullable) */
  Ask         is_on;     /* (nullable): of a button that stays down */
  Ask         is_shown;  /* (nullable): always */
} buttons[] = {
  { N_ ("Previous"), "PgUp",   N_ ("Previous step (Page Up, Left, Up, Backspace)"), "present.previous", NULL, NULL, NULL, NULL },
  { N_ ("Next"),     "PgDn",   N_ ("Next step (Page Down, Right, Down, Space, N)"),    "present.next", NULL, "suggested-action", NULL, NULL },
  { N_ ("Black"),    "B",      N_ ("Black for the hall (B or full stop)"),             "present.blank", "'black'", NULL, is_black, NULL },
  { N_ ("White"),    "W",      N_ ("White for the hall (W or comma)"),                 "present.blank", "'white'", NULL, is_white, NULL },
  { N_ ("Freeze"),   "F",      N_ ("Freeze what the hall sees (F)"),                   "present.freeze", NULL, NULL, atlas_presentation_is_frozen, NULL },
  { N_ ("Pointer"),  "2",      N_ ("Point in the picture, for the hall to see (2; 1 ends it)"), "present.toggle-pointing", NULL, NULL, atlas_presentation_is_pointing, NULL },
  { N_ ("Answer"),   "A",      N_ ("Show the hall the answer (A)"),                    "present.answer", NULL, NULL, atlas_presentation_is_answer_shown, has_question },
  { N_ ("Swap Screens"), "X",  N_ ("Exchange the two screens (X)"),                    "present.swap", NULL, NULL, NULL, NULL },
  { N_ ("End"),      "Esc",    N_ ("End the presentation (Esc, when not wandering)"),  "present.end", NULL, NULL, NULL, NULL },
};

static const struct
{
  const char *page;
  const char *label;
  const char *key;
  const char *tooltip;
} tabs[] = {
  { "steps",   N_ ("Steps"),   "O",      N_ ("All steps, to choose among; the hall does not see it (O)") },
  { "sources", N_ ("Sources"), NULL,     N_ ("What to quote if asked; the hall does not see it") },
  { "find",    N_ ("Find"),    "Ctrl+F", N_ ("Find; the hall sees nothing until Enter (Ctrl+F or /)") },
};
/* clang-format on */

/* What it does, and beside it its key. */
static void
label_button (GtkWidget  *button,
              const char *label,
              const char *key, /* (nullable) */
              const char *tooltip)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *words = gtk_label_new (label);
  GtkWidget *hint = gtk_label_new (key);

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), words);
  if (key != NULL)
    {
      gtk_widget_add_css_class (hint, "key");
      gtk_box_append (GTK_BOX (box), hint);
    }
  else
    g_object_unref (g_object_ref_sink (hint));
  gtk_button_set_child (GTK_BUTTON (button), box);

  gtk_widget_set_focus_on_click (button, FALSE); /* the keys stay the presenter's */
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static GtkWidget *
create_button (guint index)
{
  GtkWidget *button = buttons[index].is_on != NULL ? gtk_toggle_button_new () : gtk_button_new ();

  label_button (button, _ (buttons[index].label), buttons[index].key, _ (buttons[index].tooltip));
  if (buttons[index].css_class != NULL)
    gtk_widget_add_css_class (button, buttons[index].css_class);
  if (buttons[index].parameter != NULL) /* first: GTK warns of an action that wants one */
    gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), g_variant_parse (NULL, buttons[index].parameter, NULL, NULL, NULL));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), buttons[index].action);

  return button;
}

void
atlas_console_add_buttons (AtlasConsole *self)
{
  gtk_widget_set_layout_manager (self->buttons, atlas_wrap_layout_new (6));
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    gtk_box_append (GTK_BOX (self->buttons), create_button (i));
}

static gboolean
has_action (AtlasConsole *self,
            const char   *action)
{
  const char *name = strchr (action, '.') + 1;

  return self->actions != NULL && g_action_group_get_action_enabled (G_ACTION_GROUP (self->actions), name);
}

void
atlas_console_update_buttons (AtlasConsole *self)
{
  GtkWidget *button = gtk_widget_get_first_child (self->buttons);

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      gboolean shown = self->presentation != NULL && has_action (self, buttons[i].action) &&
                       (buttons[i].is_shown == NULL || buttons[i].is_shown (self->presentation));

      gtk_widget_set_visible (button, shown);
      if (shown && buttons[i].is_on != NULL)
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), buttons[i].is_on (self->presentation));
      button = gtk_widget_get_next_sibling (button);
    }
}

void
atlas_console_add_tabs (AtlasConsole *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    {
      GtkWidget *tab = gtk_toggle_button_new ();

      label_button (tab, _ (tabs[i].label), tabs[i].key, _ (tabs[i].tooltip));
      gtk_actionable_set_action_target (GTK_ACTIONABLE (tab), "s", tabs[i].page);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (tab), "present.page");
      gtk_box_append (GTK_BOX (self->tabs), tab);
    }
}

/* Which is on top, and how many sources there are. */
void
atlas_console_update_tabs (AtlasConsole *self)
{
  const char *page = gtk_stack_get_visible_child_name (self->stack);
  GtkWidget  *tab = gtk_widget_get_first_child (self->tabs);

  for (guint i = 0; tab != NULL && i < G_N_ELEMENTS (tabs); i++)
    {
      guint            n = g_str_equal (tabs[i].page, "sources") ? atlas_console_sources_get_n_sources (self->sources) : 0;
      g_autofree char *words = n > 0 ? g_strdup_printf ("%s (%u)", _ (tabs[i].label), n) : g_strdup (_ (tabs[i].label));

      gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (tab)))), words);
      gtk_accessible_update_property (GTK_ACCESSIBLE (tab), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tab), g_strcmp0 (page, tabs[i].page) == 0);
      tab = gtk_widget_get_next_sibling (tab);
    }
}
