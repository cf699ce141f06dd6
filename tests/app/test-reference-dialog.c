// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-reference-dialog.h"

#include "widget-fixture.h"

#define BIBTEX "@report{x, author = {{Ministry of Foreign Affairs}}, title = {A {Note}}, date = {2012-12}, url = {https://example.org/n}, note = {kept}}"
#define RIS "TY  - NEWS\nAU  - \xc6\x8fliyev, Ilham\nTI  - Interview\nDA  - 2020/11/10\nER  - \n"
#define CSL "[{\"id\":1,\"type\":\"treaty\",\"title\":\"Treaty\",\"issued\":{\"date-parts\":[[1997,7,3]]}}]"

/* clang-format off */
static const struct
{
  const char *name;
  const char *pasted;
  const char *reference; /* NULL: there is nothing to add */
  const char *type;
} cases[] = {
  { "bibtex", BIBTEX, "Ministry of Foreign Affairs. A Note. December 2012. https://example.org/n", "report" },
  { "ris", RIS, "\xc6\x8fliyev, Ilham. Interview. 10 November 2020.", "article-newspaper" },
  { "csl", CSL, "Treaty. 3 July 1997.", "treaty" },
  { "nonsense", "not a record", NULL, NULL },
  { "without-a-title", "@misc{x, date = {2012}}", NULL, NULL },
  { "broken", "@misc{x, title = {", NULL, NULL },
  { "nothing", "", NULL, NULL },
};
/* clang-format on */

static GtkWidget *
find (GtkWidget  *parent,
      GType       type,
      const char *label)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = NULL;

      if (g_type_is_a (G_OBJECT_TYPE (child), type) &&
          (label == NULL || (GTK_IS_BUTTON (child) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (child)), label) == 0) ||
           (ADW_IS_PREFERENCES_ROW (child) && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (child)), label) == 0)))
        return child;
      found = find (child, type, label);
      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
added_cb (AtlasReferenceDialog *dialog,
          AtlasReference       *reference,
          gpointer              user_data)
{
  AtlasReference **added = user_data;

  g_assert_null (*added);
  *added = g_object_ref (reference);
}

static void
close_dialog (GtkWidget *dialog)
{
  gpointer gone = dialog;

  g_object_add_weak_pointer (G_OBJECT (dialog), &gone);
  gtk_window_destroy (GTK_WINDOW (dialog));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (gone);
}

static void
test_paste (gconstpointer data)
{
  const typeof (cases[0]) *c = data;
  GtkWidget               *dialog = atlas_reference_dialog_new (NULL, 12);
  GtkWidget               *add = find (dialog, GTK_TYPE_BUTTON, "_Add");
  g_autoptr (AtlasReference) added = NULL;

  g_signal_connect (dialog, "added", G_CALLBACK (added_cb), &added);
  atlas_reference_dialog_paste (ATLAS_REFERENCE_DIALOG (dialog), c->pasted);
  g_assert_cmpint (gtk_widget_get_sensitive (add), ==, c->reference != NULL);

  if (c->reference != NULL)
    {
      g_autofree char *words = NULL;

      g_object_ref (dialog);
      g_signal_emit_by_name (add, "clicked");
      g_assert_nonnull (added);
      words = atlas_reference_format (added);
      g_assert_cmpstr (words, ==, c->reference);
      g_assert_cmpstr (atlas_reference_get_fields (added)->type, ==, c->type);
      g_assert_cmpuint (atlas_reference_get_number (added), ==, 12);
      g_assert_cmpint (atlas_reference_get_role (added), ==, ATLAS_REFERENCE_REPORT);
      g_object_unref (dialog);
    }
  else
    {
      g_assert_null (added);
      close_dialog (dialog);
    }
}

/* clang-format off */
static const struct
{
  const char *name;
  const char *row;
  const char *text;
  gboolean    good;
} typed[] = {
  { "title-alone", "Publisher", "", TRUE },
  { "date", "Date: 2006, 2006-05, 2006-05-28", "2006-05~", TRUE },
  { "no-date", "Date: 2006, 2006-05, 2006-05-28", "May 2006", FALSE },
  { "address", "Address", "https://example.org/", TRUE },
  { "file", "Address", "file:///etc/passwd", FALSE },
  { "no-address", "Address", "example", FALSE },
};
/* clang-format on */

static void
test_type (gconstpointer data)
{
  const typeof (typed[0]) *c = data;
  GtkWidget               *dialog = atlas_reference_dialog_new (NULL, 0);
  GtkWidget               *add = find (dialog, GTK_TYPE_BUTTON, "_Add");

  g_assert_false (gtk_widget_get_sensitive (add));
  gtk_editable_set_text (GTK_EDITABLE (find (dialog, ADW_TYPE_ENTRY_ROW, "Title")), "Words");
  g_assert_true (gtk_widget_get_sensitive (add));
  gtk_editable_set_text (GTK_EDITABLE (find (dialog, ADW_TYPE_ENTRY_ROW, c->row)), c->text);
  g_assert_cmpint (gtk_widget_get_sensitive (add), ==, c->good);
  g_assert_cmpint (gtk_widget_has_css_class (find (dialog, ADW_TYPE_ENTRY_ROW, c->row), "error"), ==, !c->good);

  close_dialog (dialog);
}

int
main (int   argc,
      char *argv[])
{
  if (!widget_fixture_init (&argc, &argv))
    return 0;

  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/reference-dialog/paste/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_paste);
    }
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/reference-dialog/type/%s", typed[i].name);

      g_test_add_data_func (path, &typed[i], test_type);
    }

  return g_test_run ();
}
