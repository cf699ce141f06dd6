// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-tip.h"

#define GAP 6.0        /* px between target and card */
#define EDGE 6.0       /* px left free at the rim of the map */
#define JUST_SEEN 600  /* ms after which a card is delayed again */
#define TITLE_CHARS 40 /* a line */
#define BODY_CHARS 46

struct _AtlasMapTip
{
  GtkWidget  parent_instance;

  GtkWidget *card;
  GtkWidget *title;
  GtkWidget *body;
  AtlasBox   target;
  guint      delay; /* source */
  gint64     hidden_at;
};

G_DEFINE_FINAL_TYPE (AtlasMapTip, atlas_map_tip, GTK_TYPE_WIDGET)

AtlasPoint
atlas_map_tip_place (AtlasBox target,
                     double   width,
                     double   height,
                     double   view_width,
                     double   view_height)
{
  double right = target.x1 + GAP;
  double left = target.x0 - GAP - width;
  double below = target.y1 + GAP;
  double above = target.y0 - GAP - height;
  double x = CLAMP (target.x1, EDGE, MAX (view_width - width - EDGE, EDGE));
  double y = CLAMP (target.y1, EDGE, MAX (view_height - height - EDGE, EDGE));

  if (below + height + EDGE <= view_height)
    return (AtlasPoint){ x, below };
  if (above >= EDGE)
    return (AtlasPoint){ x, above };
  if (right + width + EDGE <= view_width)
    return (AtlasPoint){ right, y };
  if (left >= EDGE)
    return (AtlasPoint){ left, y };

  return (AtlasPoint){ x, EDGE };
}

static void
atlas_map_tip_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  AtlasMapTip   *self = ATLAS_MAP_TIP (widget);
  GtkRequisition size;
  AtlasPoint     place;

  if (!gtk_widget_should_layout (self->card))
    return;

  gtk_widget_get_preferred_size (self->card, NULL, &size);
  place = atlas_map_tip_place (self->target, size.width, size.height, width, height);
  gtk_widget_size_allocate (self->card, &(GtkAllocation){ (int) place.x, (int) place.y, size.width, size.height }, -1);
}

static void
atlas_map_tip_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  *minimum = *natural = 0; /* it lies over the map, however large that is */
}

static void
atlas_map_tip_dispose (GObject *object)
{
  AtlasMapTip *self = ATLAS_MAP_TIP (object);

  g_clear_handle_id (&self->delay, g_source_remove);
  g_clear_pointer (&self->card, gtk_widget_unparent);

  G_OBJECT_CLASS (atlas_map_tip_parent_class)->dispose (object);
}

static void
atlas_map_tip_class_init (AtlasMapTipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_map_tip_dispose;
  widget_class->measure = atlas_map_tip_measure;
  widget_class->size_allocate = atlas_map_tip_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "atlas-map-tip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static GtkWidget *
create_label (const char *css_class,
              int         n_chars)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), n_chars);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
atlas_map_tip_init (AtlasMapTip *self)
{
  self->title = create_label ("title", TITLE_CHARS);
  self->body = create_label ("body", BODY_CHARS);
  self->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_add_css_class (self->card, "tip");
  gtk_box_append (GTK_BOX (self->card), self->title);
  gtk_box_append (GTK_BOX (self->card), self->body);
  gtk_widget_set_visible (self->card, FALSE);
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
atlas_map_tip_new (void)
{
  return g_object_new (ATLAS_TYPE_MAP_TIP, NULL);
}

static gboolean
show_cb (gpointer user_data)
{
  AtlasMapTip *self = user_data;

  self->delay = 0;
  gtk_widget_set_visible (self->card, TRUE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

void
atlas_map_tip_show (AtlasMapTip *self,
                    const char  *title,
                    const char  *body,
                    AtlasBox     target,
                    guint        delay)
{
  gboolean is_same;

  g_return_if_fail (ATLAS_IS_MAP_TIP (self));

  is_same = g_str_equal (gtk_label_get_label (GTK_LABEL (self->title)), title) && g_str_equal (gtk_label_get_label (GTK_LABEL (self->body)), body);
  if (is_same && (gtk_widget_get_visible (self->card) || (self->delay != 0 && delay > 0)))
    return; /* it does not run after the pointer */

  self->target = target;
  gtk_label_set_markup (GTK_LABEL (self->title), title);
  gtk_label_set_markup (GTK_LABEL (self->body), body);
  gtk_widget_set_visible (self->body, *body != '\0');
  if (gtk_widget_get_visible (self->card) || g_get_monotonic_time () - self->hidden_at < JUST_SEEN * G_TIME_SPAN_MILLISECOND)
    delay = 0;

  g_clear_handle_id (&self->delay, g_source_remove);
  if (delay > 0)
    self->delay = g_timeout_add (delay, show_cb, self);
  else
    show_cb (self);
}

void
atlas_map_tip_hide (AtlasMapTip *self)
{
  g_return_if_fail (ATLAS_IS_MAP_TIP (self));

  g_clear_handle_id (&self->delay, g_source_remove);
  if (!gtk_widget_get_visible (self->card))
    return;

  self->hidden_at = g_get_monotonic_time ();
  gtk_widget_set_visible (self->card, FALSE);
}

const char *
atlas_map_tip_get_title (AtlasMapTip *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_TIP (self), NULL);

  return gtk_widget_get_visible (self->card) ? gtk_label_get_text (GTK_LABEL (self->title)) : NULL;
}

const char *
atlas_map_tip_get_body (AtlasMapTip *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_TIP (self), NULL);

  return gtk_widget_get_visible (self->card) ? gtk_label_get_text (GTK_LABEL (self->body)) : NULL;
}
