// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-fill.h"
#include "atlas-timeline-painter-private.h"

#include "golden.h"
#include "timeline-fixture.h"

#include <math.h>
#include <pango/pangocairo.h>

#define WIDTH 640
#define HEIGHT 320
#define POINTS 10 /* of the font */

/* Every form there is; today is TIMELINE_TODAY. */
/* clang-format off */
static const SampleItem forms[] = {
  { "era", "First era", ATLAS_KIND_PERIOD, "political", "", "1991/1993", "", ATLAS_GEOMETRY_POINT, NULL, NULL, 0 },
  { "next", "Next era", ATLAS_KIND_PERIOD, "political", "", "1993/2003", "", ATLAS_GEOMETRY_POINT, NULL, NULL, 0 },
  { "day", "A day", ATLAS_KIND_EVENT, "political", "", "2002-05-14", "", ATLAS_GEOMETRY_POINT, NULL, NULL, 5 },
  { "month", "A month", ATLAS_KIND_EVENT, "political", "", "2002-05", "", ATLAS_GEOMETRY_POINT, NULL, NULL, 4 },
  { "year", "A year", ATLAS_KIND_EVENT, "political", "", "2004", "", ATLAS_GEOMETRY_POINT, NULL, NULL, 3 },
  { "about-day", "About a month", ATLAS_KIND_EVENT, "political", "", "1998-03~", "", ATLAS_GEOMETRY_POINT, NULL, NULL, 3 },
  { "perhaps-year", "Perhaps a year", ATLAS_KIND_EVENT, "political", "", "2009?", "", ATLAS_GEOMETRY_POINT, NULL, NULL, 3 },
  { "about", "From about to about", ATLAS_KIND_EVENT, "political", "", "2002~/2005~", "", ATLAS_GEOMETRY_POINT, NULL, NULL, 3 },
  { "perhaps", "From perhaps to perhaps", ATLAS_KIND_EVENT, "political", "", "2003?/2008?", "", ATLAS_GEOMETRY_POINT, NULL, NULL, 3 },
  { "lost", "Nobody knows the end", ATLAS_KIND_SITE, "political", "", "2001-11-03/", "", ATLAS_GEOMETRY_POINT, NULL, NULL, 3 },
  { "treaty", "Treaty in force", ATLAS_KIND_TREATY, "political", "", "1997-07-03", "1997-07-03/.. operating", ATLAS_GEOMETRY_POINT, NULL, NULL, 4 },
  { "line", "Line with phases", ATLAS_KIND_PIPELINE, "economic", "", "2002-06/..",
    "1993/1997 planned; 1998/2002-05 building; 2002-06/2004~ operating; 2004~/2008 suspended; 2009/.. operating", ATLAS_GEOMETRY_POINT, NULL, NULL, 9 },
  { "shut", "Shut line", ATLAS_KIND_PIPELINE, "economic", "", "1995/2004", "1995/2004 operating; 2005/.. closed", ATLAS_GEOMETRY_POINT, NULL, NULL, 5 },
  { "railway", "Railway being built", ATLAS_KIND_RAILWAY, "economic", "", "2007/..", "2007/.. building", ATLAS_GEOMETRY_POINT, NULL, NULL, 5 },
  { "plan", "Planned beyond today", ATLAS_KIND_CORRIDOR, "economic", "", "2010/2017", "2010/2017 planned", ATLAS_GEOMETRY_POINT, NULL, NULL, 5 },
  { "zone", "Zone of exact days", ATLAS_KIND_ZONE, "security", "", "2002-02-11/2005-09-20", "", ATLAS_GEOMETRY_POINT, NULL, NULL, 5 },
  { "war", "A war", ATLAS_KIND_EVENT, "security", "", "2002-04-20/2002-06-11", "", ATLAS_GEOMETRY_POINT, NULL, NULL, 5 },
  { "scenario", "Scenario", ATLAS_KIND_SCENARIO, "security", "", "2011/2017", "", ATLAS_GEOMETRY_POINT, NULL, NULL, 5 },
};
/* clang-format on */

typedef struct
{
  const char    *name; /* of the golden picture */
  AtlasPaletteId palette;
  const char    *range;
  gboolean       crowded; /* more than there are rows for */
  const char    *selected;
  double         points; /* of the font; 0: of the usual one */
} Case;

static const Case cases[] = {
  { "timeline-whole-light.png", ATLAS_PALETTE_LIGHT, "1991/2018", FALSE, NULL },
  { "timeline-whole-dark.png", ATLAS_PALETTE_DARK, "1991/2018", FALSE, NULL },
  { "timeline-whole-contrast.png", ATLAS_PALETTE_CONTRAST, "1991/2018", FALSE, NULL },
  { "timeline-years-light.png", ATLAS_PALETTE_LIGHT, "2001/2006", FALSE, "line" },
  { "timeline-years-dark.png", ATLAS_PALETTE_DARK, "2001/2006", FALSE, "line" },
  { "timeline-years-contrast.png", ATLAS_PALETTE_CONTRAST, "2001/2006", FALSE, "line" },
  { "timeline-month-light.png", ATLAS_PALETTE_LIGHT, "2002-05/2002-06-10", FALSE, NULL },
  { "timeline-month-dark.png", ATLAS_PALETTE_DARK, "2002-05/2002-06-10", FALSE, NULL },
  { "timeline-month-contrast.png", ATLAS_PALETTE_CONTRAST, "2002-05/2002-06-10", FALSE, NULL },
  { "timeline-clusters.png", ATLAS_PALETTE_LIGHT, "1930/1970", TRUE, NULL },
  { "timeline-large-light.png", ATLAS_PALETTE_LIGHT, "1991/2018", FALSE, NULL, 20.0 },
};

static AtlasDataset *
create_forms (const SampleItem *samples,
              guint             n)
{
  AtlasManifest *manifest = sample_manifest_new ("timeline");
  GPtrArray     *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, sample_item_new (&samples[i]));
  g_strfreev (manifest->lanes);
  manifest->lanes = g_strsplit ("political,economic,security", ",", -1);
  g_strfreev (manifest->bands);
  manifest->bands = g_strsplit ("period,item:war", ",", -1);
  manifest->range = sample_span ("1991/2018");

  return atlas_dataset_new_take (manifest, items, sample_report_new (), sample_bibliography_new (), NULL);
}

/* Paints @range of an atlas; @selected: (nullable): an id. Calls @look with what was drawn. */
typedef void (*LookFunc) (cairo_surface_t          *picture,
                          const AtlasTimelineFrame *frame,
                          gpointer                  user_data);

static void
paint (AtlasDataset *dataset,
       const Case   *self,
       LookFunc      look,
       gpointer      user_data)
{
  PangoContext         *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string ("Lato");
  AtlasTimelineView     view = { .width = WIDTH - ATLAS_TIMELINE_GUTTER };
  cairo_surface_t      *picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t              *cr = cairo_create (picture);
  int                   today = sample_span (TIMELINE_TODAY).begin;
  AtlasTimelineFrame    frame;
  AtlasTimelineSpec     spec;

  pango_font_description_set_size (font, (int) ((self->points > 0.0 ? self->points : POINTS) * PANGO_SCALE));
  pango_context_set_font_description (context, font);
  {
    g_autoptr (AtlasTimelinePainter) painter = atlas_timeline_painter_new (context);
    g_autoptr (AtlasTextWidths) widths = atlas_timeline_painter_create_widths (painter);
    g_autoptr (AtlasTimelineIndex) index = atlas_timeline_index_new (dataset, &(AtlasTimelineIndexSpec){ .widths = widths, .today = today });
    g_autoptr (AtlasTimelineLayout) layout = NULL;

    view.height = HEIGHT - atlas_timeline_painter_get_ruler_height (painter);
    view.scale = atlas_time_scale_for_range (sample_span (self->range), view.width);
    spec = timeline_spec (index, view.scale.px_per_day * 365.25, view.height);
    spec.line_height = atlas_timeline_painter_get_line_height (painter);
    layout = atlas_timeline_layout_new (&spec);
    frame = (AtlasTimelineFrame){ .layout = layout, .view = view, .palette = self->palette, .today = today };
    frame.selected = self->selected != NULL ? atlas_dataset_lookup (dataset, self->selected) : NULL;
    g_assert_true (atlas_timeline_painter_paint (painter, cr, &frame));
    g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
    look (picture, &frame, user_data);
  }

  cairo_destroy (cr);
  cairo_surface_destroy (picture);
  pango_font_description_free (font);
  g_object_unref (context);
}

static void
look_golden (cairo_surface_t          *picture,
             const AtlasTimelineFrame *frame,
             gpointer                  user_data)
{
  const Case *self = user_data;

  if (self->points <= 0.0)
    g_assert_cmpint (atlas_timeline_layout_get_n_clusters (frame->layout) > 0, ==, self->crowded);
  golden_assert (picture, self->name);
}

static void
test_golden (gconstpointer data)
{
  const Case   *self = data;
  AtlasDataset *dataset = self->crowded ? timeline_dataset_new_random (400) : create_forms (forms, G_N_ELEMENTS (forms));

  paint (dataset, self, look_golden, (gpointer) self);
  g_assert_finalize_object (dataset);
}

/* In one ink, whatever its height: no fill looks like another. */
static void
test_fills (void)
{
  static const int heights[] = { 4, 5, 6 };

  for (guint k = 0; k < G_N_ELEMENTS (heights); k++)
    {
      cairo_surface_t *pictures[ATLAS_N_TIMELINE_FILLS];

      for (guint i = 0; i < ATLAS_N_TIMELINE_FILLS; i++)
        {
          cairo_t *cr = NULL;

          pictures[i] = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, ATLAS_TIMELINE_TILE, heights[k]);
          cr = cairo_create (pictures[i]);
          cairo_set_source_rgb (cr, 1.0, 1.0, 1.0);
          cairo_paint (cr);
          atlas_timeline_fill_paint_tile (cr, (AtlasTimelineFill) i, heights[k], 0x000000, 1.0);
          cairo_destroy (cr);
          for (guint j = 0; j < i; j++)
            g_assert_cmpfloat (picture_difference (pictures[i], pictures[j], 0, 0, NULL), >, 8.0);
        }
      for (guint i = 0; i < ATLAS_N_TIMELINE_FILLS; i++)
        cairo_surface_destroy (pictures[i]);
    }
}

static void
look_copy (cairo_surface_t          *picture,
           const AtlasTimelineFrame *frame,
           gpointer                  user_data)
{
  cairo_surface_t **copy = user_data;
  cairo_t          *cr = NULL;

  *copy = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cr = cairo_create (*copy);
  cairo_set_source_surface (cr, picture, 0.0, 0.0);
  cairo_paint (cr);
  cairo_destroy (cr);
}

/* The same thing with dates that are known otherwise is another picture; without its name, in the same ink. */
static void
test_edges (void)
{
  static const char *const whens[] = { "2001-01-01/2005-12-31", "2001/2005", "2001~/2005~", "2001?/2005?", "2001-01-01/..", "2001-01-01/" };
  static const Case        look = { NULL, ATLAS_PALETTE_LIGHT, "1999/2013", FALSE, NULL };
  cairo_surface_t         *pictures[G_N_ELEMENTS (whens)];

  for (guint i = 0; i < G_N_ELEMENTS (whens); i++)
    {
      SampleItem    sample = { "zone", "", ATLAS_KIND_ZONE, "security", "", whens[i], "", ATLAS_GEOMETRY_POINT, NULL, NULL, 0 };
      AtlasDataset *dataset = create_forms (&sample, 1);

      paint (dataset, &look, look_copy, &pictures[i]);
      g_assert_finalize_object (dataset);
      for (guint j = 0; j < i; j++)
        {
          int most;

          picture_difference (pictures[i], pictures[j], 0, 0, &most);
          g_assert_cmpint (most, >, 24);
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (whens); i++)
    cairo_surface_destroy (pictures[i]);
}

#define CASING 5.0 /* px: the tips of a star, and the light round a symbol or a name */

#define WORD 40.0 /* px: the word at the line of today */

typedef struct
{
  cairo_surface_t *ground; /* without the item */
  double           ruler;
  const char      *id;
} Outside;

static gboolean
is_inside (const cairo_rectangle_t *box,
           double                   x,
           double                   y)
{
  return box->width > 0.0 && x >= box->x - CASING && x < box->x + box->width + CASING && y >= box->y - CASING && y < box->y + box->height + CASING;
}

static void
look_outside (cairo_surface_t          *picture,
              const AtlasTimelineFrame *frame,
              gpointer                  user_data)
{
  const Outside            *self = user_data;
  const AtlasTimelineEntry *entry = atlas_timeline_layout_lookup (frame->layout, 0);
  cairo_rectangle_t         mark = atlas_timeline_layout_get_box (frame->layout, &frame->view, entry);
  cairo_rectangle_t         name = atlas_timeline_layout_get_label_box (frame->layout, &frame->view, entry);
  double                    top = HEIGHT - frame->view.height;
  guint                     n_inside = 0;

  /* A stem goes down to the foot of its row. */
  if (entry->shape == ATLAS_TIMELINE_POINT)
    mark.height += atlas_timeline_layout_get_pitch (frame->layout) / 2.0;

  for (int y = (int) top; y < HEIGHT; y++)
    for (int x = (int) ATLAS_TIMELINE_GUTTER; x < WIDTH; x++)
      {
        if (memcmp (picture_pixel (picture, x, y), picture_pixel (self->ground, x, y), 4) == 0)
          continue;
        if (fabs (x - ATLAS_TIMELINE_GUTTER - atlas_time_scale_get_x (&frame->view.scale, frame->today)) < WORD)
          continue; /* the word "today" makes way */

        n_inside++;
        if (!is_inside (&mark, x - ATLAS_TIMELINE_GUTTER, y - top) && !is_inside (&name, x - ATLAS_TIMELINE_GUTTER, y - top))
          g_error ("%s: ink at %d, %d outside of its box", self->id, x, y);
      }
  if (mark.x > 0.0 && mark.x < frame->view.width)
    g_assert_cmpuint (n_inside, >, 20);
}

/* What is drawn of an item stays in the boxes that it is hit by. */
static void
test_boxes (void)
{
  static const Case looks[] = { { NULL, ATLAS_PALETTE_LIGHT, "1991/2018", FALSE, NULL }, { NULL, ATLAS_PALETTE_LIGHT, "2001/2006", FALSE, NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    for (guint k = 0; k < G_N_ELEMENTS (looks); k++)
      {
        SampleItem    none = forms[i];
        Outside       outside = { NULL, 0.0, forms[i].id };
        AtlasDataset *dataset = NULL;

        if (forms[i].kind == ATLAS_KIND_PERIOD || g_str_equal (forms[i].id, "war"))
          continue;

        none.when = "1950-01-01"; /* long before what is in view */
        none.phases = "";
        dataset = create_forms (&none, 1);
        paint (dataset, &looks[k], look_copy, &outside.ground);
        g_assert_finalize_object (dataset);
        dataset = create_forms (&forms[i], 1);
        paint (dataset, &looks[k], look_outside, &outside);
        g_assert_finalize_object (dataset);
        cairo_surface_destroy (outside.ground);
      }
}

/* px of a lane of which the name stands in the gutter as a whole, whatever its letters */
#define CUT 60.0

static void
look_titles (cairo_surface_t          *picture,
             const AtlasTimelineFrame *frame,
             gpointer                  user_data)
{
  PangoContext         *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string ("Lato 20");
  guint                 last = atlas_timeline_layout_get_n_lanes (frame->layout) - 1;

  pango_context_set_font_description (context, font);
  {
    g_autoptr (AtlasTimelinePainter) painter = atlas_timeline_painter_new (context);
    AtlasTimelineFrame low = *frame;

    g_assert_cmpfloat (atlas_timeline_layout_get_lane (frame->layout, 0)->height, >, CUT * 1.5);
    g_assert_cmpfloat (atlas_timeline_painter_get_title_box (painter, frame, 0).width, ==, 0.0);
    for (double height = 12.0; height < CUT; height += 6.0)
      {
        low.view.height = height;
        g_assert_cmpfloat (atlas_timeline_painter_get_title_box (painter, &low, 0).width, >, height);
      }
    low.view.height = frame->view.height;
    low.view.top = atlas_timeline_layout_get_lane (frame->layout, last)->y - CUT / 2.0;
    g_assert_cmpfloat (atlas_timeline_painter_get_title_box (painter, &low, last - 1).width, >, CUT / 2.0);
  }
  pango_font_description_free (font);
  g_object_unref (context);
}

/* A name that the side of the view would cut stands level. */
static void
test_cut_titles (void)
{
  static const Case look = { NULL, ATLAS_PALETTE_LIGHT, "1991/2018", FALSE, NULL, 20.0 };
  AtlasDataset     *dataset = create_forms (forms, G_N_ELEMENTS (forms));

  paint (dataset, &look, look_titles, NULL);
  g_assert_finalize_object (dataset);
}

/* Symbols grow with the text beside them, and are as ever beside text of a usual size. */
static void
test_radius (void)
{
  static const struct
  {
    double line, radius;
  } sizes[] = { { 12.0, 4.5 }, { 18.0, 4.5 }, { 21.0, 4.5 }, { 24.0, 5.5 }, { 36.0, 8.5 }, { 54.0, 13.5 } };
  AtlasDataset *dataset = create_forms (forms, G_N_ELEMENTS (forms));

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (AtlasTimelineIndex) index = timeline_index_new (dataset, ATLAS_TIMELINE_BY_THEME, NULL);
      AtlasTimelineSpec spec = timeline_spec (index, 20.0, HEIGHT);
      g_autoptr (AtlasTimelineLayout) layout = NULL;

      spec.line_height = sizes[i].line;
      layout = atlas_timeline_layout_new (&spec);
      g_assert_cmpfloat (atlas_timeline_layout_get_radius (layout), ==, sizes[i].radius);
      g_assert_cmpfloat (atlas_timeline_layout_get_pitch (layout), >, 2.0 * sizes[i].radius);
    }
  g_assert_finalize_object (dataset);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/timeline-look/golden/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_golden);
    }
  g_test_add_func ("/timeline-look/fills", test_fills);
  g_test_add_func ("/timeline-look/edges", test_edges);
  g_test_add_func ("/timeline-look/boxes", test_boxes);
  g_test_add_func ("/timeline-look/cut-titles", test_cut_titles);
  g_test_add_func ("/timeline-look/radius", test_radius);

  return g_test_run ();
}
