// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-citation-popover.h"

#include "atlas-detail-parts.h"

#include <glib/gi18n-lib.h>

/* The most links of a kind on a card; the rest is counted. */
#define MAX_LINKS 8

struct _AtlasCitationPopover
{
  GtkPopover    parent_instance;

  GtkLabel     *heading;
  GtkLabel     *record;
  GtkButton    *open_button;
  GtkBox       *links;

  AtlasSession *session;
  char         *uri;
};

G_DEFINE_FINAL_TYPE (AtlasCitationPopover, atlas_citation_popover, GTK_TYPE_POPOVER)

enum
{
  OPEN_URI,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
open_clicked_cb (AtlasCitationPopover *self)
{
  g_signal_emit (self, signals[OPEN_URI], 0, self->uri);
}

static gboolean
activate_link_cb (AtlasCitationPopover *self,
                  const char           *uri)
{
  g_autoptr (AtlasSession) session = g_object_ref (self->session);

  if (g_str_has_prefix (uri, "source:"))
    {
      AtlasBibliography *bibliography = atlas_dataset_get_bibliography (atlas_session_get_dataset (session));

      atlas_citation_popover_show_reference (self, session, atlas_bibliography_lookup (bibliography, uri + strlen ("source:")));
      return TRUE;
    }

  gtk_popover_popdown (GTK_POPOVER (self));
  if (g_str_has_prefix (uri, "item:"))
    atlas_session_select_id (session, uri + strlen ("item:"));
  else if (g_str_has_prefix (uri, "passage:"))
    atlas_detail_go_to_passage (session, uri + strlen ("passage:"));

  return TRUE;
}

static void
add_links (AtlasCitationPopover *self,
           const char           *heading,
           GPtrArray            *lines) /* of markup */
{
  if (lines->len == 0)
    return;

  gtk_box_append (self->links, atlas_detail_create_heading (heading));

  for (guint i = 0; i < MIN (lines->len, MAX_LINKS); i++)
    {
      GtkWidget *label = atlas_detail_create_text (g_ptr_array_index (lines, i));

      g_signal_connect_object (label, "activate-link", G_CALLBACK (activate_link_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->links, label);
    }

  if (lines->len > MAX_LINKS)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", lines->len - MAX_LINKS), lines->len - MAX_LINKS);
      GtkWidget       *label = atlas_detail_create_text (more);

      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (self->links, label);
    }
}

static void
add_items (AtlasCitationPopover *self,
           const char           *heading,
           GPtrArray            *items)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < items->len; i++)
    {
      AtlasItem *item = g_ptr_array_index (items, i);

      g_ptr_array_add (lines, g_markup_printf_escaped ("<a href=\"item:%s\">%s</a>", atlas_item_get_id (item),
                                                       atlas_item_get_name (item, atlas_session_get_language (self->session))));
    }

  add_links (self, heading, lines);
}

static void
add_passages (AtlasCitationPopover *self,
              guint                 citation)
{
  AtlasReport *report = atlas_dataset_get_report (atlas_session_get_dataset (self->session));
  GPtrArray   *passages = atlas_report_get_citing (report, citation);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *heading = NULL;

  for (guint i = 0; i < passages->len; i++)
    {
      const AtlasPassage *passage = g_ptr_array_index (passages, i);
      g_autofree char    *place = atlas_report_dup_place (report, passage);

      g_ptr_array_add (lines, g_markup_printf_escaped ("<a href=\"passage:%s\">¶ %u</a>  %s", passage->id, passage->number, place));
    }

  heading = g_strdup_printf (ngettext ("Cited in %u passage", "Cited in %u passages", passages->len), passages->len);
  add_links (self, heading, lines);
}

static void
add_public_sources (AtlasCitationPopover *self,
                    GPtrArray            *items)
{
  AtlasDataset      *dataset = atlas_session_get_dataset (self->session);
  AtlasBibliography *bibliography = atlas_dataset_get_bibliography (dataset);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (GPtrArray) ids = atlas_dataset_dup_item_sources (dataset, g_ptr_array_index (items, i));

      for (guint j = 0; j < ids->len; j++)
        {
          AtlasReference *reference = atlas_bibliography_lookup (bibliography, g_ptr_array_index (ids, j));

          if (reference != NULL && g_hash_table_add (seen, reference))
            g_ptr_array_add (lines, g_markup_printf_escaped ("<a href=\"source:%s\">%s</a>", atlas_reference_get_id (reference),
                                                             atlas_reference_get_title (reference)));
        }
    }

  add_links (self, _ ("Public sources on the same items"), lines);
}

static void
clear (AtlasCitationPopover *self,
       AtlasSession         *session)
{
  GtkWidget *child = NULL;

  g_set_object (&self->session, session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->links))) != NULL)
    gtk_box_remove (self->links, child);
}

static void
show_record (AtlasCitationPopover *self,
             AtlasReference       *reference)
{
  g_autofree char *text = NULL;

  g_clear_pointer (&self->uri, g_free);

  if (reference == NULL)
    text = g_strdup (_ ("This atlas has no record of it."));
  else if (atlas_reference_get_role (reference) == ATLAS_REFERENCE_REPORT && !atlas_reference_get_fields (reference)->title_known)
    text = g_strdup (_ ("The report’s source list is not part of this atlas’s copy, so its title is not known here."));
  else
    {
      text = atlas_reference_format_short (reference);
      self->uri = g_strdup (atlas_reference_get_safe_url (reference));
    }

  gtk_label_set_label (self->record, text);
  gtk_widget_set_visible (GTK_WIDGET (self->open_button), self->uri != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->open_button), self->uri);
}

void
atlas_citation_popover_show_citation (AtlasCitationPopover *self,
                                      AtlasSession         *session,
                                      guint                 citation)
{
  AtlasDataset    *dataset = NULL;
  GPtrArray       *items = NULL;
  g_autofree char *heading = NULL;

  g_return_if_fail (ATLAS_IS_CITATION_POPOVER (self));
  g_return_if_fail (ATLAS_IS_SESSION (session));

  dataset = atlas_session_get_dataset (session);
  items = atlas_dataset_get_citing (dataset, citation);
  heading = g_strdup_printf (_ ("The report’s citation [%u]"), citation);

  clear (self, session);
  gtk_label_set_label (self->heading, heading);
  show_record (self, atlas_bibliography_lookup_number (atlas_dataset_get_bibliography (dataset), citation));
  add_passages (self, citation);
  add_items (self, _ ("Items it stands by"), items);
  add_public_sources (self, items);
}

void
atlas_citation_popover_show_reference (AtlasCitationPopover *self,
                                       AtlasSession         *session,
                                       AtlasReference       *reference)
{
  g_return_if_fail (ATLAS_IS_CITATION_POPOVER (self));
  g_return_if_fail (ATLAS_IS_SESSION (session));
  g_return_if_fail (ATLAS_IS_REFERENCE (reference));

  clear (self, session);
  gtk_label_set_label (self->heading, _ ("Public source"));
  show_record (self, reference);

  if (atlas_reference_get_fields (reference)->note != NULL)
    {
      g_autofree char *note = g_markup_escape_text (atlas_reference_get_fields (reference)->note, -1);

      gtk_box_append (self->links, atlas_detail_create_text (note));
    }
  add_items (self, _ ("Items that rest on it"),
             atlas_dataset_get_resting_on (atlas_session_get_dataset (session), atlas_reference_get_id (reference)));
}

static void
atlas_citation_popover_dispose (GObject *object)
{
  AtlasCitationPopover *self = ATLAS_CITATION_POPOVER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ATLAS_TYPE_CITATION_POPOVER);
  g_clear_object (&self->session);
  g_clear_pointer (&self->uri, g_free);

  G_OBJECT_CLASS (atlas_citation_popover_parent_class)->dispose (object);
}

static void
atlas_citation_popover_class_init (AtlasCitationPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_citation_popover_dispose;

  signals[OPEN_URI] = g_signal_new ("open-uri", ATLAS_TYPE_CITATION_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/corridoratlas/CorridorAtlas/ui/atlas-citation-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasCitationPopover, heading);
  gtk_widget_class_bind_template_child (widget_class, AtlasCitationPopover, record);
  gtk_widget_class_bind_template_child (widget_class, AtlasCitationPopover, open_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasCitationPopover, links);
  gtk_widget_class_bind_template_callback (widget_class, open_clicked_cb);
}

static void
atlas_citation_popover_init (AtlasCitationPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
atlas_citation_popover_new (void)
{
  return g_object_new (ATLAS_TYPE_CITATION_POPOVER, NULL);
}

static gboolean
unparent_idle_cb (gpointer user_data)
{
  gtk_widget_unparent (user_data);

  return G_SOURCE_REMOVE;
}

/* A popover must not go while it is still closing. */
static void
closed_cb (GtkWidget *card)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, unparent_idle_cb, g_object_ref (card), g_object_unref);
}

/**
 * atlas_citation_popover_new_at:
 * @pane: the widget that has the card, and gives it its place when sizes are given out
 * @place: what it points to, in @pane's coordinates; what of it is not in view is not pointed to
 *
 * Makes a card that leaves @pane when it is closed.
 *
 * Returns: (transfer none): the card
 */
GtkWidget *
atlas_citation_popover_new_at (GtkWidget          *pane,
                               const GdkRectangle *place)
{
  GtkWidget   *card = atlas_citation_popover_new ();
  GdkRectangle view = { 0, 0, gtk_widget_get_width (pane), gtk_widget_get_height (pane) };
  GdkRectangle seen;

  gtk_widget_set_parent (card, pane);
  gtk_popover_set_position (GTK_POPOVER (card), GTK_POS_BOTTOM);
  if (gdk_rectangle_intersect (place, &view, &seen)) /* the keys reach a link that is scrolled out of view */
    gtk_popover_set_pointing_to (GTK_POPOVER (card), &seen);
  g_signal_connect (card, "closed", G_CALLBACK (closed_cb), NULL);

  return card;
}
