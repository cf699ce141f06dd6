// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-tours-writer.h"

#include "atlas-tours-reader.h"

#include <string.h>

/* JSON of one form only: two spaces a level, one member or element a line, text as it is. */
typedef struct
{
  GString *text;
  guint    depth;
  gboolean started; /* something stands in the object or array already */
} Writer;

/* The escapes that JSON has names for. */
static const struct
{
  char        c;
  const char *escaped;
} escapes[] = {
  { '"', "\\\"" },
  { '\\', "\\\\" },
  { '\n', "\\n" },
  { '\r', "\\r" },
  { '\t', "\\t" },
  { '\b', "\\b" },
  { '\f', "\\f" },
};

static const char *
get_escaped (char c)
{
  for (guint i = 0; i < G_N_ELEMENTS (escapes); i++)
    if (escapes[i].c == c)
      return escapes[i].escaped;

  return NULL;
}

static void
append_string (Writer     *writer,
               const char *value)
{
  g_string_append_c (writer->text, '"');
  for (const char *c = value; *c != '\0'; c++)
    {
      const char *escaped = get_escaped (*c);

      if (escaped != NULL)
        g_string_append (writer->text, escaped);
      else if ((guchar) *c < 0x20)
        g_string_append_printf (writer->text, "\\u%04x", (guint) (guchar) *c);
      else
        g_string_append_c (writer->text, *c);
    }
  g_string_append_c (writer->text, '"');
}

static void
begin_line (Writer *writer)
{
  g_string_append (writer->text, writer->started ? ",\n" : "\n");
  for (guint i = 0; i < writer->depth; i++)
    g_string_append (writer->text, "  ");
  writer->started = TRUE;
}

static void
open_bracket (Writer *writer,
              char    bracket)
{
  g_string_append_c (writer->text, bracket);
  writer->depth++;
  writer->started = FALSE;
}

/* An empty one is "[]". */
static void
close_bracket (Writer *writer,
               char    bracket)
{
  gboolean empty = !writer->started;

  writer->depth--;
  writer->started = FALSE;
  if (!empty)
    begin_line (writer);
  g_string_append_c (writer->text, bracket);
  writer->started = TRUE;
}

static void
append_name (Writer     *writer,
             const char *name)
{
  begin_line (writer);
  append_string (writer, name);
  g_string_append (writer->text, ": ");
}

/* What is not said is left out. */
static void
append_member (Writer     *writer,
               const char *name,
               const char *value)
{
  if (value == NULL || *value == '\0')
    return;

  append_name (writer, name);
  append_string (writer, value);
}

static void
append_sources (Writer            *writer,
                const char *const *sources)
{
  if (sources[0] == NULL)
    return;

  append_name (writer, "sources");
  open_bracket (writer, '[');
  for (guint i = 0; sources[i] != NULL; i++)
    {
      begin_line (writer);
      append_string (writer, sources[i]);
    }
  close_bracket (writer, ']');
}

static void
append_step (Writer        *writer,
             AtlasTourStep *step)
{
  g_autofree char *state = atlas_tour_step_dup_link (step);

  begin_line (writer);
  open_bracket (writer, '{');
  append_member (writer, "title", atlas_tour_step_get_title (step));
  append_member (writer, "text", atlas_tour_step_get_text (step));
  append_member (writer, "notes", atlas_tour_step_get_notes (step));
  append_member (writer, "state", state);
  append_sources (writer, atlas_tour_step_get_sources (step));
  if (atlas_tour_step_get_question (step) != NULL)
    {
      append_name (writer, "question");
      open_bracket (writer, '{');
      append_member (writer, "text", atlas_tour_step_get_question (step));
      append_name (writer, "answer");
      append_string (writer, atlas_tour_step_get_answer (step) != NULL ? atlas_tour_step_get_answer (step) : "");
      close_bracket (writer, '}');
    }
  close_bracket (writer, '}');
}

static void
append_tour (Writer    *writer,
             AtlasTour *tour)
{
  begin_line (writer);
  open_bracket (writer, '{');
  append_member (writer, "id", atlas_tour_get_id (tour));
  append_member (writer, "title", atlas_tour_get_title (tour));
  append_member (writer, "description", atlas_tour_get_description (tour));
  append_name (writer, "steps");
  open_bracket (writer, '[');
  for (guint i = 0; i < atlas_tour_get_n_steps (tour); i++)
    append_step (writer, atlas_tour_get_step (tour, i));
  close_bracket (writer, ']');
  close_bracket (writer, '}');
}

GBytes *
atlas_tours_write (const char *atlas,
                   GPtrArray  *tours)
{
  Writer writer = { g_string_new (NULL), 0, FALSE };

  g_return_val_if_fail (tours != NULL, NULL);

  open_bracket (&writer, '{');
  append_name (&writer, "format");
  g_string_append_printf (writer.text, "%d", ATLAS_TOURS_FORMAT);
  append_member (&writer, "atlas", atlas);
  append_name (&writer, "tours");
  open_bracket (&writer, '[');
  for (guint i = 0; i < tours->len; i++)
    append_tour (&writer, g_ptr_array_index (tours, i));
  close_bracket (&writer, ']');
  close_bracket (&writer, '}');
  g_string_append_c (writer.text, '\n');

  return g_string_free_to_bytes (writer.text);
}
