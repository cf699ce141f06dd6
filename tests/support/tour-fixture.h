// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-presentation.h"

#include "sample-atlas.h"

/* A tour of the sample atlas, and a presentation of it. Its second step asks; its third says nothing of the view. */
/* clang-format off */
static const struct
{
  const char *title;
  const char *text;
  const char *state;
  const char *question;
  const char *answer;
} sample_steps[] = {
  { "Beginnings", "All there is [12].", "#date=1997-07&range=1991/2010&map=5/41/47", NULL, NULL },
  { "South line", "It works.", "#date=2006-06&mode=upto&range=1999/2010&map=6.5/40/42&item=south&show=pipeline", "Who pays?", "All." },
  { "Nothing said", "", "#", NULL, NULL },
  { "Two dates", "Then and now.", "#date=2021&compare=1996&range=1991/2030&window=1991/2022&map=7/40/47&overlay=evidence&find=line", NULL, NULL },
};
/* clang-format on */

static inline AtlasTourStep *
sample_step_new (guint index)
{
  g_autoptr (AtlasSessionState) state = atlas_session_state_parse (sample_steps[index].state, NULL);
  AtlasTourStepSpec spec = { .title = sample_steps[index].title, .text = sample_steps[index].text, .state = state,
                             .question = sample_steps[index].question, .answer = sample_steps[index].answer };

  return atlas_tour_step_new (&spec);
}

static inline AtlasTour *
sample_tour_new (guint n_steps)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_steps; i++)
    g_ptr_array_add (steps, sample_step_new (i));

  return atlas_tour_new ("sample-tour", "Sample tour", NULL, steps);
}

typedef struct
{
  AtlasDataset      *dataset;
  AtlasTour         *tour;
  AtlasPresentation *presentation;
  AtlasSession      *session; /* the presentation's */
} TourFixture;

static inline void
tour_fixture_set_up (TourFixture  *fixture,
                     gconstpointer data)
{
  fixture->dataset = sample_atlas_new ("sample", NULL);
  fixture->tour = sample_tour_new (G_N_ELEMENTS (sample_steps));
  fixture->presentation = atlas_presentation_new (fixture->dataset, fixture->tour);
  fixture->session = atlas_presentation_get_session (fixture->presentation);
}

static inline void
tour_fixture_tear_down (TourFixture  *fixture,
                        gconstpointer data)
{
  g_assert_finalize_object (fixture->presentation);
  g_assert_finalize_object (fixture->tour);
  g_assert_finalize_object (fixture->dataset);
}
