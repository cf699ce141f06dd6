// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * How long the installed program takes from exec to a complete window, as an eye at the screen would measure it: the
 * screen is grabbed every few milliseconds, and the window is complete with the first picture that the last one, seconds
 * later, does not differ from. Prints NAME VALUE UNIT lines. Needs an X display of its own (support/in-display).
 */

#include <gio/gio.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>

#include <sys/wait.h>

#define RUNS 5
#define WATCH_US (6 * G_USEC_PER_SEC)
#define GRAB_EVERY_US 8000
#define PAINTED 0.02  /* of the screen differs from the empty one: something is there */
#define COMPLETE 0.99 /* of the screen is as it stays */

typedef struct
{
  gint64   time; /* in µs after exec */
  guint32 *pixels;
} Frame;

typedef struct
{
  double paint_ms;
  double complete_ms;
  double pss_mb;
} Measure;

static Display *display;
static gsize    n_pixels;

static void
free_frame (gpointer data)
{
  Frame *frame = data;

  g_free (frame->pixels);
  g_free (frame);
}

/* The screen's pixels (transfer full), or NULL if they are still those of @last. */
static guint32 *
grab (const guint32 *last)
{
  Window            root = DefaultRootWindow (display);
  XWindowAttributes attributes;
  XImage           *image;
  guint32          *pixels = NULL;

  XGetWindowAttributes (display, root, &attributes);
  image = XGetImage (display, root, 0, 0, attributes.width, attributes.height, AllPlanes, ZPixmap);
  g_assert_nonnull (image);
  g_assert_cmpint (image->bits_per_pixel, ==, 32);
  n_pixels = (gsize) image->width * image->height;
  if (last == NULL || memcmp (image->data, last, n_pixels * sizeof (guint32)) != 0)
    pixels = g_memdup2 (image->data, n_pixels * sizeof (guint32));
  XDestroyImage (image);

  return pixels;
}

static double
get_share_equal (const guint32 *a,
                 const guint32 *b)
{
  gsize n_equal = 0;

  for (gsize i = 0; i < n_pixels; i++)
    n_equal += a[i] == b[i];

  return (double) n_equal / n_pixels;
}

/* The memory that is the process's own, with its share of what it has in common with others, in MB. */
static double
read_pss (GPid pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/smaps_rollup", pid);
  g_autofree char *text = NULL;
  const char      *line;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return 0;
  line = strstr (text, "\nPss:");

  return line != NULL ? g_ascii_strtoull (line + strlen ("\nPss:"), NULL, 10) / 1000.0 : 0;
}

static Measure
measure (const char *program)
{
  const char *const   argv[] = { program, NULL };
  g_autofree guint32 *empty = grab (NULL);
  g_autoptr (GPtrArray) frames = g_ptr_array_new_with_free_func (free_frame);
  g_autoptr (GError) error = NULL;
  const guint32 *last = empty;
  Measure        result = { 0 };
  gint64         begin = g_get_monotonic_time ();
  GPid           pid;

  g_spawn_async (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, &error);
  g_assert_no_error (error);

  while (g_get_monotonic_time () - begin < WATCH_US)
    {
      gint64   time = g_get_monotonic_time () - begin;
      guint32 *pixels = grab (last);

      if (pixels != NULL)
        {
          Frame *frame = g_new (Frame, 1);

          *frame = (Frame){ .time = time, .pixels = pixels };
          g_ptr_array_add (frames, frame);
          last = pixels;
        }
      g_usleep (GRAB_EVERY_US);
    }
  result.pss_mb = read_pss (pid);
  kill (pid, SIGTERM);
  waitpid (pid, NULL, 0);

  for (guint i = 0; i < frames->len && result.complete_ms <= 0; i++)
    {
      const Frame *frame = g_ptr_array_index (frames, i);

      if (result.paint_ms <= 0 && get_share_equal (frame->pixels, empty) < 1 - PAINTED)
        result.paint_ms = frame->time / 1000.0;
      if (get_share_equal (frame->pixels, last) >= COMPLETE)
        result.complete_ms = frame->time / 1000.0;
    }

  return result;
}

static int
compare_complete (const void *a,
                  const void *b)
{
  double difference = ((const Measure *) a)->complete_ms - ((const Measure *) b)->complete_ms;

  return (difference > 0) - (difference < 0);
}

int
main (void)
{
  const char *program = g_getenv ("ATLAS_TEST_PROGRAM");
  Measure     runs[RUNS];

  if (program == NULL || !g_file_test (program, G_FILE_TEST_IS_EXECUTABLE))
    {
      g_print ("the program is not installed\n");
      return 77;
    }
  display = XOpenDisplay (NULL);
  if (display == NULL)
    {
      g_print ("no display\n");
      return 77;
    }

  measure (program); /* its pages are in memory from now on */
  for (guint i = 0; i < RUNS; i++)
    runs[i] = measure (program);
  qsort (runs, RUNS, sizeof (Measure), compare_complete);
  g_print ("start.paint.ms %.0f ms\n", runs[RUNS / 2].paint_ms);
  g_print ("start.ms %.0f ms\n", runs[RUNS / 2].complete_ms);
  g_print ("start.worst.ms %.0f ms\n", runs[RUNS - 1].complete_ms);
  g_print ("start.pss.mb %.1f MB\n", runs[RUNS / 2].pss_mb);
  XCloseDisplay (display);

  return runs[0].complete_ms > 0 ? 0 : 1;
}
