// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-exporter-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A calendar of dated items (RFC 5545).
 *
 * A calendar knows days and no doubt, and many dates of an atlas are a month, a year or "about". So an entry takes in all days
 * that its date can mean, and where that is not exactly what is known, the words of the date stand behind its title and a
 * comment says so: no day is made up. What goes on without an end is an entry where it begins ("from June 2006 on"), what began
 * at a time that nobody knows is one where it ends; what has neither is left out. */

#define MAX_LINE 75 /* octets of a line, without its end */

/* Years that fit the four digits of a date of iCalendar. */
#define MIN_YEAR 1
#define MAX_YEAR 9999

/* Folds: no line is longer, and no character of UTF-8 is cut. */
static void
append_line (GString    *text,
             const char *line)
{
  gsize room = MAX_LINE;

  for (const char *at = line; *at != '\0';)
    {
      gsize size = (gsize) (g_utf8_next_char (at) - at);

      if (size > room)
        {
          g_string_append (text, "\r\n ");
          room = MAX_LINE - 1; /* the space counts */
        }
      g_string_append_len (text, at, (gssize) size);
      room -= size;
      at += size;
    }
  g_string_append (text, "\r\n");
}

static void
append_property (GString    *text,
                 const char *name,
                 const char *value)
{
  g_autofree char *line = g_strconcat (name, ":", value, NULL);

  append_line (text, line);
}

/* A value of type TEXT: backslash, semicolon, comma and new line are escaped. */
static void
append_words (GString    *text,
              const char *name,
              const char *words) /* (nullable) */
{
  g_autoptr (GString) value = g_string_new (NULL);

  if (words == NULL || *words == '\0')
    return;

  for (const char *at = words; *at != '\0'; at++)
    if (*at == '\n')
      g_string_append (value, "\\n");
    else if (strchr ("\\;,", *at) != NULL)
      g_string_append_printf (value, "\\%c", *at);
    else if ((guchar) *at >= 0x20 || *at == '\t')
      g_string_append_c (value, *at);
  append_property (text, name, value->str);
}

static void
append_day (GString    *text,
            const char *name,
            int         day)
{
  int              year, month, day_of_month;
  g_autofree char *line = NULL;

  atlas_day_to_ymd (day, &year, &month, &day_of_month);
  line = g_strdup_printf ("%s;VALUE=DATE:%04d%02d%02d", name, year, month, day_of_month);
  append_line (text, line);
}

/* The days of its entry. FALSE: there are none, or they fit no calendar. */
static gboolean
get_days (const AtlasEdtf *when,
          AtlasTimeSpan   *days)
{
  int first, last, month, day;

  *days = when->span;
  if (days->end == G_MAXINT)
    *days = when->start.span;
  else if (days->begin == G_MININT)
    *days = when->end.span;
  if (days->begin == G_MININT || days->end == G_MAXINT)
    return FALSE;

  atlas_day_to_ymd (days->begin, &first, &month, &day);
  atlas_day_to_ymd (days->end, &last, &month, &day);

  return first >= MIN_YEAR && last <= MAX_YEAR;
}

static gboolean
is_exact (const AtlasEdtfDate *date)
{
  return date->bound == ATLAS_EDTF_DATE && date->precision == ATLAS_EDTF_DAY && !date->approximate && !date->uncertain;
}

static void
append_position (GString   *text,
                 AtlasItem *item)
{
  AtlasGeometry   *geometry = atlas_item_get_geometry (item);
  AtlasPoint       position = atlas_item_get_place (item);
  char             latitude[G_ASCII_DTOSTR_BUF_SIZE], longitude[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *value = NULL;

  append_words (text, "LOCATION", atlas_item_get_place_name (item));
  if (geometry != NULL && atlas_geometry_get_geometry_type (geometry) == ATLAS_GEOMETRY_POINT)
    position = atlas_geometry_get_lonlat (geometry)[0];
  if (isnan (position.x))
    return;

  value = g_strdup_printf ("%s;%s", g_ascii_formatd (latitude, sizeof latitude, "%.6f", position.y),
                           g_ascii_formatd (longitude, sizeof longitude, "%.6f", position.x));
  append_property (text, "GEO", value);
}

/* Why the entry's days are not simply the item's. (transfer full) */
static char *
dup_comment (const AtlasEdtf *when,
             AtlasTimeSpan    days,
             const char      *words)
{
  if (when->span.end > days.end)
    return g_strdup_printf (_ ("The entry is where it begins: %s."), words);
  if (when->span.begin < days.begin)
    return g_strdup_printf (_ ("The entry is where it ends: %s."), words);

  return g_strdup_printf (_ ("Known only as: %s. The entry takes in all days that this can mean."), words);
}

static void
append_names (GString           *text,
              const AtlasExport *what,
              AtlasItem         *item,
              AtlasTimeSpan      days)
{
  const AtlasEdtf *when = &atlas_item_get_when (item)->edtf;
  gboolean         exact = is_exact (&when->start) && is_exact (&when->end) && atlas_time_span_equal (days, when->span);
  g_autofree char *words = atlas_edtf_to_words (when);
  g_autofree char *summary = NULL;
  g_autofree char *comment = NULL;
  g_autofree char *description = atlas_export_dup_description (what, item);

  if (exact)
    summary = g_strdup (atlas_export_get_name (what, item));
  else
    {
      /* Translators: the name of an item, and its date in words */
      summary = g_strdup_printf (_ ("%s (%s)"), atlas_export_get_name (what, item), words);
      comment = dup_comment (when, days, words);
    }

  append_words (text, "SUMMARY", summary);
  append_words (text, "COMMENT", comment);
  append_words (text, "DESCRIPTION", description);
  append_words (text, "CATEGORIES", atlas_export_get_kind_title (what, atlas_item_get_kind (item)));
}

static void
append_event (GString           *text,
              const AtlasExport *what,
              AtlasItem         *item,
              const char        *stamp)
{
  const AtlasWhen *when = atlas_item_get_when (item);
  AtlasTimeSpan    days;
  g_autofree char *uid = NULL;
  g_autofree char *link = NULL;

  if (!get_days (&when->edtf, &days))
    return;

  /* Ids of items are never changed, so a calendar that reads the file again has each of them once. */
  uid = g_strdup_printf ("%s@%s.corridor-atlas", atlas_item_get_id (item), atlas_dataset_get_manifest (what->dataset)->id);
  link = atlas_export_dup_link (what, item);

  append_line (text, "BEGIN:VEVENT");
  append_property (text, "UID", uid);
  append_property (text, "DTSTAMP", stamp);
  append_day (text, "DTSTART", days.begin);
  append_day (text, "DTEND", days.end); /* the day after the last */
  append_names (text, what, item, days);
  append_position (text, item);
  append_property (text, "URL", link);
  append_property (text, "TRANSP", "TRANSPARENT"); /* nobody is busy then */
  append_words (text, "X-CORRIDOR-ATLAS-EDTF", when->text);
  append_line (text, "END:VEVENT");
}

ATLAS_EXPORT_WRITE (ics)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char     *stamp = g_date_time_format (now, "%Y%m%dT%H%M%SZ");
  const AtlasManifest *manifest = atlas_dataset_get_manifest (what->dataset);

  append_line (text, "BEGIN:VCALENDAR");
  append_line (text, "VERSION:2.0");
  append_line (text, "PRODID:-//" ATLAS_EXPORT_PRODUCT "//" ATLAS_EXPORT_PRODUCT "//EN");
  append_line (text, "CALSCALE:GREGORIAN");
  append_words (text, "NAME", manifest->title);         /* RFC 7986 */
  append_words (text, "X-WR-CALNAME", manifest->title); /* what programs read that do not know it */
  for (guint i = 0; i < what->items->len; i++)
    {
      append_event (text, what, g_ptr_array_index (what->items, i), stamp);
      if (!atlas_export_put (stream, text, cancellable, error))
        return FALSE;
    }
  append_line (text, "END:VCALENDAR");

  return atlas_export_put (stream, text, cancellable, error);
}
