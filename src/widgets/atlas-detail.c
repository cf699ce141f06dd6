// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-detail-private.h"

#include "atlas-detail-switcher.h"
#include "atlas-reader.h"
#include "atlas-sources-page.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (AtlasDetail, atlas_detail, GTK_TYPE_WIDGET)

enum
{
  PROP_SESSION = 1,
  N_PROPS
};

enum
{
  OPEN_URI,
  NOTE_REMOVED,
  TOUR_REMOVED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

void
atlas_detail_open_uri (AtlasDetail *self,
                       const char  *uri)
{
  g_signal_emit (self, signals[OPEN_URI], 0, uri);
}

void
atlas_detail_tell_removed (AtlasDetail *self,
                           const char  *words)
{
  g_signal_emit (self, signals[NOTE_REMOVED], 0, words);
}

static GtkWidget *
get_report_page (AtlasDetail *self)
{
  return self->report;
}

/* The item's page is made when it is looked at, and kept while others are. */
static GtkWidget *
get_item_page (AtlasDetail *self)
{
  if (self->page == NULL)
    atlas_detail_show_item (self, atlas_session_get_selected (self->session));

  return self->scroller;
}

static GtkWidget *
get_sources_page (AtlasDetail *self)
{
  if (self->sources == NULL)
    {
      self->sources = atlas_sources_page_new ();
      g_signal_connect_object (self->sources, "open-uri", G_CALLBACK (atlas_detail_open_uri), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->sources, "note-requested", G_CALLBACK (atlas_detail_source_note_requested_cb), self, G_CONNECT_SWAPPED);
      gtk_stack_add_child (GTK_STACK (self->stack), self->sources);
      g_object_bind_property (self, "session", self->sources, "session", G_BINDING_SYNC_CREATE);
    }

  return self->sources;
}

/* What the pane can show, in the order of its toggles. Each gives its widget, a child of the stack. */
/* clang-format off */
static const struct
{
  AtlasPage   page;
  GtkWidget *(*get) (AtlasDetail *self);
} pages[] = {
  { ATLAS_PAGE_ITEM,   get_item_page },
  { ATLAS_PAGE_REPORT, get_report_page },
  { ATLAS_PAGE_SOURCES, get_sources_page },
  { ATLAS_PAGE_NOTES,  atlas_detail_get_notes_page },
  { ATLAS_PAGE_TOURS,  atlas_detail_get_tours_page },
};
/* clang-format on */

static void
show_page (AtlasDetail *self)
{
  AtlasPage page = ATLAS_PAGE_REPORT;

  if (self->session == NULL || atlas_session_get_dataset (self->session) == NULL)
    return;

  page = atlas_session_get_page (self->session);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (pages[i].page == page)
      {
        GtkWidget *child = pages[i].get (self);

        if (gtk_stack_get_visible_child (GTK_STACK (self->stack)) != child)
          atlas_detail_keep_focus (self->stack, GTK_WIDGET (self));
        gtk_stack_set_visible_child (GTK_STACK (self->stack), child);
      }
}

/* Another item is selected, or the same one is to be said in other words. */
static void
item_changed_cb (AtlasDetail *self)
{
  atlas_detail_clear_item (self);
  show_page (self);
}

/* Keeps what the keys reach in view. A click reaches only what is seen, and must not move the text under the pointer. */
static void
focus_changed_cb (AtlasDetail *self,
                  GParamSpec  *pspec,
                  GtkRoot     *root)
{
  GtkWidget      *focus = gtk_root_get_focus (root);
  GtkAdjustment  *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (focus == NULL || self->page == NULL || !gtk_window_get_focus_visible (GTK_WINDOW (root)) ||
      !gtk_widget_is_ancestor (focus, self->page) || !gtk_widget_compute_bounds (focus, self->page, &bounds))
    return;

  gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static void
atlas_detail_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (atlas_detail_parent_class)->root (widget);

  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget", G_CALLBACK (focus_changed_cb), widget, G_CONNECT_SWAPPED);
}

static void
atlas_detail_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), focus_changed_cb, widget);

  GTK_WIDGET_CLASS (atlas_detail_parent_class)->unroot (widget);
}

/* Nor does a card stay up without the pane. */
static void
atlas_detail_unmap (GtkWidget *widget)
{
  AtlasDetail *self = ATLAS_DETAIL (widget);

  if (self->card != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->card));

  GTK_WIDGET_CLASS (atlas_detail_parent_class)->unmap (widget);
}

static void
atlas_detail_dispose (GObject *object)
{
  AtlasDetail *self = ATLAS_DETAIL (object);
  GtkWidget   *child = NULL;

  if (self->session_signals != NULL)
    g_signal_group_set_target (self->session_signals, NULL);
  g_clear_object (&self->session_signals);
  atlas_detail_notes_dispose (self);
  atlas_detail_tours_dispose (self);
  self->card = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL) /* the column and the card */
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_detail_parent_class)->dispose (object);
}

/* A popover is a child that a widget must place itself. */
static void
atlas_detail_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  AtlasDetail *self = ATLAS_DETAIL (widget);

  gtk_widget_allocate (self->column, width, height, baseline, NULL);
  if (self->card != NULL)
    gtk_popover_present (GTK_POPOVER (self->card));
}

static void
atlas_detail_measure (GtkWidget     *widget,
                      GtkOrientation orientation,
                      int            for_size,
                      int           *minimum,
                      int           *natural,
                      int           *minimum_baseline,
                      int           *natural_baseline)
{
  gtk_widget_measure (ATLAS_DETAIL (widget)->column, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

static void
atlas_detail_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, ATLAS_DETAIL (object)->session);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
atlas_detail_set_property (GObject      *object,
                           guint         property_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_SESSION:
      atlas_detail_set_session (ATLAS_DETAIL (object), g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
atlas_detail_class_init (AtlasDetailClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_detail_dispose;
  object_class->get_property = atlas_detail_get_property;
  object_class->set_property = atlas_detail_set_property;

  widget_class->root = atlas_detail_root;
  widget_class->unroot = atlas_detail_unroot;
  widget_class->unmap = atlas_detail_unmap;
  widget_class->measure = atlas_detail_measure;
  widget_class->size_allocate = atlas_detail_size_allocate;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, ATLAS_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[OPEN_URI] = g_signal_new ("open-uri", ATLAS_TYPE_DETAIL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);

  signals[NOTE_REMOVED] = g_signal_new ("note-removed", ATLAS_TYPE_DETAIL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);

  signals[TOUR_REMOVED] = g_signal_new ("tour-removed", ATLAS_TYPE_DETAIL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "atlas-detail");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_detail_init (AtlasDetail *self)
{
  GtkWidget *viewport = gtk_viewport_new (NULL, NULL);

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE); /* where the focus waits while pages change */

  self->scroller = gtk_scrolled_window_new ();
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), FALSE); /* see focus_changed_cb() */
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), viewport);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);

  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_child (GTK_STACK (self->stack), self->scroller);
  self->report = atlas_reader_new ();
  g_signal_connect_object (self->report, "citation-activated", G_CALLBACK (atlas_detail_citation_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_child (GTK_STACK (self->stack), self->report);
  atlas_detail_connect_reader (self);
  gtk_widget_set_vexpand (self->stack, TRUE);

  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->switcher = atlas_detail_switcher_new ();
  gtk_box_append (GTK_BOX (self->column), self->switcher);
  gtk_box_append (GTK_BOX (self->column), self->stack);
  gtk_widget_set_parent (self->column, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Detail"), -1);

  atlas_detail_notes_init (self);
  self->session_signals = g_signal_group_new (ATLAS_TYPE_SESSION);
  g_signal_group_connect_object (self->session_signals, "notify::dataset", G_CALLBACK (item_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "notify::dataset", G_CALLBACK (atlas_detail_show_highlights), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "notify::selected", G_CALLBACK (item_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "notify::language", G_CALLBACK (item_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "notify::page", G_CALLBACK (show_page), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "notify::clock", G_CALLBACK (atlas_detail_show_when), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "notify::citation", G_CALLBACK (atlas_detail_citation_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session_signals, "bind", G_CALLBACK (item_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
atlas_detail_new (void)
{
  return g_object_new (ATLAS_TYPE_DETAIL, NULL);
}

AtlasSession *
atlas_detail_get_session (AtlasDetail *self)
{
  g_return_val_if_fail (ATLAS_IS_DETAIL (self), NULL);

  return self->session;
}

GtkWidget *
atlas_detail_get_reader (AtlasDetail *self)
{
  g_return_val_if_fail (ATLAS_IS_DETAIL (self), NULL);

  return self->report;
}

void
atlas_detail_set_session (AtlasDetail  *self,
                          AtlasSession *session)
{
  g_return_if_fail (ATLAS_IS_DETAIL (self));

  if (!g_set_object (&self->session, session))
    return;

  atlas_reader_set_session (ATLAS_READER (self->report), session);
  if (self->notes != NULL)
    atlas_notes_page_set_session (ATLAS_NOTES_PAGE (self->notes), session);
  if (self->tours != NULL)
    atlas_tours_page_set_session (ATLAS_TOURS_PAGE (self->tours), session);
  atlas_detail_switcher_set_session (ATLAS_DETAIL_SWITCHER (self->switcher), session);
  g_signal_group_set_target (self->session_signals, session);
  if (session == NULL)
    item_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
