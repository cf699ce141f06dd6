// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-session-private.h"

/* The session as an object: its properties, its signals, and the updates that keep them together. */

G_DEFINE_FINAL_TYPE (AtlasSession, atlas_session, G_TYPE_OBJECT)

static AtlasCamera *
atlas_camera_copy (AtlasCamera *camera)
{
  return g_memdup2 (camera, sizeof *camera);
}

static AtlasBox *
atlas_box_copy (AtlasBox *box)
{
  return g_memdup2 (box, sizeof *box);
}

G_DEFINE_BOXED_TYPE (AtlasCamera, atlas_camera, atlas_camera_copy, g_free)
G_DEFINE_BOXED_TYPE (AtlasBox, atlas_box, atlas_box_copy, g_free)

enum
{
  FIT_REQUESTED,
  ITEMS_CHANGED,
  REVEAL_REQUESTED,
  PINGED,
  N_SIGNALS
};

static guint       signals[N_SIGNALS];
static GParamSpec *properties[ATLAS_SESSION_N_PROPS];

static void
atlas_session_dispose (GObject *object)
{
  AtlasSession *self = ATLAS_SESSION (object);

  g_clear_object (&self->selected);
  g_clear_object (&self->hovered);
  g_clear_pointer (&self->changes, atlas_change_index_free);
  g_clear_object (&self->dataset);

  G_OBJECT_CLASS (atlas_session_parent_class)->dispose (object);
}

static void
atlas_session_finalize (GObject *object)
{
  AtlasSession *self = ATLAS_SESSION (object);

  g_clear_pointer (&self->filter, atlas_filter_unref);
  g_clear_pointer (&self->history, atlas_history_free);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->passage, g_free);
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->tour, g_free);
  g_clear_pointer (&self->sentence, g_free);

  G_OBJECT_CLASS (atlas_session_parent_class)->finalize (object);
}

/* What follows from the rest and cannot be set. */
static void
get_derived_property (AtlasSession *self,
                      guint         property_id,
                      GValue       *value,
                      GParamSpec   *pspec)
{
  switch (property_id)
    {
    case ATLAS_SESSION_PROP_PAGE:
      g_value_set_uint (value, atlas_session_get_page (self));
      break;

    case ATLAS_SESSION_PROP_TOUR:
      g_value_set_string (value, self->tour);
      break;

    case ATLAS_SESSION_PROP_STEP:
      g_value_set_uint (value, self->step);
      break;

    case ATLAS_SESSION_PROP_CAN_GO_BACK:
      g_value_set_boolean (value, self->can_go_back);
      break;

    case ATLAS_SESSION_PROP_CAN_GO_FORWARD:
      g_value_set_boolean (value, self->can_go_forward);
      break;

    case ATLAS_SESSION_PROP_SENTENCE:
      g_value_set_string (value, atlas_session_get_sentence (self));
      break;

    case ATLAS_SESSION_PROP_RESTORING:
      g_value_set_boolean (value, self->restoring);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (self, property_id, pspec);
    }
}

static void
atlas_session_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  AtlasSession *self = ATLAS_SESSION (object);

  switch (property_id)
    {
    case ATLAS_SESSION_PROP_DATASET:
      g_value_set_object (value, self->dataset);
      break;

    case ATLAS_SESSION_PROP_SELECTED:
      g_value_set_object (value, self->selected);
      break;

    case ATLAS_SESSION_PROP_HOVERED:
      g_value_set_object (value, self->hovered);
      break;

    case ATLAS_SESSION_PROP_CLOCK:
      g_value_set_boxed (value, &self->clock);
      break;

    case ATLAS_SESSION_PROP_CLOCK_MODE:
      g_value_set_uint (value, self->clock_mode);
      break;

    case ATLAS_SESSION_PROP_COMPARISON:
      g_value_set_boxed (value, &self->comparison);
      break;

    case ATLAS_SESSION_PROP_PLAYING:
      g_value_set_boolean (value, self->playing);
      break;

    case ATLAS_SESSION_PROP_RANGE:
      g_value_set_boxed (value, &self->range);
      break;

    case ATLAS_SESSION_PROP_FILTER:
      g_value_set_boxed (value, self->filter);
      break;

    case ATLAS_SESSION_PROP_CAMERA:
      g_value_set_boxed (value, &self->camera);
      break;

    case ATLAS_SESSION_PROP_OVERLAY:
      g_value_set_uint (value, self->overlay);
      break;

    case ATLAS_SESSION_PROP_LANGUAGE:
      g_value_set_string (value, self->language);
      break;

    case ATLAS_SESSION_PROP_PASSAGE:
      g_value_set_string (value, self->passage);
      break;

    case ATLAS_SESSION_PROP_CITATION:
      g_value_set_uint (value, self->citation);
      break;

    case ATLAS_SESSION_PROP_SOURCE:
      g_value_set_string (value, self->source);
      break;

    default:
      get_derived_property (self, property_id, value, pspec);
    }
}

static void
atlas_session_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  AtlasSession *self = ATLAS_SESSION (object);

  switch (property_id)
    {
    case ATLAS_SESSION_PROP_DATASET:
      atlas_session_set_dataset (self, g_value_get_object (value));
      break;

    case ATLAS_SESSION_PROP_SELECTED:
      atlas_session_select (self, g_value_get_object (value));
      break;

    case ATLAS_SESSION_PROP_HOVERED:
      atlas_session_set_hovered (self, g_value_get_object (value));
      break;

    case ATLAS_SESSION_PROP_CLOCK:
      atlas_session_set_clock (self, *(AtlasTimeSpan *) g_value_get_boxed (value));
      break;

    case ATLAS_SESSION_PROP_CLOCK_MODE:
      atlas_session_set_clock_mode (self, (AtlasClockMode) g_value_get_uint (value));
      break;

    case ATLAS_SESSION_PROP_COMPARISON:
      atlas_session_set_comparison (self, *(AtlasTimeSpan *) g_value_get_boxed (value));
      break;

    case ATLAS_SESSION_PROP_PLAYING:
      atlas_session_set_playing (self, g_value_get_boolean (value));
      break;

    case ATLAS_SESSION_PROP_RANGE:
      atlas_session_set_range (self, *(AtlasTimeSpan *) g_value_get_boxed (value));
      break;

    case ATLAS_SESSION_PROP_FILTER:
      atlas_session_set_filter (self, g_value_get_boxed (value));
      break;

    case ATLAS_SESSION_PROP_CAMERA:
      atlas_session_set_camera (self, *(AtlasCamera *) g_value_get_boxed (value));
      break;

    case ATLAS_SESSION_PROP_OVERLAY:
      atlas_session_set_overlay (self, (AtlasOverlay) g_value_get_uint (value));
      break;

    case ATLAS_SESSION_PROP_LANGUAGE:
      atlas_session_set_language (self, g_value_get_string (value));
      break;

    case ATLAS_SESSION_PROP_PASSAGE:
      atlas_session_set_passage (self, g_value_get_string (value));
      break;

    case ATLAS_SESSION_PROP_CITATION:
      atlas_session_set_citation (self, g_value_get_uint (value));
      break;

    case ATLAS_SESSION_PROP_PAGE:
      atlas_session_set_page (self, (AtlasPage) g_value_get_uint (value));
      break;

    case ATLAS_SESSION_PROP_SOURCE:
      atlas_session_show_source (self, g_value_get_string (value));
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
  properties[ATLAS_SESSION_PROP_DATASET] = g_param_spec_object ("dataset", NULL, NULL, ATLAS_TYPE_DATASET, READ_WRITE);
  properties[ATLAS_SESSION_PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, ATLAS_TYPE_ITEM, READ_WRITE);
  properties[ATLAS_SESSION_PROP_HOVERED] = g_param_spec_object ("hovered", NULL, NULL, ATLAS_TYPE_ITEM, READ_WRITE);
  properties[ATLAS_SESSION_PROP_CLOCK] = g_param_spec_boxed ("clock", NULL, NULL, ATLAS_TYPE_TIME_SPAN, READ_WRITE);
  properties[ATLAS_SESSION_PROP_CLOCK_MODE] =
    g_param_spec_uint ("clock-mode", NULL, NULL, 0, ATLAS_N_CLOCK_MODES - 1, ATLAS_CLOCK_ALL, READ_WRITE);
  properties[ATLAS_SESSION_PROP_COMPARISON] = g_param_spec_boxed ("comparison", NULL, NULL, ATLAS_TYPE_TIME_SPAN, READ_WRITE);
  properties[ATLAS_SESSION_PROP_PLAYING] = g_param_spec_boolean ("playing", NULL, NULL, FALSE, READ_WRITE);
  properties[ATLAS_SESSION_PROP_RANGE] = g_param_spec_boxed ("range", NULL, NULL, ATLAS_TYPE_TIME_SPAN, READ_WRITE);
  properties[ATLAS_SESSION_PROP_FILTER] = g_param_spec_boxed ("filter", NULL, NULL, ATLAS_TYPE_FILTER, READ_WRITE);
  properties[ATLAS_SESSION_PROP_CAMERA] = g_param_spec_boxed ("camera", NULL, NULL, ATLAS_TYPE_CAMERA, READ_WRITE);
  properties[ATLAS_SESSION_PROP_OVERLAY] =
    g_param_spec_uint ("overlay", NULL, NULL, 0, ATLAS_N_OVERLAYS - 1, ATLAS_OVERLAY_NONE, READ_WRITE);
  properties[ATLAS_SESSION_PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, NULL, READ_WRITE);
  properties[ATLAS_SESSION_PROP_PASSAGE] = g_param_spec_string ("passage", NULL, NULL, NULL, READ_WRITE);
  properties[ATLAS_SESSION_PROP_CITATION] = g_param_spec_uint ("citation", NULL, NULL, 0, G_MAXUINT, 0, READ_WRITE);
  properties[ATLAS_SESSION_PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, ATLAS_N_PAGES - 1, ATLAS_PAGE_REPORT, READ_WRITE);
  properties[ATLAS_SESSION_PROP_SOURCE] = g_param_spec_string ("source", NULL, NULL, NULL, READ_WRITE);
  properties[ATLAS_SESSION_PROP_TOUR] = g_param_spec_string ("tour", NULL, NULL, NULL, READ_ONLY);
  properties[ATLAS_SESSION_PROP_STEP] = g_param_spec_uint ("step", NULL, NULL, 0, G_MAXUINT, 0, READ_ONLY);
  properties[ATLAS_SESSION_PROP_CAN_GO_BACK] = g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE, READ_ONLY);
  properties[ATLAS_SESSION_PROP_CAN_GO_FORWARD] = g_param_spec_boolean ("can-go-forward", NULL, NULL, FALSE, READ_ONLY);
  properties[ATLAS_SESSION_PROP_SENTENCE] = g_param_spec_string ("sentence", NULL, NULL, NULL, READ_ONLY);
  properties[ATLAS_SESSION_PROP_RESTORING] = g_param_spec_boolean ("restoring", NULL, NULL, FALSE, READ_ONLY);

  g_object_class_install_properties (object_class, ATLAS_SESSION_N_PROPS, properties);
}

static void
atlas_session_class_init (AtlasSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType         type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = atlas_session_dispose;
  object_class->finalize = atlas_session_finalize;
  object_class->get_property = atlas_session_get_property;
  object_class->set_property = atlas_session_set_property;

  install_properties (object_class);

  signals[FIT_REQUESTED] =
    g_signal_new ("fit-requested", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, ATLAS_TYPE_BOX | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[ITEMS_CHANGED] = g_signal_new ("items-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REVEAL_REQUESTED] =
    g_signal_new ("reveal-requested", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, ATLAS_TYPE_ITEM);
  signals[PINGED] =
    g_signal_new ("pinged", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
atlas_session_init (AtlasSession *self)
{
  self->filter = atlas_filter_new ();
  self->history = atlas_history_new ();
  self->today = atlas_day_today ();
  self->range = atlas_time_unit_around (ATLAS_TIME_UNIT_YEAR, self->today);
}

/**
 * atlas_session_new:
 * @dataset: (nullable): what it looks at first
 *
 * Makes a session at the atlas's opening view, with a history of that one place.
 *
 * Returns: (transfer full): the session
 */
AtlasSession *
atlas_session_new (AtlasDataset *dataset)
{
  AtlasSession *self = g_object_new (ATLAS_TYPE_SESSION, NULL);

  if (dataset != NULL)
    atlas_session_set_dataset (self, dataset);
  else
    atlas_session_history_record (self, ATLAS_RECORD_PUSH);

  return self;
}

void
atlas_session_notify (AtlasSession    *self,
                      AtlasSessionProp prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

void
atlas_session_changed (AtlasSession *self,
                       gboolean      items)
{
  g_assert (self->depth > 0);

  self->items_changed |= items;
  g_clear_pointer (&self->sentence, g_free);
  atlas_session_notify (self, ATLAS_SESSION_PROP_SENTENCE);
}

void
atlas_session_begin (AtlasSession *self,
                     AtlasRecord   record)
{
  if (self->depth == 0)
    {
      g_object_ref (self); /* whoever is told may let go of it */
      self->record = ATLAS_RECORD_NONE;
      self->next_gesture = ATLAS_GESTURE_NONE;
      self->items_changed = FALSE;
    }

  /* What is there must be in the history before another place is. */
  if (record == ATLAS_RECORD_PUSH && self->record != ATLAS_RECORD_PUSH && !self->restoring)
    atlas_session_history_catch_up (self);

  self->depth++;
  self->record = MAX (self->record, record);
  g_object_freeze_notify (G_OBJECT (self));
}

void
atlas_session_end (AtlasSession *self)
{
  gboolean items_changed = FALSE;

  g_assert (self->depth > 0);

  if (--self->depth > 0)
    {
      g_object_thaw_notify (G_OBJECT (self));
      return;
    }

  /* While a state is restored, what views write belongs to it. */
  items_changed = self->items_changed;
  if (self->record == ATLAS_RECORD_PUSH && !self->restoring && self->tour == NULL)
    atlas_session_put_tour (self, NULL, 0);
  if (self->record != ATLAS_RECORD_NONE)
    atlas_session_history_record (self, self->restoring ? ATLAS_RECORD_AMEND : self->record);

  g_object_thaw_notify (G_OBJECT (self));
  if (items_changed)
    g_signal_emit (self, signals[ITEMS_CHANGED], 0);

  g_object_unref (self);
}

void
atlas_session_request_fit (AtlasSession *self,
                           AtlasBox      lonlat)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));

  if (!atlas_box_is_empty (lonlat))
    g_signal_emit (self, signals[FIT_REQUESTED], 0, &lonlat);
}

void
atlas_session_request_reveal (AtlasSession *self,
                              AtlasItem    *item)
{
  g_signal_emit (self, signals[REVEAL_REQUESTED], 0, item);
}

void
atlas_session_emit_pinged (AtlasSession *self,
                           GPtrArray    *items)
{
  g_signal_emit (self, signals[PINGED], 0, items);
}

const char *
atlas_session_get_sentence (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  if (self->sentence == NULL)
    self->sentence = atlas_sentence_for_session (self);

  return self->sentence;
}
