// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-citation-popover.h"
#include "atlas-detail.h"
#include "atlas-passage-view.h"
#include "atlas-reader-private.h"

#include "widget-fixture.h"

/* The detail pane of the built-in atlas, and what is read in it. */

static inline void
detail_fixture_set_up (WidgetFixture *fixture,
                       gconstpointer  data)
{
  widget_fixture_set_animations (FALSE);
  widget_fixture_set_up (fixture, atlas_detail_new (), 360, 600);
}

typedef gboolean (*DetailFixtureFunc) (GtkWidget *widget,
                                       gpointer   user_data);

/* The first widget under @parent, in reading order, that @func accepts. */
static inline GtkWidget *
detail_fixture_find (GtkWidget        *parent,
                     DetailFixtureFunc func,
                     gconstpointer     user_data)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = NULL;

      if (!gtk_widget_get_child_visible (child)) /* the page that is not shown */
        continue;

      found = func (child, (gpointer) user_data) ? child : detail_fixture_find (child, func, user_data);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static inline gboolean
detail_fixture_add_text (GtkWidget *widget,
                         gpointer   user_data)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_visible (widget))
    g_string_append_printf (user_data, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  else if (GTK_IS_TEXT_VIEW (widget))
    {
      g_autofree char *text = NULL;

      g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), "text", &text, NULL);
      g_string_append_printf (user_data, "%s\n", text);
    }

  return FALSE;
}

/* All words that are read in @parent. (transfer full) */
static inline char *
detail_fixture_read_words (GtkWidget *parent)
{
  GString *words = g_string_new (NULL);

  detail_fixture_find (parent, detail_fixture_add_text, words);

  return g_string_free (words, FALSE);
}

static inline void
detail_fixture_assert_reads (GtkWidget  *parent,
                             const char *words)
{
  g_autofree char *all = detail_fixture_read_words (parent);

  if (strstr (all, words) != NULL)
    return;

  g_test_message ("read: %s", g_strdelimit (all, "\n", ' '));
  g_error ("“%s” is not read", words);
}

static inline gboolean
detail_fixture_has_markup (GtkWidget *widget,
                           gpointer   user_data)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), user_data) != NULL;
}

/* Follows the first link to @uri in @parent; FALSE: GTK would go on and open it. */
static inline gboolean
detail_fixture_follow (GtkWidget  *parent,
                       const char *uri)
{
  g_autofree char *markup = g_strdup_printf ("href=\"%s\"", uri);
  GtkWidget       *label = detail_fixture_find (parent, detail_fixture_has_markup, markup);
  gboolean         handled = FALSE;

  if (label == NULL)
    g_error ("no link leads to “%s”", uri);

  g_object_ref (label);
  g_signal_emit_by_name (label, "activate-link", uri, &handled);
  g_object_unref (label);

  return handled;
}

static inline gboolean
detail_fixture_is_shown_card (GtkWidget *widget,
                              gpointer   user_data)
{
  return ATLAS_IS_CITATION_POPOVER (widget) && gtk_widget_get_visible (widget);
}

static inline GtkWidget *
detail_fixture_find_card (WidgetFixture *fixture)
{
  return detail_fixture_find (fixture->widget, detail_fixture_is_shown_card, NULL);
}

static inline gboolean
detail_fixture_is_passage (GtkWidget *widget,
                           gpointer   user_data)
{
  return ATLAS_IS_PASSAGE_VIEW (widget) &&
         (user_data == NULL || g_str_equal (atlas_passage_view_get_passage (ATLAS_PASSAGE_VIEW (widget))->id, user_data));
}

static inline gboolean
detail_fixture_count_passage (GtkWidget *widget,
                              gpointer   user_data)
{
  if (detail_fixture_is_passage (widget, NULL))
    ++*(guint *) user_data;

  return FALSE;
}

static inline guint
detail_fixture_count_passages (WidgetFixture *fixture)
{
  guint n_passages = 0;

  detail_fixture_find (fixture->widget, detail_fixture_count_passage, &n_passages);

  return n_passages;
}

static inline gboolean
detail_fixture_is_report (GtkWidget *widget,
                          gpointer   user_data)
{
  return ATLAS_IS_READER (widget);
}

/* The report, where it is what the pane shows. */
static inline AtlasReader *
detail_fixture_find_report (WidgetFixture *fixture)
{
  GtkWidget *reader = ATLAS_IS_READER (fixture->widget) ? fixture->widget
                                                        : detail_fixture_find (fixture->widget, detail_fixture_is_report, NULL);

  return reader != NULL ? ATLAS_READER (reader) : NULL;
}

/* How many passages can be read in the report. */
static inline guint
detail_fixture_count_report (WidgetFixture *fixture)
{
  AtlasReader *reader = detail_fixture_find_report (fixture);
  guint        n_passages = 0;

  for (guint i = 0; reader != NULL && reader->text != NULL && i < reader->text->parts->len; i++)
    n_passages += g_array_index (reader->text->parts, AtlasReaderPart, i).passage != NULL;

  return n_passages;
}

static inline gboolean
detail_fixture_sees_in_report (AtlasReader *reader,
                               const char  *id)
{
  const AtlasPassage *passage = reader->text != NULL ? atlas_report_lookup (atlas_dataset_get_report (reader->text->dataset), id) : NULL;
  GdkRectangle        visible;
  GdkRectangle        first;
  GtkTextIter         iter;

  if (passage == NULL || !gtk_widget_get_mapped (reader->view))
    return FALSE;

  gtk_text_buffer_get_iter_at_offset (reader->text->buffer, &iter, atlas_reader_text_get_passage (reader->text, passage)->start);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (reader->view), &iter, &first);
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (reader->view), &visible);

  return first.y >= visible.y && first.y + first.height <= visible.y + visible.height;
}

/* Whether the passage is read without scrolling. */
static inline gboolean
detail_fixture_sees_passage (WidgetFixture *fixture,
                             const char    *id)
{
  AtlasReader    *reader = detail_fixture_find_report (fixture);
  GtkWidget      *passage = NULL;
  graphene_rect_t bounds;

  if (reader != NULL)
    return detail_fixture_sees_in_report (reader, id);

  passage = detail_fixture_find (fixture->widget, detail_fixture_is_passage, id);
  if (passage == NULL || !gtk_widget_get_mapped (passage))
    return FALSE;
  g_assert_true (gtk_widget_compute_bounds (passage, fixture->widget, &bounds));

  return bounds.origin.y > -1.0F && bounds.origin.y < (float) gtk_widget_get_height (fixture->widget) - 20.0F;
}

/* Puts the caret on the first link of a passage of the report that leads to an item, or to a citation. */
static inline void
detail_fixture_go_to_link (WidgetFixture *fixture,
                           const char    *passage,
                           const char    *item_id, /* (nullable) */
                           guint          citation)
{
  AtlasReader *reader = detail_fixture_find_report (fixture);

  for (guint i = 0; i < reader->text->links->len; i++)
    {
      const AtlasReaderLink *link = &g_array_index (reader->text->links, AtlasReaderLink, i);

      if (g_str_equal (link->passage->id, passage) && g_strcmp0 (link->span->item_id, item_id) == 0 && link->span->citation == citation)
        {
          gtk_widget_grab_focus (reader->view);
          atlas_reader_place_caret (reader, link->start);
          return;
        }
    }

  g_error ("“%s” has no such link", passage);
}

/* Follows it. */
static inline void
detail_fixture_follow_in_report (WidgetFixture *fixture,
                                 const char    *passage,
                                 const char    *item_id, /* (nullable) */
                                 guint          citation)
{
  detail_fixture_go_to_link (fixture, passage, item_id, citation);
  gtk_widget_activate_action (GTK_WIDGET (detail_fixture_find_report (fixture)), "reader.activate", NULL);
}

typedef struct
{
  WidgetFixture *fixture;
  const char    *id;
} DetailFixtureReading;

static inline gboolean
detail_fixture_is_seen (gpointer user_data)
{
  DetailFixtureReading *reading = user_data;

  return detail_fixture_sees_passage (reading->fixture, reading->id);
}

static inline void
detail_fixture_await_passage (WidgetFixture *fixture,
                              const char    *id)
{
  widget_fixture_await (detail_fixture_is_seen, &(DetailFixtureReading){ fixture, id }, id);
}

/* Goes to a passage of the report and waits until it is there. */
static inline void
detail_fixture_read_passage (WidgetFixture *fixture,
                             const char    *id)
{
  atlas_session_set_passage (fixture->session, id);
  detail_fixture_await_passage (fixture, id);
}
