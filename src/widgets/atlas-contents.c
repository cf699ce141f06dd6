// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-contents.h"

#include "atlas-browser.h"
#include "atlas-hit.h"
#include "atlas-row-list.h"

#include <glib/gi18n-lib.h>

struct _AtlasContents
{
  GtkWidget       parent_instance;

  AtlasSession   *session;
  AtlasSearch    *search;

  /* Template children */
  GtkBox         *box;
  GtkSearchEntry *entry;
  GtkStack       *pages;
  AtlasBrowser   *browser;
  GtkStack       *hits_pages;
  AtlasRowList   *hits;
  GtkLabel       *hits_none;
  GtkButton      *clear_search;
};

G_DEFINE_FINAL_TYPE (AtlasContents, atlas_contents, GTK_TYPE_WIDGET)

enum
{
  PROP_SESSION = 1,
  PROP_SEARCH,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
is_searching (AtlasContents *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0';
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

/* Each is read on its page. */
static void
choose_hit (AtlasContents *self,
            AtlasHit      *hit)
{
  atlas_rows_set_selected (atlas_row_list_get_rows (self->hits), hit);

  if (self->session == NULL)
    return;

  switch (atlas_hit_get_group (hit))
    {
    case ATLAS_SEARCH_ITEM:
      atlas_session_select (self->session, atlas_hit_get_item (hit));
      break;

    case ATLAS_SEARCH_PASSAGE:
      atlas_session_set_passage (self->session, atlas_hit_get_id (hit));
      break;

    case ATLAS_SEARCH_REFERENCE:
      atlas_session_show_source (self->session, atlas_hit_get_id (hit));
      break;

    case ATLAS_N_SEARCH_GROUPS:
    default:
      g_assert_not_reached ();
    }
}

static void
hit_activated_cb (AtlasContents *self,
                  GObject       *object)
{
  if (ATLAS_IS_HIT (object))
    choose_hit (self, ATLAS_HIT (object));
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
  AtlasRowList *list = is_searching (self) ? self->hits : atlas_browser_get_list (self->browser);
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

  gtk_widget_dispose_template (GTK_WIDGET (self), ATLAS_TYPE_CONTENTS);
  g_clear_object (&self->search);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_contents_parent_class)->dispose (object);
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

    case PROP_SEARCH:
      g_value_set_object (value, self->search);
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

    case PROP_SEARCH:
      atlas_contents_set_search (self, g_value_get_object (value));
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
  gtk_widget_class_bind_template_child (widget_class, AtlasContents, browser);
  gtk_widget_class_bind_template_child (widget_class, AtlasContents, hits_pages);
  gtk_widget_class_bind_template_child (widget_class, AtlasContents, hits);
  gtk_widget_class_bind_template_child (widget_class, AtlasContents, hits_none);
  gtk_widget_class_bind_template_child (widget_class, AtlasContents, clear_search);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, escape_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_match_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_match_cb);
  gtk_widget_class_bind_template_callback (widget_class, hit_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_search_cb);
}

static void
atlas_contents_class_init (AtlasContentsClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_contents_dispose;
  object_class->get_property = atlas_contents_get_property;
  object_class->set_property = atlas_contents_set_property;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, ATLAS_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SEARCH] =
    g_param_spec_object ("search", NULL, NULL, ATLAS_TYPE_SEARCH,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ATLAS_TYPE_BROWSER);
  g_type_ensure (ATLAS_TYPE_ROW_LIST);
  bind_template (widget_class);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "atlas-contents");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_contents_init (AtlasContents *self)
{
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

  atlas_browser_set_session (self->browser, session);
  atlas_row_list_set_session (self->hits, session);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

void
atlas_contents_set_search (AtlasContents *self,
                           AtlasSearch   *search)
{
  g_return_if_fail (ATLAS_IS_CONTENTS (self));
  g_return_if_fail (search == NULL || ATLAS_IS_SEARCH (search));

  if (!g_set_object (&self->search, search))
    return;

  show_hits (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH]);
}

AtlasSearch *
atlas_contents_get_search (AtlasContents *self)
{
  g_return_val_if_fail (ATLAS_IS_CONTENTS (self), NULL);

  return self->search;
}

void
atlas_contents_focus_search (AtlasContents *self)
{
  g_return_if_fail (ATLAS_IS_CONTENTS (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

void
atlas_contents_find (AtlasContents *self,
                     const char    *words)
{
  g_return_if_fail (ATLAS_IS_CONTENTS (self));
  g_return_if_fail (words != NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), words);
}

void
atlas_contents_step_hit (AtlasContents *self,
                         int            direction)
{
  AtlasRows *rows = NULL;
  guint      position = 0;

  g_return_if_fail (ATLAS_IS_CONTENTS (self));

  rows = atlas_row_list_get_rows (self->hits);
  if (!is_searching (self) || atlas_rows_get_n_entries (rows) == 0)
    {
      atlas_contents_focus_search (self);
      return;
    }

  position = atlas_rows_step_selected (rows, direction);
  choose_hit (self, ATLAS_HIT (atlas_rows_get (rows, position)));
  atlas_row_list_reveal (self->hits, position);
}
