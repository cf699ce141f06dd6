// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-tours-check.h"

#include "atlas-filter.h"
#include "atlas-limits.h"

#include <glib/gi18n-lib.h>

/* A step, and where it stands. */
typedef struct
{
  const AtlasToursContext *context;
  const char              *file;
  GPtrArray               *findings;
  AtlasTourStep           *step;
  guint                    tour_index;
  guint                    step_index;
} Check;

static void add (const Check *check,
                 AtlasRule    rule,
                 const char  *member,
                 const char  *format,
                 ...) G_GNUC_PRINTF (4, 5);

/* @member: of the step */
static void
add (const Check *check,
     AtlasRule    rule,
     const char  *member,
     const char  *format,
     ...)
{
  g_autofree char *place = g_strdup_printf ("#/tours/%u/steps/%u/%s", check->tour_index, check->step_index, member);
  g_autofree char *message = NULL;
  va_list          args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  atlas_findings_add (check->findings, check->file, place, rule, "%s", message);
}

static gboolean
has_record (const Check *check,
            guint        number)
{
  GArray *records = check->context->records;

  return records == NULL || (number < records->len && g_array_index (records, gboolean, number));
}

static gboolean
has_source (const Check *check,
            const char  *id)
{
  return check->context->sources == NULL || g_hash_table_contains (check->context->sources, id);
}

static void
check_sources (const Check *check)
{
  const char *const *sources = atlas_tour_step_get_sources (check->step);

  for (guint i = 0; sources[i] != NULL; i++)
    {
      g_autofree char *member = g_strdup_printf ("sources/%u", i);

      if (!has_source (check, sources[i]))
        add (check, ATLAS_RULE_UNKNOWN_SOURCE, member, _ ("there is no source “%s”"), sources[i]);
    }
}

static void
check_citations (const Check *check)
{
  guint        n_citations = 0;
  const guint *citations = atlas_tour_step_get_citations (check->step, &n_citations);

  for (guint i = 0; i < n_citations; i++)
    if (!has_record (check, citations[i]))
      add (check, ATLAS_RULE_UNKNOWN_CITATION, "text", _ ("there is no record of the report’s citation %u"), citations[i]);
}

/* What is looked at must be there. */
static void
check_names (const Check             *check,
             const AtlasSessionState *state)
{
  if (state->item != NULL && check->context->items != NULL && !g_hash_table_contains (check->context->items, state->item))
    add (check, ATLAS_RULE_UNKNOWN_ITEM, "state", _ ("there is no item “%s”"), state->item);

  if (state->passage != NULL && check->context->report != NULL && atlas_report_lookup (check->context->report, state->passage) == NULL)
    add (check, ATLAS_RULE_UNKNOWN_PASSAGE, "state", _ ("the report has no passage “%s”"), state->passage);

  if (state->source != NULL && !has_source (check, state->source))
    add (check, ATLAS_RULE_UNKNOWN_SOURCE, "state", _ ("there is no source “%s”"), state->source);

  if (state->cite > 0 && !has_record (check, state->cite))
    add (check, ATLAS_RULE_UNKNOWN_CITATION, "state", _ ("there is no record of the report’s citation %u"), state->cite);
}

static void
check_tokens (const Check             *check,
              const AtlasSessionState *state)
{
  g_auto (GStrv) tokens = g_strsplit (state->show != NULL ? state->show : "", ",", -1);

  for (guint i = 0; tokens[i] != NULL && check->context->manifest != NULL; i++)
    {
      g_autoptr (AtlasFilter) filter = atlas_filter_new_for_tokens (tokens[i], check->context->manifest);

      if (atlas_filter_is_empty (filter))
        add (check, ATLAS_RULE_UNKNOWN_TOKEN, "state", _ ("“%s” is neither a theme nor a kind, an actor or a sign of this atlas"), tokens[i]);
    }
}

/* Without them a step would look as the one before it left the map and the timeline. */
static void
check_view (const Check             *check,
            const AtlasSessionState *state)
{
  if (!state->has_camera)
    add (check, ATLAS_RULE_MISSING, "state", _ ("the state does not say where the map looks; give it “map=zoom/latitude/longitude”"));
  else if (!(state->camera.zoom >= ATLAS_LIMIT_TOUR_MIN_ZOOM && state->camera.zoom <= ATLAS_LIMIT_TOUR_MAX_ZOOM))
    add (check, ATLAS_RULE_POSITION, "state", _ ("the zoom %g is not from %g to %g"), state->camera.zoom, ATLAS_LIMIT_TOUR_MIN_ZOOM,
         ATLAS_LIMIT_TOUR_MAX_ZOOM);

  if (atlas_time_span_is_empty (state->range))
    add (check, ATLAS_RULE_MISSING, "state", _ ("the state does not say what the timeline shows; give it “range=first/last”"));
}

static void
check_dates (const Check             *check,
             const AtlasSessionState *state)
{
  const struct
  {
    const char   *key;
    AtlasTimeSpan span;
  } dates[] = { { "date", state->date }, { "compare", state->comparison }, { "window", state->window } };

  for (guint i = 0; i < G_N_ELEMENTS (dates) && !atlas_time_span_is_empty (state->range); i++)
    if (!atlas_time_span_is_empty (dates[i].span) && !atlas_time_span_overlaps (dates[i].span, state->range))
      add (check, ATLAS_RULE_DATE, "state", _ ("the %s is not within the range that the timeline shows"), dates[i].key);

  if (!atlas_time_span_is_empty (state->comparison) && atlas_time_span_is_empty (state->date))
    add (check, ATLAS_RULE_DATE, "state", _ ("a date is compared with none; give the state a “date” too"));
}

static void
check_step (const Check *check)
{
  const AtlasSessionState *state = atlas_tour_step_get_state (check->step);

  check_citations (check);
  check_names (check, state);
  check_tokens (check, state);
  check_view (check, state);
  check_dates (check, state);
  check_sources (check);
}

void
atlas_tours_check (GPtrArray               *tours,
                   const AtlasToursContext *context,
                   const char              *file,
                   GPtrArray               *findings)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_if_fail (tours != NULL && context != NULL && findings != NULL);

  for (guint i = 0; i < tours->len; i++)
    {
      AtlasTour *tour = g_ptr_array_index (tours, i);

      if (tour == NULL)
        continue;

      if (!g_hash_table_add (ids, (gpointer) atlas_tour_get_id (tour)))
        {
          g_autofree char *place = g_strdup_printf ("#/tours/%u/id", i);

          atlas_findings_add (findings, file, place, ATLAS_RULE_DUPLICATE_ID, _ ("the id “%s” is taken already"), atlas_tour_get_id (tour));
        }

      for (guint j = 0; j < atlas_tour_get_n_steps (tour); j++)
        {
          Check check = { context, file, findings, atlas_tour_get_step (tour, j), i, j };

          check_step (&check);
        }
    }
}

void
atlas_tours_check_against (GPtrArray    *tours,
                           AtlasDataset *dataset,
                           const char   *file,
                           GPtrArray    *findings)
{
  g_autoptr (GHashTable) items = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) sources = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) records = g_array_new (FALSE, TRUE, sizeof (gboolean));
  GListModel       *references = NULL;
  AtlasToursContext context = { NULL };

  g_return_if_fail (ATLAS_IS_DATASET (dataset));

  for (guint i = 0; i < atlas_dataset_get_n_items (dataset); i++)
    g_hash_table_add (items, (gpointer) atlas_item_get_id (atlas_dataset_get_item (dataset, i)));

  references = G_LIST_MODEL (atlas_dataset_get_bibliography (dataset));
  for (guint i = 0; i < g_list_model_get_n_items (references); i++)
    {
      g_autoptr (AtlasReference) reference = g_list_model_get_item (references, i);
      guint number = atlas_reference_get_fields (reference)->number;

      g_hash_table_add (sources, (gpointer) atlas_reference_get_id (reference));
      if (number >= records->len)
        g_array_set_size (records, number + 1);
      g_array_index (records, gboolean, number) = number > 0;
    }

  context = (AtlasToursContext){ atlas_dataset_get_manifest (dataset), items, sources, records, atlas_dataset_get_report (dataset) };
  atlas_tours_check (tours, &context, file, findings);
}
