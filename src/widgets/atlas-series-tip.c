// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-series-tip.h"

#include <glib/gi18n-lib.h>

#define MAX_SOURCES 6 /* that are named */

static const char *
get_source_name (AtlasReference *reference)
{
  const AtlasReferenceFields *fields = atlas_reference_get_fields (reference);

  if (fields->container != NULL)
    return fields->container;

  return fields->publisher != NULL ? fields->publisher : fields->title;
}

/* Each publisher once, as many as one reads. (nullable) */
static char *
list_sources (AtlasDataset      *dataset,
              const AtlasSeries *series)
{
  AtlasBibliography *bibliography = atlas_dataset_get_bibliography (dataset);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *listed = NULL;
  guint            n_names = 0;

  for (guint i = 0; series->sources[i] != NULL; i++)
    {
      AtlasReference *reference = atlas_bibliography_lookup (bibliography, series->sources[i]);

      if (reference != NULL && !g_ptr_array_find_with_equal_func (names, get_source_name (reference), g_str_equal, NULL))
        g_ptr_array_add (names, (gpointer) get_source_name (reference));
    }
  n_names = names->len;
  if (n_names == 0)
    return NULL;

  g_ptr_array_set_size (names, (int) MIN (n_names, MAX_SOURCES));
  g_ptr_array_add (names, NULL);
  listed = g_strjoinv ("; ", (char **) names->pdata);
  if (n_names > MAX_SOURCES)
    /* Translators: names of sources, and how many more there are. */
    return g_strdup_printf (ngettext ("Sources: %s; %u more", "Sources: %s; %u more", n_names - MAX_SOURCES), listed, n_names - MAX_SOURCES);

  return g_strdup_printf (ngettext ("Source: %s", "Sources: %s", n_names), listed);
}

char *
atlas_series_tip_new (AtlasDataset           *dataset,
                      const AtlasSeries      *series,
                      const AtlasSeriesPoint *point)
{
  g_autofree char *words = NULL;
  g_autofree char *head = NULL;
  g_autofree char *sources = NULL;
  g_autofree char *notes = NULL;
  g_autofree char *foot = NULL;

  g_return_val_if_fail (ATLAS_IS_DATASET (dataset) && series != NULL && point != NULL, NULL);

  words = atlas_series_point_to_words (series, point);
  head = g_markup_printf_escaped ("<b>%s</b>\n%s", words, series->title);
  if (series->notes != NULL)
    notes = g_markup_printf_escaped ("\n\n%s", series->notes);
  sources = list_sources (dataset, series);
  if (sources != NULL)
    foot = g_markup_printf_escaped ("\n\n<small>%s</small>", sources);

  return g_strconcat (head, notes != NULL ? notes : "", foot != NULL ? foot : "", NULL);
}

char *
atlas_series_tip_describe (AtlasDataset      *dataset,
                           const AtlasSeries *series)
{
  g_autofree char *sources = NULL;

  g_return_val_if_fail (ATLAS_IS_DATASET (dataset) && series != NULL, NULL);

  sources = list_sources (dataset, series);

  return g_strconcat (series->notes != NULL ? series->notes : "", series->notes != NULL && sources != NULL ? " " : "",
                      sources != NULL ? sources : "", NULL);
}
