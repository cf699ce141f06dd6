// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-sources-page-private.h"

#include "atlas-detail-parts.h"

#include <glib/gi18n-lib.h>

/* From this width on, px, list and card stand side by side; the list has this part of it, but so much at most. */
#define WIDE 640
#define LIST_PART 0.44
#define LIST_MAX 460

G_DEFINE_FINAL_TYPE (AtlasSourcesPage, atlas_sources_page, GTK_TYPE_WIDGET)

enum
{
  PROP_SESSION = 1,
  N_PROPS
};

enum
{
  OPEN_URI,
  NOTE_REQUESTED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

static int
get_minimum (GtkWidget *side)
{
  int minimum = 0;

  gtk_widget_measure (side, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  return minimum;
}

/* The list's width beside the card; 0: there is no room for both, as where text is large. */
static int
get_list_width (AtlasSourcesPage *self,
                int               width)
{
  int list_width = MAX (MIN ((int) (width * LIST_PART), LIST_MAX), get_minimum (self->list_side));

  return width >= WIDE && width - list_width >= get_minimum (self->card_side) ? list_width : 0;
}

static gboolean
has_card (AtlasSourcesPage *self)
{
  return atlas_source_card_get_reference (self->card) != NULL;
}

static gboolean
has_focus_in (GtkWidget *side)
{
  GtkRoot   *root = gtk_widget_get_root (side);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, side);
}

/* Which sides are seen. A focus in one that goes moves to the other. */
static void
show_sides (AtlasSourcesPage *self,
            int               width)
{
  gboolean with_card = has_card (self);
  gboolean with_list = !with_card || get_list_width (self, width) > 0;

  if (!with_card)
    atlas_detail_keep_focus (self->card_side, GTK_WIDGET (self->view));
  gtk_widget_set_child_visible (self->card_side, with_card);
  if (!with_list && has_focus_in (self->list_side))
    gtk_widget_child_focus (self->card_side, GTK_DIR_TAB_FORWARD);
  gtk_widget_set_child_visible (self->list_side, with_list);
}

static void
open_uri_cb (AtlasSourcesPage *self,
             const char       *uri)
{
  g_signal_emit (self, signals[OPEN_URI], 0, uri);
}

static void
note_requested_cb (AtlasSourcesPage *self,
                   const char       *id)
{
  g_signal_emit (self, signals[NOTE_REQUESTED], 0, id);
}

static void
source_activated_cb (AtlasSourcesPage *self,
                     const char       *id)
{
  g_autofree char *copy = g_strdup (id);

  atlas_session_show_source (self->session, copy);
}

/* The card has a button for a note only while somebody takes it. */
static void
listen_for_notes (AtlasSourcesPage *self)
{
  g_signal_handlers_disconnect_by_func (self->card, note_requested_cb, self);
  if (g_signal_has_handler_pending (self, signals[NOTE_REQUESTED], 0, FALSE))
    g_signal_connect_object (self->card, "note-requested", G_CALLBACK (note_requested_cb), self, G_CONNECT_SWAPPED);
}

static void
show_source (AtlasSourcesPage *self)
{
  AtlasDataset   *dataset = self->session != NULL ? atlas_session_get_dataset (self->session) : NULL;
  const char     *id = dataset != NULL ? atlas_session_get_source (self->session) : NULL;
  AtlasReference *reference = id != NULL ? atlas_bibliography_lookup (atlas_dataset_get_bibliography (dataset), id) : NULL;

  if (reference == atlas_source_card_get_reference (self->card) && reference != NULL)
    return;

  if (reference == NULL) /* before the card's focus has nowhere to go */
    atlas_detail_keep_focus (self->card_side, GTK_WIDGET (self->view));
  listen_for_notes (self);
  atlas_source_card_show_reference (self->card, self->session, reference);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0.0);
  if (reference != NULL)
    atlas_source_list_view_select (self->view, atlas_source_list_find (self->list, id));
  show_sides (self, gtk_widget_get_width (GTK_WIDGET (self)));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
dataset_changed_cb (AtlasSourcesPage *self)
{
  AtlasDataset *dataset = self->session != NULL ? atlas_session_get_dataset (self->session) : NULL;

  atlas_source_card_show_reference (self->card, NULL, NULL);
  atlas_source_list_set_dataset (self->list, dataset);
  show_source (self);
}

/* Back to the list, at the row of what was read. */
static void
back_cb (AtlasSourcesPage *self)
{
  AtlasReference *reference = atlas_source_card_get_reference (self->card);
  guint           position = GTK_INVALID_LIST_POSITION;

  if (reference != NULL)
    position = atlas_source_list_find (self->list, atlas_reference_get_id (reference));
  atlas_session_show_source (self->session, NULL);
  atlas_source_list_view_focus_row (self->view, position);
}

static gboolean
key_cb (AtlasSourcesPage *self,
        guint             keyval,
        guint             keycode,
        GdkModifierType   state)
{
  if (keyval != GDK_KEY_Escape || !has_card (self))
    return GDK_EVENT_PROPAGATE;

  back_cb (self);

  return GDK_EVENT_STOP;
}

static void
create_card_side (AtlasSourcesPage *self)
{
  GtkWidget *back = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("go-previous-symbolic"));
  gtk_box_append (GTK_BOX (content), gtk_label_new (_ ("All Sources")));
  gtk_button_set_child (GTK_BUTTON (back), content);
  gtk_widget_set_halign (back, GTK_ALIGN_START);
  gtk_widget_add_css_class (back, "flat");
  gtk_widget_add_css_class (back, "back");
  gtk_accessible_update_property (GTK_ACCESSIBLE (back), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("All Sources"), -1);
  g_signal_connect_object (back, "clicked", G_CALLBACK (back_cb), self, G_CONNECT_SWAPPED);

  self->card = ATLAS_SOURCE_CARD (atlas_source_card_new (FALSE));
  g_signal_connect_object (self->card, "open-uri", G_CALLBACK (open_uri_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->card, "source-activated", G_CALLBACK (source_activated_cb), self, G_CONNECT_SWAPPED);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->card));
  gtk_widget_set_vexpand (self->scroller, TRUE);

  self->card_side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->card_side, "card-side");
  gtk_box_append (GTK_BOX (self->card_side), back);
  gtk_box_append (GTK_BOX (self->card_side), self->scroller);
  gtk_widget_set_parent (self->card_side, GTK_WIDGET (self));
}

/* As wide as the wider of its sides, which need not be beside each other. */
static void
atlas_sources_page_measure (GtkWidget     *widget,
                            GtkOrientation orientation,
                            int            for_size,
                            int           *minimum,
                            int           *natural,
                            int           *minimum_baseline,
                            int           *natural_baseline)
{
  AtlasSourcesPage *self = ATLAS_SOURCES_PAGE (widget);
  GtkWidget        *sides[] = { self->list_side, self->card_side };

  *minimum = 0;
  *natural = 0;
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      int side_minimum = 0;
      int side_natural = 0;

      gtk_widget_measure (sides[i], orientation, -1, &side_minimum, &side_natural, NULL, NULL);
      *minimum = MAX (*minimum, side_minimum);
      *natural = MAX (*natural, side_natural);
    }
}

static void
atlas_sources_page_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  AtlasSourcesPage *self = ATLAS_SOURCES_PAGE (widget);
  int               beside = has_card (self) ? get_list_width (self, width) : 0;
  gboolean          both = beside > 0;
  int               list_width = both ? beside : width;
  gboolean          is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int               card_width = both ? width - list_width : width;

  show_sides (self, width);
  if (gtk_widget_get_child_visible (self->list_side))
    gtk_widget_size_allocate (self->list_side, &(GtkAllocation){ is_rtl && both ? card_width : 0, 0, list_width, height }, -1);
  if (gtk_widget_get_child_visible (self->card_side))
    gtk_widget_size_allocate (self->card_side, &(GtkAllocation){ both && !is_rtl ? list_width : 0, 0, card_width, height }, -1);
}

/* By Tab, all of the list's side and then all of the card's; GTK would give the focus to what takes one that is given, and leave. */
static gboolean
atlas_sources_page_focus (GtkWidget       *widget,
                          GtkDirectionType direction)
{
  AtlasSourcesPage *self = ATLAS_SOURCES_PAGE (widget);
  gboolean          back = direction == GTK_DIR_TAB_BACKWARD;
  GtkWidget        *sides[] = { back ? self->card_side : self->list_side, back ? self->list_side : self->card_side };
  guint             first = gtk_widget_get_focus_child (widget) == sides[1] ? 1 : 0;

  for (guint i = first; i < G_N_ELEMENTS (sides); i++)
    if (gtk_widget_get_child_visible (sides[i]) && gtk_widget_child_focus (sides[i], direction))
      return TRUE;

  return FALSE;
}

static gboolean
atlas_sources_page_grab_focus (GtkWidget *widget)
{
  AtlasSourcesPage *self = ATLAS_SOURCES_PAGE (widget);

  return has_card (self) ? gtk_widget_child_focus (self->card_side, GTK_DIR_TAB_FORWARD) : gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
atlas_sources_page_dispose (GObject *object)
{
  AtlasSourcesPage *self = ATLAS_SOURCES_PAGE (object);

  if (self->session_signals != NULL)
    g_signal_group_set_target (self->session_signals, NULL);
  g_clear_object (&self->session_signals);
  g_clear_pointer (&self->list_side, gtk_widget_unparent);
  g_clear_pointer (&self->card_side, gtk_widget_unparent);
  g_clear_object (&self->list);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_sources_page_parent_class)->dispose (object);
}

static void
atlas_sources_page_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, ATLAS_SOURCES_PAGE (object)->session);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
atlas_sources_page_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_SESSION:
      atlas_sources_page_set_session (ATLAS_SOURCES_PAGE (object), g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
atlas_sources_page_class_init (AtlasSourcesPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_sources_page_dispose;
  object_class->get_property = atlas_sources_page_get_property;
  object_class->set_property = atlas_sources_page_set_property;
  widget_class->measure = atlas_sources_page_measure;
  widget_class->size_allocate = atlas_sources_page_size_allocate;
  widget_class->focus = atlas_sources_page_focus;
  widget_class->grab_focus = atlas_sources_page_grab_focus;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, ATLAS_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[OPEN_URI] = g_signal_new ("open-uri", ATLAS_TYPE_SOURCES_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[NOTE_REQUESTED] = g_signal_new ("note-requested", ATLAS_TYPE_SOURCES_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRING);

  atlas_sources_page_install_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "atlas-sources");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_sources_page_init (AtlasSourcesPage *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  self->list = atlas_source_list_new ();
  atlas_sources_page_create_list_side (self);
  create_card_side (self);
  gtk_widget_set_child_visible (self->card_side, FALSE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Sources"), -1);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), key);

  self->session_signals = g_signal_group_new (ATLAS_TYPE_SESSION);
  g_signal_group_connect_object (self->session_signals, "notify::dataset", G_CALLBACK (dataset_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "notify::source", G_CALLBACK (show_source), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session_signals, "bind", G_CALLBACK (dataset_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
atlas_sources_page_new (void)
{
  return g_object_new (ATLAS_TYPE_SOURCES_PAGE, NULL);
}

AtlasSession *
atlas_sources_page_get_session (AtlasSourcesPage *self)
{
  g_return_val_if_fail (ATLAS_IS_SOURCES_PAGE (self), NULL);

  return self->session;
}

void
atlas_sources_page_set_session (AtlasSourcesPage *self,
                                AtlasSession     *session)
{
  g_return_if_fail (ATLAS_IS_SOURCES_PAGE (self));
  g_return_if_fail (session == NULL || ATLAS_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  if (session == NULL)
    dataset_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
