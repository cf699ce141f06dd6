// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-report-spans.h"

#include "atlas-limits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ID_CHARACTERS "abcdefghijklmnopqrstuvwxyz0123456789-"
#define MENTION_SCHEME "item:"

typedef struct
{
  const char *file;
  GPtrArray  *findings;
  GPtrArray  *spans;
  guint       strong;   /* how many strong elements are open */
  guint       emphasis; /* the same of emphasis */
  cmark_node *link;     /* the open link; links hold no links */
  char       *item_id;  /* of the open link; NULL when it is no mention */
  GString    *words;    /* of the open link */
} Reader;

/* Adds text in the style that is open, to the last span if it has the same. */
static void
add_text (Reader     *reader,
          const char *text,
          gsize       length)
{
  g_autofree char    *copy = g_strndup (text, length);
  AtlasReportSpanKind kind = ATLAS_REPORT_TEXT;
  AtlasReportSpan    *last = NULL;

  if (length == 0)
    return;

  if (reader->strong > 0)
    kind = ATLAS_REPORT_STRONG;
  else if (reader->emphasis > 0)
    kind = ATLAS_REPORT_EMPHASIS;

  if (reader->spans->len > 0)
    last = g_ptr_array_index (reader->spans, reader->spans->len - 1);

  if (last != NULL && last->kind == kind)
    {
      char *joined = g_strconcat (last->text, copy, NULL);

      g_free (last->text);
      last->text = joined;
    }
  else
    {
      g_ptr_array_add (reader->spans, atlas_report_span_new (kind, copy, NULL, 0));
    }
}

/* The length of a citation mark "[12]" at @text; 0 when it is none. */
static gsize
match_citation (const char *text,
                guint64    *number)
{
  char *end = NULL;

  if (text[0] != '[' || !g_ascii_isdigit (text[1]))
    return 0;

  *number = g_ascii_strtoull (text + 1, &end, 10); /* saturates */

  return *end == ']' ? (gsize) (end + 1 - text) : 0;
}

static void
add_citation (Reader     *reader,
              cmark_node *node,
              const char *mark,
              gsize       length,
              guint64     number)
{
  g_autofree char *text = g_strndup (mark, length);

  if (number < 1 || number > ATLAS_LIMIT_CITATION)
    atlas_report_fail (reader->findings, reader->file, node, ATLAS_RULE_UNKNOWN_CITATION, _ ("citation numbers run from 1 to %u, so %.40s is none"), ATLAS_LIMIT_CITATION, text);
  else
    g_ptr_array_add (reader->spans, atlas_report_span_new (ATLAS_REPORT_CITATION, text, NULL, (guint) number));
}

/* Text, with the citation marks that stand in it. */
static void
read_text (Reader     *reader,
           cmark_node *node,
           const char *text)
{
  const char *begin = text;
  guint64     number = 0;
  gsize       length;

  for (const char *c = strchr (text, '['); c != NULL; c = strchr (c, '['))
    {
      length = match_citation (c, &number);
      if (length == 0)
        {
          c++;
          continue;
        }

      if (reader->link != NULL)
        {
          atlas_report_fail (reader->findings, reader->file, node, ATLAS_RULE_REPORT_FORM, _ ("a citation inside a mention; put it behind"));
          return;
        }

      add_text (reader, begin, (gsize) (c - begin));
      add_citation (reader, node, c, length, number);
      c += length;
      begin = c;
    }

  if (reader->link != NULL)
    g_string_append (reader->words, begin);
  else
    add_text (reader, begin, strlen (begin));
}

static void
open_link (Reader     *reader,
           cmark_node *node)
{
  const char *url = cmark_node_get_url (node);
  const char *title = cmark_node_get_title (node);
  const char *id = g_str_has_prefix (url, MENTION_SCHEME) ? url + strlen (MENTION_SCHEME) : "";

  reader->link = node;
  g_string_truncate (reader->words, 0);

  if (*id == '\0' || strspn (id, ID_CHARACTERS) != strlen (id) || strlen (id) > ATLAS_LIMIT_NAME || *title != '\0')
    atlas_report_fail (reader->findings, reader->file, node, ATLAS_RULE_REPORT_LINK, _ ("“%.200s” is not a mention: links go to item:ID only"), url);
  else
    reader->item_id = g_strdup (id);
}

static void
close_link (Reader *reader)
{
  if (reader->item_id != NULL && reader->words->len > 0)
    g_ptr_array_add (reader->spans, atlas_report_span_new (ATLAS_REPORT_MENTION, reader->words->str, reader->item_id, 0));
  else if (reader->item_id != NULL)
    atlas_report_fail (reader->findings, reader->file, reader->link, ATLAS_RULE_REPORT_LINK, _ ("the mention of “%.200s” has no words"), reader->item_id);

  reader->link = NULL;
  g_clear_pointer (&reader->item_id, g_free);
}

static void
read_node (Reader     *reader,
           cmark_node *node,
           gboolean    entering)
{
  static const struct
  {
    cmark_node_type type;
    AtlasRule       rule;
    const char     *message;
  } refused[] = {
    { CMARK_NODE_CODE, ATLAS_RULE_REPORT_FORM, N_ ("code is not allowed") },
    { CMARK_NODE_HTML_INLINE, ATLAS_RULE_REPORT_HTML, N_ ("HTML is not allowed") },
    { CMARK_NODE_CUSTOM_INLINE, ATLAS_RULE_REPORT_FORM, N_ ("this is not allowed") },
    { CMARK_NODE_IMAGE, ATLAS_RULE_REPORT_IMAGE, N_ ("images are not allowed") },
  };
  cmark_node_type type = cmark_node_get_type (node);

  if (type == CMARK_NODE_TEXT)
    read_text (reader, node, cmark_node_get_literal (node));
  else if (type == CMARK_NODE_SOFTBREAK)
    read_text (reader, node, " ");
  else if (type == CMARK_NODE_LINEBREAK)
    read_text (reader, node, "\n");
  else if (type == CMARK_NODE_EMPH)
    reader->emphasis += entering ? 1 : -1;
  else if (type == CMARK_NODE_STRONG)
    reader->strong += entering ? 1 : -1;
  else if (type == CMARK_NODE_LINK && entering)
    open_link (reader, node);
  else if (type == CMARK_NODE_LINK)
    close_link (reader);

  for (guint i = 0; i < G_N_ELEMENTS (refused) && entering; i++)
    if (refused[i].type == type)
      atlas_report_fail (reader->findings, reader->file, node, refused[i].rule, "%s", _ (refused[i].message));
}

GPtrArray *
atlas_report_spans_read (cmark_node *block,
                         const char *file,
                         GPtrArray  *findings)
{
  g_autoptr (GPtrArray) spans = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_report_span_free);
  g_autoptr (GString) words = g_string_new (NULL);
  Reader           reader = { .file = file, .findings = findings, .spans = spans, .words = words };
  cmark_iter      *iter = NULL;
  cmark_event_type event;

  cmark_consolidate_text_nodes (block); /* "[", "12" and "]" are three nodes before this */

  iter = cmark_iter_new (block);
  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    if (cmark_iter_get_node (iter) != block)
      read_node (&reader, cmark_iter_get_node (iter), event == CMARK_EVENT_ENTER);
  cmark_iter_free (iter);

  return g_steal_pointer (&spans);
}

char *
atlas_report_spans_take_id (GPtrArray *spans)
{
  AtlasReportSpan *last = spans->len > 0 ? g_ptr_array_index (spans, spans->len - 1) : NULL;
  char            *mark, *id;
  gsize            length;

  if (last == NULL || last->kind != ATLAS_REPORT_TEXT)
    return NULL;

  g_strchomp (last->text);
  mark = strrchr (last->text, '{');
  if (mark == NULL || mark[1] != '#')
    return NULL;

  length = strspn (mark + 2, ID_CHARACTERS);
  if (length == 0 || length > ATLAS_LIMIT_NAME || strcmp (mark + 2 + length, "}") != 0)
    return NULL;

  id = g_strndup (mark + 2, length);
  *mark = '\0';
  g_strchomp (last->text);
  if (*last->text == '\0')
    g_ptr_array_set_size (spans, (int) spans->len - 1);

  return id;
}

/* ":12" */
static char *
dup_place (cmark_node *node)
{
  int line = 0;

  for (; node != NULL && line < 1; node = cmark_node_parent (node))
    line = cmark_node_get_start_line (node);

  return g_strdup_printf (":%d", MAX (line, 1));
}

void
atlas_report_fail (GPtrArray  *findings,
                   const char *file,
                   cmark_node *node,
                   AtlasRule   rule,
                   const char *format,
                   ...)
{
  g_autofree char *place = dup_place (node);
  g_autofree char *message = NULL;
  va_list          args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  atlas_findings_add (findings, file, place, rule, "%s", message);
}
