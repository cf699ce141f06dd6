// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-export-preview.h"

/* px of its picture's longer side, before the screen's scale */
#define PICTURE_SIZE 500

/* px of the beginning of a file of data */
#define SAMPLE_HEIGHT 400

struct _AtlasExportPreview
{
  AdwBin          parent_instance;

  GtkWidget      *stack;
  GtkWidget      *picture;
  GtkWidget      *sample;
  GtkWidget      *spinner;

  GCancellable   *cancellable; /* of the one that is made; NULL: none is */
  AtlasExportJob *next;        /* (nullable): to be made after it */
};

G_DEFINE_FINAL_TYPE (AtlasExportPreview, atlas_export_preview, ADW_TYPE_BIN)

enum
{
  PROP_BUSY = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* What a thread has made: one of the two. */
typedef struct
{
  cairo_surface_t *picture;
  char            *sample;
} Made;

static void
made_free (gpointer data)
{
  Made *made = data;

  g_clear_pointer (&made->picture, cairo_surface_destroy);
  g_free (made->sample);
  g_free (made);
}

typedef struct
{
  AtlasExportJob *job;
  int             width;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  atlas_export_job_unref (order->job);
  g_free (order);
}

static void
make_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Order *order = task_data;
  Made        *made = g_new0 (Made, 1);

  if (order->job->kind == ATLAS_EXPORT_DATA)
    made->sample = atlas_export_job_dup_sample (order->job);
  else
    made->picture = atlas_export_job_paint (order->job, order->width);

  g_task_return_pointer (task, made, made_free);
}

static void
destroy_surface (gpointer data)
{
  cairo_surface_destroy (data);
}

static void
show_picture (AtlasExportPreview *self,
              cairo_surface_t    *surface)
{
  int   width = cairo_image_surface_get_width (surface);
  int   height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height, destroy_surface,
                                                         cairo_surface_reference (surface));
  g_autoptr (GdkTexture) texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);

  gtk_picture_set_paintable (GTK_PICTURE (self->picture), GDK_PAINTABLE (texture));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "picture");
}

static void begin (AtlasExportPreview *self,
                   AtlasExportJob     *job);

static void
made_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  AtlasExportPreview *self = ATLAS_EXPORT_PREVIEW (object);
  Made               *made = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (AtlasExportJob) next = g_steal_pointer (&self->next);

  if (self->cancellable == NULL || made == NULL) /* it has gone meanwhile */
    {
      g_clear_pointer (&made, made_free);
      return;
    }

  g_clear_object (&self->cancellable);
  if (made->picture != NULL)
    show_picture (self, made->picture);
  else
    {
      gtk_label_set_text (GTK_LABEL (self->sample), made->sample);
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "sample");
    }
  made_free (made);

  if (next != NULL)
    begin (self, next);
  else
    {
      gtk_spinner_stop (GTK_SPINNER (self->spinner));
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
    }
}

static void
begin (AtlasExportPreview *self,
       AtlasExportJob     *job)
{
  g_autoptr (GTask) task = NULL;
  Order *order = g_new0 (Order, 1);
  double longer = MAX (job->spec.width, job->spec.height);

  self->cancellable = g_cancellable_new ();
  order->job = atlas_export_job_ref (job);
  order->width = MAX (1, (int) (job->spec.width / longer * PICTURE_SIZE * gtk_widget_get_scale_factor (GTK_WIDGET (self))));
  task = g_task_new (self, self->cancellable, made_cb, NULL);
  g_task_set_source_tag (task, begin);
  g_task_set_task_data (task, order, order_free);
  g_task_run_in_thread (task, make_in_thread);
}

void
atlas_export_preview_show (AtlasExportPreview *self,
                           AtlasExportJob     *job,
                           const char         *description)
{
  g_return_if_fail (ATLAS_IS_EXPORT_PREVIEW (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picture), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
  if (self->cancellable != NULL)
    {
      g_clear_pointer (&self->next, atlas_export_job_unref);
      self->next = atlas_export_job_ref (job);
      return;
    }

  begin (self, job);
  gtk_spinner_start (GTK_SPINNER (self->spinner));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

gboolean
atlas_export_preview_is_busy (AtlasExportPreview *self)
{
  g_return_val_if_fail (ATLAS_IS_EXPORT_PREVIEW (self), FALSE);

  return self->cancellable != NULL;
}

static void
atlas_export_preview_get_property (GObject    *object,
                                   guint       property_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, atlas_export_preview_is_busy (ATLAS_EXPORT_PREVIEW (object)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
atlas_export_preview_dispose (GObject *object)
{
  AtlasExportPreview *self = ATLAS_EXPORT_PREVIEW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->next, atlas_export_job_unref);

  G_OBJECT_CLASS (atlas_export_preview_parent_class)->dispose (object);
}

static void
atlas_export_preview_class_init (AtlasExportPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = atlas_export_preview_get_property;
  object_class->dispose = atlas_export_preview_dispose;

  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "atlas-export-preview");
}

static void
atlas_export_preview_init (AtlasExportPreview *self)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  self->picture = gtk_picture_new ();
  gtk_picture_set_can_shrink (GTK_PICTURE (self->picture), TRUE);
  gtk_widget_set_valign (self->picture, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (self->picture, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->picture, "sheet");

  self->sample = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->sample), 0.0f);
  gtk_label_set_yalign (GTK_LABEL (self->sample), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (self->sample), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->sample), PANGO_WRAP_CHAR);
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (GTK_LABEL (self->sample), attributes);
  gtk_widget_add_css_class (self->sample, "sample");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->sample);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_EXTERNAL);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), SAMPLE_HEIGHT);

  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (self->stack), self->picture, "picture");
  gtk_stack_add_named (GTK_STACK (self->stack), scrolled, "sample");

  self->spinner = gtk_spinner_new ();
  gtk_widget_set_halign (self->spinner, GTK_ALIGN_END);
  gtk_widget_set_valign (self->spinner, GTK_ALIGN_START);

  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->stack);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->spinner);
  adw_bin_set_child (ADW_BIN (self), overlay);
}

GtkWidget *
atlas_export_preview_new (void)
{
  return g_object_new (ATLAS_TYPE_EXPORT_PREVIEW, NULL);
}
