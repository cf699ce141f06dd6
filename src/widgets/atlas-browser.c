// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-browser.h"

#include "atlas-facet-bar.h"
#include "atlas-filter-chips.h"
#include "atlas-heading.h"
#include "atlas-item-groups.h"

#include <glib/gi18n-lib.h>

struct _AtlasBrowser
{
  GtkWidget         parent_instance;

  AtlasSession     *session;
  GSignalGroup     *session_signals;
  AtlasItemOrder    order;
  GHashTable       *folded[2]; /* by order: ids of headings (char *) */
  guint             update_id;
  gboolean          reveals; /* the selected item is to be scrolled to */

  /* Template children */
  GtkBox           *box;
  AtlasFacetBar    *facets;
  AtlasFilterChips *chips;
  GtkLabel         *count;
  GtkToggleButton  *by_kind;
  GtkToggleButton  *by_date;
  GtkStack         *pages;
  AtlasRowList     *items;
  GtkButton        *clear_filters;
};

G_DEFINE_FINAL_TYPE (AtlasBrowser, atlas_browser, GTK_TYPE_WIDGET)

enum
{
  PROP_BY_DATE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
show_count (AtlasBrowser *self,
            AtlasDataset *dataset)
{
  guint            n_items = atlas_dataset_get_n_items (dataset);
  guint            n_left = 0;
  g_autofree char *words = NULL;

  for (guint i = 0; i < n_items; i++)
    if (atlas_session_get_visibility (self->session, atlas_dataset_get_item (dataset, i), NULL) != ATLAS_VISIBILITY_HIDDEN)
      n_left++;

  if (n_left == n_items)
    words = g_strdup_printf (ngettext ("%u item", "%u items", n_items), n_items);
  else
    words = g_strdup_printf (ngettext ("%u of %u item", "%u of %u items", n_items), n_left, n_items);
  gtk_label_set_text (self->count, words);

  gtk_stack_set_visible_child_name (self->pages, n_left > 0 ? "list" : n_items > 0 ? "none"
                                                                                   : "empty");
}

/* Unfolds the heading over the selected item, if there is one. */
static void
unfold_selected (AtlasBrowser *self)
{
  AtlasItem       *selected = self->session != NULL ? atlas_session_get_selected (self->session) : NULL;
  g_autofree char *id = NULL;

  if (selected == NULL || !self->reveals)
    return;

  id = atlas_item_groups_dup_heading (selected, self->order);
  g_hash_table_remove (self->folded[self->order], id);
}

static void
show_items (AtlasBrowser *self)
{
  AtlasDataset *dataset = self->session != NULL ? atlas_session_get_dataset (self->session) : NULL;

  if (dataset == NULL)
    {
      atlas_row_list_take_rows (self->items, g_ptr_array_new_with_free_func (g_object_unref));
      gtk_label_set_text (self->count, NULL);
      gtk_stack_set_visible_child_name (self->pages, "empty");
      return;
    }

  atlas_row_list_take_rows (self->items,
                            atlas_item_groups_create (dataset, self->session, self->order,
                                                      atlas_session_get_language (self->session), self->folded[self->order]));
  show_count (self, dataset);
}

static void
reveal_selected (AtlasBrowser *self)
{
  AtlasItem *selected = self->session != NULL ? atlas_session_get_selected (self->session) : NULL;
  AtlasRows *rows = atlas_row_list_get_rows (self->items);

  atlas_rows_set_selected (rows, selected);
  if (self->reveals && selected != NULL)
    atlas_row_list_reveal (self->items, atlas_rows_find (rows, selected));
  self->reveals = FALSE;
}

static gboolean
update_cb (gpointer user_data)
{
  AtlasBrowser *self = user_data;

  self->update_id = 0;
  atlas_facet_bar_update (self->facets, self->session);
  atlas_filter_chips_update (self->chips, self->session);
  unfold_selected (self);
  show_items (self);
  reveal_selected (self);

  return G_SOURCE_REMOVE;
}

/* A brush that is dragged moves the filter many times a frame; the list follows once, and before the frame is laid out,
 * which GDK does at a higher priority than that of any idle. */
static void
queue_update (AtlasBrowser *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_DEFAULT, update_cb, self, NULL);
}

static void
selected_changed_cb (AtlasBrowser *self)
{
  self->reveals = TRUE;
  queue_update (self);
}

static void
fold (AtlasBrowser *self,
      const char   *id)
{
  GHashTable *folded = self->folded[self->order];

  if (!g_hash_table_remove (folded, id))
    g_hash_table_add (folded, g_strdup (id));
  show_items (self);
}

static void
item_activated_cb (AtlasBrowser *self,
                   GObject      *object)
{
  if (ATLAS_IS_HEADING (object))
    fold (self, atlas_heading_get_id (ATLAS_HEADING (object)));
  else if (ATLAS_IS_ITEM (object))
    atlas_session_select (self->session, ATLAS_ITEM (object));
}

static void
order_toggled_cb (AtlasBrowser *self)
{
  self->order = gtk_toggle_button_get_active (self->by_date) ? ATLAS_ITEM_ORDER_DATE : ATLAS_ITEM_ORDER_KIND;
  self->reveals = TRUE;
  queue_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BY_DATE]);
}

static void
clear_filters_cb (AtlasBrowser *self)
{
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();

  atlas_session_set_filter (self->session, filter);
  gtk_widget_grab_focus (GTK_WIDGET (self->items));
}

static void
atlas_browser_dispose (GObject *object)
{
  AtlasBrowser *self = ATLAS_BROWSER (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  if (self->session_signals != NULL)
    g_signal_group_set_target (self->session_signals, NULL);
  g_clear_object (&self->session_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), ATLAS_TYPE_BROWSER);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_browser_parent_class)->dispose (object);
}

static void
atlas_browser_finalize (GObject *object)
{
  AtlasBrowser *self = ATLAS_BROWSER (object);

  for (guint order = 0; order < G_N_ELEMENTS (self->folded); order++)
    g_clear_pointer (&self->folded[order], g_hash_table_unref);

  G_OBJECT_CLASS (atlas_browser_parent_class)->finalize (object);
}

static void
atlas_browser_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_BY_DATE:
      g_value_set_boolean (value, ATLAS_BROWSER (object)->order == ATLAS_ITEM_ORDER_DATE);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
atlas_browser_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  AtlasBrowser *self = ATLAS_BROWSER (object);

  switch (property_id)
    {
    case PROP_BY_DATE:
      gtk_toggle_button_set_active (g_value_get_boolean (value) ? self->by_date : self->by_kind, TRUE);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/corridoratlas/CorridorAtlas/atlas-browser.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasBrowser, box);
  gtk_widget_class_bind_template_child (widget_class, AtlasBrowser, facets);
  gtk_widget_class_bind_template_child (widget_class, AtlasBrowser, chips);
  gtk_widget_class_bind_template_child (widget_class, AtlasBrowser, count);
  gtk_widget_class_bind_template_child (widget_class, AtlasBrowser, by_kind);
  gtk_widget_class_bind_template_child (widget_class, AtlasBrowser, by_date);
  gtk_widget_class_bind_template_child (widget_class, AtlasBrowser, pages);
  gtk_widget_class_bind_template_child (widget_class, AtlasBrowser, items);
  gtk_widget_class_bind_template_child (widget_class, AtlasBrowser, clear_filters);
  gtk_widget_class_bind_template_callback (widget_class, item_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, order_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_filters_cb);
}

static void
atlas_browser_class_init (AtlasBrowserClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_browser_dispose;
  object_class->finalize = atlas_browser_finalize;
  object_class->get_property = atlas_browser_get_property;
  object_class->set_property = atlas_browser_set_property;

  properties[PROP_BY_DATE] =
    g_param_spec_boolean ("by-date", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ATLAS_TYPE_FACET_BAR);
  g_type_ensure (ATLAS_TYPE_FILTER_CHIPS);
  g_type_ensure (ATLAS_TYPE_ROW_LIST);
  bind_template (widget_class);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "atlas-browser");
}

/* Where statuses are chosen, the clock changes what is listed. */
static void
items_changed_cb (AtlasBrowser *self)
{
  if (atlas_filter_has_signs (atlas_session_get_filter (self->session)))
    queue_update (self);
}

static void
atlas_browser_init (AtlasBrowser *self)
{
  static const char *const changes[] = { "notify::dataset", "notify::filter", "notify::language" };

  for (guint order = 0; order < G_N_ELEMENTS (self->folded); order++)
    self->folded[order] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->session_signals = g_signal_group_new (ATLAS_TYPE_SESSION);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    g_signal_group_connect_object (self->session_signals, changes[i], G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "notify::selected", G_CALLBACK (selected_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "reveal-requested", G_CALLBACK (selected_changed_cb), self, G_CONNECT_SWAPPED);

  gtk_widget_init_template (GTK_WIDGET (self));
}

void
atlas_browser_set_session (AtlasBrowser *self,
                           AtlasSession *session)
{
  g_return_if_fail (ATLAS_IS_BROWSER (self));
  g_return_if_fail (session == NULL || ATLAS_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  atlas_row_list_set_session (self->items, session);
  selected_changed_cb (self);
}

AtlasRowList *
atlas_browser_get_list (AtlasBrowser *self)
{
  g_return_val_if_fail (ATLAS_IS_BROWSER (self), NULL);

  return self->items;
}
