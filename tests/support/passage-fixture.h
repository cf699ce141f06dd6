// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-passage-times.h"

#include "sample-atlas.h"

/* An atlas of the sample items whose report has four sections and fourteen passages. */

/* clang-format off */
static const struct
{
  const char *section;
  const char *text;
  const char *item; /* that it mentions; NULL: none */
} passage_samples[] = {
  { "Introduction",   "Since 1991 much has changed.", "accord" },
  { "Introduction",   "What may come by 2025–2030.", NULL },
  { "Rule and order", "From 1991 to 1993 there was turmoil.", NULL },
  { "Rule and order", "A rule of ten years, with a pact in 1997 and an end in 1999.", "rule" },
  { "Rule and order", "From 2003 to 2013 others ruled, at war in August 2008.", NULL },
  { "Rule and order", "Between 2020 and 2024 all was decided.", "corridor" },
  { "Trade",          "The late 1990s brought the first line.", "north" },
  { "Trade",          "In 2006 and 2007 the second.", "south" },
  { "Trade",          "In 2018 the third.", "far" },
  { "Trade",          "After 2022, and in 2023.", NULL },
  { "Treaties",       "3 July 1997.", "accord" },
  { "Treaties",       "The radar was closed on 9 December 2012.", "radar" },
  { "Treaties",       "10 November 2020.", "wide" },
  { "Treaties",       "Of no date at all.", NULL },
};
/* clang-format on */

static inline AtlasPassage *
passage_sample_new (guint i,
                    guint section)
{
  GPtrArray *spans = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_report_span_free);

  g_ptr_array_add (spans, atlas_report_span_new (ATLAS_REPORT_TEXT, passage_samples[i].text, NULL, 0));
  if (passage_samples[i].item != NULL)
    {
      g_ptr_array_add (spans, atlas_report_span_new (ATLAS_REPORT_TEXT, " See ", NULL, 0));
      g_ptr_array_add (spans, atlas_report_span_new (ATLAS_REPORT_MENTION, "it", passage_samples[i].item, 0));
    }

  return atlas_passage_new_take (g_strdup_printf ("p-%u", i + 1), section, spans, 0);
}

static inline AtlasDataset *
passage_dataset_new (void)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *sections = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_section_free);
  GPtrArray *passages = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_passage_free);

  for (guint i = 0; i < G_N_ELEMENTS (sample_items); i++)
    if (!g_str_equal (sample_items[i].id, "dream"))
      g_ptr_array_add (items, sample_item_new (&sample_items[i]));

  for (guint i = 0; i < G_N_ELEMENTS (passage_samples); i++)
    {
      if (i == 0 || !g_str_equal (passage_samples[i].section, passage_samples[i - 1].section))
        {
          AtlasSection *section = g_new0 (AtlasSection, 1);

          section->id = g_strdup_printf ("s-%u", sections->len);
          section->title = g_strdup (passage_samples[i].section);
          section->level = 1;
          section->parent = -1;
          section->first_passage = i;
          g_ptr_array_add (sections, section);
        }
      g_ptr_array_add (passages, passage_sample_new (i, sections->len - 1));
    }

  return atlas_dataset_new_take (sample_manifest_new ("passages"), items, atlas_report_new_take (g_strdup ("Report"), sections, passages),
                                 sample_bibliography_new (), NULL);
}
