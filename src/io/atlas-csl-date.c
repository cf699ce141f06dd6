// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-csl.h"

#include "atlas-limits.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A CSL date in its object form. */
typedef struct
{
  char    *edtf;
  char    *parts; /* date-parts, written as EDTF */
  char    *raw;
  char    *literal;
  char    *season;
  gboolean circa;
} Date;

static void
date_clear (Date *date)
{
  g_clear_pointer (&date->edtf, g_free);
  g_clear_pointer (&date->parts, g_free);
  g_clear_pointer (&date->raw, g_free);
  g_clear_pointer (&date->literal, g_free);
  g_clear_pointer (&date->season, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Date, date_clear)

/* A part of a date: CSL writers put numbers there, or the same as strings. */
static gboolean
read_part (const AtlasJson *self,
           int             *part,
           GError         **error)
{
  g_autofree char *text = NULL;
  double           number = NAN;
  gint64           read = 0;

  if (json_node_get_value_type (self->node) == G_TYPE_STRING)
    {
      if (!atlas_json_read_string (self, &text, error))
        return FALSE;
      if (g_ascii_string_to_signed (text, 10, -9999, 9999, &read, NULL))
        number = (double) read;
    }
  else if (!atlas_json_read_double (self, &number, error))
    return FALSE;

  if (!(ABS (number) <= 9999.0) || number != floor (number))
    return atlas_json_fail (self, error, ATLAS_RULE_DATE, _ ("a part of a date is a whole number from −9999 to 9999"));

  *part = (int) number;

  return TRUE;
}

/* [year], [year, month] or [year, month, day] → "2006-05-28". */
static gboolean
read_one_date (const AtlasJson *self,
               GString         *text,
               GError         **error)
{
  int   parts[3] = { 0, 0, 0 };
  guint length = 0;

  if (!atlas_json_get_length (self, ATLAS_LIMIT_LIST, &length, error))
    return FALSE;
  if (length < 1 || length > 3)
    return atlas_json_fail (self, error, ATLAS_RULE_DATE, _ ("a date has 1 to 3 parts, not %u"), length);

  for (guint i = 0; i < length; i++)
    {
      AtlasJson element = atlas_json_element (self, i);

      if (!read_part (&element, &parts[i], error))
        return FALSE;
    }

  g_string_append_printf (text, parts[0] < 0 ? "-%04d" : "%04d", ABS (parts[0]));
  for (guint i = 1; i < length; i++)
    g_string_append_printf (text, "-%02d", parts[i]);

  return TRUE;
}

static gboolean
read_date_parts (const AtlasJson *self,
                 gpointer         out,
                 GError         **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint length = 0;

  if (!atlas_json_get_length (self, ATLAS_LIMIT_LIST, &length, error))
    return FALSE;
  if (length < 1 || length > 2)
    return atlas_json_fail (self, error, ATLAS_RULE_DATE, _ ("“date-parts” has one date or two, not %u"), length);

  for (guint i = 0; i < length; i++)
    {
      AtlasJson element = atlas_json_element (self, i);

      if (i > 0)
        g_string_append_c (text, '/');
      if (!read_one_date (&element, text, error))
        return FALSE;
    }

  *(char **) out = g_strdup (text->str);

  return TRUE;
}

/* Some writers say true, others 1 or "1". */
static gboolean
read_circa (const AtlasJson *self,
            gpointer         out,
            GError         **error)
{
  *(gboolean *) out = json_node_get_value_type (self->node) != G_TYPE_BOOLEAN || json_node_get_boolean (self->node);

  return TRUE;
}

/* 1..4 stands for spring to winter, which EDTF writes as months 21..24. */
static gboolean
read_season (const AtlasJson *self,
             gpointer         out,
             GError         **error)
{
  int season = 0;

  if (!read_part (self, &season, error))
    return FALSE;
  if (season < 1 || season > 4)
    return atlas_json_fail (self, error, ATLAS_RULE_DATE, _ ("%d is not a season from 1 to 4"), season);

  *(char **) out = g_strdup_printf ("-%d", 20 + season);

  return TRUE;
}

/* Takes @text if it is EDTF; else frees it. */
static char *
take_if_edtf (char *text)
{
  AtlasEdtf edtf;

  if (text != NULL && atlas_edtf_parse (text, &edtf, NULL))
    return text;

  g_free (text);

  return NULL;
}

static gboolean
read_date_object (const AtlasJson *self,
                  char           **out,
                  GError         **error)
{
#define MEMBER(name_, reader_, field_)                    \
  {                                                       \
    name_, reader_, G_STRUCT_OFFSET (Date, field_), FALSE \
  }
  static const AtlasJsonMember members[] = {
    MEMBER ("edtf", atlas_json_read_string, edtf),
    MEMBER ("date-parts", read_date_parts, parts),
    MEMBER ("raw", atlas_json_read_string, raw),
    MEMBER ("literal", atlas_json_read_string, literal),
    MEMBER ("season", read_season, season),
    MEMBER ("circa", read_circa, circa),
    { NULL },
  };
#undef MEMBER
  g_auto (Date) date = { .edtf = NULL };
  g_autoptr (GError) inner = NULL;
  g_autofree char *text = NULL;
  AtlasEdtf        edtf;

  if (!atlas_json_read_object (self, members, &date, NULL, error))
    return FALSE;

  if (date.edtf == NULL && date.parts == NULL)
    {
      *out = take_if_edtf (date.raw != NULL ? g_steal_pointer (&date.raw) : g_steal_pointer (&date.literal));
      if (*out == NULL)
        atlas_json_skip (self, NULL, NULL); /* words for people: kept as they are */
      return TRUE;
    }

  text = date.edtf != NULL ? g_steal_pointer (&date.edtf)
                           : g_strconcat (date.parts, date.season != NULL ? date.season : "", date.circa ? "~" : "", NULL);
  if (!atlas_edtf_parse (text, &edtf, &inner))
    return atlas_json_fail (self, error, ATLAS_RULE_DATE, "%s", inner->message);

  *out = g_steal_pointer (&text);

  return TRUE;
}

gboolean
atlas_csl_read_date (const AtlasJson *self,
                     gpointer         out,
                     GError         **error)
{
  g_autoptr (GError) inner = NULL;
  g_autofree char *text = NULL;
  AtlasEdtf        edtf;

  if (JSON_NODE_HOLDS_OBJECT (self->node))
    return read_date_object (self, out, error);

  if (!atlas_json_read_name (self, &text, error))
    return FALSE;
  if (!atlas_edtf_parse (text, &edtf, &inner))
    return atlas_json_fail (self, error, ATLAS_RULE_DATE, "%s", inner->message);

  *(char **) out = g_steal_pointer (&text);

  return TRUE;
}
