// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-report-import-private.h"

#include "atlas-limits.h"

#include <glib/gi18n-lib.h>
#include <libxml/HTMLparser.h>
#include <string.h>

/* What a link back to the text shows, an arrow or a number, is shorter than the words of a link to a source. */
#define SHORTEST_WORDS 8

/* How an element is read. What is not in the table is part of the text around it. */
typedef enum
{
  ELEMENT_SKIP,   /* not a word of it is the report's */
  ELEMENT_CHROME, /* skipped unless an article holds it */
  ELEMENT_BLOCK,  /* begins and ends a paragraph */
  ELEMENT_HEADING,
  ELEMENT_LIST, /* counts its entries */
  ELEMENT_ENTRY,
  ELEMENT_ARTICLE, /* a block that a page's text is in */
  ELEMENT_BREAK,
  ELEMENT_LINK,
  ELEMENT_RAISED,
} Element;

static const struct
{
  const char *name;
  Element     element;
  guint       level; /* of a heading */
} elements[] = {
  { "a", ELEMENT_LINK, 0 },
  { "address", ELEMENT_BLOCK, 0 },
  { "article", ELEMENT_ARTICLE, 0 },
  { "aside", ELEMENT_SKIP, 0 },
  { "audio", ELEMENT_SKIP, 0 },
  { "blockquote", ELEMENT_BLOCK, 0 },
  { "body", ELEMENT_BLOCK, 0 },
  { "br", ELEMENT_BREAK, 0 },
  { "button", ELEMENT_SKIP, 0 },
  { "canvas", ELEMENT_SKIP, 0 },
  { "dd", ELEMENT_BLOCK, 0 },
  { "dialog", ELEMENT_SKIP, 0 },
  { "div", ELEMENT_BLOCK, 0 },
  { "dl", ELEMENT_BLOCK, 0 },
  { "dt", ELEMENT_BLOCK, 0 },
  { "figure", ELEMENT_SKIP, 0 },
  { "footer", ELEMENT_CHROME, 0 },
  { "form", ELEMENT_CHROME, 0 },
  { "h1", ELEMENT_HEADING, 1 },
  { "h2", ELEMENT_HEADING, 2 },
  { "h3", ELEMENT_HEADING, 3 },
  { "h4", ELEMENT_HEADING, 4 },
  { "h5", ELEMENT_HEADING, 5 },
  { "h6", ELEMENT_HEADING, 6 },
  { "head", ELEMENT_SKIP, 0 },
  { "header", ELEMENT_CHROME, 0 },
  { "hr", ELEMENT_BLOCK, 0 },
  { "iframe", ELEMENT_SKIP, 0 },
  { "li", ELEMENT_ENTRY, 0 },
  { "main", ELEMENT_ARTICLE, 0 },
  { "math", ELEMENT_SKIP, 0 },
  { "nav", ELEMENT_SKIP, 0 },
  { "noscript", ELEMENT_SKIP, 0 },
  { "object", ELEMENT_SKIP, 0 },
  { "ol", ELEMENT_LIST, 0 },
  { "p", ELEMENT_BLOCK, 0 },
  { "pre", ELEMENT_BLOCK, 0 },
  { "script", ELEMENT_SKIP, 0 },
  { "section", ELEMENT_BLOCK, 0 },
  { "select", ELEMENT_SKIP, 0 },
  { "style", ELEMENT_SKIP, 0 },
  { "sup", ELEMENT_RAISED, 0 },
  { "svg", ELEMENT_SKIP, 0 },
  { "table", ELEMENT_BLOCK, 0 },
  { "td", ELEMENT_BLOCK, 0 },
  { "template", ELEMENT_SKIP, 0 },
  { "textarea", ELEMENT_SKIP, 0 },
  { "th", ELEMENT_BLOCK, 0 },
  { "tr", ELEMENT_BLOCK, 0 },
  { "ul", ELEMENT_BLOCK, 0 },
  { "video", ELEMENT_SKIP, 0 },
};

typedef struct
{
  GPtrArray           *blocks;
  GString             *text; /* of the block that is open */
  GString             *mark; /* of the link or raised text that is open and may be a citation */
  AtlasImportBlockKind kind;
  guint                level;
  guint                line;
  guint                ordinal;
  char                *url;      /* of the block's first outside link */
  GString             *words;    /* of that link */
  xmlNode             *link;     /* the outside link that is open */
  xmlNode             *marking;  /* the element whose text goes to @mark */
  char                *mark_url; /* (nullable): where it leads, when that is outside the file */
  guint                articles; /* how many hold the place */
} Reader;

static gboolean
ends_with (const GString *text,
           const char    *end)
{
  gsize length = strlen (end);

  return text->len >= length && memcmp (text->str + text->len - length, end, length) == 0;
}

static int
find_element (xmlNode *node)
{
  for (guint i = 0; node->type == XML_ELEMENT_NODE && i < G_N_ELEMENTS (elements); i++)
    if (g_ascii_strcasecmp ((const char *) node->name, elements[i].name) == 0)
      return (int) i;

  return -1;
}

static gboolean
is_element (xmlNode *node,
            Element  element)
{
  int i = find_element (node);

  return i >= 0 && elements[i].element == element;
}

/* Ends the block that is open. Two line breaks end a paragraph inside it. */
static void
close_block (Reader *self)
{
  g_auto (GStrv) parts = g_strsplit (self->text->str, "\n\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      AtlasImportBlock *block = atlas_import_blocks_add (self->blocks, self->kind, self->level, parts[i], self->line);

      if (block == NULL)
        continue;
      block->ordinal = self->ordinal;
      block->url = g_steal_pointer (&self->url);
      block->words = block->url != NULL ? atlas_import_tidy (self->words->str) : NULL;
      self->ordinal = 0;
    }

  g_string_truncate (self->text, 0);
  g_string_truncate (self->words, 0);
  g_clear_pointer (&self->url, g_free);
  self->ordinal = 0;
}

static void
open_block (Reader              *self,
            AtlasImportBlockKind kind,
            guint                level,
            xmlNode             *node)
{
  close_block (self);
  self->kind = kind;
  self->level = level;
  self->line = (guint) MAX (xmlGetLineNo (node), 1);
}

/* (transfer full) (nullable) */
static char *
dup_attribute (xmlNode    *node,
               const char *name)
{
  xmlChar *value = xmlGetProp (node, BAD_CAST name);
  char    *copy = g_strdup ((const char *) value);

  xmlFree (value);

  return copy;
}

static guint
read_number (xmlNode    *node,
             const char *name,
             guint       fallback)
{
  g_autofree char *value = dup_attribute (node, name);
  guint64          number = value != NULL ? g_ascii_strtoull (value, NULL, 10) : 0;

  return number > 0 && number <= ATLAS_LIMIT_CITATION ? (guint) number : fallback;
}

/* Its number in a numbered list. The list's next number is kept in its node, so that long lists are not counted again and again. */
static guint
count_entry (xmlNode *node)
{
  xmlNode *list = node->parent;
  guint    number;

  if (list == NULL || !is_element (list, ELEMENT_LIST))
    return 0;

  if (list->_private == NULL)
    list->_private = GUINT_TO_POINTER (read_number (list, "start", 1));
  number = read_number (node, "value", GPOINTER_TO_UINT (list->_private));
  list->_private = GUINT_TO_POINTER (number + 1);

  return number;
}

/* A link with a "#" may be a citation, though saved pages write whole addresses; close_mark() tells. */
static void
open_link (Reader  *self,
           xmlNode *node)
{
  g_autofree char *url = dup_attribute (node, "href");

  if (url == NULL || self->marking != NULL)
    return;

  if (strchr (url, '#') != NULL)
    {
      self->marking = node;
      self->mark_url = atlas_import_is_address (url) ? g_steal_pointer (&url) : NULL;
    }
  else if (self->url == NULL && atlas_import_is_address (url))
    {
      self->url = g_steal_pointer (&url);
      self->link = node;
    }
}

/* Numbers alone, "12" or "4, 5", that a link inside the page or raised figures show: citations. */
static void
close_mark (Reader *self)
{
  g_autofree char *text = g_strstrip (g_strdup (self->mark->str));
  gsize            n = strspn (text, "0123456789,; ");
  gunichar         before = self->text->len > 0 ? g_utf8_get_char (g_utf8_prev_char (self->text->str + self->text->len)) : ' ';

  /* "10²" and "km²" are no citations. */
  if (n > 0 && text[n] == '\0' && g_ascii_isdigit (*text) && !g_unichar_isdigit (before) && !ends_with (self->text, "km") && !ends_with (self->text, " m"))
    g_string_append_printf (self->text, "[%s]", text);
  else
    g_string_append (self->text, self->mark->str);

  if (self->mark_url != NULL && self->url == NULL && strlen (text) >= SHORTEST_WORDS)
    {
      self->url = g_steal_pointer (&self->mark_url);
      g_string_assign (self->words, text);
    }
  g_clear_pointer (&self->mark_url, g_free);
  g_string_truncate (self->mark, 0);
  self->marking = NULL;
}

/* Whether what @node holds is to be read. */
static gboolean
enter (Reader  *self,
       xmlNode *node)
{
  int i = find_element (node);

  if (i < 0)
    return TRUE;

  switch (elements[i].element)
    {
    case ELEMENT_SKIP:
      return FALSE;
    case ELEMENT_CHROME:
      if (self->articles == 0)
        return FALSE;
      open_block (self, ATLAS_IMPORT_PARAGRAPH, 0, node);
      break;
    case ELEMENT_ARTICLE:
      self->articles++;
      open_block (self, ATLAS_IMPORT_PARAGRAPH, 0, node);
      break;
    case ELEMENT_BLOCK:
      /* A paragraph in a list's entry is the entry. */
      if (self->kind != ATLAS_IMPORT_ENTRY || self->text->len > 0)
        open_block (self, ATLAS_IMPORT_PARAGRAPH, 0, node);
      break;
    case ELEMENT_LIST:
      open_block (self, ATLAS_IMPORT_PARAGRAPH, 0, node);
      break;
    case ELEMENT_HEADING:
      open_block (self, ATLAS_IMPORT_HEADING, elements[i].level, node);
      break;
    case ELEMENT_ENTRY:
      open_block (self, ATLAS_IMPORT_ENTRY, 0, node);
      self->ordinal = count_entry (node);
      break;
    case ELEMENT_BREAK:
      /* "[1] …<br>[2] …" is a list of sources. */
      if (atlas_import_match_number (self->text->str, NULL) > 0)
        open_block (self, self->kind, self->level, node);
      else
        g_string_append_c (self->text, '\n');
      break;
    case ELEMENT_LINK:
      open_link (self, node);
      break;
    case ELEMENT_RAISED:
    default:
      if (self->marking == NULL)
        self->marking = node;
      break;
    }

  return TRUE;
}

static void
leave (Reader  *self,
       xmlNode *node)
{
  int i = find_element (node);

  if (self->marking == node)
    close_mark (self);
  if (self->link == node)
    self->link = NULL;
  if (i < 0)
    return;

  if (elements[i].element == ELEMENT_ARTICLE && self->articles > 0)
    self->articles--;
  if (elements[i].element != ELEMENT_LINK && elements[i].element != ELEMENT_RAISED && elements[i].element != ELEMENT_BREAK)
    open_block (self, ATLAS_IMPORT_PARAGRAPH, 0, node);
}

/* White space in HTML is one space; a line break is an element. */
static void
add_text (Reader     *self,
          const char *text)
{
  g_autofree char *flat = g_strdelimit (g_strdup (text), "\n\r\t", ' ');

  if (self->marking == NULL && self->text->len == 0)
    g_strchug (flat);
  g_string_append (self->marking != NULL ? self->mark : self->text, flat);
  if (self->link != NULL)
    g_string_append (self->words, flat);
}

/* Goes through the page without recursion. FALSE: it is too deep. */
static gboolean
read_nodes (Reader  *self,
            xmlNode *root)
{
  xmlNode *node = root;
  guint    depth = 0;

  while (node != NULL)
    {
      gboolean inside = node->type == XML_ELEMENT_NODE && enter (self, node);

      if (node->type == XML_TEXT_NODE && node->content != NULL)
        add_text (self, (const char *) node->content);
      if (inside && node->children != NULL)
        {
          node = node->children;
          if (++depth > ATLAS_LIMIT_IMPORT_DEPTH)
            return FALSE;
          continue;
        }

      if (inside)
        leave (self, node);
      while (node != root && node->next == NULL)
        {
          node = node->parent;
          depth--;
          leave (self, node);
        }
      node = node == root ? NULL : node->next;
    }
  close_block (self);

  return TRUE;
}

static void
init_parser (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      xmlInitParser ();
      g_once_init_leave (&once, 1);
    }
}

GPtrArray *
atlas_import_read_html (const char       *text,
                        AtlasImportHints *hints,
                        GError          **error)
{
  g_autoptr (GPtrArray) blocks = atlas_import_blocks_new ();
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GString) block = g_string_new (NULL);
  g_autoptr (GString) mark = g_string_new (NULL);
  Reader     reader = { .blocks = blocks, .text = block, .mark = mark, .words = words, .kind = ATLAS_IMPORT_PARAGRAPH };
  gboolean   complete = TRUE;
  htmlDocPtr document;

  init_parser ();
  /* Nothing is loaded, and libxml2's own limits stay on. The text is UTF-8 by now, whatever it says. */
  document = htmlReadMemory (text, (int) strlen (text), NULL, "UTF-8",
                             HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_COMPACT);
  if (document != NULL && xmlDocGetRootElement (document) != NULL)
    complete = read_nodes (&reader, xmlDocGetRootElement (document));
  g_clear_pointer (&reader.url, g_free);
  g_clear_pointer (&reader.mark_url, g_free);
  xmlFreeDoc (document);

  if (complete)
    return g_steal_pointer (&blocks);

  g_set_error_literal (error, ATLAS_IMPORT_ERROR, ATLAS_IMPORT_ERROR_NESTING, _ ("“%s” is no ordinary web page: its elements are nested too deeply."));

  return NULL;
}
