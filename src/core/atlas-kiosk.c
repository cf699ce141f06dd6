// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-kiosk.h"

struct _AtlasKiosk
{
  GObject            parent_instance;

  AtlasPresentation *presentation;
  guint              step_every; /* ms */
  guint              idle;       /* ms */
  guint              waiting;    /* source: for the next step, or for who is there to go */
  gboolean           attended;
};

G_DEFINE_FINAL_TYPE (AtlasKiosk, atlas_kiosk, G_TYPE_OBJECT)

enum
{
  PROP_ATTENDED = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void        wait (AtlasKiosk *self);

static void
set_attended (AtlasKiosk *self,
              gboolean    attended)
{
  if (self->attended == attended)
    return;

  self->attended = attended;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ATTENDED]);
}

/* After the last step, and the answer to its question, comes the first. */
static void
step_on (AtlasKiosk *self)
{
  guint    step = atlas_presentation_get_step (self->presentation);
  gboolean answer_shown = atlas_presentation_is_answer_shown (self->presentation);

  atlas_presentation_next (self->presentation);
  if (atlas_presentation_get_step (self->presentation) == step && atlas_presentation_is_answer_shown (self->presentation) == answer_shown)
    atlas_presentation_first (self->presentation);
}

static gboolean
waited_cb (gpointer user_data)
{
  AtlasKiosk *self = user_data;

  self->waiting = 0;
  if (self->attended)
    {
      atlas_presentation_set_pointing (self->presentation, FALSE);
      atlas_presentation_set_frozen (self->presentation, FALSE);
      set_attended (self, FALSE);
      atlas_presentation_first (self->presentation);
      atlas_presentation_set_answer_shown (self->presentation, FALSE);
    }
  else
    step_on (self);
  wait (self);

  return G_SOURCE_REMOVE;
}

static void
wait (AtlasKiosk *self)
{
  g_clear_handle_id (&self->waiting, g_source_remove);
  if (!atlas_presentation_has_ended (self->presentation))
    self->waiting = g_timeout_add (self->attended ? self->idle : self->step_every, waited_cb, self);
}

static void
atlas_kiosk_dispose (GObject *object)
{
  AtlasKiosk *self = ATLAS_KIOSK (object);

  g_clear_handle_id (&self->waiting, g_source_remove);
  g_clear_object (&self->presentation);

  G_OBJECT_CLASS (atlas_kiosk_parent_class)->dispose (object);
}

static void
atlas_kiosk_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_ATTENDED:
      g_value_set_boolean (value, ATLAS_KIOSK (object)->attended);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
atlas_kiosk_class_init (AtlasKioskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = atlas_kiosk_dispose;
  object_class->get_property = atlas_kiosk_get_property;

  properties[PROP_ATTENDED] =
    g_param_spec_boolean ("attended", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
atlas_kiosk_init (AtlasKiosk *self)
{
}

AtlasKiosk *
atlas_kiosk_new (AtlasPresentation *presentation,
                 guint              step_every,
                 guint              idle)
{
  AtlasKiosk *self = NULL;

  g_return_val_if_fail (ATLAS_IS_PRESENTATION (presentation), NULL);
  g_return_val_if_fail (step_every > 0 && idle > 0, NULL);

  self = g_object_new (ATLAS_TYPE_KIOSK, NULL);
  self->presentation = g_object_ref (presentation);
  self->step_every = step_every;
  self->idle = idle;
  atlas_presentation_set_kiosk (presentation, TRUE);
  g_signal_connect_object (presentation, "ended", G_CALLBACK (wait), self, G_CONNECT_SWAPPED);
  wait (self);

  return self;
}

void
atlas_kiosk_touch (AtlasKiosk *self)
{
  g_return_if_fail (ATLAS_IS_KIOSK (self));

  set_attended (self, TRUE);
  wait (self);
}

gboolean
atlas_kiosk_get_attended (AtlasKiosk *self)
{
  g_return_val_if_fail (ATLAS_IS_KIOSK (self), FALSE);

  return self->attended;
}
