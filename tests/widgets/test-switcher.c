// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-switcher-layout.h"

#include <gtk/gtk.h>

/* The words of the pages in the languages of the program, the longest of them among them. */
/* clang-format off */
static const struct
{
  const char *name;
  const char *words[5];
} languages[] = {
  { "en", { "Item", "Report", "Sources", "Notes", "Tours" } },
  { "ru", { "Элемент", "Доклад", "Источники", "Заметки", "Маршруты" } },
  { "hy", { "Տարր", "Զեկույց", "Աղբյուրներ", "Նշումներ", "Շրջագայություններ" } },
};
static const int widths[] = { 180, 260, 312, 330, 420, 900 };
/* clang-format on */

static GtkWidget *
create_row (const char *const *words,
            guint              pressed)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (row, g_object_new (ATLAS_TYPE_SWITCHER_LAYOUT, NULL));
  for (guint i = 0; i < 5; i++)
    {
      GtkWidget *button = gtk_toggle_button_new ();

      gtk_button_set_child (GTK_BUTTON (button), atlas_switcher_create_content ("atlas-tour-symbolic", words[i]));
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), i == pressed);
      gtk_box_append (GTK_BOX (row), button);
    }

  return row;
}

/* The buttons fill the row; each shows its word whole, or its icon; when one does not fit, none but the pressed one is a word. */
static void
check_row (GtkWidget *row,
           guint      pressed,
           int        width)
{
  int   end = 0;
  guint n_words = 0;
  guint index = 0;

  for (GtkWidget *button = gtk_widget_get_first_child (row); button != NULL; button = gtk_widget_get_next_sibling (button), index++)
    {
      GtkWidget    *content = gtk_button_get_child (GTK_BUTTON (button));
      GtkWidget    *icon = gtk_widget_get_first_child (content);
      GtkWidget    *label = gtk_widget_get_last_child (content);
      GtkAllocation place;

      gtk_widget_get_allocation (button, &place);
      g_assert_cmpint (place.x, ==, end);
      end = place.x + place.width;

      g_assert_true (gtk_widget_get_child_visible (icon) != gtk_widget_get_child_visible (label));
      if (gtk_widget_get_child_visible (label))
        {
          int natural = 0;

          n_words++;
          gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
          g_assert_cmpint (gtk_widget_get_width (label), >=, natural);
          g_assert_true (n_words == index + 1 || index == pressed);
        }
    }

  g_assert_cmpint (end, ==, width);
  g_assert_true (n_words == 5 || n_words <= 1);
}

static void
test_fits (gconstpointer data)
{
  guint      language = GPOINTER_TO_UINT (data);
  GtkWidget *window = gtk_window_new ();

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    for (guint pressed = 0; pressed < 5; pressed++)
      {
        GtkWidget *row = create_row (languages[language].words, pressed);
        int        minimum = 0;
        int        height = 0;
        int        width = 0;

        gtk_window_set_child (GTK_WINDOW (window), row);
        gtk_widget_measure (row, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
        gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
        width = MAX (widths[i], minimum);
        gtk_widget_allocate (row, width, height, -1, NULL);
        check_row (row, pressed, width);
      }

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *path = g_strdup_printf ("/switcher/fits/%s", languages[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_fits);
    }

  return g_test_run ();
}
