// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-timeline-layout.h"
#include "sample-atlas.h"

/* Atlases for timelines: one with every look there is, and large random ones. */

/* clang-format off */
static const SampleItem timeline_items[] = {
  { "era", "First era", ATLAS_KIND_PERIOD, "political", "", "1991/1993", "", ATLAS_GEOMETRY_POINT, NULL, NULL, 0 },
  { "next", "Next era", ATLAS_KIND_PERIOD, "political", "", "1993/2003", "", ATLAS_GEOMETRY_POINT, NULL, NULL, 0 },
  { "day", "Day", ATLAS_KIND_EVENT, "political", "", "1996-06-01", "", ATLAS_GEOMETRY_POINT, NULL, NULL, 3 },
  { "year", "Year", ATLAS_KIND_EVENT, "political", "", "1999", "", ATLAS_GEOMETRY_POINT, NULL, NULL, 0 },
  { "about", "About", ATLAS_KIND_EVENT, "political", "", "2002~/2006~", "", ATLAS_GEOMETRY_POINT, NULL, NULL, 0 },
  { "perhaps", "Perhaps", ATLAS_KIND_EVENT, "political", "", "2008?/2012?", "", ATLAS_GEOMETRY_POINT, NULL, NULL, 0 },
  { "lost", "Nobody knows", ATLAS_KIND_SITE, "political", "", "2001/", "", ATLAS_GEOMETRY_POINT, NULL, NULL, 0 },
  { "treaty", "Treaty in force", ATLAS_KIND_TREATY, "political", "", "1997-07-03", "1997-07-03/.. operating", ATLAS_GEOMETRY_POINT, NULL, NULL, 1 },
  { "line", "Line", ATLAS_KIND_PIPELINE, "economic", "", "2002-06/..", "1993/1997 planned; 1998/2002-05 building; 2002-06/2006 operating; 2007/2010 suspended; 2011/.. operating",
    ATLAS_GEOMETRY_POINT, NULL, NULL, 9 },
  { "shut", "Shut line", ATLAS_KIND_PIPELINE, "economic", "", "1995/2004", "1995/2004 operating; 2005/.. closed", ATLAS_GEOMETRY_POINT, NULL, NULL, 0 },
  { "railway", "Railway", ATLAS_KIND_RAILWAY, "economic", "", "2007/..", "2007/.. building", ATLAS_GEOMETRY_POINT, NULL, NULL, 0 },
  { "zone", "Zone", ATLAS_KIND_ZONE, "security", "", "1994-05-12/2010-11-10", "", ATLAS_GEOMETRY_POINT, NULL, NULL, 0 },
  { "scenario", "Scenario", ATLAS_KIND_SCENARIO, "security", "", "2013/2018", "", ATLAS_GEOMETRY_POINT, NULL, NULL, 0 },
};
/* clang-format on */

#define TIMELINE_TODAY "2012-03-15"

static inline AtlasDataset *
timeline_dataset_new_take (GPtrArray *items)
{
  AtlasManifest *manifest = sample_manifest_new ("timeline");

  g_strfreev (manifest->lanes);
  manifest->lanes = g_strsplit ("political,economic,security", ",", -1);
  manifest->range = sample_span ("1991/2018");

  return atlas_dataset_new_take (manifest, items, sample_report_new (), sample_bibliography_new (), NULL);
}

static inline AtlasDataset *
timeline_dataset_new (void)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (timeline_items); i++)
    g_ptr_array_add (items, sample_item_new (&timeline_items[i]));

  return timeline_dataset_new_take (items);
}

/* @n items between 1900 and 2000, some days and some years long, some without an end. */
static inline AtlasDataset *
timeline_dataset_new_random (guint n)
{
  static const char *const themes[] = { "political", "economic", "security" };
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("item-%u", i);
      int              begin = g_rand_int_range (rand, 1900, 1998);
      int              form = g_rand_int_range (rand, 0, 8);
      g_autofree char *when = NULL;
      SampleItem       item = { id, id, (AtlasKind) g_rand_int_range (rand, 0, ATLAS_N_KINDS), themes[i % 3], "", NULL, "", ATLAS_GEOMETRY_POINT, NULL, NULL, i % 7 };

      if (form == 0)
        when = g_strdup_printf ("%d/..", begin);
      else if (form < 3)
        when = g_strdup_printf ("%d-%02d-%02d", begin, g_rand_int_range (rand, 1, 13), g_rand_int_range (rand, 1, 29));
      else
        when = g_strdup_printf ("%d/%d", begin, begin + g_rand_int_range (rand, 0, form * 2));
      item.when = when;
      g_ptr_array_add (items, sample_item_new (&item));
    }

  return timeline_dataset_new_take (items);
}

/* Every letter is 7 px wide. */
static inline AtlasTimelineIndex *
timeline_index_new (AtlasDataset         *dataset,
                    AtlasTimelineGrouping grouping,
                    const AtlasFilter    *filter)
{
  g_autoptr (AtlasTextWidths) widths = atlas_text_widths_new_fixed (7.0);
  AtlasTimelineIndexSpec spec = { .grouping = grouping, .filter = filter, .widths = widths, .today = sample_span (TIMELINE_TODAY).begin };

  return atlas_timeline_index_new (dataset, &spec);
}

static inline AtlasTimelineSpec
timeline_spec (AtlasTimelineIndex *index,
               double              px_per_year,
               double              height)
{
  AtlasTimelineSpec spec = { .index = index, .px_per_day = atlas_timeline_layout_get_bucket (px_per_year / 365.25), .height = height, .line_height = 14 };

  return spec;
}
