// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-notes-page-private.h"

#include "atlas-detail-parts.h"
#include "atlas-key-binding.h"
#include "atlas-note-link.h"

#include <glib/gi18n-lib.h>

/* Notes, highlights and bookmarks: a reference stands among the sources. */
#define KINDS (1U << ATLAS_NOTE_WORDS | 1U << ATLAS_NOTE_HIGHLIGHT | 1U << ATLAS_NOTE_BOOKMARK)

G_DEFINE_FINAL_TYPE (AtlasNotesPage, atlas_notes_page, GTK_TYPE_WIDGET)

enum
{
  PROP_SESSION = 1,
  PROP_NOTEBOOK,
  N_PROPS
};

enum
{
  NOTE_REMOVED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

void
atlas_notes_page_remove_requested_cb (AtlasNotesPage *self,
                                      AtlasNoteRow   *row)
{
  static const char *const said[] = {
    [ATLAS_NOTE_WORDS] = N_ ("Note deleted"),
    [ATLAS_NOTE_HIGHLIGHT] = N_ ("Highlight deleted"),
    [ATLAS_NOTE_BOOKMARK] = N_ ("Bookmark deleted"),
    [ATLAS_NOTE_REFERENCE] = N_ ("Reference deleted"),
  };
  g_autoptr (AtlasNote) note = g_object_ref (atlas_note_row_get_note (row));
  GtkListBoxRow *heir = NULL;
  int            index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  heir = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index + 1);
  if (heir == NULL && index > 0)
    heir = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index - 1);
  atlas_detail_keep_focus (GTK_WIDGET (row), heir != NULL ? GTK_WIDGET (heir) : self->entry);

  atlas_notebook_remove_async (self->notebook, note, NULL, NULL, NULL);
  g_signal_emit (self, signals[NOTE_REMOVED], 0, _ (said[atlas_note_get_kind (note)]));
}

/* -- The words round it -- */

static void
say_instead (AtlasNotesPage *self,
             const char     *title,
             const char     *text)
{
  gtk_label_set_text (GTK_LABEL (self->empty_title), title);
  gtk_label_set_text (GTK_LABEL (self->empty_text), text);
  gtk_widget_set_visible (self->empty_text, text != NULL);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "none");
}

static void
say_none (AtlasNotesPage *self,
          guint           n_notes)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (self->notebook == NULL)
    say_instead (self, self->problem != NULL ? _ ("Your notes cannot be opened") : _ ("Your notes are being opened"), self->problem);
  else if (n_notes > 0)
    {
      g_autofree char *title = g_strdup_printf (_ ("No note has “%s”"), words);

      say_instead (self, title, NULL);
    }
  else
    say_instead (self, _ ("No notes yet"),
                 _ ("Mark words of the report, write a note on a passage, an item or a source, or keep this view as a bookmark: all of it is listed here, in the report’s order, and stays on this computer."));
}

static void
say_counts (AtlasNotesPage *self,
            guint           n_shown,
            guint           n_notes)
{
  g_autofree char *count = n_shown == n_notes ? g_strdup_printf (ngettext ("%u entry", "%u entries", n_notes), n_notes)
                                              : g_strdup_printf (_ ("%u of %u entries"), n_shown, n_notes);
  guint            n_more = n_shown - MIN (n_shown, ATLAS_NOTES_PAGE_MAX_ROWS);
  g_autofree char *rest = g_strdup_printf (ngettext ("and %u more: filter to see it", "and %u more: filter to see them", n_more), n_more);
  const char      *warning = self->notebook != NULL ? atlas_notebook_get_warning (self->notebook) : NULL;

  gtk_label_set_text (GTK_LABEL (self->count), count);
  gtk_widget_set_visible (self->count, n_notes > 0);
  gtk_label_set_text (GTK_LABEL (self->rest), rest);
  gtk_widget_set_visible (self->rest, n_more > 0);
  gtk_label_set_text (GTK_LABEL (self->warning), warning);
  gtk_widget_set_visible (self->warning, warning != NULL);
}

static void
update_actions (AtlasNotesPage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "notes.undo", self->notebook != NULL && atlas_notebook_get_can_undo (self->notebook));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "notes.redo", self->notebook != NULL && atlas_notebook_get_can_redo (self->notebook));
}

static void
refresh (AtlasNotesPage *self)
{
  g_autoptr (GPtrArray) entries = NULL;
  guint n_notes = 0;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->stale = TRUE;
      return;
    }

  self->stale = FALSE;
  if (self->notebook != NULL && atlas_notes_page_get_dataset (self) != NULL)
    entries = atlas_notes_page_collect (self, &n_notes);
  if (entries == NULL || entries->len == 0)
    {
      atlas_notes_page_clear_rows (self);
      say_none (self, n_notes);
    }
  else
    {
      atlas_notes_page_show_entries (self, entries);
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "list");
    }
  say_counts (self, entries != NULL ? entries->len : 0, n_notes);
}

static void
notebook_changed_cb (AtlasNotesPage *self,
                     const char     *atlas,
                     guint           kinds)
{
  if ((kinds & KINDS) != 0 && g_strcmp0 (atlas, atlas_notes_page_get_atlas (self)) == 0)
    refresh (self);
}

static void
notebook_bound_cb (AtlasNotesPage *self)
{
  update_actions (self);
  refresh (self);
}

static void
row_activated_cb (AtlasNotesPage *self,
                  AtlasNoteRow   *row)
{
  g_autoptr (AtlasNoteFields) fields = atlas_note_fields_copy (atlas_note_get_fields (atlas_note_row_get_note (row)));

  if (atlas_note_row_get_place (row) != NULL && atlas_note_row_get_place (row)->link != NULL)
    atlas_note_follow (fields, self->session);
}

gboolean
atlas_notes_page_show_note (AtlasNotesPage *self,
                            AtlasNote      *note)
{
  GtkWidget *row = NULL;

  g_return_val_if_fail (ATLAS_IS_NOTES_PAGE (self), FALSE);
  g_return_val_if_fail (ATLAS_IS_NOTE (note), FALSE);

  row = g_hash_table_lookup (self->rows, atlas_note_get_id (note));
  if (row == NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
      refresh (self);
      row = g_hash_table_lookup (self->rows, atlas_note_get_id (note));
    }

  return row != NULL && gtk_widget_grab_focus (row);
}

static void
step_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  AtlasNotesPage *self = ATLAS_NOTES_PAGE (widget);
  AtlasNote      *note = NULL;
  gboolean        stepped = g_str_equal (action_name, "notes.undo") ? atlas_notebook_undo (self->notebook, &note)
                                                                    : atlas_notebook_redo (self->notebook, &note);

  if (stepped && note != NULL)
    atlas_notes_page_show_note (self, note);
}

/* -- The widget -- */

static void
atlas_notes_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (atlas_notes_page_parent_class)->map (widget);

  if (ATLAS_NOTES_PAGE (widget)->stale)
    refresh (ATLAS_NOTES_PAGE (widget));
}

static void
atlas_notes_page_dispose (GObject *object)
{
  AtlasNotesPage *self = ATLAS_NOTES_PAGE (object);
  GtkWidget      *child = NULL;

  if (self->session_signals != NULL)
    g_signal_group_set_target (self->session_signals, NULL);
  if (self->notebook_signals != NULL)
    g_signal_group_set_target (self->notebook_signals, NULL);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->notebook_signals);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL) /* not only those that have a name in the template */
    gtk_widget_unparent (child);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_object (&self->notebook);
  g_clear_object (&self->session);
  g_clear_pointer (&self->problem, g_free);

  G_OBJECT_CLASS (atlas_notes_page_parent_class)->dispose (object);
}

static void
atlas_notes_page_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  AtlasNotesPage *self = ATLAS_NOTES_PAGE (object);

  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_NOTEBOOK:
      g_value_set_object (value, self->notebook);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
atlas_notes_page_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  AtlasNotesPage *self = ATLAS_NOTES_PAGE (object);

  switch (property_id)
    {
    case PROP_SESSION:
      atlas_notes_page_set_session (self, g_value_get_object (value));
      break;
    case PROP_NOTEBOOK:
      atlas_notes_page_set_notebook (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

/* clang-format off */
static const AtlasKeyBinding keys[] = {
  { "<Control>z",                   "notes.undo", NULL, N_ ("Take back the last change of a note"), N_ ("Reading") },
  { "<Shift><Control>z|<Control>y", "notes.redo", NULL, N_ ("Make it again"),                       N_ ("Reading") },
};
/* clang-format on */

static void
atlas_notes_page_class_init (AtlasNotesPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags     flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = atlas_notes_page_dispose;
  object_class->get_property = atlas_notes_page_get_property;
  object_class->set_property = atlas_notes_page_set_property;
  widget_class->map = atlas_notes_page_map;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ATLAS_TYPE_SESSION, flags);
  properties[PROP_NOTEBOOK] = g_param_spec_object ("notebook", NULL, NULL, ATLAS_TYPE_NOTEBOOK, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[NOTE_REMOVED] = g_signal_new ("note-removed", ATLAS_TYPE_NOTES_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "notes.undo", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "notes.redo", NULL, step_action);
  atlas_key_bindings_add_to_class (widget_class, keys, G_N_ELEMENTS (keys));

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/corridoratlas/CorridorAtlas/ui/atlas-notes-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasNotesPage, entry);
  gtk_widget_class_bind_template_child (widget_class, AtlasNotesPage, warning);
  gtk_widget_class_bind_template_child (widget_class, AtlasNotesPage, count);
  gtk_widget_class_bind_template_child (widget_class, AtlasNotesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AtlasNotesPage, list);
  gtk_widget_class_bind_template_child (widget_class, AtlasNotesPage, empty_title);
  gtk_widget_class_bind_template_child (widget_class, AtlasNotesPage, empty_text);
  gtk_widget_class_bind_template_child (widget_class, AtlasNotesPage, rest);
  gtk_widget_class_bind_template_callback (widget_class, refresh);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "atlas-notes-page");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_notes_page_init (AtlasNotesPage *self)
{
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), atlas_notes_page_header_cb, NULL, NULL);

  self->session_signals = g_signal_group_new (ATLAS_TYPE_SESSION);
  g_signal_group_connect_object (self->session_signals, "notify::dataset", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "notify::language", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  self->notebook_signals = g_signal_group_new (ATLAS_TYPE_NOTEBOOK);
  g_signal_group_connect_object (self->notebook_signals, "changed", G_CALLBACK (notebook_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->notebook_signals, "notify::can-undo", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->notebook_signals, "notify::can-redo", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  update_actions (self);
}

GtkWidget *
atlas_notes_page_new (void)
{
  return g_object_new (ATLAS_TYPE_NOTES_PAGE, NULL);
}

void
atlas_notes_page_set_session (AtlasNotesPage *self,
                              AtlasSession   *session)
{
  g_return_if_fail (ATLAS_IS_NOTES_PAGE (self));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

void
atlas_notes_page_set_notebook (AtlasNotesPage *self,
                               AtlasNotebook  *notebook)
{
  g_return_if_fail (ATLAS_IS_NOTES_PAGE (self));

  if (!g_set_object (&self->notebook, notebook))
    return;

  atlas_notes_page_clear_rows (self);
  g_signal_group_set_target (self->notebook_signals, notebook);
  notebook_bound_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTEBOOK]);
}

void
atlas_notes_page_set_problem (AtlasNotesPage *self,
                              const char     *problem)
{
  g_return_if_fail (ATLAS_IS_NOTES_PAGE (self));

  g_free (self->problem);
  self->problem = g_strdup (problem);
  refresh (self);
}
