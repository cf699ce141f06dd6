// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-contents.h"

struct _AtlasContents
{
  GtkWidget       parent_instance;

  AtlasSession   *session;
  AtlasSearch    *search;

  /* Template children */
  GtkBox         *box;
  GtkSearchEntry *entry;
};

G_DEFINE_FINAL_TYPE (AtlasContents, atlas_contents, GTK_TYPE_WIDGET)

enum
{
  PROP_SESSION = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

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
  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, ATLAS_CONTENTS (object)->session);
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
  switch (property_id)
    {
    case PROP_SESSION:
      atlas_contents_set_session (ATLAS_CONTENTS (object), g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
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
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/corridoratlas/CorridorAtlas/atlas-contents.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasContents, box);
  gtk_widget_class_bind_template_child (widget_class, AtlasContents, entry);

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

  if (g_set_object (&self->session, session))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

void
atlas_contents_set_search (AtlasContents *self,
                           AtlasSearch   *search)
{
  g_return_if_fail (ATLAS_IS_CONTENTS (self));
  g_return_if_fail (search == NULL || ATLAS_IS_SEARCH (search));

  g_set_object (&self->search, search);
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
  g_return_if_fail (ATLAS_IS_CONTENTS (self));

  atlas_contents_focus_search (self);
}
