// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-private.h"

#include "atlas-series-pane.h"
#include "atlas-timeline-menu.h"

/* What a user chooses to see of a timeline: properties that the window keeps, and actions that the menu activates. */
enum
{
  PROP_DENSITY = 100, /* after those of the timeline itself */
  PROP_PASSAGES,
  PROP_LANES,
  PROP_SERIES,
};

/* clang-format off */
/* Parts that can be put away. */
static const struct
{
  const char *property;
  guint       id;
} toggles[ATLAS_N_TIMELINE_OPTIONS] = {
  [ATLAS_TIMELINE_OPTION_DENSITY]  = { "density",  PROP_DENSITY },
  [ATLAS_TIMELINE_OPTION_PASSAGES] = { "passages", PROP_PASSAGES },
};
/* clang-format on */

/* What the lanes may be. */
static const char *const groupings[] = {
  [ATLAS_TIMELINE_BY_THEME] = "theme",
  [ATLAS_TIMELINE_BY_KIND] = "kind",
  [ATLAS_TIMELINE_BY_ACTOR] = "actor",
  [ATLAS_N_TIMELINE_GROUPINGS] = NULL,
};

static void
set_toggle (AtlasTimeline      *self,
            AtlasTimelineOption option,
            gboolean            shown,
            GParamSpec         *pspec)
{
  if (self->shown[option] == shown)
    return;

  self->shown[option] = shown;
  if (self->optional[option] != NULL)
    gtk_widget_set_visible (self->optional[option], shown);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
set_lanes (AtlasTimeline *self,
           const char    *lanes,
           GParamSpec    *pspec)
{
  if (lanes == NULL || !g_strv_contains (groupings, lanes) || g_str_equal (self->lanes, lanes))
    return;

  g_free (self->lanes);
  self->lanes = g_strdup (lanes);
  for (guint i = 0; groupings[i] != NULL; i++)
    if (g_str_equal (groupings[i], lanes))
      atlas_timeline_canvas_set_grouping (self->canvas, (AtlasTimelineGrouping) i);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
series_changed_cb (AtlasTimeline *self)
{
  g_object_notify (G_OBJECT (self), "series");
}

void
atlas_timeline_get_option (AtlasTimeline *self,
                           guint          property_id,
                           GValue        *value,
                           GParamSpec    *pspec)
{
  switch (property_id)
    {
    case PROP_LANES:
      g_value_set_string (value, self->lanes);
      return;

    case PROP_SERIES:
      g_object_get_property (G_OBJECT (self->series), "series", value);
      return;

    default:
      break;
    }

  for (guint i = ATLAS_TIMELINE_OPTION_NONE + 1; i < ATLAS_N_TIMELINE_OPTIONS; i++)
    if (toggles[i].id == property_id)
      {
        g_value_set_boolean (value, self->shown[i]);
        return;
      }
  G_OBJECT_WARN_INVALID_PROPERTY_ID (self, property_id, pspec);
}

void
atlas_timeline_set_option (AtlasTimeline *self,
                           guint          property_id,
                           const GValue  *value,
                           GParamSpec    *pspec)
{
  switch (property_id)
    {
    case PROP_LANES:
      set_lanes (self, g_value_get_string (value), pspec);
      return;

    case PROP_SERIES:
      g_object_set_property (G_OBJECT (self->series), "series", value);
      return;

    default:
      break;
    }

  for (guint i = ATLAS_TIMELINE_OPTION_NONE + 1; i < ATLAS_N_TIMELINE_OPTIONS; i++)
    if (toggles[i].id == property_id)
      {
        set_toggle (self, (AtlasTimelineOption) i, g_value_get_boolean (value), pspec);
        return;
      }
  G_OBJECT_WARN_INVALID_PROPERTY_ID (self, property_id, pspec);
}

void
atlas_timeline_install_options (GObjectClass   *object_class,
                                GtkWidgetClass *widget_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  for (guint i = ATLAS_TIMELINE_OPTION_NONE + 1; i < ATLAS_N_TIMELINE_OPTIONS; i++)
    {
      g_autofree char *action = g_strconcat ("timeline.", toggles[i].property, NULL);

      g_object_class_install_property (object_class, toggles[i].id, g_param_spec_boolean (toggles[i].property, NULL, NULL, TRUE, flags));
      gtk_widget_class_install_property_action (widget_class, g_intern_string (action), toggles[i].property);
    }
  g_object_class_install_property (object_class, PROP_LANES, g_param_spec_string ("lanes", NULL, NULL, groupings[0], flags));
  gtk_widget_class_install_property_action (widget_class, "timeline.lanes", "lanes");
  g_object_class_install_property (object_class, PROP_SERIES, g_param_spec_boxed ("series", NULL, NULL, G_TYPE_STRV, flags));
}

void
atlas_timeline_init_options (AtlasTimeline *self)
{
  for (guint i = 0; i < ATLAS_N_TIMELINE_OPTIONS; i++)
    self->shown[i] = TRUE;
  self->lanes = g_strdup (groupings[0]);
  g_object_bind_property (self->series, "series", self->menu, "series", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (self->series, "notify::series", G_CALLBACK (series_changed_cb), self, G_CONNECT_SWAPPED);
}

void
atlas_timeline_give_room (AtlasTimeline *self)
{
  atlas_series_pane_set_room (self->series, gtk_widget_get_height (GTK_WIDGET (self)) / 3);
}
