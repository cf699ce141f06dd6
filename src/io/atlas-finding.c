// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-finding.h"

#include "atlas-limits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (atlas_bundle_error, atlas_bundle_error)

static const struct
{
  const char   *id;
  AtlasSeverity severity;
} rules[] = {
  [ATLAS_RULE_UNREADABLE] = { "unreadable", ATLAS_SEVERITY_ERROR },
  [ATLAS_RULE_EMPTY_FILE] = { "empty-file", ATLAS_SEVERITY_ERROR },
  [ATLAS_RULE_ENCODING] = { "encoding", ATLAS_SEVERITY_ERROR },
  [ATLAS_RULE_SYNTAX] = { "syntax", ATLAS_SEVERITY_ERROR },
  [ATLAS_RULE_DUPLICATE_MEMBER] = { "duplicate-member", ATLAS_SEVERITY_ERROR },
  [ATLAS_RULE_NUMBER] = { "bad-number", ATLAS_SEVERITY_ERROR },
  [ATLAS_RULE_LIMIT] = { "limit", ATLAS_SEVERITY_ERROR },
  [ATLAS_RULE_MISSING] = { "missing-member", ATLAS_SEVERITY_ERROR },
  [ATLAS_RULE_TYPE] = { "wrong-type", ATLAS_SEVERITY_ERROR },
  [ATLAS_RULE_VALUE] = { "bad-value", ATLAS_SEVERITY_ERROR },
  [ATLAS_RULE_ID] = { "bad-id", ATLAS_SEVERITY_ERROR },
  [ATLAS_RULE_DATE] = { "bad-date", ATLAS_SEVERITY_ERROR },
  [ATLAS_RULE_POSITION] = { "bad-position", ATLAS_SEVERITY_ERROR },
  [ATLAS_RULE_GEOMETRY] = { "bad-geometry", ATLAS_SEVERITY_ERROR },
  [ATLAS_RULE_UNKNOWN_MEMBER] = { "unknown-member", ATLAS_SEVERITY_ERROR },
  [ATLAS_RULE_FORMAT] = { "unknown-format", ATLAS_SEVERITY_ERROR },
  [ATLAS_RULE_REPORT_FORM] = { "report-form", ATLAS_SEVERITY_ERROR },
  [ATLAS_RULE_REPORT_HTML] = { "report-html", ATLAS_SEVERITY_ERROR },
  [ATLAS_RULE_REPORT_IMAGE] = { "report-image", ATLAS_SEVERITY_ERROR },
  [ATLAS_RULE_REPORT_LINK] = { "report-link", ATLAS_SEVERITY_ERROR },
  [ATLAS_RULE_REPORT_ID] = { "report-id", ATLAS_SEVERITY_ERROR },
  [ATLAS_RULE_DUPLICATE_ID] = { "duplicate-id", ATLAS_SEVERITY_ERROR },
  [ATLAS_RULE_UNKNOWN_ITEM] = { "unknown-item", ATLAS_SEVERITY_ERROR },
  [ATLAS_RULE_UNKNOWN_CITATION] = { "unknown-citation", ATLAS_SEVERITY_ERROR },
  [ATLAS_RULE_UNKNOWN_THEME] = { "unknown-theme", ATLAS_SEVERITY_ERROR },
  [ATLAS_RULE_UNKNOWN_KIND] = { "unknown-kind", ATLAS_SEVERITY_ERROR },
  [ATLAS_RULE_UNKNOWN_ACTOR] = { "unknown-actor", ATLAS_SEVERITY_ERROR },
  [ATLAS_RULE_UNKNOWN_SOURCE] = { "unknown-source", ATLAS_SEVERITY_ERROR },
  [ATLAS_RULE_UNKNOWN_PASSAGE] = { "unknown-passage", ATLAS_SEVERITY_ERROR },
  [ATLAS_RULE_UNKNOWN_TOKEN] = { "unknown-token", ATLAS_SEVERITY_ERROR },
  [ATLAS_RULE_NUMBER_GAP] = { "number-gap", ATLAS_SEVERITY_WARNING },
  [ATLAS_RULE_DUPLICATE_NUMBER] = { "duplicate-number", ATLAS_SEVERITY_ERROR },
  [ATLAS_RULE_PHASE_ORDER] = { "phase-order", ATLAS_SEVERITY_ERROR },
  [ATLAS_RULE_PHASE_OVERLAP] = { "phase-overlap", ATLAS_SEVERITY_ERROR },
  [ATLAS_RULE_PHASE_OUTSIDE_LIFE] = { "phase-outside-life", ATLAS_SEVERITY_ERROR },
  [ATLAS_RULE_PART_OF_ITSELF] = { "part-of-itself", ATLAS_SEVERITY_ERROR },
  [ATLAS_RULE_UNSAFE_URL] = { "unsafe-url", ATLAS_SEVERITY_ERROR },
  [ATLAS_RULE_UNSUPPORTED_ITEM] = { "unsupported-item", ATLAS_SEVERITY_WARNING },
  [ATLAS_RULE_MORE_FINDINGS] = { "more-findings", ATLAS_SEVERITY_WARNING },
};

G_STATIC_ASSERT (G_N_ELEMENTS (rules) == ATLAS_N_RULES);

/* Takes @message. */
static void
add_take (GPtrArray  *self,
          const char *file,
          const char *place,
          AtlasRule   rule,
          char       *message)
{
  AtlasFinding *finding;

  if (self->len > ATLAS_LIMIT_FINDINGS)
    {
      g_free (message);
      return;
    }

  if (self->len == ATLAS_LIMIT_FINDINGS)
    {
      g_free (message);
      message = g_strdup_printf (_ ("there is more to find; only the first %u are listed"), ATLAS_LIMIT_FINDINGS);
      rule = ATLAS_RULE_MORE_FINDINGS;
      place = "";
    }

  finding = g_new0 (AtlasFinding, 1);
  finding->file = g_strdup (file);
  finding->place = g_strdup (place);
  finding->rule = rule;
  finding->severity = rules[rule].severity;
  finding->message = message;
  g_ptr_array_add (self, finding);
}

const char *
atlas_rule_get_id (AtlasRule rule)
{
  g_return_val_if_fail ((guint) rule < ATLAS_N_RULES, NULL);

  return rules[rule].id;
}

void
atlas_finding_free (AtlasFinding *self)
{
  if (self == NULL)
    return;

  g_free (self->file);
  g_free (self->place);
  g_free (self->message);
  g_free (self);
}

char *
atlas_finding_to_string (const AtlasFinding *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_strdup_printf ("%s%s: %s", self->file, self->place, self->message);
}

GPtrArray *
atlas_findings_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_finding_free);
}

void
atlas_findings_add (GPtrArray  *self,
                    const char *file,
                    const char *place,
                    AtlasRule   rule,
                    const char *format,
                    ...)
{
  char   *message;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  add_take (self, file, place, rule, message);
}

void
atlas_findings_add_error (GPtrArray  *self,
                          const char *file,
                          GError     *error)
{
  const char      *words = NULL;
  g_autofree char *place = NULL;
  AtlasRule        rule = ATLAS_RULE_UNREADABLE;

  g_return_if_fail (error != NULL);

  if (error->domain == ATLAS_BUNDLE_ERROR)
    {
      rule = (AtlasRule) error->code;
      if (error->message[0] == '#' || error->message[0] == ':')
        words = strstr (error->message, ": "); /* no pointer holds one: only known members are entered */
    }

  if (words != NULL)
    place = g_strndup (error->message, (gsize) (words - error->message));

  add_take (self, file, place != NULL ? place : "", rule, g_strdup (words != NULL ? words + 2 : error->message));
  g_error_free (error);
}

const AtlasFinding *
atlas_findings_first_error (GPtrArray *self)
{
  for (guint i = 0; i < self->len; i++)
    {
      const AtlasFinding *finding = g_ptr_array_index (self, i);

      if (finding->severity == ATLAS_SEVERITY_ERROR)
        return finding;
    }

  return NULL;
}
