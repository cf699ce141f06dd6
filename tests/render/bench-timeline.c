// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* How long a timeline of 100, 10 000, 100 000 and 1 000 000 made-up items takes, 1280 × 300 px on a cairo image surface.
 * load: the index, the first layout and the first frame. frame: a walk of 300 frames, 60 a second, that pans and zooms from all
 * days to a month and back; layouts are made by a thread, as the program does, and until one is there the one before it is drawn.
 * layout: the longest that one took. mb: the index and a layout. Times are processor time of the thread that does it. */

#include "atlas-timeline-painter.h"
#include "sample-atlas.h"

#include <malloc.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <time.h>

#define FRAMES 300
#define FRAME_US 16667
#define WIDTH 1280
#define HEIGHT 300

/* Of what all items are made: whatever may be shared is. */
typedef struct
{
  GRand      *random;
  GHashTable *names;
  GPtrArray  *none;
  GPtrArray  *phases;
  GArray     *cites[4];
} Stock;

static AtlasWhen
make_when (GRand *random)
{
  g_autofree char *text = NULL;
  int              year = 1991 + (int) (32 * sqrt (g_rand_double (random)));
  int              month = g_rand_int_range (random, 1, 13);
  int              form = g_rand_int_range (random, 0, 16);

  if (form == 0)
    text = g_strdup_printf ("%d-%02d/..", year, month);
  else if (form < 4)
    text = g_strdup_printf ("%d/%d", year, year + g_rand_int_range (random, 0, form * 2));
  else if (form < 6)
    text = g_strdup_printf ("%d", year);
  else if (form < 9)
    text = g_strdup_printf ("%d-%02d", year, month);
  else
    text = g_strdup_printf ("%d-%02d-%02d", year, month, g_rand_int_range (random, 1, 29));

  return sample_when (text);
}

static AtlasItem *
make_item (Stock *stock,
           guint  index)
{
  static const char *const themes[] = { "political", "economic", "security" };
  static const char *const words[] = { "Border crossing", "Pipeline of", "Accord on the", "Railway to", "Visit in", "Statement on", "Opening of the", "Closure of a" };
  g_auto (AtlasItemFields) fields = {
    .id = g_strdup_printf ("item-%u", index),
    .title = g_strdup_printf ("%s place %u", words[index % G_N_ELEMENTS (words)], index),
    .kind = index % 29 == 0 ? ATLAS_KIND_PIPELINE : ATLAS_KIND_EVENT,
    .theme = g_strdup (themes[g_rand_int_range (stock->random, 0, 3)]),
    .when = make_when (stock->random),
    .names = g_hash_table_ref (stock->names),
    .phases = g_ptr_array_ref (index % 29 == 0 ? stock->phases : stock->none),
    .milestones = g_ptr_array_ref (stock->none),
    .facts = g_ptr_array_ref (stock->none),
    .differences = g_ptr_array_ref (stock->none),
    .signatories = g_ptr_array_ref (stock->none),
    .capacities = g_ptr_array_ref (stock->none),
    .flows = g_ptr_array_ref (stock->none),
    .cites = g_array_ref (stock->cites[g_rand_int_range (stock->random, 0, G_N_ELEMENTS (stock->cites))]),
  };

  return atlas_item_new_take (&fields);
}

static AtlasDataset *
make_dataset (guint n)
{
  Stock          stock = { g_rand_new_with_seed (1991), g_hash_table_new (g_str_hash, g_str_equal), g_ptr_array_new (), sample_phases ("2004/2006 building; 2007/.. operating"), { NULL } };
  AtlasManifest *manifest = sample_manifest_new ("many");
  GPtrArray     *items = g_ptr_array_new_full (n, g_object_unref);

  g_strfreev (manifest->lanes);
  manifest->lanes = g_strsplit ("political,economic,security", ",", -1);
  for (guint i = 0; i < G_N_ELEMENTS (stock.cites); i++)
    {
      stock.cites[i] = g_array_new (FALSE, TRUE, sizeof (guint));
      g_array_set_size (stock.cites[i], i);
    }

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, make_item (&stock, i));

  for (guint i = 0; i < G_N_ELEMENTS (stock.cites); i++)
    g_array_unref (stock.cites[i]);
  g_hash_table_unref (stock.names);
  g_ptr_array_unref (stock.none);
  g_ptr_array_unref (stock.phases);
  g_rand_free (stock.random);

  return atlas_dataset_new_take (manifest, items, sample_report_new (), sample_bibliography_new (), NULL);
}

static double
get_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1000.0 + (double) now.tv_nsec / 1e6;
}

static double
get_mb (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return (double) (info.uordblks + info.hblkhd) / (1024.0 * 1024.0);
}

/* A timeline as the program keeps it. */
typedef struct
{
  AtlasTimelinePainter *painter;
  AtlasTimelineIndex   *index;
  AtlasTimelineLayout  *layout; /* what is drawn */
  AtlasTimelineSpec     spec;   /* of the layout that is there or asked for */
  GThread              *thread; /* (nullable): makes it */
  AtlasTimelineLayout  *made;   /* atomic */
  double                longest;
  cairo_surface_t      *surface;
} Timeline;

static gpointer
make_layout (gpointer data)
{
  Timeline            *self = data;
  double               begin = get_ms ();
  AtlasTimelineLayout *layout = atlas_timeline_layout_new (&self->spec);

  self->longest = MAX (self->longest, get_ms () - begin);
  g_atomic_pointer_set (&self->made, layout);

  return NULL;
}

/* Takes over the layout that has been made, and asks for the next if the zoom is in another bucket. */
static void
update_layout (Timeline      *self,
               AtlasTimeScale scale)
{
  double bucket = atlas_timeline_layout_get_bucket (scale.px_per_day);

  if (self->thread != NULL && g_atomic_pointer_get (&self->made) != NULL)
    {
      g_thread_join (g_steal_pointer (&self->thread));
      atlas_timeline_layout_unref (self->layout);
      self->layout = g_steal_pointer (&self->made);
    }
  if (self->thread == NULL && bucket != self->spec.px_per_day)
    {
      self->spec.px_per_day = bucket;
      self->thread = g_thread_new ("layout", make_layout, self);
    }
}

static void
paint (Timeline      *self,
       AtlasTimeScale scale)
{
  AtlasTimelineFrame frame = { .layout = self->layout, .view = { scale, WIDTH - ATLAS_TIMELINE_GUTTER, HEIGHT, 0.0 }, .today = self->index != NULL ? atlas_timeline_index_get_today (self->index) : 0 };
  cairo_t           *cr = cairo_create (self->surface);

  atlas_timeline_painter_paint_lanes (self->painter, cr, &frame);
  cairo_destroy (cr);
  cairo_surface_flush (self->surface);
}

/* From all days to a month and back, panning all the while. */
static AtlasTimeScale
scale_at (int frame)
{
  AtlasTimeSpan  all = sample_span ("1991/2030");
  double         width = WIDTH - ATLAS_TIMELINE_GUTTER;
  AtlasTimeScale scale = atlas_time_scale_for_range (all, width);
  double         t = (double) frame / (FRAMES - 1);
  double         depth = 0.5 - 0.5 * cos (2 * G_PI * t);
  double         middle = sample_span ("2012").begin + 2000.0 * sin (3 * G_PI * t);

  scale.px_per_day *= pow (width / 31.0 / scale.px_per_day, depth);
  scale.begin = middle - width / 2.0 / scale.px_per_day;

  return scale;
}

static void
load (Timeline     *self,
      AtlasDataset *dataset)
{
  g_autoptr (AtlasTextWidths) widths = atlas_timeline_painter_create_widths (self->painter);
  AtlasTimelineIndexSpec spec = { .widths = widths, .today = sample_span ("2026-11-23").begin };
  AtlasTimeScale         scale = scale_at (0);

  self->index = atlas_timeline_index_new (dataset, &spec);
  self->spec = (AtlasTimelineSpec){ self->index, atlas_timeline_layout_get_bucket (scale.px_per_day), HEIGHT, atlas_timeline_painter_get_line_height (self->painter), 0 };
  self->layout = atlas_timeline_layout_new (&self->spec);
  paint (self, scale);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
walk (Timeline   *self,
      const char *name)
{
  double times[FRAMES];
  gint64 next = g_get_monotonic_time ();

  for (int i = 0; i < FRAMES; i++)
    {
      AtlasTimeScale scale = scale_at (i);
      double         begin = get_ms ();

      update_layout (self, scale);
      paint (self, scale);
      times[i] = get_ms () - begin;

      next += FRAME_US;
      if (next > g_get_monotonic_time ())
        g_usleep ((gulong) (next - g_get_monotonic_time ()));
    }

  qsort (times, FRAMES, sizeof times[0], compare_times);
  g_print ("timeline%s.frame.p50.ms %.2f ms\n", name, times[FRAMES / 2]);
  g_print ("timeline%s.frame.p99.ms %.2f ms\n", name, times[FRAMES * 99 / 100]);
}

static void
run (guint       n,
     const char *name)
{
  g_autoptr (AtlasDataset) dataset = make_dataset (n);
  PangoContext         *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string ("Lato 11");
  Timeline              timeline = { NULL };
  double                begin, mb;

  pango_context_set_font_description (context, font);
  timeline.surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  timeline.painter = atlas_timeline_painter_new (context);

  mb = get_mb ();
  begin = get_ms ();
  load (&timeline, dataset);
  g_print ("timeline%s.load.ms %.1f ms\n", name, get_ms () - begin);
  g_print ("timeline%s.mb %.2f MB\n", name, get_mb () - mb);
  walk (&timeline, name);
  g_print ("timeline%s.layout.ms %.1f ms\n", name, timeline.longest);

  if (timeline.thread != NULL)
    g_thread_join (timeline.thread);
  g_clear_pointer (&timeline.made, atlas_timeline_layout_unref);
  atlas_timeline_layout_unref (timeline.layout);
  atlas_timeline_index_unref (timeline.index);
  atlas_timeline_painter_free (timeline.painter);
  cairo_surface_destroy (timeline.surface);
  pango_font_description_free (font);
  g_object_unref (context);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    guint       n;
    const char *name;
  } sizes[] = { { 100, ".100" }, { 10000, ".10k" }, { 100000, "" }, { 1000000, ".1m" } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (argc < 2 || g_str_equal (argv[1], sizes[i].name))
      run (sizes[i].n, sizes[i].name);

  return 0;
}
