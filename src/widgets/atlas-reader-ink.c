// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-reader-private.h"

#include <math.h>

/* What is drawn under the words: it changes while one reads, and the words are not laid out again for it. */

/* Numbers of passages stand this far from the lines, and are so large, in ems. */
#define NUMBER_GAP 0.75
#define NUMBER_SCALE 0.72
/* Room for them, in digits. */
#define NUMBER_DIGITS 2

typedef struct
{
  GtkSnapshot *snapshot;
  GdkRectangle visible;
  int          first; /* characters that are in view */
  int          last;
} Ink;

static const struct
{
  GdkRGBA light;
  GdkRGBA dark;
} highlight_colours[] = {
  [ATLAS_HIGHLIGHT_YELLOW] = { { 0.98F, 0.84F, 0.35F, 0.45F }, { 0.90F, 0.71F, 0.16F, 0.34F } },
  [ATLAS_HIGHLIGHT_GREEN] = { { 0.56F, 0.82F, 0.46F, 0.42F }, { 0.33F, 0.64F, 0.30F, 0.42F } },
  [ATLAS_HIGHLIGHT_BLUE] = { { 0.50F, 0.74F, 0.96F, 0.42F }, { 0.24F, 0.50F, 0.80F, 0.46F } },
  [ATLAS_HIGHLIGHT_PINK] = { { 0.96F, 0.60F, 0.72F, 0.42F }, { 0.76F, 0.31F, 0.47F, 0.44F } },
};
G_STATIC_ASSERT (G_N_ELEMENTS (highlight_colours) == ATLAS_N_HIGHLIGHTS);

/* The line under a highlight: dashes of so many px with gaps of so many; 0: one line through. */
static const struct
{
  float    dash;
  float    gap;
  gboolean twice;
} highlight_lines[] = {
  [ATLAS_HIGHLIGHT_YELLOW] = { 0.0F, 0.0F, FALSE },
  [ATLAS_HIGHLIGHT_GREEN] = { 6.0F, 3.0F, FALSE },
  [ATLAS_HIGHLIGHT_BLUE] = { 2.0F, 2.0F, FALSE },
  [ATLAS_HIGHLIGHT_PINK] = { 0.0F, 0.0F, TRUE },
};
G_STATIC_ASSERT (G_N_ELEMENTS (highlight_lines) == ATLAS_N_HIGHLIGHTS);

static const GdkRGBA hit_colours[] = { { 0.98F, 0.83F, 0.30F, 0.55F }, { 0.75F, 0.55F, 0.05F, 0.55F } };
static const GdkRGBA current_hit_colours[] = { { 0.98F, 0.60F, 0.18F, 0.85F }, { 0.88F, 0.46F, 0.06F, 0.85F } };

static GdkRGBA
with_alpha (GdkRGBA colour,
            float   alpha)
{
  colour.alpha *= alpha;

  return colour;
}

/* A colour of the theme; GTK 4.8 has no other way to it. */
static GdkRGBA
get_theme_colour (GtkWidget  *widget,
                  const char *name,
                  GdkRGBA     otherwise)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA          colour;

  return gtk_style_context_lookup_color (context, name, &colour) ? colour : otherwise;
}

static void
find_rectangles (AtlasReader *self,
                 int          start,
                 int          end)
{
  g_array_set_size (self->rectangles, 0);
  atlas_reader_view_add_rectangles (ATLAS_READER_VIEW (self->view), start, end, self->rectangles);
}

static gboolean
is_in_view (const Ink *ink,
            int        start,
            int        end)
{
  return start <= ink->last && end >= ink->first;
}

static void
append_tint (Ink                   *ink,
             const graphene_rect_t *rectangle,
             const GdkRGBA         *colour,
             float                  grow)
{
  graphene_rect_t rounded = GRAPHENE_RECT_INIT (rectangle->origin.x - grow, rectangle->origin.y,
                                                rectangle->size.width + 2.0F * grow, rectangle->size.height);
  GskRoundedRect  clip;

  gsk_rounded_rect_init_from_rect (&clip, &rounded, 3.0F);
  gtk_snapshot_push_rounded_clip (ink->snapshot, &clip);
  gtk_snapshot_append_color (ink->snapshot, colour, &rounded);
  gtk_snapshot_pop (ink->snapshot);
}

static void
append_ring (Ink                   *ink,
             const graphene_rect_t *rectangle,
             const GdkRGBA         *colour,
             float                  width)
{
  graphene_rect_t outer = GRAPHENE_RECT_INIT (rectangle->origin.x - 3.0F, rectangle->origin.y - 1.0F,
                                              rectangle->size.width + 6.0F, rectangle->size.height + 2.0F);
  GskRoundedRect  outline;

  gsk_rounded_rect_init_from_rect (&outline, &outer, 4.0F);
  gtk_snapshot_append_border (ink->snapshot, &outline, (float[4]){ width, width, width, width },
                              (GdkRGBA[4]){ *colour, *colour, *colour, *colour });
}

static void
append_line (Ink           *ink,
             const GdkRGBA *colour,
             float          x,
             float          y,
             float          width)
{
  gtk_snapshot_append_color (ink->snapshot, colour, &GRAPHENE_RECT_INIT (x, y, width, 1.0F));
}

static void
paint_highlight (AtlasReader           *self,
                 Ink                   *ink,
                 const AtlasReaderMark *mark)
{
  const GdkRGBA *tint = self->dark ? &highlight_colours[mark->colour].dark : &highlight_colours[mark->colour].light;
  GdkRGBA        line = { tint->red * 0.6F, tint->green * 0.6F, tint->blue * 0.6F, 1.0F };
  float          dash = highlight_lines[mark->colour].dash;
  float          gap = highlight_lines[mark->colour].gap;

  if (self->dark)
    line = (GdkRGBA){ MIN (tint->red * 1.3F, 1.0F), MIN (tint->green * 1.3F, 1.0F), MIN (tint->blue * 1.3F, 1.0F), 1.0F };

  find_rectangles (self, mark->start, mark->end);
  for (guint i = 0; i < self->rectangles->len; i++)
    {
      const graphene_rect_t *r = &g_array_index (self->rectangles, graphene_rect_t, i);
      float                  bottom = r->origin.y + r->size.height - 1.0F;
      float                  right = r->origin.x + r->size.width;

      append_tint (ink, r, tint, 1.0F);
      for (float x = r->origin.x; x<right; x += dash> 0.0F ? dash + gap : right)
        append_line (ink, &line, x, bottom, MIN (dash > 0.0F ? dash : right, right - x));
      if (highlight_lines[mark->colour].twice)
        append_line (ink, &line, r->origin.x, bottom - 2.0F, r->size.width);
    }
}

static void
paint_highlights (AtlasReader *self,
                  Ink         *ink)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      const AtlasReaderMark *mark = &g_array_index (self->marks, AtlasReaderMark, i);

      if (is_in_view (ink, mark->start, mark->end))
        paint_highlight (self, ink, mark);
    }
}

/* Tinted and with a heavy line under them: not by colour alone. */
static void
paint_mention (AtlasReader           *self,
               Ink                   *ink,
               const AtlasReaderLink *link,
               gboolean               selected)
{
  GdkRGBA tint = with_alpha (self->look.accent, selected ? 0.20F : 0.13F);

  find_rectangles (self, link->start, link->end);
  for (guint i = 0; i < self->rectangles->len; i++)
    {
      const graphene_rect_t *r = &g_array_index (self->rectangles, graphene_rect_t, i);

      append_tint (ink, r, &tint, 2.0F);
      if (selected)
        gtk_snapshot_append_color (ink->snapshot, &self->look.accent,
                                   &GRAPHENE_RECT_INIT (r->origin.x, r->origin.y + r->size.height - 2.0F, r->size.width, 2.0F));
    }
}

static void
paint_links (AtlasReader *self,
             Ink         *ink)
{
  AtlasItem  *hovered = self->session != NULL ? atlas_session_get_hovered (self->session) : NULL;
  AtlasItem  *selected = self->session != NULL ? atlas_session_get_selected (self->session) : NULL;
  const char *hovered_id = hovered != NULL ? atlas_item_get_id (hovered) : NULL;
  const char *selected_id = selected != NULL ? atlas_item_get_id (selected) : NULL;

  for (guint i = atlas_reader_text_search_link (self->text, ink->first); i < self->text->links->len; i++)
    {
      const AtlasReaderLink *link = &g_array_index (self->text->links, AtlasReaderLink, i);

      if (link->start > ink->last)
        return;
      if (selected_id != NULL && g_strcmp0 (link->span->item_id, selected_id) == 0)
        paint_mention (self, ink, link, TRUE);
      else if (link == self->hovered || (hovered_id != NULL && g_strcmp0 (link->span->item_id, hovered_id) == 0))
        paint_mention (self, ink, link, FALSE);
    }
}

static void
paint_hits (AtlasReader *self,
            Ink         *ink)
{
  const AtlasReaderPart *part = atlas_reader_text_find_part (self->text, ink->first);
  const AtlasPassage    *passage = atlas_reader_text_find_passage (self->text, ink->first);
  const AtlasFindMatch  *matches = NULL;
  guint                  n_matches = 0;

  if (self->find.find == NULL || passage == NULL || !atlas_reader_find_is_active (self))
    return;

  matches = atlas_find_get_matches (self->find.find, &n_matches);
  for (guint i = atlas_find_search (self->find.find, passage->number - 1, 0); i < n_matches; i++)
    {
      gboolean current = i == self->find.current;
      int      start = 0;

      part = &g_array_index (self->text->parts, AtlasReaderPart, self->text->passages[matches[i].passage]);
      start = part->start + (int) matches[i].start;
      if (start > ink->last)
        return;

      find_rectangles (self, start, part->start + (int) matches[i].end);
      for (guint j = 0; j < self->rectangles->len; j++)
        {
          const graphene_rect_t *r = &g_array_index (self->rectangles, graphene_rect_t, j);

          append_tint (ink, r, current ? &current_hit_colours[self->dark] : &hit_colours[self->dark], 1.0F);
          if (current)
            append_ring (ink, r, &self->ink, 1.0F);
        }
    }
}

static void
paint_focus (AtlasReader *self,
             Ink         *ink)
{
  const AtlasReaderLink *link = atlas_reader_get_focus_link (self);

  if (link == NULL || !self->by_keys || !is_in_view (ink, link->start, link->end))
    return;

  find_rectangles (self, link->start, link->end);
  for (guint i = 0; i < self->rectangles->len; i++)
    append_ring (ink, &g_array_index (self->rectangles, graphene_rect_t, i), &self->look.accent, 2.0F);
}

static PangoLayout *
get_number (AtlasReader *self,
            guint        number)
{
  PangoLayout          *layout = g_hash_table_lookup (self->numbers, GUINT_TO_POINTER (number));
  PangoFontDescription *font = NULL;
  char                  text[16];

  if (layout != NULL)
    return layout;

  g_snprintf (text, sizeof text, "%u", number);
  layout = gtk_widget_create_pango_layout (self->view, text);
  font = pango_font_description_copy (pango_context_get_font_description (pango_layout_get_context (layout)));
  pango_font_description_set_absolute_size (font, self->look.em * self->look.zoom * NUMBER_SCALE * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  g_hash_table_insert (self->numbers, GUINT_TO_POINTER (number), layout);

  return layout;
}

/* The baseline of the line that a part begins with, in the buffer's coordinates. */
static double
get_baseline (AtlasReader  *self,
              GdkRectangle *first)
{
  return first->y + first->height * 0.76;
}

static void
paint_number (AtlasReader           *self,
              Ink                   *ink,
              const AtlasReaderPart *part)
{
  PangoLayout *layout = get_number (self, part->passage->number);
  GdkRGBA      colour = with_alpha (self->ink, 0.62F);
  int          left = atlas_reader_view_get_left (ATLAS_READER_VIEW (self->view));
  int          width = 0;
  GtkTextIter  iter;
  GdkRectangle first;
  double       y = 0.0;

  gtk_text_buffer_get_iter_at_offset (self->text->buffer, &iter, part->start);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self->view), &iter, &first);
  pango_layout_get_pixel_size (layout, &width, NULL);
  y = get_baseline (self, &first) - (double) pango_layout_get_baseline (layout) / PANGO_SCALE;

  gtk_snapshot_save (ink->snapshot);
  gtk_snapshot_translate (ink->snapshot, &GRAPHENE_POINT_INIT ((float) (left - width - NUMBER_GAP * self->look.em * self->look.zoom), (float) round (y)));
  gtk_snapshot_append_layout (ink->snapshot, layout, &colour);
  gtk_snapshot_restore (ink->snapshot);
}

/* A bar in the margin of the passage that the session is at. */
static void
paint_current (AtlasReader           *self,
               Ink                   *ink,
               const AtlasReaderPart *part)
{
  int          left = atlas_reader_view_get_left (ATLAS_READER_VIEW (self->view));
  GtkTextIter  iter;
  GdkRectangle first;
  GdkRectangle last;

  gtk_text_buffer_get_iter_at_offset (self->text->buffer, &iter, part->start);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self->view), &iter, &first);
  gtk_text_buffer_get_iter_at_offset (self->text->buffer, &iter, part->end);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self->view), &iter, &last);

  gtk_snapshot_append_color (ink->snapshot, &self->look.accent,
                             &GRAPHENE_RECT_INIT ((float) left - 8.0F, (float) first.y + 2.0F, 3.0F,
                                                  (float) (last.y + last.height - first.y) - 4.0F));
}

static void
paint_margin (AtlasReader *self,
              Ink         *ink)
{
  const char            *current = self->session != NULL ? atlas_session_get_passage (self->session) : NULL;
  const AtlasReaderPart *end = &g_array_index (self->text->parts, AtlasReaderPart, 0) + self->text->parts->len;

  for (const AtlasReaderPart *part = atlas_reader_text_find_part (self->text, ink->first); part < end && part->start <= ink->last; part++)
    {
      if (part->passage == NULL)
        continue;
      paint_number (self, ink, part);
      atlas_reader_signs_paint (self, ink->snapshot, part);
      if (g_strcmp0 (part->passage->id, current) == 0)
        paint_current (self, ink, part);
    }
}

static void
paint_cb (AtlasReader *self,
          GtkSnapshot *snapshot)
{
  Ink         ink = { .snapshot = snapshot };
  GtkTextIter iter;

  if (self->text == NULL)
    return;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self->view), &ink.visible);
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self->view), &iter, ink.visible.y, NULL);
  ink.first = gtk_text_iter_get_offset (&iter);
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self->view), &iter, ink.visible.y + ink.visible.height, NULL);
  gtk_text_iter_forward_to_line_end (&iter);
  ink.last = gtk_text_iter_get_offset (&iter);

  paint_highlights (self, &ink);
  paint_links (self, &ink);
  paint_hits (self, &ink);
  paint_margin (self, &ink);
  paint_focus (self, &ink);
}

/* The usual size, and what the report's font makes of it: how high its lines are, how wide its letters. */
static void
measure_font (AtlasReader     *self,
              AtlasReaderLook *look,
              double          *character)
{
  PangoContext         *context = gtk_widget_get_pango_context (self->view);
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (context));
  PangoFontMetrics     *metrics = NULL;
  double                em = 0.0;

  em = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  if (!pango_font_description_get_size_is_absolute (font))
    em *= pango_cairo_context_get_resolution (context) > 0.0 ? pango_cairo_context_get_resolution (context) / 72.0 : 96.0 / 72.0;

  pango_font_description_set_family (font, ATLAS_READER_FONT);
  metrics = pango_context_get_metrics (context, font, NULL);
  look->em = em;
  look->line = (double) pango_font_metrics_get_height (metrics) / PANGO_SCALE / MAX (em, 1.0);
  if (!(look->line > 0.5))
    look->line = 1.2;
  *character = (double) pango_font_metrics_get_approximate_char_width (metrics) / PANGO_SCALE;
  pango_font_metrics_unref (metrics);
  pango_font_description_free (font);
}

/* What a font, a theme or a zoom changes. */
void
atlas_reader_ink_update (AtlasReader *self)
{
  GdkRGBA         blue = { 0.11F, 0.44F, 0.85F, 1.0F };
  AtlasReaderLook look = { .zoom = self->zoom };
  double          character = 0.0;
  int             gutter = 0;

  gtk_style_context_get_color (gtk_widget_get_style_context (self->view), &self->ink);
  look.accent = get_theme_colour (self->view, "accent_color", blue);
  measure_font (self, &look, &character);
  self->dark = 0.2126F * self->ink.red + 0.7152F * self->ink.green + 0.0722F * self->ink.blue > 0.5F;

  if (look.zoom != self->look.zoom || look.em != self->look.em || look.line != self->look.line || !gdk_rgba_equal (&look.accent, &self->look.accent))
    {
      self->look = look;
      g_hash_table_remove_all (self->numbers);
      gutter = (int) (look.em * look.zoom * (NUMBER_GAP + 0.55 * NUMBER_DIGITS * NUMBER_SCALE) + 8.0);
      atlas_reader_view_set_measure (ATLAS_READER_VIEW (self->view), character * 1.06 * look.zoom, gutter);
      if (self->text != NULL)
        atlas_reader_text_set_look (self->text, &self->look);
    }
  gtk_widget_queue_draw (self->view);
}

void
atlas_reader_ink_init (AtlasReader *self)
{
  self->numbers = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->rectangles = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  g_signal_connect_object (self->view, "paint", G_CALLBACK (paint_cb), self, G_CONNECT_SWAPPED);
}

void
atlas_reader_ink_dispose (AtlasReader *self)
{
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_clear_pointer (&self->rectangles, g_array_unref);
}
