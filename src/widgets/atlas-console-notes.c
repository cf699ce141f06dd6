// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-console-notes.h"

#include <glib/gi18n-lib.h>

#include <math.h>

/* How much larger or smaller at a time. */
#define SIZE_STEP 1.15

struct _AtlasConsoleNotes
{
  GtkWidget      parent_instance;

  AtlasTourStep *step;
  double         size;
  GtkWidget     *box;
  GtkWidget     *scroller;
  GtkWidget     *view;
  GtkTextTag    *scale;
};

G_DEFINE_FINAL_TYPE (AtlasConsoleNotes, atlas_console_notes, GTK_TYPE_WIDGET)

enum
{
  PROP_SIZE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GtkTextBuffer *
get_buffer (AtlasConsoleNotes *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

static void
append (AtlasConsoleNotes *self,
        const char        *words,
        const char        *tag) /* (nullable) */
{
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (get_buffer (self), &end);
  gtk_text_buffer_insert_with_tags_by_name (get_buffer (self), &end, words, -1, tag != NULL ? tag : "scale", NULL);
}

/* Under a heading, with room above it where something stands there. */
static void
append_part (AtlasConsoleNotes *self,
             const char        *heading,
             const char        *words)
{
  if (gtk_text_buffer_get_char_count (get_buffer (self)) > 0)
    append (self, "\n\n", NULL);
  append (self, heading, "heading");
  append (self, "\n", NULL);
  append (self, words, NULL);
}

static void
set_scale (AtlasConsoleNotes *self)
{
  GtkTextIter start;
  GtkTextIter end;

  g_object_set (self->scale, "scale", self->size, NULL);
  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  gtk_text_buffer_apply_tag (get_buffer (self), self->scale, &start, &end);
}

static void
fill (AtlasConsoleNotes *self)
{
  const char *notes = self->step != NULL ? atlas_tour_step_get_notes (self->step) : NULL;
  const char *question = self->step != NULL ? atlas_tour_step_get_question (self->step) : NULL;
  const char *answer = self->step != NULL ? atlas_tour_step_get_answer (self->step) : NULL;

  gtk_text_buffer_set_text (get_buffer (self), "", 0);
  if (notes != NULL && *notes != '\0')
    append (self, notes, NULL);
  else if (self->step != NULL)
    append_part (self, _ ("No notes for this step. The hall reads:"), atlas_tour_step_get_text (self->step));
  if (question != NULL)
    append_part (self, _ ("Question to the hall"), question);
  if (answer != NULL)
    append_part (self, _ ("Answer"), answer);

  set_scale (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0.0);
}

static void
resize_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  atlas_console_notes_resize (ATLAS_CONSOLE_NOTES (widget), g_variant_get_int32 (parameter));
}

static gboolean
scroll_cb (AtlasConsoleNotes        *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *controller)
{
  if ((gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller)) & GDK_CONTROL_MASK) == 0 || dy == 0.0)
    return GDK_EVENT_PROPAGATE;

  atlas_console_notes_resize (self, dy < 0.0 ? 1 : -1);

  return GDK_EVENT_STOP;
}

static void
atlas_console_notes_dispose (GObject *object)
{
  AtlasConsoleNotes *self = ATLAS_CONSOLE_NOTES (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->step);

  G_OBJECT_CLASS (atlas_console_notes_parent_class)->dispose (object);
}

static void
atlas_console_notes_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  if (property_id == PROP_SIZE)
    g_value_set_double (value, ATLAS_CONSOLE_NOTES (object)->size);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
atlas_console_notes_set_property (GObject      *object,
                                  guint         property_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  if (property_id == PROP_SIZE)
    atlas_console_notes_set_size (ATLAS_CONSOLE_NOTES (object), g_value_get_double (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
atlas_console_notes_class_init (AtlasConsoleNotesClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_console_notes_dispose;
  object_class->get_property = atlas_console_notes_get_property;
  object_class->set_property = atlas_console_notes_set_property;

  properties[PROP_SIZE] =
    g_param_spec_double ("size", NULL, NULL, ATLAS_CONSOLE_NOTES_MIN_SIZE, ATLAS_CONSOLE_NOTES_MAX_SIZE, 1.0,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "notes.resize", "i", resize_action);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "atlas-console-notes");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
add_size_button (GtkWidget  *bar,
                 const char *label,
                 const char *words,
                 const char *key,
                 int         direction)
{
  GtkWidget       *button = gtk_button_new_with_label (label);
  g_autofree char *tooltip = g_strdup_printf ("%s (%s)", words, key);

  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", direction);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "notes.resize");
  gtk_box_append (GTK_BOX (bar), button);
}

static void
add_head (AtlasConsoleNotes *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *heading = gtk_label_new (_ ("Notes"));

  gtk_label_set_xalign (GTK_LABEL (heading), 0.0F);
  gtk_widget_set_hexpand (heading, TRUE);
  gtk_widget_add_css_class (heading, "caption");
  gtk_box_append (GTK_BOX (bar), heading);
  /* Translators: on buttons: a smaller and a larger letter; keep them short. */
  add_size_button (bar, _ ("A−"), _ ("Smaller notes"), "Ctrl+−", -1);
  add_size_button (bar, _ ("A+"), _ ("Larger notes"), "Ctrl++", 1);
  gtk_widget_add_css_class (bar, "head");
  gtk_box_append (GTK_BOX (self->box), bar);
}

static void
add_view (AtlasConsoleNotes *self)
{
  GtkTextBuffer *buffer = NULL;

  self->view = gtk_text_view_new ();
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_pixels_inside_wrap (GTK_TEXT_VIEW (self->view), 3);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Notes"), -1);

  buffer = get_buffer (self);
  self->scale = gtk_text_buffer_create_tag (buffer, "scale", NULL);
  gtk_text_buffer_create_tag (buffer, "heading", "weight", PANGO_WEIGHT_BOLD, NULL);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->scroller);
}

static void
atlas_console_notes_init (AtlasConsoleNotes *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);

  self->size = 1.0;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  add_head (self);
  add_view (self);
  set_scale (self);

  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->scroller, scroll);
}

GtkWidget *
atlas_console_notes_new (void)
{
  return g_object_new (ATLAS_TYPE_CONSOLE_NOTES, NULL);
}

void
atlas_console_notes_show_step (AtlasConsoleNotes *self,
                               AtlasTourStep     *step)
{
  g_return_if_fail (ATLAS_IS_CONSOLE_NOTES (self));

  if (g_set_object (&self->step, step))
    fill (self);
}

double
atlas_console_notes_get_size (AtlasConsoleNotes *self)
{
  g_return_val_if_fail (ATLAS_IS_CONSOLE_NOTES (self), 1.0);

  return self->size;
}

void
atlas_console_notes_set_size (AtlasConsoleNotes *self,
                              double             size)
{
  g_return_if_fail (ATLAS_IS_CONSOLE_NOTES (self));

  size = CLAMP (size, ATLAS_CONSOLE_NOTES_MIN_SIZE, ATLAS_CONSOLE_NOTES_MAX_SIZE);
  if (fabs (self->size - size) < 1e-6)
    return;

  self->size = size;
  set_scale (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIZE]);
}

void
atlas_console_notes_resize (AtlasConsoleNotes *self,
                            int                direction)
{
  g_return_if_fail (ATLAS_IS_CONSOLE_NOTES (self));

  atlas_console_notes_set_size (self, direction == 0 ? 1.0 : self->size * (direction > 0 ? SIZE_STEP : 1.0 / SIZE_STEP));
}

char *
atlas_console_notes_dup_text (AtlasConsoleNotes *self)
{
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (ATLAS_IS_CONSOLE_NOTES (self), NULL);

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);

  return gtk_text_buffer_get_text (get_buffer (self), &start, &end, FALSE);
}
