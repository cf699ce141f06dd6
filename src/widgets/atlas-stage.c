// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-stage-private.h"

#include "atlas-presenter-keys.h"

#include <glib/gi18n-lib.h>
#include <math.h>

G_DEFINE_FINAL_TYPE (AtlasStage, atlas_stage, GTK_TYPE_WIDGET)

static void
overview_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  AtlasStage *self = ATLAS_STAGE (widget);

  atlas_stage_find_close (self->find);
  atlas_stage_overview_toggle (self->overview);
}

static void
find_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  AtlasStage *self = ATLAS_STAGE (widget);

  atlas_stage_overview_close (self->overview);
  atlas_stage_find_open (self->find);
}

static void
step_hit_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  atlas_stage_find_step (ATLAS_STAGE (widget)->find, g_variant_get_int32 (parameter));
}

/* Escape closes what is open first. */
static void
leave_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  AtlasStage *self = ATLAS_STAGE (widget);

  if (!atlas_stage_find_close (self->find) && !atlas_stage_overview_close (self->overview))
    atlas_presentation_leave (self->presentation);
}

/* Keys come to what has the focus: it is never nowhere, nor on what has just closed. */
static void
focus_changed_cb (AtlasStage *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (root != NULL && (focus == NULL || !gtk_widget_get_mapped (focus)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
atlas_stage_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (atlas_stage_parent_class)->root (widget);

  if (GTK_IS_WINDOW (gtk_widget_get_root (widget)))
    g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget", G_CALLBACK (focus_changed_cb), widget, G_CONNECT_SWAPPED);
}

static void
atlas_stage_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), focus_changed_cb, widget);

  GTK_WIDGET_CLASS (atlas_stage_parent_class)->unroot (widget);
}

static void
atlas_stage_css_changed (GtkWidget         *widget,
                         GtkCssStyleChange *change)
{
  AtlasStage *self = ATLAS_STAGE (widget);
  GdkRGBA     text;

  GTK_WIDGET_CLASS (atlas_stage_parent_class)->css_changed (widget, change);

  if (self->pictures == NULL)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &text);
  atlas_step_pictures_set_dark (self->pictures, 0.299F * text.red + 0.587F * text.green + 0.114F * text.blue > 0.5F);
}

static void
atlas_stage_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  AtlasStage      *self = ATLAS_STAGE (widget);
  double           size = atlas_stage_content_get_text_size (width, height, MIN (atlas_stage_content_get_text_scale (widget), 1.5));
  g_autofree char *css = NULL;

  if (fabs (size - self->type_size) > 0.05)
    {
      self->type_size = size;
      css = g_strdup_printf ("* { font-size: %dpx; }", (int) lround (size));
      gtk_css_provider_load_from_data (self->type, css, -1);
    }

  gtk_widget_size_allocate (self->overlay, &(GtkAllocation){ 0, 0, width, height }, baseline);
}

static void
atlas_stage_measure (GtkWidget     *widget,
                     GtkOrientation orientation,
                     int            for_size,
                     int           *minimum,
                     int           *natural,
                     int           *minimum_baseline,
                     int           *natural_baseline)
{
  *minimum = 1;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 1280 : 720;
}

static void
atlas_stage_dispose (GObject *object)
{
  AtlasStage *self = ATLAS_STAGE (object);

  g_clear_handle_id (&self->rest, g_source_remove);
  if (self->pictures != NULL)
    atlas_step_pictures_close (self->pictures);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  g_clear_object (&self->pictures);
  g_clear_object (&self->presentation);
  g_clear_object (&self->type);

  G_OBJECT_CLASS (atlas_stage_parent_class)->dispose (object);
}

static void
atlas_stage_class_init (AtlasStageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_stage_dispose;
  widget_class->root = atlas_stage_root;
  widget_class->unroot = atlas_stage_unroot;
  widget_class->css_changed = atlas_stage_css_changed;
  widget_class->measure = atlas_stage_measure;
  widget_class->size_allocate = atlas_stage_size_allocate;

  gtk_widget_class_install_action (widget_class, "present.overview", NULL, overview_action);
  gtk_widget_class_install_action (widget_class, "present.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "present.step-hit", "i", step_hit_action);
  gtk_widget_class_install_action (widget_class, "present.leave", NULL, leave_action);
  gtk_widget_class_set_css_name (widget_class, "atlas-stage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_stage_init (AtlasStage *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Stage"), -1);

  self->type = gtk_css_provider_new ();
  gtk_style_context_add_provider (gtk_widget_get_style_context (GTK_WIDGET (self)), GTK_STYLE_PROVIDER (self->type),
                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  self->overlay = gtk_overlay_new ();
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));
}

GtkWidget *
atlas_stage_new (AtlasPresentation *presentation)
{
  AtlasStage *self = g_object_new (ATLAS_TYPE_STAGE, NULL);
  g_autoptr (GSimpleActionGroup) actions = atlas_presenter_actions_new (presentation);

  g_return_val_if_fail (ATLAS_IS_PRESENTATION (presentation), NULL);

  self->presentation = g_object_ref (presentation);
  self->content = ATLAS_STAGE_CONTENT (atlas_stage_content_new (presentation));
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), GTK_WIDGET (self->content));
  self->pictures = atlas_step_pictures_new (presentation);
  atlas_stage_init_layers (self);
  atlas_stage_bind_layers (self);
  atlas_stage_init_mouse (self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "present", G_ACTION_GROUP (actions));
  atlas_presenter_keys_add_to_widget (GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

AtlasPresentation *
atlas_stage_get_presentation (AtlasStage *self)
{
  g_return_val_if_fail (ATLAS_IS_STAGE (self), NULL);

  return self->presentation;
}

void
atlas_stage_set_basemap (AtlasStage   *self,
                         AtlasBasemap *basemap)
{
  g_return_if_fail (ATLAS_IS_STAGE (self));

  atlas_map_view_set_basemap (atlas_stage_get_map (self), basemap);
  atlas_step_pictures_set_basemap (self->pictures, basemap);
}

void
atlas_stage_set_high_contrast (AtlasStage *self,
                               gboolean    high_contrast)
{
  g_return_if_fail (ATLAS_IS_STAGE (self));

  atlas_map_view_set_high_contrast (atlas_stage_get_map (self), high_contrast);
  atlas_step_pictures_set_high_contrast (self->pictures, high_contrast);
}

GtkWidget *
atlas_stage_get_content (AtlasStage *self)
{
  g_return_val_if_fail (ATLAS_IS_STAGE (self), NULL);

  return GTK_WIDGET (self->content);
}

AtlasMapView *
atlas_stage_get_map (AtlasStage *self)
{
  g_return_val_if_fail (ATLAS_IS_STAGE (self), NULL);

  return atlas_stage_content_get_map (self->content);
}

AtlasStepPictures *
atlas_stage_get_pictures (AtlasStage *self)
{
  g_return_val_if_fail (ATLAS_IS_STAGE (self), NULL);

  return self->pictures;
}

void
atlas_stage_close (AtlasStage *self)
{
  g_return_if_fail (ATLAS_IS_STAGE (self));

  atlas_stage_find_close (self->find);
  atlas_stage_overview_close (self->overview);
}
