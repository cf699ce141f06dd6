// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-manifest-reader.h"

#include "atlas-limits.h"
#include "atlas-session-state.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The bundle format that this program reads. */
#define FORMAT 1

#define MEMBER(name_, reader_, field_, required_)                      \
  {                                                                    \
    name_, reader_, G_STRUCT_OFFSET (AtlasManifest, field_), required_ \
  }
#define TERM(name_, reader_, field_, required_)                    \
  {                                                                \
    name_, reader_, G_STRUCT_OFFSET (AtlasTerm, field_), required_ \
  }

static const AtlasJsonMember term_members[] = {
  TERM ("id", atlas_json_read_id, id, TRUE),
  TERM ("title", atlas_json_read_name, title, TRUE),
  TERM ("names", atlas_json_read_by_language, names, FALSE),
  { NULL },
};

static gboolean
check_format (const AtlasJson *self,
              gpointer         out,
              GError         **error)
{
  double format = 0.0;

  if (!atlas_json_read_double (self, &format, error))
    return FALSE;
  if (format != FORMAT)
    return atlas_json_fail (self, error, ATLAS_RULE_FORMAT, _ ("bundle format %g; this program reads format %d"), format, FORMAT);

  return TRUE;
}

static gboolean
read_terms (const AtlasJson *self,
            gpointer         out,
            GError         **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) terms = NULL;
  GPtrArray **place = out;

  if (!atlas_json_read_objects (self, term_members, sizeof (AtlasTerm), (GDestroyNotify) atlas_term_free, &terms, error))
    return FALSE;

  for (guint i = 0; i < terms->len; i++)
    {
      const AtlasTerm *term = g_ptr_array_index (terms, i);
      AtlasJson        element = atlas_json_element (self, i);

      if (!g_hash_table_add (ids, term->id))
        return atlas_json_fail (&element, error, ATLAS_RULE_DUPLICATE_ID, _ ("the id “%s” is taken already"), term->id);
    }

  g_clear_pointer (place, g_ptr_array_unref);
  *place = g_steal_pointer (&terms);

  return TRUE;
}

static gboolean
read_kinds (const AtlasJson *self,
            gpointer         out,
            GError         **error)
{
  GPtrArray **kinds = out;

  if (!read_terms (self, out, error))
    return FALSE;

  for (guint i = 0; i < (*kinds)->len; i++)
    {
      const AtlasTerm *term = g_ptr_array_index (*kinds, i);
      AtlasJson        element = atlas_json_element (self, i);
      AtlasKind        kind;

      if (!atlas_kind_from_id (term->id, &kind))
        return atlas_json_fail (&element, error, ATLAS_RULE_UNKNOWN_KIND, _ ("the program has no kind “%s”"), term->id);
    }

  return TRUE;
}

static gboolean
read_camera (const AtlasJson *self,
             gpointer         out,
             GError         **error)
{
  g_autoptr (GError) inner = NULL;
  g_autofree char *text = NULL;

  if (!atlas_json_read_name (self, &text, error))
    return FALSE;
  if (!atlas_camera_parse (text, out, &inner))
    return atlas_json_fail (self, error, ATLAS_RULE_VALUE, "%s", inner->message);

  return TRUE;
}

static gboolean
read_bounds (const AtlasJson *self,
             gpointer         out,
             GError         **error)
{
  double bounds[4];
  guint  length = 0;

  if (!atlas_json_get_length (self, G_N_ELEMENTS (bounds), &length, error))
    return FALSE;
  if (length != G_N_ELEMENTS (bounds))
    return atlas_json_fail (self, error, ATLAS_RULE_VALUE, _ ("bounds have 4 numbers, not %u"), length);

  for (guint i = 0; i < length; i++)
    {
      AtlasJson element = atlas_json_element (self, i);

      if (!atlas_json_read_double (&element, &bounds[i], error))
        return FALSE;
    }

  if (!(-180.0 <= bounds[0] && bounds[0] < bounds[2] && bounds[2] <= 180.0) ||
      !(-90.0 <= bounds[1] && bounds[1] < bounds[3] && bounds[3] <= 90.0))
    return atlas_json_fail (self, error, ATLAS_RULE_POSITION, _ ("bounds are west, south, east, north, in degrees"));

  *(AtlasBox *) out = (AtlasBox){ bounds[0], bounds[1], bounds[2], bounds[3] };

  return TRUE;
}

static gboolean
read_report (const AtlasJson *self,
             gpointer         out,
             GError         **error)
{
  static const AtlasJsonMember members[] = {
    MEMBER ("title", atlas_json_read_name, report_title, TRUE),
    MEMBER ("author", atlas_json_read_name, report_author, FALSE),
    MEMBER ("note", atlas_json_read_string, report_note, FALSE),
    { NULL },
  };

  return atlas_json_read_object (self, members, out, NULL, error);
}

static gboolean
read_view (const AtlasJson *self,
           gpointer         out,
           GError         **error)
{
  static const AtlasJsonMember members[] = {
    MEMBER ("map", read_camera, home, TRUE),
    MEMBER ("range", atlas_json_read_span, range, TRUE),
    { NULL },
  };

  return atlas_json_read_object (self, members, out, NULL, error);
}

static gboolean
read_overview (const AtlasJson *self,
               gpointer         out,
               GError         **error)
{
  static const AtlasJsonMember members[] = {
    MEMBER ("bounds", read_bounds, overview, TRUE),
    { NULL },
  };

  return atlas_json_read_object (self, members, out, NULL, error);
}

/* Kinds, and items as "item:id"; whether there are such items is seen when all parts are read. */
static gboolean
read_bands (const AtlasJson *self,
            gpointer         out,
            GError         **error)
{
  g_auto (GStrv) bands = NULL;
  GStrv *place = out;

  if (!atlas_json_read_names (self, &bands, error))
    return FALSE;

  for (guint i = 0; bands[i] != NULL; i++)
    {
      AtlasJson element = atlas_json_element (self, i);
      AtlasKind kind;

      if (!g_str_has_prefix (bands[i], ATLAS_MANIFEST_BAND_ITEM) && !atlas_kind_from_id (bands[i], &kind))
        return atlas_json_fail (&element, error, ATLAS_RULE_UNKNOWN_KIND, _ ("the program has no kind “%s”"), bands[i]);
    }

  g_strfreev (*place);
  *place = g_steal_pointer (&bands);

  return TRUE;
}

static gboolean
read_timeline (const AtlasJson *self,
               gpointer         out,
               GError         **error)
{
  static const AtlasJsonMember members[] = {
    MEMBER ("lanes", atlas_json_read_ids, lanes, TRUE),
    MEMBER ("bands", read_bands, bands, FALSE),
    { NULL },
  };

  return atlas_json_read_object (self, members, out, NULL, error);
}

static const AtlasJsonMember manifest_members[] = {
  { "format", check_format, 0, TRUE },
  MEMBER ("id", atlas_json_read_id, id, TRUE),
  MEMBER ("title", atlas_json_read_name, title, TRUE),
  MEMBER ("edition", atlas_json_read_name, edition, FALSE),
  MEMBER ("language", atlas_json_read_name, language, FALSE),
  MEMBER ("languages", atlas_json_read_names, languages, FALSE),
  MEMBER ("licence", atlas_json_read_name, licence, FALSE),
  MEMBER ("description", atlas_json_read_string, description, FALSE),
  { "report", read_report, 0, TRUE },
  MEMBER ("themes", read_terms, themes, TRUE),
  MEMBER ("kinds", read_kinds, kinds, TRUE),
  MEMBER ("actors", read_terms, actors, TRUE),
  { "view", read_view, 0, TRUE },
  { "overview", read_overview, 0, FALSE },
  { "timeline", read_timeline, 0, FALSE },
  { NULL },
};

/* What may be left out has a plain meaning: the whole world, and every theme a lane. */
static void
fill_in (AtlasManifest *manifest)
{
  if (!(manifest->overview.x0 < manifest->overview.x1))
    manifest->overview = (AtlasBox){ -180.0, -85.0, 180.0, 85.0 };

  if (manifest->languages == NULL)
    manifest->languages = g_new0 (char *, 1);

  if (manifest->lanes == NULL)
    {
      manifest->lanes = g_new0 (char *, manifest->themes->len + 1);
      for (guint i = 0; i < manifest->themes->len; i++)
        manifest->lanes[i] = g_strdup (((const AtlasTerm *) g_ptr_array_index (manifest->themes, i))->id);
    }
}

AtlasManifest *
atlas_manifest_read (const AtlasJson *root,
                     GError         **error)
{
  g_autoptr (AtlasManifest) manifest = atlas_manifest_new ();
  AtlasJson format;

  /* Readers put a value where none is. */
  g_clear_pointer (&manifest->languages, g_strfreev);
  g_clear_pointer (&manifest->lanes, g_strfreev);

  /* The format first, so that a bundle of a later program says so and nothing else. */
  if (!atlas_json_enter (root, "format", &format, error) || !check_format (&format, NULL, error) ||
      !atlas_json_read_object (root, manifest_members, manifest, &manifest->extra, error))
    return NULL;

  fill_in (manifest);

  return g_steal_pointer (&manifest);
}
