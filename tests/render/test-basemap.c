// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-basemap-nearest.h"
#include "atlas-basemap-private.h"

#include <glib/gstdio.h>
#include <string.h>

/* A basemap small enough to write down; each case spoils one thing of it. */
typedef struct
{
  guint32                magic, format, byte_order;
  AtlasBasemapLayerIndex layers[ATLAS_BASEMAP_N_LAYERS];
  guint                  n_layers;
  AtlasBasemapFeature    feature;
  AtlasBasemapPart       part;
  AtlasBasemapBox        chunk;
  AtlasBasemapVertex     vertices[3];
  guint8                 levels[3];
  guint                  n_levels;
  AtlasBasemapGrid       grids[2];
  gint16                 samples[8];
  AtlasBasemapPlace      place;
  AtlasBasemapLabel      label;
  AtlasBasemapVertex     point;
  AtlasBasemapName       names[2];
  char                   strings[8];
} Small;

static const Small whole = {
  .magic = ATLAS_BASEMAP_MAGIC,
  .format = ATLAS_BASEMAP_FORMAT,
  .byte_order = ATLAS_BASEMAP_BYTE_ORDER,
  .layers = { [ATLAS_BASEMAP_LAND] = { 0, 1 } },
  .n_layers = ATLAS_BASEMAP_N_LAYERS,
  .feature = { .n_parts = 1, .closed = 1 },
  .part = { .n_vertices = 3, .n_chunks = 1 },
  .n_levels = 3,
  .grids = { { 2, 2, 0, 0, 0, 60, 1 }, { 2, 2, 4, 1, -180, 90, 1 } },
  .label = { .n_points = 1 },
  .names = { [1] = { { 1, 1, 1, 6, 1, 1 } } },
  .strings = "\0Baku\0B",
};

static GVariant *
array_of (const char *type,
          const void *elements,
          gsize       n,
          gsize       size)
{
  return g_variant_new_fixed_array (G_VARIANT_TYPE (type), elements, n, size);
}

static GBytes *
to_bytes (const Small *small)
{
  g_autoptr (GVariant) variant = NULL;
  GVariant *children[] = {
    g_variant_new ("(uuu)", small->magic, small->format, small->byte_order),
    array_of ("(uu)", small->layers, small->n_layers, sizeof *small->layers),
    array_of ("(uuuqyyiiii)", &small->feature, 1, sizeof small->feature),
    array_of ("(uuuuiiiiqq)", &small->part, 1, sizeof small->part),
    array_of ("(iiii)", &small->chunk, 1, sizeof small->chunk),
    array_of ("(ii)", small->vertices, G_N_ELEMENTS (small->vertices), sizeof *small->vertices),
    array_of ("y", small->levels, small->n_levels, 1),
    array_of ("(uuuuddd)", small->grids, G_N_ELEMENTS (small->grids), sizeof *small->grids),
    array_of ("n", small->samples, G_N_ELEMENTS (small->samples), sizeof *small->samples),
    array_of ("(iiuuqyy)", &small->place, 1, sizeof small->place),
    array_of ("(iiuuuqqnnny)", &small->label, 1, sizeof small->label),
    array_of ("(ii)", &small->point, 1, sizeof small->point),
    array_of ("(uuuuuu)", small->names, G_N_ELEMENTS (small->names), sizeof *small->names),
    array_of ("y", small->strings, sizeof small->strings, 1),
  };

  variant = g_variant_ref_sink (g_variant_new_tuple (children, G_N_ELEMENTS (children)));
  g_assert_true (g_variant_is_of_type (variant, G_VARIANT_TYPE (ATLAS_BASEMAP_TYPE)));

  return g_variant_get_data_as_bytes (variant);
}

typedef struct
{
  const char *name;
  gsize       offset; /* of what is spoilt */
  gsize       size;
  guint64     value;
  int         code;
} Case;

#define SPOIL(member) offsetof (Small, member), sizeof ((Small *) NULL)->member

/* clang-format off */
static const Case cases[] = {
  { "magic",           SPOIL (magic),                  7,          ATLAS_BASEMAP_ERROR_FORMAT },
  { "format",          SPOIL (format),                 9,          ATLAS_BASEMAP_ERROR_FORMAT },
  { "byte-order",      SPOIL (byte_order),             0x04030201, ATLAS_BASEMAP_ERROR_FORMAT },
  { "no-layers",       SPOIL (n_layers),               0,          ATLAS_BASEMAP_ERROR_DAMAGED },
  { "layer",           SPOIL (layers[0].n_features),   2,          ATLAS_BASEMAP_ERROR_DAMAGED },
  { "layer-overflow",  SPOIL (layers[0].n_features),   0xffffffff, ATLAS_BASEMAP_ERROR_DAMAGED },
  { "feature",         SPOIL (feature.first_part),     1,          ATLAS_BASEMAP_ERROR_DAMAGED },
  { "feature-name",    SPOIL (feature.name),           8,          ATLAS_BASEMAP_ERROR_DAMAGED },
  { "part",            SPOIL (part.first_vertex),      0xfffffffe, ATLAS_BASEMAP_ERROR_DAMAGED },
  { "empty-part",      SPOIL (part.n_vertices),        0,          ATLAS_BASEMAP_ERROR_DAMAGED },
  { "chunks",          SPOIL (part.n_chunks),          2,          ATLAS_BASEMAP_ERROR_DAMAGED },
  { "chunk",           SPOIL (part.first_chunk),       1,          ATLAS_BASEMAP_ERROR_DAMAGED },
  { "upstream",        SPOIL (part.upstream),          1,          ATLAS_BASEMAP_ERROR_DAMAGED },
  { "levels",          SPOIL (n_levels),               2,          ATLAS_BASEMAP_ERROR_DAMAGED },
  { "grid",            SPOIL (grids[0].width),         5,          ATLAS_BASEMAP_ERROR_DAMAGED },
  { "grid-empty",      SPOIL (grids[1].height),        0,          ATLAS_BASEMAP_ERROR_DAMAGED },
  { "grid-nan",        SPOIL (grids[0].step),          0x7ff8000000000000, ATLAS_BASEMAP_ERROR_DAMAGED },
  { "no-world",        SPOIL (grids[1].world),         0,          ATLAS_BASEMAP_ERROR_DAMAGED },
  { "place-name",      SPOIL (place.name),             100,        ATLAS_BASEMAP_ERROR_DAMAGED },
  { "place-country",   SPOIL (place.country),          100,        ATLAS_BASEMAP_ERROR_DAMAGED },
  { "place-rank",      SPOIL (place.rank),             200,        ATLAS_BASEMAP_ERROR_DAMAGED },
  { "label-kind",      SPOIL (label.kind),             99,         ATLAS_BASEMAP_ERROR_DAMAGED },
  { "label-line",      SPOIL (label.n_points),         2,          ATLAS_BASEMAP_ERROR_DAMAGED },
  { "name-beyond",     SPOIL (names[1].text[2]),       8,          ATLAS_BASEMAP_ERROR_DAMAGED },
  { "name-within",     SPOIL (names[1].text[2]),       2,          ATLAS_BASEMAP_ERROR_DAMAGED },
  { "no-last-nul",     SPOIL (strings[7]),             'x',        ATLAS_BASEMAP_ERROR_DAMAGED },
  { "bad-utf8",        SPOIL (strings[0]),             0xff,       ATLAS_BASEMAP_ERROR_DAMAGED },
};
/* clang-format on */

static void
test_spoilt (gconstpointer data)
{
  const Case *c = data;
  Small       small = whole;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  memcpy ((char *) &small + c->offset, &c->value, c->size); /* the low bytes: little endian, as the machines we build on */
  bytes = to_bytes (&small);
  g_assert_null (atlas_basemap_new_from_bytes (bytes, &error));
  g_assert_error (error, ATLAS_BASEMAP_ERROR, c->code);
}

static void
test_whole (void)
{
  g_autoptr (GBytes) bytes = to_bytes (&whole);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasBasemap) basemap = atlas_basemap_new_from_bytes (bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (basemap->n_features, ==, 1);
  g_assert_cmpstr (atlas_basemap_get_name (basemap, 1, ATLAS_BASEMAP_LOCAL), ==, "Baku");
  g_assert_cmpstr (atlas_basemap_get_name (basemap, 1, ATLAS_BASEMAP_RUSSIAN), ==, "B");
  g_assert_cmpstr (atlas_basemap_get_name (basemap, 0, ATLAS_BASEMAP_RUSSIAN), ==, "");
}

static void
test_cut (void)
{
  g_autoptr (GBytes) bytes = to_bytes (&whole);

  for (gsize length = 0; length < g_bytes_get_size (bytes); length++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (bytes, 0, length);
      g_autoptr (GError) error = NULL;

      g_assert_null (atlas_basemap_new_from_bytes (part, &error));
      g_assert_nonnull (error);
    }
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (atlas_basemap_new_from_file ("no-such-file", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_nonnull (strstr (error->message, "no-such-file"));
}

static void
test_not_a_basemap (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "atlas-not-a-basemap", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "<html>", -1, NULL));
  g_assert_null (atlas_basemap_new_from_file (path, &error));
  g_assert_error (error, ATLAS_BASEMAP_ERROR, ATLAS_BASEMAP_ERROR_FORMAT);
  g_assert_true (g_str_has_prefix (error->message, path));
  g_unlink (path);
}

static gboolean
has_place (AtlasBasemap *basemap,
           const char   *name)
{
  for (gsize i = 0; i < basemap->n_places; i++)
    if (g_str_equal (atlas_basemap_get_name (basemap, basemap->places[i].name, ATLAS_BASEMAP_ENGLISH), name))
      return TRUE;

  return FALSE;
}

/* clang-format off */
static const struct
{
  AtlasPoint  town;
  const char *language;
  const char *name;
  const char *country;
} countries[] = {
  { { 46.34, 39.51 }, "en", "Goris",                   "Armenia" },
  { { 49.87, 40.40 }, "ru", "Баку",                    "Азербайджан" },
  { { 28.95, 41.01 }, "az", "İstanbul",                "Türkiyə" },
  { { 46.75, 39.82 }, "en", "Khankendi / Stepanakert", "" }, /* it has two names */
  { { 34.10, 44.95 }, "en", "Simferopol",              "" }, /* the two have one, and are contested */
  { { 47.15, 39.60 }, "en", "Fuzuli",                  "" },
};
/* clang-format on */

static void
test_countries (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasBasemap) basemap = atlas_basemap_new_from_file (g_getenv ("ATLAS_TEST_BASEMAP"), &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (countries); i++)
    {
      AtlasBasemapTown town;

      g_assert_true (atlas_basemap_find_nearest_town (basemap, countries[i].town, countries[i].language, &town));
      g_assert_cmpstr (town.name, ==, countries[i].name);
      g_assert_cmpstr (town.country, ==, countries[i].country);
    }
}

/* What the editors decided: contested towns carry both names, lines of the past are not part of the ground. */
static void
test_editorial (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasBasemap) basemap = atlas_basemap_new_from_file (g_getenv ("ATLAS_TEST_BASEMAP"), &error);
  const AtlasBasemapLayerIndex *borders;

  g_assert_no_error (error);
  g_assert_true (has_place (basemap, "Khankendi / Stepanakert"));
  g_assert_true (has_place (basemap, "Shusha / Shushi"));
  g_assert_true (has_place (basemap, "Lachin / Berdzor"));
  g_assert_false (has_place (basemap, "Khankendi"));

  borders = &basemap->layers[ATLAS_BASEMAP_BORDER];
  for (guint32 i = 0; i < borders->n_features; i++)
    {
      const AtlasBasemapFeature *border = &basemap->features[borders->first_feature + i];
      const char                *name = atlas_basemap_get_name (basemap, border->name, ATLAS_BASEMAP_ENGLISH);

      g_assert_cmpuint (border->kind, <, ATLAS_N_BORDERS);
      g_assert_null (strstr (name, "oblast"));
      g_assert_null (strstr (name, "Ceasefire"));
    }
}

static const AtlasBasemapName *
find_set (AtlasBasemap *basemap,
          const char   *english)
{
  for (gsize i = 0; i < basemap->n_names; i++)
    if (g_str_equal (atlas_basemap_get_name (basemap, (guint32) i, ATLAS_BASEMAP_ENGLISH), english))
      return &basemap->names[i];

  g_test_message ("there is no %s", english);
  g_test_fail ();

  return &basemap->names[0];
}

/* clang-format off */
static const struct
{
  const char *english, *local, *az, *ru, *hy, *tr;
} translated[] = {
  { "Baku",           "Bakı",       "Bakı",          "Баку",            "Բաքու",           "Bakü" },
  { "Yerevan",        "Երևան",      "İrəvan",        "Ереван",          "Երևան",           "Erivan" },
  { "Tbilisi",        "თბილისი",    "Tbilisi",       "Тбилиси",         "Թբիլիսի",         "Tiflis" },
  { "AZERBAIJAN",     "AZƏRBAYCAN", "AZƏRBAYCAN",    "АЗЕРБАЙДЖАН",     "ԱԴՐԲԵՋԱՆ",        "AZERBAYCAN" },
  { "Caspian Sea",    "Caspian Sea", "Xəzər dənizi", "Каспийское море", "Կասպից ծով",      "Hazar Denizi" },
  { "Kura",           "Kura",       "Kür",           "Кура",            "Կուր",            "Kura" },
  { "Elbrus 5642",    "Эльбрус 5642", "Elbrus 5642", "Эльбрус 5642",    "Էլբրուս 5642",    "Elbruz 5642" },
  { "Kakheti",        "კახეთი",     "Kaxeti",        "Кахети",          "Կախեթ",           "Kaheti" },
  /* What is not known in a language is as it is there, if its letters can be read, else in English. */
  { "Zeda Sakara",    "Zeda Sakara", "Zeda Sakara",  "Зеда Сакара",     "Zeda Sakara",     "Zeda Sakara" },
  { "Vardenik",       "Վարդենիկ",   "Vardenik",      "Варденик",        "Վարդենիկ",        "Vardenik" },
  { "Dondar Gushchu", "Dondar Quşçu", "Dondar Quşçu", "Дондар Гушчу",   "Dondar Quşçu",    "Dondar Quşçu" },
};
/* clang-format on */

static void
test_translated (void)
{
  g_autoptr (AtlasBasemap) basemap = atlas_basemap_new_from_file (g_getenv ("ATLAS_TEST_BASEMAP"), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (translated); i++)
    {
      const AtlasBasemapName *name = find_set (basemap, translated[i].english);
      const char             *expected[ATLAS_BASEMAP_N_LANGUAGES] = {
                    [ATLAS_BASEMAP_LOCAL] = translated[i].local,
                    [ATLAS_BASEMAP_ENGLISH] = translated[i].english,
                    [ATLAS_BASEMAP_AZERBAIJANI] = translated[i].az,
                    [ATLAS_BASEMAP_RUSSIAN] = translated[i].ru,
                    [ATLAS_BASEMAP_ARMENIAN] = translated[i].hy,
                    [ATLAS_BASEMAP_TURKISH] = translated[i].tr,
      };

      for (guint k = 0; k < ATLAS_BASEMAP_N_LANGUAGES; k++)
        g_assert_cmpstr (basemap->strings + name->text[k], ==, expected[k]);
    }
}

/* Both names in every language: whose is first never changes, and no language drops one. */
static void
test_contested (void)
{
  static const char *const towns[] = {
    "Khankendi / Stepanakert", "Shusha / Shushi", "Lachin / Berdzor", "Kalbajar / Karvachar", "Khojavend / Martuni",
    "Asgaran / Askeran", "Khojaly / Ivanyan", "Aghdam / Akna", "Tskhinvali / Tskhinval", "Sokhumi / Sukhumi",
    "Murovdagh / Mrav Range", "Gamish / Gomshasar 3724", "Gapyjyg / Kaputjugh 3904"
  };
  g_autoptr (AtlasBasemap) basemap = atlas_basemap_new_from_file (g_getenv ("ATLAS_TEST_BASEMAP"), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (towns); i++)
    {
      const AtlasBasemapName *name = find_set (basemap, towns[i]);

      for (guint k = 0; k < ATLAS_BASEMAP_N_LANGUAGES; k++)
        {
          g_auto (GStrv) names = g_strsplit (basemap->strings + name->text[k], " / ", -1);

          g_assert_cmpuint (g_strv_length (names), ==, 2);
          g_assert_cmpstr (names[0], !=, names[1]);
          g_assert_true (names[0][0] != '\0' && names[1][0] != '\0');
        }
    }
}

static void
test_languages (void)
{
  static const struct
  {
    const char          *tag;
    AtlasBasemapLanguage language;
  } tags[] = {
    { NULL, ATLAS_BASEMAP_ENGLISH },
    { "", ATLAS_BASEMAP_ENGLISH },
    { "en", ATLAS_BASEMAP_ENGLISH },
    { "az", ATLAS_BASEMAP_AZERBAIJANI },
    { "az-Latn-AZ", ATLAS_BASEMAP_AZERBAIJANI },
    { "ru_RU.UTF-8", ATLAS_BASEMAP_RUSSIAN },
    { "HY", ATLAS_BASEMAP_ARMENIAN },
    { "tr@x", ATLAS_BASEMAP_TURKISH },
    { "trv", ATLAS_BASEMAP_ENGLISH },
    { "local", ATLAS_BASEMAP_LOCAL },
    { "de", ATLAS_BASEMAP_ENGLISH },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    g_assert_cmpint (atlas_basemap_find_language (tags[i].tag), ==, tags[i].language);
}

/* Great rivers grow to their mouths, and the other layers have nothing to grow. */
static void
test_rivers (void)
{
  g_autoptr (AtlasBasemap) basemap = atlas_basemap_new_from_file (g_getenv ("ATLAS_TEST_BASEMAP"), NULL);
  const AtlasBasemapLayerIndex *rivers = &basemap->layers[ATLAS_BASEMAP_RIVER];
  guint                         most = 0;

  for (guint32 i = 0; i < rivers->n_features; i++)
    {
      const AtlasBasemapFeature *river = &basemap->features[rivers->first_feature + i];

      for (guint32 k = 0; k < river->n_parts; k++)
        {
          const AtlasBasemapPart *part = &basemap->parts[river->first_part + k];

          g_assert_cmpuint (part->upstream, <=, part->downstream);
          if (g_str_equal (atlas_basemap_get_name (basemap, river->name, ATLAS_BASEMAP_ENGLISH), "Kura"))
            most = MAX (most, part->downstream);
        }
    }
  g_assert_cmpuint (most, >, 2500);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/basemap/whole", test_whole);
  g_test_add_func ("/basemap/cut", test_cut);
  g_test_add_func ("/basemap/missing", test_missing);
  g_test_add_func ("/basemap/not-a-basemap", test_not_a_basemap);
  g_test_add_func ("/basemap/editorial", test_editorial);
  g_test_add_func ("/basemap/countries", test_countries);
  g_test_add_func ("/basemap/translated", test_translated);
  g_test_add_func ("/basemap/contested", test_contested);
  g_test_add_func ("/basemap/languages", test_languages);
  g_test_add_func ("/basemap/rivers", test_rivers);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/basemap/spoilt/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_spoilt);
    }

  return g_test_run ();
}
