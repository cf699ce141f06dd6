// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-item.h"

#include <glib/gi18n-lib.h>

struct _AtlasTimelineItem
{
  GtkWidget  parent_instance;

  AtlasItem *item;
  guint      position;
  guint      n_items;
  gboolean   selected;
  char      *label;
};

G_DEFINE_FINAL_TYPE (AtlasTimelineItem, atlas_timeline_item, GTK_TYPE_WIDGET)

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
atlas_timeline_item_dispose (GObject *object)
{
  g_clear_object (&ATLAS_TIMELINE_ITEM (object)->item);

  G_OBJECT_CLASS (atlas_timeline_item_parent_class)->dispose (object);
}

static void
atlas_timeline_item_finalize (GObject *object)
{
  g_free (ATLAS_TIMELINE_ITEM (object)->label);

  G_OBJECT_CLASS (atlas_timeline_item_parent_class)->finalize (object);
}

static void
atlas_timeline_item_class_init (AtlasTimelineItemClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_timeline_item_dispose;
  object_class->finalize = atlas_timeline_item_finalize;

  gtk_widget_class_install_action (widget_class, "timeline-item.activate", NULL, activate_action);
  gtk_widget_class_set_css_name (widget_class, "atlas-timeline-item");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
atlas_timeline_item_init (AtlasTimelineItem *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE); /* the timeline knows best what the pointer is on */
}

GtkWidget *
atlas_timeline_item_new (void)
{
  return g_object_new (ATLAS_TYPE_TIMELINE_ITEM, NULL);
}

AtlasItem *
atlas_timeline_item_get_item (AtlasTimelineItem *self)
{
  g_return_val_if_fail (ATLAS_IS_TIMELINE_ITEM (self), NULL);

  return self->item;
}

void
atlas_timeline_item_set_item (AtlasTimelineItem *self,
                              AtlasItem         *item,
                              guint              position,
                              guint              n_items)
{
  g_autofree char *words = NULL;

  g_return_if_fail (ATLAS_IS_TIMELINE_ITEM (self));
  g_return_if_fail (ATLAS_IS_ITEM (item));

  if (self->item == item && self->position == position && self->n_items == n_items)
    return;

  g_set_object (&self->item, item);
  self->position = position;
  self->n_items = n_items;

  words = atlas_item_to_words (item);
  g_free (self->label);
  /* Translators: an item with its kind and dates, and its place among all: "…, pipeline, from June 2006 on, 5 of 148". */
  self->label = g_strdup_printf (_ ("%s, %u of %u"), words, position + 1, n_items);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->label, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) position + 1,
                                  GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) n_items, -1);
}

void
atlas_timeline_item_set_selected (AtlasTimelineItem *self,
                                  gboolean           selected)
{
  g_return_if_fail (ATLAS_IS_TIMELINE_ITEM (self));

  selected = selected != FALSE;
  if (self->selected == selected)
    return;

  self->selected = selected;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

const char *
atlas_timeline_item_get_label (AtlasTimelineItem *self)
{
  g_return_val_if_fail (ATLAS_IS_TIMELINE_ITEM (self), NULL);

  return self->label;
}
