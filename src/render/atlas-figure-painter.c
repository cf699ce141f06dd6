// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-figure-plate.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The page of a figure: everything round its map. */

static void
paint_ground (AtlasFigurePlate *self,
              cairo_t          *cr)
{
  atlas_palette_set_source (cr, atlas_figure_inks_get (self->palette)->paper, 1.0);
  cairo_rectangle (cr, 0.0, 0.0, self->width, self->height);
  cairo_fill (cr);
}

static void
fill_rule (AtlasFigurePlate *self,
           cairo_t          *cr,
           AtlasColor        ink,
           double            y,
           double            thickness)
{
  double margin = self->layout.margin;

  atlas_palette_set_source (cr, ink, 1.0);
  cairo_rectangle (cr, margin, y, self->width - 2.0 * margin, thickness);
  cairo_fill (cr);
}

/* Whose plate it is, left, and of which atlas, right, over a thick and a thin line. */
static void
paint_head (AtlasFigurePlate *self,
            cairo_t          *cr)
{
  const AtlasFigureInks *inks = atlas_figure_inks_get (self->palette);
  cairo_rectangle_t      box = self->layout.boxes[ATLAS_FIGURE_HEAD];
  g_autofree char       *capitals = g_utf8_strup (self->content->head, -1);
  g_autoptr (PangoLayout) left = atlas_figure_type_shape (self->fonts, ATLAS_FIGURE_TYPE_HEAD, capitals, -1.0);
  g_autoptr (PangoLayout) right = NULL;
  double room = box.width - atlas_figure_type_width (left) - 24.0;

  if (box.height <= 0.0)
    return;

  pango_layout_set_width (left, (int) (box.width * 0.6 * PANGO_SCALE));
  pango_layout_set_ellipsize (left, PANGO_ELLIPSIZE_END);
  room = MAX (room, box.width * 0.4 - 24.0);
  right = atlas_figure_type_shape (self->fonts, ATLAS_FIGURE_TYPE_HEAD_ITALIC, self->content->head_end, room);
  pango_layout_set_ellipsize (right, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (right, PANGO_ALIGN_RIGHT);

  atlas_figure_show (cr, left, inks->accent, box.x, box.y);
  atlas_figure_show (cr, right, inks->soft, box.x + box.width - room, box.y - 1.5);
  fill_rule (self, cr, inks->frame, box.y + box.height, 1.6);
  fill_rule (self, cr, inks->frame, box.y + box.height + 3.2, 0.6);
}

static void
paint_text (AtlasFigurePlate *self,
            cairo_t          *cr,
            AtlasFigurePart   part,
            AtlasFigureTypeId type,
            const char       *text,
            AtlasColor        ink)
{
  const char       *element = part == ATLAS_FIGURE_TITLE ? "H1" : "P";
  cairo_rectangle_t box = self->layout.boxes[part];
  g_autoptr (PangoLayout) layout = NULL;

  if (box.height <= 0.0 || text == NULL)
    return;

  layout = atlas_figure_type_shape (self->fonts, type, text, box.width);
  if (atlas_figure_type_height (layout) > box.height + 1.0) /* more than a page has room for: it leaves off, and says so */
    {
      pango_layout_set_height (layout, (int) (box.height * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  atlas_figure_begin_element (self, cr, element);
  atlas_figure_show (cr, layout, ink, box.x, box.y);
  atlas_figure_end_element (self, cr, element);
}

/* The date stands on the line of the title's first line, at the right. */
static void
paint_date (AtlasFigurePlate *self,
            cairo_t          *cr)
{
  const AtlasFigureInks *inks = atlas_figure_inks_get (self->palette);
  cairo_rectangle_t      box = self->layout.boxes[ATLAS_FIGURE_DATE];
  cairo_rectangle_t      title = self->layout.boxes[ATLAS_FIGURE_TITLE];
  g_autoptr (PangoLayout) first = NULL;
  g_autoptr (PangoLayout) layout = NULL;
  double rise;

  if (box.height <= 0.0)
    return;

  first = atlas_figure_type_shape (self->fonts, atlas_figure_plate_choose_title (self, title.width), self->content->title, title.width);
  layout = atlas_figure_type_shape (self->fonts, atlas_figure_plate_choose_date (self, box.width), self->content->date, box.width);
  pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  rise = (double) (pango_layout_get_baseline (first) - pango_layout_get_baseline (layout)) / PANGO_SCALE;
  rise = CLAMP (rise, 0.0, MAX (title.height - box.height, 0.0));
  atlas_figure_begin_element (self, cr, "P");
  atlas_figure_show (cr, layout, inks->accent, box.x, box.y + rise);
  atlas_figure_end_element (self, cr, "P");
}

static void
paint_question (AtlasFigurePlate *self,
                cairo_t          *cr)
{
  const AtlasFigureInks *inks = atlas_figure_inks_get (self->palette);
  cairo_rectangle_t      box = self->layout.boxes[ATLAS_FIGURE_QUESTION];
  double                 inner = box.width - 2.0 * ATLAS_FIGURE_QUESTION_PADDING;
  double                 y = box.y + ATLAS_FIGURE_QUESTION_PADDING;
  g_autoptr (PangoLayout) question = NULL;
  g_autoptr (PangoLayout) answer = NULL;

  if (box.height <= 0.0)
    return;

  atlas_palette_set_source (cr, inks->rule, 0.16);
  cairo_rectangle (cr, box.x, box.y, box.width, box.height);
  cairo_fill (cr);
  atlas_palette_set_source (cr, inks->accent, 1.0);
  cairo_rectangle (cr, box.x, box.y, 2.4, box.height);
  cairo_fill (cr);

  cairo_save (cr);
  cairo_rectangle (cr, box.x, box.y, box.width, box.height);
  cairo_clip (cr);
  atlas_figure_begin_element (self, cr, "P");
  question = atlas_figure_type_shape (self->fonts, ATLAS_FIGURE_TYPE_QUESTION, self->content->question, inner);
  atlas_figure_show (cr, question, inks->text, box.x + ATLAS_FIGURE_QUESTION_PADDING, y);
  y += atlas_figure_type_height (question) + 6.0;
  if (self->content->answer != NULL)
    {
      answer = atlas_figure_type_shape (self->fonts, ATLAS_FIGURE_TYPE_CAPTION, self->content->answer, inner);
      atlas_figure_show (cr, answer, inks->soft, box.x + ATLAS_FIGURE_QUESTION_PADDING, y);
    }
  atlas_figure_end_element (self, cr, "P");
  cairo_restore (cr);
}

/* The foot: a thin line, the credits, and how to cite the view, which leads to it. */
static void
paint_foot (AtlasFigurePlate *self,
            cairo_t          *cr)
{
  const AtlasFigureInks *inks = atlas_figure_inks_get (self->palette);
  cairo_rectangle_t      box = self->layout.boxes[ATLAS_FIGURE_CITATION];
  cairo_rectangle_t      credits = self->layout.boxes[ATLAS_FIGURE_CREDITS];
  g_autoptr (PangoLayout) layout = NULL;

  if (credits.height > 0.0)
    fill_rule (self, cr, inks->rule, credits.y - 6.0, 0.7);
  paint_text (self, cr, ATLAS_FIGURE_CREDITS, ATLAS_FIGURE_TYPE_CREDITS, atlas_figure_plate_get_credits (self), inks->soft);
  if (box.height <= 0.0)
    return;

  layout = atlas_figure_type_shape (self->fonts, ATLAS_FIGURE_TYPE_CREDITS, atlas_figure_plate_get_citation (self), box.width);
  atlas_figure_begin_element (self, cr, "P");
  atlas_figure_show_link (self, cr, layout, inks->soft, box.x, box.y, self->content->link);
  atlas_figure_end_element (self, cr, "P");
}

/* Its number, in the margin below. */
static void
paint_folio (AtlasFigurePlate *self,
             cairo_t          *cr)
{
  g_autofree char *words = NULL;
  g_autoptr (PangoLayout) layout = NULL;

  if (self->page == 0)
    return;

  /* TRANSLATORS: the number of a page, and how many there are */
  words = g_strdup_printf (_ ("%u / %u"), self->page, self->n_pages);
  layout = atlas_figure_type_shape (self->fonts, ATLAS_FIGURE_TYPE_SCALE, words, -1.0);
  atlas_figure_show (cr, layout, atlas_figure_inks_get (self->palette)->soft, (self->width - atlas_figure_type_width (layout)) / 2.0,
                     self->height - self->layout.margin * 0.62);
}

static void
mark_destination (AtlasFigurePlate *self,
                  cairo_t          *cr)
{
  g_autofree char *attributes = NULL;

  if (!self->is_tagged || self->name == NULL)
    return;

  attributes = g_strdup_printf ("name='%s'", self->name);
  cairo_tag_begin (cr, CAIRO_TAG_DEST, attributes);
  cairo_tag_end (cr, CAIRO_TAG_DEST);
}

/* What is read comes before the map with its scattered names: a reader of text goes through a file in the order of drawing. */
void
atlas_figure_plate_paint (AtlasFigurePlate *self,
                          cairo_t          *cr)
{
  const AtlasFigureInks *inks = atlas_figure_inks_get (self->palette);
  AtlasFigureContent    *content = self->content;
  cairo_rectangle_t     *boxes = self->layout.boxes;

  cairo_save (cr);
  cairo_scale (cr, self->unit, self->unit);
  paint_ground (self, cr);
  mark_destination (self, cr);
  paint_head (self, cr);
  paint_text (self, cr, ATLAS_FIGURE_TITLE, atlas_figure_plate_choose_title (self, boxes[ATLAS_FIGURE_TITLE].width), content->title, inks->text);
  paint_date (self, cr);
  paint_text (self, cr, ATLAS_FIGURE_SENTENCE, ATLAS_FIGURE_TYPE_SENTENCE, content->sentence, inks->soft);
  if (content->text != NULL)
    paint_text (self, cr, ATLAS_FIGURE_TEXT, atlas_figure_plate_choose_text (self, boxes[ATLAS_FIGURE_TEXT].width), content->text, inks->text);
  if (self->paint_more != NULL)
    self->paint_more (cr, self->user_data);
  paint_question (self, cr);
  paint_text (self, cr, ATLAS_FIGURE_CAPTION, ATLAS_FIGURE_TYPE_CAPTION, content->caption, inks->text);
  atlas_figure_paint_legend (self, cr);
  atlas_figure_paint_references (self, cr);
  atlas_figure_begin_element (self, cr, "Figure");
  atlas_figure_paint_map (self, cr);
  atlas_figure_paint_timeline (self, cr);
  atlas_figure_end_element (self, cr, "Figure");
  paint_foot (self, cr);
  paint_folio (self, cr);
  cairo_restore (cr);
}
