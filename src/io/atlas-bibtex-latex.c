// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-bibtex-private.h"

#include "atlas-limits.h"

#include <string.h>

/* Accents on one letter; more are left out. */
#define MAX_ACCENTS 4

/* Letters of the longest command that is known. */
#define MAX_COMMAND 32

/* Commands that put a mark on the letter after them. */
static const struct
{
  char     command;
  gunichar mark;
  gunichar alone; /* where there is no letter */
} accents[] = {
  { '`', 0x0300, 0x0060 },
  { '\'', 0x0301, 0x00b4 },
  { '^', 0x0302, 0x005e },
  { '~', 0x0303, 0x007e },
  { '"', 0x0308, 0x00a8 },
  { '=', 0x0304, 0x00af },
  { '.', 0x0307, 0x02d9 },
  { 'u', 0x0306, 0x02d8 },
  { 'v', 0x030c, 0x02c7 },
  { 'H', 0x030b, 0x02dd },
  { 'c', 0x0327, 0x00b8 },
  { 'k', 0x0328, 0x02db },
  { 'r', 0x030a, 0x02da },
  { 'd', 0x0323, 0 },
  { 'b', 0x0331, 0 },
};

/* Commands that stand for a sign. */
static const struct
{
  const char *command;
  const char *text;
} signs[] = {
  { "i", "i" }, /* with a mark on it the dot goes; alone it is dealt with below */
  { "j", "j" },
  { "l", "ł" },
  { "L", "Ł" },
  { "o", "ø" },
  { "O", "Ø" },
  { "ae", "æ" },
  { "AE", "Æ" },
  { "oe", "œ" },
  { "OE", "Œ" },
  { "aa", "å" },
  { "AA", "Å" },
  { "ss", "ß" },
  { "SS", "ẞ" },
  { "dh", "ð" },
  { "DH", "Ð" },
  { "th", "þ" },
  { "TH", "Þ" },
  { "dj", "đ" },
  { "DJ", "Đ" },
  { "ng", "ŋ" },
  { "NG", "Ŋ" },
  { "textschwa", "ə" },
  { "schwa", "ə" },
  { "SCHWA", "Ə" },
  { "textdotlessi", "ı" },
  { "textendash", "–" },
  { "textemdash", "—" },
  { "textellipsis", "…" },
  { "ldots", "…" },
  { "dots", "…" },
  { "textquoteleft", "‘" },
  { "textquoteright", "’" },
  { "textquotedblleft", "“" },
  { "textquotedblright", "”" },
  { "textquotesingle", "'" },
  { "textquotedbl", "\"" },
  { "quotesinglbase", "‚" },
  { "quotedblbase", "„" },
  { "guillemotleft", "«" },
  { "guillemotright", "»" },
  { "guillemetleft", "«" },
  { "guillemetright", "»" },
  { "guilsinglleft", "‹" },
  { "guilsinglright", "›" },
  { "textexclamdown", "¡" },
  { "textquestiondown", "¿" },
  { "textasciitilde", "~" },
  { "textasciicircum", "^" },
  { "textbackslash", "\\" },
  { "textbar", "|" },
  { "textless", "<" },
  { "textgreater", ">" },
  { "textunderscore", "_" },
  { "textbraceleft", "{" },
  { "textbraceright", "}" },
  { "textdollar", "$" },
  { "textsection", "§" },
  { "S", "§" },
  { "P", "¶" },
  { "textparagraph", "¶" },
  { "textdegree", "°" },
  { "texteuro", "€" },
  { "euro", "€" },
  { "pounds", "£" },
  { "textsterling", "£" },
  { "copyright", "©" },
  { "textcopyright", "©" },
  { "textregistered", "®" },
  { "texttrademark", "™" },
  { "textnumero", "№" },
  { "textbullet", "•" },
  { "textperiodcentered", "·" },
  { "texttimes", "×" },
  { "times", "×" },
  { "TeX", "TeX" },
  { "LaTeX", "LaTeX" },
  { "slash", "/" },
  { "textmu", "µ" },
};

/* A text on its way from TeX. */
typedef struct
{
  const char *at;
  GString    *text;
  guint       depth;
  guint       quotes[ATLAS_LIMIT_BRACES]; /* depths at which a quotation ends */
  guint       n_quotes;
  guint       pending[MAX_ACCENTS]; /* accents before a letter: indices */
  guint       n_pending;
  gboolean    accented; /* marks were put on letters, and must be joined with them */
} Latex;

static int
find_accent (char command)
{
  for (guint i = 0; i < G_N_ELEMENTS (accents); i++)
    if (accents[i].command == command)
      return (int) i;

  return -1;
}

static void
skip_white (Latex *self)
{
  while (g_ascii_isspace (*self->at))
    self->at++;
}

/* Puts the accents on the letter just added: the innermost comes first. @letter: whether there is one. */
static void
flush_accents (Latex   *self,
               gboolean letter)
{
  while (self->n_pending > 0)
    {
      guint    accent = self->pending[--self->n_pending];
      gunichar mark = letter ? accents[accent].mark : accents[accent].alone;

      if (mark != 0)
        g_string_append_unichar (self->text, mark);
      self->accented |= letter;
    }
}

static void
append_text (Latex      *self,
             const char *text)
{
  g_string_append (self->text, text);
  flush_accents (self, TRUE);
}

/* "\i" without a mark is the letter; with one it is what the mark stands on. */
static const char *
find_sign (Latex      *self,
           const char *command)
{
  if (g_str_equal (command, "i") && self->n_pending == 0)
    return "ı";

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_equal (signs[i].command, command))
      return signs[i].text;

  return NULL;
}

static void
begin_accent (Latex *self,
              int    accent)
{
  if (self->n_pending < MAX_ACCENTS)
    self->pending[self->n_pending++] = (guint) accent;
}

/* Leaves out the group that comes next: an argument that is not for people. */
static void
skip_argument (Latex *self)
{
  guint depth = 0;

  skip_white (self);
  if (*self->at != '{')
    return;

  for (; *self->at != '\0'; self->at++)
    {
      depth += *self->at == '{';
      depth -= *self->at == '}';
      if (depth == 0)
        {
          self->at++;
          return;
        }
    }
}

/* A command of letters; @self is behind its name. */
static void
read_command (Latex      *self,
              const char *command)
{
  const char *sign = find_sign (self, command);
  int         accent = command[0] != '\0' && command[1] == '\0' ? find_accent (command[0]) : -1;

  skip_white (self);
  if (sign != NULL)
    {
      append_text (self, sign);
    }
  else if (accent >= 0)
    {
      begin_accent (self, accent);
    }
  else if (g_str_equal (command, "href"))
    {
      skip_argument (self);
    }
  else if ((g_str_equal (command, "enquote") || g_str_equal (command, "mkbibquote")) && *self->at == '{' && self->n_quotes < ATLAS_LIMIT_BRACES)
    {
      append_text (self, "“");
      self->quotes[self->n_quotes++] = self->depth;
    }
}

/* Behind a backslash. */
static void
read_escape (Latex *self)
{
  gsize length = 0;
  char  command[MAX_COMMAND] = "";

  while (g_ascii_isalpha (self->at[length]))
    length++;
  if (length > 0)
    {
      memcpy (command, self->at, MIN (length, MAX_COMMAND - 1));
      self->at += length;
      read_command (self, command);
      return;
    }

  if (*self->at == '\0')
    return;

  if (find_accent (*self->at) >= 0)
    {
      begin_accent (self, find_accent (*self->at++));
      skip_white (self);
      return;
    }

  if (strchr ("\\, \n\t", *self->at) != NULL)
    append_text (self, " ");
  else if (*self->at != '-' && *self->at != '/' && *self->at != '!') /* hints for setting */
    {
      char sign[2] = { *self->at, '\0' };

      if (g_ascii_isprint (*self->at))
        append_text (self, sign);
      else
        return;
    }
  self->at++;
}

static void
read_brace (Latex *self)
{
  gboolean open = *self->at++ == '{';

  if (open)
    {
      self->depth++;
      return;
    }

  flush_accents (self, FALSE);
  if (self->depth > 0)
    self->depth--;
  if (self->n_quotes > 0 && self->quotes[self->n_quotes - 1] == self->depth)
    {
      self->n_quotes--;
      append_text (self, "”");
    }
}

/* Signs of several characters. TRUE if there was one. */
static gboolean
read_ligature (Latex *self)
{
  static const struct
  {
    const char *latex;
    const char *text;
  } ligatures[] = {
    { "---", "—" },
    { "--", "–" },
    { "``", "“" },
    { "''", "”" },
    { "~", "\302\240" },
    { "$", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ligatures); i++)
    if (g_str_has_prefix (self->at, ligatures[i].latex))
      {
        self->at += strlen (ligatures[i].latex);
        flush_accents (self, FALSE);
        g_string_append (self->text, ligatures[i].text);
        return TRUE;
      }

  return FALSE;
}

static void
read_letter (Latex *self)
{
  const char *next = g_utf8_next_char (self->at);
  gboolean    letter = g_unichar_isalpha (g_utf8_get_char (self->at));

  if (!letter)
    flush_accents (self, FALSE);
  g_string_append_len (self->text, self->at, next - self->at);
  flush_accents (self, TRUE);
  self->at = next;
}

char *
atlas_bibtex_from_latex (const char *latex)
{
  Latex            self = { .at = latex, .text = g_string_new (NULL) };
  g_autofree char *whole = NULL;
  g_autofree char *composed = NULL;

  while (*self.at != '\0')
    {
      if (*self.at == '\\')
        {
          self.at++;
          read_escape (&self);
        }
      else if (*self.at == '{' || *self.at == '}')
        read_brace (&self);
      else if (!read_ligature (&self))
        read_letter (&self);
    }
  flush_accents (&self, FALSE);

  whole = g_string_free (self.text, FALSE);
  if (self.accented)
    composed = g_utf8_normalize (whole, -1, G_NORMALIZE_NFC);

  return atlas_reference_clean_text (composed != NULL ? composed : whole);
}

char *
atlas_bibtex_from_verbatim (const char *latex)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (g_str_has_prefix (latex, "\\url{"))
    latex += strlen ("\\url");

  for (const char *at = latex; *at != '\0'; at++)
    {
      if (*at == '{' || *at == '}')
        continue;
      if (*at == '\\' && at[1] != '\0' && strchr ("%#&_~$", at[1]) != NULL)
        at++;
      g_string_append_c (text, *at);
    }

  return atlas_reference_clean_text (text->str);
}
