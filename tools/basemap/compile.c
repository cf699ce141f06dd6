// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* basemap-compile FOLDER OUTPUT: turns the small committed basemap (deflated, deltas, text) into the one file that the
 * program maps into memory. Runs on the building machine; see atlas-basemap-format.h for what comes out. */

#include "compile.h"

#include <string.h>

/* The arrays of the output, in the order of ATLAS_BASEMAP_TYPE. */
static const struct
{
  const char *type;
  gsize       size;
} members[] = {
  { "(uu)", sizeof (AtlasBasemapLayerIndex) },
  { "(uuuqyyiiii)", sizeof (AtlasBasemapFeature) },
  { "(uuuuiiiiqq)", sizeof (AtlasBasemapPart) },
  { "(iiii)", sizeof (AtlasBasemapBox) },
  { "(ii)", sizeof (AtlasBasemapVertex) },
  { "y", sizeof (guint8) },
  { "(uuuuddd)", sizeof (AtlasBasemapGrid) },
  { "n", sizeof (gint16) },
  { "(iiuuqyy)", sizeof (AtlasBasemapPlace) },
  { "(iiuuuqqnnny)", sizeof (AtlasBasemapLabel) },
  { "(ii)", sizeof (AtlasBasemapVertex) },
  { "(uuuuuu)", sizeof (AtlasBasemapName) },
  { "y", sizeof (guint8) },
};

G_STATIC_ASSERT (G_N_ELEMENTS (members) == N_OUTPUTS);

static void
output_init (Output *self)
{
  for (guint i = 0; i < N_OUTPUTS; i++)
    self->array[i] = g_array_new (FALSE, TRUE, members[i].size);
  self->strings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->names = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->countries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  output_add_name (self, "");
}

static void
output_clear (Output *self)
{
  for (guint i = 0; i < N_OUTPUTS; i++)
    g_clear_pointer (&self->array[i], g_array_unref);
  g_clear_pointer (&self->strings, g_hash_table_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_pointer (&self->countries, g_hash_table_unref);
  g_clear_pointer (&self->contested, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Output, output_clear)

guint32
output_add_string (Output     *self,
                   const char *text)
{
  gpointer known;
  guint32  offset = self->array[OUT_STRINGS]->len;

  if (g_hash_table_lookup_extended (self->strings, text, NULL, &known))
    return GPOINTER_TO_UINT (known);

  g_array_append_vals (self->array[OUT_STRINGS], text, strlen (text) + 1);
  g_hash_table_insert (self->strings, g_strdup (text), GUINT_TO_POINTER (offset));

  return offset;
}

guint32
output_add_set (Output                 *self,
                const AtlasBasemapName *name)
{
  g_autoptr (GBytes) key = g_bytes_new (name, sizeof *name);
  gpointer known;
  guint32  index = self->array[OUT_NAMES]->len;

  if (g_hash_table_lookup_extended (self->names, key, NULL, &known))
    return GPOINTER_TO_UINT (known);

  g_array_append_val (self->array[OUT_NAMES], *name);
  g_hash_table_insert (self->names, g_steal_pointer (&key), GUINT_TO_POINTER (index));

  return index;
}

static gboolean
output_write (Output     *self,
              const char *path,
              GError    **error)
{
  GVariantBuilder builder;
  g_autoptr (GVariant) whole = NULL;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (ATLAS_BASEMAP_TYPE));
  g_variant_builder_add (&builder, "(uuu)", ATLAS_BASEMAP_MAGIC, ATLAS_BASEMAP_FORMAT, ATLAS_BASEMAP_BYTE_ORDER);
  for (guint i = 0; i < N_OUTPUTS; i++)
    g_variant_builder_add_value (&builder, g_variant_new_fixed_array (G_VARIANT_TYPE (members[i].type), self->array[i]->data,
                                                                      self->array[i]->len, members[i].size));
  whole = g_variant_ref_sink (g_variant_builder_end (&builder));

  return g_file_set_contents (path, g_variant_get_data (whole), (gssize) g_variant_get_size (whole), error);
}

typedef gboolean (*Step) (Output     *out,
                          const char *contents,
                          gsize       length,
                          GError    **error);

static const struct
{
  const char *file;
  Step        compile;
} steps[] = {
  { "countries.tsv", compile_countries }, /* first: a byte tells one */
  { "contested.tsv", compile_contested },
  { "names.tsv", compile_names }, /* before the others, which look up there */
  { "atlas.geo", compile_vectors },
  { "relief.dem", compile_relief },
  { "places.tsv", compile_places },
  { "labels.tsv", compile_labels },
  { "provinces.tsv", compile_labels },
};

int
main (int    argc,
      char **argv)
{
  g_auto (Output) out = { 0 };
  g_autoptr (GError) error = NULL;

  if (argc != 3)
    {
      g_printerr ("usage: %s FOLDER OUTPUT\n", argv[0]);
      return 2;
    }

  output_init (&out);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *path = g_build_filename (argv[1], steps[i].file, NULL);
      g_autofree char *contents = NULL;
      gsize            length;

      if (!g_file_get_contents (path, &contents, &length, &error))
        break;
      if (!steps[i].compile (&out, contents, length, &error))
        {
          g_prefix_error (&error, "%s: ", path);
          break;
        }
    }

  if (error != NULL || !output_write (&out, argv[2], &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  return 0;
}
