// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-comparison.h"
#include "atlas-count-words.h"
#include "atlas-session-private.h"

#include <glib/gi18n-lib.h>

/* A subtitle is read at a glance: this many groups of items, of one kind and of all, and choices of the filter are told. */
#define MAX_GROUPS 4
#define MAX_STATUSES 2
#define MAX_CHOICES 3

typedef struct
{
  guint by_status[ATLAS_N_KINDS][ATLAS_N_STATUSES];
  guint by_kind[ATLAS_N_KINDS];
  guint by_evidence[ATLAS_N_EVIDENCE_LEVELS];
  guint total;
} Census;

static void
take_census (AtlasSession *session,
             Census       *census)
{
  for (guint i = 0; i < atlas_dataset_get_n_items (session->dataset); i++)
    {
      AtlasItem  *item = atlas_dataset_get_item (session->dataset, i);
      AtlasKind   kind = atlas_item_get_kind (item);
      AtlasStatus status;

      if (atlas_session_get_visibility (session, item, &status) != ATLAS_VISIBILITY_SHOWN)
        continue;

      census->by_status[kind][status]++;
      census->by_kind[kind]++;
      census->by_evidence[atlas_evidence_get_level (atlas_item_get_evidence (item))]++;
      census->total++;
    }
}

typedef struct
{
  GString *words;
  guint    n_groups;
  guint    told; /* items */
} Telling;

static void
tell_group (Telling    *telling,
            const char *separator,
            const char *group,
            guint       n)
{
  if (telling->words->len > 0)
    g_string_append (telling->words, separator);
  g_string_append (telling->words, group);
  telling->n_groups++;
  telling->told += n;
}

/* "3 pipelines operating, 1 being built" */
static void
tell_statuses (Telling      *telling,
               const Census *census,
               AtlasKind     kind)
{
  static const AtlasStatus statuses[] = {
    ATLAS_STATUS_OPERATING, ATLAS_STATUS_BUILDING, ATLAS_STATUS_PLANNED, ATLAS_STATUS_SUSPENDED, ATLAS_STATUS_CLOSED
  };
  guint n_statuses = 0;

  for (guint i = 0; i < G_N_ELEMENTS (statuses) && n_statuses < MAX_STATUSES && telling->n_groups < MAX_GROUPS; i++)
    {
      guint            n = census->by_status[kind][statuses[i]];
      g_autofree char *group = NULL;

      if (n == 0)
        continue;

      group = n_statuses > 0 ? atlas_count_further (kind, statuses[i], n) : atlas_count_status (kind, statuses[i], n);
      tell_group (telling, n_statuses > 0 ? ", " : "; ", group, n);
      n_statuses++;
    }
}

/* "9 with a primary document, 52 with several sources": all there are, the strongest first. */
static char *
tell_evidence (const Census *census)
{
  static const AtlasEvidenceLevel levels[] = {
    ATLAS_EVIDENCE_PRIMARY, ATLAS_EVIDENCE_SEVERAL, ATLAS_EVIDENCE_ONE, ATLAS_EVIDENCE_NONE, ATLAS_EVIDENCE_DISPUTED
  };
  g_autoptr (GString) words = g_string_new (NULL);
  Telling telling = { words, 0, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (census->by_evidence[levels[i]] > 0)
      {
        g_autofree char *group = atlas_count_evidence (levels[i], census->by_evidence[levels[i]]);

        tell_group (&telling, ", ", group, census->by_evidence[levels[i]]);
      }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static char *
tell_comparison (AtlasSession *session)
{
  g_autoptr (AtlasComparison) comparison = atlas_comparison_new (session, session->comparison, session->clock);

  return atlas_comparison_to_words (comparison);
}

static char *
tell_items (AtlasSession *session)
{
  const AtlasManifest *manifest = atlas_dataset_get_manifest (session->dataset);
  Census               census = { 0 };
  Telling              telling = { NULL, 0, 0 };
  g_autoptr (GString) words = g_string_new (NULL);

  if (atlas_session_is_comparing (session))
    return tell_comparison (session);

  take_census (session, &census);
  if (census.total == 0)
    return g_strdup (_ ("no items"));
  if (session->overlay == ATLAS_OVERLAY_EVIDENCE)
    return tell_evidence (&census);
  if (session->clock_mode == ATLAS_CLOCK_ALL)
    return g_strdup_printf (ngettext ("%u item", "%u items", census.total), census.total);

  telling.words = words;
  for (guint i = 0; i < manifest->kinds->len && telling.n_groups < MAX_GROUPS; i++)
    {
      const AtlasTerm *term = g_ptr_array_index (manifest->kinds, i);
      AtlasKind        kind;

      if (!atlas_kind_from_id (term->id, &kind) || census.by_kind[kind] == 0)
        continue;

      if (atlas_session_kind_lasts (kind))
        {
          tell_statuses (&telling, &census, kind);
        }
      else
        {
          g_autofree char *group = atlas_count_kind (kind, census.by_kind[kind]);

          tell_group (&telling, "; ", group, census.by_kind[kind]);
        }
    }

  if (telling.n_groups == 0)
    return g_strdup_printf (ngettext ("%u item", "%u items", census.total), census.total);

  if (telling.told < census.total)
    {
      guint            n = census.total - telling.told;
      g_autofree char *more = g_strdup_printf (ngettext ("%u more", "%u more", n), n);

      tell_group (&telling, "; ", more, n);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* A title inside a sentence: "Economic" is "economic" there. */
static char *
lower_first (const char *title)
{
  GString *words = g_string_new (NULL);

  if (*title != '\0')
    {
      g_string_append_unichar (words, g_unichar_tolower (g_utf8_get_char (title)));
      g_string_append (words, g_utf8_next_char (title));
    }

  return g_string_free (words, FALSE);
}

static void
add_titles (GPtrArray  *choices,
            const char *language,
            GPtrArray  *terms,
            gboolean    names_are_proper,
            gboolean (*has) (const AtlasFilter *filter,
                             const char        *id),
            const AtlasFilter *filter)
{
  for (guint i = 0; i < terms->len; i++)
    {
      const AtlasTerm *term = g_ptr_array_index (terms, i);
      const char      *title = atlas_term_get_title (term, language);

      if (has (filter, term->id))
        g_ptr_array_add (choices, names_are_proper ? g_strdup (title) : lower_first (title));
    }
}

/* Rows of the map's legend that are chosen, in quotation marks: they have commas of their own. */
static void
add_signs (GPtrArray         *choices,
           const AtlasFilter *filter)
{
  for (guint kind = 0; kind < ATLAS_N_KINDS; kind++)
    for (guint sign = 0; sign < ATLAS_N_STATUSES * ATLAS_N_CARGOES; sign++)
      if (atlas_filter_has_sign (filter, (AtlasKind) kind, (AtlasStatus) (sign / ATLAS_N_CARGOES), (AtlasCargo) (sign % ATLAS_N_CARGOES)))
        {
          g_autofree char *words = atlas_sign_to_words ((AtlasKind) kind, (AtlasStatus) (sign / ATLAS_N_CARGOES), (AtlasCargo) (sign % ATLAS_N_CARGOES));

          g_ptr_array_add (choices, g_strdup_printf (_ ("“%s”"), words));
        }

  for (guint level = 0; level < ATLAS_N_EVIDENCE_LEVELS; level++)
    if (atlas_filter_has_evidence (filter, (AtlasEvidenceLevel) level))
      g_ptr_array_add (choices, g_strdup_printf (_ ("“%s”"), atlas_evidence_level_get_name ((AtlasEvidenceLevel) level)));
}

static gboolean
filter_has_kind_id (const AtlasFilter *filter,
                    const char        *id)
{
  AtlasKind kind;

  return atlas_kind_from_id (id, &kind) && atlas_filter_has_kind (filter, kind);
}

/* What the filter lets through: "economic, Russia", of char *. (transfer full) */
static GPtrArray *
list_choices (AtlasSession *session)
{
  const AtlasManifest *manifest = atlas_dataset_get_manifest (session->dataset);
  const AtlasFilter   *filter = session->filter;
  GPtrArray           *choices = g_ptr_array_new_with_free_func (g_free);

  add_titles (choices, session->language, manifest->themes, FALSE, atlas_filter_has_theme, filter);
  add_titles (choices, session->language, manifest->kinds, FALSE, filter_has_kind_id, filter);
  add_titles (choices, session->language, manifest->actors, TRUE, atlas_filter_has_actor, filter);

  add_signs (choices, filter);

  if (!atlas_time_span_is_empty (atlas_filter_get_window (filter)))
    g_ptr_array_add (choices, atlas_time_span_to_words (atlas_filter_get_window (filter)));
  if (atlas_filter_get_text (filter) != NULL)
    g_ptr_array_add (choices, g_strdup_printf (_ ("“%s”"), atlas_filter_get_text (filter)));

  return choices;
}

static char *
tell_clock (AtlasSession *session)
{
  g_autofree char *clock = NULL;

  if (session->clock_mode == ATLAS_CLOCK_ALL)
    return g_strdup (_ ("All dates"));

  clock = atlas_time_span_to_words (session->clock);
  if (atlas_session_is_comparing (session))
    {
      g_autofree char *comparison = atlas_time_span_to_words (session->comparison);

      /* Translators: two dates: "1996 and 2024 compared" */
      return g_strdup_printf (_ ("%s and %s compared"), comparison, clock);
    }
  if (session->clock_mode == ATLAS_CLOCK_UP_TO)
    /* Translators: all that has begun by a date: "Up to June 2006" */
    return g_strdup_printf (_ ("Up to %s"), clock);

  return g_steal_pointer (&clock);
}

/* Whether what is there is told by its evidence: a comparison is told by what has changed. */
static gboolean
is_by_evidence (AtlasSession *session)
{
  return session->overlay == ATLAS_OVERLAY_EVIDENCE && !atlas_session_is_comparing (session);
}

/* "June 2006", "All dates, economic only" */
static char *
tell_scope (AtlasSession *session)
{
  g_autofree char *clock = tell_clock (session);
  g_autoptr (GPtrArray) choices = list_choices (session);
  g_autofree char *list = NULL;

  if (choices->len == 0)
    return g_steal_pointer (&clock);

  if (choices->len > MAX_CHOICES)
    /* Translators: the date, and that a filter is set: "All dates, filtered" */
    return g_strdup_printf (_ ("%s, filtered"), clock);

  g_ptr_array_add (choices, NULL);
  list = g_strjoinv (", ", (char **) choices->pdata);

  /* Translators: the date, and what the filter lets through: "All dates, economic only" */
  return g_strdup_printf (_ ("%s, %s only"), clock, list);
}

char *
atlas_sentence_for_session (AtlasSession *session)
{
  g_autofree char *scope = NULL;
  g_autofree char *items = NULL;

  if (session->dataset == NULL)
    return g_strdup (_ ("No atlas"));

  scope = tell_scope (session);
  items = tell_items (session);
  if (is_by_evidence (session))
    {
      /* Translators: the date: what follows counts items by how well they are supported: "June 2006, by evidence" */
      g_autofree char *by_evidence = g_strdup_printf (_ ("%s, by evidence"), scope);

      g_free (scope);
      scope = g_steal_pointer (&by_evidence);
    }
  if (session->selected == NULL)
    /* Translators: the date and what is there: "June 2006: 3 pipelines operating" */
    return g_strdup_printf (_ ("%s: %s"), scope, items);

  /* Translators: the date, what is there, and the name of what is selected: "June 2006: 3 pipelines operating; BTC selected" */
  return g_strdup_printf (_ ("%s: %s; %s selected"), scope, items, atlas_item_get_name (session->selected, session->language));
}
