// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-reader-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (AtlasReader, atlas_reader, GTK_TYPE_WIDGET)

enum
{
  PROP_SESSION = 1,
  PROP_ZOOM,
  PROP_CARET,
  PROP_FOLLOW,
  PROP_COPIES_REFERENCE,
  PROP_COPIES_CITATIONS,
  N_PROPS
};

enum
{
  CITATION_ACTIVATED,
  HIGHLIGHT_REQUESTED,
  NOTE_REQUESTED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

void
atlas_reader_emit_citation (AtlasReader           *self,
                            const AtlasReaderLink *link,
                            gboolean               pinned)
{
  GdkRectangle place = { 0 };

  if (link == NULL || atlas_reader_get_link_place (self, link, &place))
    g_signal_emit (self, signals[CITATION_ACTIVATED], 0, link != NULL ? link->span->citation : 0, &place, pinned);
}

void
atlas_reader_emit_request (AtlasReader *self,
                           gboolean     note,
                           const char  *passage_id,
                           guint        start,
                           guint        end)
{
  g_signal_emit (self, signals[note ? NOTE_REQUESTED : HIGHLIGHT_REQUESTED], 0, passage_id, start, end);
}

/* A text is made when it is first looked at. */
static void
dataset_changed_cb (AtlasReader *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    atlas_reader_fill (self);
  else
    atlas_reader_forget_text (self);
}

static void
atlas_reader_map (GtkWidget *widget)
{
  AtlasReader *self = ATLAS_READER (widget);

  if (self->text == NULL)
    atlas_reader_fill (self);

  GTK_WIDGET_CLASS (atlas_reader_parent_class)->map (widget);
}

static void
atlas_reader_unmap (GtkWidget *widget)
{
  AtlasReader *self = ATLAS_READER (widget);

  GTK_WIDGET_CLASS (atlas_reader_parent_class)->unmap (widget);

  atlas_reader_follow_stop (self);
  if (self->lights)
    atlas_session_set_hovered (self->session, NULL);
  self->lights = FALSE;
}

static void
selected_changed_cb (AtlasReader *self)
{
  if (self->text == NULL)
    return;

  atlas_reader_mentions_update (self);
  gtk_widget_queue_draw (self->view);
}

static void
hovered_changed_cb (AtlasReader *self)
{
  gtk_widget_queue_draw (self->view);
}

static void
scrolled_cb (AtlasReader *self)
{
  if (self->text == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  atlas_reader_outline_queue_update (self);
  atlas_reader_follow_scrolled (self);
}

/* The text is laid out, or is longer or shorter by now. */
static void
laid_out_cb (AtlasReader *self)
{
  if (self->text != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      atlas_reader_laid_out (self);
      atlas_reader_outline_queue_update (self);
    }
}

static gboolean
wheel_cb (AtlasReader *self)
{
  atlas_reader_drop_goal (self);

  return GDK_EVENT_PROPAGATE;
}

/* Who presses may drag: the bar, or a selection. */
static void
pressed_cb (AtlasReader *self)
{
  self->by_keys = FALSE;
  atlas_reader_drop_goal (self);
}

static void
move_cursor_cb (AtlasReader *self)
{
  self->by_keys = gtk_text_view_get_cursor_visible (GTK_TEXT_VIEW (self->view));
  atlas_reader_drop_goal (self);
}

static gboolean
atlas_reader_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (ATLAS_READER (widget)->view);
}

/* By Tab, one after the other; the text is only what takes a focus that is given. */
static gboolean
atlas_reader_focus (GtkWidget       *widget,
                    GtkDirectionType direction)
{
  GtkWidget *child = gtk_widget_get_focus_child (widget); /* a menu or popover goes through its own */

  return gtk_widget_child_focus (child != NULL ? child : ATLAS_READER (widget)->body, direction);
}

static void
atlas_reader_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  AtlasReader *self = ATLAS_READER (widget);

  atlas_reader_outline_set_width (self, width);
  gtk_widget_allocate (self->body, width, height, baseline, NULL);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
atlas_reader_measure (GtkWidget     *widget,
                      GtkOrientation orientation,
                      int            for_size,
                      int           *minimum,
                      int           *natural,
                      int           *minimum_baseline,
                      int           *natural_baseline)
{
  gtk_widget_measure (ATLAS_READER (widget)->body, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

static void
atlas_reader_dispose (GObject *object)
{
  AtlasReader *self = ATLAS_READER (object);
  GtkWidget   *child = NULL;

  if (self->session_signals != NULL)
    g_signal_group_set_target (self->session_signals, NULL);
  g_clear_object (&self->session_signals);
  if (self->view != NULL)
    atlas_reader_forget_text (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->view = NULL;
  self->menu = NULL;
  g_clear_pointer (&self->mentions.links, g_array_unref);
  g_clear_pointer (&self->times, atlas_passage_times_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_reader_parent_class)->dispose (object);
}

static void
atlas_reader_finalize (GObject *object)
{
  atlas_reader_ink_dispose (ATLAS_READER (object));
  atlas_reader_marks_dispose (ATLAS_READER (object));

  G_OBJECT_CLASS (atlas_reader_parent_class)->finalize (object);
}

static void
atlas_reader_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  AtlasReader *self = ATLAS_READER (object);

  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;

    case PROP_CARET:
      g_value_set_boolean (value, gtk_text_view_get_cursor_visible (GTK_TEXT_VIEW (self->view)));
      break;

    case PROP_FOLLOW:
      g_value_set_boolean (value, self->follow);
      break;

    case PROP_COPIES_REFERENCE:
      g_value_set_boolean (value, self->copies_reference);
      break;

    case PROP_COPIES_CITATIONS:
      g_value_set_boolean (value, self->copies_citations);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static gboolean
take_boolean (gboolean     *member,
              const GValue *value)
{
  if (*member == g_value_get_boolean (value))
    return FALSE;

  *member = g_value_get_boolean (value);

  return TRUE;
}

static void
atlas_reader_set_property (GObject      *object,
                           guint         property_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  AtlasReader *self = ATLAS_READER (object);
  gboolean     caret = gtk_text_view_get_cursor_visible (GTK_TEXT_VIEW (self->view));

  switch (property_id)
    {
    case PROP_SESSION:
      atlas_reader_set_session (self, g_value_get_object (value));
      return;

    case PROP_ZOOM:
      atlas_reader_set_zoom (self, g_value_get_double (value));
      return;

    case PROP_CARET:
      if (!take_boolean (&caret, value))
        return;
      gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (self->view), caret);
      break;

    case PROP_FOLLOW:
      if (!take_boolean (&self->follow, value))
        return;
      self->moved = 0;
      atlas_reader_follow_scrolled (self);
      break;

    case PROP_COPIES_REFERENCE:
      if (!take_boolean (&self->copies_reference, value))
        return;
      break;

    case PROP_COPIES_CITATIONS:
      if (!take_boolean (&self->copies_citations, value))
        return;
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      return;
    }

  g_object_notify_by_pspec (object, pspec);
}

static void
install_signals (AtlasReaderClass *klass)
{
  signals[CITATION_ACTIVATED] =
    g_signal_new ("citation-activated", ATLAS_TYPE_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 3, G_TYPE_UINT, GDK_TYPE_RECTANGLE | G_SIGNAL_TYPE_STATIC_SCOPE, G_TYPE_BOOLEAN);
  signals[HIGHLIGHT_REQUESTED] = g_signal_new ("highlight-requested", ATLAS_TYPE_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                               G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_UINT, G_TYPE_UINT);
  signals[NOTE_REQUESTED] = g_signal_new ("note-requested", ATLAS_TYPE_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_UINT, G_TYPE_UINT);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ATLAS_TYPE_SESSION, flags);
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0.5, 3.0, 1.0, flags);
  properties[PROP_CARET] = g_param_spec_boolean ("caret", NULL, NULL, FALSE, flags);
  properties[PROP_FOLLOW] = g_param_spec_boolean ("follow", NULL, NULL, FALSE, flags);
  properties[PROP_COPIES_REFERENCE] = g_param_spec_boolean ("copies-reference", NULL, NULL, TRUE, flags);
  properties[PROP_COPIES_CITATIONS] = g_param_spec_boolean ("copies-citations", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
atlas_reader_class_init (AtlasReaderClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_reader_dispose;
  object_class->finalize = atlas_reader_finalize;
  object_class->get_property = atlas_reader_get_property;
  object_class->set_property = atlas_reader_set_property;

  widget_class->map = atlas_reader_map;
  widget_class->unmap = atlas_reader_unmap;
  widget_class->focus = atlas_reader_focus;
  widget_class->grab_focus = atlas_reader_grab_focus;
  widget_class->measure = atlas_reader_measure;
  widget_class->size_allocate = atlas_reader_size_allocate;

  install_properties (object_class);
  install_signals (klass);
  atlas_reader_install_actions (widget_class);

  gtk_widget_class_set_css_name (widget_class, "atlas-reader");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
init_session_signals (AtlasReader *self)
{
  const struct
  {
    const char *signal;
    GCallback   callback;
  } handlers[] = {
    { "notify::dataset", G_CALLBACK (dataset_changed_cb) },
    { "notify::selected", G_CALLBACK (selected_changed_cb) },
    { "notify::language", G_CALLBACK (selected_changed_cb) },
    { "notify::hovered", G_CALLBACK (hovered_changed_cb) },
    { "notify::passage", G_CALLBACK (atlas_reader_show_passage) },
  };

  self->session_signals = g_signal_group_new (ATLAS_TYPE_SESSION);
  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    g_signal_group_connect_object (self->session_signals, handlers[i].signal, handlers[i].callback, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session_signals, "bind", G_CALLBACK (dataset_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
atlas_reader_init (AtlasReader *self)
{
  g_autoptr (GtkTextBuffer) buffer = atlas_reader_text_create_buffer ();
  GtkEventController *wheel = NULL;
  GtkGesture         *press = NULL;
  GtkAdjustment      *adjustment = NULL;

  self->zoom = 1.0;
  self->copies_reference = TRUE;
  self->outline.section = -1;

  self->view = atlas_reader_view_new ();
  gtk_text_view_set_buffer (GTK_TEXT_VIEW (self->view), buffer);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  gtk_widget_set_hexpand (self->scroller, TRUE);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (laid_out_cb), self, G_CONNECT_SWAPPED);

  wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect_object (wheel, "scroll", G_CALLBACK (wheel_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->scroller, wheel);
  press = gtk_gesture_click_new ();
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->scroller, GTK_EVENT_CONTROLLER (press));
  g_signal_connect_object (self->view, "move-cursor", G_CALLBACK (move_cursor_cb), self, G_CONNECT_SWAPPED);

  atlas_reader_ink_init (self);
  atlas_reader_marks_init (self);
  atlas_reader_links_init (self);
  self->body = atlas_reader_create_page (self);
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));
  atlas_reader_copy_init (self);
  init_session_signals (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Report"), -1);
}

GtkWidget *
atlas_reader_new (void)
{
  return g_object_new (ATLAS_TYPE_READER, NULL);
}

AtlasSession *
atlas_reader_get_session (AtlasReader *self)
{
  g_return_val_if_fail (ATLAS_IS_READER (self), NULL);

  return self->session;
}

void
atlas_reader_set_session (AtlasReader  *self,
                          AtlasSession *session)
{
  g_return_if_fail (ATLAS_IS_READER (self));

  if (self->session == session)
    return;

  atlas_reader_forget_text (self);
  g_set_object (&self->session, session);
  g_signal_group_set_target (self->session_signals, session);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

void
atlas_reader_set_zoom (AtlasReader *self,
                       double       zoom)
{
  int place = self->text != NULL ? atlas_reader_view_get_first_offset (ATLAS_READER_VIEW (self->view), 0) : 0;

  zoom = CLAMP (zoom, 0.5, 3.0);
  if (self->zoom == zoom)
    return;

  self->zoom = zoom;
  atlas_reader_ink_update (self);
  atlas_reader_stand_still (self);
  if (self->text != NULL && self->has_goal)
    atlas_reader_laid_out (self);
  else if (self->text != NULL && place > 0)
    atlas_reader_go_to (self, place, place, 0.0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

void
atlas_reader_return (AtlasReader *self)
{
  g_return_if_fail (ATLAS_IS_READER (self));

  gtk_widget_grab_focus (self->view);
}
