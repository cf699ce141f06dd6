// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-evidence.h"

/* The bibliography of every case. */
static const struct
{
  const char        *id, *type, *tier;
  AtlasReferenceRole role;
} references[] = {
  { "news", "article-newspaper", "news", ATLAS_REFERENCE_INDEPENDENT },
  { "page", "webpage", NULL, ATLAS_REFERENCE_INDEPENDENT },
  { "mirror-1", "webpage", "mirror", ATLAS_REFERENCE_INDEPENDENT },
  { "mirror-2", "webpage", "mirror", ATLAS_REFERENCE_INDEPENDENT },
  { "text", "webpage", "primary-text", ATLAS_REFERENCE_INDEPENDENT },
  { "treaty", "treaty", NULL, ATLAS_REFERENCE_INDEPENDENT },
  { "report-12", "document", NULL, ATLAS_REFERENCE_REPORT },
};

#define NONE ATLAS_EVIDENCE_NONE
#define ONE ATLAS_EVIDENCE_ONE
#define SEVERAL ATLAS_EVIDENCE_SEVERAL
#define PRIMARY ATLAS_EVIDENCE_PRIMARY
#define DISPUTED ATLAS_EVIDENCE_DISPUTED

/* clang-format off */
static const struct
{
  const char        *facts, *phases, *milestones, *primary;
  const char        *differs; /* "report|public|sources; ..." */
  AtlasEvidenceLevel level, support;
  guint              n_sources, n_primary;
  const char        *words;
} cases[] = {
  { "", "", "", NULL, "", NONE, NONE, 0, 0, "No source supports it." },
  { "nowhere", "", "", NULL, "", NONE, NONE, 0, 0, "No source supports it." },
  { "report-12", "", "", NULL, "", NONE, NONE, 0, 0, "No source supports it." }, /* itself */
  { "news", "", "", NULL, "", ONE, ONE, 1, 0, "Supported by 1 source." },
  { "news", "news", "news", NULL, "", ONE, ONE, 1, 0, "Supported by 1 source." }, /* one is one */
  { "news,page", "", "", NULL, "", SEVERAL, SEVERAL, 2, 0, "Supported by 2 sources." },
  { "", "news", "page", NULL, "", SEVERAL, SEVERAL, 2, 0, "Supported by 2 sources." },
  { "mirror-1,mirror-2", "", "", NULL, "", ONE, ONE, 1, 0, "Supported by 1 source." },
  { "mirror-1,mirror-2,news", "", "", NULL, "", SEVERAL, SEVERAL, 2, 0, "Supported by 2 sources." },
  { "text", "", "", NULL, "", PRIMARY, PRIMARY, 1, 1, "Supported by 1 source. 1 of them is a primary document." },
  { "news", "", "treaty", NULL, "", PRIMARY, PRIMARY, 2, 1, "Supported by 2 sources. 1 of them is a primary document." },
  { "news", "", "", "page", "", PRIMARY, PRIMARY, 2, 1, "Supported by 2 sources. 1 of them is a primary document." },
  { "text,treaty", "", "", "text", "", PRIMARY, PRIMARY, 2, 2, "Supported by 2 sources. 2 of them are primary documents." },
  { "news", "", "", NULL, "a|b|page", DISPUTED, ONE, 1, 0, "Supported by 1 source. The report and public sources differ." },
  { "news,page", "", "", NULL, "|b|", DISPUTED, SEVERAL, 2, 0, "Supported by 2 sources. Public sources differ among themselves." },
  { "", "", "", NULL, "a|b|news; |c|page", DISPUTED, NONE, 0, 0,
    "No source supports it. The report and public sources differ. Public sources differ among themselves." },
  { "news", "", "", NULL, "a||", ONE, ONE, 1, 0, "Supported by 1 source." }, /* nobody says otherwise */
};
/* clang-format on */

static AtlasBibliography *
create_bibliography (void)
{
  GPtrArray *array = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    {
      g_auto (AtlasReferenceFields) fields = { .id = g_strdup (references[i].id), .type = g_strdup (references[i].type), .title = g_strdup ("Title"), .tier = g_strdup (references[i].tier), .role = references[i].role };

      g_ptr_array_add (array, atlas_reference_new_take (&fields));
    }

  return atlas_bibliography_new_take (array);
}

static char *
text_or_null (const char *text)
{
  return *text != '\0' ? g_strdup (text) : NULL;
}

static GPtrArray *
create_differences (const char *text)
{
  GPtrArray *differences = g_ptr_array_new ();
  g_auto (GStrv) parts = g_strsplit (text, "; ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      AtlasDifference *difference = g_new0 (AtlasDifference, 1);
      g_auto (GStrv) sides = g_strsplit (parts[i], "|", 3);

      difference->report = text_or_null (sides[0]);
      difference->public_text = text_or_null (sides[1]);
      difference->sources = g_strsplit (sides[2], ",", -1);
      g_ptr_array_add (differences, difference);
    }

  return differences;
}

static AtlasItem *
create_item (guint index)
{
  g_auto (AtlasItemFields) fields = { .id = g_strdup ("item"), .title = g_strdup ("Item"), .kind = ATLAS_KIND_EVENT };
  AtlasFact      *fact = g_new0 (AtlasFact, 1);
  AtlasPhase     *phase = g_new0 (AtlasPhase, 1);
  AtlasMilestone *milestone = g_new0 (AtlasMilestone, 1);

  fields.when.text = g_strdup ("2001");
  g_assert_true (atlas_edtf_parse ("2001", &fields.when.edtf, NULL));
  fact->text = g_strdup ("Fact");
  fact->sources = g_strsplit (cases[index].facts, ",", -1);
  phase->when.text = g_strdup ("2001");
  phase->when.edtf = fields.when.edtf;
  phase->status = ATLAS_STATUS_OPERATING;
  phase->sources = g_strsplit (cases[index].phases, ",", -1);
  milestone->when.text = g_strdup ("2001");
  milestone->when.edtf = fields.when.edtf;
  milestone->note = g_strdup ("Note");
  milestone->sources = g_strsplit (cases[index].milestones, ",", -1);

  fields.facts = g_ptr_array_new ();
  fields.phases = g_ptr_array_new ();
  fields.milestones = g_ptr_array_new ();
  g_ptr_array_add (fields.facts, fact);
  g_ptr_array_add (fields.phases, phase);
  g_ptr_array_add (fields.milestones, milestone);
  if (*cases[index].differs != '\0')
    fields.differences = create_differences (cases[index].differs);
  fields.primary_source = g_strdup (cases[index].primary);

  return atlas_item_new_take (&fields);
}

static void
test_case (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (AtlasBibliography) bibliography = create_bibliography ();
  g_autoptr (AtlasItem) item = create_item (index);
  AtlasEvidence    evidence = atlas_evidence_weigh (item, bibliography);
  g_autofree char *words = atlas_evidence_to_words (&evidence);

  g_assert_cmpint (atlas_evidence_get_level (&evidence), ==, cases[index].level);
  g_assert_cmpint (evidence.support, ==, cases[index].support);
  g_assert_cmpuint (evidence.n_sources, ==, cases[index].n_sources);
  g_assert_cmpuint (evidence.n_primary, ==, cases[index].n_primary);
  g_assert_cmpstr (words, ==, cases[index].words);

  /* An item that no atlas has put in place has not been weighed. */
  g_assert_cmpuint (atlas_item_get_evidence (item)->n_sources, ==, 0);
}

static void
test_ids (void)
{
  AtlasEvidenceLevel level = NONE;

  for (guint i = 0; i < ATLAS_N_EVIDENCE_LEVELS; i++)
    {
      g_assert_true (atlas_evidence_level_from_id (atlas_evidence_level_get_id (i), &level));
      g_assert_cmpuint (level, ==, i);
      g_assert_cmpstr (atlas_evidence_level_get_name (i), !=, "");
    }
  g_assert_false (atlas_evidence_level_from_id ("two", &level));
  g_assert_false (atlas_evidence_level_from_id (NULL, &level));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/evidence/case/%02u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/evidence/ids", test_ids);

  return g_test_run ();
}
