// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-filter-private.h"

#include <string.h>

#define EVIDENCE_PREFIX "evidence-"

static void
add_signs (const AtlasFilter *self,
           AtlasKind          kind,
           GPtrArray         *tokens)
{
  for (guint status = 0; status < ATLAS_N_STATUSES; status++)
    for (guint cargo = 0; cargo < ATLAS_N_CARGOES; cargo++)
      if (atlas_filter_has_sign (self, kind, (AtlasStatus) status, (AtlasCargo) cargo))
        g_ptr_array_add (tokens, g_strjoin ("-", atlas_kind_get_id (kind), atlas_status_get_id ((AtlasStatus) status),
                                            cargo != ATLAS_CARGO_NONE ? atlas_cargo_get_id ((AtlasCargo) cargo) : NULL, NULL));
}

static void
add_evidence (const AtlasFilter *self,
              GPtrArray         *tokens)
{
  for (guint level = 0; level < ATLAS_N_EVIDENCE_LEVELS; level++)
    if (atlas_filter_has_evidence (self, (AtlasEvidenceLevel) level))
      g_ptr_array_add (tokens, g_strconcat (EVIDENCE_PREFIX, atlas_evidence_level_get_id ((AtlasEvidenceLevel) level), NULL));
}

static gboolean
cargo_from_id (const char *id,
               AtlasCargo *cargo)
{
  for (guint i = ATLAS_CARGO_NONE + 1; i < ATLAS_N_CARGOES; i++)
    if (strcmp (atlas_cargo_get_id ((AtlasCargo) i), id) == 0)
      {
        *cargo = (AtlasCargo) i;
        return TRUE;
      }

  return FALSE;
}

static gboolean
read_sign (AtlasFilter *self,
           const char  *token)
{
  g_auto (GStrv) parts = g_strsplit (token, "-", -1);
  AtlasKind   kind;
  AtlasStatus status;
  AtlasCargo  cargo = ATLAS_CARGO_NONE;
  guint       n_parts = g_strv_length (parts);

  if (n_parts < 2 || n_parts > 3 || !atlas_kind_from_id (parts[0], &kind) || !atlas_status_from_id (parts[1], &status) ||
      (n_parts == 3 && !cargo_from_id (parts[2], &cargo)))
    return FALSE;

  self->signs[kind] |= ATLAS_FILTER_SIGN_BIT (status, cargo);

  return TRUE;
}

static void
read_evidence (AtlasFilter *self,
               const char  *token)
{
  AtlasEvidenceLevel level;

  if (g_str_has_prefix (token, EVIDENCE_PREFIX) && atlas_evidence_level_from_id (token + strlen (EVIDENCE_PREFIX), &level))
    self->evidence = (guint8) (self->evidence | 1u << level);
}

char *
atlas_filter_to_tokens (const AtlasFilter *self)
{
  g_autoptr (GPtrArray) tokens = g_ptr_array_new ();
  g_auto (GStrv) sorted = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; self->themes[i] != NULL; i++)
    g_ptr_array_add (tokens, g_strdup (self->themes[i]));
  for (guint i = 0; self->actors[i] != NULL; i++)
    g_ptr_array_add (tokens, g_strdup (self->actors[i]));
  for (guint kind = 0; kind < ATLAS_N_KINDS; kind++)
    if (atlas_filter_has_kind (self, (AtlasKind) kind))
      g_ptr_array_add (tokens, g_strdup (atlas_kind_get_id ((AtlasKind) kind)));

  for (guint kind = 0; kind < ATLAS_N_KINDS; kind++)
    add_signs (self, (AtlasKind) kind, tokens);
  add_evidence (self, tokens);

  sorted = atlas_filter_ids_to_strv (g_steal_pointer (&tokens));

  return g_strjoinv (",", sorted);
}

/* A link may say an id twice; it is chosen once. */
static void
add_once (GPtrArray  *ids,
          const char *id)
{
  if (!g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
    g_ptr_array_add (ids, g_strdup (id));
}

AtlasFilter *
atlas_filter_new_for_tokens (const char          *tokens,
                             const AtlasManifest *manifest)
{
  AtlasFilter *self = NULL;
  GPtrArray   *themes = NULL;
  GPtrArray   *actors = NULL;
  g_auto (GStrv) ids = NULL;
  AtlasKind kind;

  g_return_val_if_fail (manifest != NULL, NULL);

  self = atlas_filter_new ();
  themes = g_ptr_array_new ();
  actors = g_ptr_array_new ();
  ids = g_strsplit (tokens != NULL ? tokens : "", ",", -1);

  for (guint i = 0; ids[i] != NULL; i++)
    if (atlas_manifest_find_theme (manifest, ids[i]) != NULL)
      add_once (themes, ids[i]);
    else if (atlas_kind_from_id (ids[i], &kind))
      self->kinds |= 1u << kind;
    else if (atlas_manifest_find_actor (manifest, ids[i]) != NULL)
      add_once (actors, ids[i]);
    else if (!read_sign (self, ids[i]))
      read_evidence (self, ids[i]);

  g_strfreev (self->themes);
  g_strfreev (self->actors);
  self->themes = atlas_filter_ids_to_strv (themes);
  self->actors = atlas_filter_ids_to_strv (actors);

  return self;
}
