// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-contents.h"

#include "atlas-facet-bar.h"
#include "atlas-filter-chips.h"
#include "atlas-heading.h"
#include "atlas-hit.h"
#include "atlas-item-groups.h"
#include "atlas-row-list.h"

#include <glib/gi18n-lib.h>

struct _AtlasContents
{
  GtkWidget         parent_instance;

  AtlasSession     *session;
  GSignalGroup     *session_signals;
  AtlasSearch      *search;
  AtlasItemOrder    order;
  GHashTable       *folded[2]; /* by order: ids of headings (char *) */
  guint             update_id;
  gboolean          reveals;

  /* Template children */
  GtkBox           *box;
  GtkSearchEntry   *entry;
  GtkStack         *pages;
  AtlasFacetBar    *facets;
  AtlasFilterChips *chips;
  GtkLabel         *count;
  GtkToggleButton  *by_kind;
  GtkToggleButton  *by_date;
  GtkStack         *items_pages;
  AtlasRowList     *items;
  GtkStack         *hits_pages;
  AtlasRowList     *hits;
  GtkLabel         *hits_none;
};

G_DEFINE_FINAL_TYPE (AtlasContents, atlas_contents, GTK_TYPE_WIDGET)

enum
{
  PROP_SESSION = 1,
  PROP_BY_DATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
is_searching (AtlasContents *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0';
}

static void
show_count (AtlasContents *self,
            AtlasDataset  *dataset)
{
  const AtlasFilter *filter = atlas_session_get_filter (self->session);
  guint              n_items = atlas_dataset_get_n_items (dataset);
  guint              n_left = 0;
  g_autofree char   *words = NULL;

  for (guint i = 0; i < n_items; i++)
    if (atlas_filter_matches (filter, atlas_dataset_get_item (dataset, i)))
      n_left++;

  if (n_left == n_items)
    words = g_strdup_printf (ngettext ("%u item", "%u items", n_items), n_items);
  else
    words = g_strdup_printf (ngettext ("%u of %u item", "%u of %u items", n_items), n_left, n_items);
  gtk_label_set_text (self->count, words);

  gtk_stack_set_visible_child_name (self->items_pages, n_left > 0 ? "list" : n_items > 0 ? "none"
                                                                                         : "empty");
}

/* Unfolds the heading over the selected item, if there is one. */
static void
unfold_selected (AtlasContents *self)
{
  AtlasItem       *selected = self->session != NULL ? atlas_session_get_selected (self->session) : NULL;
  g_autofree char *id = NULL;

  if (selected == NULL || !self->reveals)
    return;

  id = atlas_item_groups_dup_heading (selected, self->order);
  g_hash_table_remove (self->folded[self->order], id);
}

static void
show_items (AtlasContents *self)
{
  AtlasDataset *dataset = self->session != NULL ? atlas_session_get_dataset (self->session) : NULL;

  if (dataset == NULL)
    {
      atlas_row_list_take_rows (self->items, g_ptr_array_new_with_free_func (g_object_unref));
      gtk_label_set_text (self->count, NULL);
      gtk_stack_set_visible_child_name (self->items_pages, "empty");
      return;
    }

  atlas_row_list_take_rows (self->items,
                            atlas_item_groups_create (dataset, atlas_session_get_filter (self->session), self->order,
                                                      atlas_session_get_language (self->session), self->folded[self->order]));
  show_count (self, dataset);
}

static void
reveal_selected (AtlasContents *self)
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
  AtlasContents *self = user_data;

  self->update_id = 0;
  atlas_facet_bar_update (self->facets, self->session);
  atlas_filter_chips_update (self->chips, self->session);
  unfold_selected (self);
  show_items (self);
  reveal_selected (self);

  return G_SOURCE_REMOVE;
}

/* A brush that is dragged moves the filter many times a frame; the list follows once. */
static void
queue_update (AtlasContents *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static void
selected_changed_cb (AtlasContents *self)
{
  self->reveals = TRUE;
  queue_update (self);
}

static void
show_hits (AtlasContents *self)
{
  const char      *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *none = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_any = FALSE;

  if (self->search != NULL && is_searching (self))
    found = atlas_hit_list_search (self->search, words, &error);

  if (error != NULL)
    none = g_strdup (error->message);
  else if (self->search == NULL)
    none = g_strdup (_ ("The index is not ready yet"));
  else
    none = g_strdup_printf (_ ("Nothing found for “%s”"), words);

  if (found == NULL)
    found = g_ptr_array_new_with_free_func (g_object_unref);
  is_any = found->len > 0;

  atlas_rows_set_selected (atlas_row_list_get_rows (self->hits), NULL);
  atlas_row_list_take_rows (self->hits, g_steal_pointer (&found));
  atlas_row_list_reveal (self->hits, 0);
  gtk_label_set_text (self->hits_none, none);
  gtk_stack_set_visible_child_name (self->hits_pages, is_any ? "list" : "none");
  gtk_stack_set_visible_child_name (self->pages, is_searching (self) ? "find" : "browse");
}

static void
typed_cb (AtlasContents *self)
{
  show_hits (self);
}

/* A source without an item that rests on it is only shown: its row says all there is. */
static void
choose_hit (AtlasContents *self,
            AtlasHit      *hit)
{
  AtlasItem *item = atlas_hit_get_item (hit);

  atlas_rows_set_selected (atlas_row_list_get_rows (self->hits), hit);

  if (self->session == NULL)
    return;
  if (atlas_hit_get_group (hit) == ATLAS_SEARCH_PASSAGE)
    atlas_session_set_passage (self->session, atlas_hit_get_id (hit));
  else if (item != NULL)
    atlas_session_select (self->session, item);
}

static void
hit_activated_cb (AtlasContents *self,
                  GObject       *object)
{
  if (ATLAS_IS_HIT (object))
    choose_hit (self, ATLAS_HIT (object));
}

static void
fold (AtlasContents *self,
      const char    *id)
{
  GHashTable *folded = self->folded[self->order];

  if (!g_hash_table_remove (folded, id))
    g_hash_table_add (folded, g_strdup (id));
  show_items (self);
}

static void
item_activated_cb (AtlasContents *self,
                   GObject       *object)
{
  if (ATLAS_IS_HEADING (object))
    fold (self, atlas_heading_get_id (ATLAS_HEADING (object)));
  else if (ATLAS_IS_ITEM (object))
    atlas_session_select (self->session, ATLAS_ITEM (object));
}

static void
order_toggled_cb (AtlasContents *self)
{
  self->order = gtk_toggle_button_get_active (self->by_date) ? ATLAS_ITEM_ORDER_DATE : ATLAS_ITEM_ORDER_KIND;
  self->reveals = TRUE;
  queue_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BY_DATE]);
}

static void
clear_filters_cb (AtlasContents *self)
{
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();

  atlas_session_set_filter (self->session, filter);
  gtk_widget_grab_focus (GTK_WIDGET (self->items));
}

static void
clear_search_cb (AtlasContents *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* Into the list below the search field. */
static gboolean
focus_list (AtlasContents *self)
{
  AtlasRowList *list = is_searching (self) ? self->hits : self->items;
  AtlasRows    *rows = atlas_row_list_get_rows (list);
  gpointer      selected = atlas_rows_get_selected (rows);
  guint         position = selected != NULL ? atlas_rows_find (rows, selected) : GTK_INVALID_LIST_POSITION;

  if (position == GTK_INVALID_LIST_POSITION)
    position = atlas_rows_step (rows, GTK_INVALID_LIST_POSITION, 1);

  return position != GTK_INVALID_LIST_POSITION && atlas_row_list_focus (list, position);
}

static gboolean
entry_key_cb (AtlasContents  *self,
              guint           keyval,
              guint           keycode,
              GdkModifierType state)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;

  focus_list (self);

  return GDK_EVENT_STOP;
}

static void
entry_activated_cb (AtlasContents *self)
{
  AtlasRows *rows = atlas_row_list_get_rows (self->hits);
  gpointer   first = atlas_rows_get (rows, atlas_rows_step (rows, GTK_INVALID_LIST_POSITION, 1));

  if (is_searching (self) && first != NULL)
    choose_hit (self, ATLAS_HIT (first));
}

/* Clears the search, then leaves it. */
static void
escape_cb (AtlasContents *self)
{
  if (is_searching (self))
    clear_search_cb (self);
  else
    focus_list (self);
}

static gboolean
key_cb (AtlasContents  *self,
        guint           keyval,
        guint           keycode,
        GdkModifierType state)
{
  if (keyval != GDK_KEY_Escape || !is_searching (self))
    return GDK_EVENT_PROPAGATE;

  clear_search_cb (self);

  return GDK_EVENT_STOP;
}

static void
next_match_cb (AtlasContents *self)
{
  atlas_contents_step_hit (self, 1);
}

static void
previous_match_cb (AtlasContents *self)
{
  atlas_contents_step_hit (self, -1);
}

static void
atlas_contents_dispose (GObject *object)
{
  AtlasContents *self = ATLAS_CONTENTS (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  if (self->session_signals != NULL)
    g_signal_group_set_target (self->session_signals, NULL);
  g_clear_object (&self->session_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), ATLAS_TYPE_CONTENTS);
  g_clear_object (&self->search);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_contents_parent_class)->dispose (object);
}

static void
atlas_contents_finalize (GObject *object)
{
  AtlasContents *self = ATLAS_CONTENTS (object);

  for (guint order = 0; order < G_N_ELEMENTS (self->folded); order++)
    g_clear_pointer (&self->folded[order], g_hash_table_unref);

  G_OBJECT_CLASS (atlas_contents_parent_class)->finalize (object);
}

static void
atlas_contents_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  AtlasContents *self = ATLAS_CONTENTS (object);

  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    case PROP_BY_DATE:
      g_value_set_boolean (value, self->order == ATLAS_ITEM_ORDER_DATE);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
atlas_contents_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  AtlasContents *self = ATLAS_CONTENTS (object);

  switch (property_id)
    {
    case PROP_SESSION:
      atlas_contents_set_session (self, g_value_get_object (value));
      break;

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
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/corridoratlas/CorridorAtlas/atlas-contents.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasContents, box);
  gtk_widget_class_bind_template_child (widget_class, AtlasContents, entry);
  gtk_widget_class_bind_template_child (widget_class, AtlasContents, pages);
  gtk_widget_class_bind_template_child (widget_class, AtlasContents, facets);
  gtk_widget_class_bind_template_child (widget_class, AtlasContents, chips);
  gtk_widget_class_bind_template_child (widget_class, AtlasContents, count);
  gtk_widget_class_bind_template_child (widget_class, AtlasContents, by_kind);
  gtk_widget_class_bind_template_child (widget_class, AtlasContents, by_date);
  gtk_widget_class_bind_template_child (widget_class, AtlasContents, items_pages);
  gtk_widget_class_bind_template_child (widget_class, AtlasContents, items);
  gtk_widget_class_bind_template_child (widget_class, AtlasContents, hits_pages);
  gtk_widget_class_bind_template_child (widget_class, AtlasContents, hits);
  gtk_widget_class_bind_template_child (widget_class, AtlasContents, hits_none);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, escape_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_match_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_match_cb);
  gtk_widget_class_bind_template_callback (widget_class, item_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, hit_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, order_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_filters_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_search_cb);
}

static void
atlas_contents_class_init (AtlasContentsClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_contents_dispose;
  object_class->finalize = atlas_contents_finalize;
  object_class->get_property = atlas_contents_get_property;
  object_class->set_property = atlas_contents_set_property;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, ATLAS_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_BY_DATE] =
    g_param_spec_boolean ("by-date", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ATLAS_TYPE_FACET_BAR);
  g_type_ensure (ATLAS_TYPE_FILTER_CHIPS);
  g_type_ensure (ATLAS_TYPE_ROW_LIST);
  bind_template (widget_class);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "atlas-contents");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_contents_init (AtlasContents *self)
{
  static const char *const changes[] = { "notify::dataset", "notify::filter", "notify::language" };

  for (guint order = 0; order < G_N_ELEMENTS (self->folded); order++)
    self->folded[order] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->session_signals = g_signal_group_new (ATLAS_TYPE_SESSION);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    g_signal_group_connect_object (self->session_signals, changes[i], G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "notify::selected", G_CALLBACK (selected_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "reveal-requested", G_CALLBACK (selected_changed_cb), self, G_CONNECT_SWAPPED);

  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
atlas_contents_new (void)
{
  return g_object_new (ATLAS_TYPE_CONTENTS, NULL);
}

AtlasSession *
atlas_contents_get_session (AtlasContents *self)
{
  g_return_val_if_fail (ATLAS_IS_CONTENTS (self), NULL);

  return self->session;
}

void
atlas_contents_set_session (AtlasContents *self,
                            AtlasSession  *session)
{
  g_return_if_fail (ATLAS_IS_CONTENTS (self));
  g_return_if_fail (session == NULL || ATLAS_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  atlas_row_list_set_session (self->items, session);
  atlas_row_list_set_session (self->hits, session);
  selected_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

void
atlas_contents_set_search (AtlasContents *self,
                           AtlasSearch   *search)
{
  g_return_if_fail (ATLAS_IS_CONTENTS (self));
  g_return_if_fail (search == NULL || ATLAS_IS_SEARCH (search));

  if (g_set_object (&self->search, search))
    show_hits (self);
}

void
atlas_contents_focus_search (AtlasContents *self)
{
  g_return_if_fail (ATLAS_IS_CONTENTS (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

void
atlas_contents_step_hit (AtlasContents *self,
                         int            direction)
{
  AtlasRows *rows = NULL;
  gpointer   selected = NULL;
  guint      position = GTK_INVALID_LIST_POSITION;

  g_return_if_fail (ATLAS_IS_CONTENTS (self));

  rows = atlas_row_list_get_rows (self->hits);
  if (!is_searching (self) || atlas_rows_get_n_entries (rows) == 0)
    {
      atlas_contents_focus_search (self);
      return;
    }

  selected = atlas_rows_get_selected (rows);
  if (selected != NULL)
    position = atlas_rows_step (rows, atlas_rows_find (rows, selected), direction);
  if (position == GTK_INVALID_LIST_POSITION)
    position = atlas_rows_step (rows, GTK_INVALID_LIST_POSITION, direction);

  choose_hit (self, ATLAS_HIT (atlas_rows_get (rows, position)));
  atlas_row_list_reveal (self->hits, position);
}
