// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-sources-page-private.h"

#include "atlas-pair-layout.h"

#include <glib/gi18n-lib.h>

static const char *const roles[] = {
  [ATLAS_SOURCES_ALL] = NC_ ("sources", "All Sources"),
  [ATLAS_SOURCES_REPORT] = NC_ ("sources", "The Report’s Own"),
  [ATLAS_SOURCES_INDEPENDENT] = NC_ ("sources", "Independent"),
};

G_STATIC_ASSERT (G_N_ELEMENTS (roles) == ATLAS_N_SOURCES);

void
atlas_sources_page_show_counts (AtlasSourcesPage *self)
{
  guint            n_selected = atlas_source_list_view_get_n_selected (self->view);
  guint            n_shown = g_list_model_get_n_items (atlas_source_list_get_shown (self->list));
  g_autofree char *counts = atlas_source_list_dup_counts (self->list);
  g_autofree char *selected = g_strdup_printf (ngettext ("%u selected", "%u selected", n_selected), n_selected);
  g_autofree char *both = g_strdup_printf ("%s; %s", counts, selected);
  const char      *text = n_selected > 1 ? both : counts;

  if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (self->counts)), text) != 0)
    gtk_label_set_text (GTK_LABEL (self->counts), text);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), n_shown > 0 ? "list" : "none");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sources.export-selected", n_selected > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sources.export-shown", n_shown > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sources.copy", n_shown > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sources.select-all", n_shown > 0);
}

static void
list_changed_cb (AtlasSourcesPage *self)
{
  atlas_sources_page_show_counts (self);
}

static void
typed_cb (AtlasSourcesPage *self)
{
  const char      *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *none = *words != '\0' ? g_strdup_printf (_ ("No source has “%s”"), words) : g_strdup (_ ("There are no sources"));

  gtk_label_set_text (GTK_LABEL (self->none), none);
  atlas_source_list_set_words (self->list, words);
}

static void
role_changed_cb (AtlasSourcesPage *self)
{
  atlas_source_list_set_sources (self->list, (AtlasSources) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->roles)));
}

static void
sort_changed_cb (AtlasSourcesPage *self)
{
  atlas_source_list_set_sort (self->list, (AtlasSourceSort) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->sorts)));
}

static void
stop_search_cb (AtlasSourcesPage *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static gboolean
entry_key_cb (AtlasSourcesPage *self,
              guint             keyval,
              guint             keycode,
              GdkModifierType   state)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;

  atlas_source_list_view_focus_row (self->view, 0);

  return GDK_EVENT_STOP;
}

static void
opened_cb (AtlasSourcesPage *self,
           AtlasSourceEntry *entry)
{
  if (self->session == NULL)
    return;

  atlas_session_show_source (self->session, atlas_reference_get_id (atlas_source_entry_get_reference (entry)));
  if (!gtk_widget_get_child_visible (self->list_side))
    gtk_widget_child_focus (self->card_side, GTK_DIR_TAB_FORWARD);
}

static void
clear_cb (AtlasSourcesPage *self)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->roles), ATLAS_SOURCES_ALL);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_grab_focus (self->entry);
}

/* Ids of @references as the window's action wants them. */
static void
export_references (GtkWidget *widget,
                   GPtrArray *references) /* (nullable): all */
{
  g_autoptr (GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE ("as"));

  for (guint i = 0; references != NULL && i < references->len; i++)
    g_variant_builder_add (builder, "s", atlas_reference_get_id (g_ptr_array_index (references, i)));
  gtk_widget_activate_action (widget, "win.export-references", "as", builder);
}

static void
export_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  AtlasSourcesPage *self = ATLAS_SOURCES_PAGE (widget);
  g_autoptr (GPtrArray) references = NULL;

  if (!g_str_equal (action_name, "sources.export-all"))
    references = atlas_source_list_view_dup_references (self->view, g_str_equal (action_name, "sources.export-shown"));
  export_references (widget, references);
}

/* Those that are selected, or else all that are shown, one in a line. */
static void
copy_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  AtlasSourcesPage *self = ATLAS_SOURCES_PAGE (widget);
  gboolean          all = atlas_source_list_view_get_n_selected (self->view) == 0;
  g_autoptr (GPtrArray) references = atlas_source_list_view_dup_references (self->view, all);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < references->len; i++)
    {
      g_autofree char *line = atlas_reference_format (g_ptr_array_index (references, i));

      g_string_append_printf (text, "%s\n", line);
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text->str);
}

static void
select_all_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  atlas_source_list_view_select_all (ATLAS_SOURCES_PAGE (widget)->view);
}

void
atlas_sources_page_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char                 *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "sources.export-selected", export_cb },
    { "sources.export-shown", export_cb },
    { "sources.export-all", export_cb },
    { "sources.copy", copy_cb },
    { "sources.select-all", select_all_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
}

static GMenuModel *
create_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) export = g_menu_new ();
  g_autoptr (GMenu) edit = g_menu_new ();

  g_menu_append (export, _ ("Export the _Selected…"), "sources.export-selected");
  g_menu_append (export, _ ("Export the Shown…"), "sources.export-shown");
  g_menu_append (export, _ ("Export _All…"), "sources.export-all");
  g_menu_append (edit, _ ("_Copy References"), "sources.copy");
  g_menu_append (edit, _ ("Select All"), "sources.select-all");
  g_menu_append (edit, _ ("Add a _Reference…"), "win.add-reference(uint32 0)");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (export));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (edit));

  return G_MENU_MODEL (menu);
}

static void
create_entry (AtlasSourcesPage *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _ ("Title, author, address"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Find a source"), -1);
  g_signal_connect_object (self->entry, "search-changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "stop-search", G_CALLBACK (stop_search_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (entry_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, key);
}

static GtkWidget *
create_drop_down (AtlasSourcesPage  *self,
                  const char        *label,
                  const char *const *names,
                  GCallback          changed)
{
  GtkWidget *drop_down = gtk_drop_down_new_from_strings (names);

  gtk_widget_set_hexpand (drop_down, TRUE);
  gtk_widget_set_tooltip_text (drop_down, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (drop_down, "notify::selected", changed, self, G_CONNECT_SWAPPED);

  return drop_down;
}

static GtkWidget *
create_choices (AtlasSourcesPage *self)
{
  GtkWidget  *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  const char *role_names[ATLAS_N_SOURCES + 1] = { NULL };
  const char *sort_names[ATLAS_N_SOURCE_SORTS + 1] = { NULL };

  for (guint i = 0; i < ATLAS_N_SOURCES; i++)
    role_names[i] = g_dpgettext2 (GETTEXT_PACKAGE, "sources", roles[i]);
  for (guint i = 0; i < ATLAS_N_SOURCE_SORTS; i++)
    sort_names[i] = atlas_source_sort_get_name ((AtlasSourceSort) i);
  self->roles = create_drop_down (self, _ ("Whose sources"), role_names, G_CALLBACK (role_changed_cb));
  self->sorts = create_drop_down (self, _ ("Order"), sort_names, G_CALLBACK (sort_changed_cb));
  gtk_box_append (GTK_BOX (box), self->roles);
  gtk_box_append (GTK_BOX (box), self->sorts);
  gtk_widget_set_layout_manager (box, atlas_pair_layout_new (6, 0)); /* where text is large they stand one below the other */
  gtk_widget_add_css_class (box, "choices");

  return box;
}

static GtkWidget *
create_counts (AtlasSourcesPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *menu = gtk_menu_button_new ();
  g_autoptr (GMenuModel) model = create_menu ();

  self->counts = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->counts), 0.0F);
  gtk_label_set_wrap (GTK_LABEL (self->counts), TRUE);
  gtk_widget_set_hexpand (self->counts, TRUE);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (menu), _ ("Export"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (menu), model);
  gtk_widget_set_valign (menu, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (menu, "flat");
  gtk_widget_add_css_class (box, "counts");
  gtk_box_append (GTK_BOX (box), self->counts);
  gtk_box_append (GTK_BOX (box), menu);

  return box;
}

static GtkWidget *
create_none (AtlasSourcesPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *button = gtk_button_new_with_label (_ ("Show All Sources"));

  self->none = gtk_label_new (_ ("There are no sources"));
  gtk_label_set_wrap (GTK_LABEL (self->none), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->none), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (self->none), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (self->none, "dim-label");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "none");
  g_signal_connect_object (button, "clicked", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->none);
  gtk_box_append (GTK_BOX (box), button);

  return box;
}

void
atlas_sources_page_create_list_side (AtlasSourcesPage *self)
{
  create_entry (self);
  self->view = ATLAS_SOURCE_LIST_VIEW (atlas_source_list_view_new (self->list));
  g_signal_connect_object (self->view, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "selection-changed", G_CALLBACK (list_changed_cb), self, G_CONNECT_SWAPPED);

  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_stack_add_named (GTK_STACK (self->stack), GTK_WIDGET (self->view), "list");
  gtk_stack_add_named (GTK_STACK (self->stack), create_none (self), "none");

  self->list_side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->list_side), self->entry);
  gtk_box_append (GTK_BOX (self->list_side), create_choices (self));
  gtk_box_append (GTK_BOX (self->list_side), create_counts (self));
  gtk_box_append (GTK_BOX (self->list_side), self->stack);
  gtk_widget_set_parent (self->list_side, GTK_WIDGET (self));
  g_signal_connect_object (self->list, "changed", G_CALLBACK (list_changed_cb), self, G_CONNECT_SWAPPED);
}
