// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-tour-step-row.h"

#include "atlas-detail-parts.h"
#include "atlas-tour-step-editor.h"
#include "atlas-tour-words.h"

#include <glib/gi18n-lib.h>

struct _AtlasTourStepRow
{
  GtkListBoxRow  parent_instance;

  AtlasTourStep *step;
  guint          position;
  guint          n_steps;
  gboolean       current;
  gboolean       editing;

  GtkWidget     *number;
  GtkWidget     *title;
  GtkWidget     *date;
  GtkWidget     *handle;
  GtkWidget     *column;
  GtkWidget     *words;  /* what is read; NULL: it is not looked at */
  GtkWidget     *editor; /* NULL: it is not being edited */
  GtkWidget     *tools;
};

G_DEFINE_FINAL_TYPE (AtlasTourStepRow, atlas_tour_step_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  MOVE_REQUESTED,
  REMOVE_REQUESTED,
  VIEW_REQUESTED,
  EDITED,
  LINK_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* -- What is read -- */

static gboolean
link_activated_cb (AtlasTourStepRow *self,
                   const char       *uri,
                   GtkWidget        *label)
{
  g_signal_emit (self, signals[LINK_ACTIVATED], 0, uri, label);

  return TRUE; /* nothing opens but through the window */
}

static GtkWidget *
create_text (AtlasTourStepRow *self,
             const char       *text,
             const char       *css_class)
{
  g_autofree char *markup = atlas_tour_text_to_markup (text);
  GtkWidget       *label = atlas_detail_create_text (markup);

  gtk_widget_add_css_class (label, css_class);
  g_signal_connect_object (label, "activate-link", G_CALLBACK (link_activated_cb), self, G_CONNECT_SWAPPED);

  return label;
}

static GtkWidget *
create_question (AtlasTourStepRow *self)
{
  GtkWidget  *expander = gtk_expander_new (NULL);
  GtkWidget  *question = gtk_label_new (atlas_tour_step_get_question (self->step));
  const char *answer = atlas_tour_step_get_answer (self->step);

  gtk_label_set_xalign (GTK_LABEL (question), 0.0F);
  gtk_label_set_wrap (GTK_LABEL (question), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (question), PANGO_WRAP_WORD_CHAR);
  gtk_expander_set_label_widget (GTK_EXPANDER (expander), question);
  gtk_expander_set_child (GTK_EXPANDER (expander), create_text (self, answer != NULL ? answer : "", "answer"));
  gtk_widget_set_tooltip_text (expander, _ ("Open the answer"));
  gtk_widget_add_css_class (expander, "question");

  return expander;
}

static GtkWidget *
create_words (AtlasTourStepRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  if (*atlas_tour_step_get_text (self->step) != '\0')
    gtk_box_append (GTK_BOX (box), create_text (self, atlas_tour_step_get_text (self->step), "words"));
  if (atlas_tour_step_get_question (self->step) != NULL)
    gtk_box_append (GTK_BOX (box), create_question (self));

  return box;
}

/* -- What is changed -- */

static void
edited_cb (AtlasTourStepRow *self,
           const char       *member)
{
  g_signal_emit (self, signals[EDITED], 0, member);
}

static GtkWidget *
create_tools (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *view = gtk_button_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_tooltip_text (view, _ ("Let the step look at what you look at now: map, date, filter, selection"));
  gtk_button_set_child (GTK_BUTTON (view), gtk_label_new (_ ("Take This View")));
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Take This View"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (view), "step.take-view");
  gtk_widget_set_hexpand (view, TRUE);
  gtk_widget_set_halign (view, GTK_ALIGN_START);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, _ ("Remove the step (Delete)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Remove the step"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (remove), "step.remove");

  gtk_box_append (GTK_BOX (box), view);
  gtk_box_append (GTK_BOX (box), remove);
  gtk_widget_add_css_class (box, "step-tools");

  return box;
}

/* -- Both -- */

static void
drop (AtlasTourStepRow *self,
      GtkWidget       **child)
{
  GtkWidget *leaving = g_steal_pointer (child);

  if (leaving == NULL)
    return;

  atlas_detail_keep_focus (leaving, GTK_WIDGET (self));
  gtk_box_remove (GTK_BOX (self->column), leaving);
}

static void
show_body (AtlasTourStepRow *self)
{
  gboolean edits = self->current && self->editing;

  drop (self, &self->words);
  if (!edits)
    {
      drop (self, &self->editor);
      drop (self, &self->tools);
    }
  if (self->step == NULL)
    return;

  if (edits && self->editor == NULL)
    {
      self->editor = atlas_tour_step_editor_new (self->step);
      self->tools = create_tools ();
      g_signal_connect_object (self->editor, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->column), self->editor);
      gtk_box_append (GTK_BOX (self->column), self->tools);
    }
  else if (edits)
    atlas_tour_step_editor_set_step (ATLAS_TOUR_STEP_EDITOR (self->editor), self->step);
  else if (self->current)
    {
      self->words = create_words (self);
      gtk_box_append (GTK_BOX (self->column), self->words);
    }
}

static void
show_head (AtlasTourStepRow *self)
{
  g_autofree char *number = g_strdup_printf ("%u", self->position + 1);
  g_autofree char *date = atlas_tour_step_date_to_words (self->step);
  /* Translators: number, how many there are, title and date of a tour's step */
  g_autofree char *name = g_strdup_printf (_ ("Step %u of %u: %s, %s"), self->position + 1, self->n_steps, atlas_tour_step_get_title (self->step), date);

  gtk_label_set_text (GTK_LABEL (self->number), number);
  gtk_label_set_text (GTK_LABEL (self->title), atlas_tour_step_get_title (self->step));
  gtk_label_set_text (GTK_LABEL (self->date), date);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update_actions (AtlasTourStepRow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "step.move", self->editing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "step.remove", self->editing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "step.take-view", self->editing);
}

void
atlas_tour_step_row_set_step (AtlasTourStepRow *self,
                              AtlasTourStep    *step,
                              guint             position,
                              guint             n_steps)
{
  gboolean other = FALSE;

  g_return_if_fail (ATLAS_IS_TOUR_STEP_ROW (self) && ATLAS_IS_TOUR_STEP (step));

  other = g_set_object (&self->step, step);
  if (!other && self->position == position && self->n_steps == n_steps)
    return;

  self->position = position;
  self->n_steps = n_steps;
  show_head (self);
  if (other)
    show_body (self);
}

void
atlas_tour_step_row_set_state (AtlasTourStepRow *self,
                               gboolean          current,
                               gboolean          editing)
{
  g_return_if_fail (ATLAS_IS_TOUR_STEP_ROW (self));

  if (self->current == current && self->editing == editing)
    return;

  self->current = current;
  self->editing = editing;
  gtk_widget_set_visible (self->handle, editing);
  if (current)
    gtk_widget_add_css_class (GTK_WIDGET (self), "current");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "current");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, current, -1);
  update_actions (self);
  show_body (self);
}

AtlasTourStep *
atlas_tour_step_row_get_step (AtlasTourStepRow *self)
{
  g_return_val_if_fail (ATLAS_IS_TOUR_STEP_ROW (self), NULL);

  return self->step;
}

AtlasTourStep *
atlas_tour_step_row_create_step (AtlasTourStepRow *self)
{
  g_return_val_if_fail (ATLAS_IS_TOUR_STEP_ROW (self), NULL);

  return self->editor != NULL ? atlas_tour_step_editor_create_step (ATLAS_TOUR_STEP_EDITOR (self->editor)) : g_object_ref (self->step);
}

void
atlas_tour_step_row_edit_title (AtlasTourStepRow *self)
{
  g_return_if_fail (ATLAS_IS_TOUR_STEP_ROW (self));

  gtk_widget_grab_focus (self->editor != NULL ? self->editor : GTK_WIDGET (self));
}

/* -- Moving -- */

static GdkContentProvider *
prepare_cb (AtlasTourStepRow *self)
{
  return gdk_content_provider_new_typed (ATLAS_TYPE_TOUR_STEP_ROW, self);
}

static void
drag_begin_cb (AtlasTourStepRow *self,
               GdkDrag          *drag,
               GtkDragSource    *source)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static gboolean
drop_cb (AtlasTourStepRow *self,
         const GValue     *value,
         double            x,
         double            y)
{
  AtlasTourStepRow *from = g_value_get_object (value);
  int               to = (int) self->position + (y > gtk_widget_get_height (GTK_WIDGET (self)) / 2.0 ? 1 : 0);

  gtk_widget_remove_css_class (GTK_WIDGET (self), "drop-before");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "drop-after");
  if (!self->editing || from == NULL || gtk_widget_get_parent (GTK_WIDGET (from)) != gtk_widget_get_parent (GTK_WIDGET (self)))
    return FALSE;

  if ((int) from->position < to)
    to--;
  g_signal_emit (from, signals[MOVE_REQUESTED], 0, to);

  return TRUE;
}

static GdkDragAction
drop_motion_cb (AtlasTourStepRow *self,
                double            x,
                double            y)
{
  gboolean after = y > gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;

  gtk_widget_remove_css_class (GTK_WIDGET (self), after ? "drop-before" : "drop-after");
  gtk_widget_add_css_class (GTK_WIDGET (self), after ? "drop-after" : "drop-before");

  return GDK_ACTION_MOVE;
}

static void
drop_leave_cb (AtlasTourStepRow *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "drop-before");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "drop-after");
}

static void
add_dragging (AtlasTourStepRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (ATLAS_TYPE_TOUR_STEP_ROW, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->handle, GTK_EVENT_CONTROLLER (source));

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "motion", G_CALLBACK (drop_motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (drop_leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
move_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  AtlasTourStepRow *self = ATLAS_TOUR_STEP_ROW (widget);
  int               to = (int) self->position + g_variant_get_int32 (parameter);

  if (to >= 0 && to < (int) self->n_steps)
    g_signal_emit (self, signals[MOVE_REQUESTED], 0, to);
}

static void
request_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  g_signal_emit (widget, signals[g_str_equal (action_name, "step.remove") ? REMOVE_REQUESTED : VIEW_REQUESTED], 0);
}

/* -- The widget -- */

/* clang-format off */
static const AtlasKeyBinding keys[] = {
  { "<Alt>Up|<Alt>KP_Up",     "step.move",   "-1", N_ ("Step of your tour earlier"), N_ ("Tours") },
  { "<Alt>Down|<Alt>KP_Down", "step.move",   "1",  N_ ("Step of your tour later"),   N_ ("Tours") },
  { "Delete|KP_Delete",       "step.remove", NULL, N_ ("Remove the step"),           N_ ("Tours") },
};
/* clang-format on */

const AtlasKeyBinding *
atlas_tour_step_row_get_key_bindings (guint *n_bindings)
{
  *n_bindings = G_N_ELEMENTS (keys);

  return keys;
}

static void
atlas_tour_step_row_dispose (GObject *object)
{
  g_clear_object (&ATLAS_TOUR_STEP_ROW (object)->step);

  G_OBJECT_CLASS (atlas_tour_step_row_parent_class)->dispose (object);
}

static void
atlas_tour_step_row_class_init (AtlasTourStepRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType           type = ATLAS_TYPE_TOUR_STEP_ROW;

  G_OBJECT_CLASS (klass)->dispose = atlas_tour_step_row_dispose;

  signals[MOVE_REQUESTED] = g_signal_new ("move-requested", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[REMOVE_REQUESTED] = g_signal_new ("remove-requested", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[VIEW_REQUESTED] = g_signal_new ("view-requested", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[EDITED] = g_signal_new ("edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LINK_ACTIVATED] =
    g_signal_new ("link-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, GTK_TYPE_WIDGET);

  gtk_widget_class_install_action (widget_class, "step.move", "i", move_action);
  gtk_widget_class_install_action (widget_class, "step.remove", NULL, request_action);
  gtk_widget_class_install_action (widget_class, "step.take-view", NULL, request_action);
  atlas_key_bindings_add_to_class (widget_class, keys, G_N_ELEMENTS (keys));
}

static GtkWidget *
create_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
atlas_tour_step_row_init (AtlasTourStepRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->number = gtk_label_new (NULL);
  gtk_widget_set_valign (self->number, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->number, "number");
  self->title = create_label ("title");
  self->date = create_label ("date");
  self->handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  gtk_widget_set_valign (self->handle, GTK_ALIGN_START);
  gtk_widget_set_cursor_from_name (self->handle, "grab");
  gtk_widget_set_tooltip_text (self->handle, _ ("Drag the step to another place (Alt+Up, Alt+Down)"));
  gtk_widget_set_visible (self->handle, FALSE);
  gtk_widget_add_css_class (self->handle, "handle");

  gtk_box_append (GTK_BOX (head), self->title);
  gtk_box_append (GTK_BOX (head), self->date);
  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_hexpand (self->column, TRUE);
  gtk_box_append (GTK_BOX (self->column), head);
  gtk_box_append (GTK_BOX (box), self->number);
  gtk_box_append (GTK_BOX (box), self->column);
  gtk_box_append (GTK_BOX (box), self->handle);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "step");
  update_actions (self);
  add_dragging (self);
}

GtkWidget *
atlas_tour_step_row_new (void)
{
  return g_object_new (ATLAS_TYPE_TOUR_STEP_ROW, NULL);
}
