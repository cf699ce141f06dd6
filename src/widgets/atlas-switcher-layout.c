// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-switcher-layout.h"

/* -- What is in a button: two children, of which one is seen -- */

#define ATLAS_TYPE_WORD_LAYOUT (atlas_word_layout_get_type ())
G_DECLARE_FINAL_TYPE (AtlasWordLayout, atlas_word_layout, ATLAS, WORD_LAYOUT, GtkLayoutManager)

struct _AtlasWordLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (AtlasWordLayout, atlas_word_layout, GTK_TYPE_LAYOUT_MANAGER)

/* At least the icon, best the word. */
static void
measure_word (GtkLayoutManager *manager,
              GtkWidget        *widget,
              GtkOrientation    orientation,
              int               for_size,
              int              *minimum,
              int              *natural,
              int              *minimum_baseline,
              int              *natural_baseline)
{
  int icon = 0;
  int word = 0;

  gtk_widget_measure (gtk_widget_get_first_child (widget), orientation, -1, &icon, NULL, NULL, NULL);
  gtk_widget_measure (gtk_widget_get_last_child (widget), orientation, -1, NULL, &word, NULL, NULL);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? icon : MAX (icon, word);
  *natural = MAX (icon, word);
}

static void
allocate_word (GtkLayoutManager *manager,
               GtkWidget        *widget,
               int               width,
               int               height,
               int               baseline)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int minimum = 0;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      gtk_widget_size_allocate (child, &(GtkAllocation){ 0, 0, MAX (width, minimum), height }, -1);
    }
}

static void
atlas_word_layout_class_init (AtlasWordLayoutClass *klass)
{
  GTK_LAYOUT_MANAGER_CLASS (klass)->measure = measure_word;
  GTK_LAYOUT_MANAGER_CLASS (klass)->allocate = allocate_word;
}

static void
atlas_word_layout_init (AtlasWordLayout *self)
{
}

GtkWidget *
atlas_switcher_create_content (const char *icon_name,
                               const char *word)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (word);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon_name));
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_layout_manager (box, g_object_new (ATLAS_TYPE_WORD_LAYOUT, NULL));

  return box;
}

/* -- The row -- */

struct _AtlasSwitcherLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (AtlasSwitcherLayout, atlas_switcher_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef struct
{
  int n;
  int minimum;  /* of the largest */
  int widest;   /* natural */
  int together; /* natural */
  int pressed;  /* natural of the one that is pressed; 0: none is */
} Widths;

static Widths
get_widths (GtkWidget *widget)
{
  Widths widths = { 0 };

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int minimum = 0;
      int natural = 0;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      widths.n++;
      widths.minimum = MAX (widths.minimum, minimum);
      widths.widest = MAX (widths.widest, natural);
      widths.together += natural;
      if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (child)))
        widths.pressed = natural;
    }

  return widths;
}

static void
measure (GtkLayoutManager *manager,
         GtkWidget        *widget,
         GtkOrientation    orientation,
         int               for_size,
         int              *minimum,
         int              *natural,
         int              *minimum_baseline,
         int              *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      Widths widths = get_widths (widget);

      *minimum = widths.n * widths.minimum;
      *natural = widths.n * widths.widest;
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum = 0;
      int child_natural = 0;

      gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

/* Both are there; one is seen. */
static void
show_word (GtkWidget *button,
           gboolean   word)
{
  GtkWidget *content = gtk_button_get_child (GTK_BUTTON (button));

  gtk_widget_set_child_visible (gtk_widget_get_first_child (content), !word);
  gtk_widget_set_child_visible (gtk_widget_get_last_child (content), word);
}

/* @word: (out): whether it has room for its word */
static int
get_child_width (GtkWidget    *child,
                 const Widths *widths,
                 int           width,
                 gboolean     *word)
{
  int natural = 0;
  int pressed = MIN (widths->pressed, width - (widths->n - 1) * widths->minimum);

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  *word = TRUE;
  if (width >= widths->n * widths->widest)
    return width / widths->n;
  if (width >= widths->together)
    return natural + (width - widths->together) / widths->n;

  *word = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (child)) && pressed >= natural;
  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (child)))
    return pressed;

  return (width - pressed) / MAX (widths->pressed > 0 ? widths->n - 1 : widths->n, 1);
}

static void
allocate (GtkLayoutManager *manager,
          GtkWidget        *widget,
          int               width,
          int               height,
          int               baseline)
{
  Widths   widths = get_widths (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int      x = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gboolean word = FALSE;
      int      child_width = get_child_width (child, &widths, width, &word);

      if (gtk_widget_get_next_sibling (child) == NULL)
        child_width = MAX (width - x, child_width); /* what the divisions left */
      show_word (child, word);
      gtk_widget_size_allocate (child, &(GtkAllocation){ is_rtl ? width - x - child_width : x, 0, child_width, height }, -1);
      x += child_width;
    }
}

static void
atlas_switcher_layout_class_init (AtlasSwitcherLayoutClass *klass)
{
  GTK_LAYOUT_MANAGER_CLASS (klass)->measure = measure;
  GTK_LAYOUT_MANAGER_CLASS (klass)->allocate = allocate;
}

static void
atlas_switcher_layout_init (AtlasSwitcherLayout *self)
{
}
