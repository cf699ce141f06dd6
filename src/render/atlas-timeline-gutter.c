// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-painter-private.h"

#include "atlas-text-sink.h"

#define COUNT_SIZE 0.74 /* of a name's: of how many are in clusters */
#define CAPITALS 0.75   /* of the height of a line: what capitals have of it at most */

/* px */
#define MIN_LANE 12.0 /* of a lane in view that still has a name */
#define FOLD 14.0     /* height of the place of the triangle */
#define ARM 3.0       /* from the middle of the triangle to its sides */
#define COUNT_X 7.0   /* where the count begins, beside the triangle */
#define PADDING 3.0

/* How the name of a lane stands. */
typedef enum
{
  FORM_UPRIGHT,
  FORM_TIGHT, /* upright, with little between the letters */
  FORM_LEVEL, /* beside the gutter, over the begin of the lane */
  N_FORMS
} Form;

/* clang-format off */
static const struct
{
  double size;    /* of a name's */
  double spacing; /* between the letters, pt */
} forms[] = {
  [FORM_UPRIGHT] = { 0.86, 1.4 },
  [FORM_TIGHT]   = { 0.80, 0.5 },
  [FORM_LEVEL]   = { 0.78, 1.0 },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (forms) == N_FORMS);

/* The name of a lane in capitals, kept from frame to frame. */
typedef struct
{
  char            *text;
  int              lengths[N_FORMS];
  int              heights[N_FORMS];
  Form             form; /* of the mask */
  double           scale;
  cairo_surface_t *mask; /* (nullable) */
} Title;

static void
title_free (Title *title)
{
  g_clear_pointer (&title->mask, cairo_surface_destroy);
  g_free (title->text);
  g_free (title);
}

GHashTable *
atlas_timeline_titles_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) title_free);
}

static PangoLayout *
shape_title (AtlasTimelinePainter *self,
             const Title          *title,
             Form                  form)
{
  return atlas_timeline_painter_shape (self, title->text, forms[form].size, FALSE, (int) (forms[form].spacing * PANGO_SCALE));
}

/* What is not like elsewhere, whatever language the program speaks: the capital of an Azerbaijani or Turkish i has a dot, and the Armenian "and"
 * is written as two letters. */
static char *
dup_capitals (const char *name,
              const char *language)
{
  static const char *const rules[][3] = { { "az", "i", "İ" }, { "tr", "i", "İ" }, { "hy", "և", "եվ" } };
  g_autoptr (GString) text = g_string_new (name);

  for (guint i = 0; language != NULL && i < G_N_ELEMENTS (rules); i++)
    if (g_str_has_prefix (language, rules[i][0]))
      g_string_replace (text, rules[i][1], rules[i][2], 0);

  return g_utf8_strup (text->str, -1);
}

static Title *
get_title (AtlasTimelinePainter *self,
           const char           *name)
{
  Title *title = g_hash_table_lookup (self->titles, name);

  if (title != NULL)
    return title;

  title = g_new0 (Title, 1);
  title->text = dup_capitals (name, self->language);
  for (guint i = 0; i < N_FORMS; i++)
    pango_layout_get_pixel_size (shape_title (self, title, (Form) i), &title->lengths[i], &title->heights[i]);
  g_hash_table_insert (self->titles, g_strdup (name), title);

  return title;
}

/* Where a lane is in the gutter, and what stands there. */
typedef struct
{
  double   top; /* of what is in view of it */
  double   foot;
  double   whole_top;
  double   whole_foot;
  gboolean folds; /* there is a triangle */
  guint    n_hidden;
} Place;

static Place
get_place (const AtlasTimelineLayout *layout,
           const AtlasTimelineView   *view,
           guint                      index)
{
  const AtlasTimelineLane *lane = atlas_timeline_layout_get_lane (layout, index);
  Place                    place = { 0 };

  place.whole_top = floor (lane->y - view->top);
  place.whole_foot = floor (lane->y + lane->height - view->top);
  place.top = MAX (place.whole_top, 0.0);
  place.foot = MIN (place.whole_foot, floor (view->height));
  place.n_hidden = lane->n_hidden;
  place.folds = (lane->n_hidden > 0 || lane->expanded) && place.foot - place.top >= FOLD;

  return place;
}

/* By the whole lane, so that nothing jumps while it is scrolled, as long as the name stands in what is in view of it. */
static Form
choose_form (const Title *title,
             const Place *place)
{
  double spare = 2.0 * PADDING + (place->folds ? FOLD - PADDING : 0.0);

  for (guint i = 0; i < FORM_LEVEL; i++)
    if (title->lengths[i] <= place->whole_foot - place->whole_top - spare)
      {
        gboolean is_whole = title->lengths[i] <= place->foot - place->top - spare && CAPITALS * title->heights[i] <= ATLAS_TIMELINE_GUTTER;

        return is_whole ? (Form) i : FORM_LEVEL;
      }

  return FORM_LEVEL;
}

cairo_rectangle_t
atlas_timeline_painter_get_title_box (AtlasTimelinePainter     *self,
                                      const AtlasTimelineFrame *frame,
                                      guint                     lane)
{
  const Title *title = get_title (self, atlas_timeline_layout_get_lane_title (frame->layout, lane, self->language));
  Place        place = get_place (frame->layout, &frame->view, lane);

  if (place.foot - place.top < MIN_LANE || choose_form (title, &place) != FORM_LEVEL)
    return (cairo_rectangle_t){ 0.0, 0.0, 0.0, 0.0 };

  return (cairo_rectangle_t){ 0.0, place.top, title->lengths[FORM_LEVEL] + 2.0 * PADDING, title->heights[FORM_LEVEL] };
}

/* Points at what it would show: to the side while the lane is folded, down when all of it is there. */
static void
paint_triangle (cairo_t                 *cr,
                const AtlasTimelineInks *inks,
                double                   x,
                double                   y,
                gboolean                 expanded)
{
  if (expanded)
    {
      cairo_move_to (cr, x - ARM, y - ARM / 2.0);
      cairo_line_to (cr, x + ARM, y - ARM / 2.0);
      cairo_line_to (cr, x, y + ARM);
    }
  else
    {
      cairo_move_to (cr, x - ARM / 2.0, y - ARM);
      cairo_line_to (cr, x + ARM, y);
      cairo_line_to (cr, x - ARM / 2.0, y + ARM);
    }
  cairo_close_path (cr);
  atlas_palette_set_source (cr, inks->faint, 1.0);
  cairo_fill (cr);
}

/* The triangle, and how many it would show. */
static void
paint_fold (AtlasTimelinePainter    *self,
            cairo_t                 *cr,
            const AtlasTimelineInks *inks,
            const Place             *place,
            gboolean                 expanded)
{
  AtlasTimelineCluster hidden = { .count = place->n_hidden };
  g_autofree char     *count = atlas_timeline_cluster_to_text (&hidden);
  g_autofree char     *text = g_strconcat (place->n_hidden < 100 ? "+" : "", count, NULL);
  double               y = place->foot - FOLD / 2.0 - 1.0;
  double               room = ATLAS_TIMELINE_GUTTER - COUNT_X - 1.0;
  double               size = COUNT_SIZE * MIN (1.0, room / (strlen (text) * self->digit_width * COUNT_SIZE)); /* smaller than large text, which has no room */

  if (place->n_hidden == 0)
    {
      paint_triangle (cr, inks, floor (ATLAS_TIMELINE_GUTTER / 2.0) - 0.5, floor (y) + 0.5, expanded);
      return;
    }

  paint_triangle (cr, inks, 4.0, floor (y) + 0.5, expanded);
  atlas_timeline_names_paint_text (self->names, cr, text, size, COUNT_X + room / 2.0, y, inks->faint, 1.0);
}

/* From 0, 0 on: along the line, or up it. */
static void
show_title (AtlasTimelinePainter *self,
            cairo_t              *cr,
            const Title          *title,
            Form                  form)
{
  cairo_save (cr);
  if (form != FORM_LEVEL)
    {
      cairo_translate (cr, 0.0, title->lengths[form]);
      cairo_rotate (cr, -G_PI / 2.0);
    }
  cairo_move_to (cr, 0.0, 0.0);
  if (form == FORM_LEVEL || atlas_surface_is_paper (cairo_get_target (cr)))
    {
      atlas_text_show (cr, shape_title (self, title, form));
    }
  else
    {
      /* As outlines: of turned letters, pictures lose an edge where they fall between two pixels. */
      pango_cairo_layout_path (cr, shape_title (self, title, form));
      cairo_fill (cr);
    }
  cairo_restore (cr);
}

static void
ensure_mask (AtlasTimelinePainter *self,
             Title                *title,
             Form                  form,
             double                scale)
{
  int      width = form == FORM_LEVEL ? title->lengths[form] : title->heights[form];
  int      height = form == FORM_LEVEL ? title->heights[form] : title->lengths[form];
  cairo_t *cr = NULL;

  if (title->mask != NULL && title->form == form && title->scale == scale)
    return;

  g_clear_pointer (&title->mask, cairo_surface_destroy);
  title->form = form;
  title->scale = scale;
  title->mask = cairo_image_surface_create (CAIRO_FORMAT_A8, (int) ceil (width * scale), (int) ceil (height * scale));
  cairo_surface_set_device_scale (title->mask, scale, scale);
  cr = cairo_create (title->mask);
  show_title (self, cr, title, form);
  cairo_destroy (cr);
}

static void
paint_title (AtlasTimelinePainter    *self,
             cairo_t                 *cr,
             const AtlasTimelineInks *inks,
             Title                   *title,
             Form                     form,
             double                   x,
             double                   y)
{
  double scale = atlas_timeline_sprites_get_scale (self->sprites);

  atlas_palette_set_source (cr, inks->faint, 1.0);
  if (scale > 0.0)
    {
      ensure_mask (self, title, form, scale);
      cairo_mask_surface (cr, title->mask, x, y);
      return;
    }

  cairo_save (cr);
  cairo_translate (cr, x, y);
  show_title (self, cr, title, form);
  cairo_restore (cr);
}

/* In the middle of what is in view of its lane, as far as the lane goes. */
static void
paint_upright (AtlasTimelinePainter    *self,
               cairo_t                 *cr,
               const AtlasTimelineInks *inks,
               Title                   *title,
               Form                     form,
               const Place             *place)
{
  double foot = place->foot - (place->folds ? FOLD : PADDING);
  double first = place->whole_top + PADDING;
  double last = place->whole_foot - (place->folds ? FOLD : PADDING) - title->lengths[form];

  cairo_save (cr);
  cairo_rectangle (cr, 0.0, place->top, ATLAS_TIMELINE_GUTTER, foot - place->top);
  cairo_clip (cr);
  paint_title (self, cr, inks, title, form, floor ((ATLAS_TIMELINE_GUTTER - 1.0 - title->heights[form]) / 2.0),
               CLAMP (floor ((place->top + foot - title->lengths[form]) / 2.0), MIN (first, last), MAX (first, last)));
  cairo_restore (cr);
}

static void
paint_lane (AtlasTimelinePainter     *self,
            cairo_t                  *cr,
            const AtlasTimelineFrame *frame,
            guint                     index)
{
  const AtlasTimelineInks *inks = atlas_timeline_inks_get (frame->palette);
  const AtlasTimelineLane *lane = atlas_timeline_layout_get_lane (frame->layout, index);
  Title                   *title = get_title (self, atlas_timeline_layout_get_lane_title (frame->layout, index, self->language));
  Place                    place = get_place (frame->layout, &frame->view, index);
  Form                     form = choose_form (title, &place);

  if (place.foot - place.top < MIN_LANE)
    return;

  atlas_palette_set_source (cr, inks->hairline, 0.8);
  cairo_rectangle (cr, 0.0, floor (lane->y + lane->height - frame->view.top) - 1.0, ATLAS_TIMELINE_GUTTER, 1.0);
  cairo_fill (cr);
  if (place.folds)
    paint_fold (self, cr, inks, &place, lane->expanded);

  if (form != FORM_LEVEL)
    paint_upright (self, cr, inks, title, form, &place);
}

void
atlas_timeline_paint_level_titles (AtlasTimelinePainter     *self,
                                   cairo_t                  *cr,
                                   const AtlasTimelineFrame *frame)
{
  const AtlasTimelineInks *inks = atlas_timeline_inks_get (frame->palette);

  for (guint i = 0; i < atlas_timeline_layout_get_n_lanes (frame->layout); i++)
    {
      cairo_rectangle_t box = atlas_timeline_painter_get_title_box (self, frame, i);

      if (box.width <= 0.0)
        continue;

      atlas_palette_set_source (cr, inks->ruler, 0.92);
      cairo_rectangle (cr, box.x, box.y, box.width, box.height);
      cairo_fill (cr);
      paint_title (self, cr, inks, get_title (self, atlas_timeline_layout_get_lane_title (frame->layout, i, self->language)), FORM_LEVEL, box.x + PADDING, box.y);
    }
}

/* The lanes' names stand upright in the gutter, in the middle of what is in view of their lane, or where that is too short in the lane. */
void
atlas_timeline_paint_gutter (AtlasTimelinePainter     *self,
                             cairo_t                  *cr,
                             const AtlasTimelineFrame *frame)
{
  const AtlasTimelineInks *inks = atlas_timeline_inks_get (frame->palette);

  atlas_palette_set_source (cr, inks->ruler, 1.0);
  cairo_rectangle (cr, 0.0, 0.0, ATLAS_TIMELINE_GUTTER, frame->view.height);
  cairo_fill (cr);

  for (guint i = 0; i < atlas_timeline_layout_get_n_lanes (frame->layout); i++)
    paint_lane (self, cr, frame, i);

  atlas_palette_set_source (cr, inks->hairline, 1.0);
  cairo_rectangle (cr, ATLAS_TIMELINE_GUTTER - 1.0, 0.0, 1.0, frame->view.height);
  cairo_fill (cr);
}
