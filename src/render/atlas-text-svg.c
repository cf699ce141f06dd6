// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-text-sink-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A mark is a stroke that nobody sees, as wide as no other; its colour is its number. */
#define MARK_WIDTH 0.00777
#define MARK_WORDS "0.00777"
#define MARK_AT 1.0 /* px of the surface */
#define PATH " d=\""
#define DECIMALS 2 /* of a path, px */
#define MARK_ALPHA (1.0 / 255.0)

void
atlas_text_sink_mark (AtlasTextSink *self,
                      cairo_t       *cr)
{
  guint mark = self->marks->len;

  if (self->name != 0 || self->runs->len == self->marked)
    return;

  g_array_append_val (self->marks, self->runs->len);
  self->marked = self->runs->len;

  cairo_save (cr);
  cairo_reset_clip (cr);
  cairo_identity_matrix (cr);
  cairo_new_path (cr);
  cairo_move_to (cr, MARK_AT, MARK_AT);
  cairo_line_to (cr, MARK_AT + 0.1, MARK_AT + 0.1);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, MARK_WIDTH);
  cairo_set_source_rgba (cr, (mark >> 16 & 255) / 255.0, (mark >> 8 & 255) / 255.0, (mark & 255) / 255.0, MARK_ALPHA);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* A number as SVG has it. */
static void
add_number (GString *svg,
            double   number)
{
  char  buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char *dot = NULL;

  g_ascii_formatd (buffer, sizeof buffer, "%.3f", number);
  dot = strchr (buffer, '.');
  if (dot != NULL)
    for (char *end = buffer + strlen (buffer) - 1; end >= dot && (*end == '0' || *end == '.'); end--)
      *end = '\0';
  g_string_append (svg, g_str_equal (buffer, "-0") ? "0" : buffer);
}

static void
add_attribute (GString    *svg,
               const char *name,
               double      number)
{
  g_string_append_printf (svg, " %s=\"", name);
  add_number (svg, number);
  g_string_append_c (svg, '"');
}

static void
add_color (GString    *svg,
           const char *name,
           AtlasColor  color)
{
  g_autofree char *opacity = g_strconcat (name, "-opacity", NULL);

  g_string_append_printf (svg, " %s=\"#%06x\"", name, color.rgb);
  if (color.alpha < 1.0F)
    add_attribute (svg, opacity, (double) color.alpha);
}

/* Where a font is not to be had another of its kind stands in. */
static void
add_font (GString                    *svg,
          const PangoFontDescription *font)
{
  static const char *const serifs[] = { "Serif", "Charis", "Gentium", "Times" };
  const char              *family = pango_font_description_get_family (font);
  g_autofree char         *name = g_markup_escape_text (family != NULL ? family : "Sans", -1);
  const char              *kind = "sans-serif";

  for (guint i = 0; i < G_N_ELEMENTS (serifs); i++)
    if (strstr (name, serifs[i]) != NULL)
      kind = "serif";
  g_string_append_printf (svg, " font-family=\"'%s', %s\"", name, kind);
  if (pango_font_description_get_style (font) != PANGO_STYLE_NORMAL)
    g_string_append (svg, " font-style=\"italic\"");
  if (pango_font_description_get_weight (font) != PANGO_WEIGHT_NORMAL)
    g_string_append_printf (svg, " font-weight=\"%d\"", CLAMP (pango_font_description_get_weight (font), 100, 900));
}

/* How large px of the run are on the surface, where they are not turned; 0: they are. */
static double
get_scale (const cairo_matrix_t *matrix)
{
  return matrix->xy == 0.0 && matrix->yx == 0.0 && matrix->xx == matrix->yy && matrix->xx > 0.0 ? matrix->xx : 0.0;
}

/* Font and colours; @scale: that of the run, or 1 where a matrix does it. */
static char *
create_style (const AtlasTextRun *run,
              double              scale)
{
  g_autoptr (GString) svg = g_string_new (NULL);

  add_font (svg, run->font);
  add_attribute (svg, "font-size", pango_font_description_get_size (run->font) / (double) PANGO_SCALE * scale);
  if (run->spacing != 0.0)
    add_attribute (svg, "letter-spacing", run->spacing * scale);
  if (run->color.alpha > 0.0F)
    add_color (svg, "fill", run->color);
  else
    g_string_append (svg, " fill=\"none\"");
  if (run->halo_width > 0.0)
    {
      add_color (svg, "stroke", run->halo);
      add_attribute (svg, "stroke-width", run->halo_width * scale);
      g_string_append (svg, " stroke-linejoin=\"round\" paint-order=\"stroke\"");
    }
  if (run->anchor == ATLAS_TEXT_MIDDLE)
    g_string_append (svg, " text-anchor=\"middle\"");

  return g_string_free (g_steal_pointer (&svg), FALSE);
}

static void
add_place (GString              *svg,
           const cairo_matrix_t *matrix)
{
  const double numbers[] = { matrix->xx, matrix->yx, matrix->xy, matrix->yy, matrix->x0, matrix->y0 };

  if (get_scale (matrix) > 0.0)
    {
      add_attribute (svg, "x", matrix->x0);
      add_attribute (svg, "y", matrix->y0);
      return;
    }

  g_string_append (svg, " transform=\"matrix(");
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      if (i > 0)
        g_string_append_c (svg, ' ');
      add_number (svg, numbers[i]);
    }
  g_string_append (svg, ")\"");
}

static void
add_text (GString            *svg,
          const AtlasTextRun *run,
          const char         *style)
{
  g_autofree char *text = g_markup_escape_text (run->text, -1);
  double           scale = get_scale (&run->matrix);

  g_string_append_printf (svg, "<text%s", style);
  add_place (svg, &run->matrix);
  if (run->name == 0 && g_utf8_strlen (run->text, -1) > 1)
    {
      add_attribute (svg, "textLength", run->width * (scale > 0.0 ? scale : 1.0));
      g_string_append (svg, " lengthAdjust=\"spacingAndGlyphs\"");
    }
  g_string_append_printf (svg, ">%s</text>\n", text);
}

static gboolean
is_clipped (const AtlasTextRun *run)
{
  return !atlas_box_is_empty (run->clip);
}

/* Clips are named by what they are: the same for the same. */
static void
open_clip (GString            *svg,
           const AtlasTextRun *run,
           GHashTable         *clips)
{
  g_autoptr (GString) box = g_string_new (NULL);
  gpointer number = NULL;

  add_attribute (box, "x", run->clip.x0);
  add_attribute (box, "y", run->clip.y0);
  add_attribute (box, "width", run->clip.x1 - run->clip.x0);
  add_attribute (box, "height", run->clip.y1 - run->clip.y0);
  number = g_hash_table_lookup (clips, box->str);
  if (number == NULL)
    {
      number = GUINT_TO_POINTER (g_hash_table_size (clips) + 1);
      g_hash_table_insert (clips, g_strdup (box->str), number);
      g_string_append_printf (svg, "<clipPath id=\"text-clip-%u\"><rect%s/></clipPath>\n", GPOINTER_TO_UINT (number), box->str);
    }
  g_string_append_printf (svg, "<g clip-path=\"url(#text-clip-%u)\">\n", GPOINTER_TO_UINT (number));
}

/* The letters of a name, from @first on. Returns the run after them. */
static guint
add_name (const AtlasTextSink *self,
          GString             *svg,
          guint                first,
          guint                end)
{
  const AtlasTextRun *run = atlas_text_sink_get_run (self, first);
  g_autofree char    *name = g_markup_escape_text (g_ptr_array_index (self->names, run->name - 1), -1);
  g_autofree char    *last = NULL;
  guint               i = first;

  g_string_append_printf (svg, "<g aria-label=\"%s\">\n", name);
  for (; i < end && atlas_text_sink_get_run (self, i)->name == run->name; i++)
    {
      const AtlasTextRun *letter = atlas_text_sink_get_run (self, i);
      double              scale = get_scale (&letter->matrix);
      g_autofree char    *style = create_style (letter, scale > 0.0 ? scale : 1.0);

      if (last == NULL || !g_str_equal (style, last))
        {
          g_string_append_printf (svg, "%s<g%s>\n", last != NULL ? "</g>\n" : "", style);
          g_free (last);
          last = g_strdup (style);
        }
      add_text (svg, letter, "");
    }
  g_string_append (svg, "</g>\n</g>\n");

  return i;
}

static void
add_runs (const AtlasTextSink *self,
          GString             *svg,
          guint                first,
          guint                end,
          GHashTable          *clips)
{
  for (guint i = first; i < end;)
    {
      const AtlasTextRun *run = atlas_text_sink_get_run (self, i);
      double              scale = get_scale (&run->matrix);
      g_autofree char    *style = create_style (run, scale > 0.0 ? scale : 1.0);

      if (is_clipped (run))
        open_clip (svg, run, clips);
      if (run->name != 0)
        i = add_name (self, svg, i, end);
      else
        add_text (svg, atlas_text_sink_get_run (self, i++), style);
      if (is_clipped (run))
        g_string_append (svg, "</g>\n");
    }
}

char *
atlas_text_sink_to_svg (const AtlasTextSink *self)
{
  g_autoptr (GString) svg = g_string_new (NULL);
  g_autoptr (GHashTable) clips = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_val_if_fail (self != NULL, NULL);

  add_runs (self, svg, 0, self->runs->len, clips);

  return g_string_free (g_steal_pointer (&svg), FALSE);
}

/* The number of the mark that the element from @from to @to is; -1: it is none. Cairo 1.16 writes colours as
 * "rgb(0%,0%,100%)", 1.18 with spaces. */
static int
read_mark (const char *from,
           const char *to)
{
  g_autofree char *element = g_strndup (from, (gsize) (to - from));
  char            *color = strstr (element, "rgb(");
  int              mark = 0;

  if (color == NULL)
    return -1;

  color += strlen ("rgb(");
  for (int i = 0; i < 3; i++)
    {
      char *end = NULL;

      mark = mark << 8 | (int) lround (g_ascii_strtod (color, &end) * 2.55);
      color = end + strspn (end, "%, ");
    }

  return mark;
}

/* Finds the next mark from @svg on: where its element begins and ends. */
static int
find_mark (const char  *svg,
           const char **begin,
           const char **end)
{
  for (const char *p = strstr (svg, MARK_WORDS); p != NULL; p = strstr (p + 1, MARK_WORDS))
    {
      int mark;

      *begin = p;
      while (*begin > svg && **begin != '<')
        (*begin)--;
      *end = strstr (p, "/>");
      if (*end == NULL || !g_str_has_prefix (*begin, "<path"))
        continue;
      *end += strlen ("/>");
      mark = read_mark (*begin, *end);
      if (mark >= 0)
        return mark;
    }

  return -1;
}

/* How many decimals of a path whose element goes on with @rest are seen: px of the surface may be many px of the path. */
static int
get_decimals (const char *rest)
{
  const char *end = strchr (rest, '>');
  const char *matrix = strstr (rest, "matrix(");
  char       *next = NULL;
  double      xx, yx;

  if (matrix == NULL || end == NULL || matrix > end)
    return DECIMALS;

  xx = g_ascii_strtod (matrix + strlen ("matrix("), &next);
  yx = g_ascii_strtod (next + strspn (next, ", "), NULL);

  return DECIMALS + (int) MAX (ceil (log10 (hypot (xx, yx)) - 0.5), 0.0);
}

/* Adds what cairo has written without the decimals of paths that nobody sees: it writes six of each. */
static void
add_drawing (GString    *out,
             const char *from,
             const char *to)
{
  while (from < to)
    {
      const char *path = g_strstr_len (from, to - from, PATH);
      const char *end = path != NULL ? memchr (path + strlen (PATH), '"', (gsize) (to - path) - strlen (PATH)) : NULL;
      int         decimals = 0;
      int         most;

      if (end == NULL)
        break;

      path += strlen (PATH);
      most = get_decimals (end);
      g_string_append_len (out, from, path - from);
      for (const char *p = path; p < end; p++)
        {
          decimals = *p == '.' ? 1 : decimals > 0 && g_ascii_isdigit (*p) ? decimals + 1
                                                                          : 0;
          if (decimals <= most + 1)
            g_string_append_c (out, *p);
        }
      from = end;
    }
  g_string_append_len (out, from, to - from);
}

char *
atlas_text_sink_splice (const AtlasTextSink *self,
                        const char          *svg,
                        gsize                length)
{
  g_autofree char *whole = g_strndup (svg, length);
  g_autoptr (GString) out = g_string_sized_new (length);
  g_autoptr (GHashTable) clips = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *rest = whole;
  const char *begin = NULL, *end = NULL, *foot = NULL;
  guint       done = 0;

  g_return_val_if_fail (self != NULL, NULL);

  for (int mark = find_mark (rest, &begin, &end); mark >= 0; mark = find_mark (rest, &begin, &end))
    {
      add_drawing (out, rest, begin);
      if ((guint) mark < self->marks->len)
        {
          guint last = g_array_index (self->marks, guint, mark);

          add_runs (self, out, MIN (done, last), last, clips);
          done = MAX (done, last);
        }
      rest = end + (*end == '\n');
    }

  /* What has lost its mark comes last: no text is lost. */
  foot = g_strrstr (rest, "</svg>");
  if (foot == NULL)
    foot = rest + strlen (rest);
  add_drawing (out, rest, foot);
  add_runs (self, out, done, self->runs->len, clips);
  g_string_append (out, foot);

  return g_string_free (g_steal_pointer (&out), FALSE);
}
