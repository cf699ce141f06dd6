// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-report-import-private.h"

#include "atlas-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * What is kept is what was read, not what was made of it:
 *   { "format": 1, "name": "report.txt", "kind": "text", "encoding": "UTF-8",
 *     "blocks": [ { "kind": "heading", "level": 2, "text": "…", "line": 12 }, { "kind": "paragraph", … }, { "kind": "entry", … } ],
 *     "sources": [ { "number": 1, "text": "…", "url": "…", "words": "…" } ] }
 * A member that this version does not know is passed over, so later ones may add some without a new number.
 */
#define FORMAT 1

static const char *const block_kinds[] = {
  [ATLAS_IMPORT_HEADING] = "heading",
  [ATLAS_IMPORT_PARAGRAPH] = "paragraph",
  [ATLAS_IMPORT_ENTRY] = "entry",
  NULL,
};

/* Members as they stand in the file; numbers of lines go beyond what is a citation's. */
typedef struct
{
  guint  kind;
  double level;
  double line;
  char  *text;
} KeptBlock;

static void
kept_block_free (KeptBlock *block)
{
  g_free (block->text);
  g_free (block);
}

typedef struct
{
  guint      format;
  char      *name;
  guint      kind;
  char      *encoding;
  GPtrArray *blocks;
  GPtrArray *sources;
} Kept;

static void
kept_clear (Kept *kept)
{
  g_free (kept->name);
  g_free (kept->encoding);
  g_clear_pointer (&kept->blocks, g_ptr_array_unref);
  g_clear_pointer (&kept->sources, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Kept, kept_clear)

static gboolean
read_block_kind (const AtlasJson *self,
                 gpointer         out,
                 GError         **error)
{
  return atlas_json_read_choice (self, block_kinds, ATLAS_RULE_VALUE, out, error);
}

static gboolean
read_format_id (const AtlasJson *self,
                gpointer         out,
                GError         **error)
{
  const char *ids[ATLAS_N_IMPORT_FORMATS + 1] = { NULL };

  for (guint i = 0; i < ATLAS_N_IMPORT_FORMATS; i++)
    ids[i] = atlas_import_format_get_id (i);

  return atlas_json_read_choice (self, ids, ATLAS_RULE_VALUE, out, error);
}

static gboolean
read_blocks (const AtlasJson *self,
             gpointer         out,
             GError         **error)
{
  static const AtlasJsonMember members[] = {
    { "kind", read_block_kind, G_STRUCT_OFFSET (KeptBlock, kind), TRUE },
    { "level", atlas_json_read_double, G_STRUCT_OFFSET (KeptBlock, level), FALSE },
    { "line", atlas_json_read_double, G_STRUCT_OFFSET (KeptBlock, line), FALSE },
    { "text", atlas_json_read_string, G_STRUCT_OFFSET (KeptBlock, text), TRUE },
    { NULL },
  };

  return atlas_json_read_objects (self, members, sizeof (KeptBlock), (GDestroyNotify) kept_block_free, out, error);
}

static gboolean
read_sources (const AtlasJson *self,
              gpointer         out,
              GError         **error)
{
  static const AtlasJsonMember members[] = {
    { "number", atlas_json_read_number, G_STRUCT_OFFSET (AtlasImportSource, number), TRUE },
    { "text", atlas_json_read_string, G_STRUCT_OFFSET (AtlasImportSource, text), TRUE },
    { "url", atlas_json_read_string, G_STRUCT_OFFSET (AtlasImportSource, url), FALSE },
    { "words", atlas_json_read_string, G_STRUCT_OFFSET (AtlasImportSource, words), FALSE },
    { NULL },
  };

  return atlas_json_read_objects (self, members, sizeof (AtlasImportSource), (GDestroyNotify) atlas_import_source_free, out, error);
}

static gboolean
read_kept (GBytes  *bytes,
           Kept    *kept,
           GError **error)
{
  static const AtlasJsonMember members[] = {
    { "format", atlas_json_read_number, G_STRUCT_OFFSET (Kept, format), TRUE },
    { "name", atlas_json_read_string, G_STRUCT_OFFSET (Kept, name), TRUE },
    { "kind", read_format_id, G_STRUCT_OFFSET (Kept, kind), TRUE },
    { "encoding", atlas_json_read_string, G_STRUCT_OFFSET (Kept, encoding), FALSE },
    { "blocks", read_blocks, G_STRUCT_OFFSET (Kept, blocks), TRUE },
    { "sources", read_sources, G_STRUCT_OFFSET (Kept, sources), FALSE },
    { NULL },
  };
  g_autoptr (GError) inner = NULL;
  g_autoptr (JsonNode) root = atlas_json_parse (bytes, &inner);
  AtlasJson json = ATLAS_JSON_ROOT (root);
  AtlasJson format = { 0 };
  guint     number = 0;

  /* The format comes first: of a newer one nothing else can be told. */
  if (root != NULL && atlas_json_enter_optional (&json, "format", &format) && atlas_json_read_number (&format, &number, NULL) && number > FORMAT)
    g_set_error_literal (error, ATLAS_IMPORT_ERROR, ATLAS_IMPORT_ERROR_FORMAT, _ ("The report’s own text was kept by a newer version of the program. Update it, or import the text again."));
  else if (root == NULL || !atlas_json_read_object (&json, members, kept, NULL, &inner))
    g_set_error (error, ATLAS_IMPORT_ERROR, ATLAS_IMPORT_ERROR_FORMAT, _ ("The report’s own text that was kept is damaged (%s). Import it again."), inner->message);
  else
    return TRUE;

  return FALSE;
}

gboolean
atlas_import_read_bytes (GBytes             *bytes,
                         GPtrArray         **blocks,
                         GPtrArray         **sources,
                         AtlasImportSummary *summary,
                         GError            **error)
{
  g_auto (Kept) kept = { 0 };

  if (!read_kept (bytes, &kept, error))
    return FALSE;

  *blocks = atlas_import_blocks_new ();
  for (guint i = 0; i < kept.blocks->len; i++)
    {
      const KeptBlock *block = g_ptr_array_index (kept.blocks, i);

      atlas_import_blocks_add (*blocks, block->kind, (guint) CLAMP (block->level, 0.0, 6.0), block->text, (guint) CLAMP (block->line, 0.0, 1e9));
    }
  *sources = kept.sources != NULL ? g_steal_pointer (&kept.sources) : g_ptr_array_new ();
  summary->name = g_steal_pointer (&kept.name);
  summary->format = kept.kind;
  summary->encoding = kept.encoding != NULL ? g_steal_pointer (&kept.encoding) : g_strdup ("UTF-8");

  return TRUE;
}

static void
add_string (JsonBuilder *builder,
            const char  *member,
            const char  *value)
{
  if (value == NULL)
    return;

  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, value);
}

static void
add_number (JsonBuilder *builder,
            const char  *member,
            guint        value)
{
  if (value == 0)
    return;

  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, value);
}

static void
add_blocks (JsonBuilder *builder,
            GPtrArray   *blocks)
{
  json_builder_set_member_name (builder, "blocks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < blocks->len; i++)
    {
      const AtlasImportBlock *block = g_ptr_array_index (blocks, i);

      json_builder_begin_object (builder);
      add_string (builder, "kind", block_kinds[block->kind]);
      add_number (builder, "level", block->level);
      add_number (builder, "line", block->line);
      add_string (builder, "text", block->text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_sources (JsonBuilder *builder,
             GPtrArray   *sources)
{
  json_builder_set_member_name (builder, "sources");
  json_builder_begin_array (builder);
  for (guint i = 0; i < sources->len; i++)
    {
      const AtlasImportSource *source = g_ptr_array_index (sources, i);

      json_builder_begin_object (builder);
      add_number (builder, "number", source->number);
      add_string (builder, "text", source->text);
      add_string (builder, "url", source->url);
      add_string (builder, "words", source->words);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

GBytes *
atlas_import_write_bytes (GPtrArray                *blocks,
                          GPtrArray                *sources,
                          const AtlasImportSummary *summary)
{
  g_autoptr (JsonBuilder) builder = json_builder_begin_object (json_builder_new ());
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  gsize length = 0;
  char *text;

  add_number (builder, "format", FORMAT);
  add_string (builder, "name", summary->name);
  add_string (builder, "kind", atlas_import_format_get_id (summary->format));
  add_string (builder, "encoding", summary->encoding);
  add_blocks (builder, blocks);
  add_sources (builder, sources);

  root = json_builder_get_root (json_builder_end_object (builder));
  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, &length);

  return g_bytes_new_take (text, length);
}
