// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-changes.h"

#include "atlas-delta.h"
#include "atlas-heading.h"

#include <glib/gi18n-lib.h>

#define MIN_COLUMN 175 /* px below which the three lists are one */
#define MIN_LIST 64    /* px in height */
#define LIST 150       /* px in height, where there is room */
#define SPACING 6

struct _AtlasChanges
{
  GtkWidget     parent_instance;

  AtlasSession *session;
  GSignalGroup *session_signals;

  GtkWidget    *heads[ATLAS_N_CHANGES];
  GtkWidget    *words; /* instead of the heads where it is narrow or folded */
  GtkWidget    *fold;
  GtkWidget    *close;
  AtlasRowList *lists[ATLAS_N_CHANGES];
  AtlasRowList *all; /* instead of the lists where it is narrow */
  gboolean      folded;
  gboolean      narrow;
};

G_DEFINE_FINAL_TYPE (AtlasChanges, atlas_changes, GTK_TYPE_WIDGET)

enum
{
  PROP_SESSION = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
add_all (GPtrArray *to,
         GPtrArray *from)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, g_object_ref (g_ptr_array_index (from, i)));
}

static GPtrArray *
create_rows (const AtlasComparison *comparison,
             AtlasChange            change)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < atlas_comparison_get_n_items (comparison); i++)
    {
      const AtlasChangedItem *changed = atlas_comparison_get_item (comparison, i);

      if (changed->change == change)
        g_ptr_array_add (rows, atlas_delta_new (comparison, changed));
    }

  return rows;
}

static void
show_head (AtlasChanges *self,
           AtlasChange   change,
           const char   *title,
           guint         count)
{
  g_autofree char *markup = g_markup_printf_escaped ("<b>%s</b>  <span alpha=\"70%%\">%u</span>", title, count);
  /* Translators: a heading of a list and how many rows are under it: "Pipelines, 11" */
  g_autofree char *words = g_strdup_printf (_ ("%s, %u"), title, count);

  gtk_label_set_markup (GTK_LABEL (self->heads[change]), markup);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lists[change]), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static gpointer
find_row (AtlasRows *rows,
          AtlasItem *item)
{
  gpointer row = NULL;

  for (guint i = 0; item != NULL && (row = atlas_rows_get (rows, i)) != NULL; i++)
    if (ATLAS_IS_DELTA (row) && atlas_delta_get_item (row) == item)
      return row;

  return NULL;
}

/* Each list shows what is selected if it has it. */
static void
selected_changed_cb (AtlasChanges *self)
{
  AtlasItem    *item = atlas_session_get_selected (self->session);
  AtlasRowList *lists[] = { self->lists[0], self->lists[1], self->lists[2], self->all };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      AtlasRows *rows = atlas_row_list_get_rows (lists[i]);
      gpointer   row = find_row (rows, item);

      atlas_rows_set_selected (rows, row);
      if (row != NULL && gtk_widget_get_mapped (GTK_WIDGET (lists[i])))
        atlas_row_list_reveal (lists[i], atlas_rows_find (rows, row));
    }
}

static void
items_changed_cb (AtlasChanges *self)
{
  g_autoptr (AtlasComparison) comparison = NULL;
  g_autofree char *words = NULL;
  GPtrArray       *all = NULL;

  if (!atlas_session_is_comparing (self->session))
    return;

  comparison = atlas_comparison_new (self->session, atlas_session_get_comparison (self->session), atlas_session_get_clock (self->session));
  words = atlas_comparison_to_words (comparison);
  all = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < ATLAS_N_CHANGES; i++)
    {
      g_autofree char *title = atlas_comparison_title_to_words (comparison, (AtlasChange) i);
      GPtrArray       *rows = create_rows (comparison, (AtlasChange) i);

      show_head (self, (AtlasChange) i, title, rows->len);
      g_ptr_array_add (all, atlas_heading_new (NULL, title, rows->len, FALSE));
      add_all (all, rows);
      atlas_row_list_take_rows (self->lists[i], rows);
    }
  atlas_row_list_take_rows (self->all, all);

  gtk_label_set_text (GTK_LABEL (self->words), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  selected_changed_cb (self);
}

static void
comparison_changed_cb (AtlasChanges *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), atlas_session_is_comparing (self->session));
}

static void
session_bound_cb (AtlasChanges *self)
{
  comparison_changed_cb (self);
  items_changed_cb (self);
}

static void
row_activated_cb (AtlasChanges *self,
                  GObject      *row)
{
  if (ATLAS_IS_DELTA (row) && self->session != NULL)
    atlas_session_select (self->session, atlas_delta_get_item (ATLAS_DELTA (row)));
}

static void
fold_cb (AtlasChanges *self)
{
  atlas_changes_set_folded (self, !self->folded);
}

static void
close_cb (AtlasChanges *self)
{
  if (self->session != NULL)
    atlas_session_set_comparison (self->session, ATLAS_TIME_SPAN_NONE);
}

static int
measure_head (AtlasChanges *self)
{
  int height = 0;
  int own = 0;

  gtk_widget_measure (self->words, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  gtk_widget_measure (self->fold, GTK_ORIENTATION_VERTICAL, -1, NULL, &own, NULL, NULL);

  return MAX (height, own);
}

static void
atlas_changes_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  AtlasChanges *self = ATLAS_CHANGES (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_COLUMN;
      *natural = ATLAS_N_CHANGES * MIN_COLUMN;
      return;
    }

  *minimum = *natural = measure_head (self);
  if (!self->folded)
    {
      *minimum += MIN_LIST;
      *natural += LIST;
    }
}

static void
place (GtkWidget *child,
       gboolean   shown,
       int        x,
       int        y,
       int        width,
       int        height)
{
  int min_width = 0;
  int min_height = 0;

  gtk_widget_set_child_visible (child, shown);
  if (!shown)
    return;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &min_width, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, MAX (width, min_width), &min_height, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, MAX (width, min_width), MAX (height, min_height) }, -1);
}

static void
atlas_changes_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  AtlasChanges *self = ATLAS_CHANGES (widget);
  int           head = measure_head (self);
  int           column = width / ATLAS_N_CHANGES;
  gboolean      columns = column >= MIN_COLUMN && !self->folded;
  int           button = 0;

  gtk_widget_measure (self->fold, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &button, NULL, NULL);
  for (int i = 0; i < ATLAS_N_CHANGES; i++)
    {
      int own = i + 1 < ATLAS_N_CHANGES ? column : width - i * column;

      place (self->heads[i], columns, i * column, 0, i + 1 < ATLAS_N_CHANGES ? column : own - 2 * button - SPACING, head);
      place (GTK_WIDGET (self->lists[i]), columns, i * column, head, own, height - head);
    }
  place (self->words, !columns, 0, 0, width - 2 * button - SPACING, head);
  place (GTK_WIDGET (self->all), !columns && !self->folded, 0, head, width, height - head);
  place (self->fold, TRUE, width - 2 * button - SPACING, 0, button, head);
  place (self->close, TRUE, width - button - SPACING, 0, button, head);
  self->narrow = !columns;
}

static void
atlas_changes_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, ATLAS_CHANGES (object)->session);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
atlas_changes_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_SESSION:
      atlas_changes_set_session (ATLAS_CHANGES (object), g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
atlas_changes_dispose (GObject *object)
{
  AtlasChanges *self = ATLAS_CHANGES (object);
  GtkWidget    *child = NULL;

  if (self->session_signals != NULL)
    g_signal_group_set_target (self->session_signals, NULL);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (atlas_changes_parent_class)->dispose (object);
}

static void
atlas_changes_class_init (AtlasChangesClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_changes_dispose;
  object_class->get_property = atlas_changes_get_property;
  object_class->set_property = atlas_changes_set_property;
  widget_class->measure = atlas_changes_measure;
  widget_class->size_allocate = atlas_changes_size_allocate;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ATLAS_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "atlas-changes");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
create_head (AtlasChanges *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "head");
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

static GtkWidget *
create_button (AtlasChanges *self,
               const char   *icon,
               const char   *name,
               GCallback     clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (button, GTK_WIDGET (self));

  return button;
}

static AtlasRowList *
create_list (AtlasChanges *self)
{
  AtlasRowList *list = g_object_new (ATLAS_TYPE_ROW_LIST, NULL);

  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (list), GTK_WIDGET (self));

  return list;
}

static void
init_session (AtlasChanges *self)
{
  const struct
  {
    const char *signal;
    GCallback   callback;
  } signals[] = {
    { "notify::comparison", G_CALLBACK (comparison_changed_cb) },
    { "notify::selected", G_CALLBACK (selected_changed_cb) },
    { "items-changed", G_CALLBACK (items_changed_cb) },
  };

  self->session_signals = g_signal_group_new (ATLAS_TYPE_SESSION);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_group_connect_object (self->session_signals, signals[i].signal, signals[i].callback, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session_signals, "bind", G_CALLBACK (session_bound_cb), self, G_CONNECT_SWAPPED);
}

static void
atlas_changes_init (AtlasChanges *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Changes"), -1);

  /* In the order in which Tab goes. */
  self->words = create_head (self);
  for (guint i = 0; i < ATLAS_N_CHANGES; i++)
    {
      self->heads[i] = create_head (self);
      self->lists[i] = create_list (self);
    }
  self->all = create_list (self);
  self->fold = create_button (self, "pan-down-symbolic", _ ("Fold the changes"), G_CALLBACK (fold_cb));
  self->close = create_button (self, "window-close-symbolic", _ ("Leave the comparison"), G_CALLBACK (close_cb));

  init_session (self);
}

GtkWidget *
atlas_changes_new (void)
{
  return g_object_new (ATLAS_TYPE_CHANGES, NULL);
}

void
atlas_changes_set_session (AtlasChanges *self,
                           AtlasSession *session)
{
  g_return_if_fail (ATLAS_IS_CHANGES (self));

  if (!g_set_object (&self->session, session))
    return;

  for (guint i = 0; i < ATLAS_N_CHANGES; i++)
    atlas_row_list_set_session (self->lists[i], session);
  atlas_row_list_set_session (self->all, session);
  g_signal_group_set_target (self->session_signals, session);
  if (session == NULL)
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

void
atlas_changes_set_folded (AtlasChanges *self,
                          gboolean      folded)
{
  const char *name = folded ? _ ("Unfold the changes") : _ ("Fold the changes");

  g_return_if_fail (ATLAS_IS_CHANGES (self));

  self->folded = !!folded;
  gtk_button_set_icon_name (GTK_BUTTON (self->fold), folded ? "pan-up-symbolic" : "pan-down-symbolic");
  gtk_widget_set_tooltip_text (self->fold, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->fold), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

AtlasRowList *
atlas_changes_get_list (AtlasChanges *self,
                        guint         change)
{
  g_return_val_if_fail (ATLAS_IS_CHANGES (self) && change < ATLAS_N_CHANGES, NULL);

  return self->narrow ? self->all : self->lists[change];
}
