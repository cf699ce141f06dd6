// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-source-list.h"

#include "atlas-fold.h"

#include <glib/gi18n-lib.h>

/* With more references than this they are found and put in order little by little, between frames. */
#define MANY 4000

struct _AtlasSourceList
{
  GObject             parent_instance;

  GListStore         *all; /* of AtlasSourceEntry */
  GtkFilterListModel *filtered;
  GtkFilter          *filter;
  GtkSorter          *sorter;
  GListModel         *shown; /* of AtlasSourceEntry: filtered and in order */

  GStrv               words; /* folded; NULL: none */
  AtlasSources        sources;
  AtlasSourceSort     sort;
  guint               n_report;
};

G_DEFINE_FINAL_TYPE (AtlasSourceList, atlas_source_list, G_TYPE_OBJECT)

enum
{
  CHANGED,
  CHANGING,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_shown_cb (gpointer object,
             gpointer user_data)
{
  AtlasSourceList *self = user_data;
  gboolean         is_report = atlas_reference_get_role (atlas_source_entry_get_reference (object)) == ATLAS_REFERENCE_REPORT;

  if ((self->sources == ATLAS_SOURCES_REPORT && !is_report) || (self->sources == ATLAS_SOURCES_INDEPENDENT && is_report))
    return FALSE;

  return atlas_source_entry_matches (object, (const char *const *) self->words);
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      user_data)
{
  int order = atlas_source_entry_compare ((gpointer) a, (gpointer) b, ATLAS_SOURCE_LIST (user_data)->sort);

  return order > 0 ? GTK_ORDERING_LARGER : order < 0 ? GTK_ORDERING_SMALLER
                                                     : GTK_ORDERING_EQUAL;
}

static void
atlas_source_list_finalize (GObject *object)
{
  AtlasSourceList *self = ATLAS_SOURCE_LIST (object);

  g_clear_object (&self->shown);
  g_clear_object (&self->all);
  g_strfreev (self->words);

  G_OBJECT_CLASS (atlas_source_list_parent_class)->finalize (object);
}

static void
atlas_source_list_class_init (AtlasSourceListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_source_list_finalize;

  signals[CHANGED] = g_signal_new ("changed", ATLAS_TYPE_SOURCE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGING] = g_signal_new ("changing", ATLAS_TYPE_SOURCE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
items_changed_cb (AtlasSourceList *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
atlas_source_list_init (AtlasSourceList *self)
{
  self->all = g_list_store_new (ATLAS_TYPE_SOURCE_ENTRY);
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_shown_cb, self, NULL));
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, self, NULL));
  self->filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->all)), self->filter);
  self->shown = G_LIST_MODEL (gtk_sort_list_model_new (G_LIST_MODEL (self->filtered), self->sorter));
  g_signal_connect_object (self->shown, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
}

AtlasSourceList *
atlas_source_list_new (void)
{
  return g_object_new (ATLAS_TYPE_SOURCE_LIST, NULL);
}

void
atlas_source_list_set_dataset (AtlasSourceList *self,
                               AtlasDataset    *dataset)
{
  GListModel *references = dataset != NULL ? G_LIST_MODEL (atlas_dataset_get_bibliography (dataset)) : NULL;
  guint       n_references = references != NULL ? g_list_model_get_n_items (references) : 0;
  g_autoptr (GPtrArray) entries = g_ptr_array_new_full (n_references, g_object_unref);

  g_return_if_fail (ATLAS_IS_SOURCE_LIST (self));

  self->n_report = 0;
  for (guint i = 0; i < n_references; i++)
    {
      g_autoptr (AtlasReference) reference = g_list_model_get_item (references, i);

      self->n_report += atlas_reference_get_role (reference) == ATLAS_REFERENCE_REPORT;
      g_ptr_array_add (entries, atlas_source_entry_new (dataset, reference, i));
    }

  g_signal_emit (self, signals[CHANGING], 0);
  gtk_filter_list_model_set_incremental (self->filtered, n_references > MANY);
  gtk_sort_list_model_set_incremental (GTK_SORT_LIST_MODEL (self->shown), n_references > MANY);
  g_list_store_splice (self->all, 0, g_list_model_get_n_items (G_LIST_MODEL (self->all)), entries->pdata, entries->len);
  g_signal_emit (self, signals[CHANGED], 0);
}

GListModel *
atlas_source_list_get_shown (AtlasSourceList *self)
{
  g_return_val_if_fail (ATLAS_IS_SOURCE_LIST (self), NULL);

  return self->shown;
}

static void
filter_anew (AtlasSourceList *self,
             GtkFilterChange  change)
{
  g_signal_emit (self, signals[CHANGING], 0);
  gtk_filter_changed (self->filter, change);
  g_signal_emit (self, signals[CHANGED], 0); /* also when the same ones are shown */
}

void
atlas_source_list_set_words (AtlasSourceList *self,
                             const char      *words)
{
  g_autofree char *folded = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  g_return_if_fail (ATLAS_IS_SOURCE_LIST (self));
  g_return_if_fail (words != NULL);

  folded = atlas_fold (words);
  parts = g_strsplit (folded, " ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (builder, parts[i]);
  g_strfreev (self->words);
  self->words = g_strv_builder_end (builder);
  filter_anew (self, GTK_FILTER_CHANGE_DIFFERENT);
}

void
atlas_source_list_set_sources (AtlasSourceList *self,
                               AtlasSources     sources)
{
  g_return_if_fail (ATLAS_IS_SOURCE_LIST (self));
  g_return_if_fail ((guint) sources < ATLAS_N_SOURCES);

  if (self->sources == sources)
    return;

  self->sources = sources;
  filter_anew (self, GTK_FILTER_CHANGE_DIFFERENT);
}

void
atlas_source_list_set_sort (AtlasSourceList *self,
                            AtlasSourceSort  sort)
{
  g_return_if_fail (ATLAS_IS_SOURCE_LIST (self));
  g_return_if_fail ((guint) sort < ATLAS_N_SOURCE_SORTS);

  if (self->sort == sort)
    return;

  g_signal_emit (self, signals[CHANGING], 0);
  self->sort = sort;
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  g_signal_emit (self, signals[CHANGED], 0);
}

guint
atlas_source_list_find (AtlasSourceList *self,
                        const char      *id)
{
  guint n_shown = 0;

  g_return_val_if_fail (ATLAS_IS_SOURCE_LIST (self), GTK_INVALID_LIST_POSITION);

  n_shown = id != NULL ? g_list_model_get_n_items (self->shown) : 0;
  for (guint i = 0; i < n_shown; i++)
    {
      g_autoptr (AtlasSourceEntry) entry = g_list_model_get_item (self->shown, i);

      if (g_str_equal (atlas_reference_get_id (atlas_source_entry_get_reference (entry)), id))
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

char *
atlas_source_list_dup_counts (AtlasSourceList *self)
{
  guint            n_all = 0;
  guint            n_shown = 0;
  guint            n_independent = 0;
  g_autofree char *all = NULL;
  g_autofree char *report = NULL;
  g_autofree char *independent = NULL;

  g_return_val_if_fail (ATLAS_IS_SOURCE_LIST (self), NULL);

  n_all = g_list_model_get_n_items (G_LIST_MODEL (self->all));
  n_shown = g_list_model_get_n_items (self->shown);
  n_independent = n_all - self->n_report;
  if (n_shown < n_all)
    return g_strdup_printf (ngettext ("%u of %u source", "%u of %u sources", n_all), n_shown, n_all);

  all = g_strdup_printf (ngettext ("%u source", "%u sources", n_all), n_all);
  report = g_strdup_printf (ngettext ("%u of the report", "%u of the report", self->n_report), self->n_report);
  independent = g_strdup_printf (ngettext ("%u independent", "%u independent", n_independent), n_independent);

  return g_strdup_printf ("%s, %s, %s", all, report, independent);
}
