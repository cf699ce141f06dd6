// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-frame-memory.h"

#include <features.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#ifdef ATLAS_WITH_X11
#include <cairo-xlib.h>
#include <gdk/x11/gdkx.h>
#endif

/* As large as the C library takes it from the heap at all, bytes. */
#define LARGEST_FRAME (32 << 20)
/* Free memory that the heap keeps, in frames: a frame is drawn in several layers. */
#define N_FRAMES 6
/* Smaller images do not go through shared memory, px. */
#define HELD_SIZE 256

#ifdef ATLAS_WITH_X11
static cairo_surface_t *held = NULL;
#endif

/* The size of the largest screen, in its own pixels. */
static void
measure_screens (GdkDisplay *display,
                 int        *width,
                 int        *height)
{
  GListModel *monitors = gdk_display_get_monitors (display);

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);
      int          scale = gdk_monitor_get_scale_factor (monitor);
      GdkRectangle place;

      gdk_monitor_get_geometry (monitor, &place);
      *width = MAX (*width, place.width * scale);
      *height = MAX (*height, place.height * scale);
    }
}

/* The heap does not shrink by each image that is freed. */
static void
keep_heap (gsize frame)
{
#ifdef __GLIBC__
  mallopt (M_MMAP_THRESHOLD, (int) MIN (frame + frame / 4, LARGEST_FRAME));
  mallopt (M_TRIM_THRESHOLD, (int) MIN (frame * N_FRAMES, G_MAXINT));
#endif
}

/* cairo gives shared memory back when no image is left in it: one that is never drawn is. The large image is there only to
 * make cairo take as much as frames need. */
static void
keep_shared (GdkDisplay *display,
             int         width,
             int         height)
{
#ifdef ATLAS_WITH_X11
  Display         *server;
  cairo_surface_t *root;
  cairo_surface_t *frame;

  if (!GDK_IS_X11_DISPLAY (display))
    return;

  server = gdk_x11_display_get_xdisplay (display);
  root = cairo_xlib_surface_create (server, DefaultRootWindow (server), DefaultVisual (server, DefaultScreen (server)), width, height);
  frame = cairo_surface_create_similar_image (root, CAIRO_FORMAT_ARGB32, width, height);
  held = cairo_surface_create_similar_image (root, CAIRO_FORMAT_ARGB32, HELD_SIZE, HELD_SIZE);
  cairo_surface_destroy (frame);
  cairo_surface_destroy (root);
#endif
}

void
atlas_frame_memory_keep (GtkWidget *widget)
{
  static gboolean is_kept = FALSE;
  GdkDisplay     *display;
  int             width = 0;
  int             height = 0;

  g_return_if_fail (GTK_IS_WIDGET (widget) && gtk_widget_get_realized (widget));

  if (is_kept || !GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (gtk_widget_get_native (widget))))
    return;

  is_kept = TRUE;
  display = gtk_widget_get_display (widget);
  measure_screens (display, &width, &height);
  keep_heap ((gsize) width * (gsize) height * 4);
  keep_shared (display, width, height);
}
