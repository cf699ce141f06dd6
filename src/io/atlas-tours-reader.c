// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-tours-reader.h"

#include "atlas-limits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Keys of a link that a step cannot have: it is a step already, and the language is the reader's own choice. */
static const char *const other_keys[] = { "tour", "step", "lang", NULL };

typedef struct
{
  char              *title;
  char              *text;
  char              *notes;
  AtlasSessionState *state;
  GStrv              sources;
  char              *question;
  char              *answer;
} Step;

typedef struct
{
  char      *id;
  char      *title;
  char      *description;
  GPtrArray *steps; /* of AtlasTourStep */
} Tour;

static void
step_clear (Step *self)
{
  g_free (self->title);
  g_free (self->text);
  g_free (self->notes);
  g_clear_pointer (&self->state, atlas_session_state_free);
  g_strfreev (self->sources);
  g_free (self->question);
  g_free (self->answer);
}

static void
tour_clear (Tour *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->description);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Step, step_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tour, tour_clear)

#define MEMBER(Type_, name_, reader_, field_, required_)       \
  {                                                            \
    name_, reader_, G_STRUCT_OFFSET (Type_, field_), required_ \
  }

static gboolean
is_member (const AtlasJsonMember *members,
           const char            *name)
{
  for (guint i = 0; members[i].name != NULL; i++)
    if (g_str_equal (members[i].name, name))
      return TRUE;

  return FALSE;
}

/* Reads an object of which everything must be known: what is written again must not have lost anything. */
static gboolean
read_whole (const AtlasJson       *self,
            const AtlasJsonMember *members,
            gpointer               out,
            GError               **error)
{
  JsonObjectIter iter;
  const char    *name = NULL;
  JsonNode      *node = NULL;

  if (!atlas_json_read_object (self, members, out, NULL, error))
    return FALSE;

  json_object_iter_init_ordered (&iter, json_node_get_object (self->node));
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (!is_member (members, name))
      return atlas_json_fail (self, error, ATLAS_RULE_UNKNOWN_MEMBER, _ ("there is no member “%.80s” here; take it out"), name);

  return TRUE;
}

static gboolean
read_text_of (const AtlasJson *self,
              gsize            limit,
              gpointer         out,
              GError         **error)
{
  g_autofree char *text = NULL;

  if (!atlas_json_read_string (self, &text, error))
    return FALSE;
  if (strlen (text) > limit)
    return atlas_json_fail (self, error, ATLAS_RULE_LIMIT, _ ("a text of more than %zu bytes"), limit);

  *(char **) out = g_steal_pointer (&text);

  return TRUE;
}

static gboolean
read_text (const AtlasJson *self,
           gpointer         out,
           GError         **error)
{
  return read_text_of (self, ATLAS_LIMIT_TOUR_TEXT, out, error);
}

static gboolean
read_notes (const AtlasJson *self,
            gpointer         out,
            GError         **error)
{
  return read_text_of (self, ATLAS_LIMIT_TOUR_NOTES, out, error);
}

static gboolean
read_sources (const AtlasJson *self,
              gpointer         out,
              GError         **error)
{
  guint length = 0;

  return atlas_json_get_length (self, ATLAS_LIMIT_STEP_SOURCES, &length, error) && atlas_json_read_names (self, out, error);
}

/* Every key of a state must be one that a step can have. */
static gboolean
check_keys (const AtlasJson *self,
            const char      *text,
            GError         **error)
{
  g_auto (GStrv) pairs = g_strsplit (text + 1, "&", -1);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      char *equals = strchr (pairs[i], '=');

      if (equals != NULL)
        *equals = '\0';
      if (equals == NULL || !atlas_session_state_has_key (pairs[i]) || g_strv_contains (other_keys, pairs[i]))
        return atlas_json_fail (self, error, ATLAS_RULE_VALUE, _ ("the state of a step has no “%.80s”; take it out"), pairs[i]);
    }

  return TRUE;
}

static gboolean
read_state (const AtlasJson *self,
            gpointer         out,
            GError         **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) inner = NULL;
  g_autoptr (AtlasSessionState) state = NULL;

  if (!read_text_of (self, ATLAS_LINK_MAX_LENGTH, &text, error))
    return FALSE;
  if (*text != '#')
    return atlas_json_fail (self, error, ATLAS_RULE_VALUE, _ ("a state is the part of a link from its “#” on"));

  state = atlas_session_state_parse (text, &inner);
  if (state == NULL)
    return atlas_json_fail (self, error, ATLAS_RULE_VALUE, "%s", inner->message);
  if (!check_keys (self, text, error))
    return FALSE;

  *(AtlasSessionState **) out = g_steal_pointer (&state);

  return TRUE;
}

/* Into the step that @out is the start of. */
static gboolean
read_question (const AtlasJson *self,
               gpointer         out,
               GError         **error)
{
  static const AtlasJsonMember members[] = {
    MEMBER (Step, "text", read_text, question, TRUE),
    MEMBER (Step, "answer", read_text, answer, TRUE),
    { NULL },
  };

  return read_whole (self, members, out, error);
}

static const AtlasJsonMember step_members[] = {
  MEMBER (Step, "title", atlas_json_read_name, title, TRUE),
  MEMBER (Step, "text", read_text, text, FALSE),
  MEMBER (Step, "notes", read_notes, notes, FALSE),
  MEMBER (Step, "state", read_state, state, TRUE),
  MEMBER (Step, "sources", read_sources, sources, FALSE),
  { "question", read_question, 0, FALSE },
  { NULL },
};

static AtlasTourStep *
read_step (const AtlasJson *self,
           GError         **error)
{
  g_auto (Step) step = { NULL };
  AtlasTourStepSpec spec;

  if (!read_whole (self, step_members, &step, error))
    return NULL;

  spec = (AtlasTourStepSpec){ step.title, step.text, step.notes, step.state, (const char *const *) step.sources, step.question, step.answer };

  return atlas_tour_step_new (&spec);
}

static gboolean
read_steps (const AtlasJson *self,
            gpointer         out,
            GError         **error)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (g_object_unref);
  guint length = 0;

  if (!atlas_json_get_length (self, ATLAS_LIMIT_TOUR_STEPS, &length, error))
    return FALSE;

  for (guint i = 0; i < length; i++)
    {
      AtlasJson      element = atlas_json_element (self, i);
      AtlasTourStep *step = read_step (&element, error);

      if (step == NULL)
        return FALSE;
      g_ptr_array_add (steps, step);
    }

  *(GPtrArray **) out = g_steal_pointer (&steps);

  return TRUE;
}

static const AtlasJsonMember tour_members[] = {
  MEMBER (Tour, "id", atlas_json_read_id, id, TRUE),
  MEMBER (Tour, "title", atlas_json_read_name, title, TRUE),
  MEMBER (Tour, "description", read_text, description, FALSE),
  MEMBER (Tour, "steps", read_steps, steps, TRUE),
  { NULL },
};

static AtlasTour *
read_tour (const AtlasJson *self,
           GError         **error)
{
  g_auto (Tour) tour = { NULL };

  if (!read_whole (self, tour_members, &tour, error))
    return NULL;

  return atlas_tour_new (tour.id, tour.title, tour.description, tour.steps);
}

typedef struct
{
  guint format;
  char *atlas;
} Head;

static const AtlasJsonMember head_members[] = {
  MEMBER (Head, "format", atlas_json_read_number, format, FALSE),
  { "tours", atlas_json_skip, 0, TRUE },
  { NULL },
};

/* A file of the user's says of which atlas it is. */
static const AtlasJsonMember own_head_members[] = {
  MEMBER (Head, "format", atlas_json_read_number, format, TRUE),
  MEMBER (Head, "atlas", atlas_json_read_id, atlas, TRUE),
  { "tours", atlas_json_skip, 0, TRUE },
  { NULL },
};

/* Enters the list of tours. @atlas: (out): what the file says */
static gboolean
read_head (const AtlasJson       *root,
           const AtlasJsonMember *members,
           char                 **atlas,
           AtlasJson             *list,
           guint                 *length,
           GError               **error)
{
  Head      head = { .format = ATLAS_TOURS_FORMAT };
  gboolean  read = read_whole (root, members, &head, error);
  AtlasJson format;

  *atlas = head.atlas;
  if (!read)
    return FALSE;

  if (head.format != ATLAS_TOURS_FORMAT)
    return atlas_json_enter (root, "format", &format, error) &&
           atlas_json_fail (&format, error, ATLAS_RULE_FORMAT, _ ("format %u is not known; this program reads %u"), head.format, ATLAS_TOURS_FORMAT);

  return atlas_json_enter (root, "tours", list, error) && atlas_json_get_length (list, ATLAS_LIMIT_TOURS, length, error);
}

static void
free_tour (gpointer tour)
{
  g_clear_object (&tour);
}

GPtrArray *
atlas_tours_read (const AtlasJson *root,
                  const char      *file,
                  GPtrArray       *findings)
{
  g_autoptr (GPtrArray) tours = g_ptr_array_new_with_free_func (free_tour);
  g_autofree char *atlas = NULL;
  GError          *error = NULL;
  AtlasJson        list;
  guint            length = 0;

  if (!read_head (root, head_members, &atlas, &list, &length, &error))
    atlas_findings_add_error (findings, file, g_steal_pointer (&error));

  for (guint i = 0; i < length; i++)
    {
      AtlasJson element = atlas_json_element (&list, i);

      g_ptr_array_add (tours, read_tour (&element, &error));
      if (error != NULL)
        atlas_findings_add_error (findings, file, g_steal_pointer (&error));
    }

  return g_steal_pointer (&tours);
}

/* As the whole check of a bundle does it, but of this one file. */
static gboolean
check_ids (GPtrArray *tours,
           GError   **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < tours->len; i++)
    {
      const char *id = atlas_tour_get_id (g_ptr_array_index (tours, i));

      if (!g_hash_table_add (ids, (gpointer) id))
        {
          g_set_error (error, ATLAS_BUNDLE_ERROR, ATLAS_RULE_DUPLICATE_ID, _ ("#/tours/%u/id: the id “%s” is taken already"), i, id);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
read_own (JsonNode  *node,
          char     **atlas,
          GPtrArray *tours,
          GError   **error)
{
  AtlasJson root = ATLAS_JSON_ROOT (node);
  AtlasJson list;
  guint     length = 0;

  if (!read_head (&root, own_head_members, atlas, &list, &length, error))
    return FALSE;

  for (guint i = 0; i < length; i++)
    {
      AtlasJson  element = atlas_json_element (&list, i);
      AtlasTour *tour = read_tour (&element, error);

      if (tour == NULL)
        return FALSE;
      g_ptr_array_add (tours, tour);
    }

  return check_ids (tours, error);
}

GPtrArray *
atlas_tours_read_own (GBytes     *bytes,
                      const char *file,
                      char      **atlas,
                      GError    **error)
{
  g_autoptr (GPtrArray) tours = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *id = NULL;

  g_return_val_if_fail (bytes != NULL && file != NULL && atlas != NULL, NULL);

  node = atlas_json_parse (bytes, error);
  if (node == NULL || !read_own (node, &id, tours, error))
    {
      g_prefix_error (error, "%s", file);
      return NULL;
    }

  *atlas = g_steal_pointer (&id);

  return g_steal_pointer (&tours);
}
