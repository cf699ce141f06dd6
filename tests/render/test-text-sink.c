// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-text-sink.h"

#include "paper.h"
#include "picture.h"

#define WIDTH 300
#define HEIGHT 200

/* An SVG that is being written, with a sink or without. */
typedef struct
{
  GString         *svg;
  cairo_surface_t *surface;
  cairo_t         *cr;
  AtlasTextSink   *sink;
} Paper;

static void
paper_open (Paper *paper)
{
  paper->svg = g_string_new (NULL);
  paper->surface = cairo_svg_surface_create_for_stream (paper_write_cb, paper->svg, WIDTH, HEIGHT);
  paper->sink = atlas_text_sink_attach (paper->surface);
  paper->cr = cairo_create (paper->surface);
}

static char *
paper_close (Paper *paper)
{
  char *whole = NULL;

  cairo_destroy (paper->cr);
  cairo_surface_finish (paper->surface);
  g_assert_cmpint (cairo_surface_status (paper->surface), ==, CAIRO_STATUS_SUCCESS);
  whole = atlas_text_sink_splice (paper->sink, paper->svg->str, paper->svg->len);
  cairo_surface_destroy (paper->surface);
  g_string_free (paper->svg, TRUE);

  return whole;
}

static PangoLayout *
create_layout (cairo_t    *cr,
               const char *font,
               double      size,
               const char *text)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  g_autoptr (PangoFontDescription) description = pango_font_description_from_string (font);

  pango_font_description_set_absolute_size (description, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, description);
  pango_layout_set_text (layout, text, -1);

  return layout;
}

static void
show (cairo_t    *cr,
      const char *text,
      double      x,
      double      y)
{
  g_autoptr (PangoLayout) layout = create_layout (cr, "Lato, Sans", 12, text);

  cairo_move_to (cr, x, y);
  atlas_text_show (cr, layout);
}

static void
assert_well_formed (const char *svg)
{
  static const GMarkupParser parser = { 0 };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_markup_parse_context_parse (context, svg, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
}

static void
assert_has (const char *svg,
            const char *words)
{
  if (strstr (svg, words) == NULL)
    g_error ("no %s in\n%s", words, svg);
}

static void
test_run (void)
{
  Paper               paper;
  const AtlasTextRun *run = NULL;
  g_autofree char    *svg = NULL;

  paper_open (&paper);
  cairo_translate (paper.cr, 10, 20);
  cairo_scale (paper.cr, 2, 2);
  cairo_set_source_rgba (paper.cr, 1, 0, 0.2, 0.5);
  {
    g_autoptr (PangoLayout) layout = create_layout (paper.cr, "Lato, Sans Bold Italic", 12, "Bakı <&>");

    cairo_move_to (paper.cr, 5, 7);
    atlas_text_show (paper.cr, layout);
    g_assert_cmpuint (atlas_text_sink_get_n_runs (paper.sink), ==, 1);
    run = atlas_text_sink_get_run (paper.sink, 0);
    g_assert_cmpstr (run->text, ==, "Bakı <&>");
    g_assert_cmpint (pango_font_description_get_size (run->font), ==, 12 * PANGO_SCALE);
    g_assert_cmpint (pango_font_description_get_weight (run->font), ==, PANGO_WEIGHT_BOLD);
    g_assert_cmpint (pango_font_description_get_style (run->font), !=, PANGO_STYLE_NORMAL);
    g_assert_cmphex (run->color.rgb, ==, 0xff0033);
    g_assert_cmpfloat_with_epsilon (run->color.alpha, 0.5, 1e-6);
    g_assert_cmpfloat (run->matrix.xx, ==, 2);
    g_assert_cmpfloat (run->matrix.x0, ==, 10 + 2 * 5);
    g_assert_cmpfloat_with_epsilon (run->matrix.y0, 20 + 2 * (7 + pango_layout_get_baseline (layout) / (double) PANGO_SCALE), 1e-6);
    g_assert_cmpint (run->anchor, ==, ATLAS_TEXT_START);
    g_assert_true (atlas_box_is_empty (run->clip));
  }
  svg = paper_close (&paper);
  assert_well_formed (svg);
  assert_has (svg, ">Bakı &lt;&amp;&gt;</text>");
  assert_has (svg, "font-size=\"24\"");
  assert_has (svg, "font-weight=\"700\"");
  assert_has (svg, "font-style=\"italic\"");
  assert_has (svg, "fill=\"#ff0033\" fill-opacity=\"0.5\"");
  g_assert_null (strstr (svg, "glyph"));
  g_assert_null (strstr (svg, "0.00777"));
}

static void
test_layout (void)
{
  Paper            paper;
  g_autofree char *svg = NULL;

  paper_open (&paper);
  {
    g_autoptr (PangoLayout) lines = create_layout (paper.cr, "Lato, Sans", 12, "one\ntwo");
    g_autoptr (PangoLayout) cut = create_layout (paper.cr, "Lato, Sans", 12, "much too long for its room");
    g_autoptr (PangoLayout) spaced = create_layout (paper.cr, "Lato, Sans", 12, "spaced");
    g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

    pango_layout_set_alignment (lines, PANGO_ALIGN_CENTER);
    cairo_move_to (paper.cr, 10, 10);
    atlas_text_show (paper.cr, lines);
    pango_layout_set_ellipsize (cut, PANGO_ELLIPSIZE_END);
    pango_layout_set_width (cut, 60 * PANGO_SCALE);
    cairo_move_to (paper.cr, 10, 60);
    atlas_text_show (paper.cr, cut);
    pango_attr_list_insert (attributes, pango_attr_letter_spacing_new (3 * PANGO_SCALE));
    pango_layout_set_attributes (spaced, attributes);
    cairo_move_to (paper.cr, 10, 80);
    atlas_text_show (paper.cr, spaced);
  }
  g_assert_cmpuint (atlas_text_sink_get_n_runs (paper.sink), ==, 4);
  g_assert_cmpstr (atlas_text_sink_get_run (paper.sink, 0)->text, ==, "one");
  g_assert_cmpint (atlas_text_sink_get_run (paper.sink, 0)->anchor, ==, ATLAS_TEXT_MIDDLE);
  g_assert_cmpfloat (atlas_text_sink_get_run (paper.sink, 1)->matrix.y0, >, atlas_text_sink_get_run (paper.sink, 0)->matrix.y0 + 10);
  g_assert_true (g_str_has_prefix (atlas_text_sink_get_run (paper.sink, 2)->text, "much"));
  g_assert_true (g_str_has_suffix (atlas_text_sink_get_run (paper.sink, 2)->text, "…"));
  g_assert_cmpfloat (atlas_text_sink_get_run (paper.sink, 2)->width, <=, 60);
  g_assert_cmpfloat (atlas_text_sink_get_run (paper.sink, 3)->spacing, ==, 3);
  svg = paper_close (&paper);
  assert_well_formed (svg);
  assert_has (svg, "text-anchor=\"middle\"");
  assert_has (svg, "letter-spacing=\"3\"");
}

static void
test_halo (void)
{
  Paper            paper;
  g_autofree char *svg = NULL;

  paper_open (&paper);
  {
    g_autoptr (PangoLayout) layout = create_layout (paper.cr, "Lato, Sans", 12, "Ganja");

    cairo_move_to (paper.cr, 10, 10);
    atlas_text_show_haloed (paper.cr, layout, (AtlasColor){ 0x123456, 1.0F }, (AtlasColor){ 0xffffff, 0.75F }, 2.5);
  }
  svg = paper_close (&paper);
  assert_well_formed (svg);
  assert_has (svg, "fill=\"#123456\" stroke=\"#ffffff\" stroke-opacity=\"0.75\" stroke-width=\"2.5\"");
  assert_has (svg, "paint-order=\"stroke\"");
}

/* The letters of a name are one thing for who has it read aloud. */
static void
test_name (void)
{
  Paper            paper;
  g_autofree char *svg = NULL;

  paper_open (&paper);
  atlas_text_sink_begin_name (paper.sink, "A&B");
  for (guint i = 0; i < 2; i++)
    {
      cairo_save (paper.cr);
      cairo_translate (paper.cr, 50 + 30 * i, 50);
      cairo_rotate (paper.cr, 0.4);
      show (paper.cr, i == 0 ? "A" : "B", 0, 0);
      cairo_restore (paper.cr);
    }
  atlas_text_sink_end_name (paper.sink, paper.cr);
  show (paper.cr, "alone", 10, 10);
  g_assert_cmpuint (atlas_text_sink_get_run (paper.sink, 0)->name, ==, 1);
  g_assert_cmpuint (atlas_text_sink_get_run (paper.sink, 2)->name, ==, 0);
  svg = paper_close (&paper);
  assert_well_formed (svg);
  assert_has (svg, "<g aria-label=\"A&amp;B\">");
  assert_has (svg, "transform=\"matrix(0.921 0.389 -0.389 0.921 ");
}

/* What is outside of the clip is not written down, and what is partly outside is clipped. */
static void
test_clip (void)
{
  Paper            paper;
  g_autofree char *svg = NULL;

  paper_open (&paper);
  cairo_rectangle (paper.cr, 50, 50, 100, 50);
  cairo_clip (paper.cr);
  show (paper.cr, "inside", 60, 60);
  show (paper.cr, "outside", 200, 60);
  show (paper.cr, "across", 140, 60);
  g_assert_cmpuint (atlas_text_sink_get_n_runs (paper.sink), ==, 2);
  g_assert_true (atlas_box_is_empty (atlas_text_sink_get_run (paper.sink, 0)->clip));
  g_assert_cmpfloat (atlas_text_sink_get_run (paper.sink, 1)->clip.x1, ==, 150);
  svg = paper_close (&paper);
  assert_well_formed (svg);
  assert_has (svg, "<rect x=\"50\" y=\"50\" width=\"100\" height=\"50\"/></clipPath>");
}

/* Text stands between what was drawn before it and what was drawn after. */
static void
test_order (void)
{
  Paper            paper;
  g_autofree char *svg = NULL;
  const char      *places[5];

  paper_open (&paper);
  cairo_set_source_rgb (paper.cr, 1, 0, 0);
  cairo_rectangle (paper.cr, 0, 0, 100, 100);
  cairo_fill (paper.cr);
  show (paper.cr, "first", 10, 10);
  cairo_set_source_rgb (paper.cr, 0, 1, 0);
  cairo_rectangle (paper.cr, 0, 0, 100, 100);
  cairo_fill (paper.cr);
  show (paper.cr, "second", 10, 10);
  cairo_set_source_rgb (paper.cr, 0, 0, 1);
  cairo_rectangle (paper.cr, 0, 0, 100, 100);
  cairo_fill (paper.cr);
  svg = paper_close (&paper);
  assert_well_formed (svg);

  places[0] = strstr (svg, "rgb(100%");
  places[1] = strstr (svg, ">first<");
  places[2] = strstr (svg, "rgb(0%,100%");
  if (places[2] == NULL)
    places[2] = strstr (svg, "rgb(0%, 100%");
  places[3] = strstr (svg, ">second<");
  places[4] = g_strrstr (svg, "100%)");
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_assert_nonnull (places[i]);
      g_assert_true (i == 0 || places[i] > places[i - 1]);
    }
}

/* Whatever has become of the marks, no text is lost. */
static void
test_lost_marks (void)
{
  Paper            paper;
  g_autofree char *svg = NULL;

  paper_open (&paper);
  show (paper.cr, "first", 10, 10);
  show (paper.cr, "second", 10, 30);
  svg = atlas_text_sink_splice (paper.sink, "<svg></svg>", strlen ("<svg></svg>"));
  g_free (paper_close (&paper));
  assert_well_formed (svg);
  assert_has (svg, ">first<");
  assert_has (svg, ">second<");
}

/* Without a sink text is drawn. */
static void
test_plain (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t         *cr = cairo_create (surface);

  g_assert_null (atlas_text_sink_get (cr));
  g_assert_false (atlas_surface_is_paper (surface));
  show (cr, "drawn", 10, 10);
  cairo_destroy (cr);
  g_assert_cmpfloat (picture_ink (surface), >, 0);
  cairo_surface_destroy (surface);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-sink/run", test_run);
  g_test_add_func ("/text-sink/layout", test_layout);
  g_test_add_func ("/text-sink/halo", test_halo);
  g_test_add_func ("/text-sink/name", test_name);
  g_test_add_func ("/text-sink/clip", test_clip);
  g_test_add_func ("/text-sink/order", test_order);
  g_test_add_func ("/text-sink/lost-marks", test_lost_marks);
  g_test_add_func ("/text-sink/plain", test_plain);

  return g_test_run ();
}
