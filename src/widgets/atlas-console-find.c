// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-console-find.h"

#include "atlas-hit.h"
#include "atlas-presentation-find.h"
#include "atlas-row-list.h"

#include <glib/gi18n-lib.h>

/* Of the steps that are found: all of them have a list of their own. */
#define MAX_STEPS 3

struct _AtlasConsoleFind
{
  GtkWidget          parent_instance;

  AtlasPresentation *presentation;
  AtlasSearch       *search;
  GtkWidget         *box;
  GtkWidget         *entry;
  GtkWidget         *words;        /* instead of hits, or beside them */
  GtkWidget         *places;       /* a date and steps of the tour: what shows them first */
  GPtrArray         *found_places; /* of AtlasPresentationHit, one a row */
  AtlasRowList      *hits;         /* without a session: what is under the pointer here lights nothing in the hall */
};

G_DEFINE_FINAL_TYPE (AtlasConsoleFind, atlas_console_find, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_words (AtlasConsoleFind *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static void
say (AtlasConsoleFind *self,
     const char       *words)
{
  gtk_label_set_text (GTK_LABEL (self->words), words);
  gtk_widget_set_visible (self->words, *words != '\0');
}

static GtkWidget *
create_place (const AtlasPresentationHit *hit)
{
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget       *title = gtk_label_new (hit->title);
  g_autofree char *what = hit->kind == ATLAS_PRESENTATION_HIT_STEP ? g_strdup_printf (_ ("Step %u"), hit->step) : g_strdup (_ ("Date"));
  g_autofree char *words = g_strdup_printf ("%s: %s", what, hit->title);
  GtkWidget       *kind = gtk_label_new (what);
  GtkWidget       *detail = gtk_label_new (hit->detail);

  gtk_widget_set_valign (kind, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (title, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (detail, GTK_ALIGN_BASELINE);
  gtk_widget_add_css_class (kind, "caption");
  gtk_widget_add_css_class (title, "title");
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), kind);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), detail);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);

  return row;
}

/* Items are among what the index finds, with more of their words. */
static gboolean
is_place (const AtlasPresentationHit *hit)
{
  return hit->kind != ATLAS_PRESENTATION_HIT_ITEM;
}

static void
show_places (AtlasConsoleFind *self)
{
  GtkListBoxRow *row = NULL;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->places), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->places), GTK_WIDGET (row));
  g_clear_pointer (&self->found_places, g_ptr_array_unref);
  if (self->presentation != NULL)
    self->found_places = atlas_presentation_find (self->presentation, get_words (self), MAX_STEPS);

  for (guint i = self->found_places != NULL ? self->found_places->len : 0; i > 0; i--)
    if (!is_place (g_ptr_array_index (self->found_places, i - 1)))
      g_ptr_array_remove_index (self->found_places, i - 1);
  for (guint i = 0; self->found_places != NULL && i < self->found_places->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->places), create_place (g_ptr_array_index (self->found_places, i)));
  gtk_widget_set_visible (self->places, self->found_places != NULL && self->found_places->len > 0);
}

static void
show_hits (AtlasConsoleFind *self)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *none = g_strdup_printf (_ ("Nothing found for “%s”"), get_words (self));
  gboolean         is_any = FALSE;

  if (self->search != NULL && *get_words (self) != '\0')
    found = atlas_hit_list_search (self->search, get_words (self), &error);
  if (found == NULL)
    found = g_ptr_array_new_with_free_func (g_object_unref);
  show_places (self);
  is_any = found->len > 0 || gtk_widget_get_visible (self->places);

  atlas_rows_set_selected (atlas_row_list_get_rows (self->hits), NULL);
  atlas_row_list_take_rows (self->hits, g_steal_pointer (&found));
  atlas_row_list_reveal (self->hits, 0);

  if (error != NULL)
    say (self, error->message);
  else if (*get_words (self) == '\0')
    say (self, _ ("The hall sees nothing of this until you press Enter."));
  else if (is_any)
    say (self, "");
  else
    say (self, self->search != NULL ? none : _ ("The index is not ready yet"));
}

/* On the stage it is the item; a passage or a source is shown as the first item that it speaks of. */
static void
choose (AtlasConsoleFind *self,
        AtlasHit         *hit)
{
  AtlasSession *session = self->presentation != NULL ? atlas_presentation_get_session (self->presentation) : NULL;
  AtlasItem    *item = atlas_hit_get_item (hit);

  atlas_rows_set_selected (atlas_row_list_get_rows (self->hits), hit);
  if (session == NULL)
    return;

  if (item == NULL)
    {
      say (self, _ ("There is nothing on the map for this."));
      return;
    }

  atlas_session_select (session, item);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
hit_activated_cb (AtlasConsoleFind *self,
                  GObject          *object)
{
  if (ATLAS_IS_HIT (object))
    choose (self, ATLAS_HIT (object));
}

static guint
find_first (AtlasConsoleFind *self)
{
  return atlas_rows_step (atlas_row_list_get_rows (self->hits), GTK_INVALID_LIST_POSITION, 1);
}

static void
place_activated_cb (AtlasConsoleFind *self,
                    GtkListBoxRow    *row)
{
  atlas_presentation_show_hit (self->presentation, g_ptr_array_index (self->found_places, (guint) gtk_list_box_row_get_index (row)));
  g_signal_emit (self, signals[CHOSEN], 0);
}

/* What stands first. */
static void
entry_activated_cb (AtlasConsoleFind *self)
{
  GtkListBoxRow *place = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->places), 0);
  gpointer       first = atlas_rows_get (atlas_row_list_get_rows (self->hits), find_first (self));

  if (*get_words (self) == '\0')
    return;

  if (place != NULL)
    place_activated_cb (self, place);
  else if (first != NULL)
    choose (self, ATLAS_HIT (first));
}

static gboolean
focus_hits (AtlasConsoleFind *self)
{
  guint first = find_first (self);

  return first != GTK_INVALID_LIST_POSITION && atlas_row_list_focus (self->hits, first);
}

static gboolean
entry_key_cb (AtlasConsoleFind *self,
              guint             keyval,
              guint             keycode,
              GdkModifierType   state)
{
  GtkListBoxRow *place = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->places), 0);

  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;

  if (place != NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (place));

  return focus_hits (self);
}

/* On from the last place; elsewhere the list moves by itself. */
static gboolean
place_key_cb (AtlasConsoleFind *self,
              guint             keyval,
              guint             keycode,
              GdkModifierType   state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if ((keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down) || focus != gtk_widget_get_last_child (self->places))
    return GDK_EVENT_PROPAGATE;

  return focus_hits (self);
}

/* Empties the field, then leaves it; anywhere in the pane. */
static gboolean
escape_cb (AtlasConsoleFind *self,
           guint             keyval,
           guint             keycode,
           GdkModifierType   state)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  if (*get_words (self) == '\0')
    {
      g_signal_emit (self, signals[LEFT], 0);
      return GDK_EVENT_STOP;
    }

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_grab_focus (self->entry);

  return GDK_EVENT_STOP;
}

static void
atlas_console_find_dispose (GObject *object)
{
  AtlasConsoleFind *self = ATLAS_CONSOLE_FIND (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->found_places, g_ptr_array_unref);
  g_clear_object (&self->search);
  g_clear_object (&self->presentation);

  G_OBJECT_CLASS (atlas_console_find_parent_class)->dispose (object);
}

static void
atlas_console_find_class_init (AtlasConsoleFindClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_console_find_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", ATLAS_TYPE_CONSOLE_FIND, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", ATLAS_TYPE_CONSOLE_FIND, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "atlas-console-find");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
add_entry (AtlasConsoleFind *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_search_entry_new ();
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (self->entry), 0);
  g_object_set (self->entry, "placeholder-text", _ ("Find a place, word or source"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Find"), -1);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (show_hits), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (entry_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (entry_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, keys);
  gtk_box_append (GTK_BOX (self->box), self->entry);
}

static void
add_places (AtlasConsoleFind *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->places = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->places), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->places, "places");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->places), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Dates and steps found"), -1);
  g_signal_connect_object (self->places, "row-activated", G_CALLBACK (place_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (place_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->places, keys);
  gtk_box_append (GTK_BOX (self->box), self->places);
}

static void
atlas_console_find_init (AtlasConsoleFind *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  add_entry (self);

  self->words = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->words), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->words), 0.0F);
  gtk_widget_add_css_class (self->words, "hint");
  gtk_box_append (GTK_BOX (self->box), self->words);

  add_places (self);
  self->hits = g_object_new (ATLAS_TYPE_ROW_LIST, "vexpand", TRUE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->hits), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Found"), -1);
  g_signal_connect_object (self->hits, "row-activated", G_CALLBACK (hit_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->hits));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (escape_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  show_hits (self);
}

GtkWidget *
atlas_console_find_new (void)
{
  return g_object_new (ATLAS_TYPE_CONSOLE_FIND, NULL);
}

void
atlas_console_find_set_presentation (AtlasConsoleFind  *self,
                                     AtlasPresentation *presentation)
{
  g_return_if_fail (ATLAS_IS_CONSOLE_FIND (self));

  if (g_set_object (&self->presentation, presentation))
    show_hits (self);
}

void
atlas_console_find_set_search (AtlasConsoleFind *self,
                               AtlasSearch      *search)
{
  g_return_if_fail (ATLAS_IS_CONSOLE_FIND (self));

  if (g_set_object (&self->search, search))
    show_hits (self);
}

void
atlas_console_find_focus (AtlasConsoleFind *self)
{
  g_return_if_fail (ATLAS_IS_CONSOLE_FIND (self));

  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

void
atlas_console_find_step (AtlasConsoleFind *self,
                         int               direction)
{
  AtlasRows *rows = NULL;
  guint      position = 0;

  g_return_if_fail (ATLAS_IS_CONSOLE_FIND (self));

  rows = atlas_row_list_get_rows (self->hits);
  if (*get_words (self) == '\0' || atlas_rows_get_n_entries (rows) == 0)
    {
      atlas_console_find_focus (self);
      return;
    }

  position = atlas_rows_step_selected (rows, direction);
  choose (self, ATLAS_HIT (atlas_rows_get (rows, position)));
  atlas_row_list_reveal (self->hits, position);
}
