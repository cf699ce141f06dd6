// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-export-kml-private.h"

#include "atlas-flight.h"
#include "atlas-mercator.h"

#include <math.h>

/* A tour of the atlas as one of Google Earth: it flies from step to step, sets the clock, and stays while one reads. */

#define FIELD_OF_VIEW 60.0 /* degrees from the left of the view to its right: what Google Earth has unless told otherwise */
#define MAX_RANGE 2e7      /* metres: all of the Earth is seen from there */

/* Seconds of a flight, and of a stay: long enough to read the step's text, at so many letters a second. */
#define FIRST_FLIGHT 3.0
#define MIN_FLIGHT 2.0
#define MAX_FLIGHT 8.0
#define MIN_STAY 4.0
#define MAX_STAY 30.0
#define LETTERS_PER_SECOND 15.0

double
atlas_export_kml_range (AtlasCamera camera)
{
  /* A tour's map is w = ATLAS_TOUR_VIEW_WIDTH px wide; a px of it is m metres on the ground where the camera looks, so it shows
   * w · m. From straight above, at the height r, a view of the angle a shows 2 · r · tan (a / 2). They are to show the same:
   *     r = w · m / (2 · tan (a / 2)),   m = 2π · 6378137 · cos (latitude) / (256 · 2^zoom)
   * This takes the ground for flat; where that no longer holds, the whole Earth is in view anyway. */
  double width = ATLAS_TOUR_VIEW_WIDTH * atlas_mercator_metres_per_px (camera.latitude, camera.zoom);

  return MIN (width / (2.0 * tan (FIELD_OF_VIEW / 2.0 * G_PI / 180.0)), MAX_RANGE);
}

/* The days that a step looks at: those of its clock, else those of its timeline. */
static AtlasTimeSpan
get_days (const AtlasSessionState *state)
{
  AtlasTimeSpan days = state->date;

  if (atlas_time_span_is_empty (days) || state->mode == ATLAS_CLOCK_ALL)
    return state->range;
  if (state->mode == ATLAS_CLOCK_UP_TO)
    days.begin = G_MININT;

  return days;
}

static void
append_days (GString                 *text,
             const AtlasSessionState *state,
             const char              *element)
{
  AtlasTimeSpan    days = get_days (state);
  g_autofree char *begin = NULL;
  g_autofree char *end = NULL;

  if (atlas_time_span_is_empty (days))
    return;

  begin = days.begin != G_MININT ? atlas_export_dup_day (days.begin) : NULL;
  end = days.end != G_MAXINT ? atlas_export_dup_day (days.end - 1) : NULL;
  atlas_export_kml_time_span (text, element, begin, end);
}

static void
append_number (GString    *text,
               const char *element,
               const char *format,
               double      value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (text, "<%s>%s</%s>", element, g_ascii_formatd (buffer, sizeof buffer, format, value), element);
}

/* Straight down, north up, as the map looks. In the schema the time stands before the place. */
static void
append_look_at (GString                 *text,
                const AtlasSessionState *state,
                AtlasCamera              camera)
{
  g_string_append (text, "<LookAt>\n");
  append_days (text, state, "gx:TimeSpan");
  append_number (text, "longitude", "%.6f", camera.longitude);
  append_number (text, "latitude", "%.6f", camera.latitude);
  g_string_append (text, "<altitude>0</altitude><heading>0</heading><tilt>0</tilt>");
  append_number (text, "range", "%.0f", atlas_export_kml_range (camera));
  g_string_append (text, "\n</LookAt>\n");
}

static double
get_flight (const AtlasCamera *from, /* (nullable) */
            AtlasCamera        to)
{
  AtlasFlight flight;

  if (from == NULL)
    return FIRST_FLIGHT;

  flight = atlas_flight_plan (*from, to, ATLAS_TOUR_VIEW_WIDTH, 0.0);

  return CLAMP (atlas_flight_get_duration (&flight), MIN_FLIGHT, MAX_FLIGHT);
}

static double
get_stay (AtlasTourStep *step)
{
  glong letters = g_utf8_strlen (atlas_tour_step_get_text (step), -1);

  return CLAMP ((double) letters / LETTERS_PER_SECOND, MIN_STAY, MAX_STAY);
}

/* Where a step looks: where the step before it did, unless it says. */
static AtlasCamera
get_camera (const AtlasExport *what,
            AtlasTour         *tour,
            guint              position)
{
  for (guint i = position + 1; i-- > 0;)
    {
      const AtlasSessionState *state = atlas_tour_step_get_state (atlas_tour_get_step (tour, i));

      if (state->has_camera)
        return state->camera;
    }

  return atlas_dataset_get_manifest (what->dataset)->home;
}

static void
append_playlist (GString           *text,
                 const AtlasExport *what,
                 AtlasTour         *tour)
{
  AtlasCamera before = { 0 };

  g_string_append (text, "<gx:Tour>\n");
  atlas_export_kml_element (text, "name", atlas_tour_get_title (tour));
  g_string_append (text, "<gx:Playlist>\n");
  for (guint i = 0; i < atlas_tour_get_n_steps (tour); i++)
    {
      AtlasTourStep *step = atlas_tour_get_step (tour, i);
      AtlasCamera    camera = get_camera (what, tour, i);

      g_string_append (text, "<gx:FlyTo>");
      append_number (text, "gx:duration", "%.1f", get_flight (i > 0 ? &before : NULL, camera));
      g_string_append (text, "<gx:flyToMode>bounce</gx:flyToMode>\n");
      append_look_at (text, atlas_tour_step_get_state (step), camera);
      g_string_append (text, "</gx:FlyTo>\n<gx:Wait>");
      append_number (text, "gx:duration", "%.1f", get_stay (step));
      g_string_append (text, "</gx:Wait>\n");
      before = camera;
    }
  g_string_append (text, "</gx:Playlist>\n</gx:Tour>\n");
}

/* A step as a row of the viewer's list: its words, and a view to go to. */
static void
append_step (GString           *text,
             const AtlasExport *what,
             AtlasTour         *tour,
             guint              position)
{
  AtlasTourStep   *step = atlas_tour_get_step (tour, position);
  g_autofree char *name = g_strdup_printf ("%u. %s", position + 1, atlas_tour_step_get_title (step));

  g_string_append (text, "<Placemark>\n");
  atlas_export_kml_element (text, "name", name);
  atlas_export_kml_describe (text, atlas_tour_step_get_text (step));
  append_look_at (text, atlas_tour_step_get_state (step), get_camera (what, tour, position));
  g_string_append (text, "</Placemark>\n");
}

void
atlas_export_kml_tour (GString           *text,
                       const AtlasExport *what,
                       AtlasTour         *tour)
{
  g_string_append_printf (text, "<Folder id=\"tour-%s\">\n", atlas_tour_get_id (tour));
  atlas_export_kml_element (text, "name", atlas_tour_get_title (tour));
  atlas_export_kml_describe (text, atlas_tour_get_description (tour));
  append_playlist (text, what, tour);
  for (guint i = 0; i < atlas_tour_get_n_steps (tour); i++)
    append_step (text, what, tour, i);
  g_string_append (text, "</Folder>\n");
}
