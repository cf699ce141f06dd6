// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-tour-book.h"

#include <string.h>

/* The longest id that is made out of a title. */
#define MAX_ID_LENGTH 40

/* One tour that becomes another; new without @before, gone without @after. */
typedef struct
{
  char      *id;
  AtlasTour *before;
  AtlasTour *after;
  guint      place; /* among the user's */
  char      *gesture;
} Change;

struct _AtlasTourBook
{
  GObject    parent_instance;

  GPtrArray *shipped; /* of AtlasTour */
  GPtrArray *own;     /* of AtlasTour */
  GPtrArray *done;    /* of Change */
  GPtrArray *undone;
};

static void list_model_iface_init (GListModelInterface *iface);

/* clang-format off */
G_DEFINE_FINAL_TYPE_WITH_CODE (AtlasTourBook, atlas_tour_book, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))
/* clang-format on */

enum
{
  PROP_CAN_UNDO = 1,
  PROP_CAN_REDO,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

static GType
list_get_item_type (GListModel *model)
{
  return ATLAS_TYPE_TOUR;
}

static guint
list_get_n_items (GListModel *model)
{
  return ATLAS_TOUR_BOOK (model)->shipped->len + ATLAS_TOUR_BOOK (model)->own->len;
}

static gpointer
list_get_item (GListModel *model,
               guint       position)
{
  AtlasTourBook *self = ATLAS_TOUR_BOOK (model);

  if (position < self->shipped->len)
    return g_object_ref (g_ptr_array_index (self->shipped, position));
  position -= self->shipped->len;

  return position < self->own->len ? g_object_ref (g_ptr_array_index (self->own, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = list_get_item_type;
  iface->get_n_items = list_get_n_items;
  iface->get_item = list_get_item;
}

static void
change_free (gpointer data)
{
  Change *self = data;

  g_free (self->id);
  g_clear_object (&self->before);
  g_clear_object (&self->after);
  g_free (self->gesture);
  g_free (self);
}

static void
atlas_tour_book_finalize (GObject *object)
{
  AtlasTourBook *self = ATLAS_TOUR_BOOK (object);

  g_clear_pointer (&self->shipped, g_ptr_array_unref);
  g_clear_pointer (&self->own, g_ptr_array_unref);
  g_clear_pointer (&self->done, g_ptr_array_unref);
  g_clear_pointer (&self->undone, g_ptr_array_unref);

  G_OBJECT_CLASS (atlas_tour_book_parent_class)->finalize (object);
}

static void
atlas_tour_book_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  AtlasTourBook *self = ATLAS_TOUR_BOOK (object);

  switch (property_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->done->len > 0);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, self->undone->len > 0);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
atlas_tour_book_class_init (AtlasTourBookClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = atlas_tour_book_finalize;
  object_class->get_property = atlas_tour_book_get_property;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", ATLAS_TYPE_TOUR_BOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
atlas_tour_book_init (AtlasTourBook *self)
{
  self->shipped = g_ptr_array_new_with_free_func (g_object_unref);
  self->own = g_ptr_array_new_with_free_func (g_object_unref);
  self->done = g_ptr_array_new_with_free_func (change_free);
  self->undone = g_ptr_array_new_with_free_func (change_free);
}

AtlasTourBook *
atlas_tour_book_new (void)
{
  return g_object_new (ATLAS_TYPE_TOUR_BOOK, NULL);
}

/* G_MAXUINT: it is not among them. */
static guint
find (GPtrArray  *tours,
      const char *id)
{
  for (guint i = 0; i < tours->len; i++)
    if (g_strcmp0 (atlas_tour_get_id (g_ptr_array_index (tours, i)), id) == 0)
      return i;

  return G_MAXUINT;
}

AtlasTour *
atlas_tour_book_lookup (AtlasTourBook *self,
                        const char    *id)
{
  guint place = 0;

  g_return_val_if_fail (ATLAS_IS_TOUR_BOOK (self), NULL);

  if ((place = find (self->shipped, id)) != G_MAXUINT)
    return g_ptr_array_index (self->shipped, place);

  return (place = find (self->own, id)) != G_MAXUINT ? g_ptr_array_index (self->own, place) : NULL;
}

gboolean
atlas_tour_book_is_own (AtlasTourBook *self,
                        const char    *id)
{
  g_return_val_if_fail (ATLAS_IS_TOUR_BOOK (self), FALSE);

  return find (self->own, id) != G_MAXUINT;
}

static void
forget_changes (AtlasTourBook *self)
{
  g_ptr_array_set_size (self->done, 0);
  g_ptr_array_set_size (self->undone, 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
}

/* The same tour under an id that nobody has; @tour itself when it has one. (transfer full) */
static AtlasTour *
with_free_id (AtlasTourBook *self,
              AtlasTour     *tour)
{
  g_autofree char *id = NULL;

  if (atlas_tour_book_lookup (self, atlas_tour_get_id (tour)) == NULL)
    return g_object_ref (tour);

  id = atlas_tour_book_dup_free_id (self, atlas_tour_get_id (tour));

  return atlas_tour_with_id (tour, id);
}

void
atlas_tour_book_set_dataset (AtlasTourBook *self,
                             AtlasDataset  *dataset)
{
  GPtrArray *tours = NULL;
  guint      n_before = 0;

  g_return_if_fail (ATLAS_IS_TOUR_BOOK (self));
  g_return_if_fail (dataset == NULL || ATLAS_IS_DATASET (dataset));

  tours = dataset != NULL ? atlas_dataset_get_tours (dataset) : NULL;
  if (self->shipped == tours)
    return;

  n_before = list_get_n_items (G_LIST_MODEL (self));
  g_ptr_array_unref (self->shipped);
  self->shipped = tours != NULL ? g_ptr_array_ref (tours) : g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->own->len; i++)
    if (find (self->shipped, atlas_tour_get_id (g_ptr_array_index (self->own, i))) != G_MAXUINT)
      {
        g_autoptr (AtlasTour) tour = g_ptr_array_index (self->own, i);

        self->own->pdata[i] = with_free_id (self, tour);
      }

  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, list_get_n_items (G_LIST_MODEL (self)));
}

void
atlas_tour_book_set_own (AtlasTourBook *self,
                         GPtrArray     *tours)
{
  guint n_before = 0;

  g_return_if_fail (ATLAS_IS_TOUR_BOOK (self));
  g_return_if_fail (tours != NULL);

  n_before = self->own->len;
  g_ptr_array_set_size (self->own, 0);
  for (guint i = 0; i < tours->len; i++)
    g_ptr_array_add (self->own, with_free_id (self, g_ptr_array_index (tours, i)));

  g_list_model_items_changed (G_LIST_MODEL (self), self->shipped->len, n_before, self->own->len);
  forget_changes (self);
}

/* @before gives way to @after, either of which may be none, at @place. */
static void
apply (AtlasTourBook *self,
       const char    *id,
       AtlasTour     *before,
       AtlasTour     *after,
       guint          place)
{
  guint there = find (self->own, id);

  if (there != G_MAXUINT)
    place = there;
  place = MIN (place, self->own->len);

  if (before != NULL && there != G_MAXUINT)
    g_ptr_array_remove_index (self->own, there);
  if (after != NULL)
    g_ptr_array_insert (self->own, (int) place, g_object_ref (after));

  g_list_model_items_changed (G_LIST_MODEL (self), self->shipped->len + place, before != NULL ? 1 : 0, after != NULL ? 1 : 0);
  g_signal_emit (self, signals[CHANGED], 0, id);
}

/* Takes down what is about to be done. */
static void
record (AtlasTourBook *self,
        const char    *id,
        AtlasTour     *before,
        AtlasTour     *after,
        guint          place,
        const char    *gesture)
{
  Change *last = self->done->len > 0 ? g_ptr_array_index (self->done, self->done->len - 1) : NULL;

  if (last != NULL && gesture != NULL && g_strcmp0 (last->gesture, gesture) == 0 && g_str_equal (last->id, id) && self->undone->len == 0)
    {
      g_set_object (&last->after, after);
      return;
    }

  last = g_new0 (Change, 1);
  last->id = g_strdup (id);
  last->before = before != NULL ? g_object_ref (before) : NULL;
  last->after = after != NULL ? g_object_ref (after) : NULL;
  last->place = place;
  last->gesture = g_strdup (gesture);
  g_ptr_array_add (self->done, last);
  if (self->done->len > ATLAS_TOUR_BOOK_MAX_UNDO)
    g_ptr_array_remove_index (self->done, 0);
  g_ptr_array_set_size (self->undone, 0);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
}

void
atlas_tour_book_put (AtlasTourBook *self,
                     AtlasTour     *tour,
                     const char    *gesture)
{
  g_autoptr (AtlasTour) before = NULL;
  g_autofree char *id = NULL;
  guint            place = 0;

  g_return_if_fail (ATLAS_IS_TOUR_BOOK (self));
  g_return_if_fail (ATLAS_IS_TOUR (tour));
  g_return_if_fail (find (self->shipped, atlas_tour_get_id (tour)) == G_MAXUINT);

  id = g_strdup (atlas_tour_get_id (tour));
  place = find (self->own, id);
  if (place != G_MAXUINT)
    before = g_object_ref (g_ptr_array_index (self->own, place));
  else
    place = self->own->len;
  if (before != NULL && atlas_tour_equal (before, tour))
    return;

  record (self, id, before, tour, place, gesture);
  apply (self, id, before, tour, place);
}

void
atlas_tour_book_remove (AtlasTourBook *self,
                        const char    *id)
{
  g_autoptr (AtlasTour) before = NULL;
  g_autofree char *owned = NULL;
  guint            place = 0;

  g_return_if_fail (ATLAS_IS_TOUR_BOOK (self));

  place = find (self->own, id);
  if (place == G_MAXUINT)
    return;

  before = g_object_ref (g_ptr_array_index (self->own, place));
  owned = g_strdup (id);
  record (self, owned, before, NULL, place, NULL);
  apply (self, owned, before, NULL, place);
}

static gboolean
step (AtlasTourBook *self,
      GPtrArray     *from,
      GPtrArray     *to,
      gboolean       back,
      char         **id)
{
  Change *change = NULL;

  if (from->len == 0)
    return FALSE;

  change = g_ptr_array_steal_index (from, from->len - 1);
  g_clear_pointer (&change->gesture, g_free); /* what is typed next is another */
  g_ptr_array_add (to, change);
  if (id != NULL)
    *id = g_strdup (change->id);

  apply (self, change->id, back ? change->after : change->before, back ? change->before : change->after, change->place);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);

  return TRUE;
}

gboolean
atlas_tour_book_undo (AtlasTourBook *self,
                      char         **id)
{
  g_return_val_if_fail (ATLAS_IS_TOUR_BOOK (self), FALSE);

  return step (self, self->done, self->undone, TRUE, id);
}

gboolean
atlas_tour_book_redo (AtlasTourBook *self,
                      char         **id)
{
  g_return_val_if_fail (ATLAS_IS_TOUR_BOOK (self), FALSE);

  return step (self, self->undone, self->done, FALSE, id);
}

gboolean
atlas_tour_book_get_can_undo (AtlasTourBook *self)
{
  g_return_val_if_fail (ATLAS_IS_TOUR_BOOK (self), FALSE);

  return self->done->len > 0;
}

gboolean
atlas_tour_book_get_can_redo (AtlasTourBook *self)
{
  g_return_val_if_fail (ATLAS_IS_TOUR_BOOK (self), FALSE);

  return self->undone->len > 0;
}

gboolean
atlas_tour_book_step (AtlasTourBook *self,
                      AtlasSession  *session,
                      int            direction)
{
  AtlasTour *tour = NULL;
  gint64     step = 0;

  g_return_val_if_fail (ATLAS_IS_TOUR_BOOK (self) && ATLAS_IS_SESSION (session), FALSE);

  tour = atlas_tour_book_lookup (self, atlas_session_get_tour (session));
  step = (gint64) atlas_session_get_step (session) + direction;
  if (tour == NULL || step < 1 || step > atlas_tour_get_n_steps (tour))
    return FALSE;

  atlas_session_show_step (session, tour, (guint) step);

  return TRUE;
}

/* "My tour: Baku" → "my-tour-baku"; "" when the title has no letter that an id can have. */
static char *
make_id (const char *title)
{
  g_autofree char *ascii = g_str_to_ascii (title, "C");
  GString         *id = g_string_new (NULL);

  for (const char *c = ascii; *c != '\0' && id->len < MAX_ID_LENGTH; c++)
    if (g_ascii_isalnum (*c))
      g_string_append_c (id, g_ascii_tolower (*c));
    else if (id->len > 0 && id->str[id->len - 1] != '-')
      g_string_append_c (id, '-');
  while (id->len > 0 && id->str[id->len - 1] == '-')
    g_string_truncate (id, id->len - 1);

  return g_string_free (id, FALSE);
}

char *
atlas_tour_book_dup_free_id (AtlasTourBook *self,
                             const char    *title)
{
  g_autofree char *id = NULL;
  g_autofree char *free_id = NULL;

  g_return_val_if_fail (ATLAS_IS_TOUR_BOOK (self) && title != NULL, NULL);

  id = make_id (title);
  if (*id == '\0')
    {
      g_free (id);
      id = g_strdup ("tour");
    }

  free_id = g_strdup (id);
  for (guint i = 2; atlas_tour_book_lookup (self, free_id) != NULL; i++)
    {
      g_free (free_id);
      free_id = g_strdup_printf ("%s-%u", id, i);
    }

  return g_steal_pointer (&free_id);
}
