// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-filter-chips.h"

#include "atlas-wrap-layout.h"

#include <glib/gi18n-lib.h>

struct _AtlasFilterChips
{
  GtkWidget     parent_instance;

  AtlasSession *session;
};

G_DEFINE_FINAL_TYPE (AtlasFilterChips, atlas_filter_chips, GTK_TYPE_WIDGET)

/* The filter that a chip leaves. */
#define FILTER_KEY "atlas-filter"

static void
clicked_cb (AtlasFilterChips *self,
            GtkWidget        *chip)
{
  g_autoptr (AtlasFilter) filter = atlas_filter_ref (g_object_get_data (G_OBJECT (chip), FILTER_KEY));

  atlas_session_set_filter (self->session, filter);
}

static void
add_button (AtlasFilterChips *self,
            GtkWidget        *button,
            AtlasFilter      *left)
{
  g_object_set_data_full (G_OBJECT (button), FILTER_KEY, left, (GDestroyNotify) atlas_filter_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

/* Takes @left, what is chosen once the chip is gone. */
static void
add_chip (AtlasFilterChips *self,
          const char       *title,
          AtlasFilter      *left)
{
  GtkWidget       *chip = gtk_button_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget       *label = gtk_label_new (title);
  g_autofree char *words = g_strdup_printf (_ ("Remove the filter “%s”"), title);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_tooltip_text (chip, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  add_button (self, chip, left);
}

static const char *
get_title (const AtlasTerm *term,
           const char      *id,
           AtlasSession    *session)
{
  return term != NULL ? atlas_term_get_title (term, atlas_session_get_language (session)) : id;
}

static void
add_terms (AtlasFilterChips    *self,
           const AtlasManifest *manifest,
           const AtlasFilter   *filter)
{
  const char *const *themes = atlas_filter_get_themes (filter);
  const char *const *actors = atlas_filter_get_actors (filter);

  for (guint i = 0; themes[i] != NULL; i++)
    add_chip (self, get_title (atlas_manifest_find_theme (manifest, themes[i]), themes[i], self->session),
              atlas_filter_toggle_theme (filter, themes[i]));

  for (guint kind = 0; kind < ATLAS_N_KINDS; kind++)
    if (atlas_filter_has_kind (filter, kind))
      add_chip (self, get_title (atlas_manifest_find_kind (manifest, kind), atlas_kind_get_name (kind), self->session),
                atlas_filter_toggle_kind (filter, kind));

  for (guint i = 0; actors[i] != NULL; i++)
    add_chip (self, get_title (atlas_manifest_find_actor (manifest, actors[i]), actors[i], self->session),
              atlas_filter_toggle_actor (filter, actors[i]));
}

/* Rows of the map's legend. */
static void
add_signs (AtlasFilterChips  *self,
           const AtlasFilter *filter)
{
  for (guint kind = 0; kind < ATLAS_N_KINDS; kind++)
    for (guint sign = 0; sign < ATLAS_N_STATUSES * ATLAS_N_CARGOES; sign++)
      {
        AtlasStatus status = (AtlasStatus) (sign / ATLAS_N_CARGOES);
        AtlasCargo  cargo = (AtlasCargo) (sign % ATLAS_N_CARGOES);

        if (atlas_filter_has_sign (filter, kind, status, cargo))
          {
            g_autofree char *words = atlas_sign_to_words (kind, status, cargo);

            add_chip (self, words, atlas_filter_toggle_sign (filter, kind, status, cargo));
          }
      }

  for (guint level = 0; level < ATLAS_N_EVIDENCE_LEVELS; level++)
    if (atlas_filter_has_evidence (filter, level))
      add_chip (self, atlas_evidence_level_get_name (level), atlas_filter_toggle_evidence (filter, level));
}

static void
add_chips (AtlasFilterChips *self)
{
  AtlasDataset      *dataset = atlas_session_get_dataset (self->session);
  const AtlasFilter *filter = atlas_session_get_filter (self->session);
  AtlasTimeSpan      window = atlas_filter_get_window (filter);
  const char        *text = atlas_filter_get_text (filter);

  if (dataset != NULL)
    add_terms (self, atlas_dataset_get_manifest (dataset), filter);
  add_signs (self, filter);

  if (!atlas_time_span_is_empty (window))
    {
      g_autofree char *words = atlas_time_span_to_words (window);

      add_chip (self, words, atlas_filter_with_window (filter, ATLAS_TIME_SPAN_NONE));
    }

  if (text != NULL)
    {
      g_autofree char *words = g_strdup_printf (_ ("“%s”"), text);

      add_chip (self, words, atlas_filter_with_text (filter, NULL));
    }
}

static void
add_clear_all (AtlasFilterChips *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Clear all"));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "chip");
  add_button (self, button, atlas_filter_new ());
}

static void
remove_chips (AtlasFilterChips *self)
{
  while (gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_unparent (gtk_widget_get_first_child (GTK_WIDGET (self)));
}

static void
atlas_filter_chips_dispose (GObject *object)
{
  AtlasFilterChips *self = ATLAS_FILTER_CHIPS (object);

  remove_chips (self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_filter_chips_parent_class)->dispose (object);
}

static void
atlas_filter_chips_class_init (AtlasFilterChipsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_filter_chips_dispose;

  gtk_widget_class_set_css_name (widget_class, "atlas-filter-chips");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_filter_chips_init (AtlasFilterChips *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), atlas_wrap_layout_new (4));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Filters that are set"), -1);
}

void
atlas_filter_chips_update (AtlasFilterChips *self,
                           AtlasSession     *session)
{
  gboolean had_focus = FALSE;
  gboolean is_empty = TRUE;

  g_return_if_fail (ATLAS_IS_FILTER_CHIPS (self));

  g_set_object (&self->session, session);
  had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  remove_chips (self);

  is_empty = session == NULL || atlas_filter_is_empty (atlas_session_get_filter (session));
  if (!is_empty)
    {
      add_chips (self);
      add_clear_all (self);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), !is_empty);

  /* The chip that was just removed had the focus: the next one gets it, so that keys can remove them all. */
  if (had_focus && !is_empty)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}
