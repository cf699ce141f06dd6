// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-heading.h"

#include <glib/gi18n-lib.h>

struct _AtlasTimelineHeading
{
  GtkButton parent_instance;

  char     *lane;
  char     *label;
};

G_DEFINE_FINAL_TYPE (AtlasTimelineHeading, atlas_timeline_heading, GTK_TYPE_BUTTON)

static void
atlas_timeline_heading_finalize (GObject *object)
{
  AtlasTimelineHeading *self = ATLAS_TIMELINE_HEADING (object);

  g_free (self->lane);
  g_free (self->label);

  G_OBJECT_CLASS (atlas_timeline_heading_parent_class)->finalize (object);
}

static void
atlas_timeline_heading_class_init (AtlasTimelineHeadingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_timeline_heading_finalize;
}

static void
atlas_timeline_heading_init (AtlasTimelineHeading *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "timeline-heading");
}

GtkWidget *
atlas_timeline_heading_new (void)
{
  return g_object_new (ATLAS_TYPE_TIMELINE_HEADING, NULL);
}

void
atlas_timeline_heading_set_lane (AtlasTimelineHeading *self,
                                 const char           *lane,
                                 const char           *title,
                                 guint                 n_items,
                                 guint                 n_grouped,
                                 gboolean              expanded)
{
  g_autofree char *items = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (ATLAS_IS_TIMELINE_HEADING (self));

  items = g_strdup_printf (ngettext ("%u item", "%u items", n_items), n_items);
  if (n_grouped > 0)
    {
      g_autofree char *grouped = g_strdup_printf (ngettext ("%u in groups", "%u in groups", n_grouped), n_grouped);

      /* Translators: a lane of the timeline: "Economic, 54 items, 21 in groups". */
      label = g_strdup_printf (_ ("%s, %s, %s"), title, items, grouped);
    }
  else
    {
      /* Translators: a lane of the timeline: "Economic, 54 items". */
      label = g_strdup_printf (_ ("%s, %s"), title, items);
    }

  if (g_strcmp0 (lane, self->lane) != 0)
    {
      g_free (self->lane);
      self->lane = g_strdup (lane);
    }
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, (int) !!expanded, -1);
  if (g_strcmp0 (label, self->label) == 0)
    return;

  g_free (self->label);
  self->label = g_steal_pointer (&label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->label, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), self->label);
}

const char *
atlas_timeline_heading_get_lane (AtlasTimelineHeading *self)
{
  g_return_val_if_fail (ATLAS_IS_TIMELINE_HEADING (self), NULL);

  return self->lane;
}

const char *
atlas_timeline_heading_get_label (AtlasTimelineHeading *self)
{
  g_return_val_if_fail (ATLAS_IS_TIMELINE_HEADING (self), NULL);

  return self->label;
}
