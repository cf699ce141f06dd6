// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-group.h"

#include <glib/gi18n-lib.h>

#define MAX_LINES 8

struct _AtlasTimelineGroup
{
  GtkWidget parent_instance;

  guint     position;
  char     *label;
};

G_DEFINE_FINAL_TYPE (AtlasTimelineGroup, atlas_timeline_group, GTK_TYPE_WIDGET)

/* What assistive technology activates; the keyboard's Enter comes to the timeline itself. */
static void
activate_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  gtk_widget_grab_focus (widget);
  gtk_widget_activate_action (widget, "timeline.activate", NULL);
}

static void
atlas_timeline_group_finalize (GObject *object)
{
  g_free (ATLAS_TIMELINE_GROUP (object)->label);

  G_OBJECT_CLASS (atlas_timeline_group_parent_class)->finalize (object);
}

static void
atlas_timeline_group_class_init (AtlasTimelineGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atlas_timeline_group_finalize;

  gtk_widget_class_install_action (widget_class, "timeline-group.activate", NULL, activate_action);
  gtk_widget_class_set_css_name (widget_class, "atlas-timeline-group");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
atlas_timeline_group_init (AtlasTimelineGroup *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE); /* the timeline knows best what the pointer is on */
}

GtkWidget *
atlas_timeline_group_new (void)
{
  return g_object_new (ATLAS_TYPE_TIMELINE_GROUP, NULL);
}

void
atlas_timeline_group_set (AtlasTimelineGroup *self,
                          guint               position,
                          const char         *words)
{
  g_autofree char *label = NULL;

  g_return_if_fail (ATLAS_IS_TIMELINE_GROUP (self));

  self->position = position;
  /* Translators: a group of items on the timeline, said to be a button: "12 items, 1994 to 1996, opens". */
  label = g_strdup_printf (_ ("%s, opens"), words);
  if (g_strcmp0 (label, self->label) == 0)
    return;

  g_free (self->label);
  self->label = g_steal_pointer (&label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->label, -1);
}

guint
atlas_timeline_group_get_position (AtlasTimelineGroup *self)
{
  g_return_val_if_fail (ATLAS_IS_TIMELINE_GROUP (self), 0);

  return self->position;
}

const char *
atlas_timeline_group_get_label (AtlasTimelineGroup *self)
{
  g_return_val_if_fail (ATLAS_IS_TIMELINE_GROUP (self), NULL);

  return self->label;
}

/* The years of what is in a cluster; within one year its months. */
static char *
dup_dates (const AtlasTimelineEntry *members,
           guint                     count)
{
  int              first = members[0].anchor;
  int              last = first;
  AtlasTimeUnit    unit = ATLAS_TIME_UNIT_YEAR;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  for (guint i = 1; i < count; i++)
    {
      first = MIN (first, members[i].anchor);
      last = MAX (last, members[i].anchor);
    }
  if (atlas_time_span_equal (atlas_time_unit_around (unit, first), atlas_time_unit_around (unit, last)))
    unit = ATLAS_TIME_UNIT_MONTH;

  from = atlas_time_span_to_words (atlas_time_unit_around (unit, first));
  to = atlas_time_span_to_words (atlas_time_unit_around (unit, last));
  if (g_str_equal (from, to))
    return g_steal_pointer (&from);

  /* Translators: dates from the first to the last: "1994 to 1996". */
  return g_strdup_printf (_ ("%s to %s"), from, to);
}

char *
atlas_timeline_cluster_to_words (const AtlasTimelineLayout  *layout,
                                 const AtlasTimelineCluster *cluster)
{
  g_autofree char *items = g_strdup_printf (ngettext ("%u item", "%u items", cluster->count), cluster->count);
  g_autofree char *dates = dup_dates (atlas_timeline_layout_get_members (layout, cluster), cluster->count);

  /* Translators: how many items, and when: "12 items, 1994 to 1996". */
  return g_strdup_printf (_ ("%s, %s"), items, dates);
}

char *
atlas_timeline_cluster_to_lines (const AtlasTimelineLayout  *layout,
                                 const AtlasTimelineCluster *cluster,
                                 const char                 *language)
{
  const AtlasTimelineEntry *members = atlas_timeline_layout_get_members (layout, cluster);
  g_autofree char          *words = atlas_timeline_cluster_to_words (layout, cluster);
  GString                  *lines = g_string_new (words);
  guint                     n = cluster->count <= MAX_LINES + 1 ? cluster->count : MAX_LINES; /* "1 more" would take a line too */

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *dates = atlas_edtf_to_words (&atlas_item_get_when (members[i].item)->edtf);

      g_string_append_printf (lines, "\n%s, %s", atlas_item_get_name (members[i].item, language), dates);
    }
  if (n < cluster->count)
    {
      g_string_append_c (lines, '\n');
      g_string_append_printf (lines, ngettext ("and %u more", "and %u more", cluster->count - n), cluster->count - n);
    }

  return g_string_free (lines, FALSE);
}
