// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-item-private.h"

#include "atlas-fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (AtlasItem, atlas_item, G_TYPE_OBJECT)

static void
own_strings (GStrv *strings)
{
  if (*strings == NULL)
    *strings = g_new0 (char *, 1);
}

static void
own_parts (GPtrArray    **parts,
           GDestroyNotify free_part)
{
  if (*parts == NULL)
    *parts = g_ptr_array_new ();

  g_ptr_array_set_free_func (*parts, free_part);
}

/* Gives a reader an empty list wherever there is none, so that nobody need ask. */
static void
fill_fields (AtlasItemFields *fields)
{
  own_strings (&fields->actors);
  own_strings (&fields->part_of);
  own_parts (&fields->phases, (GDestroyNotify) atlas_phase_free);
  own_parts (&fields->milestones, (GDestroyNotify) atlas_milestone_free);
  own_parts (&fields->facts, (GDestroyNotify) atlas_fact_free);
  own_parts (&fields->differences, (GDestroyNotify) atlas_difference_free);
  own_parts (&fields->signatories, (GDestroyNotify) atlas_signatory_free);
  own_parts (&fields->capacities, (GDestroyNotify) atlas_capacity_free);
  own_parts (&fields->flows, (GDestroyNotify) atlas_flow_free);

  for (guint i = 0; i < fields->phases->len; i++)
    own_strings (&((AtlasPhase *) g_ptr_array_index (fields->phases, i))->sources);
  for (guint i = 0; i < fields->milestones->len; i++)
    own_strings (&((AtlasMilestone *) g_ptr_array_index (fields->milestones, i))->sources);
  for (guint i = 0; i < fields->facts->len; i++)
    own_strings (&((AtlasFact *) g_ptr_array_index (fields->facts, i))->sources);
  for (guint i = 0; i < fields->differences->len; i++)
    own_strings (&((AtlasDifference *) g_ptr_array_index (fields->differences, i))->sources);
  if (fields->coverage != NULL)
    own_strings (&fields->coverage->sources);
  for (guint i = 0; i < fields->capacities->len; i++)
    own_strings (&((AtlasCapacity *) g_ptr_array_index (fields->capacities, i))->sources);
  for (guint i = 0; i < fields->flows->len; i++)
    own_strings (&((AtlasFlow *) g_ptr_array_index (fields->flows, i))->sources);

  if (fields->names == NULL)
    fields->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (fields->cites == NULL)
    fields->cites = g_array_new (FALSE, FALSE, sizeof (guint));
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (a, b);
}

/* Title and names, a line each, in the order of the languages' tags. */
static char *
make_search_text (const AtlasItemFields *fields)
{
  g_autoptr (GList) tags = g_list_sort (g_hash_table_get_keys (fields->names), compare_strings);
  g_autofree char *title = atlas_fold (fields->title);
  GString         *text = g_string_new (title);

  for (GList *l = tags; l != NULL; l = l->next)
    {
      g_autofree char *name = atlas_fold (g_hash_table_lookup (fields->names, l->data));

      g_string_append_printf (text, "\n%s", name);
    }

  return g_string_free (text, FALSE);
}

static void
atlas_item_finalize (GObject *object)
{
  AtlasItem *self = ATLAS_ITEM (object);

  atlas_item_fields_clear (&self->fields);
  g_clear_pointer (&self->search_text, g_free);

  G_OBJECT_CLASS (atlas_item_parent_class)->finalize (object);
}

static void
atlas_item_class_init (AtlasItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = atlas_item_finalize;
}

static void
atlas_item_init (AtlasItem *self)
{
}

/**
 * atlas_item_new_take:
 * @fields: (transfer full): what the item is made of; left zeroed. At least an id and a title
 *
 * Makes an item, and gives each phase the days it owns.
 *
 * Returns: (transfer full): the item
 */
AtlasItem *
atlas_item_new_take (AtlasItemFields *fields)
{
  AtlasItem *self = NULL;

  g_return_val_if_fail (fields != NULL, NULL);
  g_return_val_if_fail (fields->id != NULL && fields->title != NULL, NULL);

  self = g_object_new (ATLAS_TYPE_ITEM, NULL);
  self->fields = *fields;
  *fields = (AtlasItemFields){ 0 };

  fill_fields (&self->fields);
  atlas_item_phases_share (self->fields.phases);
  self->search_text = make_search_text (&self->fields);
  self->known = self->fields.when.edtf.span;

  for (guint i = 0; i < self->fields.phases->len; i++)
    {
      const AtlasPhase *phase = g_ptr_array_index (self->fields.phases, i);

      self->known.begin = MIN (self->known.begin, phase->span.begin);
      self->known.end = MAX (self->known.end, phase->span.end);
    }

  return self;
}

/**
 * atlas_item_is_alive:
 * @self: an item
 * @span: days
 *
 * Says whether its life and @span share a day.
 *
 * Returns: whether they do
 */
gboolean
atlas_item_is_alive (AtlasItem    *self,
                     AtlasTimeSpan span)
{
  g_return_val_if_fail (ATLAS_IS_ITEM (self), FALSE);

  return !atlas_time_span_is_empty (atlas_time_span_intersect (self->fields.when.edtf.span, span));
}

/**
 * atlas_item_is_known:
 * @self: an item
 * @span: days
 *
 * Says whether its life or any of its phases shares a day with @span.
 *
 * Returns: whether one does
 */
gboolean
atlas_item_is_known (AtlasItem    *self,
                     AtlasTimeSpan span)
{
  g_return_val_if_fail (ATLAS_IS_ITEM (self), FALSE);

  return atlas_item_is_alive (self, span) || atlas_item_phases_find_in (self->fields.phases, span) != NULL;
}

const AtlasPhase *
atlas_item_get_phase_in (AtlasItem    *self,
                         AtlasTimeSpan span)
{
  g_return_val_if_fail (ATLAS_IS_ITEM (self), NULL);

  return atlas_item_phases_find_in (self->fields.phases, span);
}

/**
 * atlas_item_get_status_in:
 * @self: an item
 * @span: a day, month or year
 *
 * Says how far it has come in the phase that holds for most of @span.
 *
 * Returns: the status; %ATLAS_STATUS_NONE without a phase
 */
AtlasStatus
atlas_item_get_status_in (AtlasItem    *self,
                          AtlasTimeSpan span)
{
  const AtlasPhase *phase = NULL;

  g_return_val_if_fail (ATLAS_IS_ITEM (self), ATLAS_STATUS_NONE);

  phase = atlas_item_phases_find_in (self->fields.phases, span);

  return phase != NULL ? phase->status : ATLAS_STATUS_NONE;
}

char *
atlas_item_to_words (AtlasItem *self)
{
  g_autofree char *when = NULL;

  g_return_val_if_fail (ATLAS_IS_ITEM (self), NULL);

  when = atlas_edtf_to_words (&self->fields.when.edtf);

  /* Translators: an item's title, its kind and its dates: "Gabala radar station, site, 1985 to 10 December 2012". */
  return g_strdup_printf (C_ ("item", "%1$s, %2$s, %3$s"), self->fields.title, atlas_kind_get_name (self->fields.kind), when);
}

/**
 * atlas_item_get_search_text:
 * @self: an item
 *
 * Gets its title and names, folded, a line each.
 *
 * Returns: the text
 */
const char *
atlas_item_get_search_text (AtlasItem *self)
{
  g_return_val_if_fail (ATLAS_IS_ITEM (self), NULL);

  return self->search_text;
}

/**
 * atlas_item_compare:
 * @a: an item
 * @b: an item
 *
 * Puts items in the order of lists: by begin of life, then by end, then by id; unknown begins come last.
 *
 * Returns: less than, equal to or greater than 0
 */
int
atlas_item_compare (AtlasItem *a,
                    AtlasItem *b)
{
  const AtlasEdtf *when_a = &a->fields.when.edtf, *when_b = &b->fields.when.edtf;
  gboolean         unknown_a = when_a->start.bound == ATLAS_EDTF_UNKNOWN, unknown_b = when_b->start.bound == ATLAS_EDTF_UNKNOWN;

  if (unknown_a != unknown_b)
    return unknown_a ? 1 : -1;

  if (when_a->span.begin != when_b->span.begin)
    return when_a->span.begin < when_b->span.begin ? -1 : 1;

  if (when_a->span.end != when_b->span.end)
    return when_a->span.end < when_b->span.end ? -1 : 1;

  return strcmp (a->fields.id, b->fields.id);
}
