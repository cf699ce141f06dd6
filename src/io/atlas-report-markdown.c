// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-report-markdown.h"

#include "atlas-limits.h"
#include "atlas-report-spans.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Levels of headings: the title, sections, subsections. */
#define TITLE_LEVEL 1
#define DEEPEST_LEVEL 3

typedef struct
{
  const char *file;
  GPtrArray  *findings;
  char       *title;
  GPtrArray  *sections; /* of AtlasSection */
  GPtrArray  *passages; /* of AtlasPassage */
  GHashTable *ids;      /* char * (borrowed): of sections and passages */
  int         section;  /* index of the top section; -1 before it */
} Reader;

/* Whether @id, of @node, may be used: it is there and nobody has it yet. */
static gboolean
check_id (Reader     *reader,
          cmark_node *node,
          const char *id)
{
  if (id == NULL)
    atlas_report_fail (reader->findings, reader->file, node, ATLAS_RULE_REPORT_ID, _ ("the last word has to be an id, such as {#introduction-1}"));
  else if (g_hash_table_contains (reader->ids, id))
    atlas_report_fail (reader->findings, reader->file, node, ATLAS_RULE_DUPLICATE_ID, _ ("the id “%s” is taken already"), id);
  else if (g_hash_table_size (reader->ids) >= ATLAS_LIMIT_PASSAGES)
    atlas_report_fail (reader->findings, reader->file, node, ATLAS_RULE_LIMIT, _ ("more than %u sections and passages"), ATLAS_LIMIT_PASSAGES);
  else
    return TRUE;

  return FALSE;
}

/* The plain text of a heading; NULL when it has more than that. */
static char *
join_heading (Reader     *reader,
              cmark_node *node,
              GPtrArray  *spans)
{
  const AtlasReportSpan *span = spans->len > 0 ? g_ptr_array_index (spans, 0) : NULL;

  if (spans->len == 1 && span->kind == ATLAS_REPORT_TEXT)
    return g_strdup (span->text);

  atlas_report_fail (reader->findings, reader->file, node, ATLAS_RULE_REPORT_FORM, _ ("a heading is plain text, without mentions and citations"));

  return NULL;
}

static void
read_section (Reader     *reader,
              cmark_node *node,
              GPtrArray  *spans,
              int         level)
{
  g_autofree char *id = atlas_report_spans_take_id (spans);
  g_autofree char *title = join_heading (reader, node, spans);
  AtlasSection    *section;

  if (level > DEEPEST_LEVEL)
    atlas_report_fail (reader->findings, reader->file, node, ATLAS_RULE_REPORT_FORM, _ ("headings have at most %d levels"), DEEPEST_LEVEL);
  else if (level == DEEPEST_LEVEL && reader->section < 0)
    atlas_report_fail (reader->findings, reader->file, node, ATLAS_RULE_REPORT_FORM, _ ("a subsection before the first section"));
  if (level > DEEPEST_LEVEL || title == NULL || !check_id (reader, node, id))
    return;

  section = g_new0 (AtlasSection, 1);
  section->id = g_steal_pointer (&id);
  section->title = g_steal_pointer (&title);
  section->level = (guint) (level - TITLE_LEVEL);
  section->parent = level == DEEPEST_LEVEL ? reader->section : -1;
  section->first_passage = reader->passages->len;
  g_hash_table_add (reader->ids, section->id);
  g_ptr_array_add (reader->sections, section);
  if (level < DEEPEST_LEVEL)
    reader->section = (int) reader->sections->len - 1;
}

static void
read_heading (Reader     *reader,
              cmark_node *node)
{
  g_autoptr (GPtrArray) spans = atlas_report_spans_read (node, reader->file, reader->findings);
  int level = cmark_node_get_heading_level (node);

  if (reader->title == NULL)
    {
      reader->title = level == TITLE_LEVEL ? join_heading (reader, node, spans) : NULL;
      if (level == TITLE_LEVEL)
        return;
      atlas_report_fail (reader->findings, reader->file, node, ATLAS_RULE_REPORT_FORM, _ ("the first heading has to be the title: “# …”"));
      reader->title = g_strdup (""); /* said once */
    }
  else if (level == TITLE_LEVEL)
    {
      atlas_report_fail (reader->findings, reader->file, node, ATLAS_RULE_REPORT_FORM, _ ("a second title"));
      return;
    }

  read_section (reader, node, spans, level);
}

static void
read_text (Reader     *reader,
           cmark_node *node,
           gboolean    entry)
{
  g_autoptr (GPtrArray) spans = atlas_report_spans_read (node, reader->file, reader->findings);
  g_autofree char *id = atlas_report_spans_take_id (spans);
  AtlasPassage    *passage;

  if (reader->sections->len == 0)
    {
      atlas_report_fail (reader->findings, reader->file, node, ATLAS_RULE_REPORT_FORM, _ ("a passage before the first section"));
      return;
    }
  if (!check_id (reader, node, id))
    return;
  if (spans->len == 0)
    {
      atlas_report_fail (reader->findings, reader->file, node, ATLAS_RULE_REPORT_FORM, _ ("a passage without a word"));
      return;
    }

  passage = atlas_passage_new_take (g_steal_pointer (&id), reader->sections->len - 1, g_steal_pointer (&spans),
                                    (guint) MAX (cmark_node_get_start_line (node), 0));
  passage->entry = entry;
  g_hash_table_add (reader->ids, passage->id);
  g_ptr_array_add (reader->passages, passage);
}

static void
read_passage (Reader     *reader,
              cmark_node *node)
{
  read_text (reader, node, FALSE);
}

static void
read_list (Reader     *reader,
           cmark_node *list)
{
  for (cmark_node *entry = cmark_node_first_child (list); entry != NULL; entry = cmark_node_next (entry))
    for (cmark_node *node = cmark_node_first_child (entry); node != NULL; node = cmark_node_next (node))
      {
        if (cmark_node_get_type (node) == CMARK_NODE_PARAGRAPH)
          read_text (reader, node, TRUE);
        else
          atlas_report_fail (reader->findings, reader->file, node, ATLAS_RULE_REPORT_FORM, _ ("a list entry is a paragraph, not a %s"), cmark_node_get_type_string (node));
      }
}

/* Comments before the title say whose the text is; anything else in HTML is refused. */
static void
read_html (Reader     *reader,
           cmark_node *node)
{
  g_autofree char *text = g_strstrip (g_strdup (cmark_node_get_literal (node)));
  const char      *end = g_str_has_prefix (text, "<!--") ? strstr (text + 4, "-->") : NULL;

  if (end == NULL || end[3] != '\0')
    atlas_report_fail (reader->findings, reader->file, node, ATLAS_RULE_REPORT_HTML, _ ("HTML is not allowed"));
  else if (reader->title != NULL)
    atlas_report_fail (reader->findings, reader->file, node, ATLAS_RULE_REPORT_HTML, _ ("comments are allowed before the title only"));
}

static void
read_block (Reader     *reader,
            cmark_node *node)
{
  static const struct
  {
    cmark_node_type type;
    void (*read) (Reader *reader, cmark_node *node);
  } readers[] = {
    { CMARK_NODE_HEADING, read_heading },
    { CMARK_NODE_PARAGRAPH, read_passage },
    { CMARK_NODE_LIST, read_list },
    { CMARK_NODE_HTML_BLOCK, read_html },
  };

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    if (readers[i].type == cmark_node_get_type (node))
      {
        readers[i].read (reader, node);
        return;
      }

  atlas_report_fail (reader->findings, reader->file, node, ATLAS_RULE_REPORT_FORM, _ ("a report has headings, paragraphs and lists, but no %s"), cmark_node_get_type_string (node));
}

static gboolean fail_at (GError    **error,
                         AtlasRule   rule,
                         guint       line,
                         const char *format,
                         ...) G_GNUC_PRINTF (4, 5);

static gboolean
fail_at (GError    **error,
         AtlasRule   rule,
         guint       line,
         const char *format,
         ...)
{
  g_autofree char *message = NULL;
  va_list          args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  g_set_error (error, ATLAS_BUNDLE_ERROR, rule, ":%u: %s", line, message);

  return FALSE;
}

/* Limits that keep the Markdown parser's time and memory in bounds, and the encoding. */
static gboolean
check_text (const char *data,
            gsize       length,
            GError    **error)
{
  const char *end = data + length;
  const char *valid_end = NULL;
  gsize       paragraph = 0;
  guint       number = 1;
  gboolean    valid = g_utf8_validate_len (data, length, &valid_end);

  for (const char *line = data; line < end; number++)
    {
      const char *line_end = memchr (line, '\n', (gsize) (end - line));
      gsize       marks = 0, line_length;

      line_end = line_end != NULL ? line_end + 1 : end;
      line_length = (gsize) (line_end - line);
      if (!valid && valid_end < line_end)
        return fail_at (error, ATLAS_RULE_ENCODING, number, _ ("the text is not UTF-8"));

      while (marks < line_length && line[marks] != '\0' && strchr (" \t>-+*.)0123456789\r\n", line[marks]) != NULL)
        marks++;
      paragraph = marks == line_length ? 0 : paragraph + line_length;
      if (marks > ATLAS_LIMIT_MARKS)
        return fail_at (error, ATLAS_RULE_LIMIT, number, _ ("more than %u marks and blanks before a line’s first word"), ATLAS_LIMIT_MARKS);
      if (paragraph > ATLAS_LIMIT_PARAGRAPH)
        return fail_at (error, ATLAS_RULE_LIMIT, number, _ ("a paragraph of more than %u bytes"), ATLAS_LIMIT_PARAGRAPH);
      line = line_end;
    }

  return TRUE;
}

static gboolean
check_size (GBytes  *bytes,
            GError **error)
{
  gsize length = g_bytes_get_size (bytes);

  if (length == 0)
    return fail_at (error, ATLAS_RULE_EMPTY_FILE, 1, _ ("the file is empty"));
  if (length > ATLAS_LIMIT_REPORT_SIZE)
    return fail_at (error, ATLAS_RULE_LIMIT, 1, _ ("the report has more than %u MiB"), (guint) (ATLAS_LIMIT_REPORT_SIZE >> 20));

  return TRUE;
}

AtlasReport *
atlas_report_read_markdown (GBytes     *bytes,
                            const char *file,
                            GPtrArray  *findings)
{
  g_autoptr (GPtrArray) sections = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_section_free);
  g_autoptr (GPtrArray) passages = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_passage_free);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  Reader      reader = { file, findings, NULL, sections, passages, ids, -1 };
  GError     *error = NULL;
  gsize       length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  cmark_node *document;

  if (!check_size (bytes, &error) || !check_text (data, length, &error))
    {
      atlas_findings_add_error (findings, file, error);
      return NULL;
    }

  document = cmark_parse_document (data, length, CMARK_OPT_DEFAULT); /* skips a byte order mark */
  for (cmark_node *node = cmark_node_first_child (document); node != NULL; node = cmark_node_next (node))
    read_block (&reader, node);
  cmark_node_free (document);

  if (reader.title == NULL)
    atlas_findings_add (findings, file, ":1", ATLAS_RULE_REPORT_FORM, _ ("the report has no title: “# …”"));

  return atlas_report_new_take (reader.title != NULL ? reader.title : g_strdup (""), g_steal_pointer (&sections), g_steal_pointer (&passages));
}
