// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-tour.h"

#include <string.h>

/* A citation has at most this many digits: no report has more, and a number of any length is no reason to overflow. */
#define MAX_DIGITS 4

struct _AtlasTourStep
{
  GObject            parent_instance;

  char              *title;
  char              *text;
  char              *notes; /* (nullable) */
  AtlasSessionState *state;
  GStrv              sources;
  char              *question;  /* (nullable) */
  char              *answer;    /* (nullable) */
  GArray            *citations; /* of guint */
};

G_DEFINE_FINAL_TYPE (AtlasTourStep, atlas_tour_step, G_TYPE_OBJECT)

static void
atlas_tour_step_finalize (GObject *object)
{
  AtlasTourStep *self = ATLAS_TOUR_STEP (object);

  g_free (self->title);
  g_free (self->text);
  g_free (self->notes);
  g_free (self->question);
  g_free (self->answer);
  g_clear_pointer (&self->state, atlas_session_state_free);
  g_clear_pointer (&self->sources, g_strfreev);
  g_clear_pointer (&self->citations, g_array_unref);

  G_OBJECT_CLASS (atlas_tour_step_parent_class)->finalize (object);
}

static void
atlas_tour_step_class_init (AtlasTourStepClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_tour_step_finalize;
}

static void
atlas_tour_step_init (AtlasTourStep *self)
{
  self->citations = g_array_new (FALSE, FALSE, sizeof (guint));
}

static void
add_citation (AtlasTourStep *self,
              guint          number)
{
  for (guint i = 0; i < self->citations->len; i++)
    if (g_array_index (self->citations, guint, i) == number)
      return;

  g_array_append_val (self->citations, number);
}

/* "[12]"; anything else in brackets is words. */
static void
find_citations (AtlasTourStep *self)
{
  for (const char *at = strchr (self->text, '['); at != NULL; at = strchr (at + 1, '['))
    {
      size_t digits = strspn (at + 1, "0123456789");
      guint  number = 0;

      if (digits == 0 || digits > MAX_DIGITS || at[1 + digits] != ']')
        continue;

      number = (guint) g_ascii_strtoull (at + 1, NULL, 10);
      if (number > 0)
        add_citation (self, number);
    }
}

/* A step says what to look at, not in which atlas, tour or language. */
static AtlasSessionState *
copy_state (const AtlasSessionState *state)
{
  AtlasSessionState *copy = state != NULL ? atlas_session_state_copy (state) : atlas_session_state_new ();

  g_clear_pointer (&copy->atlas, g_free);
  g_clear_pointer (&copy->tour, g_free);
  g_clear_pointer (&copy->language, g_free);
  copy->step = 0;

  return copy;
}

static char *
dup_unless_empty (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

/**
 * atlas_tour_step_new:
 * @spec: what it is made of; copied
 *
 * Makes a step.
 *
 * Returns: (transfer full): the step
 */
AtlasTourStep *
atlas_tour_step_new (const AtlasTourStepSpec *spec)
{
  AtlasTourStep *self = NULL;

  g_return_val_if_fail (spec != NULL && spec->title != NULL, NULL);

  self = g_object_new (ATLAS_TYPE_TOUR_STEP, NULL);
  self->title = g_strdup (spec->title);
  self->text = g_strdup (spec->text != NULL ? spec->text : "");
  self->notes = dup_unless_empty (spec->notes);
  self->question = dup_unless_empty (spec->question);
  self->answer = dup_unless_empty (spec->answer);
  self->state = copy_state (spec->state);
  self->sources = spec->sources != NULL ? g_strdupv ((char **) spec->sources) : g_new0 (char *, 1);
  find_citations (self);

  return self;
}

AtlasTourStepSpec
atlas_tour_step_get_spec (AtlasTourStep *self)
{
  g_return_val_if_fail (ATLAS_IS_TOUR_STEP (self), (AtlasTourStepSpec){ NULL });

  return (AtlasTourStepSpec){
    .title = self->title,
    .text = self->text,
    .notes = self->notes,
    .state = self->state,
    .sources = (const char *const *) self->sources,
    .question = self->question,
    .answer = self->answer,
  };
}

const char *
atlas_tour_step_get_title (AtlasTourStep *self)
{
  g_return_val_if_fail (ATLAS_IS_TOUR_STEP (self), NULL);

  return self->title;
}

const char *
atlas_tour_step_get_text (AtlasTourStep *self)
{
  g_return_val_if_fail (ATLAS_IS_TOUR_STEP (self), NULL);

  return self->text;
}

const char *
atlas_tour_step_get_notes (AtlasTourStep *self)
{
  g_return_val_if_fail (ATLAS_IS_TOUR_STEP (self), NULL);

  return self->notes;
}

const AtlasSessionState *
atlas_tour_step_get_state (AtlasTourStep *self)
{
  g_return_val_if_fail (ATLAS_IS_TOUR_STEP (self), NULL);

  return self->state;
}

const char *const *
atlas_tour_step_get_sources (AtlasTourStep *self)
{
  g_return_val_if_fail (ATLAS_IS_TOUR_STEP (self), NULL);

  return (const char *const *) self->sources;
}

const char *
atlas_tour_step_get_question (AtlasTourStep *self)
{
  g_return_val_if_fail (ATLAS_IS_TOUR_STEP (self), NULL);

  return self->question;
}

const char *
atlas_tour_step_get_answer (AtlasTourStep *self)
{
  g_return_val_if_fail (ATLAS_IS_TOUR_STEP (self), NULL);

  return self->answer;
}

const guint *
atlas_tour_step_get_citations (AtlasTourStep *self,
                               guint         *n_citations)
{
  g_return_val_if_fail (ATLAS_IS_TOUR_STEP (self), NULL);

  *n_citations = self->citations->len;

  return (const guint *) (gpointer) self->citations->data;
}

char *
atlas_tour_step_dup_link (AtlasTourStep *self)
{
  g_autofree char *link = NULL;
  const char      *fragment = NULL;

  g_return_val_if_fail (ATLAS_IS_TOUR_STEP (self), NULL);

  link = atlas_session_state_to_link (self->state);
  fragment = strchr (link, '#');

  return g_strdup (fragment != NULL ? fragment : "#");
}

gboolean
atlas_tour_step_equal (AtlasTourStep *a,
                       AtlasTourStep *b)
{
  g_return_val_if_fail (ATLAS_IS_TOUR_STEP (a) && ATLAS_IS_TOUR_STEP (b), FALSE);

  return a == b ||
         (g_str_equal (a->title, b->title) && g_str_equal (a->text, b->text) && g_strcmp0 (a->notes, b->notes) == 0 &&
          g_strcmp0 (a->question, b->question) == 0 && g_strcmp0 (a->answer, b->answer) == 0 &&
          g_strv_equal ((const char *const *) a->sources, (const char *const *) b->sources) &&
          atlas_session_state_equal (a->state, b->state));
}
