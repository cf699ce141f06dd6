// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-facet-bar.h"

#include "atlas-fold.h"
#include "atlas-wrap-layout.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _AtlasFacetBar
{
  GtkWidget     parent_instance;

  AtlasSession *session;
  AtlasDataset *dataset;  /* whose terms the buttons are */
  char         *language; /* in which they are named */

  GtkWidget    *boxes[ATLAS_N_FACETS]; /* of the buttons of a facet */
  GtkWidget    *actors_button;
  GtkWidget    *actors_entry;
  GtkWidget    *actors_none;
};

G_DEFINE_FINAL_TYPE (AtlasFacetBar, atlas_facet_bar, GTK_TYPE_WIDGET)

/* A button's term lives in the dataset, which the bar holds. */
#define TERM_KEY "atlas-term"
#define COUNT_KEY "atlas-count"

static AtlasFilter *
toggle_kind (const AtlasFilter *filter,
             const char        *id)
{
  AtlasKind kind = ATLAS_KIND_PIPELINE;

  atlas_kind_from_id (id, &kind);

  return atlas_filter_toggle_kind (filter, kind);
}

static gboolean
has_kind (const AtlasFilter *filter,
          const char        *id)
{
  AtlasKind kind = ATLAS_KIND_PIPELINE;

  return atlas_kind_from_id (id, &kind) && atlas_filter_has_kind (filter, kind);
}

// clang-format off
static const struct
{
  const char   *title;
  AtlasFilter *(*toggle) (const AtlasFilter *filter, const char *id);
  gboolean     (*has)    (const AtlasFilter *filter, const char *id);
} facets[] = {
  [ATLAS_FACET_THEME] = { N_("Themes"), atlas_filter_toggle_theme, atlas_filter_has_theme },
  [ATLAS_FACET_KIND]  = { N_("Kinds and actors"),  toggle_kind,               has_kind },
  [ATLAS_FACET_ACTOR] = { N_("Actors"), atlas_filter_toggle_actor, atlas_filter_has_actor },
};
// clang-format on

G_STATIC_ASSERT (G_N_ELEMENTS (facets) == ATLAS_N_FACETS);

static GPtrArray *
get_terms (AtlasDataset *dataset,
           AtlasFacet    facet)
{
  const AtlasManifest *manifest = atlas_dataset_get_manifest (dataset);
  GPtrArray *const     terms[] = { manifest->themes, manifest->kinds, manifest->actors };

  return terms[facet];
}

static AtlasFacet
get_facet (AtlasFacetBar *self,
           GtkWidget     *button)
{
  guint facet = ATLAS_FACET_THEME;

  while (facet < ATLAS_N_FACETS - 1 && gtk_widget_get_parent (button) != self->boxes[facet])
    facet++;

  return (AtlasFacet) facet;
}

static void
toggle (AtlasFacetBar *self,
        GtkWidget     *button)
{
  const AtlasTerm   *term = g_object_get_data (G_OBJECT (button), TERM_KEY);
  AtlasFacet         facet = get_facet (self, button);
  const AtlasFilter *now = atlas_session_get_filter (self->session);
  g_autoptr (AtlasFilter) filter = NULL;

  filter = facets[facet].toggle (now, term->id);
  atlas_session_set_filter (self->session, filter);
}

static void
clicked_cb (AtlasFacetBar *self,
            GtkWidget     *button)
{
  toggle (self, button);
}

/* A check button has no signal of its own for the user's click. */
static void
toggled_cb (AtlasFacetBar *self,
            GtkWidget     *button)
{
  const AtlasTerm *term = g_object_get_data (G_OBJECT (button), TERM_KEY);
  gboolean         is_chosen = atlas_filter_has_actor (atlas_session_get_filter (self->session), term->id);

  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (button)) != is_chosen)
    toggle (self, button);
}

static GtkWidget *
create_toggle (AtlasFacetBar   *self,
               AtlasFacet       facet,
               const AtlasTerm *term)
{
  GtkWidget  *button = gtk_toggle_button_new ();
  GtkWidget  *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget  *count = gtk_label_new (NULL);
  const char *title = atlas_term_get_title (term, self->language);
  AtlasKind   kind = ATLAS_KIND_PIPELINE;

  if (facet == ATLAS_FACET_KIND && atlas_kind_from_id (term->id, &kind))
    {
      gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (atlas_kind_get_icon (kind)));
      gtk_widget_set_tooltip_text (button, title);
    }
  else
    {
      GtkWidget *label = gtk_label_new (title);

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (box), label);
    }

  gtk_widget_add_css_class (count, "count");
  gtk_box_append (GTK_BOX (box), count);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "facet");
  g_object_set_data (G_OBJECT (button), COUNT_KEY, count);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
create_check (AtlasFacetBar   *self,
              const AtlasTerm *term)
{
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (atlas_term_get_title (term, self->language));
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "count");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "facet");
  g_object_set_data (G_OBJECT (button), COUNT_KEY, count);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);

  return button;
}

/* The next button of a term, at or after @child: one box has another button as well. */
static GtkWidget *
find_term_button (GtkWidget *child)
{
  while (child != NULL && g_object_get_data (G_OBJECT (child), TERM_KEY) == NULL)
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static void
remove_buttons (GtkWidget *box)
{
  GtkWidget *button = NULL;

  while ((button = find_term_button (gtk_widget_get_first_child (box))) != NULL)
    gtk_widget_unparent (button);
}

static void
create_facet (AtlasFacetBar *self,
              AtlasFacet     facet)
{
  GtkWidget *box = self->boxes[facet];
  GPtrArray *terms = self->dataset != NULL ? get_terms (self->dataset, facet) : NULL;

  for (guint i = 0; terms != NULL && i < terms->len; i++)
    {
      AtlasTerm *term = g_ptr_array_index (terms, i);
      GtkWidget *button = facet == ATLAS_FACET_ACTOR ? create_check (self, term) : create_toggle (self, facet, term);

      g_object_set_data (G_OBJECT (button), TERM_KEY, term);
      gtk_widget_insert_before (button, box, facet == ATLAS_FACET_KIND ? self->actors_button : NULL);
    }
}

/* The many actors get theirs when they are looked at. */
static void
create_buttons (AtlasFacetBar *self)
{
  for (guint facet = 0; facet < ATLAS_N_FACETS; facet++)
    remove_buttons (self->boxes[facet]);

  create_facet (self, ATLAS_FACET_THEME);
  create_facet (self, ATLAS_FACET_KIND);
  if (gtk_widget_get_mapped (self->boxes[ATLAS_FACET_ACTOR]))
    create_facet (self, ATLAS_FACET_ACTOR);
}

static void
update_button (AtlasFacetBar *self,
               AtlasFacet     facet,
               GtkWidget     *button,
               guint          n_items)
{
  const AtlasTerm *term = g_object_get_data (G_OBJECT (button), TERM_KEY);
  GtkWidget       *count = g_object_get_data (G_OBJECT (button), COUNT_KEY);
  const char      *title = atlas_term_get_title (term, self->language);
  gboolean         is_chosen = facets[facet].has (atlas_session_get_filter (self->session), term->id);
  g_autofree char *number = g_strdup_printf ("%u", n_items);
  /* Translators: a choice and how many items it would leave: "Pipelines, 11" */
  g_autofree char *words = g_strdup_printf (_ ("%s, %u"), title, n_items);

  gtk_label_set_text (GTK_LABEL (count), number);
  g_object_set (button, "active", is_chosen, NULL); /* of toggle and check buttons */
  gtk_widget_set_sensitive (button, n_items > 0 || is_chosen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* The items that a choice is counted in: where signs of the legend are chosen, those that bear one now. (transfer full) */
static GListModel *
get_countable (AtlasFacetBar *self)
{
  g_autoptr (AtlasFilter) signs = atlas_filter_new ();
  AtlasFilter *filter = atlas_session_get_filter (self->session);
  GListStore  *items = NULL;

  if (!atlas_filter_has_signs (filter))
    return g_object_ref (G_LIST_MODEL (self->dataset));

  items = g_list_store_new (ATLAS_TYPE_ITEM);
  for (guint facet = 0; facet < ATLAS_N_FACETS; facet++)
    {
      AtlasFilter *cleared = atlas_filter_clear_facet (facet > 0 ? signs : filter, (AtlasFacet) facet);

      atlas_filter_unref (signs);
      signs = cleared;
    }
  for (guint i = 0; i < atlas_dataset_get_n_items (self->dataset); i++)
    {
      AtlasItem  *item = atlas_dataset_get_item (self->dataset, i);
      AtlasStatus status = ATLAS_STATUS_NONE;

      if (atlas_session_get_offer (self->session, signs, item, &status))
        g_list_store_append (items, item);
    }

  return G_LIST_MODEL (items);
}

static void
update_counts (AtlasFacetBar *self)
{
  g_autoptr (GListModel) items = get_countable (self);

  for (guint facet = 0; facet < ATLAS_N_FACETS; facet++)
    {
      g_autoptr (GHashTable) counts = atlas_filter_count (atlas_session_get_filter (self->session), items, (AtlasFacet) facet);

      for (GtkWidget *button = find_term_button (gtk_widget_get_first_child (self->boxes[facet])); button != NULL; button = find_term_button (gtk_widget_get_next_sibling (button)))
        {
          const AtlasTerm *term = g_object_get_data (G_OBJECT (button), TERM_KEY);

          update_button (self, (AtlasFacet) facet, button, GPOINTER_TO_UINT (g_hash_table_lookup (counts, term->id)));
        }
    }
}

/* Shows the actors whose names have in them what is typed. */
static void
actors_typed_cb (AtlasFacetBar *self)
{
  g_autofree char *wanted = atlas_fold (gtk_editable_get_text (GTK_EDITABLE (self->actors_entry)));
  gboolean         is_any = FALSE;

  for (GtkWidget *button = gtk_widget_get_first_child (self->boxes[ATLAS_FACET_ACTOR]); button != NULL; button = gtk_widget_get_next_sibling (button))
    {
      const AtlasTerm *term = g_object_get_data (G_OBJECT (button), TERM_KEY);
      g_autofree char *title = atlas_fold (term->title);
      g_autofree char *local = atlas_fold (atlas_term_get_title (term, self->language));
      gboolean         is_wanted = strstr (title, wanted) != NULL || strstr (local, wanted) != NULL;

      gtk_widget_set_visible (button, is_wanted);
      is_any = is_any || is_wanted;
    }

  gtk_widget_set_visible (self->actors_none, !is_any);
}

static void
actors_popover_cb (AtlasFacetBar *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->actors_entry), "");
}

/* Before the popover is shown. */
static void
show_actors (GtkMenuButton *menu_button,
             gpointer       user_data)
{
  AtlasFacetBar *self = user_data;

  if (self->dataset == NULL || find_term_button (gtk_widget_get_first_child (self->boxes[ATLAS_FACET_ACTOR])) != NULL)
    return;

  create_facet (self, ATLAS_FACET_ACTOR);
  update_counts (self);
}

static GtkWidget *
create_box (AtlasFacet        facet,
            GtkLayoutManager *layout)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, "layout-manager", layout, NULL);

  g_object_unref (layout);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (facets[facet].title), -1);

  return box;
}

static GtkWidget *
create_actors_popover (AtlasFacetBar *self)
{
  GtkWidget        *popover = gtk_popover_new ();
  GtkWidget        *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget        *scroller = gtk_scrolled_window_new ();
  GtkLayoutManager *layout = gtk_box_layout_new (GTK_ORIENTATION_VERTICAL);

  self->actors_entry = gtk_search_entry_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->actors_entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Find an actor"), -1);
  g_signal_connect_object (self->actors_entry, "changed", G_CALLBACK (actors_typed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->actors_entry);

  self->boxes[ATLAS_FACET_ACTOR] = create_box (ATLAS_FACET_ACTOR, layout);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 360);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->boxes[ATLAS_FACET_ACTOR]);
  gtk_box_append (GTK_BOX (box), scroller);

  self->actors_none = gtk_label_new (_ ("No such actor"));
  gtk_widget_add_css_class (self->actors_none, "dim-label");
  gtk_widget_set_visible (self->actors_none, FALSE);
  gtk_box_append (GTK_BOX (box), self->actors_none);

  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_widget_add_css_class (popover, "actors");
  g_signal_connect_object (popover, "closed", G_CALLBACK (actors_popover_cb), self, G_CONNECT_SWAPPED);

  return popover;
}

static void
atlas_facet_bar_dispose (GObject *object)
{
  AtlasFacetBar *self = ATLAS_FACET_BAR (object);

  while (gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_unparent (gtk_widget_get_first_child (GTK_WIDGET (self)));
  g_clear_object (&self->dataset);
  g_clear_object (&self->session);
  g_clear_pointer (&self->language, g_free);

  G_OBJECT_CLASS (atlas_facet_bar_parent_class)->dispose (object);
}

static void
atlas_facet_bar_class_init (AtlasFacetBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_facet_bar_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "atlas-facet-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_facet_bar_init (AtlasFacetBar *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 6);

  self->boxes[ATLAS_FACET_THEME] = create_box (ATLAS_FACET_THEME, atlas_wrap_layout_new (4));
  self->boxes[ATLAS_FACET_KIND] = create_box (ATLAS_FACET_KIND, atlas_wrap_layout_new (4));
  self->actors_button = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->actors_button), _ ("Actors"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->actors_button), create_actors_popover (self));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->actors_button), show_actors, self, NULL);
  gtk_widget_add_css_class (self->actors_button, "facet");
  gtk_widget_set_halign (self->actors_button, GTK_ALIGN_START);

  gtk_widget_set_parent (self->boxes[ATLAS_FACET_THEME], GTK_WIDGET (self));
  gtk_widget_set_parent (self->boxes[ATLAS_FACET_KIND], GTK_WIDGET (self));
  gtk_widget_set_parent (self->actors_button, self->boxes[ATLAS_FACET_KIND]);
}

void
atlas_facet_bar_update (AtlasFacetBar *self,
                        AtlasSession  *session)
{
  AtlasDataset *dataset = session != NULL ? atlas_session_get_dataset (session) : NULL;
  const char   *language = session != NULL ? atlas_session_get_language (session) : NULL;
  gboolean      is_other = FALSE;

  g_return_if_fail (ATLAS_IS_FACET_BAR (self));

  g_set_object (&self->session, session);
  is_other = dataset != self->dataset || g_strcmp0 (language, self->language) != 0;

  if (is_other)
    {
      g_autoptr (AtlasDataset) old = g_steal_pointer (&self->dataset);

      self->dataset = dataset != NULL ? g_object_ref (dataset) : NULL;
      g_free (self->language);
      self->language = g_strdup (language);
      create_buttons (self);
    }

  if (self->dataset != NULL)
    update_counts (self);
}
