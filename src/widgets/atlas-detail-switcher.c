// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-detail-switcher.h"

#include "atlas-switcher-layout.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const struct
{
  AtlasPage   page;
  const char *icon; /* where there is no room for the word */
  const char *title;
  const char *hint;
} toggles[] = {
  { ATLAS_PAGE_ITEM,    "atlas-site-symbolic",        NC_ ("page", "Item"),    N_ ("What is known of the selected item (Alt+1)") },
  { ATLAS_PAGE_REPORT,  "x-office-document-symbolic", NC_ ("page", "Report"),  N_ ("The whole report (Alt+2)") },
  { ATLAS_PAGE_SOURCES, "atlas-citation-symbolic",    NC_ ("page", "Sources"), N_ ("All sources, and what rests on each (Alt+3)") },
  { ATLAS_PAGE_NOTES,   "document-edit-symbolic",     NC_ ("page", "Notes"),   N_ ("What you have written, marked and kept (Alt+4)") },
  { ATLAS_PAGE_TOURS,   "atlas-tour-symbolic",        NC_ ("page", "Tours"),   N_ ("Walks through the atlas, and your own (Alt+5)") },
};
/* clang-format on */

struct _AtlasDetailSwitcher
{
  GtkWidget     parent_instance;

  AtlasSession *session;
  GSignalGroup *session_signals;
  GtkWidget    *buttons[G_N_ELEMENTS (toggles)];
  gboolean      showing; /* the session's page: no toggle speaks for the user */
};

G_DEFINE_FINAL_TYPE (AtlasDetailSwitcher, atlas_detail_switcher, GTK_TYPE_WIDGET)

static void
show_session (AtlasDetailSwitcher *self)
{
  AtlasPage page = self->session != NULL ? atlas_session_get_page (self->session) : ATLAS_PAGE_REPORT;

  self->showing = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (toggles); i++)
    {
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]), toggles[i].page == page);
      gtk_widget_set_sensitive (self->buttons[i], self->session != NULL && (toggles[i].page != ATLAS_PAGE_ITEM ||
                                                                            atlas_session_get_selected (self->session) != NULL));
    }
  self->showing = FALSE;
}

/* A toggle that is pressed already stays so. */
static void
toggled_cb (AtlasDetailSwitcher *self,
            GtkToggleButton     *button)
{
  guint i = 0;

  if (self->showing || self->session == NULL)
    return;

  while (self->buttons[i] != GTK_WIDGET (button))
    i++;
  atlas_session_set_page (self->session, toggles[i].page);
  show_session (self);
}

static void
atlas_detail_switcher_dispose (GObject *object)
{
  AtlasDetailSwitcher *self = ATLAS_DETAIL_SWITCHER (object);

  if (self->session_signals != NULL)
    g_signal_group_set_target (self->session_signals, NULL);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  for (guint i = 0; i < G_N_ELEMENTS (toggles); i++)
    g_clear_pointer (&self->buttons[i], gtk_widget_unparent);

  G_OBJECT_CLASS (atlas_detail_switcher_parent_class)->dispose (object);
}

static void
atlas_detail_switcher_class_init (AtlasDetailSwitcherClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_detail_switcher_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, ATLAS_TYPE_SWITCHER_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "atlas-detail-switcher");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TAB_LIST);
}

static void
atlas_detail_switcher_init (AtlasDetailSwitcher *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "linked");

  for (guint i = 0; i < G_N_ELEMENTS (toggles); i++)
    {
      const char *title = g_dpgettext2 (GETTEXT_PACKAGE, "page", toggles[i].title);

      self->buttons[i] = gtk_toggle_button_new ();
      gtk_button_set_child (GTK_BUTTON (self->buttons[i]), atlas_switcher_create_content (toggles[i].icon, title));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
      gtk_widget_set_tooltip_text (self->buttons[i], _ (toggles[i].hint));
      gtk_widget_set_parent (self->buttons[i], GTK_WIDGET (self));
      g_signal_connect_object (self->buttons[i], "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
    }

  self->session_signals = g_signal_group_new (ATLAS_TYPE_SESSION);
  g_signal_group_connect_object (self->session_signals, "notify::page", G_CALLBACK (show_session), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "notify::selected", G_CALLBACK (show_session), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session_signals, "bind", G_CALLBACK (show_session), self, G_CONNECT_SWAPPED);
}

GtkWidget *
atlas_detail_switcher_new (void)
{
  return g_object_new (ATLAS_TYPE_DETAIL_SWITCHER, NULL);
}

void
atlas_detail_switcher_set_session (AtlasDetailSwitcher *self,
                                   AtlasSession        *session)
{
  g_return_if_fail (ATLAS_IS_DETAIL_SWITCHER (self));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  if (session == NULL)
    show_session (self);
}
