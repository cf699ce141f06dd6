// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-menu.h"

#include "atlas-clock-choices.h"
#include "atlas-menu-focus.h"

#include <glib/gi18n-lib.h>

#define MAX_SERIES 200 /* that a menu offers */

struct _AtlasTimelineMenu
{
  GtkWidget           parent_instance;

  AtlasSession       *session;
  GSignalGroup       *session_signals;
  GtkWidget          *button;
  GSimpleActionGroup *actions; /* "show-ID" for every series, "none" */
  GStrv               ids;
};

G_DEFINE_FINAL_TYPE (AtlasTimelineMenu, atlas_timeline_menu, GTK_TYPE_WIDGET)

enum
{
  PROP_SERIES = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* clang-format off */
typedef struct
{
  const char *label;
  const char *action;
} Entry;

static const Entry lanes[] = {
  { N_ ("Lanes by _theme"), "timeline.lanes::theme" },
  { N_ ("Lanes by _kind"),  "timeline.lanes::kind" },
  { N_ ("Lanes by _actor"), "timeline.lanes::actor" },
};

static const Entry strips[] = {
  { N_ ("_How much happens"),       "timeline.density" },
  { N_ ("_Passages of the report"), "timeline.passages" },
};

static const Entry folding[] = {
  { N_ ("_Fold all lanes"), "timeline.fold-lanes" },
};

static const Entry zooms[] = {
  { N_ ("_Closer"),    "timeline.zoom(1)" },
  { N_ ("_Farther"),   "timeline.zoom(-1)" },
  { N_ ("_All dates"), "timeline.zoom(0)" },
};
/* clang-format on */

static GPtrArray *
get_all (AtlasTimelineMenu *self)
{
  AtlasDataset *dataset = self->session != NULL ? atlas_session_get_dataset (self->session) : NULL;

  return dataset != NULL ? atlas_dataset_get_series (dataset) : NULL;
}

static gboolean
is_chosen (AtlasTimelineMenu *self,
           const char        *id)
{
  return g_strv_contains ((const char *const *) self->ids, id);
}

static char *
get_action_name (const AtlasSeries *series)
{
  return g_strconcat ("show-", series->id, NULL);
}

static void
set_series (AtlasTimelineMenu *self,
            GStrvBuilder      *builder)
{
  g_auto (GStrv) ids = g_strv_builder_end (builder);

  g_object_set (self, "series", ids, NULL);
}

/* The others stay, also those that only other atlases have. */
static void
change_state_cb (AtlasTimelineMenu *self,
                 GVariant          *state,
                 GSimpleAction     *action)
{
  const char *id = g_action_get_name (G_ACTION (action)) + strlen ("show-");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; self->ids[i] != NULL; i++)
    if (!g_str_equal (self->ids[i], id))
      g_strv_builder_add (builder, self->ids[i]);
  if (g_variant_get_boolean (state))
    g_strv_builder_add (builder, id);
  set_series (self, builder);
}

static void
none_cb (AtlasTimelineMenu *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  set_series (self, builder);
}

static void
update_states (AtlasTimelineMenu *self)
{
  GPtrArray *all = get_all (self);
  GAction   *none = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "none");
  gboolean   any = FALSE;

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const AtlasSeries *series = g_ptr_array_index (all, i);
      g_autofree char   *name = get_action_name (series);
      GAction           *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);
      gboolean           chosen = is_chosen (self, series->id);

      any = any || chosen;
      if (action != NULL)
        g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (chosen));
    }
  g_simple_action_set_enabled (G_SIMPLE_ACTION (none), any);
}

/* An action for each series of the atlas. */
static void
dataset_changed_cb (AtlasTimelineMenu *self)
{
  GPtrArray *all = get_all (self);
  g_auto (GStrv) old = g_action_group_list_actions (G_ACTION_GROUP (self->actions));

  for (guint i = 0; old[i] != NULL; i++)
    if (!g_str_equal (old[i], "none"))
      g_action_map_remove_action (G_ACTION_MAP (self->actions), old[i]);

  for (guint i = 0; all != NULL && i < MIN (all->len, MAX_SERIES); i++)
    {
      g_autofree char *name = get_action_name (g_ptr_array_index (all, i));
      g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (name, NULL, g_variant_new_boolean (FALSE));

      g_signal_connect_object (action, "change-state", G_CALLBACK (change_state_cb), self, G_CONNECT_SWAPPED);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
    }
  update_states (self);
}

/* A label as a menu takes it, where a single underline marks a key. */
static void
append_series (GMenu             *menu,
               const AtlasSeries *series,
               gboolean           with_unit)
{
  g_autoptr (GString) label = g_string_new (series->title);
  g_autofree char *name = get_action_name (series);
  g_autofree char *action = g_strconcat ("series.", name, NULL);

  if (with_unit)
    g_string_append_printf (label, " · %s", series->unit);
  g_string_replace (label, "_", "__", 0);
  g_menu_append (menu, label->str, action);
}

static gboolean
belongs_to (const AtlasSeries *series,
            AtlasItem         *item)
{
  return item != NULL && g_strv_contains ((const char *const *) series->items, atlas_item_get_id (item));
}

static void
append_section (GMenu      *menu,
                const char *heading,
                GMenu      *section)
{
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append_section (menu, heading, G_MENU_MODEL (section));
}

/* Those of the selected item, then the others by unit: what can be compared stands together. */
static GMenuModel *
create_figures (AtlasTimelineMenu *self,
                GPtrArray         *all)
{
  GMenu     *menu = g_menu_new ();
  AtlasItem *selected = atlas_session_get_selected (self->session);
  guint      n = MIN (all->len, MAX_SERIES);
  g_autoptr (GMenu) own = g_menu_new ();
  g_autoptr (GMenu) none = g_menu_new ();
  g_autofree gboolean *done = g_new0 (gboolean, n);

  for (guint i = 0; i < n; i++)
    if (belongs_to (g_ptr_array_index (all, i), selected))
      {
        append_series (own, g_ptr_array_index (all, i), TRUE);
        done[i] = TRUE;
      }
  if (selected != NULL)
    append_section (menu, atlas_item_get_name (selected, atlas_session_get_language (self->session)), own);

  for (guint i = 0; i < n; i++)
    {
      const char *unit = ((const AtlasSeries *) g_ptr_array_index (all, i))->unit;
      g_autoptr (GMenu) section = g_menu_new ();

      for (guint j = i; j < n; j++)
        if (!done[j] && g_str_equal (((const AtlasSeries *) g_ptr_array_index (all, j))->unit, unit))
          {
            append_series (section, g_ptr_array_index (all, j), FALSE);
            done[j] = TRUE;
          }
      append_section (menu, unit, section);
    }

  g_menu_append (none, C_ ("figures", "_None"), "series.none");
  append_section (menu, NULL, none);

  return G_MENU_MODEL (menu);
}

/* (transfer full) */
static GMenu *
create_section (const Entry *entries,
                guint        n_entries)
{
  GMenu *section = g_menu_new ();

  for (guint i = 0; i < n_entries; i++)
    g_menu_append (section, g_dgettext (GETTEXT_PACKAGE, entries[i].label), entries[i].action);

  return section;
}

/* Of the zoom and the clock there is all that a narrow bar leaves out; in submenus, since the room above a timeline is low. */
GMenuModel *
atlas_timeline_menu_create_model (AtlasTimelineMenu *self)
{
  GMenu     *menu = NULL;
  GPtrArray *all = NULL;
  g_autoptr (GMenu) grouping = create_section (lanes, G_N_ELEMENTS (lanes));
  g_autoptr (GMenu) fold = create_section (folding, G_N_ELEMENTS (folding));
  g_autoptr (GMenu) zoom = create_section (zooms, G_N_ELEMENTS (zooms));
  g_autoptr (GMenu) shown = create_section (strips, G_N_ELEMENTS (strips));
  g_autoptr (GMenuModel) clock = atlas_clock_create_menu ();

  g_return_val_if_fail (ATLAS_IS_TIMELINE_MENU (self), NULL);

  all = get_all (self);
  if (all != NULL && all->len > 0)
    {
      g_autoptr (GMenuModel) figures = create_figures (self, all);

      g_menu_append_submenu (shown, _ ("Fi_gures"), figures);
    }

  g_menu_append_submenu (fold, _ ("_Zoom"), G_MENU_MODEL (zoom));
  g_menu_append_submenu (fold, _ ("_Clock"), clock);

  menu = g_menu_new ();
  append_section (menu, NULL, grouping);
  append_section (menu, NULL, fold);
  append_section (menu, NULL, shown);

  return G_MENU_MODEL (menu);
}

/* Made when it is opened: what it offers first depends on what is selected. */
static void
open_cb (GtkMenuButton *button,
         gpointer       user_data)
{
  g_autoptr (GMenuModel) model = atlas_timeline_menu_create_model (user_data);

  gtk_menu_button_set_menu_model (button, model);
}

static void
atlas_timeline_menu_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_SERIES:
      g_value_set_boxed (value, ATLAS_TIMELINE_MENU (object)->ids);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
atlas_timeline_menu_set_property (GObject      *object,
                                  guint         property_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  AtlasTimelineMenu *self = ATLAS_TIMELINE_MENU (object);
  GStrv              ids = property_id == PROP_SERIES ? g_value_get_boxed (value) : NULL;

  switch (property_id)
    {
    case PROP_SERIES:
      if (ids != NULL && g_strv_equal ((const char *const *) self->ids, (const char *const *) ids))
        return;
      g_strfreev (self->ids);
      self->ids = ids != NULL ? g_strdupv (ids) : g_new0 (char *, 1);
      update_states (self);
      g_object_notify_by_pspec (object, pspec);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
atlas_timeline_menu_dispose (GObject *object)
{
  AtlasTimelineMenu *self = ATLAS_TIMELINE_MENU (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->button, gtk_widget_unparent);

  G_OBJECT_CLASS (atlas_timeline_menu_parent_class)->dispose (object);
}

static void
atlas_timeline_menu_finalize (GObject *object)
{
  AtlasTimelineMenu *self = ATLAS_TIMELINE_MENU (object);

  g_object_unref (self->actions);
  g_strfreev (self->ids);

  G_OBJECT_CLASS (atlas_timeline_menu_parent_class)->finalize (object);
}

static void
atlas_timeline_menu_class_init (AtlasTimelineMenuClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_timeline_menu_dispose;
  object_class->finalize = atlas_timeline_menu_finalize;
  object_class->get_property = atlas_timeline_menu_get_property;
  object_class->set_property = atlas_timeline_menu_set_property;

  properties[PROP_SERIES] = g_param_spec_boxed ("series", NULL, NULL, G_TYPE_STRV,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "atlas-timeline-menu");
}

static void
atlas_timeline_menu_init (AtlasTimelineMenu *self)
{
  g_autoptr (GSimpleAction) none = g_simple_action_new ("none", NULL);

  self->ids = g_new0 (char *, 1);
  self->actions = g_simple_action_group_new ();
  g_signal_connect_object (none, "activate", G_CALLBACK (none_cb), self, G_CONNECT_SWAPPED);
  g_simple_action_set_enabled (none, FALSE);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (none));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "series", G_ACTION_GROUP (self->actions));

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (self->button), GTK_ARROW_UP); /* a timeline is low, and there is a map over it */
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "view-more-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), open_cb, self, NULL);
  atlas_menu_focus_keep (GTK_MENU_BUTTON (self->button));
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_tooltip_text (self->button, _ ("Timeline view"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Timeline view"), -1);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));

  self->session_signals = g_signal_group_new (ATLAS_TYPE_SESSION);
  g_signal_group_connect_object (self->session_signals, "notify::dataset", G_CALLBACK (dataset_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
atlas_timeline_menu_new (void)
{
  return g_object_new (ATLAS_TYPE_TIMELINE_MENU, NULL);
}

void
atlas_timeline_menu_set_session (AtlasTimelineMenu *self,
                                 AtlasSession      *session)
{
  g_return_if_fail (ATLAS_IS_TIMELINE_MENU (self));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  dataset_changed_cb (self);
}
