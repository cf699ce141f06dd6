// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-tours-page-private.h"

#include "atlas-detail-parts.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (AtlasToursPage, atlas_tours_page, GTK_TYPE_WIDGET)

enum
{
  PROP_SESSION = 1,
  PROP_BOOK,
  PROP_EDITING,
  N_PROPS
};

enum
{
  REMOVED,
  LINK_ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

AtlasTour *
atlas_tours_page_get_tour (AtlasToursPage *self)
{
  return self->book != NULL && self->shown != NULL ? atlas_tour_book_lookup (self->book, self->shown) : NULL;
}

guint
atlas_tours_page_get_step (AtlasToursPage *self)
{
  if (self->session == NULL || self->shown == NULL || g_strcmp0 (atlas_session_get_tour (self->session), self->shown) != 0)
    return 0;

  return atlas_session_get_step (self->session);
}

gboolean
atlas_tours_page_is_editing (AtlasToursPage *self)
{
  return self->editing && self->book != NULL && atlas_tour_book_is_own (self->book, self->shown);
}

void
atlas_tours_page_tell_removed (AtlasToursPage *self,
                               const char     *words)
{
  g_signal_emit (self, signals[REMOVED], 0, words);
}

static void
update_stepping (AtlasToursPage *self)
{
  AtlasTour *tour = atlas_tours_page_get_tour (self);
  guint      step = atlas_tours_page_get_step (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tours.next", tour != NULL && step < atlas_tour_get_n_steps (tour));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tours.previous", tour != NULL && step > 1);
}

void
atlas_tours_page_refresh (AtlasToursPage *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->stale = TRUE;
      return;
    }

  self->stale = FALSE;
  if (self->shown != NULL && atlas_tours_page_get_tour (self) == NULL)
    g_clear_pointer (&self->shown, g_free); /* it is gone */

  atlas_tours_page_fill_list (self);
  atlas_tours_page_fill_tour (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), self->shown != NULL ? "tour" : "list");
  update_stepping (self);
  atlas_tours_page_update_actions (self);
}

/* Who goes on a tour sees it; who leaves one stays with it. */
static void
place_changed_cb (AtlasToursPage *self)
{
  const char *id = self->session != NULL ? atlas_session_get_tour (self->session) : NULL;

  if (id != NULL && g_strcmp0 (id, self->shown) != 0 && self->book != NULL && atlas_tour_book_lookup (self->book, id) != NULL)
    {
      g_free (self->shown);
      self->shown = g_strdup (id);
    }
  atlas_tours_page_refresh (self);
  atlas_tours_page_scroll_to_step (self);
}

void
atlas_tours_page_show_tour (AtlasToursPage *self,
                            const char     *id)
{
  g_autofree char *owned = g_strdup (id);

  g_return_if_fail (ATLAS_IS_TOURS_PAGE (self));

  if (g_strcmp0 (self->shown, owned) == 0)
    return;

  g_free (self->shown);
  self->shown = g_steal_pointer (&owned);
  atlas_tours_page_refresh (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0.0);
  atlas_tours_page_scroll_to_step (self);
}

static void
tour_activated_cb (AtlasToursPage *self,
                   AtlasTourRow   *row)
{
  AtlasTourStepRow *first = NULL;

  atlas_tours_page_show_tour (self, atlas_tour_get_id (atlas_tour_row_get_tour (row)));
  first = atlas_tours_page_get_row (self, MAX (atlas_tours_page_get_step (self), 1) - 1);
  gtk_widget_grab_focus (first != NULL ? GTK_WIDGET (first) : self->add_button);
}

static void
step_activated_cb (AtlasToursPage *self,
                   GtkListBoxRow  *row)
{
  AtlasTour *tour = atlas_tours_page_get_tour (self);

  if (tour != NULL && self->session != NULL)
    atlas_session_show_step (self->session, tour, (guint) gtk_list_box_row_get_index (row) + 1);
}

static void
all_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  AtlasToursPage  *self = ATLAS_TOURS_PAGE (widget);
  g_autofree char *id = g_strdup (self->shown);
  GtkListBoxRow   *row = NULL;

  atlas_tours_page_show_tour (self, NULL);
  for (int i = 0; id != NULL && (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    if (g_str_equal (atlas_tour_get_id (atlas_tour_row_get_tour (ATLAS_TOUR_ROW (row))), id))
      gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* From a tour that one is not on yet the next step is the first. */
static void
step_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  AtlasToursPage *self = ATLAS_TOURS_PAGE (widget);
  AtlasTour      *tour = atlas_tours_page_get_tour (self);
  guint           step = atlas_tours_page_get_step (self);

  if (tour != NULL && self->session != NULL)
    atlas_session_show_step (self->session, tour, g_str_equal (action_name, "tours.next") ? step + 1 : MAX (step, 1) - 1);
}

/* PageUp and PageDown walk the tour here too, where they would scroll; in words that are typed they are the words'. */
static gboolean
key_pressed_cb (AtlasToursPage        *self,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean   next = keyval == GDK_KEY_Page_Down || keyval == GDK_KEY_KP_Page_Down;
  gboolean   previous = keyval == GDK_KEY_Page_Up || keyval == GDK_KEY_KP_Page_Up;

  if ((!next && !previous) || (state & gtk_accelerator_get_default_mod_mask ()) != 0 || self->shown == NULL ||
      GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate_action (GTK_WIDGET (self), next ? "tours.next" : "tours.previous", NULL);

  return GDK_EVENT_STOP;
}

/* -- The widget -- */

static void
atlas_tours_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (atlas_tours_page_parent_class)->map (widget);

  if (ATLAS_TOURS_PAGE (widget)->stale)
    place_changed_cb (ATLAS_TOURS_PAGE (widget));
}

static void
atlas_tours_page_dispose (GObject *object)
{
  AtlasToursPage *self = ATLAS_TOURS_PAGE (object);
  GtkWidget      *child = NULL;

  if (self->session_signals != NULL)
    g_signal_group_set_target (self->session_signals, NULL);
  if (self->book_signals != NULL)
    g_signal_group_set_target (self->book_signals, NULL);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->book_signals);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL) /* not only those that have a name in the template */
    gtk_widget_unparent (child);
  g_clear_object (&self->book);
  g_clear_object (&self->session);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (atlas_tours_page_parent_class)->dispose (object);
}

static void
atlas_tours_page_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  AtlasToursPage *self = ATLAS_TOURS_PAGE (object);

  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_BOOK:
      g_value_set_object (value, self->book);
      break;
    case PROP_EDITING:
      g_value_set_boolean (value, self->editing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
set_editing (AtlasToursPage *self,
             gboolean        editing)
{
  if (self->editing == editing)
    return;

  self->editing = editing;
  atlas_tours_page_refresh (self);
  atlas_tours_page_scroll_to_step (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITING]);
}

static void
atlas_tours_page_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  AtlasToursPage *self = ATLAS_TOURS_PAGE (object);

  switch (property_id)
    {
    case PROP_SESSION:
      atlas_tours_page_set_session (self, g_value_get_object (value));
      break;
    case PROP_BOOK:
      atlas_tours_page_set_book (self, g_value_get_object (value));
      break;
    case PROP_EDITING:
      set_editing (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

/* clang-format off */
static const AtlasKeyBinding keys[] = {
  { "<Control>z",                   "tours.undo", NULL, N_ ("Take back the last change of a tour"), N_ ("Tours") },
  { "<Shift><Control>z|<Control>y", "tours.redo", NULL, N_ ("Make it again"),                       N_ ("Tours") },
};
/* clang-format on */

const AtlasKeyBinding *
atlas_tours_page_get_key_bindings (guint *n_bindings)
{
  *n_bindings = G_N_ELEMENTS (keys);

  return keys;
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/corridoratlas/CorridorAtlas/ui/atlas-tours-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasToursPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AtlasToursPage, problem);
  gtk_widget_class_bind_template_child (widget_class, AtlasToursPage, list);
  gtk_widget_class_bind_template_child (widget_class, AtlasToursPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, AtlasToursPage, title);
  gtk_widget_class_bind_template_child (widget_class, AtlasToursPage, description);
  gtk_widget_class_bind_template_child (widget_class, AtlasToursPage, extent);
  gtk_widget_class_bind_template_child (widget_class, AtlasToursPage, naming);
  gtk_widget_class_bind_template_child (widget_class, AtlasToursPage, edit_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasToursPage, copy_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasToursPage, present_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasToursPage, steps);
  gtk_widget_class_bind_template_child (widget_class, AtlasToursPage, no_steps);
  gtk_widget_class_bind_template_child (widget_class, AtlasToursPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasToursPage, foot);
  gtk_widget_class_bind_template_child (widget_class, AtlasToursPage, counter);
  gtk_widget_class_bind_template_callback (widget_class, tour_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, step_activated_cb);
}

static void
atlas_tours_page_class_init (AtlasToursPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags     flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = atlas_tours_page_dispose;
  object_class->get_property = atlas_tours_page_get_property;
  object_class->set_property = atlas_tours_page_set_property;
  widget_class->map = atlas_tours_page_map;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ATLAS_TYPE_SESSION, flags);
  properties[PROP_BOOK] = g_param_spec_object ("book", NULL, NULL, ATLAS_TYPE_TOUR_BOOK, flags);
  properties[PROP_EDITING] = g_param_spec_boolean ("editing", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[REMOVED] = g_signal_new ("removed", ATLAS_TYPE_TOURS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LINK_ACTIVATED] = g_signal_new ("link-activated", ATLAS_TYPE_TOURS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 2, G_TYPE_STRING, GTK_TYPE_WIDGET);

  gtk_widget_class_install_action (widget_class, "tours.all", NULL, all_action);
  gtk_widget_class_install_action (widget_class, "tours.next", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "tours.previous", NULL, step_action);
  gtk_widget_class_install_property_action (widget_class, "tours.edit", "editing");
  atlas_tours_page_install_actions (widget_class);
  atlas_key_bindings_add_to_class (widget_class, keys, G_N_ELEMENTS (keys));
  bind_template (widget_class);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "atlas-tours-page");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_tours_page_init (AtlasToursPage *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  self->stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), atlas_tours_page_header_cb, NULL, NULL);
  atlas_tours_page_connect_naming (self);

  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), key);

  self->session_signals = g_signal_group_new (ATLAS_TYPE_SESSION);
  g_signal_group_connect_object (self->session_signals, "notify::tour", G_CALLBACK (place_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "notify::step", G_CALLBACK (place_changed_cb), self, G_CONNECT_SWAPPED);
  self->book_signals = g_signal_group_new (ATLAS_TYPE_TOUR_BOOK);
  g_signal_group_connect_object (self->book_signals, "items-changed", G_CALLBACK (atlas_tours_page_refresh), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->book_signals, "notify::can-undo", G_CALLBACK (atlas_tours_page_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->book_signals, "notify::can-redo", G_CALLBACK (atlas_tours_page_update_actions), self, G_CONNECT_SWAPPED);
  atlas_tours_page_update_actions (self);
}

GtkWidget *
atlas_tours_page_new (void)
{
  return g_object_new (ATLAS_TYPE_TOURS_PAGE, NULL);
}

void
atlas_tours_page_set_session (AtlasToursPage *self,
                              AtlasSession   *session)
{
  g_return_if_fail (ATLAS_IS_TOURS_PAGE (self));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  place_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

void
atlas_tours_page_set_book (AtlasToursPage *self,
                           AtlasTourBook  *book)
{
  g_return_if_fail (ATLAS_IS_TOURS_PAGE (self));

  if (!g_set_object (&self->book, book))
    return;

  g_signal_group_set_target (self->book_signals, book);
  place_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BOOK]);
}

void
atlas_tours_page_set_problem (AtlasToursPage *self,
                              const char     *problem)
{
  g_autofree char *words = NULL;

  g_return_if_fail (ATLAS_IS_TOURS_PAGE (self));

  if (problem != NULL)
    words = g_strdup_printf (_ ("Files of yours that cannot be read, and are left as they are:\n%s"), problem);
  gtk_label_set_text (GTK_LABEL (self->problem), words);
  gtk_widget_set_visible (self->problem, problem != NULL);
}
