// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-text-sink-private.h"

static const cairo_user_data_key_t sink_key;
static const cairo_user_data_key_t paper_key;

static void
clear_run (gpointer data)
{
  AtlasTextRun *run = data;

  g_free (run->text);
  pango_font_description_free (run->font);
}

static void
sink_free (gpointer data)
{
  AtlasTextSink *self = data;

  g_array_unref (self->runs);
  g_array_unref (self->marks);
  g_ptr_array_unref (self->names);
  g_free (self);
}

AtlasTextSink *
atlas_text_sink_attach (cairo_surface_t *surface)
{
  AtlasTextSink *self = NULL;

  g_return_val_if_fail (surface != NULL, NULL);

  self = g_new0 (AtlasTextSink, 1);
  self->runs = g_array_new (FALSE, TRUE, sizeof (AtlasTextRun));
  g_array_set_clear_func (self->runs, clear_run);
  self->marks = g_array_new (FALSE, FALSE, sizeof (guint));
  self->names = g_ptr_array_new_with_free_func (g_free);
  cairo_surface_set_user_data (surface, &sink_key, self, sink_free);

  return self;
}

AtlasTextSink *
atlas_text_sink_get (cairo_t *cr)
{
  return cairo_surface_get_user_data (cairo_get_target (cr), &sink_key);
}

guint
atlas_text_sink_get_n_runs (const AtlasTextSink *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->runs->len;
}

const AtlasTextRun *
atlas_text_sink_get_run (const AtlasTextSink *self,
                         guint                index)
{
  g_return_val_if_fail (self != NULL && index < self->runs->len, NULL);

  return &g_array_index (self->runs, AtlasTextRun, index);
}

void
atlas_text_sink_begin_name (AtlasTextSink *self,
                            const char    *name)
{
  if (self == NULL)
    return;

  g_ptr_array_add (self->names, g_strdup (name));
  self->name = self->names->len;
}

void
atlas_text_sink_end_name (AtlasTextSink *self,
                          cairo_t       *cr)
{
  if (self == NULL)
    return;

  self->name = 0;
  atlas_text_sink_mark (self, cr);
}

/* A box of the user's as a box of the surface. */
static AtlasBox
to_surface (cairo_t *cr,
            double   x0,
            double   y0,
            double   x1,
            double   y1)
{
  AtlasBox box = ATLAS_BOX_EMPTY;

  for (int corner = 0; corner < 4; corner++)
    {
      AtlasPoint point = { corner & 1 ? x1 : x0, corner & 2 ? y1 : y0 };

      cairo_user_to_device (cr, &point.x, &point.y);
      box = atlas_box_add_point (box, point);
    }

  return box;
}

static AtlasBox
get_clip (cairo_t *cr)
{
  double x0, y0, x1, y1;

  cairo_clip_extents (cr, &x0, &y0, &x1, &y1);

  return to_surface (cr, x0, y0, x1, y1);
}

static AtlasColor
get_source (cairo_t *cr)
{
  double r = 0, g = 0, b = 0, a = 1;

  cairo_pattern_get_rgba (cairo_get_source (cr), &r, &g, &b, &a);

  return (AtlasColor){ (guint32) (r * 255 + 0.5) << 16 | (guint32) (g * 255 + 0.5) << 8 | (guint32) (b * 255 + 0.5), (float) a };
}

static double
get_spacing (const PangoAnalysis *analysis)
{
  for (const GSList *i = analysis->extra_attrs; i != NULL; i = i->next)
    {
      const PangoAttribute *attribute = i->data;

      if (attribute->klass->type == PANGO_ATTR_LETTER_SPACING)
        return ((const PangoAttrInt *) attribute)->value / (double) PANGO_SCALE;
    }

  return 0.0;
}

static char *
get_text (PangoLayout          *layout,
          const PangoGlyphItem *run)
{
  if ((run->item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS) != 0)
    return g_strdup ("…");

  return g_strndup (pango_layout_get_text (layout) + run->item->offset, (gsize) run->item->length);
}

/* Whether a run goes on in the font of the one before it. */
static gboolean
goes_on (const AtlasTextRun         *before,
         const PangoFontDescription *font,
         double                      spacing)
{
  return pango_font_description_equal (before->font, font) && before->spacing == spacing;
}

/* The font in px of the layout: what Pango tells is as large as the layout's context, which may have a matrix, makes it. */
static PangoFontDescription *
describe_font (PangoLayout          *layout,
               const PangoGlyphItem *run)
{
  PangoFontDescription *font = pango_font_describe_with_absolute_size (run->item->analysis.font);
  const PangoMatrix    *matrix = pango_context_get_matrix (pango_layout_get_context (layout));

  pango_font_description_set_absolute_size (font, pango_font_description_get_size (font) / pango_matrix_get_font_scale_factor (matrix));

  return font;
}

static void
add_run (GArray               *runs, /* of AtlasTextRun: the line's so far */
         PangoLayout          *layout,
         const PangoGlyphItem *item)
{
  double                width = pango_glyph_string_get_width (item->glyphs) / (double) PANGO_SCALE;
  double                spacing = get_spacing (&item->item->analysis);
  g_autofree char      *text = get_text (layout, item);
  PangoFontDescription *font = describe_font (layout, item);
  AtlasTextRun         *last = runs->len > 0 ? &g_array_index (runs, AtlasTextRun, runs->len - 1) : NULL;
  AtlasTextRun          run = { .font = font, .width = width, .spacing = spacing };

  if (last != NULL && goes_on (last, font, spacing))
    {
      char *both = g_strconcat (last->text, text, NULL);

      g_free (last->text);
      last->text = both;
      last->width += width;
      pango_font_description_free (font);
      return;
    }

  run.text = g_steal_pointer (&text);
  g_array_append_val (runs, run);
}

/* Where the words of a line are. */
static void
place_line (cairo_t         *cr,
            AtlasTextSink   *self,
            PangoLayoutIter *iter,
            GArray          *runs,
            gboolean         centred,
            AtlasTextRun     look)
{
  AtlasBox       clip = get_clip (cr);
  PangoRectangle line;
  double         left, top, x, base;

  cairo_get_current_point (cr, &left, &top);
  pango_layout_iter_get_line_extents (iter, NULL, &line);
  base = top + pango_layout_iter_get_baseline (iter) / (double) PANGO_SCALE;
  x = left + line.x / (double) PANGO_SCALE;

  for (guint i = 0; i < runs->len; i++)
    {
      AtlasTextRun run = g_array_index (runs, AtlasTextRun, i);
      AtlasBox     box = to_surface (cr, x, top + line.y / (double) PANGO_SCALE, x + run.width, top + (line.y + line.height) / (double) PANGO_SCALE);

      run.anchor = centred && runs->len == 1 ? ATLAS_TEXT_MIDDLE : ATLAS_TEXT_START;
      cairo_get_matrix (cr, &run.matrix);
      cairo_matrix_translate (&run.matrix, run.anchor == ATLAS_TEXT_MIDDLE ? x + run.width / 2.0 : x, base);
      x += run.width;
      run.color = look.color;
      run.halo = look.halo;
      run.halo_width = look.halo_width;
      run.name = self->name;
      run.clip = ATLAS_BOX_EMPTY;
      if (box.x0 < clip.x0 || box.y0 < clip.y0 || box.x1 > clip.x1 || box.y1 > clip.y1)
        run.clip = clip;
      if (run.text[0] != '\0' && atlas_box_overlaps (box, clip))
        g_array_append_val (self->runs, run);
      else
        clear_run (&run);
    }
}

static void
write_down (cairo_t       *cr,
            AtlasTextSink *self,
            PangoLayout   *layout,
            AtlasTextRun   look)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  gboolean         centred = pango_layout_get_alignment (layout) == PANGO_ALIGN_CENTER;

  do
    {
      const PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      g_autoptr (GArray) runs = g_array_new (FALSE, TRUE, sizeof (AtlasTextRun));

      for (const GSList *i = line->runs; i != NULL; i = i->next)
        add_run (runs, layout, i->data);
      place_line (cr, self, iter, runs, centred, look);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  atlas_text_sink_mark (self, cr);
}

void
atlas_text_show (cairo_t     *cr,
                 PangoLayout *layout)
{
  AtlasTextSink *sink = atlas_text_sink_get (cr);

  if (sink != NULL)
    write_down (cr, sink, layout, (AtlasTextRun){ .color = get_source (cr) });
  else
    pango_cairo_show_layout (cr, layout);
}

void
atlas_text_show_haloed (cairo_t     *cr,
                        PangoLayout *layout,
                        AtlasColor   color,
                        AtlasColor   halo,
                        double       halo_width)
{
  AtlasTextSink *sink = atlas_text_sink_get (cr);
  double         x, y;

  if (sink != NULL)
    {
      write_down (cr, sink, layout, (AtlasTextRun){ .color = color, .halo = halo, .halo_width = halo_width });
      return;
    }

  cairo_save (cr);
  cairo_get_current_point (cr, &x, &y);
  pango_cairo_layout_path (cr, layout);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, halo_width);
  atlas_palette_set_source (cr, halo, 1.0);
  cairo_stroke (cr);
  cairo_move_to (cr, x, y);
  atlas_palette_set_source (cr, color, 1.0);
  pango_cairo_show_layout (cr, layout);
  cairo_restore (cr);
}

gboolean
atlas_surface_is_paper (cairo_surface_t *surface)
{
  cairo_surface_type_t type = cairo_surface_get_type (surface);

  return type == CAIRO_SURFACE_TYPE_PDF || type == CAIRO_SURFACE_TYPE_SVG || type == CAIRO_SURFACE_TYPE_PS ||
         cairo_surface_get_user_data (surface, &paper_key) != NULL;
}

void
atlas_surface_mark_as_paper (cairo_surface_t *surface)
{
  cairo_surface_set_user_data (surface, &paper_key, (gpointer) &paper_key, NULL);
}
