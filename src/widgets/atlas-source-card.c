// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-source-card-private.h"

#include "atlas-detail-parts.h"
#include "atlas-source-words.h"
#include "atlas-wrap-layout.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* For how long the button says that it has copied, s. */
#define COPIED_FOR 2
/* The least width of a text. Without one GTK finds it by laying the text out a letter a line, which takes longer than all else. */
#define LEAST_CHARS 20

G_DEFINE_FINAL_TYPE (AtlasSourceCard, atlas_source_card, GTK_TYPE_WIDGET)

enum
{
  OPEN_URI,
  SOURCE_ACTIVATED,
  LEFT,
  NOTE_REQUESTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Where a link leads: the part of its address before the colon. */
static gboolean
activate_link_cb (AtlasSourceCard *self,
                  const char      *uri)
{
  g_autoptr (AtlasSourceCard) alive = g_object_ref (self);
  g_autoptr (AtlasSession) session = g_object_ref (self->session);
  g_autofree char *target = g_strdup (uri); /* of a label that may go */
  const char      *id = strchr (target, ':') != NULL ? strchr (target, ':') + 1 : "";

  if (g_str_has_prefix (target, "source:"))
    {
      g_signal_emit (self, signals[SOURCE_ACTIVATED], 0, id);
      return TRUE;
    }

  g_signal_emit (self, signals[LEFT], 0); /* first: what is shown may take the focus */
  if (g_str_has_prefix (target, "item:"))
    atlas_session_select_id (session, id);
  else if (g_str_has_prefix (target, "passage:"))
    atlas_detail_go_to_passage (session, id);

  return TRUE; /* never GTK's to open */
}

GtkWidget *
atlas_source_card_add_text (AtlasSourceCard *self,
                            const char      *markup)
{
  GtkWidget *label = atlas_detail_create_text (markup);

  gtk_label_set_width_chars (GTK_LABEL (label), LEAST_CHARS);
  g_signal_connect_object (label, "activate-link", G_CALLBACK (activate_link_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, label);

  return label;
}

static void
open_cb (AtlasSourceCard *self)
{
  g_signal_emit (self, signals[OPEN_URI], 0, atlas_reference_get_safe_url (self->reference));
}

static void
open_archived_cb (AtlasSourceCard *self)
{
  g_signal_emit (self, signals[OPEN_URI], 0, atlas_reference_get_safe_archive_url (self->reference));
}

static void
show_cb (AtlasSourceCard *self)
{
  g_autoptr (AtlasSession) session = g_object_ref (self->session);
  g_autofree char *id = g_strdup (atlas_reference_get_id (self->reference));

  g_signal_emit (self, signals[LEFT], 0);
  atlas_session_show_source (session, id);
}

static void
note_cb (AtlasSourceCard *self)
{
  g_signal_emit (self, signals[NOTE_REQUESTED], 0, atlas_reference_get_id (self->reference));
}

static void
leave_cb (AtlasSourceCard *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static gboolean
copied_cb (gpointer user_data)
{
  AtlasSourceCard *self = user_data;

  self->copied = 0;
  if (self->copy != NULL)
    gtk_button_set_label (GTK_BUTTON (self->copy), _ ("Copy Reference"));

  return G_SOURCE_REMOVE;
}

static void
copy_cb (AtlasSourceCard *self)
{
  g_autofree char *text = atlas_reference_format (self->reference);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gtk_button_set_label (GTK_BUTTON (self->copy), _ ("Copied"));
  g_clear_handle_id (&self->copied, g_source_remove);
  self->copied = g_timeout_add_seconds (COPIED_FOR, copied_cb, self);
}

static GtkWidget *
add_button (AtlasSourceCard *self,
            GtkWidget       *bar,
            const char      *label,
            const char      *tooltip,
            GCallback        clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_tooltip_text (button, tooltip);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bar), button);

  return button;
}

static GtkWidget *
add_bar (AtlasSourceCard *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (bar, atlas_wrap_layout_new (6));
  gtk_widget_add_css_class (bar, "actions");
  gtk_box_append (self->box, bar);

  return bar;
}

static void
add_export (AtlasSourceCard *self,
            GtkWidget       *bar)
{
  const char *ids[] = { atlas_reference_get_id (self->reference), NULL };
  GtkWidget  *button = gtk_button_new_with_label (_ ("Export…"));

  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), g_variant_new_strv (ids, -1)); /* first: GTK warns of an action that wants one */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.export-references");
  gtk_box_append (GTK_BOX (bar), button);
}

/* From a brief card to the full one, and from that to a note. */
static void
add_way_on (AtlasSourceCard *self,
            GtkWidget       *bar)
{
  if (self->reference == NULL)
    return;

  if (self->brief)
    add_button (self, bar, _ ("Show in Sources"), NULL, G_CALLBACK (show_cb));
  else if (g_signal_has_handler_pending (self, signals[NOTE_REQUESTED], 0, FALSE))
    add_button (self, bar, _ ("Add a Note"), NULL, G_CALLBACK (note_cb));
}

static void
add_actions (AtlasSourceCard *self)
{
  GtkWidget  *bar = add_bar (self);
  const char *url = atlas_reference_get_safe_url (self->reference);
  const char *archive = atlas_reference_get_safe_archive_url (self->reference);

  if (url != NULL)
    add_button (self, bar, _ ("Open in Browser"), url, G_CALLBACK (open_cb));
  if (archive != NULL)
    add_button (self, bar, _ ("Open Archived Copy"), archive, G_CALLBACK (open_archived_cb));
  if (atlas_source_is_known (self->reference))
    self->copy = add_button (self, bar, _ ("Copy Reference"), NULL, G_CALLBACK (copy_cb));
  if (!self->brief)
    add_export (self, bar);
  add_way_on (self, bar);
}

static void
add_offer (AtlasSourceCard *self,
           GtkWidget       *bar,
           const char      *label,
           const char      *action,
           GVariant        *target) /* (nullable), floating */
{
  GtkWidget *button = add_button (self, bar, label, NULL, G_CALLBACK (leave_cb));

  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target); /* first: GTK warns of an action that wants one */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
}

/* The record is nowhere: what can be done about it. */
static void
add_offers (AtlasSourceCard *self)
{
  GtkWidget *bar = NULL;

  atlas_source_card_add_text (self, _ ("The report’s source list is not part of this atlas’s copy, so what this number stands for is not known here."));
  bar = add_bar (self);
  add_offer (self, bar, _ ("Add the Reference…"), "win.add-reference", g_variant_new_uint32 (self->citation));
  add_offer (self, bar, _ ("Add the Report’s Text…"), "win.import-report", NULL);
  add_way_on (self, bar);
}

static void
add_record (AtlasSourceCard *self)
{
  const char      *note = atlas_reference_get_fields (self->reference)->note;
  g_autofree char *markup = atlas_source_dup_markup (self->reference);
  g_autofree char *escaped = note != NULL ? g_markup_escape_text (note, -1) : NULL;
  GtkWidget       *record = atlas_source_card_add_text (self, markup);

  gtk_widget_add_css_class (record, "record");
  gtk_label_set_selectable (GTK_LABEL (record), TRUE);
  gtk_widget_set_can_focus (record, FALSE); /* it is the card's own description; GTK's label else takes the keys' way without the focus */
  atlas_source_card_add_facts (self);
  if (note != NULL && *note != '\0')
    gtk_widget_add_css_class (atlas_source_card_add_text (self, escaped), "note");
  add_actions (self);
}

/* Returns whether the focus was in what goes: GTK would keep it there. */
static gboolean
clear (AtlasSourceCard *self)
{
  GtkWidget *child = NULL;
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean   had_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->box));

  if (had_focus)
    gtk_root_set_focus (root, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  self->copy = NULL;
  g_clear_handle_id (&self->copied, g_source_remove);

  return had_focus;
}

static void
show (AtlasSourceCard *self,
      AtlasSession    *session,
      AtlasReference  *reference,
      guint            citation)
{
  g_autofree char *words = NULL;
  gboolean         had_focus = clear (self);

  g_set_object (&self->session, session);
  g_set_object (&self->reference, reference);
  self->citation = citation;
  words = atlas_source_card_dup_words (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  if (self->reference == NULL && self->citation == 0)
    return;

  atlas_source_card_add_role (self);
  if (atlas_source_is_known (self->reference))
    add_record (self);
  else
    add_offers (self);
  atlas_source_card_add_backlinks (self);
  if (!atlas_source_is_known (self->reference))
    atlas_source_card_add_public (self);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

void
atlas_source_card_show_reference (AtlasSourceCard *self,
                                  AtlasSession    *session,
                                  AtlasReference  *reference)
{
  gboolean is_report = FALSE;

  g_return_if_fail (ATLAS_IS_SOURCE_CARD (self));

  if (session == NULL)
    reference = NULL;
  is_report = reference != NULL && atlas_reference_get_role (reference) == ATLAS_REFERENCE_REPORT;
  show (self, session, reference, is_report ? atlas_reference_get_number (reference) : 0);
}

void
atlas_source_card_show_citation (AtlasSourceCard *self,
                                 AtlasSession    *session,
                                 guint            citation)
{
  AtlasBibliography *bibliography = NULL;

  g_return_if_fail (ATLAS_IS_SOURCE_CARD (self));
  g_return_if_fail (ATLAS_IS_SESSION (session));

  bibliography = atlas_dataset_get_bibliography (atlas_session_get_dataset (session));
  show (self, session, atlas_bibliography_lookup_number (bibliography, citation), citation);
}

AtlasReference *
atlas_source_card_get_reference (AtlasSourceCard *self)
{
  g_return_val_if_fail (ATLAS_IS_SOURCE_CARD (self), NULL);

  return self->reference;
}

char *
atlas_source_card_dup_words (AtlasSourceCard *self)
{
  g_autofree char *whose = NULL;
  g_autofree char *record = NULL;

  g_return_val_if_fail (ATLAS_IS_SOURCE_CARD (self), NULL);

  if (self->reference == NULL && self->citation == 0)
    return g_strdup (_ ("Source"));

  whose = atlas_source_dup_whose (self->reference, self->citation);
  if (!atlas_source_is_known (self->reference))
    return g_strconcat (whose, ". ", _ ("The report’s source list is not part of this atlas’s copy."), NULL);
  record = atlas_reference_format_short (self->reference);

  return g_strconcat (whose, ". ", record, NULL);
}

static gboolean
atlas_source_card_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (ATLAS_SOURCE_CARD (widget)->box), GTK_DIR_TAB_FORWARD);
}

static void
atlas_source_card_dispose (GObject *object)
{
  AtlasSourceCard *self = ATLAS_SOURCE_CARD (object);
  GtkWidget       *box = GTK_WIDGET (self->box);

  g_clear_handle_id (&self->copied, g_source_remove);
  self->copy = NULL;
  g_clear_pointer (&box, gtk_widget_unparent);
  self->box = NULL;
  g_clear_object (&self->reference);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_source_card_parent_class)->dispose (object);
}

static void
atlas_source_card_class_init (AtlasSourceCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const struct
  {
    const char *name;
    guint       n_params;
  } names[] = {
    [OPEN_URI] = { "open-uri", 1 },
    [SOURCE_ACTIVATED] = { "source-activated", 1 },
    [LEFT] = { "left", 0 },
    [NOTE_REQUESTED] = { "note-requested", 1 },
  };

  G_OBJECT_CLASS (klass)->dispose = atlas_source_card_dispose;
  widget_class->grab_focus = atlas_source_card_grab_focus;

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i].name, ATLAS_TYPE_SOURCE_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, names[i].n_params, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "atlas-source-card");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_source_card_init (AtlasSourceCard *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
}

GtkWidget *
atlas_source_card_new (gboolean brief)
{
  AtlasSourceCard *self = g_object_new (ATLAS_TYPE_SOURCE_CARD, NULL);

  self->brief = brief;

  return GTK_WIDGET (self);
}
