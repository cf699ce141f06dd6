// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-presentation-private.h"

#include <math.h>

/* The presentation as an object, and the way through its steps. */

G_DEFINE_FINAL_TYPE (AtlasPresentation, atlas_presentation, G_TYPE_OBJECT)

static AtlasPoint *
atlas_point_copy (AtlasPoint *point)
{
  return g_memdup2 (point, sizeof *point);
}

G_DEFINE_BOXED_TYPE (AtlasPoint, atlas_point, atlas_point_copy, g_free)

enum
{
  ENDED,
  STEPPED,
  N_SIGNALS
};

static guint       signals[N_SIGNALS];
static GParamSpec *properties[ATLAS_PRESENTATION_N_PROPS];

void
atlas_presentation_notify (AtlasPresentation    *self,
                           AtlasPresentationProp prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

gboolean
atlas_presentation_switch (AtlasPresentation    *self,
                           gboolean             *member,
                           gboolean              value,
                           AtlasPresentationProp prop)
{
  value = !!value;
  if (*member == value)
    return FALSE;

  *member = value;
  atlas_presentation_notify (self, prop);

  return TRUE;
}

static gboolean
same_spans (AtlasTimeSpan a,
            AtlasTimeSpan b)
{
  return atlas_time_span_equal (a, b) || (atlas_time_span_is_empty (a) && atlas_time_span_is_empty (b));
}

/* What one reads, and in which language, is no wandering: the hall does not see it. */
static gboolean
is_at_rest (AtlasPresentation *self)
{
  const AtlasSessionState *a = self->rest;
  g_autoptr (AtlasSessionState) seen = atlas_session_dup_state (self->session);
  g_autoptr (AtlasSessionState) wanted = atlas_session_state_copy (seen);

  if (!same_spans (a->date, seen->date) || !same_spans (a->comparison, seen->comparison) || !same_spans (a->range, seen->range) ||
      !same_spans (a->window, seen->window) || a->mode != seen->mode || a->overlay != seen->overlay ||
      g_strcmp0 (a->item, seen->item) != 0 || g_strcmp0 (a->show, seen->show) != 0 || g_strcmp0 (a->find, seen->find) != 0)
    return FALSE;

  wanted->camera = a->camera;
  wanted->has_camera = a->has_camera;

  return atlas_session_state_equal (wanted, seen);
}

void
atlas_presentation_look (AtlasPresentation *self)
{
  if (self->applying == 0 && self->rest != NULL && !self->ended)
    atlas_presentation_switch (self, &self->wandering, !is_at_rest (self), ATLAS_PRESENTATION_PROP_WANDERING);
}

static void
apply (AtlasPresentation       *self,
       const AtlasSessionState *state)
{
  self->applying++;
  atlas_session_apply_state (self->session, state);
  self->applying--;

  /* The map may not go as close, and the atlas may not have all that the state names. */
  g_clear_pointer (&self->rest, atlas_session_state_free);
  self->rest = atlas_session_dup_state (self->session);
  atlas_presentation_switch (self, &self->wandering, FALSE, ATLAS_PRESENTATION_PROP_WANDERING);
}

static void
atlas_presentation_dispose (GObject *object)
{
  AtlasPresentation *self = ATLAS_PRESENTATION (object);

  g_clear_handle_id (&self->forget, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_object (&self->tour);
  g_clear_pointer (&self->rest, atlas_session_state_free);

  G_OBJECT_CLASS (atlas_presentation_parent_class)->dispose (object);
}

static void
get_switch (AtlasPresentation *self,
            guint              property_id,
            GValue            *value,
            GParamSpec        *pspec)
{
  const struct
  {
    AtlasPresentationProp prop;
    gboolean              value;
  } switches[] = {
    { ATLAS_PRESENTATION_PROP_WANDERING, self->wandering },
    { ATLAS_PRESENTATION_PROP_FROZEN, self->frozen },
    { ATLAS_PRESENTATION_PROP_POINTING, self->pointing },
    { ATLAS_PRESENTATION_PROP_ANSWER_SHOWN, self->answer_shown },
    { ATLAS_PRESENTATION_PROP_KIOSK, self->kiosk },
    { ATLAS_PRESENTATION_PROP_ENDED, self->ended },
  };

  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    if (property_id == switches[i].prop)
      {
        g_value_set_boolean (value, switches[i].value);
        return;
      }

  G_OBJECT_WARN_INVALID_PROPERTY_ID (self, property_id, pspec);
}

static void
atlas_presentation_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  AtlasPresentation *self = ATLAS_PRESENTATION (object);

  switch (property_id)
    {
    case ATLAS_PRESENTATION_PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    case ATLAS_PRESENTATION_PROP_TOUR:
      g_value_set_object (value, self->tour);
      break;

    case ATLAS_PRESENTATION_PROP_STEP:
      g_value_set_uint (value, atlas_presentation_get_step (self));
      break;

    case ATLAS_PRESENTATION_PROP_N_STEPS:
      g_value_set_uint (value, atlas_presentation_get_n_steps (self));
      break;

    case ATLAS_PRESENTATION_PROP_CURRENT:
      g_value_set_object (value, atlas_presentation_get_current (self));
      break;

    case ATLAS_PRESENTATION_PROP_NEXT:
      g_value_set_object (value, atlas_presentation_get_next (self));
      break;

    case ATLAS_PRESENTATION_PROP_BLANK:
      g_value_set_uint (value, self->blank);
      break;

    case ATLAS_PRESENTATION_PROP_POINTER:
      g_value_set_boxed (value, &self->pointer);
      break;

    case ATLAS_PRESENTATION_PROP_TYPED:
      g_value_set_uint (value, self->typed);
      break;

    default:
      get_switch (self, property_id, value, pspec);
    }
}

static void
atlas_presentation_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  AtlasPresentation *self = ATLAS_PRESENTATION (object);

  switch (property_id)
    {
    case ATLAS_PRESENTATION_PROP_STEP:
      atlas_presentation_go (self, g_value_get_uint (value));
      break;

    case ATLAS_PRESENTATION_PROP_BLANK:
      atlas_presentation_set_blank (self, (AtlasBlank) g_value_get_uint (value));
      break;

    case ATLAS_PRESENTATION_PROP_FROZEN:
      atlas_presentation_set_frozen (self, g_value_get_boolean (value));
      break;

    case ATLAS_PRESENTATION_PROP_POINTING:
      atlas_presentation_set_pointing (self, g_value_get_boolean (value));
      break;

    case ATLAS_PRESENTATION_PROP_POINTER:
      atlas_presentation_set_pointer (self, *(AtlasPoint *) g_value_get_boxed (value));
      break;

    case ATLAS_PRESENTATION_PROP_ANSWER_SHOWN:
      atlas_presentation_set_answer_shown (self, g_value_get_boolean (value));
      break;

    case ATLAS_PRESENTATION_PROP_KIOSK:
      atlas_presentation_set_kiosk (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

#define READ_WRITE (G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS)
#define READ_ONLY (G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS)

static void
install_properties (GObjectClass *object_class)
{
  static const struct
  {
    AtlasPresentationProp prop;
    const char           *name;
    GParamFlags           flags;
  } switches[] = {
    { ATLAS_PRESENTATION_PROP_WANDERING, "wandering", READ_ONLY },
    { ATLAS_PRESENTATION_PROP_FROZEN, "frozen", READ_WRITE },
    { ATLAS_PRESENTATION_PROP_POINTING, "pointing", READ_WRITE },
    { ATLAS_PRESENTATION_PROP_ANSWER_SHOWN, "answer-shown", READ_WRITE },
    { ATLAS_PRESENTATION_PROP_KIOSK, "kiosk", READ_WRITE },
    { ATLAS_PRESENTATION_PROP_ENDED, "ended", READ_ONLY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    properties[switches[i].prop] = g_param_spec_boolean (switches[i].name, NULL, NULL, FALSE, switches[i].flags);
  properties[ATLAS_PRESENTATION_PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ATLAS_TYPE_SESSION, READ_ONLY);
  properties[ATLAS_PRESENTATION_PROP_TOUR] = g_param_spec_object ("tour", NULL, NULL, ATLAS_TYPE_TOUR, READ_ONLY);
  properties[ATLAS_PRESENTATION_PROP_STEP] = g_param_spec_uint ("step", NULL, NULL, 0, G_MAXUINT, 1, READ_WRITE);
  properties[ATLAS_PRESENTATION_PROP_N_STEPS] = g_param_spec_uint ("n-steps", NULL, NULL, 0, G_MAXUINT, 0, READ_ONLY);
  properties[ATLAS_PRESENTATION_PROP_CURRENT] = g_param_spec_object ("current", NULL, NULL, ATLAS_TYPE_TOUR_STEP, READ_ONLY);
  properties[ATLAS_PRESENTATION_PROP_NEXT] = g_param_spec_object ("next", NULL, NULL, ATLAS_TYPE_TOUR_STEP, READ_ONLY);
  properties[ATLAS_PRESENTATION_PROP_BLANK] =
    g_param_spec_uint ("blank", NULL, NULL, 0, ATLAS_N_BLANKS - 1, ATLAS_BLANK_NONE, READ_WRITE);
  properties[ATLAS_PRESENTATION_PROP_POINTER] = g_param_spec_boxed ("pointer", NULL, NULL, ATLAS_TYPE_POINT, READ_WRITE);
  properties[ATLAS_PRESENTATION_PROP_TYPED] = g_param_spec_uint ("typed", NULL, NULL, 0, G_MAXUINT, 0, READ_ONLY);

  g_object_class_install_properties (object_class, ATLAS_PRESENTATION_N_PROPS, properties);
}

static void
atlas_presentation_class_init (AtlasPresentationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = atlas_presentation_dispose;
  object_class->get_property = atlas_presentation_get_property;
  object_class->set_property = atlas_presentation_set_property;
  install_properties (object_class);

  signals[ENDED] = g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[STEPPED] = g_signal_new ("stepped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
atlas_presentation_init (AtlasPresentation *self)
{
  self->pointer = (AtlasPoint){ (double) NAN, (double) NAN };
  self->min_zoom = -HUGE_VAL;
  self->max_zoom = HUGE_VAL;
}

AtlasPresentation *
atlas_presentation_new (AtlasDataset *dataset,
                        AtlasTour    *tour)
{
  static const char *const looks[] = { "notify::camera", "notify::clock", "notify::clock-mode", "notify::comparison",
                                       "notify::range", "notify::filter", "notify::selected", "notify::overlay" };
  AtlasPresentation       *self = NULL;

  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (ATLAS_IS_TOUR (tour) && atlas_tour_get_n_steps (tour) > 0, NULL);

  self = g_object_new (ATLAS_TYPE_PRESENTATION, NULL);
  self->tour = g_object_ref (tour);
  self->session = atlas_session_new (dataset);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    g_signal_connect_swapped (self->session, looks[i], G_CALLBACK (atlas_presentation_look), self);
  atlas_presentation_first (self);

  return self;
}

void
atlas_presentation_go (AtlasPresentation *self,
                       guint              step)
{
  g_autoptr (AtlasSessionState) state = NULL;
  guint position = 0;

  g_return_if_fail (ATLAS_IS_PRESENTATION (self));

  if (self->ended)
    return;

  position = CLAMP (step, 1, atlas_presentation_get_n_steps (self)) - 1;
  g_object_ref (self);
  g_object_freeze_notify (G_OBJECT (self));
  atlas_presentation_clear_typed (self);
  atlas_presentation_set_blank (self, ATLAS_BLANK_NONE);
  if (position != self->position)
    {
      atlas_presentation_switch (self, &self->answer_shown, FALSE, ATLAS_PRESENTATION_PROP_ANSWER_SHOWN);
      self->position = position;
      atlas_presentation_notify (self, ATLAS_PRESENTATION_PROP_STEP);
      atlas_presentation_notify (self, ATLAS_PRESENTATION_PROP_CURRENT);
      atlas_presentation_notify (self, ATLAS_PRESENTATION_PROP_NEXT);
    }
  state = atlas_presentation_dup_state (self, position + 1);
  apply (self, state);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, signals[STEPPED], 0);
  g_object_unref (self);
}

void
atlas_presentation_end (AtlasPresentation *self)
{
  g_return_if_fail (ATLAS_IS_PRESENTATION (self));

  if (self->ended)
    return;

  g_object_ref (self);
  atlas_session_set_playing (self->session, FALSE);
  atlas_presentation_clear_typed (self);
  atlas_presentation_switch (self, &self->ended, TRUE, ATLAS_PRESENTATION_PROP_ENDED);
  g_signal_emit (self, signals[ENDED], 0);
  g_object_unref (self);
}

/* The map's size has changed, or what it can show: the step is fitted anew, and who wanders stays where he is. */
static void
refit (AtlasPresentation *self)
{
  AtlasCamera camera = atlas_presentation_get_camera (self, self->position + 1);

  if (self->rest == NULL || self->ended)
    return;

  self->rest->camera = camera;
  self->rest->has_camera = TRUE;
  if (!self->wandering)
    {
      self->applying++;
      atlas_session_set_camera (self->session, camera);
      self->applying--;
      self->rest->camera = atlas_session_get_camera (self->session);
    }
  atlas_presentation_look (self);
}

void
atlas_presentation_set_view_size (AtlasPresentation *self,
                                  double             width,
                                  double             height)
{
  g_return_if_fail (ATLAS_IS_PRESENTATION (self));

  if (self->width == width && self->height == height)
    return;

  self->width = width;
  self->height = height;
  refit (self);
}

void
atlas_presentation_set_zoom_limits (AtlasPresentation *self,
                                    double             min,
                                    double             max)
{
  g_return_if_fail (ATLAS_IS_PRESENTATION (self));
  g_return_if_fail (min <= max);

  self->min_zoom = min;
  self->max_zoom = max;
  refit (self);
}

void
atlas_presentation_set_dataset (AtlasPresentation *self,
                                AtlasDataset      *dataset)
{
  AtlasTour *tour = NULL;

  g_return_if_fail (ATLAS_IS_PRESENTATION (self));
  g_return_if_fail (ATLAS_IS_DATASET (dataset));

  if (dataset == atlas_session_get_dataset (self->session))
    return;

  g_object_freeze_notify (G_OBJECT (self));
  self->applying++;
  atlas_session_set_dataset (self->session, dataset);
  self->applying--;
  tour = atlas_dataset_lookup_tour (dataset, atlas_tour_get_id (self->tour));
  if (tour != NULL && atlas_tour_get_n_steps (tour) > 0 && g_set_object (&self->tour, tour))
    {
      atlas_presentation_notify (self, ATLAS_PRESENTATION_PROP_TOUR);
      atlas_presentation_notify (self, ATLAS_PRESENTATION_PROP_N_STEPS);
      atlas_presentation_notify (self, ATLAS_PRESENTATION_PROP_CURRENT);
      atlas_presentation_notify (self, ATLAS_PRESENTATION_PROP_NEXT);
    }
  atlas_presentation_return (self);
  g_object_thaw_notify (G_OBJECT (self));
}
