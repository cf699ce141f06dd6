// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-graticule-layer.h"

#include "atlas-graticule.h"
#include "atlas-viewport.h"

#include <math.h>

/* Room that the controls over the map take, px: the degrees keep out of their corners. */
#define BUTTONS_WIDTH 64.0
#define LEGEND_HEIGHT 60.0
#define CORNER 44.0
/* Between a plate and the map's edge, and round the words in it, px. */
#define EDGE 3.0
#define PADDING 3.0

typedef struct
{
  AtlasBox     box;
  PangoLayout *words;
} Plate;

struct _AtlasGraticuleLayer
{
  ShumateLayer       parent_instance;

  AtlasGraticulePart part;
  AtlasPaletteId     palette;
  AtlasLabelView     view;   /* that @plates are for */
  GArray            *plates; /* of Plate */
};

G_DEFINE_FINAL_TYPE (AtlasGraticuleLayer, atlas_graticule_layer, SHUMATE_TYPE_LAYER)

static AtlasLabelView
get_view (AtlasGraticuleLayer *self)
{
  return atlas_viewport_get_label_view (shumate_layer_get_viewport (SHUMATE_LAYER (self)), gtk_widget_get_width (GTK_WIDGET (self)),
                                        gtk_widget_get_height (GTK_WIDGET (self)));
}

static GdkRGBA
get_color (AtlasColor color)
{
  return (GdkRGBA){ (float) (color.rgb >> 16 & 255) / 255.0F, (float) (color.rgb >> 8 & 255) / 255.0F, (float) (color.rgb & 255) / 255.0F, color.alpha };
}

/* A line is a px of the screen wide and lies on whole ones, so that it is as fine everywhere. */
static float
get_line_place (AtlasGraticuleLine line,
                int                scale)
{
  return (float) (floor (line.px * scale) / scale);
}

static void
snapshot_lines (AtlasGraticuleLayer *self,
                GtkSnapshot         *snapshot,
                AtlasLabelView       view)
{
  g_autoptr (GArray) meridians = atlas_graticule_list_meridians (&view);
  g_autoptr (GArray) parallels = atlas_graticule_list_parallels (&view);
  GdkRGBA color = get_color (atlas_palette_get (self->palette)->graticule);
  int     scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  float   thick = 1.0F / (float) scale;

  for (guint i = 0; i < meridians->len; i++)
    gtk_snapshot_append_color (snapshot, &color,
                               &GRAPHENE_RECT_INIT (get_line_place (g_array_index (meridians, AtlasGraticuleLine, i), scale), 0.0F, thick, (float) view.height));
  for (guint i = 0; i < parallels->len; i++)
    gtk_snapshot_append_color (snapshot, &color,
                               &GRAPHENE_RECT_INIT (0.0F, get_line_place (g_array_index (parallels, AtlasGraticuleLine, i), scale), (float) view.width, thick));
}

static void
clear_plate (gpointer data)
{
  g_object_unref (((Plate *) data)->words);
}

/* Words on a plate, @x, @y being the middle of its upper side, or of its left one. */
static void
add_plate (AtlasGraticuleLayer *self,
           const char          *words,
           double               x,
           double               y,
           gboolean             below)
{
  Plate plate = { .words = gtk_widget_create_pango_layout (GTK_WIDGET (self), words) };
  int   width = 0;
  int   height = 0;

  pango_layout_get_pixel_size (plate.words, &width, &height);
  plate.box.x0 = round (below ? x - width / 2.0 - PADDING : x);
  plate.box.y0 = round (below ? y : y - height / 2.0);
  plate.box.x1 = plate.box.x0 + width + 2.0 * PADDING;
  plate.box.y1 = plate.box.y0 + height;
  g_array_append_val (self->plates, plate);
}

/* The plates of a view are asked for twice a frame. */
static void
lay_out_plates (AtlasGraticuleLayer *self)
{
  AtlasLabelView view = get_view (self);
  g_autoptr (GArray) meridians = NULL;
  g_autoptr (GArray) parallels = NULL;

  if (view.x == self->view.x && view.y == self->view.y && view.zoom == self->view.zoom && view.width == self->view.width && view.height == self->view.height)
    return;

  self->view = view;
  g_array_set_size (self->plates, 0);
  meridians = atlas_graticule_list_meridians (&view);
  parallels = atlas_graticule_list_parallels (&view);
  for (guint i = 0; i < meridians->len; i++)
    {
      AtlasGraticuleLine line = g_array_index (meridians, AtlasGraticuleLine, i);
      g_autofree char   *words = atlas_graticule_format_longitude (line.degrees);

      if (line.px > CORNER && line.px < view.width - BUTTONS_WIDTH)
        add_plate (self, words, line.px, EDGE, TRUE);
    }
  for (guint i = 0; i < parallels->len; i++)
    {
      AtlasGraticuleLine line = g_array_index (parallels, AtlasGraticuleLine, i);
      g_autofree char   *words = atlas_graticule_format_latitude (line.degrees);

      if (line.px > CORNER && line.px < view.height - LEGEND_HEIGHT)
        add_plate (self, words, EDGE, line.px, FALSE);
    }
}

static void
snapshot_degrees (AtlasGraticuleLayer *self,
                  GtkSnapshot         *snapshot)
{
  const AtlasPalette *palette = atlas_palette_get (self->palette);
  GdkRGBA             ink = get_color (palette->graticule_name);
  GdkRGBA             ground = get_color (palette->halo);

  ground.alpha *= 0.8F;
  lay_out_plates (self);
  for (guint i = 0; i < self->plates->len; i++)
    {
      const Plate *plate = &g_array_index (self->plates, Plate, i);
      float        x = (float) plate->box.x0;
      float        y = (float) plate->box.y0;

      gtk_snapshot_append_color (snapshot, &ground, &GRAPHENE_RECT_INIT (x, y, (float) (plate->box.x1 - plate->box.x0), (float) (plate->box.y1 - plate->box.y0)));
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x + (float) PADDING, y));
      gtk_snapshot_append_layout (snapshot, plate->words, &ink);
      gtk_snapshot_restore (snapshot);
    }
}

static void
atlas_graticule_layer_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  AtlasGraticuleLayer *self = ATLAS_GRATICULE_LAYER (widget);
  AtlasLabelView       view = get_view (self);

  if (view.width < 1.0 || view.height < 1.0)
    return;

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0.0F, 0.0F, (float) view.width, (float) view.height));
  if (self->part == ATLAS_GRATICULE_LINES)
    snapshot_lines (self, snapshot, view);
  else
    snapshot_degrees (self, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
forget_plates (AtlasGraticuleLayer *self)
{
  self->view = (AtlasLabelView){ 0 };
}

static void
atlas_graticule_layer_css_changed (GtkWidget         *widget,
                                   GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (atlas_graticule_layer_parent_class)->css_changed (widget, change);
  forget_plates (ATLAS_GRATICULE_LAYER (widget));
}

static void
atlas_graticule_layer_finalize (GObject *object)
{
  g_array_unref (ATLAS_GRATICULE_LAYER (object)->plates);

  G_OBJECT_CLASS (atlas_graticule_layer_parent_class)->finalize (object);
}

static void
atlas_graticule_layer_constructed (GObject *object)
{
  G_OBJECT_CLASS (atlas_graticule_layer_parent_class)->constructed (object);

  atlas_viewport_connect_moved (shumate_layer_get_viewport (SHUMATE_LAYER (object)), G_CALLBACK (gtk_widget_queue_draw), object);
}

static void
atlas_graticule_layer_class_init (AtlasGraticuleLayerClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = atlas_graticule_layer_constructed;
  G_OBJECT_CLASS (klass)->finalize = atlas_graticule_layer_finalize;
  GTK_WIDGET_CLASS (klass)->css_changed = atlas_graticule_layer_css_changed;
  GTK_WIDGET_CLASS (klass)->snapshot = atlas_graticule_layer_snapshot;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "atlas-graticule");
}

static void
atlas_graticule_layer_init (AtlasGraticuleLayer *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  self->plates = g_array_new (FALSE, FALSE, sizeof (Plate));
  g_array_set_clear_func (self->plates, clear_plate);
}

AtlasGraticuleLayer *
atlas_graticule_layer_new (ShumateViewport   *viewport,
                           AtlasGraticulePart part)
{
  AtlasGraticuleLayer *self = g_object_new (ATLAS_TYPE_GRATICULE_LAYER, "viewport", viewport, NULL);

  self->part = part;

  return self;
}

void
atlas_graticule_layer_set_palette (AtlasGraticuleLayer *self,
                                   AtlasPaletteId       palette)
{
  g_return_if_fail (ATLAS_IS_GRATICULE_LAYER (self));

  self->palette = palette;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
atlas_graticule_layer_add_plates (AtlasGraticuleLayer *self,
                                  GArray              *boxes)
{
  g_return_if_fail (ATLAS_IS_GRATICULE_LAYER (self));
  g_return_if_fail (boxes != NULL);

  if (self->part != ATLAS_GRATICULE_DEGREES || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return;

  lay_out_plates (self);
  for (guint i = 0; i < self->plates->len; i++)
    g_array_append_val (boxes, g_array_index (self->plates, Plate, i).box);
}
