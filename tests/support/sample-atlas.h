// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-dataset.h"

/* A small made-up atlas for tests: a few items of every sort, with dates and places one can reckon with by hand. */

typedef struct
{
  const char       *id;
  const char       *title;
  AtlasKind         kind;
  const char       *theme;
  const char       *actors; /* "," between */
  const char       *when;
  const char       *phases; /* "1999/2002 planned; 2006/.. operating"; each rests on source "phase" */
  AtlasGeometryType type;
  const char       *positions; /* "lon lat, lon lat"; NULL: no geometry */
  const char       *sources;   /* of its one fact; "," between */
  guint             cites;
} SampleItem;

/* In time order. */
/* clang-format off */
static const SampleItem sample_items[] = {
  { "old", "Old quarter", ATLAS_KIND_SITE, "political", "", "../1990", "", ATLAS_GEOMETRY_POINT, "49.8 40.3", NULL, 0 },
  { "radar", "Radar", ATLAS_KIND_SITE, "security", "russia", "1985/2012-12-09", "1985/2012-12-10 operating; 2012-12-10/.. closed",
    ATLAS_GEOMETRY_POINT, "47.8 40.9", "mod", 39 },
  { "rule", "Rule", ATLAS_KIND_PERIOD, "political", "azerbaijan", "1993/2003", "", ATLAS_GEOMETRY_POINT, NULL, NULL, 0 },
  { "accord", "Accord", ATLAS_KIND_TREATY, "political", "azerbaijan,russia", "1997-07-03", "", ATLAS_GEOMETRY_POINT, NULL, "mod", 12 },
  { "north", "North line", ATLAS_KIND_PIPELINE, "economic", "russia", "1997-10/..", "1997-10/2006-10-20 operating; 2006-10-21/2008-06 suspended; 2008-06/.. operating",
    ATLAS_GEOMETRY_LINE_STRING, "50 40, 46 44", "bp", 12 },
  { "south", "South line", ATLAS_KIND_PIPELINE, "economic", "azerbaijan,turkey", "2006-06/..", "1999-11-18/2002-08 planned; 2002-09/2006-05 building; 2006-06/.. operating",
    ATLAS_GEOMETRY_LINE_STRING, "50 40, 44 42, 36 37", "bp,socar,bp", 4 },
  { "far", "Far line", ATLAS_KIND_PIPELINE, "economic", "turkey", "2018/..", "2012/2014 planned; 2015/2017 building; 2018/.. operating",
    ATLAS_GEOMETRY_LINE_STRING, "43 41, 26 41", NULL, 0 },
  { "corridor", "Corridor zone", ATLAS_KIND_ZONE, "security", "russia", "2020-11-10/2022-08-25", "",
    ATLAS_GEOMETRY_POLYGON, "46 39, 48 39, 48 41, 46 41, 46 39", "mod", 0 },
  { "wide", "Wide zone", ATLAS_KIND_ZONE, "security", "russia", "2020-11-10/2023", "",
    ATLAS_GEOMETRY_POLYGON, "45 38, 49 38, 49 42, 45 42, 45 38", NULL, 0 },
  { "dream", "Dream route", ATLAS_KIND_SCENARIO, "economic", "", "2990/2999", "2980/2989 planned; 2990/.. operating",
    ATLAS_GEOMETRY_POINT, NULL, NULL, 0 },
};
/* clang-format on */

static inline AtlasWhen
sample_when (const char *text)
{
  AtlasWhen when = { .text = g_strdup (text) };

  g_assert_true (atlas_edtf_parse (text, &when.edtf, NULL));

  return when;
}

static inline AtlasTimeSpan
sample_span (const char *text)
{
  AtlasEdtf edtf;

  g_assert_true (atlas_edtf_parse (text, &edtf, NULL));

  return edtf.span;
}

static inline AtlasGeometry *
sample_geometry (AtlasGeometryType type,
                 const char       *text)
{
  GArray   *points = g_array_new (FALSE, FALSE, sizeof (AtlasPoint));
  GArray   *parts = g_array_new (FALSE, FALSE, sizeof (AtlasPart));
  AtlasPart part = { ATLAS_PART_POINT, 0, 0 };
  g_auto (GStrv) positions = g_strsplit (text, ", ", -1);

  for (guint i = 0; positions[i] != NULL; i++)
    {
      char      *latitude = NULL;
      AtlasPoint point = { g_ascii_strtod (positions[i], &latitude), 0 };

      point.y = g_ascii_strtod (latitude, NULL);
      g_array_append_val (points, point);
    }

  if (type == ATLAS_GEOMETRY_LINE_STRING)
    part.kind = ATLAS_PART_LINE;
  else if (type == ATLAS_GEOMETRY_POLYGON)
    part.kind = ATLAS_PART_RING;
  part.end = points->len;
  g_array_append_val (parts, part);

  return atlas_geometry_new_take (type, points, parts);
}

static inline GPtrArray *
sample_phases (const char *text)
{
  GPtrArray *phases = g_ptr_array_new ();
  g_auto (GStrv) parts = g_strsplit (text, "; ", -1);

  for (guint i = 0; parts[i] != NULL && *parts[i] != '\0'; i++)
    {
      AtlasPhase *phase = g_new0 (AtlasPhase, 1);
      g_auto (GStrv) words = g_strsplit (parts[i], " ", 2);

      phase->when = sample_when (words[0]);
      phase->sources = g_strsplit ("phase", ",", -1);
      g_assert_true (atlas_status_from_id (words[1], &phase->status));
      g_ptr_array_add (phases, phase);
    }

  return phases;
}

static inline AtlasItem *
sample_item_new (const SampleItem *sample)
{
  g_auto (AtlasItemFields) fields = {
    .id = g_strdup (sample->id),
    .title = g_strdup (sample->title),
    .kind = sample->kind,
    .theme = g_strdup (sample->theme),
    .actors = g_strsplit (sample->actors, ",", -1),
    .when = sample_when (sample->when),
    .phases = sample_phases (sample->phases),
    .facts = g_ptr_array_new (),
    .cites = g_array_new (FALSE, FALSE, sizeof (guint)),
    .names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
  };
  AtlasFact *fact = g_new0 (AtlasFact, 1);

  fact->text = g_strdup ("Fact");
  fact->sources = g_strsplit (sample->sources != NULL ? sample->sources : "", ",", -1);
  g_ptr_array_add (fields.facts, fact);
  if (sample->cites > 0)
    g_array_append_val (fields.cites, sample->cites);
  if (sample->positions != NULL)
    fields.geometry = sample_geometry (sample->type, sample->positions);
  g_hash_table_insert (fields.names, g_strdup ("az"), g_strconcat (sample->title, " [az]", NULL));

  return atlas_item_new_take (&fields);
}

static inline AtlasManifest *
sample_manifest_new (const char *id)
{
  AtlasManifest *manifest = atlas_manifest_new ();

  manifest->id = g_strdup (id);
  manifest->title = g_strdup ("Sample");
  g_ptr_array_add (manifest->themes, atlas_term_new ("political", "Political"));
  g_ptr_array_add (manifest->themes, atlas_term_new ("economic", "Economic"));
  g_ptr_array_add (manifest->themes, atlas_term_new ("security", "Security"));
  g_ptr_array_add (manifest->kinds, atlas_term_new ("pipeline", "Pipelines"));
  g_ptr_array_add (manifest->kinds, atlas_term_new ("site", "Sites"));
  g_ptr_array_add (manifest->kinds, atlas_term_new ("zone", "Zones"));
  g_ptr_array_add (manifest->kinds, atlas_term_new ("treaty", "Treaties"));
  g_ptr_array_add (manifest->kinds, atlas_term_new ("period", "Periods"));
  g_ptr_array_add (manifest->kinds, atlas_term_new ("scenario", "Scenarios"));
  g_ptr_array_add (manifest->actors, atlas_term_new ("azerbaijan", "Azerbaijan"));
  g_ptr_array_add (manifest->actors, atlas_term_new ("russia", "Russia"));
  g_ptr_array_add (manifest->actors, atlas_term_new ("turkey", "Turkey"));
  manifest->home = (AtlasCamera){ 6, 40.6, 47 };
  manifest->range = sample_span ("1991/2030");
  manifest->overview = (AtlasBox){ 12, 19, 80, 47 };

  return manifest;
}

/* Two passages: "one" mentions south and cites 4 and 12, "two" mentions north and radar. */
static inline AtlasReport *
sample_report_new (void)
{
  static const struct
  {
    const char *id, *items[3];
    guint       cites[3];
  } samples[] = { { "one", { "south" }, { 4, 12 } }, { "two", { "north", "radar" }, { 39 } } };
  GPtrArray    *sections = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_section_free);
  GPtrArray    *passages = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_passage_free);
  AtlasSection *section = g_new0 (AtlasSection, 1);

  section->id = g_strdup ("all");
  section->title = g_strdup ("All");
  section->level = 1;
  section->parent = -1;
  g_ptr_array_add (sections, section);

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      GPtrArray *spans = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_report_span_free);

      for (guint j = 0; samples[i].items[j] != NULL; j++)
        g_ptr_array_add (spans, atlas_report_span_new (ATLAS_REPORT_MENTION, samples[i].items[j], samples[i].items[j], 0));
      for (guint j = 0; samples[i].cites[j] != 0; j++)
        g_ptr_array_add (spans, atlas_report_span_new (ATLAS_REPORT_CITATION, "[]", NULL, samples[i].cites[j]));
      g_ptr_array_add (passages, atlas_passage_new_take (g_strdup (samples[i].id), 0, spans, 0));
    }

  return atlas_report_new_take (g_strdup ("Report"), sections, passages);
}

static inline AtlasBibliography *
sample_bibliography_new (void)
{
  GPtrArray *references = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (AtlasReferenceFields) fields = { .id = g_strdup ("bp"), .type = g_strdup ("webpage"), .title = g_strdup ("Company"), .role = ATLAS_REFERENCE_INDEPENDENT };

  g_ptr_array_add (references, atlas_reference_new_take (&fields));

  return atlas_bibliography_new_take (references);
}

/* All sample items but the one whose id is @without (nullable), put together last first. */
static inline AtlasDataset *
sample_atlas_new (const char *id,
                  const char *without)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = G_N_ELEMENTS (sample_items); i-- > 0;)
    if (g_strcmp0 (sample_items[i].id, without) != 0)
      g_ptr_array_add (items, sample_item_new (&sample_items[i]));

  return atlas_dataset_new_take (sample_manifest_new (id), items, sample_report_new (), sample_bibliography_new (), NULL);
}
