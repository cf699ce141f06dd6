// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-report-import-private.h"

#include "atlas-limits.h"

#include <cmark.h>
#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  GPtrArray  *blocks;
  cmark_node *node;    /* the paragraph or heading */
  guint       ordinal; /* in a numbered list; 0 */
  GString    *text;
  GString    *words; /* of the first outside link */
  char       *url;
  GString    *link;     /* words of the link that is open */
  const char *link_url; /* (nullable): borrowed */
} Reader;

/* Text of a footnote mark: cmark knows none, and leaves "[^12]" as it is; tidying makes "[12]" of it. */
static void
add_text (Reader     *self,
          const char *text)
{
  g_string_append (self->link_url != NULL ? self->link : self->text, text != NULL ? text : "");
}

static void
close_link (Reader *self)
{
  const char *url = self->link_url != NULL ? self->link_url : "";
  gboolean    number = self->link->len > 0 && strspn (self->link->str, "0123456789") == self->link->len;

  if (number)
    g_string_append_printf (self->text, "[%s]", self->link->str);
  else
    g_string_append (self->text, self->link->str);

  if (!number && self->url == NULL && atlas_import_is_address (url))
    {
      self->url = g_strdup (url);
      g_string_assign (self->words, self->link->str);
    }
  g_string_truncate (self->link, 0);
  self->link_url = NULL;
}

/* The atlas's own retelling ends passages with their ids. */
static void
cut_id (GString *text)
{
  char *mark = text->len > 0 && text->str[text->len - 1] == '}' ? strrchr (text->str, '{') : NULL;

  if (mark != NULL && mark[1] == '#')
    g_string_truncate (text, (gsize) (mark - text->str));
}

static guint
count_entry (cmark_node *node)
{
  cmark_node *entry = cmark_node_parent (node);
  cmark_node *list = entry != NULL ? cmark_node_parent (entry) : NULL;
  gpointer    next;

  if (list == NULL || cmark_node_get_type (list) != CMARK_NODE_LIST || cmark_node_get_list_type (list) != CMARK_ORDERED_LIST || cmark_node_previous (node) != NULL)
    return 0;

  /* The list's next number is kept in its node, so that long lists are not counted again and again. */
  next = cmark_node_get_user_data (list);
  if (next == NULL)
    next = GINT_TO_POINTER (MAX (cmark_node_get_list_start (list), 1));
  cmark_node_set_user_data (list, GINT_TO_POINTER (GPOINTER_TO_INT (next) + 1));

  return GPOINTER_TO_UINT (next) <= ATLAS_LIMIT_CITATION ? GPOINTER_TO_UINT (next) : 0;
}

/* Makes a block of what was read since the last one. */
static void
close_block (Reader *self)
{
  gboolean          heading = cmark_node_get_type (self->node) == CMARK_NODE_HEADING;
  cmark_node       *parent = cmark_node_parent (self->node);
  gboolean          entry = parent != NULL && cmark_node_get_type (parent) == CMARK_NODE_ITEM;
  AtlasImportBlock *block;

  cut_id (self->text);
  block = atlas_import_blocks_add (self->blocks, heading ? ATLAS_IMPORT_HEADING : entry ? ATLAS_IMPORT_ENTRY
                                                                                        : ATLAS_IMPORT_PARAGRAPH,
                                   heading ? (guint) cmark_node_get_heading_level (self->node) : 0, self->text->str,
                                   (guint) MAX (cmark_node_get_start_line (self->node), 1));
  if (block != NULL)
    {
      block->url = g_steal_pointer (&self->url);
      block->words = block->url != NULL ? atlas_import_tidy (self->words->str) : NULL;
      block->ordinal = self->ordinal;
    }

  self->ordinal = 0;
  g_clear_pointer (&self->url, g_free);
  g_string_truncate (self->text, 0);
}

/* Whether the line behind a break is the next entry of a list that Markdown does not know: "[2] …". */
static gboolean
begins_entry (cmark_node *line_break)
{
  cmark_node *next = cmark_node_next (line_break);
  const char *text = next != NULL && cmark_node_get_type (next) == CMARK_NODE_TEXT ? cmark_node_get_literal (next) : NULL;

  return text != NULL && atlas_import_match_number (text, NULL) > 0;
}

static void
read_node (Reader     *self,
           cmark_node *node,
           gboolean    entering)
{
  cmark_node_type type = cmark_node_get_type (node);

  if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
    add_text (self, cmark_node_get_literal (node));
  else if ((type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) && begins_entry (node))
    close_block (self);
  else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
    add_text (self, " ");
  else if (type == CMARK_NODE_LINK && entering && self->link_url == NULL)
    self->link_url = cmark_node_get_url (node) != NULL ? cmark_node_get_url (node) : "";
  else if (type == CMARK_NODE_LINK && !entering)
    close_link (self);
}

static void
read_block (GPtrArray  *blocks,
            cmark_node *node)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GString) link = g_string_new (NULL);
  Reader           reader = { .blocks = blocks, .node = node, .ordinal = count_entry (node), .text = text, .words = words, .link = link };
  cmark_iter      *iter;
  cmark_event_type event;

  cmark_consolidate_text_nodes (node); /* "[", "12" and "]" are three nodes before this */
  iter = cmark_iter_new (node);
  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    read_node (&reader, cmark_iter_get_node (iter), event == CMARK_EVENT_ENTER);
  cmark_iter_free (iter);
  close_block (&reader);
}

/* Markdown nests as deep as a line has marks, and some of its rules take time quadratic in a paragraph's length. */
static gboolean
check_shape (const char *text)
{
  gsize paragraph = 0;

  for (const char *line = text; *line != '\0';)
    {
      gsize length = strcspn (line, "\n");
      gsize marks = strspn (line, " \t>-+*.)0123456789");

      if (marks >= length)
        paragraph = 0;
      else
        paragraph += length;
      if (marks > ATLAS_LIMIT_MARKS || paragraph > ATLAS_LIMIT_PARAGRAPH)
        return FALSE;
      line += length + (line[length] == '\n');
    }

  return TRUE;
}

GPtrArray *
atlas_import_read_markdown (const char       *text,
                            AtlasImportHints *hints,
                            GError          **error)
{
  GPtrArray       *blocks = NULL;
  cmark_node      *document;
  cmark_iter      *iter;
  cmark_event_type event;

  if (!check_shape (text))
    {
      g_set_error_literal (error, ATLAS_IMPORT_ERROR, ATLAS_IMPORT_ERROR_NESTING, _ ("“%s” is no ordinary Markdown: a line has too many marks, or a paragraph never ends."));
      return NULL;
    }

  blocks = atlas_import_blocks_new ();
  document = cmark_parse_document (text, strlen (text), CMARK_OPT_DEFAULT);
  iter = cmark_iter_new (document);
  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node     *node = cmark_iter_get_node (iter);
      cmark_node_type type = cmark_node_get_type (node);

      if (event == CMARK_EVENT_ENTER && (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING))
        read_block (blocks, node);
    }
  cmark_iter_free (iter);
  cmark_node_free (document);

  return blocks;
}
