// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-exporter-private.h"
#include "atlas-json-text.h"

/* TimelineJS JSON (https://timeline.knightlab.com/docs/json-format.html): a slide an item, and an era a period.
 *
 * Its dates are points that are known exactly. So start_date and end_date hold the first and the last day that an item's dates
 * can mean, and display_date says in words what is known: that is what a reader sees. A slide must have a start: of an item
 * whose beginning nobody knows it is the first day that a phase tells, or its end; without any date there is no slide.
 * Eras have both ends: an open one ends where the atlas's timeline does. */

/* A date as numbers, as precise as @precision is. */
static void
add_day (AtlasJsonText     *json,
         const char        *member,
         int                day,
         AtlasEdtfPrecision precision)
{
  int year, month, day_of_month;

  atlas_day_to_ymd (day, &year, &month, &day_of_month);
  atlas_json_text_member (json, member);
  atlas_json_text_begin (json, '{');
  atlas_json_text_member (json, "year");
  atlas_json_text_integer (json, year);
  if (precision != ATLAS_EDTF_YEAR)
    {
      atlas_json_text_member (json, "month");
      atlas_json_text_integer (json, month);
    }
  if (precision != ATLAS_EDTF_YEAR && precision != ATLAS_EDTF_MONTH)
    {
      atlas_json_text_member (json, "day");
      atlas_json_text_integer (json, day_of_month);
    }
  atlas_json_text_end (json, '}');
}

static void
add_html (AtlasJsonText *json,
          const char    *member,
          const char    *words, /* (nullable) */
          gboolean       paragraphs)
{
  g_autoptr (GString) html = g_string_new (NULL);
  g_autofree char *plain = atlas_export_dup_plain (words != NULL ? words : "");
  g_auto (GStrv) lines = g_strsplit (plain, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (paragraphs && *lines[i] == '\0')
        continue;
      g_string_append (html, paragraphs ? "<p>" : i > 0 ? " "
                                                        : "");
      atlas_export_append_escaped (html, lines[i]);
      g_string_append (html, paragraphs ? "</p>" : "");
    }
  atlas_json_text_add_string (json, member, html->str);
}

static void
add_text (AtlasJsonText *json,
          const char    *headline,
          const char    *words)
{
  atlas_json_text_member (json, "text");
  atlas_json_text_begin (json, '{');
  add_html (json, "headline", headline, FALSE);
  add_html (json, "text", words, TRUE);
  atlas_json_text_end (json, '}');
}

/* Its days: of its life, or where nobody knows when that began, of what is known of it. FALSE: no date at all. */
static gboolean
get_days (AtlasItem     *item,
          AtlasTimeSpan *days)
{
  *days = atlas_item_get_span (item);
  if (days->begin == G_MININT)
    days->begin = atlas_item_get_known_span (item).begin;
  if (days->begin == G_MININT && days->end != G_MAXINT)
    days->begin = days->end - 1;

  return days->begin != G_MININT;
}

static void
add_dates (AtlasJsonText *json,
           AtlasItem     *item,
           AtlasTimeSpan  days)
{
  const AtlasEdtf   *when = &atlas_item_get_when (item)->edtf;
  AtlasEdtfPrecision precision = days.begin == when->span.begin ? when->start.precision : ATLAS_EDTF_DAY;

  add_day (json, "start_date", days.begin, precision);
  if (days.end != G_MAXINT && days.end - 1 > days.begin)
    add_day (json, "end_date", days.end - 1, ATLAS_EDTF_DAY);
}

static void
add_event (AtlasJsonText     *json,
           const AtlasExport *what,
           AtlasItem         *item,
           AtlasTimeSpan      days)
{
  g_autofree char *words = atlas_edtf_to_words (&atlas_item_get_when (item)->edtf);

  atlas_json_text_begin (json, '{');
  atlas_json_text_add_string (json, "unique_id", atlas_item_get_id (item));
  add_dates (json, item, days);
  atlas_json_text_add_string (json, "display_date", words);
  add_text (json, atlas_export_get_name (what, item), atlas_item_get_summary (item));
  add_html (json, "group", atlas_export_get_kind_title (what, atlas_item_get_kind (item)), FALSE);
  atlas_json_text_member (json, "autolink");
  atlas_json_text_boolean (json, FALSE);
  atlas_json_text_end (json, '}');
}

static void
add_era (AtlasJsonText     *json,
         const AtlasExport *what,
         AtlasItem         *item,
         AtlasTimeSpan      days)
{
  AtlasTimeSpan all = atlas_dataset_get_manifest (what->dataset)->range;

  days.end = days.end != G_MAXINT ? days.end : MAX (all.end, days.begin + 1);

  atlas_json_text_begin (json, '{');
  atlas_json_text_add_string (json, "unique_id", atlas_item_get_id (item));
  add_day (json, "start_date", days.begin, ATLAS_EDTF_DAY);
  add_day (json, "end_date", days.end - 1, ATLAS_EDTF_DAY);
  add_text (json, atlas_export_get_name (what, item), NULL);
  atlas_json_text_end (json, '}');
}

static void
add_title (AtlasJsonText     *json,
           const AtlasExport *what)
{
  const AtlasManifest *manifest = atlas_dataset_get_manifest (what->dataset);

  atlas_json_text_member (json, "title");
  atlas_json_text_begin (json, '{');
  atlas_json_text_add_string (json, "unique_id", manifest->id);
  add_text (json, manifest->title, manifest->description);
  atlas_json_text_end (json, '}');
}

static gboolean
add_slides (AtlasJsonText     *json,
            const AtlasExport *what,
            gboolean           eras,
            GOutputStream     *stream,
            GCancellable      *cancellable,
            GError           **error)
{
  atlas_json_text_member (json, eras ? "eras" : "events");
  atlas_json_text_begin (json, '[');
  for (guint i = 0; i < what->items->len; i++)
    {
      AtlasItem    *item = g_ptr_array_index (what->items, i);
      AtlasTimeSpan days;

      if ((eras && atlas_item_get_kind (item) != ATLAS_KIND_PERIOD) || !get_days (item, &days))
        continue;

      g_string_append (json->text, json->comma ? ",\n" : "\n");
      json->comma = FALSE;
      if (eras)
        add_era (json, what, item, days);
      else
        add_event (json, what, item, days);
      if (!atlas_export_put (stream, json->text, cancellable, error))
        return FALSE;
    }
  atlas_json_text_end (json, ']');

  return TRUE;
}

ATLAS_EXPORT_WRITE (timelinejs)
{
  g_autoptr (GString) text = g_string_new (NULL);
  AtlasJsonText json = { text, FALSE };

  atlas_json_text_begin (&json, '{');
  atlas_json_text_add_string (&json, "scale", "human");
  add_title (&json, what);
  if (!add_slides (&json, what, FALSE, stream, cancellable, error) || !add_slides (&json, what, TRUE, stream, cancellable, error))
    return FALSE;
  atlas_json_text_end (&json, '}');
  g_string_append_c (text, '\n');

  return atlas_export_put (stream, text, cancellable, error);
}
