// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-painter.h"

#include "atlas-halo.h"
#include "atlas-label-text.h"
#include "atlas-map-scene-private.h"
#include "atlas-text-sink.h"

#include <math.h>

#define HALO 1.3 /* px that it reaches beyond the letters */
#define HALO_ALPHA 0.72
#define INK 0.62               /* how much of an item's own ink its name has; the rest is that of text */
#define REACH 3                /* px round a name for its halo */
#define TIME_FOR_PICTURES 1500 /* µs a frame, but none of a frame that has placed the names */

/* Where the halo of a name shows from under it. */
static const struct
{
  double x, y;
} around[] = { { 1, 0 }, { -1, 0 }, { 0, -1 }, { 0, 1 }, { .7, -.7 }, { .7, .7 }, { -.7, -.7 }, { -.7, .7 } };

/* A name, drawn round the north-west corner of its text or, when it is set along a line, round its middle. */
typedef struct
{
  AtlasMapScene       *scene;
  const AtlasMapName  *name;
  const AtlasMapLabel *label;
  AtlasColor           ink;
  AtlasColor           halo;
} Name;

static guint32
mix (guint32 a,
     guint32 b,
     double  share)
{
  guint32 mixed = 0;

  for (int shift = 0; shift <= 16; shift += 8)
    mixed |= (guint32) ((a >> shift & 255) * share + (b >> shift & 255) * (1 - share) + 0.5) << shift;

  return mixed;
}

static AtlasColor
weaken (AtlasColor halo)
{
  return (AtlasColor){ halo.rgb, halo.alpha * (float) HALO_ALPHA };
}

/* For the screen: the halo is the name set eight times round itself: cached glyphs, where stroking outlines would cost ten times as much. */
static void
draw_name_picture (cairo_t *cr,
                   gpointer user_data)
{
  const Name *name = user_data;

  cairo_push_group (cr);
  atlas_palette_set_source (cr, (AtlasColor){ name->halo.rgb, 1 }, 1);
  for (guint i = 0; i < G_N_ELEMENTS (around); i++)
    {
      cairo_move_to (cr, around[i].x * HALO, around[i].y * HALO);
      pango_cairo_show_layout (cr, name->name->layout);
    }
  cairo_pop_group_to_source (cr);
  cairo_paint_with_alpha (cr, HALO_ALPHA);
  atlas_palette_set_source (cr, name->ink, 1.0);
  cairo_move_to (cr, 0, 0);
  pango_cairo_show_layout (cr, name->name->layout);
}

static void
path_run (cairo_t    *cr,
          const Name *name)
{
  const char *p = name->label->text;

  cairo_new_path (cr);
  for (guint i = 0; i < name->label->n_glyphs; i++, p = g_utf8_next_char (p))
    {
      cairo_save (cr);
      cairo_translate (cr, name->label->glyphs[i].x, name->label->glyphs[i].y);
      cairo_rotate (cr, name->label->glyphs[i].angle);
      atlas_label_fonts_path_letter (name->scene->fonts, cr, ATLAS_LABEL_STYLE_ITEM, g_utf8_get_char (p),
                                     ATLAS_MAP_NAME_RUN_SIZE * name->scene->text_scale);
      cairo_restore (cr);
    }
}

/* For paper: text, whose halo is a stroke. */
static void
draw_run (cairo_t *cr,
          gpointer user_data)
{
  const Name             *name = user_data;
  const AtlasLabelLetters look = {
    ATLAS_LABEL_STYLE_ITEM, ATLAS_MAP_NAME_RUN_SIZE * name->scene->text_scale, 1.0, name->ink, weaken (name->halo), 2 * HALO
  };

  atlas_label_letters_show (cr, name->scene->fonts, &look, name->label->text, name->label->glyphs, name->label->n_glyphs);
}

static void
draw_name (cairo_t *cr,
           gpointer user_data)
{
  const Name *name = user_data;

  cairo_move_to (cr, 0, 0);
  atlas_text_show_haloed (cr, name->name->layout, name->ink, weaken (name->halo), 2 * HALO);
}

/* For the screen, on a picture as large as its target: the halo is the widened shape, several times as fast as a stroke. */
static void
draw_run_picture (cairo_t *cr,
                  gpointer user_data)
{
  const Name      *name = user_data;
  cairo_surface_t *target = cairo_get_target (cr);
  cairo_surface_t *mask = cairo_image_surface_create (CAIRO_FORMAT_A8, cairo_image_surface_get_width (target), cairo_image_surface_get_height (target));
  cairo_surface_t *halo;
  cairo_t         *shape = cairo_create (mask);
  cairo_matrix_t   matrix;
  double           scale;

  cairo_surface_get_device_scale (target, &scale, NULL);
  cairo_get_matrix (cr, &matrix);
  cairo_scale (shape, scale, scale);
  cairo_transform (shape, &matrix);
  path_run (shape, name);
  cairo_fill (shape);
  cairo_destroy (shape);
  halo = atlas_halo_create (mask, HALO * scale);

  cairo_identity_matrix (cr);
  cairo_scale (cr, 1 / scale, 1 / scale);
  atlas_palette_set_source (cr, name->halo, HALO_ALPHA);
  cairo_mask_surface (cr, halo, 0, 0);
  atlas_palette_set_source (cr, name->ink, 1.0);
  cairo_mask_surface (cr, mask, 0, 0);
  cairo_surface_destroy (halo);
  cairo_surface_destroy (mask);
}

static AtlasBox
widen (AtlasBox box,
       double   by)
{
  return (AtlasBox){ box.x0 - by, box.y0 - by, box.x1 + by, box.y1 + by };
}

static void
paint_straight (cairo_t *cr,
                Name    *name,
                guint64  number)
{
  AtlasMapScene  *scene = name->scene;
  PangoRectangle  text;
  const AtlasBox *box = &name->label->box;

  pango_layout_get_pixel_extents (name->name->layout, NULL, &text);
  atlas_map_sprites_paint (scene->sprites, cr, ATLAS_MAP_SPRITE_NAME, number,
                           widen ((AtlasBox){ text.x, text.y, text.x + text.width, text.y + text.height }, REACH),
                           (box->x0 + box->x1 - text.width) / 2 - text.x, (box->y0 + box->y1 - text.height) / 2 - text.y,
                           scene->raster != NULL ? draw_name_picture : draw_name, name);
}

static void
paint_run (cairo_t *cr,
           Name    *name,
           guint64  number)
{
  const AtlasMapLabel *label = name->label;
  AtlasBox             box = label->box;

  box = (AtlasBox){ box.x0 - label->middle.x, box.y0 - label->middle.y, box.x1 - label->middle.x, box.y1 - label->middle.y };
  atlas_map_sprites_paint (name->scene->sprites, cr, ATLAS_MAP_SPRITE_RUN, number, widen (box, REACH), label->middle.x, label->middle.y,
                           name->scene->raster != NULL ? draw_run_picture : draw_run, name);
}

/* Whether a picture of the name has to be drawn first, and the frame has no time left for that. */
static gboolean
must_wait (AtlasMapScene     *scene,
           AtlasMapSpriteKind kind,
           guint64            number,
           gint64             deadline)
{
  return scene->raster != NULL && !scene->patient && g_get_monotonic_time () > deadline && !atlas_map_sprites_has (scene->sprites, kind, number);
}

gboolean
atlas_map_painter_paint_labels (cairo_t             *cr,
                                AtlasMapScene       *scene,
                                const AtlasMapFrame *frame,
                                GArray              *labels)
{
  const AtlasMapInks *inks;
  gint64              deadline = g_get_monotonic_time () + (scene != NULL && scene->places_fresh ? 0 : TIME_FOR_PICTURES);
  gboolean            is_complete = TRUE;

  g_return_val_if_fail (cr != NULL && scene != NULL && frame != NULL && labels != NULL, TRUE);

  inks = atlas_map_scene_get_inks (scene);
  for (guint i = 0; i < labels->len; i++)
    {
      const AtlasMapLabel *label = &g_array_index (labels, AtlasMapLabel, i);
      guint                position = label->item != NULL ? atlas_dataset_get_position (scene->dataset, label->item) : G_MAXUINT;
      AtlasMapSpriteKind   kind = label->glyphs != NULL ? ATLAS_MAP_SPRITE_RUN : ATLAS_MAP_SPRITE_NAME;
      AtlasMapRole         role;
      guint64              number;
      Name                 name;

      if (position == G_MAXUINT || label->text == NULL)
        continue;
      role = atlas_map_scene_get_style (scene, position).role;
      number = (guint64) role << 40 | (label->glyphs != NULL ? label->serial : position);
      name = (Name){ scene, atlas_map_scene_get_name (scene, position), label, { mix (inks->roles[role], inks->text.rgb, INK), 1.0f }, inks->text_halo };
      if (must_wait (scene, kind, number, deadline))
        is_complete = FALSE;
      else if (label->glyphs != NULL)
        paint_run (cr, &name, number);
      else
        paint_straight (cr, &name, number);
    }

  return is_complete;
}
