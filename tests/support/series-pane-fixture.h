// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-series-chart.h"
#include "atlas-series-pane.h"
#include "atlas-timeline-menu.h"
#include "atlas-timeline.h"
#include "widget-fixture.h"

/* A timeline with figures under it, and the menu that chooses them. */

static inline void
series_pane_set_up (WidgetFixture *fixture,
                    gconstpointer  data)
{
  widget_fixture_set_animations (FALSE);
  widget_fixture_set_up (fixture, atlas_timeline_new (), 900, 600);
}

static inline GtkWidget *
series_pane_find (GtkWidget *widget,
                  GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = series_pane_find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static inline GtkWidget *
series_pane_get_pane (WidgetFixture *fixture)
{
  return series_pane_find (fixture->widget, ATLAS_TYPE_SERIES_PANE);
}

static inline GtkWidget *
series_pane_get_menu (WidgetFixture *fixture)
{
  return series_pane_find (fixture->widget, ATLAS_TYPE_TIMELINE_MENU);
}

/* @ids: "," between */
static inline void
series_pane_choose (WidgetFixture *fixture,
                    const char    *ids)
{
  g_auto (GStrv) series = g_strsplit (ids, ",", -1);

  g_object_set (fixture->widget, "series", series, NULL);
  widget_fixture_lay_out (fixture);
}

#define series_pane_assert_chosen(fixture_, ids_)                \
  G_STMT_START                                                   \
  {                                                              \
    g_auto (GStrv) series_ = NULL;                               \
    g_autofree char *joined_ = NULL;                             \
                                                                 \
    g_object_get ((fixture_)->widget, "series", &series_, NULL); \
    joined_ = g_strjoinv (",", series_);                         \
    g_assert_cmpstr (joined_, ==, (ids_));                       \
  }                                                              \
  G_STMT_END

/* The ids of the charts that there are, from top to bottom. */
static inline char *
series_pane_list_charts (WidgetFixture *fixture)
{
  GtkWidget *chart = series_pane_find (series_pane_get_pane (fixture), ATLAS_TYPE_SERIES_CHART);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (; chart != NULL; chart = gtk_widget_get_next_sibling (chart))
    g_string_append_printf (ids, "%s%s", ids->len > 0 ? "," : "", atlas_series_chart_get_series (ATLAS_SERIES_CHART (chart))->id);

  return g_string_free (g_steal_pointer (&ids), FALSE);
}

#define series_pane_assert_charts(fixture_, ids_)                                                    \
  G_STMT_START                                                                                       \
  {                                                                                                  \
    g_autofree char *charts_ = series_pane_list_charts (fixture_);                                   \
                                                                                                     \
    g_assert_cmpstr (charts_, ==, (ids_));                                                           \
    g_assert_cmpint (gtk_widget_get_visible (series_pane_get_pane (fixture_)), ==, *(ids_) != '\0'); \
  }                                                                                                  \
  G_STMT_END
