// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-detail-parts.h"

#include "atlas-phase-bar.h"

#include <glib/gi18n-lib.h>

GtkWidget *
atlas_detail_create_heading (const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "part-heading");

  return label;
}

GtkWidget *
atlas_detail_create_text (const char *markup)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);

  return label;
}

void
atlas_detail_go_to_passage (AtlasSession *session,
                            const char   *passage_id)
{
  g_autofree char *id = g_strdup (passage_id); /* it may be of a widget that goes */

  if (g_strcmp0 (atlas_session_get_passage (session), id) == 0)
    atlas_session_set_passage (session, NULL);
  atlas_session_set_passage (session, id);
}

void
atlas_detail_keep_focus (GtkWidget *leaving,
                         GtkWidget *heir)
{
  GtkRoot   *root = gtk_widget_get_root (leaving);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && (focus == leaving || gtk_widget_is_ancestor (focus, leaving)))
    gtk_widget_grab_focus (heir);
}

static void
add_linked_text (GtkBox     *box,
                 const char *markup,
                 GCallback   link_activated,
                 gpointer    user_data)
{
  GtkWidget *label = atlas_detail_create_text (markup);

  g_signal_connect_object (label, "activate-link", link_activated, user_data, G_CONNECT_SWAPPED);
  gtk_box_append (box, label);
}

/* The names of languages, each in itself. */
static const struct
{
  const char *tag;
  const char *name;
} languages[] = {
  { "az", "Azərbaycanca" },
  { "en", "English" },
  { "hy", "Հայերեն" },
  { "ka", "ქართული" },
  { "ru", "Русский" },
  { "tr", "Türkçe" },
  { "uk", "Українська" },
};

static const char *
get_language_name (const char *tag)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_strcmp0 (languages[i].tag, tag) == 0)
      return languages[i].name;

  return tag;
}

static int
compare_tags (const void *a,
              const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

void
atlas_detail_add_names (GtkBox       *page,
                        AtlasSession *session,
                        AtlasItem    *item)
{
  GHashTable          *names = atlas_item_get_names (item);
  g_autofree gpointer *tags = g_hash_table_get_keys_as_array (names, NULL);
  g_autoptr (GString) markup = g_string_new (NULL);
  const char *shown = atlas_item_get_name (item, atlas_session_get_language (session));

  qsort (tags, g_hash_table_size (names), sizeof (gpointer), compare_tags);
  for (guint i = 0; tags[i] != NULL; i++)
    {
      const char      *name = g_hash_table_lookup (names, tags[i]);
      g_autofree char *line = g_markup_printf_escaped ("<span alpha=\"65%%\">%s</span>  %s", get_language_name (tags[i]), name);

      g_string_append_printf (markup, "%s%s", i > 0 ? "\n" : "", line);
    }

  if (g_strcmp0 (shown, atlas_item_get_title (item)) != 0)
    {
      g_autofree char *title = g_markup_printf_escaped ("<span alpha=\"65%%\">%s</span>  %s\n", get_language_name ("en"),
                                                        atlas_item_get_title (item));

      g_string_prepend (markup, title);
    }

  if (markup->len > 0)
    gtk_box_append (page, atlas_detail_create_text (markup->str));
}

void
atlas_detail_append_names (GString           *markup,
                           AtlasSession      *session,
                           const char *const *ids)
{
  AtlasBibliography *bibliography = atlas_dataset_get_bibliography (atlas_session_get_dataset (session));

  for (guint i = 0; ids[i] != NULL; i++)
    {
      AtlasReference             *reference = atlas_bibliography_lookup (bibliography, ids[i]);
      const AtlasReferenceFields *fields = reference != NULL ? atlas_reference_get_fields (reference) : NULL;
      const char                 *name = ids[i];
      g_autofree char            *link = NULL;

      if (fields != NULL)
        name = fields->container != NULL ? fields->container : fields->publisher != NULL ? fields->publisher
                                                                                         : fields->title;

      link = g_markup_printf_escaped ("<a href=\"source:%s\">%s</a>", ids[i], name);
      g_string_append_printf (markup, "%s%s", i > 0 ? "; " : "", link);
    }
}

/* " ‹bp · Trend›": who says so, each a link to its card. Says so when nobody does. */
static void
append_sources (GString           *markup,
                AtlasSession      *session,
                const char *const *ids,
                const char        *without)
{
  if (ids == NULL || ids[0] == NULL)
    {
      if (without != NULL)
        g_string_append_printf (markup, " <small><i>%s</i></small>", without);
      return;
    }

  g_string_append (markup, " <small>[");
  atlas_detail_append_names (markup, session, ids);
  g_string_append (markup, "]</small>");
}

void
atlas_detail_add_phases (GtkBox       *page,
                         AtlasSession *session,
                         AtlasItem    *item,
                         GCallback     link_activated,
                         gpointer      user_data)
{
  GPtrArray *phases = atlas_item_get_phases (item);
  GPtrArray *milestones = atlas_item_get_milestones (item);

  if (phases->len > 0)
    {
      GtkWidget *bar = atlas_phase_bar_new (item);

      gtk_box_append (page, atlas_detail_create_heading (_ ("Phases")));
      atlas_phase_bar_set_clock (ATLAS_PHASE_BAR (bar), atlas_session_get_clock (session));
      gtk_box_append (page, bar);
      g_object_set_data (G_OBJECT (page), "phase-bar", bar);
    }

  for (guint i = 0; i < phases->len; i++)
    {
      const AtlasPhase *phase = g_ptr_array_index (phases, i);
      g_autofree char  *when = atlas_edtf_to_words (&phase->when.edtf);
      g_autoptr (GString) markup = g_string_new (NULL);
      g_autofree char *head = g_markup_printf_escaped ("<b>%s</b>  %s",
                                                       atlas_kind_get_status_name (atlas_item_get_kind (item), phase->status), when);
      g_autofree char *note = phase->note != NULL ? g_markup_printf_escaped ("\n%s", phase->note) : NULL;

      g_string_append (markup, head);
      if (note != NULL && phase->note[0] != '\0')
        g_string_append (markup, note);
      append_sources (markup, session, (const char *const *) phase->sources, NULL);
      add_linked_text (page, markup->str, link_activated, user_data);
    }

  if (milestones->len > 0)
    gtk_box_append (page, atlas_detail_create_heading (_ ("Dates")));

  for (guint i = 0; i < milestones->len; i++)
    {
      const AtlasMilestone *milestone = g_ptr_array_index (milestones, i);
      g_autofree char      *when = atlas_edtf_to_words (&milestone->when.edtf);
      g_autoptr (GString) markup = g_string_new (NULL);
      g_autofree char *line = g_markup_printf_escaped ("<b>%s</b>  %s", when, milestone->note);

      g_string_append (markup, line);
      append_sources (markup, session, (const char *const *) milestone->sources, NULL);
      add_linked_text (page, markup->str, link_activated, user_data);
    }
}

/* "Carries oil": what a line is for and how much of it, each value with its dates where there are several. */
void
atlas_detail_add_cargo (GtkBox       *page,
                        AtlasSession *session,
                        AtlasItem    *item,
                        GCallback     link_activated,
                        gpointer      user_data)
{
  GPtrArray *capacities = atlas_item_get_capacities (item);
  g_autoptr (GString) markup = g_string_new (NULL);

  if (atlas_item_get_cargo (item) != ATLAS_CARGO_NONE)
    {
      g_autofree char *carries = g_strdup_printf (_ ("Carries: %s"), atlas_cargo_get_name (atlas_item_get_cargo (item)));
      g_autofree char *escaped = g_markup_escape_text (carries, -1);

      g_string_append (markup, escaped);
    }
  for (guint i = 0; i < capacities->len; i++)
    {
      const AtlasCapacity *capacity = g_ptr_array_index (capacities, i);
      g_autofree char     *words = atlas_capacity_to_words (capacity);
      g_autofree char     *when = atlas_edtf_to_words (&capacity->when.edtf);
      g_autofree char     *line = g_strdup_printf (_ ("Capacity: %s"), words);
      g_autofree char     *escaped = g_markup_escape_text (line, -1);

      g_string_append_printf (markup, "%s%s", markup->len > 0 ? "\n" : "", escaped);
      if (capacities->len > 1)
        g_string_append_printf (markup, " (%s)", when);
      append_sources (markup, session, (const char *const *) capacity->sources, _ ("not verified"));
    }

  if (markup->len > 0)
    add_linked_text (page, markup->str, link_activated, user_data);
}

void
atlas_detail_add_sources (GtkBox       *page,
                          AtlasSession *session,
                          AtlasItem    *item,
                          GCallback     link_activated,
                          gpointer      user_data)
{
  AtlasDataset      *dataset = atlas_session_get_dataset (session);
  AtlasBibliography *bibliography = atlas_dataset_get_bibliography (dataset);
  g_autoptr (GPtrArray) ids = atlas_dataset_dup_item_sources (dataset, item);
  g_autofree char *heading = g_strdup_printf (ngettext ("%u public source", "%u public sources", ids->len), ids->len);

  if (ids->len == 0)
    return;

  gtk_box_append (page, atlas_detail_create_heading (heading));

  for (guint i = 0; i < ids->len; i++)
    {
      AtlasReference  *reference = atlas_bibliography_lookup (bibliography, g_ptr_array_index (ids, i));
      g_autofree char *text = NULL;
      g_autofree char *escaped = NULL;
      g_autoptr (GString) markup = g_string_new (NULL);
      const char *url = NULL;

      if (reference == NULL)
        continue;

      text = atlas_reference_format_short (reference);
      escaped = g_markup_escape_text (text, -1);
      url = atlas_reference_get_safe_url (reference);
      g_string_append_printf (markup, "<a href=\"source:%s\">", atlas_reference_get_id (reference));
      g_string_append (markup, escaped);
      g_string_append (markup, "</a>");
      if (url != NULL)
        {
          g_autofree char *link = g_markup_printf_escaped ("\n<small><a href=\"%s\">%s</a></small>", url, url);

          g_string_append (markup, link);
        }
      add_linked_text (page, markup->str, link_activated, user_data);
    }
}
