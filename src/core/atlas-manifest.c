// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-manifest.h"

#include <string.h>

AtlasTerm *
atlas_term_new (const char *id,
                const char *title)
{
  AtlasTerm *self = g_new0 (AtlasTerm, 1);

  self->id = g_strdup (id);
  self->title = g_strdup (title);

  return self;
}

void
atlas_term_free (AtlasTerm *self)
{
  g_free (self->id);
  g_free (self->title);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_free (self);
}

/**
 * atlas_term_get_title:
 * @self: a term
 * @language: (nullable): BCP 47 tag
 *
 * Names the term in a language. A tag is shortened from its end until a title is found ("az-Latn-AZ", "az-Latn",
 * "az"); without one it is the term's own title.
 *
 * Returns: (transfer none): the title
 */
const char *
atlas_term_get_title (const AtlasTerm *self,
                      const char      *language)
{
  g_autofree char *tag = g_strdup (language);

  g_return_val_if_fail (self != NULL, NULL);

  while (tag != NULL && self->names != NULL)
    {
      const char *name = g_hash_table_lookup (self->names, tag);
      char       *dash = strrchr (tag, '-');

      if (name != NULL)
        return name;

      if (dash == NULL)
        break;

      *dash = '\0';
    }

  return self->title;
}

static const AtlasTerm *
find_term (const GPtrArray *terms,
           const char      *id)
{
  for (guint i = 0; i < terms->len; i++)
    {
      const AtlasTerm *term = g_ptr_array_index (terms, i);

      if (g_strcmp0 (term->id, id) == 0)
        return term;
    }

  return NULL;
}

AtlasManifest *
atlas_manifest_new (void)
{
  AtlasManifest *self = g_new0 (AtlasManifest, 1);

  self->languages = g_new0 (char *, 1);
  self->lanes = g_new0 (char *, 1);
  self->bands = g_strsplit (atlas_kind_get_id (ATLAS_KIND_PERIOD), ",", -1);
  self->themes = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_term_free);
  self->kinds = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_term_free);
  self->actors = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_term_free);
  self->overview = ATLAS_BOX_EMPTY;

  return self;
}

void
atlas_manifest_free (AtlasManifest *self)
{
  char **strings[] = {
    &self->id, &self->title, &self->edition, &self->language, &self->licence,
    &self->description, &self->report_title, &self->report_author, &self->report_note, &self->extra
  };

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    g_free (*strings[i]);

  g_strfreev (self->languages);
  g_strfreev (self->lanes);
  g_strfreev (self->bands);
  g_clear_pointer (&self->themes, g_ptr_array_unref);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  g_clear_pointer (&self->actors, g_ptr_array_unref);
  g_free (self);
}

const AtlasTerm *
atlas_manifest_find_theme (const AtlasManifest *self,
                           const char          *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  return find_term (self->themes, id);
}

const AtlasTerm *
atlas_manifest_find_kind (const AtlasManifest *self,
                          AtlasKind            kind)
{
  g_return_val_if_fail (self != NULL, NULL);

  return find_term (self->kinds, atlas_kind_get_id (kind));
}

const AtlasTerm *
atlas_manifest_find_actor (const AtlasManifest *self,
                           const char          *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  return find_term (self->actors, id);
}

gboolean
atlas_manifest_has_band (const AtlasManifest *self,
                         AtlasKind            kind)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_strv_contains ((const char *const *) self->bands, atlas_kind_get_id (kind));
}

gboolean
atlas_manifest_has_band_item (const AtlasManifest *self,
                              const char          *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, FALSE);

  for (guint i = 0; self->bands[i] != NULL; i++)
    if (g_str_has_prefix (self->bands[i], ATLAS_MANIFEST_BAND_ITEM) && strcmp (self->bands[i] + strlen (ATLAS_MANIFEST_BAND_ITEM), id) == 0)
      return TRUE;

  return FALSE;
}
