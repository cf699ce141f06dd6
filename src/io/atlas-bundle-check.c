// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-bundle-check.h"

#include "atlas-tours-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const AtlasBundle *bundle;
  GPtrArray         *findings;
  GHashTable        *items;   /* char * → AtlasItem, all borrowed; NULL: the items could not be read */
  GHashTable        *sources; /* char * → AtlasReference; NULL likewise */
  GHashTable        *actors;  /* char *, borrowed; NULL: there is no manifest */
  GArray            *records; /* gboolean by the report's citation number */
} Check;

static void add (Check      *check,
                 const char *file,
                 AtlasRule   rule,
                 char       *place,
                 const char *format,
                 ...) G_GNUC_PRINTF (5, 6);

/* Takes @place. */
static void
add (Check      *check,
     const char *file,
     AtlasRule   rule,
     char       *place,
     const char *format,
     ...)
{
  g_autofree char *owned = place;
  g_autofree char *message = NULL;
  va_list          args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  atlas_findings_add (check->findings, file, owned, rule, "%s", message);
}

static gboolean
has_record (Check *check,
            guint  number)
{
  return number < check->records->len && g_array_index (check->records, gboolean, number);
}

/* Says of each source that is not there where it is named: "#/" @prefix "/" index. */
static void
check_sources (Check      *check,
               const char *file,
               GStrv       sources,
               const char *format,
               ...) G_GNUC_PRINTF (4, 5);

static void
check_sources (Check      *check,
               const char *file,
               GStrv       sources,
               const char *format,
               ...)
{
  g_autofree char *prefix = NULL;
  va_list          args;

  if (check->sources == NULL)
    return;

  for (guint i = 0; sources != NULL && sources[i] != NULL; i++)
    {
      if (g_hash_table_contains (check->sources, sources[i]))
        continue;

      if (prefix == NULL)
        {
          va_start (args, format);
          prefix = g_strdup_vprintf (format, args);
          va_end (args);
        }
      add (check, file, ATLAS_RULE_UNKNOWN_SOURCE, g_strdup_printf ("#/%s/sources/%u", prefix, i),
           _ ("there is no source “%s”"), sources[i]);
    }
}

static void
check_references (Check *check)
{
  for (guint i = 0; i < check->bundle->references->len; i++)
    {
      AtlasReference             *reference = g_ptr_array_index (check->bundle->references, i);
      const AtlasReferenceFields *fields;

      if (reference == NULL)
        continue;

      fields = atlas_reference_get_fields (reference);
      if (g_hash_table_lookup (check->sources, fields->id) != reference)
        add (check, ATLAS_BUNDLE_SOURCES, ATLAS_RULE_DUPLICATE_ID, g_strdup_printf ("#/%u/id", i),
             _ ("the id “%s” is taken already"), fields->id);

      if (fields->url != NULL && atlas_reference_get_safe_url (reference) == NULL)
        add (check, ATLAS_BUNDLE_SOURCES, ATLAS_RULE_UNSAFE_URL, g_strdup_printf ("#/%u/URL", i),
             _ ("“%.200s” is not an address that may be opened: only http and https are"), fields->url);

      if (fields->number == 0)
        continue;

      if (has_record (check, fields->number))
        add (check, ATLAS_BUNDLE_SOURCES, ATLAS_RULE_DUPLICATE_NUMBER, g_strdup_printf ("#/%u/custom/number", i),
             _ ("the report’s citation %u has a record already"), fields->number);
      if (fields->number >= check->records->len)
        g_array_set_size (check->records, fields->number + 1);
      g_array_index (check->records, gboolean, fields->number) = TRUE;
    }

  for (guint number = 1; number < check->records->len; number++)
    if (!has_record (check, number))
      add (check, ATLAS_BUNDLE_SOURCES, ATLAS_RULE_NUMBER_GAP, g_strdup ("#"),
           _ ("there are records of the report’s citations up to %u, but none of %u"), check->records->len - 1, number);
}

static void
check_terms (Check     *check,
             AtlasItem *item,
             guint      index)
{
  const AtlasManifest *manifest = check->bundle->manifest;
  const char *const   *actors = atlas_item_get_actors (item);

  if (manifest == NULL)
    return;

  if (atlas_manifest_find_theme (manifest, atlas_item_get_theme (item)) == NULL)
    add (check, ATLAS_BUNDLE_ITEMS, ATLAS_RULE_UNKNOWN_THEME, g_strdup_printf ("#/features/%u/properties/theme", index),
         _ ("the atlas has no theme “%s”"), atlas_item_get_theme (item));

  if (atlas_manifest_find_kind (manifest, atlas_item_get_kind (item)) == NULL)
    add (check, ATLAS_BUNDLE_ITEMS, ATLAS_RULE_UNKNOWN_KIND, g_strdup_printf ("#/features/%u/properties/kind", index),
         _ ("the atlas has no kind “%s”"), atlas_kind_get_id (atlas_item_get_kind (item)));

  for (guint i = 0; actors != NULL && actors[i] != NULL; i++)
    if (!g_hash_table_contains (check->actors, actors[i]))
      add (check, ATLAS_BUNDLE_ITEMS, ATLAS_RULE_UNKNOWN_ACTOR, g_strdup_printf ("#/features/%u/properties/actors/%u", index, i),
           _ ("the atlas has no actor “%s”"), actors[i]);
}

static void
check_parents (Check     *check,
               AtlasItem *item,
               guint      index)
{
  const char *const *parents = atlas_item_get_part_of (item);

  for (guint i = 0; parents != NULL && parents[i] != NULL; i++)
    {
      AtlasItem *parent = g_hash_table_lookup (check->items, parents[i]);

      if (parent == NULL)
        add (check, ATLAS_BUNDLE_ITEMS, ATLAS_RULE_UNKNOWN_ITEM, g_strdup_printf ("#/features/%u/properties/partOf/%u", index, i),
             _ ("there is no item “%s”"), parents[i]);
      else if (parent == item)
        add (check, ATLAS_BUNDLE_ITEMS, ATLAS_RULE_PART_OF_ITSELF, g_strdup_printf ("#/features/%u/properties/partOf/%u", index, i),
             _ ("“%s” is said to be a part of itself"), parents[i]);
    }
}

static void
check_item_citations (Check     *check,
                      AtlasItem *item,
                      guint      index)
{
  guint        n_cites = 0;
  const guint *cites = atlas_item_get_cites (item, &n_cites);

  for (guint i = 0; i < n_cites && check->sources != NULL; i++)
    if (!has_record (check, cites[i]))
      add (check, ATLAS_BUNDLE_ITEMS, ATLAS_RULE_UNKNOWN_CITATION, g_strdup_printf ("#/features/%u/properties/cites/%u", index, i),
           _ ("there is no record of the report’s citation %u"), cites[i]);
}

#define CHECK_LIST(check_, item_, index_, list_, type_, name_)                                               \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    GPtrArray *list__ = (list_);                                                                             \
    for (guint i__ = 0; i__ < list__->len; i__++)                                                            \
      check_sources (check_, ATLAS_BUNDLE_ITEMS, ((const type_ *) g_ptr_array_index (list__, i__))->sources, \
                     "features/%u/properties/" name_ "/%u", index_, i__);                                    \
  }                                                                                                          \
  G_STMT_END

static void
check_item_sources (Check     *check,
                    AtlasItem *item,
                    guint      index)
{
  const AtlasCoverage *coverage = atlas_item_get_coverage (item);
  const char          *primary = atlas_item_get_primary_source (item);

  CHECK_LIST (check, item, index, atlas_item_get_phases (item), AtlasPhase, "phases");
  CHECK_LIST (check, item, index, atlas_item_get_milestones (item), AtlasMilestone, "milestones");
  CHECK_LIST (check, item, index, atlas_item_get_facts (item), AtlasFact, "facts");
  CHECK_LIST (check, item, index, atlas_item_get_differences (item), AtlasDifference, "differs");
  CHECK_LIST (check, item, index, atlas_item_get_capacities (item), AtlasCapacity, "capacity");
  CHECK_LIST (check, item, index, atlas_item_get_flows (item), AtlasFlow, "flow");
  if (coverage != NULL)
    check_sources (check, ATLAS_BUNDLE_ITEMS, coverage->sources, "features/%u/properties/coverage", index);

  if (primary != NULL && check->sources != NULL && !g_hash_table_contains (check->sources, primary))
    add (check, ATLAS_BUNDLE_ITEMS, ATLAS_RULE_UNKNOWN_SOURCE, g_strdup_printf ("#/features/%u/properties/primaryText/source", index),
         _ ("there is no source “%s”"), primary);
}

/* Whether anything with a source, a citation or a passage stands behind an item. */
static gboolean
has_support (Check     *check,
             AtlasItem *item)
{
  GPtrArray *facts = atlas_item_get_facts (item);
  GPtrArray *phases = atlas_item_get_phases (item);
  GPtrArray *milestones = atlas_item_get_milestones (item);
  GPtrArray *differences = atlas_item_get_differences (item);
  guint      n_cites = 0;

  atlas_item_get_cites (item, &n_cites);
  if (n_cites > 0 || atlas_item_get_primary_source (item) != NULL ||
      (check->bundle->report != NULL &&
       atlas_report_get_mentioning (check->bundle->report, atlas_item_get_id (item))->len > 0))
    return TRUE;

#define ANY(list_, type_)                                                   \
  for (guint i = 0; i < (list_)->len; i++)                                  \
    if (((const type_ *) g_ptr_array_index (list_, i))->sources != NULL &&  \
        ((const type_ *) g_ptr_array_index (list_, i))->sources[0] != NULL) \
      return TRUE;
  ANY (facts, AtlasFact)
  ANY (phases, AtlasPhase)
  ANY (milestones, AtlasMilestone)
  ANY (differences, AtlasDifference)
#undef ANY

  return FALSE;
}

static void
check_items (Check *check)
{
  for (guint i = 0; i < check->bundle->items->len; i++)
    {
      AtlasItem *item = g_ptr_array_index (check->bundle->items, i);

      if (item == NULL)
        continue;

      if (g_hash_table_lookup (check->items, atlas_item_get_id (item)) != item)
        add (check, ATLAS_BUNDLE_ITEMS, ATLAS_RULE_DUPLICATE_ID, g_strdup_printf ("#/features/%u/id", i),
             _ ("the id “%s” is taken already"), atlas_item_get_id (item));

      check_terms (check, item, i);
      check_parents (check, item, i);
      check_item_citations (check, item, i);
      check_item_sources (check, item, i);
      atlas_phases_check (item, i, check->findings);
      if (!has_support (check, item))
        add (check, ATLAS_BUNDLE_ITEMS, ATLAS_RULE_UNSUPPORTED_ITEM, g_strdup_printf ("#/features/%u", i),
             _ ("nothing stands behind “%s”: no source, no citation, no passage of the report"), atlas_item_get_id (item));
    }
}

static void
check_report (Check *check)
{
  GPtrArray *passages = atlas_report_get_passages (check->bundle->report);

  for (guint i = 0; i < passages->len; i++)
    {
      const AtlasPassage *passage = g_ptr_array_index (passages, i);

      for (guint j = 0; j < passage->spans->len; j++)
        {
          const AtlasReportSpan *span = g_ptr_array_index (passage->spans, j);

          if (span->kind == ATLAS_REPORT_MENTION && check->items != NULL && !g_hash_table_contains (check->items, span->item_id))
            add (check, ATLAS_BUNDLE_REPORT, ATLAS_RULE_UNKNOWN_ITEM, g_strdup_printf (":%u", passage->line),
                 _ ("the passage mentions an item “%s” that is not there"), span->item_id);
          if (span->kind == ATLAS_REPORT_CITATION && check->sources != NULL && !has_record (check, span->citation))
            add (check, ATLAS_BUNDLE_REPORT, ATLAS_RULE_UNKNOWN_CITATION, g_strdup_printf (":%u", passage->line),
                 _ ("there is no record of the report’s citation %u"), span->citation);
        }
    }
}

static void
check_series (Check *check)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < check->bundle->series->len; i++)
    {
      const AtlasSeries *series = g_ptr_array_index (check->bundle->series, i);

      if (series == NULL)
        continue;

      if (!g_hash_table_add (ids, series->id))
        add (check, ATLAS_BUNDLE_SERIES, ATLAS_RULE_DUPLICATE_ID, g_strdup_printf ("#/series/%u/id", i),
             _ ("the id “%s” is taken already"), series->id);

      check_sources (check, ATLAS_BUNDLE_SERIES, series->sources, "series/%u", i);
      for (guint j = 0; series->items[j] != NULL && check->items != NULL; j++)
        if (!g_hash_table_contains (check->items, series->items[j]))
          add (check, ATLAS_BUNDLE_SERIES, ATLAS_RULE_UNKNOWN_ITEM, g_strdup_printf ("#/series/%u/items/%u", i, j),
               _ ("there is no item “%s”"), series->items[j]);
    }
}

static void
check_tours (Check *check)
{
  AtlasToursContext context = { check->bundle->manifest, check->items, check->sources, check->records, check->bundle->report };

  atlas_tours_check (check->bundle->tours, &context, ATLAS_BUNDLE_TOURS, check->findings);
}

static void
check_lanes (Check *check)
{
  const AtlasManifest *manifest = check->bundle->manifest;

  for (guint i = 0; manifest->lanes[i] != NULL; i++)
    if (atlas_manifest_find_theme (manifest, manifest->lanes[i]) == NULL)
      add (check, ATLAS_BUNDLE_MANIFEST, ATLAS_RULE_UNKNOWN_THEME, g_strdup_printf ("#/timeline/lanes/%u", i),
           _ ("the atlas has no theme “%s”"), manifest->lanes[i]);
}

static void
check_bands (Check *check)
{
  GStrv bands = check->bundle->manifest->bands;

  for (guint i = 0; bands[i] != NULL && check->items != NULL; i++)
    if (g_str_has_prefix (bands[i], ATLAS_MANIFEST_BAND_ITEM) && !g_hash_table_contains (check->items, bands[i] + strlen (ATLAS_MANIFEST_BAND_ITEM)))
      add (check, ATLAS_BUNDLE_MANIFEST, ATLAS_RULE_UNKNOWN_ITEM, g_strdup_printf ("#/timeline/bands/%u", i),
           _ ("there is no item “%s”"), bands[i] + strlen (ATLAS_MANIFEST_BAND_ITEM));
}

/* The first with an id keeps it. */
static void
index_parts (Check *check)
{
  const AtlasBundle *bundle = check->bundle;

  for (guint i = 0; check->items != NULL && i < bundle->items->len; i++)
    {
      AtlasItem *item = g_ptr_array_index (bundle->items, i);

      if (item != NULL && !g_hash_table_contains (check->items, atlas_item_get_id (item)))
        g_hash_table_insert (check->items, (char *) atlas_item_get_id (item), item);
    }

  for (guint i = 0; check->sources != NULL && i < bundle->references->len; i++)
    {
      AtlasReference *reference = g_ptr_array_index (bundle->references, i);

      if (reference != NULL && !g_hash_table_contains (check->sources, atlas_reference_get_id (reference)))
        g_hash_table_insert (check->sources, (char *) atlas_reference_get_id (reference), reference);
    }

  for (guint i = 0; check->actors != NULL && i < bundle->manifest->actors->len; i++)
    g_hash_table_add (check->actors, ((const AtlasTerm *) g_ptr_array_index (bundle->manifest->actors, i))->id);
}

void
atlas_bundle_clear (AtlasBundle *self)
{
  g_clear_pointer (&self->manifest, atlas_manifest_free);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->references, g_ptr_array_unref);
  g_clear_object (&self->report);
  g_clear_pointer (&self->series, g_ptr_array_unref);
  g_clear_pointer (&self->tours, g_ptr_array_unref);
}

void
atlas_bundle_check (const AtlasBundle *self,
                    GPtrArray         *findings)
{
  g_autoptr (GHashTable) items = self->items != NULL ? g_hash_table_new (g_str_hash, g_str_equal) : NULL;
  g_autoptr (GHashTable) sources = self->references != NULL ? g_hash_table_new (g_str_hash, g_str_equal) : NULL;
  g_autoptr (GHashTable) actors = self->manifest != NULL ? g_hash_table_new (g_str_hash, g_str_equal) : NULL;
  g_autoptr (GArray) records = g_array_new (FALSE, TRUE, sizeof (gboolean));
  Check check = { self, findings, items, sources, actors, records };

  index_parts (&check);
  if (self->manifest != NULL)
    {
      check_lanes (&check);
      check_bands (&check);
    }
  if (self->references != NULL)
    check_references (&check);
  if (self->items != NULL)
    check_items (&check);
  if (self->report != NULL)
    check_report (&check);
  if (self->series != NULL)
    check_series (&check);
  if (self->tours != NULL)
    check_tours (&check);
}
