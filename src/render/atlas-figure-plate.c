// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-figure-plate.h"

#include "atlas-legend-model.h"
#include "atlas-map-painter.h"
#include "atlas-text-sink.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define FRAME 16.0 /* px of the border with the degrees */
#define MIN_ZOOM 2.0
#define MAX_ZOOM 12.0
#define SMALL_WIDTH 760.0
#define SMALL_HEIGHT 640.0

/* The largest size in which a text takes no more lines than it should, or the smallest. */
static AtlasFigureTypeId
choose_type (AtlasFigurePlate *self,
             const char       *text,
             double            width,
             AtlasFigureTypeId first,
             AtlasFigureTypeId last,
             int               n_lines)
{
  for (AtlasFigureTypeId type = first; type < last; type++)
    {
      g_autoptr (PangoLayout) layout = atlas_figure_type_shape (self->fonts, type, text, width);

      if (pango_layout_get_line_count (layout) <= n_lines)
        return type;
    }

  return last;
}

AtlasFigureTypeId
atlas_figure_plate_choose_title (AtlasFigurePlate *self, double width)
{
  return choose_type (self, self->content->title, width, ATLAS_FIGURE_TYPE_TITLE, ATLAS_FIGURE_TYPE_TITLE_SMALLEST, 2);
}

AtlasFigureTypeId
atlas_figure_plate_choose_date (AtlasFigurePlate *self, double width)
{
  return choose_type (self, self->content->date, width, ATLAS_FIGURE_TYPE_DATE, ATLAS_FIGURE_TYPE_DATE_SMALL, 1);
}

/* A step's text is set smaller where it is long: a third of a page is enough. */
AtlasFigureTypeId
atlas_figure_plate_choose_text (AtlasFigurePlate *self, double width)
{
  return choose_type (self, self->content->text, width, ATLAS_FIGURE_TYPE_TEXT_LARGE, ATLAS_FIGURE_TYPE_TEXT_SMALL, 10);
}

/* On a small figure they would take more than their share. */
static gboolean
is_small (AtlasFigurePlate *self)
{
  return self->height < SMALL_HEIGHT || self->width < SMALL_WIDTH;
}

const char *
atlas_figure_plate_get_credits (AtlasFigurePlate *self)
{
  return is_small (self) ? self->content->short_credits : self->content->credits;
}

const char *
atlas_figure_plate_get_citation (AtlasFigurePlate *self)
{
  return is_small (self) ? self->content->short_citation : self->content->citation;
}

static double
measure_question (AtlasFigurePlate *self,
                  double            width)
{
  double inner = width - 2.0 * ATLAS_FIGURE_QUESTION_PADDING;
  double height = atlas_figure_type_measure (self->fonts, ATLAS_FIGURE_TYPE_QUESTION, self->content->question, inner);
  double answer = atlas_figure_type_measure (self->fonts, ATLAS_FIGURE_TYPE_CAPTION, self->content->answer, inner);

  if (height <= 0.0)
    return 0.0;

  return height + (answer > 0.0 ? answer + 6.0 : 0.0) + 2.0 * ATLAS_FIGURE_QUESTION_PADDING;
}

static double
measure_part (AtlasFigurePart part,
              double          width,
              gpointer        user_data)
{
  AtlasFigurePlate   *self = user_data;
  AtlasFigureContent *content = self->content;

  switch (part)
    {
    case ATLAS_FIGURE_HEAD:
      return self->spec.with_title ? 18.0 : 0.0;
    case ATLAS_FIGURE_TITLE:
      return self->spec.with_title ? atlas_figure_type_measure (self->fonts, atlas_figure_plate_choose_title (self, width), content->title, width) : 0.0;
    case ATLAS_FIGURE_DATE:
      return self->spec.with_title && content->date != NULL ? atlas_figure_type_measure (self->fonts, atlas_figure_plate_choose_date (self, width), content->date, width) : 0.0;
    case ATLAS_FIGURE_SENTENCE:
      return self->spec.with_title ? atlas_figure_type_measure (self->fonts, ATLAS_FIGURE_TYPE_SENTENCE, content->sentence, width) : 0.0;
    case ATLAS_FIGURE_TIMELINE:
      return self->spec.with_timeline ? 1.0 : 0.0;
    case ATLAS_FIGURE_TEXT:
      return content->text != NULL ? atlas_figure_type_measure (self->fonts, atlas_figure_plate_choose_text (self, width), content->text, width) : 0.0;
    case ATLAS_FIGURE_QUESTION:
      return measure_question (self, width);
    case ATLAS_FIGURE_CAPTION:
      return self->spec.with_references ? atlas_figure_type_measure (self->fonts, ATLAS_FIGURE_TYPE_CAPTION, content->caption, width) : 0.0;
    case ATLAS_FIGURE_LEGEND:
      return self->spec.with_legend ? atlas_figure_measure_legend (self, width) : 0.0;
    case ATLAS_FIGURE_REFERENCES:
      return self->spec.with_references ? atlas_figure_measure_references (self, width) : 0.0;
    case ATLAS_FIGURE_CREDITS:
      return atlas_figure_type_measure (self->fonts, ATLAS_FIGURE_TYPE_CREDITS, atlas_figure_plate_get_credits (self), width);
    case ATLAS_FIGURE_CITATION:
      return atlas_figure_type_measure (self->fonts, ATLAS_FIGURE_TYPE_CREDITS, atlas_figure_plate_get_citation (self), width);
    case ATLAS_FIGURE_MAP:
    case ATLAS_N_FIGURE_PARTS:
    default:
      return 0.0;
    }
}

/* The map inside of its frame, on whole px of the figure, and a camera that shows at least what the state's does. */
void
atlas_figure_plate_fit_map (AtlasFigurePlate *self)
{
  cairo_rectangle_t *box = &self->layout.boxes[ATLAS_FIGURE_MAP];

  if (box->height <= 0.0)
    {
      self->map = (cairo_rectangle_t){ 0 };
      return;
    }

  self->map.x = ceil ((box->x + FRAME) * self->unit) / self->unit;
  self->map.y = ceil ((box->y + FRAME) * self->unit) / self->unit;
  self->map.width = floor ((box->x + box->width - FRAME - self->map.x) * self->unit) / self->unit;
  self->map.height = floor ((box->y + box->height - FRAME - self->map.y) * self->unit) / self->unit;
  self->camera = atlas_tour_fit_camera (self->content->state->camera, self->map.width, self->map.height);
  self->camera.zoom = CLAMP (self->camera.zoom, MIN_ZOOM, MAX_ZOOM);
}

/* After the last row of its kind that comes no later in an item's life; what has no status is last. */
static guint
find_row_place (GArray               *rows,
                const AtlasLegendRow *row)
{
  guint place = rows->len;

  for (guint i = rows->len; i-- > 0;)
    {
      const AtlasLegendRow *other = &g_array_index (rows, AtlasLegendRow, i);

      if (other->kind != row->kind)
        continue;
      if (other->status != ATLAS_STATUS_NONE && (row->status == ATLAS_STATUS_NONE || other->status <= row->status))
        return i + 1;
      place = i;
    }

  return place;
}

static void
add_rows (GArray *rows,
          GArray *others)
{
  for (guint i = 0; i < others->len; i++)
    {
      AtlasLegendRow *row = &g_array_index (others, AtlasLegendRow, i);
      AtlasLegendRow *same = NULL;

      for (guint k = 0; k < rows->len && same == NULL; k++)
        if (atlas_legend_row_is_same (row, &g_array_index (rows, AtlasLegendRow, k)))
          same = &g_array_index (rows, AtlasLegendRow, k);
      if (same != NULL)
        same->count = MAX (same->count, row->count);
      else
        g_array_insert_val (rows, find_row_place (rows, row), *row);
    }
}

/* What is in view of the map as it is fitted now; of two dates, each on its half. */
static void
collect_legend (AtlasFigurePlate *self)
{
  AtlasSession *session = self->content->session;
  gboolean      is_comparing = atlas_session_is_comparing (session);
  AtlasMapFrame frame = atlas_map_frame_from_camera (self->camera, self->map.width, self->map.height);
  AtlasBox      view = atlas_map_frame_get_box (&frame, 0.0);
  AtlasBox      right = view;
  AtlasBox      left = view;
  g_autoptr (AtlasMapScene) scene = atlas_map_scene_new (self->content->dataset);

  if (is_comparing)
    left.x1 = right.x0 = (view.x0 + view.x1) / 2.0;
  atlas_map_scene_follow (scene, session);
  g_clear_pointer (&self->legend, g_array_unref);
  self->legend = atlas_legend_model_rows (scene, NULL, right);
  if (is_comparing)
    {
      g_autoptr (GArray) others = NULL;

      atlas_map_scene_follow_at (scene, session, atlas_session_get_comparison (session));
      others = atlas_legend_model_rows (scene, NULL, left);
      add_rows (self->legend, others);
    }
}

static void
compose (AtlasFigurePlate *self)
{
  self->layout = atlas_figure_layout_compose (self->width, self->height, measure_part, self);
  atlas_figure_plate_fit_map (self);
}

/* Whether a list has less room than it would take. */
static gboolean
is_crowded (AtlasFigurePlate *self)
{
  cairo_rectangle_t *boxes = self->layout.boxes;

  return boxes[ATLAS_FIGURE_REFERENCES].height + 0.5 < measure_part (ATLAS_FIGURE_REFERENCES, boxes[ATLAS_FIGURE_REFERENCES].width, self) ||
         boxes[ATLAS_FIGURE_LEGEND].height + 0.5 < measure_part (ATLAS_FIGURE_LEGEND, boxes[ATLAS_FIGURE_LEGEND].width, self);
}

AtlasFigurePlate *
atlas_figure_plate_new (AtlasFigureContent    *content,
                        AtlasBasemap          *basemap,
                        const AtlasFigureSpec *spec,
                        AtlasPaletteId         palette,
                        gboolean               is_paper)
{
  AtlasFigurePlate *self = g_new0 (AtlasFigurePlate, 1);

  self->content = content;
  self->basemap = basemap != NULL ? atlas_basemap_ref (basemap) : NULL;
  self->spec = *spec;
  self->palette = palette;
  self->is_paper = is_paper;
  self->fonts = atlas_figure_type_create_context ();
  self->unit = atlas_figure_get_unit (spec->width, spec->height);
  self->width = spec->width / self->unit;
  self->height = spec->height / self->unit;

  /* The legend is of what the map shows, and below the map its height is taken from that: the second time it is nearly right. */
  for (guint pass = 0; pass < 2; pass++)
    {
      compose (self);
      collect_legend (self);
    }
  compose (self);
  if (is_paper && atlas_figure_count_references (self) == content->references->len)
    {
      self->with_addresses = TRUE;
      compose (self);
      if (is_crowded (self))
        {
          self->with_addresses = FALSE;
          compose (self);
        }
    }

  return self;
}

void
atlas_figure_plate_turn_to_references (AtlasFigurePlate *self,
                                       guint             first)
{
  cairo_rectangle_t *boxes = self->layout.boxes;
  cairo_rectangle_t  sentence = boxes[ATLAS_FIGURE_SENTENCE];
  double             margin = self->layout.margin;
  double             top = sentence.height > 0.0 ? sentence.y + sentence.height + margin : margin;
  double             bottom = boxes[ATLAS_FIGURE_CREDITS].height > 0.0 ? boxes[ATLAS_FIGURE_CREDITS].y - 14.0 : self->height - margin;
  double             room;

  for (guint part = ATLAS_FIGURE_MAP; part <= ATLAS_FIGURE_REFERENCES; part++)
    boxes[part] = (cairo_rectangle_t){ 0 };
  self->map = (cairo_rectangle_t){ 0 };
  self->first_reference = first;
  self->with_addresses = TRUE;
  room = MAX (bottom - top, 0.0);
  boxes[ATLAS_FIGURE_REFERENCES] = (cairo_rectangle_t){ margin, top, self->width - 2.0 * margin, room };
  boxes[ATLAS_FIGURE_REFERENCES].height = MIN (room, atlas_figure_measure_references (self, self->width - 2.0 * margin));
}

void
atlas_figure_plate_free (AtlasFigurePlate *self)
{
  g_clear_pointer (&self->content, atlas_figure_content_free);
  g_clear_pointer (&self->basemap, atlas_basemap_unref);
  g_clear_pointer (&self->legend, g_array_unref);
  g_clear_object (&self->fonts);
  g_free (self);
}

void
atlas_figure_begin_element (AtlasFigurePlate *self,
                            cairo_t          *cr,
                            const char       *element)
{
  if (self->is_tagged)
    cairo_tag_begin (cr, element, NULL);
}

void
atlas_figure_end_element (AtlasFigurePlate *self,
                          cairo_t          *cr,
                          const char       *element)
{
  if (self->is_tagged)
    cairo_tag_end (cr, element);
}

void
atlas_figure_show (cairo_t     *cr,
                   PangoLayout *layout,
                   AtlasColor   ink,
                   double       x,
                   double       y)
{
  atlas_palette_set_source (cr, ink, 1.0);
  cairo_move_to (cr, x, y);
  atlas_text_show (cr, layout);
}

/* What stands between quotes in the attributes of a tag. */
static char *
escape_attribute (const char *text)
{
  GString *escaped = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '\'' || *p == '\\')
        g_string_append_c (escaped, '\\');
      g_string_append_c (escaped, *p);
    }

  return g_string_free (escaped, FALSE);
}

void
atlas_figure_show_link (AtlasFigurePlate *self,
                        cairo_t          *cr,
                        PangoLayout      *layout,
                        AtlasColor        ink,
                        double            x,
                        double            y,
                        const char       *uri)
{
  g_autofree char *escaped = NULL;
  g_autofree char *attributes = NULL;

  if (!self->is_tagged || uri == NULL)
    {
      atlas_figure_show (cr, layout, ink, x, y);
      return;
    }

  escaped = escape_attribute (uri);
  attributes = g_strdup_printf ("uri='%s'", escaped);
  cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
  atlas_figure_show (cr, layout, ink, x, y);
  cairo_tag_end (cr, CAIRO_TAG_LINK);
}

double
atlas_figure_paint_heading (AtlasFigurePlate *self,
                            cairo_t          *cr,
                            const char       *text,
                            double            x,
                            double            y,
                            double            width)
{
  const AtlasFigureInks *inks = atlas_figure_inks_get (self->palette);
  g_autofree char       *capitals = g_utf8_strup (text, -1);
  g_autoptr (PangoLayout) layout = atlas_figure_type_shape (self->fonts, ATLAS_FIGURE_TYPE_HEADING, capitals, -1.0);

  atlas_figure_begin_element (self, cr, "H2");
  atlas_figure_show (cr, layout, inks->accent, x, y);
  atlas_figure_end_element (self, cr, "H2");
  atlas_palette_set_source (cr, inks->rule, 1.0);
  cairo_rectangle (cr, x, y + ATLAS_FIGURE_HEADING_HEIGHT - 6.5, width, 0.7);
  cairo_fill (cr);

  return ATLAS_FIGURE_HEADING_HEIGHT;
}
