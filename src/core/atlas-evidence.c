// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-item-private.h"

#include <glib/gi18n-lib.h>

#define TIER_PRIMARY "primary-text"
#define TIER_MIRROR "mirror"
#define TYPE_TREATY "treaty"

static const struct
{
  const char *id;
  const char *name;
} levels[] = {
  [ATLAS_EVIDENCE_NONE] = { "none", NC_ ("evidence", "Without a source") },
  [ATLAS_EVIDENCE_ONE] = { "one", NC_ ("evidence", "One source") },
  [ATLAS_EVIDENCE_SEVERAL] = { "several", NC_ ("evidence", "Several sources") },
  [ATLAS_EVIDENCE_PRIMARY] = { "primary", NC_ ("evidence", "Primary document") },
  [ATLAS_EVIDENCE_DISPUTED] = { "disputed", NC_ ("evidence", "Sources disagree") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (levels) == ATLAS_N_EVIDENCE_LEVELS);

const char *
atlas_evidence_level_get_id (AtlasEvidenceLevel level)
{
  g_return_val_if_fail ((guint) level < ATLAS_N_EVIDENCE_LEVELS, NULL);

  return levels[level].id;
}

const char *
atlas_evidence_level_get_name (AtlasEvidenceLevel level)
{
  g_return_val_if_fail ((guint) level < ATLAS_N_EVIDENCE_LEVELS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "evidence", levels[level].name);
}

gboolean
atlas_evidence_level_from_id (const char         *id,
                              AtlasEvidenceLevel *level)
{
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (g_strcmp0 (levels[i].id, id) == 0)
      {
        *level = (AtlasEvidenceLevel) i;
        return TRUE;
      }

  return FALSE;
}

typedef struct
{
  AtlasBibliography *bibliography;
  const char        *primary; /* (nullable): the item's own primary text */
  GPtrArray         *seen;    /* of AtlasReference */
  gboolean           has_mirror;
  AtlasEvidence      evidence;
} Weighing;

static gboolean
is_primary (const Weighing *weighing,
            AtlasReference *reference)
{
  const AtlasReferenceFields *fields = atlas_reference_get_fields (reference);

  return g_strcmp0 (fields->tier, TIER_PRIMARY) == 0 || g_strcmp0 (fields->type, TYPE_TREATY) == 0 ||
         g_strcmp0 (fields->id, weighing->primary) == 0;
}

static void
weigh_source (Weighing   *weighing,
              const char *id)
{
  AtlasReference *reference = atlas_bibliography_lookup (weighing->bibliography, id);
  gboolean        is_mirror = FALSE;

  if (reference == NULL || atlas_reference_get_role (reference) == ATLAS_REFERENCE_REPORT ||
      g_ptr_array_find (weighing->seen, reference, NULL))
    return;

  g_ptr_array_add (weighing->seen, reference);
  is_mirror = g_strcmp0 (atlas_reference_get_fields (reference)->tier, TIER_MIRROR) == 0;
  if (!is_mirror || !weighing->has_mirror)
    weighing->evidence.n_sources++;
  if (is_primary (weighing, reference))
    weighing->evidence.n_primary++;
  weighing->has_mirror |= is_mirror;
}

static void
weigh_sources (Weighing *weighing,
               GStrv     sources)
{
  for (guint i = 0; sources != NULL && sources[i] != NULL; i++)
    weigh_source (weighing, sources[i]);
}

static AtlasEvidenceLevel
get_support (const AtlasEvidence *evidence)
{
  if (evidence->n_primary > 0)
    return ATLAS_EVIDENCE_PRIMARY;
  if (evidence->n_sources > 1)
    return ATLAS_EVIDENCE_SEVERAL;

  return evidence->n_sources == 1 ? ATLAS_EVIDENCE_ONE : ATLAS_EVIDENCE_NONE;
}

AtlasEvidence
atlas_evidence_weigh (AtlasItem         *item,
                      AtlasBibliography *bibliography)
{
  Weighing weighing = { bibliography };
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();
  GPtrArray *differences = NULL;

  g_return_val_if_fail (ATLAS_IS_ITEM (item), weighing.evidence);
  g_return_val_if_fail (ATLAS_IS_BIBLIOGRAPHY (bibliography), weighing.evidence);

  weighing.seen = seen;
  weighing.primary = atlas_item_get_primary_source (item);

#define WEIGH(Type_, list_)                \
  for (guint i = 0; i < (list_)->len; i++) \
  weigh_sources (&weighing, ((const Type_ *) g_ptr_array_index ((list_), i))->sources)

  WEIGH (AtlasFact, atlas_item_get_facts (item));
  WEIGH (AtlasPhase, atlas_item_get_phases (item));
  WEIGH (AtlasMilestone, atlas_item_get_milestones (item));
#undef WEIGH
  if (atlas_item_get_coverage (item) != NULL)
    weigh_sources (&weighing, atlas_item_get_coverage (item)->sources);
  if (weighing.primary != NULL)
    weigh_source (&weighing, weighing.primary);

  differences = atlas_item_get_differences (item);
  for (guint i = 0; i < differences->len; i++)
    {
      const AtlasDifference *difference = g_ptr_array_index (differences, i);

      weighing.evidence.differs_from_report |= difference->report != NULL && difference->public_text != NULL;
      weighing.evidence.sources_differ |= difference->report == NULL && difference->public_text != NULL;
    }

  weighing.evidence.support = get_support (&weighing.evidence);

  return weighing.evidence;
}

AtlasEvidenceLevel
atlas_evidence_get_level (const AtlasEvidence *self)
{
  g_return_val_if_fail (self != NULL, ATLAS_EVIDENCE_NONE);

  return self->differs_from_report || self->sources_differ ? ATLAS_EVIDENCE_DISPUTED : self->support;
}

/* Whole sentences side by side: none has to agree with another in gender or case. */
char *
atlas_evidence_to_words (const AtlasEvidence *self)
{
  GString *words = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, g_string_free (words, FALSE));

  if (self->n_sources == 0)
    g_string_append (words, _ ("No source supports it."));
  else
    g_string_append_printf (words, ngettext ("Supported by %u source.", "Supported by %u sources.", self->n_sources), self->n_sources);

  if (self->n_primary > 0)
    {
      g_string_append_c (words, ' ');
      /* Translators: said after "Supported by 4 sources." */
      g_string_append_printf (words, ngettext ("%u of them is a primary document.", "%u of them are primary documents.", self->n_primary),
                              self->n_primary);
    }
  if (self->differs_from_report)
    g_string_append_printf (words, " %s", _ ("The report and public sources differ."));
  if (self->sources_differ)
    g_string_append_printf (words, " %s", _ ("Public sources differ among themselves."));

  return g_string_free (words, FALSE);
}

void
atlas_item_weigh_evidence (AtlasItem         *self,
                           AtlasBibliography *bibliography)
{
  self->evidence = atlas_evidence_weigh (self, bibliography);
}

const AtlasEvidence *
atlas_item_get_evidence (AtlasItem *item)
{
  static const AtlasEvidence none = { 0 };

  g_return_val_if_fail (ATLAS_IS_ITEM (item), &none);

  return &item->evidence;
}
