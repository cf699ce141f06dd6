// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-session-state.h"

#include <math.h>

G_DEFINE_BOXED_TYPE (AtlasSessionState, atlas_session_state, atlas_session_state_copy, atlas_session_state_free)
G_DEFINE_QUARK (atlas_link_error, atlas_link_error)

/* Cameras nearer than this are one: a link has no more decimals. */
#define SAME_DEGREES 1e-6
#define SAME_ZOOM 1e-3

static gboolean
find_id (const char *const *ids,
         guint              n_ids,
         const char        *id, /* (nullable) */
         guint             *index)
{
  for (guint i = 0; i < n_ids; i++)
    if (g_strcmp0 (ids[i], id) == 0)
      {
        *index = i;
        return TRUE;
      }

  return FALSE;
}

static const char *const clock_modes[] = {
  [ATLAS_CLOCK_ALL] = "all",
  [ATLAS_CLOCK_AT] = "at",
  [ATLAS_CLOCK_UP_TO] = "upto",
};

G_STATIC_ASSERT (G_N_ELEMENTS (clock_modes) == ATLAS_N_CLOCK_MODES);

const char *
atlas_clock_mode_get_id (AtlasClockMode mode)
{
  g_return_val_if_fail ((guint) mode < ATLAS_N_CLOCK_MODES, NULL);

  return clock_modes[mode];
}

gboolean
atlas_clock_mode_from_id (const char     *id,
                          AtlasClockMode *mode)
{
  guint index = 0;

  if (!find_id (clock_modes, G_N_ELEMENTS (clock_modes), id, &index))
    return FALSE;

  *mode = (AtlasClockMode) index;

  return TRUE;
}

static const char *const overlays[] = {
  [ATLAS_OVERLAY_NONE] = "none",
  [ATLAS_OVERLAY_EVIDENCE] = "evidence",
};

G_STATIC_ASSERT (G_N_ELEMENTS (overlays) == ATLAS_N_OVERLAYS);

const char *
atlas_overlay_get_id (AtlasOverlay overlay)
{
  g_return_val_if_fail ((guint) overlay < ATLAS_N_OVERLAYS, NULL);

  return overlays[overlay];
}

gboolean
atlas_overlay_from_id (const char   *id,
                       AtlasOverlay *overlay)
{
  guint index = 0;

  if (!find_id (overlays, G_N_ELEMENTS (overlays), id, &index))
    return FALSE;

  *overlay = (AtlasOverlay) index;

  return TRUE;
}

static const char *const pages[] = {
  [ATLAS_PAGE_ITEM] = "item",
  [ATLAS_PAGE_REPORT] = "report",
  [ATLAS_PAGE_SOURCES] = "sources",
  [ATLAS_PAGE_NOTES] = "notes",
  [ATLAS_PAGE_TOURS] = "tours",
};

G_STATIC_ASSERT (G_N_ELEMENTS (pages) == ATLAS_N_PAGES);

const char *
atlas_page_get_id (AtlasPage page)
{
  g_return_val_if_fail ((guint) page < ATLAS_N_PAGES, NULL);

  return pages[page];
}

gboolean
atlas_page_from_id (const char *id,
                    AtlasPage  *page)
{
  guint index = 0;

  if (!find_id (pages, G_N_ELEMENTS (pages), id, &index))
    return FALSE;

  *page = (AtlasPage) index;

  return TRUE;
}

/**
 * atlas_session_state_new:
 *
 * Makes a state in which nothing is said.
 *
 * Returns: (transfer full): the state
 */
AtlasSessionState *
atlas_session_state_new (void)
{
  return g_new0 (AtlasSessionState, 1);
}

AtlasSessionState *
atlas_session_state_copy (const AtlasSessionState *self)
{
  AtlasSessionState *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new (AtlasSessionState, 1);
  *copy = *self;
  copy->atlas = g_strdup (self->atlas);
  copy->item = g_strdup (self->item);
  copy->passage = g_strdup (self->passage);
  copy->tour = g_strdup (self->tour);
  copy->show = g_strdup (self->show);
  copy->find = g_strdup (self->find);
  copy->source = g_strdup (self->source);
  copy->language = g_strdup (self->language);

  return copy;
}

void
atlas_session_state_free (AtlasSessionState *self)
{
  g_free (self->atlas);
  g_free (self->item);
  g_free (self->passage);
  g_free (self->tour);
  g_free (self->show);
  g_free (self->find);
  g_free (self->source);
  g_free (self->language);
  g_free (self);
}

static gboolean
cameras_equal (const AtlasSessionState *a,
               const AtlasSessionState *b)
{
  if (!a->has_camera || !b->has_camera)
    return a->has_camera == b->has_camera;

  return fabs (a->camera.zoom - b->camera.zoom) <= SAME_ZOOM &&
         fabs (a->camera.latitude - b->camera.latitude) <= SAME_DEGREES &&
         fabs (a->camera.longitude - b->camera.longitude) <= SAME_DEGREES;
}

/* Two empty spans are one: neither says anything. */
static gboolean
spans_equal (AtlasTimeSpan a,
             AtlasTimeSpan b)
{
  return atlas_time_span_equal (a, b) || (atlas_time_span_is_empty (a) && atlas_time_span_is_empty (b));
}

AtlasPage
atlas_session_state_get_page (const AtlasSessionState *self)
{
  g_return_val_if_fail (self != NULL, ATLAS_PAGE_REPORT);

  return self->page == ATLAS_PAGE_ITEM && self->item == NULL ? ATLAS_PAGE_REPORT : self->page;
}

gboolean
atlas_session_state_equal (const AtlasSessionState *a,
                           const AtlasSessionState *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return spans_equal (a->date, b->date) && a->mode == b->mode && a->overlay == b->overlay &&
         spans_equal (a->comparison, b->comparison) && spans_equal (a->range, b->range) &&
         spans_equal (a->window, b->window) && cameras_equal (a, b) && a->cite == b->cite && a->step == b->step &&
         atlas_session_state_get_page (a) == atlas_session_state_get_page (b) && g_strcmp0 (a->source, b->source) == 0 &&
         g_strcmp0 (a->atlas, b->atlas) == 0 && g_strcmp0 (a->item, b->item) == 0 &&
         g_strcmp0 (a->passage, b->passage) == 0 && g_strcmp0 (a->tour, b->tour) == 0 && g_strcmp0 (a->show, b->show) == 0 &&
         g_strcmp0 (a->find, b->find) == 0 && g_strcmp0 (a->language, b->language) == 0;
}
