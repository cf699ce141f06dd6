// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-reader-private.h"

#include <glib/gi18n-lib.h>

/* Its head, its keys and what they do. */

static const double zooms[] = { 0.5, 0.67, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0 };

/* clang-format off */

/* While the focus is in the reader. */
static const AtlasKeyBinding reader_keys[] = {
  { "<Control>f",                                       "reader.find",           NULL, N_ ("Find in the report"),                  N_ ("Reading") },
  { "<Control>g|F3",                                    "reader.step",           "1",  N_ ("Next hit, or mention of what is selected"), N_ ("Reading") },
  { "<Shift><Control>g|<Shift>F3",                      "reader.step",           "-1", N_ ("Previous hit or mention"),             N_ ("Reading") },
  { "<Shift><Control>o",                                "reader.outline",        NULL, N_ ("Outline of the report"),               N_ ("Reading") },
  { "<Shift><Control>f",                                "reader.follow",         NULL, N_ ("Let clock and map follow the text"),   N_ ("Reading") },
  { "<Control>plus|<Control>equal|<Control>KP_Add",     "reader.zoom",           "1",  N_ ("Larger type"),                         N_ ("Reading") },
  { "<Control>minus|<Control>KP_Subtract",              "reader.zoom",           "-1", N_ ("Smaller type"),                        N_ ("Reading") },
  { "<Control>0|<Control>KP_0",                         "reader.zoom",           "0",  N_ ("Usual size of type"),                  N_ ("Reading") },
  { "F7",                                               "reader.caret",          NULL, N_ ("Move in the text with a caret"),       N_ ("Reading") },
};

/* Before the text sees them. */
static const AtlasKeyBinding text_keys[] = {
  { "Return|KP_Enter|ISO_Enter",                        "reader.activate",       NULL, N_ ("Open the mention or citation"),        N_ ("Reading") },
  { "space",                                            "reader.scroll",         "1",  N_ ("One page on"),                         N_ ("Reading") },
  { "<Shift>space",                                     "reader.scroll",         "-1", N_ ("One page back"),                       N_ ("Reading") },
  { "Menu|<Shift>F10",                                  "reader.menu",           NULL, N_ ("Copy, highlight, note"),               N_ ("Reading") },
};
/* clang-format on */

const AtlasKeyBinding *
atlas_reader_get_key_bindings (guint *n_bindings)
{
  *n_bindings = G_N_ELEMENTS (reader_keys);

  return reader_keys;
}

const AtlasKeyBinding *
atlas_reader_get_text_key_bindings (guint *n_bindings)
{
  *n_bindings = G_N_ELEMENTS (text_keys);

  return text_keys;
}

static void
step (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  AtlasReader *self = ATLAS_READER (widget);
  int          count = g_variant_get_int32 (parameter);

  if (atlas_reader_find_is_active (self))
    atlas_reader_find_step (self, count);
  else
    atlas_reader_mentions_step (self, count);
}

static void
zoom (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  AtlasReader *self = ATLAS_READER (widget);
  int          count = g_variant_get_int32 (parameter);
  double       wanted = count == 0 ? 1.0 : self->zoom;

  for (guint i = 0; count > 0 && i < G_N_ELEMENTS (zooms) && wanted == self->zoom; i++)
    if (zooms[i] > self->zoom + 0.01)
      wanted = zooms[i];
  for (guint i = G_N_ELEMENTS (zooms); count < 0 && i-- > 0 && wanted == self->zoom;)
    if (zooms[i] < self->zoom - 0.01)
      wanted = zooms[i];

  atlas_reader_set_zoom (self, wanted);
}

static void
scroll (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  AtlasReader *self = ATLAS_READER (widget);
  int          count = g_variant_get_int32 (parameter);

  g_signal_emit_by_name (self->view, "move-cursor", GTK_MOVEMENT_PAGES, count, FALSE);
}

static void
find (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  atlas_reader_find_open (ATLAS_READER (widget));
}

static void
outline (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  atlas_reader_outline_open (ATLAS_READER (widget));
}

void
atlas_reader_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char                 *name;
    const char                 *parameter_type;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "reader.find", NULL, find },
    { "reader.step", "i", step },
    { "reader.zoom", "i", zoom },
    { "reader.scroll", "i", scroll },
    { "reader.outline", NULL, outline },
  };
  static const char *const properties[][2] = {
    { "reader.caret", "caret" },
    { "reader.follow", "follow" },
    { "reader.copies-reference", "copies-reference" },
    { "reader.copies-citations", "copies-citations" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter_type, actions[i].activate);
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    gtk_widget_class_install_property_action (widget_class, properties[i][0], properties[i][1]);
  atlas_reader_links_install_actions (widget_class);
  atlas_reader_copy_install_actions (widget_class);
}

/* Home and End go to the ends of the text where there is no caret to go to those of its line. */
static gboolean
scroll_end_cb (GtkWidget *view,
               GVariant  *arguments,
               gpointer   user_data)
{
  if (gtk_text_view_get_cursor_visible (GTK_TEXT_VIEW (view)))
    return FALSE;

  g_signal_emit_by_name (view, "move-cursor", GTK_MOVEMENT_BUFFER_ENDS, g_variant_get_int32 (arguments), FALSE);

  return TRUE;
}

/* Escape is the window's while nobody looks for anything. */
static gboolean
leave_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  return atlas_reader_find_close (ATLAS_READER (widget));
}

static void
add_callback (GtkEventController *controller,
              const char         *trigger,
              GtkShortcutFunc     callback,
              int                 count)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger), gtk_callback_action_new (callback, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (count));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

static void
add_leave_key (AtlasReader *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  add_callback (controller, "Escape", leave_cb, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* The text uses some of these keys itself, so they are taken on their way to it. */
static void
add_text_keys (GtkWidget *view)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (text_keys); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (text_keys[i].trigger),
                                                gtk_named_action_new (text_keys[i].action));

      if (text_keys[i].parameter != NULL)
        gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 ((gint32) g_ascii_strtoll (text_keys[i].parameter, NULL, 10)));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  add_callback (controller, "Home|KP_Home", scroll_end_cb, -1);
  add_callback (controller, "End|KP_End", scroll_end_cb, 1);
  gtk_widget_add_controller (view, controller);
}

static GtkWidget *
add_button (GtkWidget  *head,
            GtkWidget  *button,
            const char *icon,
            const char *action,
            const char *words)
{
  gtk_button_set_icon_name (GTK_BUTTON (button), icon);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (head), button);

  return button;
}

static GMenuModel *
create_menu_model (void)
{
  static const struct
  {
    guint       section;
    const char *words;
    const char *action;
  } rows[] = {
    { 0, N_ ("_Larger Type"), "reader.zoom(1)" },
    { 0, N_ ("_Smaller Type"), "reader.zoom(-1)" },
    { 0, N_ ("_Usual Size"), "reader.zoom(0)" },
    { 1, N_ ("Move with a _Caret"), "reader.caret" },
    { 2, N_ ("Copy with the _Reference"), "reader.copies-reference" },
    { 2, N_ ("Copy with Citation _Marks"), "reader.copies-citations" },
  };
  g_autoptr (GMenu) section = NULL;
  GMenu *menu = g_menu_new ();
  guint  last = G_MAXUINT;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (rows[i].section != last)
        {
          g_clear_object (&section);
          section = g_menu_new ();
          g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
        }
      last = rows[i].section;
      g_menu_append (section, _ (rows[i].words), rows[i].action);
    }

  return G_MENU_MODEL (menu);
}

static void
add_menu (GtkWidget *head)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) model = create_menu_model ();

  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), model);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("How the report is read"));
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (head), button);
}

/* Retold / Original: there only where there is an original. */
static void
add_edition (AtlasReader *self)
{
  static const struct
  {
    const char *words;
    const char *action;
  } editions[] = {
    { N_ ("Retold"), "win.edition::retold" },
    { N_ ("Original"), "win.edition::original" },
  };

  self->edition = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->edition, "linked");
  gtk_widget_add_css_class (self->edition, "edition");
  for (guint i = 0; i < G_N_ELEMENTS (editions); i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (_ (editions[i].words));

      gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), editions[i].action);
      gtk_box_append (GTK_BOX (self->edition), button);
      if (i == 0)
        g_object_bind_property (button, "sensitive", self->edition, "visible", G_BINDING_SYNC_CREATE);
    }
  gtk_box_append (GTK_BOX (self->head), self->edition);
}

GtkWidget *
atlas_reader_create_page (AtlasReader *self)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *middle = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  gtk_widget_add_css_class (self->head, "head");
  atlas_reader_outline_create (self, GTK_BOX (self->head), GTK_BOX (middle));

  self->place = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->place), 0.0F);
  gtk_label_set_ellipsize (GTK_LABEL (self->place), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->place, TRUE);
  gtk_widget_add_css_class (self->place, "where");
  gtk_box_append (GTK_BOX (self->head), self->place);
  add_edition (self);
  add_button (self->head, gtk_button_new (), "edit-find-symbolic", "reader.find", _ ("Find in the report"));
  self->follow_button = add_button (self->head, gtk_toggle_button_new (), "find-location-symbolic", "reader.follow",
                                    _ ("Let clock and map follow the text"));
  add_menu (self->head);

  gtk_box_append (GTK_BOX (page), self->head);
  gtk_box_append (GTK_BOX (page), atlas_reader_find_create (self));
  gtk_box_append (GTK_BOX (middle), self->scroller);
  gtk_box_append (GTK_BOX (page), middle);
  gtk_box_append (GTK_BOX (page), atlas_reader_mentions_create (self));

  atlas_key_bindings_add_to_widget (GTK_WIDGET (self), reader_keys, G_N_ELEMENTS (reader_keys));
  add_leave_key (self);
  add_text_keys (self->view);

  return page;
}
