// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "export-fixture.h"

/* A reader of RFC 4180 that takes nothing else: rows end in CR LF, a quoted cell is closed before a comma or the end of a row,
 * a plain one has no quotes and no ends of lines. Of rows, each an array of char *. */
static GPtrArray *
read_rows (const char *text)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  while (*text != '\0')
    {
      GPtrArray *row = g_ptr_array_new_with_free_func (g_free);
      gboolean   more = TRUE;

      while (more)
        {
          g_autoptr (GString) cell = g_string_new (NULL);
          gboolean quoted = *text == '"';

          for (text += quoted; quoted ? *text != '"' || text[1] == '"' : strchr (",\r", *text) == NULL; text++)
            {
              g_assert_cmpint (*text, !=, '\0');
              g_assert_true (quoted || (*text != '"' && *text != '\n'));
              g_string_append_c (cell, *text);
              text += *text == '"';
            }
          text += quoted;
          g_ptr_array_add (row, g_strdup (cell->str));
          more = *text == ',';
          text += more;
        }
      g_assert_true (g_str_has_prefix (text, "\r\n"));
      text += 2;
      g_ptr_array_add (rows, row);
    }

  return rows;
}

/* The cell of a row of an item under a heading. */
static const char *
get_cell (GPtrArray  *rows,
          const char *id,
          const char *heading)
{
  GPtrArray *header = g_ptr_array_index (rows, 0);
  guint      column = 0;

  while (!g_str_equal (g_ptr_array_index (header, column), heading))
    g_assert_cmpuint (++column, <, header->len);

  for (guint i = 1; i < rows->len; i++)
    if (g_str_equal (g_ptr_array_index ((GPtrArray *) g_ptr_array_index (rows, i), 0), id))
      return g_ptr_array_index ((GPtrArray *) g_ptr_array_index (rows, i), column);

  g_error ("no row of %s", id);
}

static void
test_real (void)
{
  static const struct
  {
    const char *id, *heading, *cell;
  } cells[] = {
    { "btc", "when", "2006-06/.." },
    { "btc", "begin", "2006-06-01" },
    { "btc", "end", "" },
    { "btc", "kind", "pipeline" },
    { "btc", "geometry", "LineString" },
    { "btc", "longitude", "" },
    { "gabala-radar", "longitude", "47.803" },
    { "gabala-radar", "latitude", "40.871" },
    { "gabala-radar", "begin", "1985-01-01" },
    { "gabala-radar", "end", "2012-12-10" },
    { "gabala-radar", "dates", "1985 to 10 December 2012" },
    { "gabala-radar", "name_ru", "Габалинская РЛС" },
    { "gabala-radar", "actors", "azerbaijan; russia" },
    { "gabala-radar", "citations", "39" },
    { "horadiz-1994", "when", "1994-01~/.." },
    { "az-ru-power-link", "begin", "" },
    { "friendship-treaty-1997", "end", "1997-07-03" },
  };
  g_autoptr (AtlasDataset) dataset = export_load_real ();
  g_autofree char *text = export_to_text (dataset, "csv");
  g_autoptr (GPtrArray) rows = read_rows (text);
  GPtrArray *header = g_ptr_array_index (rows, 0);

  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpuint (rows->len, ==, atlas_dataset_get_n_items (dataset) + 1);
  g_assert_cmpstr (g_ptr_array_index (header, 0), ==, "id");
  for (guint i = 0; i < rows->len; i++)
    g_assert_cmpuint (((GPtrArray *) g_ptr_array_index (rows, i))->len, ==, header->len);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    g_assert_cmpstr (get_cell (rows, cells[i].id, cells[i].heading), ==, cells[i].cell);
}

/* What a spreadsheet would reckon, and what would break a row. */
static const struct
{
  const char *json, *cell;
} titles[] = {
  { "Plain", "Plain" },
  { "One, two", "One, two" },
  { "A \\\"quoted\\\" word", "A \"quoted\" word" },
  { "\\\"", "\"" },
  { "=HYPERLINK(\\\"http://example.org\\\";\\\"x\\\")", "'=HYPERLINK(\"http://example.org\";\"x\")" },
  { "+1", "'+1" },
  { "-1", "'-1" },
  { "@SUM(A1)", "'@SUM(A1)" },
  { " =1 with a space before", " =1 with a space before" },
  { "Şuşa 日本", "Şuşa 日本" },
};

static void
test_titles (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *title = g_strdup_printf ("\"title\": \"%s\"", titles[i].json);
      g_autoptr (AtlasDataset) dataset = export_load_changed ("\"title\": \"The talk\"", title);
      g_autofree char *text = export_to_text (dataset, "csv");
      g_autoptr (GPtrArray) rows = read_rows (text);

      g_assert_cmpstr (get_cell (rows, "talk", "title"), ==, titles[i].cell);
    }
}

/* Paragraphs stay in their cell; a number may begin with a minus. */
static void
test_cells (void)
{
  g_autoptr (AtlasDataset) dataset = export_load_changed ("\"title\": \"The talk\",", "\"title\": \"The talk\", \"summary\": \"One.\\n\\nTwo, \\\"three\\\".\", "
                                                                                      "\"place\": { \"name\": \"West\", \"lonlat\": [-77.5, -0.25] },");
  g_autofree char *text = export_to_text (dataset, "csv");
  g_autoptr (GPtrArray) rows = read_rows (text);

  g_assert_cmpstr (get_cell (rows, "talk", "summary"), ==, "One.\n\nTwo, \"three\".");
  g_assert_cmpstr (get_cell (rows, "talk", "longitude"), ==, "-77.5");
  g_assert_cmpstr (get_cell (rows, "talk", "latitude"), ==, "-0.25");
  g_assert_cmpstr (get_cell (rows, "pipe", "phases"), ==, "2002-09/2006-06 building; 2006-06/.. operating");
  g_assert_cmpstr (get_cell (rows, "pipe", "name_az"), ==, "Boru kəməri");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/io/exporter-csv/real", test_real);
  g_test_add_func ("/io/exporter-csv/titles", test_titles);
  g_test_add_func ("/io/exporter-csv/cells", test_cells);

  return g_test_run ();
}
