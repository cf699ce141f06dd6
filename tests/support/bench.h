// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

#include <stdlib.h>
#include <time.h>

/* What benchmarks share. */

/* The file or folder that @variable names. Its figures would be those of nothing without it: then the benchmark stops. */
static inline const char *
bench_get_input (const char *variable)
{
  const char *path = g_getenv (variable);

  if (path == NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_printerr ("There is nothing to measure: %s must name a file or folder (it is \"%s\"). \"tools/test --benchmark\" sets it.\n",
                  variable, path != NULL ? path : "");
      exit (EXIT_FAILURE);
    }

  return path;
}

/* A GCompareFunc of doubles. */
static inline int
bench_compare (gconstpointer a,
               gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* What the processor has worked for this thread (CLOCK_THREAD_CPUTIME_ID) or for all of them (CLOCK_PROCESS_CPUTIME_ID), in µs:
 * what else the machine does does not count. */
static inline double
bench_get_work (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);

  return (double) now.tv_sec * G_USEC_PER_SEC + (double) now.tv_nsec / 1000.0;
}
