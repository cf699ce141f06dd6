// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-count-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PLACE "{n}"

/* A phrase for one and for many, as gettext has them with a context; xgettext knows the macro by its name. */
typedef struct
{
  const char *one;
  const char *many;
} Phrase;

#define NPC_(context, one, many) \
  {                              \
    context "\004" one, many     \
  }

/* Translators: In all of these {n} is the number; put it where your language wants it. Things are the subject of what is said of
 * them: make verb and participle agree in number and gender. "further pipelines": the word pipelines has been said just before. */
/* clang-format off */
static const Phrase kinds[] = {
  [ATLAS_KIND_PIPELINE] = NPC_ ("count", "{n} pipeline", "{n} pipelines"),
  [ATLAS_KIND_CORRIDOR] = NPC_ ("count", "{n} corridor", "{n} corridors"),
  [ATLAS_KIND_RAILWAY] = NPC_ ("count", "{n} railway", "{n} railways"),
  [ATLAS_KIND_SITE] = NPC_ ("count", "{n} site", "{n} sites"),
  [ATLAS_KIND_ZONE] = NPC_ ("count", "{n} zone", "{n} zones"),
  [ATLAS_KIND_TREATY] = NPC_ ("count", "{n} treaty", "{n} treaties"),
  [ATLAS_KIND_EVENT] = NPC_ ("count", "{n} event", "{n} events"),
  [ATLAS_KIND_PERIOD] = NPC_ ("count", "{n} period", "{n} periods"),
  [ATLAS_KIND_SCENARIO] = NPC_ ("count", "{n} scenario", "{n} scenarios"),
};

static const Phrase statuses[ATLAS_N_KINDS][ATLAS_N_STATUSES] = {
  [ATLAS_KIND_PIPELINE] = {
    [ATLAS_STATUS_PLANNED] = NPC_ ("count", "{n} pipeline planned", "{n} pipelines planned"),
    [ATLAS_STATUS_BUILDING] = NPC_ ("count", "{n} pipeline being built", "{n} pipelines being built"),
    [ATLAS_STATUS_OPERATING] = NPC_ ("count", "{n} pipeline operating", "{n} pipelines operating"),
    [ATLAS_STATUS_SUSPENDED] = NPC_ ("count", "{n} pipeline suspended", "{n} pipelines suspended"),
    [ATLAS_STATUS_CLOSED] = NPC_ ("count", "{n} pipeline closed", "{n} pipelines closed"),
  },
  [ATLAS_KIND_CORRIDOR] = {
    [ATLAS_STATUS_PLANNED] = NPC_ ("count", "{n} corridor planned", "{n} corridors planned"),
    [ATLAS_STATUS_BUILDING] = NPC_ ("count", "{n} corridor being built", "{n} corridors being built"),
    [ATLAS_STATUS_OPERATING] = NPC_ ("count", "{n} corridor operating", "{n} corridors operating"),
    [ATLAS_STATUS_SUSPENDED] = NPC_ ("count", "{n} corridor suspended", "{n} corridors suspended"),
    [ATLAS_STATUS_CLOSED] = NPC_ ("count", "{n} corridor closed", "{n} corridors closed"),
  },
  [ATLAS_KIND_RAILWAY] = {
    [ATLAS_STATUS_PLANNED] = NPC_ ("count", "{n} railway planned", "{n} railways planned"),
    [ATLAS_STATUS_BUILDING] = NPC_ ("count", "{n} railway being built", "{n} railways being built"),
    [ATLAS_STATUS_OPERATING] = NPC_ ("count", "{n} railway operating", "{n} railways operating"),
    [ATLAS_STATUS_SUSPENDED] = NPC_ ("count", "{n} railway suspended", "{n} railways suspended"),
    [ATLAS_STATUS_CLOSED] = NPC_ ("count", "{n} railway closed", "{n} railways closed"),
  },
  [ATLAS_KIND_SITE] = {
    [ATLAS_STATUS_PLANNED] = NPC_ ("count", "{n} site planned", "{n} sites planned"),
    [ATLAS_STATUS_BUILDING] = NPC_ ("count", "{n} site being built", "{n} sites being built"),
    [ATLAS_STATUS_OPERATING] = NPC_ ("count", "{n} site operating", "{n} sites operating"),
    [ATLAS_STATUS_SUSPENDED] = NPC_ ("count", "{n} site suspended", "{n} sites suspended"),
    [ATLAS_STATUS_CLOSED] = NPC_ ("count", "{n} site closed", "{n} sites closed"),
  },
  [ATLAS_KIND_ZONE] = {
    [ATLAS_STATUS_PLANNED] = NPC_ ("count", "{n} zone planned", "{n} zones planned"),
    [ATLAS_STATUS_BUILDING] = NPC_ ("count", "{n} zone being built", "{n} zones being built"),
    [ATLAS_STATUS_SUSPENDED] = NPC_ ("count", "{n} zone suspended", "{n} zones suspended"),
    [ATLAS_STATUS_CLOSED] = NPC_ ("count", "{n} zone closed", "{n} zones closed"),
  },
};

static const Phrase further[ATLAS_N_KINDS][ATLAS_N_STATUSES] = {
  [ATLAS_KIND_PIPELINE] = {
    [ATLAS_STATUS_PLANNED] = NPC_ ("further pipelines", "{n} planned", "{n} planned"),
    [ATLAS_STATUS_BUILDING] = NPC_ ("further pipelines", "{n} being built", "{n} being built"),
    [ATLAS_STATUS_OPERATING] = NPC_ ("further pipelines", "{n} operating", "{n} operating"),
    [ATLAS_STATUS_SUSPENDED] = NPC_ ("further pipelines", "{n} suspended", "{n} suspended"),
    [ATLAS_STATUS_CLOSED] = NPC_ ("further pipelines", "{n} closed", "{n} closed"),
  },
  [ATLAS_KIND_CORRIDOR] = {
    [ATLAS_STATUS_PLANNED] = NPC_ ("further corridors", "{n} planned", "{n} planned"),
    [ATLAS_STATUS_BUILDING] = NPC_ ("further corridors", "{n} being built", "{n} being built"),
    [ATLAS_STATUS_OPERATING] = NPC_ ("further corridors", "{n} operating", "{n} operating"),
    [ATLAS_STATUS_SUSPENDED] = NPC_ ("further corridors", "{n} suspended", "{n} suspended"),
    [ATLAS_STATUS_CLOSED] = NPC_ ("further corridors", "{n} closed", "{n} closed"),
  },
  [ATLAS_KIND_RAILWAY] = {
    [ATLAS_STATUS_PLANNED] = NPC_ ("further railways", "{n} planned", "{n} planned"),
    [ATLAS_STATUS_BUILDING] = NPC_ ("further railways", "{n} being built", "{n} being built"),
    [ATLAS_STATUS_OPERATING] = NPC_ ("further railways", "{n} operating", "{n} operating"),
    [ATLAS_STATUS_SUSPENDED] = NPC_ ("further railways", "{n} suspended", "{n} suspended"),
    [ATLAS_STATUS_CLOSED] = NPC_ ("further railways", "{n} closed", "{n} closed"),
  },
  [ATLAS_KIND_SITE] = {
    [ATLAS_STATUS_PLANNED] = NPC_ ("further sites", "{n} planned", "{n} planned"),
    [ATLAS_STATUS_BUILDING] = NPC_ ("further sites", "{n} being built", "{n} being built"),
    [ATLAS_STATUS_OPERATING] = NPC_ ("further sites", "{n} operating", "{n} operating"),
    [ATLAS_STATUS_SUSPENDED] = NPC_ ("further sites", "{n} suspended", "{n} suspended"),
    [ATLAS_STATUS_CLOSED] = NPC_ ("further sites", "{n} closed", "{n} closed"),
  },
  [ATLAS_KIND_ZONE] = {
    [ATLAS_STATUS_PLANNED] = NPC_ ("further zones", "{n} planned", "{n} planned"),
    [ATLAS_STATUS_BUILDING] = NPC_ ("further zones", "{n} being built", "{n} being built"),
    [ATLAS_STATUS_SUSPENDED] = NPC_ ("further zones", "{n} suspended", "{n} suspended"),
    [ATLAS_STATUS_CLOSED] = NPC_ ("further zones", "{n} closed", "{n} closed"),
  },
};

static const Phrase levels[] = {
  [ATLAS_EVIDENCE_NONE] = NPC_ ("items by evidence", "{n} without a source", "{n} without a source"),
  [ATLAS_EVIDENCE_ONE] = NPC_ ("items by evidence", "{n} with one source", "{n} with one source"),
  [ATLAS_EVIDENCE_SEVERAL] = NPC_ ("items by evidence", "{n} with several sources", "{n} with several sources"),
  [ATLAS_EVIDENCE_PRIMARY] = NPC_ ("items by evidence", "{n} with a primary document", "{n} with a primary document"),
  [ATLAS_EVIDENCE_DISPUTED] = NPC_ ("items by evidence", "{n} on which sources disagree", "{n} on which sources disagree"),
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == ATLAS_N_KINDS);
G_STATIC_ASSERT (G_N_ELEMENTS (levels) == ATLAS_N_EVIDENCE_LEVELS);

/* GLib has no ngettext with a context. What is not translated comes back with the context before it. */
static char *
say (const Phrase *phrase,
     guint         n)
{
  const char      *words = g_dngettext (GETTEXT_PACKAGE, phrase->one, phrase->many, n);
  const char      *end_of_context = strchr (words, '\004');
  const char      *place = NULL;
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *before = NULL;

  if (end_of_context != NULL)
    words = end_of_context + 1;
  place = strstr (words, PLACE);
  if (place == NULL)
    return g_strdup (words);

  before = g_strndup (words, (gsize) (place - words));

  return g_strconcat (before, number, place + strlen (PLACE), NULL);
}

char *
atlas_count_kind (AtlasKind kind,
                  guint     n)
{
  g_return_val_if_fail ((guint) kind < ATLAS_N_KINDS, NULL);

  return say (&kinds[kind], n);
}

char *
atlas_count_status (AtlasKind   kind,
                    AtlasStatus status,
                    guint       n)
{
  g_return_val_if_fail ((guint) kind < ATLAS_N_KINDS && (guint) status < ATLAS_N_STATUSES, NULL);

  return say (statuses[kind][status].one != NULL ? &statuses[kind][status] : &kinds[kind], n);
}

char *
atlas_count_further (AtlasKind   kind,
                     AtlasStatus status,
                     guint       n)
{
  g_return_val_if_fail ((guint) kind < ATLAS_N_KINDS && (guint) status < ATLAS_N_STATUSES, NULL);

  return say (further[kind][status].one != NULL ? &further[kind][status] : &kinds[kind], n);
}

char *
atlas_count_evidence (AtlasEvidenceLevel level,
                      guint              n)
{
  g_return_val_if_fail ((guint) level < ATLAS_N_EVIDENCE_LEVELS, NULL);

  return say (&levels[level], n);
}
