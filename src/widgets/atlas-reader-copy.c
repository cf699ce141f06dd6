// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-quotation.h"
#include "atlas-reader-private.h"

#include <glib/gi18n-lib.h>

/* What is selected, piece by piece. */
static GArray *
collect_parts (AtlasReader *self)
{
  GArray     *parts = g_array_new (FALSE, TRUE, sizeof (AtlasQuotationPart));
  GtkTextIter start_iter;
  GtkTextIter end_iter;
  int         start = 0;
  int         end = 0;

  if (self->text == NULL || !gtk_text_buffer_get_selection_bounds (self->text->buffer, &start_iter, &end_iter))
    return parts;

  start = gtk_text_iter_get_offset (&start_iter);
  end = gtk_text_iter_get_offset (&end_iter);
  for (guint i = 0; i < self->text->parts->len; i++)
    {
      const AtlasReaderPart *part = &g_array_index (self->text->parts, AtlasReaderPart, i);
      AtlasQuotationPart     piece = { .passage = part->passage, .heading = part->heading };

      if (part->start >= end || part->end <= start || (part->passage == NULL && part->heading == NULL))
        continue;
      piece.start = (guint) (MAX (start, part->start) - part->start);
      piece.end = (guint) (MIN (end, part->end) - part->start);
      g_array_append_val (parts, piece);
    }

  return parts;
}

static void
copy_parts (AtlasReader        *self,
            AtlasQuotationFlags flags)
{
  g_autoptr (GArray) parts = collect_parts (self);
  g_autofree char *text = NULL;

  if (parts->len == 0)
    return;

  text = atlas_quotation_new (self->text->dataset, (const AtlasQuotationPart *) (gpointer) parts->data, parts->len, flags);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (self->view), text);
}

static AtlasQuotationFlags
get_citations_flag (AtlasReader *self)
{
  return self->copies_citations ? ATLAS_QUOTATION_CITATIONS : 0;
}

static void
copy_cb (AtlasReader *self)
{
  copy_parts (self, get_citations_flag (self) | (self->copies_reference ? ATLAS_QUOTATION_REFERENCE : 0));
}

static void
copy (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  AtlasReader *self = ATLAS_READER (widget);

  if (g_str_equal (action_name, "reader.copy"))
    copy_cb (self);
  else
    copy_parts (self, get_citations_flag (self) | (g_str_equal (action_name, "reader.copy-reference") ? ATLAS_QUOTATION_REFERENCE : 0));
}

/* The passage that the caret is in. */
static const AtlasPassage *
get_passage (AtlasReader *self)
{
  return self->text != NULL ? atlas_reader_text_find_passage (self->text, atlas_reader_get_caret (self)) : NULL;
}

static void
copy_link (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  AtlasReader        *self = ATLAS_READER (widget);
  const AtlasPassage *passage = get_passage (self);
  g_autofree char    *link = NULL;

  if (passage == NULL)
    return;

  link = atlas_quotation_dup_link (self->text->dataset, passage);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), link);
}

/* What is selected of each passage, or all of the one that the caret is in. */
static void
request (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  AtlasReader *self = ATLAS_READER (widget);
  g_autoptr (GArray) parts = collect_parts (self);
  gboolean            note = g_str_equal (action_name, "reader.note");
  const AtlasPassage *passage = get_passage (self);
  guint               n_requests = 0;

  for (guint i = 0; i < parts->len && !(note && n_requests > 0); i++) /* one note, at the first */
    {
      const AtlasQuotationPart *part = &g_array_index (parts, AtlasQuotationPart, i);

      if (part->passage == NULL)
        continue;
      atlas_reader_emit_request (self, note, part->passage->id, part->start, part->end);
      n_requests++;
    }

  if (n_requests == 0 && passage != NULL)
    atlas_reader_emit_request (self, note, passage->id, 0, 0);
}

static GMenuModel *
create_model (void)
{
  static const struct
  {
    guint       section;
    const char *words;
    const char *action;
  } rows[] = {
    { 0, N_ ("_Copy"), "reader.copy" },
    { 0, N_ ("Copy with _Reference"), "reader.copy-reference" },
    { 0, N_ ("Copy _Text Only"), "reader.copy-text" },
    { 0, N_ ("Copy _Link to This Passage"), "reader.copy-link" },
    { 1, N_ ("_Highlight"), "reader.highlight" },
    { 1, N_ ("Add _Note…"), "reader.note" },
  };
  GMenu *menu = g_menu_new ();
  GMenu *section = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (i == 0 || rows[i].section != rows[i - 1].section)
        {
          g_clear_object (&section);
          section = g_menu_new ();
          g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
        }
      g_menu_append (section, _ (rows[i].words), rows[i].action);
    }
  g_clear_object (&section);

  return G_MENU_MODEL (menu);
}

static void
closed_cb (AtlasReader *self)
{
  gtk_widget_grab_focus (self->view);
}

static void
pop_up (AtlasReader        *self,
        const GdkRectangle *place)
{
  gboolean selected = self->text != NULL && gtk_text_buffer_get_has_selection (self->text->buffer);

  if (self->menu == NULL)
    {
      g_autoptr (GMenuModel) model = create_model ();

      self->menu = gtk_popover_menu_new_from_model (model);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      g_signal_connect_object (self->menu, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reader.copy", selected);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reader.copy-reference", selected);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reader.copy-text", selected);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), place);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

gboolean
atlas_reader_get_caret_place (AtlasReader  *self,
                              GdkRectangle *place)
{
  AtlasReaderLink caret = { 0 };

  g_return_val_if_fail (ATLAS_IS_READER (self), FALSE);

  if (self->text == NULL)
    return FALSE;

  caret.start = caret.end = atlas_reader_get_caret (self);

  return atlas_reader_get_link_place (self, &caret, place);
}

static void
show_menu (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  AtlasReader *self = ATLAS_READER (widget);
  GdkRectangle place;

  if (atlas_reader_get_caret_place (self, &place))
    pop_up (self, &place);
}

/* A click outside of what is selected asks about the place that was clicked. */
static void
pressed_cb (AtlasReader *self,
            int          n_press,
            double       x,
            double       y,
            GtkGesture  *gesture)
{
  int         offset = self->text != NULL ? atlas_reader_view_get_offset_at (ATLAS_READER_VIEW (self->view), x, y) : -1;
  double      here_x = 0.0;
  double      here_y = 0.0;
  GtkTextIter iter;
  GtkTextIter start;
  GtkTextIter end;

  if (self->text == NULL)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_text_buffer_get_iter_at_offset (self->text->buffer, &iter, MAX (offset, 0));
  if (offset >= 0 && !(gtk_text_buffer_get_selection_bounds (self->text->buffer, &start, &end) && gtk_text_iter_in_range (&iter, &start, &end)))
    gtk_text_buffer_place_cursor (self->text->buffer, &iter);
  if (gtk_widget_translate_coordinates (self->view, GTK_WIDGET (self), x, y, &here_x, &here_y))
    pop_up (self, &(GdkRectangle){ (int) here_x, (int) here_y, 1, 1 });
}

void
atlas_reader_copy_init (AtlasReader *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->view, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (self->view, "copy", G_CALLBACK (copy_cb), self, G_CONNECT_SWAPPED);
}

void
atlas_reader_copy_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char                 *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "reader.copy", copy },
    { "reader.copy-reference", copy },
    { "reader.copy-text", copy },
    { "reader.copy-link", copy_link },
    { "reader.highlight", request },
    { "reader.note", request },
    { "reader.menu", show_menu },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
}
