// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-clock-entry.h"

#include "atlas-date-entry.h"
#include "atlas-key-binding.h"

#include <glib/gi18n-lib.h>

#define WIDTH_CHARS 16 /* of most dates */

struct _AtlasClockEntry
{
  GtkWidget     parent_instance;

  AtlasSession *session;
  GSignalGroup *session_signals;
  gboolean      is_comparison; /* the date that the clock's is compared with */
  AtlasTimeSpan edited;        /* the date when the editing began */
  GtkWidget    *stack;
  GtkWidget    *button;
  GtkWidget    *label;
  GtkWidget    *entry;
  GtkWidget    *popover;
  GtkWidget    *explanation;
  char         *error;
};

G_DEFINE_FINAL_TYPE (AtlasClockEntry, atlas_clock_entry, GTK_TYPE_WIDGET)

/* The clock's button is a slider for the keyboard. */
static const AtlasKeyBinding bindings[] = {
  { "Left|Down|KP_Left|KP_Down", "timeline.step-clock", "-1", NULL, NULL },
  { "Right|Up|KP_Right|KP_Up", "timeline.step-clock", "1", NULL, NULL },
};

static void
set_error (AtlasClockEntry *self,
           const char      *error)
{
  g_free (self->error);
  self->error = g_strdup (error);

  gtk_label_set_text (GTK_LABEL (self->explanation), error != NULL ? error : "");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               error != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, error != NULL ? error : "", -1);
  if (error != NULL)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");

  if (error != NULL && gtk_widget_get_mapped (self->entry))
    gtk_popover_popup (GTK_POPOVER (self->popover));
  else
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
stop_editing (AtlasClockEntry *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (self->stack) == self->entry;

  set_error (self, NULL);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->button);
  if (had_focus)
    gtk_widget_grab_focus (self->button);
}

static AtlasTimeSpan
get_date (AtlasClockEntry *self)
{
  return self->is_comparison ? atlas_session_get_comparison (self->session) : atlas_session_get_clock (self->session);
}

/* A date that is moved by other hands meanwhile ends the editing: what stands in the entry is not the date any more. */
static void
clock_changed_cb (AtlasClockEntry *self)
{
  gboolean         shows = self->is_comparison || atlas_session_get_clock_mode (self->session) != ATLAS_CLOCK_ALL;
  AtlasTimeSpan    date = get_date (self);
  g_autofree char *words = NULL;
  g_autofree char *name = NULL;

  words = shows && !atlas_time_span_is_empty (date) ? atlas_time_span_to_words (date) : g_strdup (_ ("All dates"));
  gtk_label_set_text (GTK_LABEL (self->label), words);
  if (self->is_comparison)
    /* Translators: the date that the clock's is compared with. */
    name = g_strdup_printf (_ ("Compared with: %s"), words);
  else
    /* Translators: the clock's date. */
    name = g_strdup_printf (_ ("Clock: %s"), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (atlas_clock_entry_is_editing (self) && !atlas_time_span_equal (date, self->edited))
    stop_editing (self);
}

static void
activate_cb (AtlasClockEntry *self)
{
  atlas_clock_entry_enter (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
edited_cb (AtlasClockEntry *self)
{
  if (self->error != NULL)
    set_error (self, NULL);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                AtlasClockEntry       *self)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  stop_editing (self);

  return GDK_EVENT_STOP;
}

static void
create_entry (AtlasClockEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), "2006-05-28"); /* the entry is no narrower than this */
  gtk_widget_set_tooltip_text (self->entry, _ ("2006-05-28, Sep 2020, 2008"));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 10);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 10);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Date of the clock"), -1);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (edited_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->entry, keys);

  self->explanation = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->explanation), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->explanation), 44);
  self->popover = gtk_popover_new ();
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->explanation);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
}

static void
atlas_clock_entry_dispose (GObject *object)
{
  AtlasClockEntry *self = ATLAS_CLOCK_ENTRY (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->stack, gtk_widget_unparent);

  G_OBJECT_CLASS (atlas_clock_entry_parent_class)->dispose (object);
}

static void
atlas_clock_entry_finalize (GObject *object)
{
  g_free (ATLAS_CLOCK_ENTRY (object)->error);

  G_OBJECT_CLASS (atlas_clock_entry_parent_class)->finalize (object);
}

static void
atlas_clock_entry_class_init (AtlasClockEntryClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_clock_entry_dispose;
  object_class->finalize = atlas_clock_entry_finalize;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "atlas-clock-entry");
}

static void
atlas_clock_entry_init (AtlasClockEntry *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_width_chars (GTK_LABEL (self->label), WIDTH_CHARS);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->label, "heading");
  gtk_widget_add_css_class (self->label, "numeric");

  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), self->label);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_tooltip_text (self->button, _ ("Type a date (Ctrl+L)"));
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (atlas_clock_entry_edit), self);
  atlas_key_bindings_add_to_widget (self->button, bindings, G_N_ELEMENTS (bindings));
  create_entry (self);

  self->stack = gtk_stack_new ();
  gtk_stack_add_child (GTK_STACK (self->stack), self->button);
  gtk_stack_add_child (GTK_STACK (self->stack), self->entry);
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));

  self->session_signals = g_signal_group_new (ATLAS_TYPE_SESSION);
  g_signal_group_connect_object (self->session_signals, "notify::comparison", G_CALLBACK (clock_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "notify::clock", G_CALLBACK (clock_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "notify::clock-mode", G_CALLBACK (clock_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
atlas_clock_entry_new (void)
{
  return g_object_new (ATLAS_TYPE_CLOCK_ENTRY, NULL);
}

GtkWidget *
atlas_clock_entry_new_for_comparison (void)
{
  AtlasClockEntry *self = g_object_new (ATLAS_TYPE_CLOCK_ENTRY, NULL);

  self->is_comparison = TRUE;
  gtk_widget_set_tooltip_text (self->button, _ ("Type a date"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Date to compare with"), -1);

  return GTK_WIDGET (self);
}

void
atlas_clock_entry_set_session (AtlasClockEntry *self,
                               AtlasSession    *session)
{
  g_return_if_fail (ATLAS_IS_CLOCK_ENTRY (self));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  if (session != NULL)
    clock_changed_cb (self);
}

void
atlas_clock_entry_set_compact (AtlasClockEntry *self,
                               gboolean         compact)
{
  g_return_if_fail (ATLAS_IS_CLOCK_ENTRY (self));

  gtk_label_set_width_chars (GTK_LABEL (self->label), compact ? -1 : WIDTH_CHARS);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), compact ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), !compact);
}

void
atlas_clock_entry_edit (AtlasClockEntry *self)
{
  AtlasTimeSpan    date;
  g_autofree char *text = NULL;

  g_return_if_fail (ATLAS_IS_CLOCK_ENTRY (self));

  if (self->session == NULL)
    return;

  date = get_date (self);
  text = atlas_time_span_is_empty (date) ? g_strdup ("") : atlas_time_span_to_edtf (date);
  atlas_session_set_playing (self->session, FALSE);
  self->edited = get_date (self); /* where playing has stopped */
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  set_error (self, NULL);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->entry);
  gtk_widget_grab_focus (self->entry);
}

gboolean
atlas_clock_entry_is_editing (AtlasClockEntry *self)
{
  g_return_val_if_fail (ATLAS_IS_CLOCK_ENTRY (self), FALSE);

  return gtk_stack_get_visible_child (GTK_STACK (self->stack)) == self->entry;
}

gboolean
atlas_clock_entry_enter (AtlasClockEntry *self,
                         const char      *text)
{
  AtlasTimeSpan span;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (ATLAS_IS_CLOCK_ENTRY (self), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  if (self->session == NULL)
    return FALSE;

  if (!atlas_date_entry_parse (text, &span, &error))
    {
      set_error (self, error->message);
      return FALSE;
    }
  if (span.begin == G_MININT || span.end == G_MAXINT || atlas_time_span_is_empty (span))
    {
      set_error (self, _ ("The clock needs a day, a month or a year, not an open end"));
      return FALSE;
    }

  if (self->is_comparison)
    atlas_session_set_comparison (self->session, span);
  else
    atlas_session_set_clock (self->session, span);
  atlas_session_reveal_clock (self->session);
  stop_editing (self);

  return TRUE;
}

const char *
atlas_clock_entry_get_error (AtlasClockEntry *self)
{
  g_return_val_if_fail (ATLAS_IS_CLOCK_ENTRY (self), NULL);

  return self->error;
}
