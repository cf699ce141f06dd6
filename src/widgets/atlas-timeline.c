// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline.h"

struct _AtlasTimeline
{
  GtkWidget     parent_instance;

  AtlasSession *session;
};

G_DEFINE_FINAL_TYPE (AtlasTimeline, atlas_timeline, GTK_TYPE_WIDGET)

static void
atlas_timeline_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  g_set_object (&ATLAS_TIMELINE (object)->session, g_value_get_object (value));
}

static void
atlas_timeline_dispose (GObject *object)
{
  g_clear_object (&ATLAS_TIMELINE (object)->session);

  G_OBJECT_CLASS (atlas_timeline_parent_class)->dispose (object);
}

static void
atlas_timeline_class_init (AtlasTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = atlas_timeline_set_property;
  object_class->dispose = atlas_timeline_dispose;
  g_object_class_install_property (object_class, 1,
                                   g_param_spec_object ("session", NULL, NULL, ATLAS_TYPE_SESSION,
                                                        G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
}

static void
atlas_timeline_init (AtlasTimeline *self)
{
}

AtlasTimeUnit
atlas_timeline_get_step (AtlasTimeline *self)
{
  return ATLAS_TIME_UNIT_MONTH;
}

void
atlas_timeline_edit_clock (AtlasTimeline *self)
{
}

const AtlasKeyBinding *
atlas_timeline_get_key_bindings (guint *n_bindings)
{
  *n_bindings = 0;

  return NULL;
}
