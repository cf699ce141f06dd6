// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-picture.h"

#include "atlas-basemap-painter.h"
#include "atlas-label-painter.h"
#include "atlas-map-label-doubles.h"
#include "atlas-map-painter.h"
#include "atlas-map-style.h"
#include "atlas-mercator.h"
#include "atlas-text-sink.h"

#include <math.h>

#define N_SIDES 2
#define DIVIDER 3.0 /* px: of the line between two dates */

/* What is drawn of one date. */
typedef struct
{
  AtlasMapScene *scene; /* NULL: the other fills the picture */
  AtlasMapFrame  frame;
  double         x;      /* px from the left of the picture */
  GArray        *labels; /* of AtlasMapLabel */
} Side;

typedef struct
{
  const AtlasMapPictureSpec *spec;
  cairo_t                   *cr;
  double                     scale;
  double                     text_scale;
  gboolean                   is_paper;       /* shapes and text instead of pictures */
  Side                       sides[N_SIDES]; /* left to right */
  AtlasLabelPlacer          *placer;         /* (nullable) */
  AtlasLabelPainter         *painter;
  GArray                    *names; /* of AtlasPlacedLabel: the basemap's */
} Picture;

static void
init_side (Picture      *self,
           guint         index,
           AtlasSession *session,
           double        x,
           double        width)
{
  Side *side = &self->sides[index];

  side->scene = atlas_map_scene_new (self->spec->dataset);
  if (index == 0 && atlas_session_is_comparing (session))
    atlas_map_scene_follow_at (side->scene, session, atlas_session_get_comparison (session));
  else
    atlas_map_scene_follow (side->scene, session);
  atlas_map_scene_set_palette (side->scene, self->spec->palette);
  atlas_map_scene_set_text_scale (side->scene, self->text_scale);
  atlas_map_scene_set_scale (side->scene, self->is_paper ? 0.0 : self->scale);
  atlas_map_scene_set_patient (side->scene, TRUE);

  side->x = x;
  side->frame = atlas_map_frame_from_camera (self->spec->camera, self->spec->width, self->spec->height);
  side->frame.to_px.x0 -= x;
  side->frame.width = width;
}

static void
init_sides (Picture *self)
{
  g_autoptr (AtlasSession) session = atlas_session_new (self->spec->dataset);
  double middle = 0.0;

  atlas_session_apply_state (session, self->spec->state);
  if (atlas_session_is_comparing (session))
    {
      middle = round (self->spec->width / 2.0);
      init_side (self, 0, session, 0.0, middle);
    }
  init_side (self, 1, session, middle, self->spec->width - middle);
}

/* Places the names of a side's items; @rooms: of AtlasBox, what they take of the picture. */
static void
place_item_names (Picture *self,
                  Side    *side,
                  GArray  *rooms)
{
  guint                n_covers = self->spec->n_covers;
  g_autofree AtlasBox *covers = g_new (AtlasBox, n_covers);
  AtlasMapFrame        under = side->frame;
  g_autoptr (GArray) taken = NULL;

  for (guint i = 0; i < n_covers; i++)
    {
      AtlasBox box = self->spec->covers[i];

      covers[i] = (AtlasBox){ box.x0 - side->x, box.y0, box.x1 - side->x, box.y1 };
    }
  under.covers = covers;
  under.n_covers = n_covers;
  side->labels = atlas_map_painter_collect_labels (side->scene, &under);
  taken = atlas_map_painter_get_rooms (side->scene, side->labels);

  for (guint i = 0; i < taken->len; i++)
    {
      AtlasBox box = g_array_index (taken, AtlasBox, i);

      box.x0 = CLAMP (box.x0, 0.0, side->frame.width) + side->x;
      box.x1 = CLAMP (box.x1, 0.0, side->frame.width) + side->x;
      if (box.x1 > box.x0)
        g_array_append_val (rooms, box);
    }
}

static gboolean
is_inked_cb (AtlasBox box,
             gpointer user_data)
{
  Picture *self = user_data;

  for (guint i = 0; i < N_SIDES; i++)
    {
      const Side *side = &self->sides[i];
      AtlasBox    own = { box.x0 - side->x, box.y0, box.x1 - side->x, box.y1 };

      if (side->scene != NULL && own.x1 >= 0.0 && own.x0 <= side->frame.width && atlas_map_painter_is_inked (side->scene, &side->frame, own))
        return TRUE;
    }

  return FALSE;
}

static void
place_names (Picture *self)
{
  const AtlasMapPictureSpec *spec = self->spec;
  AtlasPoint                 middle = atlas_mercator_project (spec->camera.longitude, spec->camera.latitude);
  AtlasLabelView             view = { middle.x, middle.y, spec->camera.zoom, spec->width, spec->height };
  g_autoptr (GArray) rooms = g_array_new (FALSE, FALSE, sizeof (AtlasBox));

  if (spec->no_names)
    return;

  g_array_append_vals (rooms, spec->covers, spec->n_covers);
  for (guint i = 0; i < N_SIDES; i++)
    if (self->sides[i].scene != NULL)
      place_item_names (self, &self->sides[i], rooms);
  if (spec->basemap == NULL)
    return;

  self->placer = atlas_label_placer_new_shared (spec->basemap, spec->state->language, self->text_scale);
  atlas_label_placer_set_ink (self->placer, is_inked_cb, self);
  self->names = atlas_label_placer_place (self->placer, &view, (const AtlasBox *) (gpointer) rooms->data, rooms->len);
  atlas_placed_labels_drop_covered (self->names, spec->covers, spec->n_covers);
  for (guint i = 0; i < N_SIDES; i++)
    if (self->sides[i].scene != NULL)
      atlas_map_label_drop_doubles (self->names, self->sides[i].labels, self->sides[i].x);
}

static cairo_surface_t *
create_image (const AtlasMapPictureSpec *spec,
              double                     scale)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX ((int) round (spec->width * scale), 1), MAX ((int) round (spec->height * scale), 1));

  cairo_surface_set_device_scale (image, scale, scale);

  return image;
}

static void
paint_ground (Picture *self)
{
  const AtlasMapPictureSpec *spec = self->spec;
  AtlasMapFrame              frame = atlas_map_frame_from_camera (spec->camera, spec->width, spec->height);
  AtlasPoint                 corner = atlas_map_frame_to_unit (&frame, (AtlasPoint){ 0.0, 0.0 });
  cairo_surface_t           *ground;

  if (spec->basemap == NULL)
    {
      atlas_palette_set_source (self->cr, (AtlasColor){ atlas_palette_get (spec->palette)->paper, 1.0F }, 1.0);
      cairo_paint (self->cr);
      return;
    }

  if (self->is_paper)
    {
      atlas_basemap_paint_paper (spec->basemap, atlas_palette_get (spec->palette), self->cr, corner.x, corner.y, spec->camera.zoom, spec->width, spec->height);
      return;
    }

  ground = create_image (spec, self->scale);
  cairo_surface_set_device_scale (ground, 1.0, 1.0); /* the basemap's painter scales by itself */
  atlas_basemap_paint_view (spec->basemap, atlas_palette_get (spec->palette), corner.x, corner.y, spec->camera.zoom, self->scale, ground);
  cairo_surface_set_device_scale (ground, self->scale, self->scale);
  cairo_set_source_surface (self->cr, ground, 0.0, 0.0);
  cairo_pattern_set_extend (cairo_get_source (self->cr), CAIRO_EXTEND_PAD);
  cairo_paint (self->cr);
  cairo_surface_destroy (ground);
}

static void
begin_side (Picture *self,
            Side    *side)
{
  cairo_save (self->cr);
  cairo_translate (self->cr, side->x, 0.0);
  cairo_rectangle (self->cr, 0.0, 0.0, side->frame.width, side->frame.height);
  cairo_clip (self->cr);
}

/* A line that is seen on any ground; names that go across it stand over it. */
static void
paint_divider (Picture *self)
{
  double middle = self->sides[1].x;

  cairo_rectangle (self->cr, middle - DIVIDER / 2.0 - 1.0, 0.0, DIVIDER + 2.0, self->spec->height);
  cairo_set_source_rgba (self->cr, 0.0, 0.0, 0.0, 0.45);
  cairo_fill (self->cr);
  cairo_rectangle (self->cr, middle - DIVIDER / 2.0, 0.0, DIVIDER, self->spec->height);
  cairo_set_source_rgba (self->cr, 1.0, 1.0, 1.0, 0.95);
  cairo_fill (self->cr);
}

static void
paint_items (Picture *self)
{
  for (guint i = 0; i < N_SIDES; i++)
    if (self->sides[i].scene != NULL)
      {
        begin_side (self, &self->sides[i]);
        atlas_map_painter_paint (self->cr, self->sides[i].scene, &self->sides[i].frame, ATLAS_MAP_PAINT_ALL);
        cairo_restore (self->cr);
      }
  if (self->sides[0].scene != NULL)
    paint_divider (self);
}

static void
paint_names (Picture         *self,
             AtlasLabelLayers layers)
{
  if (self->names == NULL)
    return;

  if (self->is_paper)
    atlas_label_painter_show (self->painter, self->cr, self->names, layers);
  else
    atlas_label_painter_paint (self->painter, self->cr, self->names, layers);
}

static void
paint_item_names (Picture *self)
{
  for (guint i = 0; i < N_SIDES; i++)
    if (self->sides[i].labels != NULL)
      {
        begin_side (self, &self->sides[i]);
        atlas_map_painter_paint_labels (self->cr, self->sides[i].scene, &self->sides[i].frame, self->sides[i].labels);
        cairo_restore (self->cr);
      }
}

static void
clear (Picture *self)
{
  for (guint i = 0; i < N_SIDES; i++)
    {
      g_clear_pointer (&self->sides[i].labels, g_array_unref);
      g_clear_pointer (&self->sides[i].scene, atlas_map_scene_free);
    }
  g_clear_pointer (&self->names, g_array_unref);
  g_clear_pointer (&self->placer, atlas_label_placer_free);
  g_clear_pointer (&self->painter, atlas_label_painter_free);
}

/* Bottom to top: the ground, names of areas, items, the divider, other names. */
void
atlas_map_picture_paint (cairo_t                   *cr,
                         const AtlasMapPictureSpec *spec)
{
  Picture self = { .spec = spec, .cr = cr };

  g_return_if_fail (cr != NULL && spec != NULL);
  g_return_if_fail (ATLAS_IS_DATASET (spec->dataset) && spec->state != NULL);

  self.scale = spec->scale > 0.0 ? spec->scale : 1.0;
  self.is_paper = atlas_surface_is_paper (cairo_get_target (cr));
  self.text_scale = spec->text_scale > 0.0 ? spec->text_scale : 1.0;
  self.painter = atlas_label_painter_new (atlas_palette_get (spec->palette), self.scale);
  atlas_label_painter_set_patient (self.painter, TRUE);
  init_sides (&self);
  place_names (&self);

  cairo_save (cr);
  cairo_rectangle (cr, 0.0, 0.0, spec->width, spec->height);
  cairo_clip (cr);
  paint_ground (&self);
  paint_names (&self, ATLAS_LABEL_AREAS);
  paint_items (&self);
  paint_names (&self, ATLAS_LABEL_PLACES);
  paint_item_names (&self);
  cairo_restore (cr);

  clear (&self);
}

cairo_surface_t *
atlas_map_picture_create (const AtlasMapPictureSpec *spec)
{
  cairo_surface_t *image;
  cairo_t         *cr;

  g_return_val_if_fail (spec != NULL, NULL);

  image = create_image (spec, spec->scale > 0.0 ? spec->scale : 1.0);
  cr = cairo_create (image);
  atlas_map_picture_paint (cr, spec);
  cairo_destroy (cr);
  cairo_surface_flush (image);

  return image;
}
