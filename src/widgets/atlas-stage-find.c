// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-stage-find.h"

#include "atlas-presentation-find.h"
#include "atlas-stage.h"

#include <glib/gi18n-lib.h>

/* More would cover the map; who wants more types more. */
#define MAX_HITS 5

struct _AtlasStageFind
{
  GtkWidget          parent_instance;

  AtlasPresentation *presentation;
  GtkWidget         *box;
  GtkWidget         *entry;
  GtkWidget         *list;
  GtkWidget         *none;
  GPtrArray         *hits; /* (nullable): of AtlasPresentationHit */
  guint              chosen;
};

G_DEFINE_FINAL_TYPE (AtlasStageFind, atlas_stage_find, GTK_TYPE_WIDGET)

static GtkWidget *
create_row (const AtlasPresentationHit *hit)
{
  GtkWidget       *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget       *title = gtk_label_new (hit->title);
  GtkWidget       *detail = gtk_label_new (hit->detail);
  g_autofree char *step = NULL;

  gtk_label_set_xalign (GTK_LABEL (title), 0.0F);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  if (hit->kind == ATLAS_PRESENTATION_HIT_STEP)
    {
      GtkWidget *number = NULL;

      step = g_strdup_printf ("%u", hit->step);
      number = gtk_label_new (step);
      gtk_widget_add_css_class (number, "number");
      gtk_box_append (GTK_BOX (row), number);
    }
  gtk_widget_add_css_class (detail, "detail");
  gtk_box_append (GTK_BOX (row), title);
  gtk_box_append (GTK_BOX (row), detail);

  return row;
}

static void
clear_list (AtlasStageFind *self)
{
  GtkListBoxRow *row = NULL;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
}

static void
choose (AtlasStageFind *self,
        guint           index)
{
  self->chosen = index;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) index));
}

static void
changed_cb (AtlasStageFind *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  g_clear_pointer (&self->hits, g_ptr_array_unref);
  clear_list (self);
  self->hits = atlas_presentation_find (self->presentation, words, MAX_HITS);
  for (guint i = 0; i < self->hits->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), create_row (g_ptr_array_index (self->hits, i)));
  gtk_widget_set_visible (self->list, self->hits->len > 0);
  gtk_widget_set_visible (self->none, self->hits->len == 0 && *words != '\0');
  choose (self, 0);
}

static void
show_chosen (AtlasStageFind *self)
{
  if (self->hits != NULL && self->chosen < self->hits->len)
    atlas_presentation_show_hit (self->presentation, g_ptr_array_index (self->hits, self->chosen));
}

static void
activated_cb (AtlasStageFind *self)
{
  atlas_stage_find_close (self);
  show_chosen (self);
}

static void
row_activated_cb (AtlasStageFind *self,
                  GtkListBoxRow  *row)
{
  self->chosen = (guint) gtk_list_box_row_get_index (row);
  activated_cb (self);
}

/* The arrows choose while the focus stays in the field. */
static gboolean
key_pressed_cb (AtlasStageFind *self,
                guint           keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Escape:
      return atlas_stage_find_close (self);

    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      atlas_stage_find_step (self, 1);
      return GDK_EVENT_STOP;

    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      atlas_stage_find_step (self, -1);
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

gboolean
atlas_stage_find_close (AtlasStageFind *self)
{
  g_return_val_if_fail (ATLAS_IS_STAGE_FIND (self), FALSE);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return FALSE;

  gtk_widget_grab_focus (gtk_widget_get_ancestor (GTK_WIDGET (self), ATLAS_TYPE_STAGE));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);

  return TRUE;
}

void
atlas_stage_find_open (AtlasStageFind *self)
{
  g_return_if_fail (ATLAS_IS_STAGE_FIND (self));

  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

void
atlas_stage_find_step (AtlasStageFind *self,
                       int             direction)
{
  g_return_if_fail (ATLAS_IS_STAGE_FIND (self));

  if (self->hits == NULL || self->hits->len == 0)
    return;

  choose (self, (self->chosen + self->hits->len + (direction > 0 ? 1 : self->hits->len - 1)) % self->hits->len);
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    show_chosen (self);
}

static void
atlas_stage_find_dispose (GObject *object)
{
  AtlasStageFind *self = ATLAS_STAGE_FIND (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->hits, g_ptr_array_unref);
  g_clear_object (&self->presentation);

  G_OBJECT_CLASS (atlas_stage_find_parent_class)->dispose (object);
}

static void
atlas_stage_find_class_init (AtlasStageFindClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_stage_find_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "atlas-stage-find");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);
}

static void
atlas_stage_find_init (AtlasStageFind *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->entry = gtk_entry_new ();
  self->list = gtk_list_box_new ();
  self->none = gtk_label_new (_ ("Nothing found"));
  gtk_widget_add_css_class (self->none, "none");
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_PRIMARY, "edit-find-symbolic");
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("A step, an item or a date"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Find"), -1);
  gtk_widget_set_visible (self->list, FALSE);
  gtk_widget_set_visible (self->none, FALSE);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->box), self->entry);
  gtk_box_append (GTK_BOX (self->box), self->list);
  gtk_box_append (GTK_BOX (self->box), self->none);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
atlas_stage_find_new (AtlasPresentation *presentation)
{
  AtlasStageFind *self = g_object_new (ATLAS_TYPE_STAGE_FIND, NULL);

  self->presentation = g_object_ref (presentation);

  return GTK_WIDGET (self);
}
