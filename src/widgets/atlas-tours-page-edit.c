// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-tours-page-private.h"

#include "atlas-tour-step-editor.h"

#include <glib/gi18n-lib.h>

/* How the user's own tours are made and changed. */

/* Characters of the title of a tour. */
#define MAX_TITLE 250

static void
put (AtlasToursPage *self,
     AtlasTour      *tour, /* (transfer full) */
     const char     *gesture)
{
  atlas_tour_book_put (self->book, tour, gesture);
  g_object_unref (tour);
}

/* The tour that is shown, if it is the user's. */
static AtlasTour *
get_own (AtlasToursPage *self)
{
  return self->book != NULL && atlas_tour_book_is_own (self->book, self->shown) ? atlas_tours_page_get_tour (self) : NULL;
}

/* -- Its steps -- */

static guint
get_position (AtlasTourStepRow *row)
{
  return (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
}

static void
step_edited_cb (AtlasToursPage   *self,
                const char       *member,
                AtlasTourStepRow *row)
{
  AtlasTour       *tour = get_own (self);
  guint            position = get_position (row);
  g_autofree char *gesture = g_strdup_printf ("%u/%s", position, member);
  g_autoptr (AtlasTourStep) step = NULL;

  if (tour == NULL)
    return;

  step = atlas_tour_step_row_create_step (row);
  put (self, atlas_tour_with_step_replaced (tour, position, step), gesture);
}

static void
view_requested_cb (AtlasToursPage   *self,
                   AtlasTourStepRow *row)
{
  AtlasTour *tour = get_own (self);
  g_autoptr (AtlasSessionState) state = NULL;
  g_autoptr (AtlasTourStep) step = NULL;
  AtlasTourStepSpec spec = { NULL };

  if (tour == NULL)
    return;

  spec = atlas_tour_step_get_spec (atlas_tour_step_row_get_step (row));
  state = atlas_session_dup_step_state (self->session);
  spec.state = state;
  step = atlas_tour_step_new (&spec);
  put (self, atlas_tour_with_step_replaced (tour, get_position (row), step), NULL);
}

/* Where the step that is looked at is after one went from @from to @to. */
static guint
follow (guint step,
        guint from,
        guint to)
{
  guint place = step - 1;

  if (step == 0)
    return 0;
  if (place == from)
    return to + 1;
  if (from < place && place <= to)
    return step - 1;

  return to <= place && place < from ? step + 1 : step;
}

static void
move_requested_cb (AtlasToursPage   *self,
                   int               to,
                   AtlasTourStepRow *row)
{
  AtlasTour *tour = get_own (self);
  guint      from = get_position (row);
  guint      step = atlas_tours_page_get_step (self);

  if (tour == NULL || to < 0 || (guint) to >= atlas_tour_get_n_steps (tour) || from == (guint) to)
    return;

  if (step > 0)
    atlas_session_set_place_in_tour (self->session, self->shown, follow (step, from, (guint) to));
  put (self, atlas_tour_with_step_moved (tour, from, (guint) to), NULL);
  gtk_widget_grab_focus (GTK_WIDGET (atlas_tours_page_get_row (self, (guint) to)));
}

static void
remove_requested_cb (AtlasToursPage   *self,
                     AtlasTourStepRow *row)
{
  AtlasTour *tour = get_own (self);
  guint      position = get_position (row);
  guint      step = atlas_tours_page_get_step (self);

  if (tour == NULL)
    return;

  if (step == position + 1)
    atlas_session_set_place_in_tour (self->session, self->shown, 0);
  else if (step > position + 1)
    atlas_session_set_place_in_tour (self->session, self->shown, step - 1);
  put (self, atlas_tour_without_step (tour, position), NULL);
  if ((row = atlas_tours_page_get_row (self, MIN (position, MAX (atlas_tour_get_n_steps (get_own (self)), 1) - 1))) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  atlas_tours_page_tell_removed (self, _ ("Step removed"));
}

static void
link_activated_cb (AtlasToursPage *self,
                   const char     *uri,
                   GtkWidget      *label)
{
  g_signal_emit_by_name (self, "link-activated", uri, label);
}

void
atlas_tours_page_connect_row (AtlasToursPage   *self,
                              AtlasTourStepRow *row)
{
  g_signal_connect_object (row, "edited", G_CALLBACK (step_edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "view-requested", G_CALLBACK (view_requested_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "move-requested", G_CALLBACK (move_requested_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "remove-requested", G_CALLBACK (remove_requested_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "link-activated", G_CALLBACK (link_activated_cb), self, G_CONNECT_SWAPPED);
}

/* What the view is about: the item that is selected, or the date. (transfer full) */
static char *
create_title (AtlasToursPage *self)
{
  AtlasItem    *item = atlas_session_get_selected (self->session);
  AtlasTimeSpan clock = atlas_session_get_clock (self->session);

  if (item != NULL)
    return g_strdup (atlas_item_get_name (item, atlas_session_get_language (self->session)));
  if (!atlas_time_span_is_empty (clock))
    return atlas_time_span_to_words (clock);

  return g_strdup (_ ("All dates"));
}

/* After the one that is looked at; else at the end. */
static void
add_step_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  AtlasToursPage  *self = ATLAS_TOURS_PAGE (widget);
  AtlasTour       *tour = get_own (self);
  guint            position = 0;
  g_autofree char *title = NULL;
  g_autoptr (AtlasSessionState) state = NULL;
  g_autoptr (AtlasTourStep) step = NULL;

  if (tour == NULL || self->session == NULL)
    return;

  position = atlas_tours_page_get_step (self) > 0 ? atlas_tours_page_get_step (self) : atlas_tour_get_n_steps (tour);
  position = MIN (position, atlas_tour_get_n_steps (tour));
  title = create_title (self);
  state = atlas_session_dup_step_state (self->session);
  step = atlas_tour_step_new (&(AtlasTourStepSpec){ .title = title, .state = state });
  put (self, atlas_tour_with_step (tour, position, step), NULL);
  atlas_session_set_place_in_tour (self->session, self->shown, position + 1);
  atlas_tour_step_row_edit_title (atlas_tours_page_get_row (self, position));
}

/* -- The tour -- */

static void
naming_changed_cb (AtlasToursPage *self,
                   GObject        *input)
{
  AtlasTour       *tour = get_own (self);
  GtkTextBuffer   *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->description_view));
  g_autofree char *text = NULL;
  g_autofree char *title = NULL;
  g_autofree char *description = NULL;

  if (self->showing || tour == NULL)
    return;

  g_object_get (buffer, "text", &text, NULL);
  title = atlas_tour_words_clean (gtk_editable_get_text (GTK_EDITABLE (self->title_entry)), TRUE);
  description = atlas_tour_words_clean (text, FALSE);
  put (self, atlas_tour_with_title (tour, *title != '\0' ? title : atlas_tour_get_title (tour), description),
       input == (GObject *) buffer ? "description" : "title");
}

void
atlas_tours_page_connect_naming (AtlasToursPage *self)
{
  self->title_entry = gtk_entry_new ();
  gtk_entry_set_max_length (GTK_ENTRY (self->title_entry), MAX_TITLE);
  self->description_view = atlas_tour_create_text_view ();
  gtk_box_append (GTK_BOX (self->naming), atlas_tour_create_field (_ ("Title of the tour"), self->title_entry));
  gtk_box_append (GTK_BOX (self->naming), atlas_tour_create_field (_ ("What it tells"), self->description_view));
  g_signal_connect_object (self->title_entry, "changed", G_CALLBACK (naming_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->description_view)), "changed", G_CALLBACK (naming_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
edit_new (AtlasToursPage *self,
          const char     *id)
{
  atlas_tours_page_show_tour (self, id);
  g_object_set (self, "editing", TRUE, NULL);
  gtk_widget_grab_focus (self->title_entry);
}

static void
new_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  AtlasToursPage  *self = ATLAS_TOURS_PAGE (widget);
  g_autofree char *id = atlas_tour_book_dup_free_id (self->book, "tour");

  put (self, atlas_tour_new (id, _ ("New tour"), NULL, NULL), NULL);
  edit_new (self, id);
}

static void
copy_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  AtlasToursPage  *self = ATLAS_TOURS_PAGE (widget);
  AtlasTour       *tour = atlas_tours_page_get_tour (self);
  g_autofree char *id = tour != NULL ? atlas_tour_book_dup_free_id (self->book, atlas_tour_get_id (tour)) : NULL;
  g_autofree char *title = NULL;
  g_autoptr (AtlasTour) titled = NULL;

  if (tour == NULL)
    return;

  /* Translators: the title of a copy of a tour */
  title = g_strdup_printf (_ ("%s (copy)"), atlas_tour_get_title (tour));
  titled = atlas_tour_with_title (tour, title, atlas_tour_get_description (tour));
  put (self, atlas_tour_with_id (titled, id), NULL);
  if (atlas_tours_page_get_step (self) > 0)
    atlas_session_set_place_in_tour (self->session, id, atlas_tours_page_get_step (self));
  edit_new (self, id);
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  AtlasToursPage  *self = ATLAS_TOURS_PAGE (widget);
  g_autofree char *id = get_own (self) != NULL ? g_strdup (self->shown) : NULL;

  if (id == NULL)
    return;

  atlas_tours_page_show_tour (self, NULL);
  if (g_strcmp0 (atlas_session_get_tour (self->session), id) == 0)
    atlas_session_leave_tour (self->session);
  atlas_tour_book_remove (self->book, id);
  atlas_tours_page_tell_removed (self, _ ("Tour deleted"));
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  AtlasToursPage *self = ATLAS_TOURS_PAGE (widget);

  if (self->shown != NULL)
    gtk_widget_activate_action (widget, "win.save-tour", "s", self->shown);
}

static void
undo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  AtlasToursPage  *self = ATLAS_TOURS_PAGE (widget);
  g_autofree char *id = NULL;
  gboolean         done = g_str_equal (action_name, "tours.undo") ? atlas_tour_book_undo (self->book, &id) : atlas_tour_book_redo (self->book, &id);

  if (done)
    atlas_tours_page_show_tour (self, atlas_tour_book_lookup (self->book, id) != NULL ? id : NULL);
}

void
atlas_tours_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "tours.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "tours.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "tours.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "tours.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "tours.add-step", NULL, add_step_action);
  gtk_widget_class_install_action (widget_class, "tours.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "tours.redo", NULL, undo_action);
}

void
atlas_tours_page_update_actions (AtlasToursPage *self)
{
  AtlasTour *tour = atlas_tours_page_get_tour (self);
  gboolean   own = get_own (self) != NULL;

  const struct
  {
    const char *name;
    gboolean    enabled;
  } actions[] = {
    { "tours.new", self->book != NULL },
    { "tours.copy", tour != NULL },
    { "tours.remove", own },
    { "tours.save", tour != NULL },
    { "tours.add-step", own && self->session != NULL },
    { "tours.edit", own },
    { "tours.undo", self->book != NULL && atlas_tour_book_get_can_undo (self->book) },
    { "tours.redo", self->book != NULL && atlas_tour_book_get_can_redo (self->book) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, actions[i].enabled);
}
