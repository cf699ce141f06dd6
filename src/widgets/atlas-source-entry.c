// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-source-entry.h"

#include "atlas-fold.h"
#include "atlas-source-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _AtlasSourceEntry
{
  GObject                  parent_instance;

  AtlasDataset            *dataset; /* which has the links */
  AtlasReference          *reference;
  const AtlasBacklinkList *links;
  guint                    position;

  char                    *folded;                      /* NULL: not needed yet */
  char                    *words[ATLAS_N_SOURCE_SORTS]; /* collation keys; NULL: not needed yet */
  gint64                   numbers[ATLAS_N_SOURCE_SORTS];
};

G_DEFINE_FINAL_TYPE (AtlasSourceEntry, atlas_source_entry, G_TYPE_OBJECT)

static void
atlas_source_entry_finalize (GObject *object)
{
  AtlasSourceEntry *self = ATLAS_SOURCE_ENTRY (object);

  for (guint i = 0; i < ATLAS_N_SOURCE_SORTS; i++)
    g_free (self->words[i]);
  g_free (self->folded);
  g_clear_object (&self->reference);
  g_clear_object (&self->dataset);

  G_OBJECT_CLASS (atlas_source_entry_parent_class)->finalize (object);
}

static void
atlas_source_entry_class_init (AtlasSourceEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_source_entry_finalize;
}

static void
atlas_source_entry_init (AtlasSourceEntry *self)
{
}

static gint64
reckon_used (AtlasSourceEntry *self)
{
  return -(gint64) self->links->n_links;
}

/* Those without a number come last. */
static gint64
reckon_number (AtlasSourceEntry *self)
{
  guint number = atlas_reference_get_number (self->reference);

  return number > 0 ? number : G_MAXUINT;
}

/* So do those without a date. */
static gint64
reckon_date (AtlasSourceEntry *self)
{
  const char *issued = atlas_reference_get_fields (self->reference)->issued;
  AtlasEdtf   date;

  if (issued == NULL || !atlas_edtf_parse (issued, &date, NULL) || atlas_time_span_is_empty (date.span))
    return G_MAXINT;

  return -(gint64) date.span.begin;
}

static gint64
reckon_tier (AtlasSourceEntry *self)
{
  return atlas_source_get_tier_rank (atlas_reference_get_fields (self->reference)->tier);
}

static const char *
get_author (AtlasSourceEntry *self)
{
  return atlas_reference_get_fields (self->reference)->authors;
}

static const char *
get_title (AtlasSourceEntry *self)
{
  return atlas_source_is_known (self->reference) ? atlas_reference_get_title (self->reference) : NULL;
}

static const char *
get_type_name (AtlasSourceEntry *self)
{
  return atlas_source_is_known (self->reference) ? atlas_source_get_type_name (atlas_reference_get_fields (self->reference)->type) : NULL;
}

/* Each is in order by a number or by words. */
static const struct
{
  const char *name;
  gint64 (*reckon) (AtlasSourceEntry *self);
  const char *(*get_words) (AtlasSourceEntry *self);
} sorts[] = {
  [ATLAS_SOURCE_SORT_USED] = { NC_ ("sort", "Most Used"), reckon_used, NULL },
  [ATLAS_SOURCE_SORT_NUMBER] = { NC_ ("sort", "Number"), reckon_number, NULL },
  [ATLAS_SOURCE_SORT_AUTHOR] = { NC_ ("sort", "Author"), NULL, get_author },
  [ATLAS_SOURCE_SORT_TITLE] = { NC_ ("sort", "Title"), NULL, get_title },
  [ATLAS_SOURCE_SORT_DATE] = { NC_ ("sort", "Date"), reckon_date, NULL },
  [ATLAS_SOURCE_SORT_TYPE] = { NC_ ("sort", "Type"), NULL, get_type_name },
  [ATLAS_SOURCE_SORT_TIER] = { NC_ ("sort", "Kind of Source"), reckon_tier, NULL },
};

G_STATIC_ASSERT (G_N_ELEMENTS (sorts) == ATLAS_N_SOURCE_SORTS);

const char *
atlas_source_sort_get_name (AtlasSourceSort sort)
{
  g_return_val_if_fail ((guint) sort < ATLAS_N_SOURCE_SORTS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "sort", sorts[sort].name);
}

AtlasSourceEntry *
atlas_source_entry_new (AtlasDataset   *dataset,
                        AtlasReference *reference,
                        guint           position)
{
  AtlasSourceEntry     *self = g_object_new (ATLAS_TYPE_SOURCE_ENTRY, NULL);
  const AtlasBacklinks *backlinks = atlas_backlinks_get (dataset);

  self->dataset = g_object_ref (dataset);
  self->reference = g_object_ref (reference);
  self->links = atlas_backlinks_lookup (backlinks, atlas_reference_get_id (reference));
  self->position = position;
  for (guint i = 0; i < ATLAS_N_SOURCE_SORTS; i++)
    if (sorts[i].reckon != NULL)
      self->numbers[i] = sorts[i].reckon (self);

  return self;
}

AtlasReference *
atlas_source_entry_get_reference (AtlasSourceEntry *self)
{
  g_return_val_if_fail (ATLAS_IS_SOURCE_ENTRY (self), NULL);

  return self->reference;
}

const AtlasBacklinkList *
atlas_source_entry_get_links (AtlasSourceEntry *self)
{
  g_return_val_if_fail (ATLAS_IS_SOURCE_ENTRY (self), NULL);

  return self->links;
}

static const char *
get_folded (AtlasSourceEntry *self)
{
  const AtlasReferenceFields *fields = atlas_reference_get_fields (self->reference);
  const char                 *parts[] = { fields->title, fields->authors, fields->container, fields->publisher, fields->note, fields->url };
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->folded != NULL)
    return self->folded;

  if (fields->number > 0)
    g_string_append_printf (text, "[%u]", fields->number);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (text, "\n%s", parts[i]);
  self->folded = atlas_fold (text->str);

  return self->folded;
}

gboolean
atlas_source_entry_matches (AtlasSourceEntry  *self,
                            const char *const *words)
{
  g_return_val_if_fail (ATLAS_IS_SOURCE_ENTRY (self), FALSE);

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (strstr (get_folded (self), words[i]) == NULL)
      return FALSE;

  return TRUE;
}

/* Those without come last. */
static const char *
get_key (AtlasSourceEntry *self,
         AtlasSourceSort   sort)
{
  const char *words = NULL;

  if (self->words[sort] != NULL)
    return self->words[sort];

  words = sorts[sort].get_words (self);
  if (words == NULL || *words == '\0')
    self->words[sort] = g_strdup ("\xff");
  else
    {
      g_autofree char *folded = atlas_fold (words);

      self->words[sort] = g_utf8_collate_key (folded, -1);
    }

  return self->words[sort];
}

int
atlas_source_entry_compare (AtlasSourceEntry *a,
                            AtlasSourceEntry *b,
                            AtlasSourceSort   sort)
{
  int order = 0;

  if (sorts[sort].reckon != NULL)
    order = (a->numbers[sort] > b->numbers[sort]) - (a->numbers[sort] < b->numbers[sort]);
  else
    order = strcmp (get_key (a, sort), get_key (b, sort));

  return order != 0 ? order : (a->position > b->position) - (a->position < b->position);
}
