// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-note.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (atlas_note_error, atlas_note_error)

struct _AtlasNote
{
  GObject          parent_instance;

  AtlasNoteFields *fields;
};

G_DEFINE_FINAL_TYPE (AtlasNote, atlas_note, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint             signals[N_SIGNALS];

static const char *const kinds[] = {
  [ATLAS_NOTE_WORDS] = "note",
  [ATLAS_NOTE_HIGHLIGHT] = "highlight",
  [ATLAS_NOTE_BOOKMARK] = "bookmark",
  [ATLAS_NOTE_REFERENCE] = "reference",
};
static const char *const targets[] = {
  [ATLAS_NOTE_ON_NOTHING] = NULL,
  [ATLAS_NOTE_ON_PASSAGE] = "passage",
  [ATLAS_NOTE_ON_ITEM] = "item",
  [ATLAS_NOTE_ON_SOURCE] = "source",
};
static const char *const editions[] = {
  [ATLAS_NOTE_RETOLD] = "retold",
  [ATLAS_NOTE_ORIGINAL] = "original",
};
static const char *const colours[] = {
  [ATLAS_NOTE_YELLOW] = "yellow",
  [ATLAS_NOTE_GREEN] = "green",
  [ATLAS_NOTE_BLUE] = "blue",
  [ATLAS_NOTE_PINK] = "pink",
};
G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == ATLAS_N_NOTE_KINDS);
G_STATIC_ASSERT (G_N_ELEMENTS (targets) == ATLAS_N_NOTE_TARGETS);
G_STATIC_ASSERT (G_N_ELEMENTS (editions) == ATLAS_N_NOTE_EDITIONS);
G_STATIC_ASSERT (G_N_ELEMENTS (colours) == ATLAS_N_NOTE_COLOURS);

// clang-format off
#define DEFINE_IDS(name_, Type_, ids_)                                 \
  const char *                                                         \
  atlas_note_##name_##_get_id (Type_ name_)                            \
  {                                                                    \
    g_return_val_if_fail ((guint) name_ < G_N_ELEMENTS (ids_), NULL);  \
                                                                       \
    return ids_[name_];                                                \
  }                                                                    \
                                                                       \
  gboolean                                                             \
  atlas_note_##name_##_from_id (const char *id,                        \
                                Type_      *name_)                     \
  {                                                                    \
    for (guint i = 0; i < G_N_ELEMENTS (ids_); i++)                    \
      if (g_strcmp0 (ids_[i], id) == 0)                                \
        {                                                              \
          *name_ = (Type_) i;                                          \
          return TRUE;                                                 \
        }                                                              \
                                                                       \
    return FALSE;                                                      \
  }

DEFINE_IDS (kind, AtlasNoteKind, kinds)
DEFINE_IDS (target, AtlasNoteTarget, targets)
DEFINE_IDS (edition, AtlasNoteEdition, editions)
DEFINE_IDS (colour, AtlasNoteColour, colours)

/* The members that are text, and which kinds have them. */
static const struct
{
  const char *name;
  gsize       offset;
  guint       max;
  guint       required; /* 1 << kind */
} texts[] = {
  { "id", G_STRUCT_OFFSET (AtlasNoteFields, id), ATLAS_NOTE_MAX_NAME, ~0U },
  { "atlas", G_STRUCT_OFFSET (AtlasNoteFields, atlas), ATLAS_NOTE_MAX_NAME, ~0U },
  { "on", G_STRUCT_OFFSET (AtlasNoteFields, target_id), ATLAS_NOTE_MAX_NAME, 1U << ATLAS_NOTE_HIGHLIGHT },
  { "text", G_STRUCT_OFFSET (AtlasNoteFields, text), ATLAS_NOTE_MAX_TEXT, ~0U },
  { "link", G_STRUCT_OFFSET (AtlasNoteFields, link), ATLAS_NOTE_MAX_LINK, 1U << ATLAS_NOTE_BOOKMARK },
  { "quote", G_STRUCT_OFFSET (AtlasNoteFields, quote), ATLAS_NOTE_MAX_TEXT, 1U << ATLAS_NOTE_HIGHLIGHT },
};
// clang-format on

AtlasNoteFields *
atlas_note_fields_new (void)
{
  return g_new0 (AtlasNoteFields, 1);
}

AtlasNoteFields *
atlas_note_fields_copy (const AtlasNoteFields *self)
{
  AtlasNoteFields *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    G_STRUCT_MEMBER (char *, copy, texts[i].offset) = g_strdup (G_STRUCT_MEMBER (const char *, self, texts[i].offset));

  return copy;
}

void
atlas_note_fields_free (AtlasNoteFields *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (G_STRUCT_MEMBER (char *, self, texts[i].offset));
  g_free (self);
}

gboolean
atlas_note_fields_equal (const AtlasNoteFields *a,
                         const AtlasNoteFields *b)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_strcmp0 (G_STRUCT_MEMBER (const char *, a, texts[i].offset), G_STRUCT_MEMBER (const char *, b, texts[i].offset)) != 0)
      return FALSE;

  return a->kind == b->kind && a->target == b->target && a->edition == b->edition && a->begin == b->begin && a->end == b->end &&
         a->colour == b->colour && a->citation == b->citation;
}

static gboolean
check_text (const AtlasNoteFields *self,
            guint                  i,
            GError               **error)
{
  const char *text = G_STRUCT_MEMBER (const char *, self, texts[i].offset);

  if (text == NULL && (texts[i].required & (1U << self->kind)) == 0)
    return TRUE;

  if (text == NULL)
    g_set_error (error, ATLAS_NOTE_ERROR, ATLAS_NOTE_ERROR_MISSING, _ ("%s: is missing"), texts[i].name);
  else if (strnlen (text, texts[i].max + 1) > texts[i].max)
    g_set_error (error, ATLAS_NOTE_ERROR, ATLAS_NOTE_ERROR_LIMIT, _ ("%s: is longer than %u bytes"), texts[i].name,
                 texts[i].max);
  else if (!g_utf8_validate (text, -1, NULL))
    g_set_error (error, ATLAS_NOTE_ERROR, ATLAS_NOTE_ERROR_VALUE, _ ("%s: is not UTF-8"), texts[i].name);
  else
    return TRUE;

  return FALSE;
}

gboolean
atlas_note_fields_check (const AtlasNoteFields *self,
                         GError               **error)
{
  const char *bad = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if ((guint) self->kind >= ATLAS_N_NOTE_KINDS)
    bad = "kind";
  else if ((guint) self->target >= ATLAS_N_NOTE_TARGETS || (self->target == ATLAS_NOTE_ON_NOTHING) != (self->target_id == NULL) ||
           (self->kind == ATLAS_NOTE_HIGHLIGHT && self->target != ATLAS_NOTE_ON_PASSAGE))
    bad = "on";
  else if ((guint) self->edition >= ATLAS_N_NOTE_EDITIONS)
    bad = "edition";
  else if ((guint) self->colour >= ATLAS_N_NOTE_COLOURS)
    bad = "colour";
  else if (self->kind == ATLAS_NOTE_HIGHLIGHT && self->begin >= self->end)
    bad = "end";
  else if (self->id != NULL && !g_uuid_string_is_valid (self->id))
    bad = "id";

  if (bad != NULL)
    {
      g_set_error (error, ATLAS_NOTE_ERROR, ATLAS_NOTE_ERROR_VALUE, _ ("%s: has a value that a note cannot have"), bad);
      return FALSE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!check_text (self, i, error))
      return FALSE;

  return TRUE;
}

char *
atlas_note_clean_text (const char *text)
{
  g_autofree char *valid = NULL;
  GString         *clean = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  clean = g_string_sized_new (strlen (valid));
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gsize    length = (gsize) (g_utf8_next_char (p) - p);

      if (c == '\r')
        {
          if (p[1] == '\n')
            continue;
          c = '\n';
        }
      if (c != '\n' && c != '\t' && g_unichar_iscntrl (c))
        continue;
      if (clean->len + length > ATLAS_NOTE_MAX_TEXT)
        break;
      g_string_append_unichar (clean, c);
    }

  return g_string_free (clean, FALSE);
}

static void
atlas_note_finalize (GObject *object)
{
  AtlasNote *self = ATLAS_NOTE (object);

  g_clear_pointer (&self->fields, atlas_note_fields_free);

  G_OBJECT_CLASS (atlas_note_parent_class)->finalize (object);
}

static void
atlas_note_class_init (AtlasNoteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_note_finalize;

  signals[CHANGED] = g_signal_new ("changed", ATLAS_TYPE_NOTE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
atlas_note_init (AtlasNote *self)
{
}

AtlasNote *
atlas_note_new_take (AtlasNoteFields *fields)
{
  AtlasNote *self = NULL;

  g_return_val_if_fail (fields != NULL && fields->id != NULL && fields->text != NULL, NULL);

  self = g_object_new (ATLAS_TYPE_NOTE, NULL);
  self->fields = fields;

  return self;
}

void
atlas_note_take_fields (AtlasNote       *self,
                        AtlasNoteFields *fields)
{
  g_return_if_fail (ATLAS_IS_NOTE (self));
  g_return_if_fail (fields != NULL && g_str_equal (fields->id, self->fields->id) && fields->text != NULL);

  atlas_note_fields_free (self->fields);
  self->fields = fields;
  g_signal_emit (self, signals[CHANGED], 0);
}

const AtlasNoteFields *
atlas_note_get_fields (AtlasNote *self)
{
  g_return_val_if_fail (ATLAS_IS_NOTE (self), NULL);

  return self->fields;
}

const char *
atlas_note_get_id (AtlasNote *self)
{
  g_return_val_if_fail (ATLAS_IS_NOTE (self), NULL);

  return self->fields->id;
}

const char *
atlas_note_get_text (AtlasNote *self)
{
  g_return_val_if_fail (ATLAS_IS_NOTE (self), NULL);

  return self->fields->text;
}

AtlasNoteKind
atlas_note_get_kind (AtlasNote *self)
{
  g_return_val_if_fail (ATLAS_IS_NOTE (self), ATLAS_NOTE_WORDS);

  return self->fields->kind;
}
