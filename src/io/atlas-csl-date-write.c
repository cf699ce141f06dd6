// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-csl-private.h"

#define FIRST_SEASON 21
#define N_SEASONS 4

/* The years that atlas_csl_read_date() takes. */
#define LAST_YEAR 9999

/* What date-parts hold: one date or two, each of up to three parts. */
typedef struct
{
  int   parts[2][3];
  guint n_parts[2];
  guint n_dates;
  guint season; /* 1 to 4; 0: none */
} Parts;

static gboolean
add_day (Parts *self,
         int    day,
         guint  n_parts)
{
  int year = 0, month = 0, day_of_month = 0;

  atlas_day_to_ymd (day, &year, &month, &day_of_month);
  if (ABS (year) > LAST_YEAR)
    return FALSE;

  self->parts[self->n_dates][0] = year;
  self->parts[self->n_dates][1] = month;
  self->parts[self->n_dates][2] = day_of_month;
  self->n_parts[self->n_dates++] = n_parts;

  return TRUE;
}

static gboolean
add_date (Parts               *self,
          const AtlasEdtfDate *date)
{
  static const guint n_parts[] = {
    [ATLAS_EDTF_DAY] = 3, [ATLAS_EDTF_MONTH] = 2, [ATLAS_EDTF_SEASON] = 1, [ATLAS_EDTF_YEAR] = 1, [ATLAS_EDTF_DECADE] = 1, [ATLAS_EDTF_CENTURY] = 1, [ATLAS_EDTF_SPAN] = 1
  };

  return date->span.begin == G_MININT || add_day (self, date->span.begin, n_parts[date->precision]);
}

/* A decade, a century or a set: the first and the last year it can mean. */
static gboolean
add_years (Parts               *self,
           const AtlasEdtfDate *date)
{
  return (date->span.begin == G_MININT || add_day (self, date->span.begin, 1)) &&
         (date->span.end == G_MAXINT || add_day (self, date->span.end - 1, 1));
}

static gboolean
collect (Parts           *self,
         const AtlasEdtf *edtf)
{
  if (edtf->interval)
    return (edtf->start.bound != ATLAS_EDTF_DATE || add_date (self, &edtf->start)) &&
           (edtf->end.bound != ATLAS_EDTF_DATE || add_date (self, &edtf->end));

  if (edtf->start.precision > ATLAS_EDTF_YEAR)
    return add_years (self, &edtf->start);

  if (edtf->start.season >= FIRST_SEASON && edtf->start.season < FIRST_SEASON + N_SEASONS)
    self->season = edtf->start.season - FIRST_SEASON + 1;

  return add_date (self, &edtf->start);
}

static JsonNode *
build (const Parts     *parts,
       const AtlasEdtf *edtf)
{
  g_autoptr (JsonBuilder) builder = json_builder_begin_object (json_builder_new ());

  json_builder_begin_array (json_builder_set_member_name (builder, "date-parts"));
  for (guint i = 0; i < parts->n_dates; i++)
    {
      json_builder_begin_array (builder);
      for (guint j = 0; j < parts->n_parts[i]; j++)
        json_builder_add_int_value (builder, parts->parts[i][j]);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);

  if (parts->season > 0)
    json_builder_add_int_value (json_builder_set_member_name (builder, "season"), parts->season);
  if (edtf->start.approximate || edtf->start.uncertain || edtf->end.approximate || edtf->end.uncertain)
    json_builder_add_boolean_value (json_builder_set_member_name (builder, "circa"), TRUE);
  json_builder_end_object (builder);

  return json_builder_get_root (builder);
}

JsonNode *
atlas_csl_create_date (const char *edtf,
                       gboolean   *exact)
{
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *again = NULL;
  AtlasEdtf        reading;
  Parts            parts = { .n_dates = 0 };

  *exact = FALSE;
  if (!atlas_edtf_parse (edtf, &reading, NULL) || !collect (&parts, &reading) || parts.n_dates == 0)
    return NULL;

  node = build (&parts, &reading);
  if (!atlas_csl_read_date (&ATLAS_JSON_ROOT (node), &again, NULL))
    return NULL;
  *exact = g_str_equal (again, edtf);

  return g_steal_pointer (&node);
}
