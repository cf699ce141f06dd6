// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-heading.h"

struct _AtlasHeading
{
  GObject  parent_instance;

  char    *id;
  char    *title;
  guint    count;
  gboolean folded;
};

G_DEFINE_FINAL_TYPE (AtlasHeading, atlas_heading, G_TYPE_OBJECT)

static void
atlas_heading_finalize (GObject *object)
{
  AtlasHeading *self = ATLAS_HEADING (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->title, g_free);

  G_OBJECT_CLASS (atlas_heading_parent_class)->finalize (object);
}

static void
atlas_heading_class_init (AtlasHeadingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_heading_finalize;
}

static void
atlas_heading_init (AtlasHeading *self)
{
}

AtlasHeading *
atlas_heading_new (const char *id,
                   const char *title,
                   guint       count,
                   gboolean    folded)
{
  AtlasHeading *self = NULL;

  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (ATLAS_TYPE_HEADING, NULL);
  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->count = count;
  self->folded = folded;

  return self;
}

const char *
atlas_heading_get_id (AtlasHeading *self)
{
  g_return_val_if_fail (ATLAS_IS_HEADING (self), NULL);

  return self->id;
}

const char *
atlas_heading_get_title (AtlasHeading *self)
{
  g_return_val_if_fail (ATLAS_IS_HEADING (self), NULL);

  return self->title;
}

guint
atlas_heading_get_count (AtlasHeading *self)
{
  g_return_val_if_fail (ATLAS_IS_HEADING (self), 0);

  return self->count;
}

gboolean
atlas_heading_get_folded (AtlasHeading *self)
{
  g_return_val_if_fail (ATLAS_IS_HEADING (self), FALSE);

  return self->folded;
}

gboolean
atlas_heading_equal (AtlasHeading *a,
                     AtlasHeading *b)
{
  g_return_val_if_fail (ATLAS_IS_HEADING (a), FALSE);
  g_return_val_if_fail (ATLAS_IS_HEADING (b), FALSE);

  return a->count == b->count && a->folded == b->folded &&
         g_strcmp0 (a->id, b->id) == 0 && g_str_equal (a->title, b->title);
}
