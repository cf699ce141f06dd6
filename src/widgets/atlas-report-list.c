// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-report-list.h"

#include "atlas-detail-parts.h"
#include "atlas-list-scroll.h"
#include "atlas-passage-view.h"

/* A row: the report's title, a heading or a passage. */
#define ATLAS_TYPE_REPORT_ROW (atlas_report_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlasReportRow, atlas_report_row, ATLAS, REPORT_ROW, GObject)

struct _AtlasReportRow
{
  GObject             parent_instance;

  const AtlasSection *section; /* (nullable) */
  const AtlasPassage *passage; /* (nullable); neither: the title */
};

G_DEFINE_FINAL_TYPE (AtlasReportRow, atlas_report_row, G_TYPE_OBJECT)

static void
atlas_report_row_class_init (AtlasReportRowClass *klass)
{
}

static void
atlas_report_row_init (AtlasReportRow *self)
{
}

/* A list makes and measures a widget for each of up to 200 rows before its first picture: about a screenful is shown at
 * first, and more when there is time. */
#define ROWS_AT_ONCE 5
/* When the window's first picture is surely up, ms. */
#define GROW_AFTER 700

struct _AtlasReportList
{
  GtkWidget          parent_instance;

  AtlasSession      *session;
  GListStore        *rows;  /* of AtlasReportRow */
  GtkSliceListModel *shown; /* those that the view has so far */
  guint              growing;
  GtkWidget         *scroller;
  GtkWidget         *view;
  char              *current; /* id of the passage that is marked */
};

G_DEFINE_FINAL_TYPE (AtlasReportList, atlas_report_list, GTK_TYPE_WIDGET)

enum
{
  CITATION_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
citation_activated_cb (AtlasReportList    *self,
                       guint               citation,
                       const GdkRectangle *rectangle,
                       gboolean            pinned,
                       GtkWidget          *passage)
{
  GdkRectangle place = *rectangle;

  atlas_detail_move_place (passage, GTK_WIDGET (self), &place);
  g_signal_emit (self, signals[CITATION_ACTIVATED], 0, citation, &place, pinned);
}

static GtkWidget *
create_passage (AtlasReportList    *self,
                const AtlasPassage *passage)
{
  GtkWidget *view = atlas_passage_view_new (self->session, passage, FALSE);

  if (g_strcmp0 (passage->id, self->current) == 0)
    gtk_widget_add_css_class (view, "current");
  g_signal_connect_object (view, "citation-activated", G_CALLBACK (citation_activated_cb), self, G_CONNECT_SWAPPED);

  return view;
}

/* What a row is called. GTK 4.8 has no accessible properties of a list item: its widget, which has the role, is the parent. */
static void
describe_row (AtlasReportList *self,
              AtlasReportRow  *row,
              GtkWidget       *child)
{
  const char *words = atlas_report_get_title (atlas_dataset_get_report (atlas_session_get_dataset (self->session)));

  if (row->passage != NULL)
    words = row->passage->text;
  else if (row->section != NULL)
    words = row->section->title;

  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (child)), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
bind_cb (AtlasReportList *self,
         GtkListItem     *list_item)
{
  AtlasReportRow *row = gtk_list_item_get_item (list_item);
  GtkWidget      *child = NULL;

  if (row->passage != NULL)
    child = create_passage (self, row->passage);
  else
    {
      child = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
      if (row->section != NULL)
        atlas_detail_add_title (GTK_BOX (child), row->section->title, row->section->level == 1 ? "title-3" : "heading");
      else
        atlas_detail_add_report_head (GTK_BOX (child), self->session);
    }

  gtk_list_item_set_child (list_item, child);
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_selectable (list_item, FALSE);
  describe_row (self, row, child);
}

static void
unbind_cb (AtlasReportList *self,
           GtkListItem     *list_item)
{
  gtk_list_item_set_child (list_item, NULL);
}

static void
append_row (AtlasReportList    *self,
            const AtlasSection *section,
            const AtlasPassage *passage)
{
  g_autoptr (AtlasReportRow) row = g_object_new (ATLAS_TYPE_REPORT_ROW, NULL);

  row->section = section;
  row->passage = passage;
  g_list_store_append (self->rows, row);
}

static gboolean
grow_cb (gpointer user_data)
{
  AtlasReportList *self = user_data;
  guint            n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  gtk_slice_list_model_set_size (self->shown, gtk_slice_list_model_get_size (self->shown) + ROWS_AT_ONCE);
  if (gtk_slice_list_model_get_size (self->shown) < n_rows)
    return G_SOURCE_CONTINUE;

  self->growing = 0;

  return G_SOURCE_REMOVE;
}

static gboolean
begin_growing_cb (gpointer user_data)
{
  AtlasReportList *self = user_data;

  self->growing = g_idle_add_full (G_PRIORITY_LOW, grow_cb, self, NULL);

  return G_SOURCE_REMOVE;
}

static void
grow_up (AtlasReportList *self)
{
  g_clear_handle_id (&self->growing, g_source_remove);
  gtk_slice_list_model_set_size (self->shown, g_list_model_get_n_items (G_LIST_MODEL (self->rows)));
}

static void
fill (AtlasReportList *self)
{
  AtlasReport *report = atlas_dataset_get_report (atlas_session_get_dataset (self->session));
  GPtrArray   *sections = atlas_report_get_sections (report);
  GPtrArray   *passages = atlas_report_get_passages (report);
  guint        section = 0;

  append_row (self, NULL, NULL);
  for (guint i = 0; i < passages->len; i++)
    {
      for (; section < sections->len; section++)
        {
          const AtlasSection *heading = g_ptr_array_index (sections, section);

          if (heading->first_passage > i)
            break;
          append_row (self, heading, NULL);
        }
      append_row (self, NULL, g_ptr_array_index (passages, i));
    }
}

static void
atlas_report_list_dispose (GObject *object)
{
  AtlasReportList *self = ATLAS_REPORT_LIST (object);

  g_clear_handle_id (&self->growing, g_source_remove);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->shown);
  g_clear_object (&self->rows);
  g_clear_object (&self->session);
  g_clear_pointer (&self->current, g_free);

  G_OBJECT_CLASS (atlas_report_list_parent_class)->dispose (object);
}

static void
atlas_report_list_class_init (AtlasReportListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_report_list_dispose;

  signals[CITATION_ACTIVATED] =
    g_signal_new ("citation-activated", ATLAS_TYPE_REPORT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 3, G_TYPE_UINT, GDK_TYPE_RECTANGLE | G_SIGNAL_TYPE_STATIC_SCOPE, G_TYPE_BOOLEAN);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
atlas_report_list_init (AtlasReportList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->rows = g_list_store_new (ATLAS_TYPE_REPORT_ROW);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);

  self->shown = gtk_slice_list_model_new (G_LIST_MODEL (g_object_ref (self->rows)), 0, ROWS_AT_ONCE);
  self->view = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->shown)))), factory);
  gtk_widget_add_css_class (self->view, "report");

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
atlas_report_list_new (AtlasSession *session)
{
  AtlasReportList *self = g_object_new (ATLAS_TYPE_REPORT_LIST, NULL);
  AtlasReport     *report = atlas_dataset_get_report (atlas_session_get_dataset (session));

  self->session = g_object_ref (session);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, atlas_report_get_title (report), -1);
  fill (self);
  self->growing = g_timeout_add (GROW_AFTER, begin_growing_cb, self);

  return GTK_WIDGET (self);
}

guint
atlas_report_list_get_n_passages (AtlasReportList *self)
{
  guint n_passages = 0;

  g_return_val_if_fail (ATLAS_IS_REPORT_LIST (self), 0);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (AtlasReportRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      n_passages += row->passage != NULL;
    }

  return n_passages;
}

/* Marks the rows that are there; bind_cb() marks the others. */
static void
show_mark (AtlasReportList *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->view); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *child = gtk_widget_get_first_child (row);

      if (!ATLAS_IS_PASSAGE_VIEW (child))
        continue;

      if (g_strcmp0 (atlas_passage_view_get_passage (ATLAS_PASSAGE_VIEW (child))->id, self->current) == 0)
        gtk_widget_add_css_class (child, "current");
      else
        gtk_widget_remove_css_class (child, "current");
    }
}

void
atlas_report_list_show_passage (AtlasReportList *self,
                                const char      *passage_id)
{
  guint n_rows = 0;

  g_return_if_fail (ATLAS_IS_REPORT_LIST (self));

  g_free (self->current);
  self->current = g_strdup (passage_id);
  show_mark (self);

  n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (AtlasReportRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      if (row->passage != NULL && g_strcmp0 (row->passage->id, passage_id) == 0)
        {
          grow_up (self);
          atlas_list_scroll_to (self->view, i);
          return;
        }
    }
}
