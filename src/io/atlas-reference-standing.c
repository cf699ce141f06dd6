// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-reference-standing.h"

#include "atlas-limits.h"
#include "atlas-reference-batch.h"

#include <string.h>

#define SEPARATOR "; "
#define ROLE "role="
#define REPORT "report"
#define TIER "tier="
#define NUMBER "number="

static void
add_part (GString    *text,
          const char *name,
          const char *value)
{
  g_string_append_printf (text, "%s%s%s", text->len > 0 ? SEPARATOR : "", name, value);
}

char *
atlas_reference_standing_write (const AtlasReferenceFields *fields)
{
  GString *text = g_string_new (NULL);

  if (fields->role == ATLAS_REFERENCE_REPORT)
    add_part (text, ROLE, REPORT);
  if (fields->tier != NULL && *fields->tier != '\0' && strchr (fields->tier, ';') == NULL) /* a tier is an id */
    add_part (text, TIER, fields->tier);
  if (fields->number > 0)
    {
      g_autofree char *number = g_strdup_printf ("%u", fields->number);

      add_part (text, NUMBER, number);
    }

  return g_string_free (text, text->len == 0);
}

void
atlas_reference_standing_read (AtlasReferenceFields *fields,
                               const char           *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *part = g_strstrip (parts[i]);
      guint64     number = 0;

      if (g_str_has_prefix (part, TIER))
        {
          g_free (fields->tier);
          fields->tier = atlas_reference_clean_text (part + strlen (TIER));
        }
      else if (g_str_has_prefix (part, NUMBER) && g_ascii_string_to_unsigned (part + strlen (NUMBER), 10, 1, ATLAS_LIMIT_CITATION, &number, NULL))
        {
          fields->number = (guint) number;
          fields->role = ATLAS_REFERENCE_REPORT; /* only its citations have numbers, and all of them do */
        }
    }
}
