// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-report-import-private.h"

#include <string.h>

/* A passage that shares less with its partner is none, unless it cites the very same. */
#define LEAST_SHARE 0.33

/* A paragraph that the atlas does not have is text rather than a button or a caption from so many bytes on; at the report's ends
 * it has to be longer, and to speak the report's language. */
#define LEAST_OWN 60
#define LEAST_OUTER 120
#define OUTER_WORDS 0.5

typedef struct
{
  GPtrArray           *blocks;
  GPtrArray           *units;
  GArray              *slots;
  AtlasReport         *edition;
  AtlasImportMentions *mentions;
  AtlasImportSummary  *summary;
  GPtrArray           *sections;   /* of AtlasSection */
  GPtrArray           *passages;   /* of AtlasPassage */
  int                 *section_of; /* by the edition's sections: index in @sections; -1 */
  double              *shares;     /* by the edition's passages */
  gboolean            *used;       /* by block */
  char                *title;
  char                *heading;         /* (nullable): a heading that the edition does not have, until a passage follows */
  int                  edition_section; /* of the last passage or heading; -1 */
  int                  section;         /* index of the section that is open; -1 */
  guint                n_own;
  guint                n_own_sections;
} Composer;

static const AtlasImportSlot *
get_slot (Composer *self,
          int       slot)
{
  return slot >= 0 ? &g_array_index (self->slots, AtlasImportSlot, slot) : NULL;
}

static const AtlasImportBlock *
get_block (Composer              *self,
           const AtlasImportUnit *unit)
{
  return g_ptr_array_index (self->blocks, unit->block);
}

/* The text of all units of a slot: sentences that stand together keep what is between them. */
static char *
dup_text (Composer  *self,
          GPtrArray *units)
{
  GString               *text = g_string_new (NULL);
  const AtlasImportUnit *last = NULL;

  for (guint i = 0; i < units->len; i++)
    {
      const AtlasImportUnit *unit = g_ptr_array_index (units, i);

      if (last != NULL && last->block != unit->block)
        g_string_append_c (text, ' ');
      g_string_append_len (text, get_block (self, unit)->text + unit->begin, (gssize) (unit->end - unit->begin));
      last = unit;
    }

  return g_strchomp (g_string_free (text, FALSE));
}

/* (transfer container): the units of a slot from @first on. */
static GPtrArray *
find_units (Composer *self,
            guint     first,
            int       slot)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = first; i < self->units->len; i++)
    {
      AtlasImportUnit *unit = g_ptr_array_index (self->units, i);

      if (unit->slot == slot)
        g_ptr_array_add (found, unit);
      else if (unit->slot > slot)
        break;
    }

  return found;
}

/* Takes back what was aligned for want of something better, and notes how much the others share. */
static void
check_shares (Composer         *self,
              AtlasImportTerms *terms)
{
  GPtrArray *passages = atlas_report_get_passages (self->edition);
  int        last = -1;

  for (guint i = 0; i < self->units->len; i++)
    {
      const AtlasImportUnit *unit = g_ptr_array_index (self->units, i);
      const AtlasImportSlot *slot = get_slot (self, unit->slot);
      g_autoptr (GPtrArray) units = NULL;
      g_autofree char *text = NULL;
      g_autofree char *cites = NULL;
      g_autofree char *edition_cites = NULL;

      if (slot == NULL || slot->heading || unit->slot == last)
        continue;

      last = unit->slot;
      units = find_units (self, i, last);
      text = dup_text (self, units);
      cites = atlas_import_dup_citations (text);
      edition_cites = atlas_import_dup_citations (((AtlasPassage *) g_ptr_array_index (passages, slot->passage))->text);
      self->shares[slot->passage] = atlas_import_terms_compare (terms, units, (guint) last);
      if (self->shares[slot->passage] < LEAST_SHARE && (*cites == '\0' || strcmp (cites, edition_cites) != 0))
        for (guint j = 0; j < units->len; j++)
          ((AtlasImportUnit *) g_ptr_array_index (units, j))->slot = -1;
    }
}

/* A sentence that only the file has belongs to the passage whose paragraph it stands in. */
static void
fill_paragraphs (Composer *self)
{
  for (guint i = 1; i < self->units->len; i++)
    {
      const AtlasImportUnit *before = g_ptr_array_index (self->units, i - 1);
      AtlasImportUnit       *unit = g_ptr_array_index (self->units, i);

      if (unit->slot < 0 && !unit->starts)
        unit->slot = before->slot;
    }
  for (guint i = self->units->len; i-- > 1;)
    {
      const AtlasImportUnit *unit = g_ptr_array_index (self->units, i);
      AtlasImportUnit       *before = g_ptr_array_index (self->units, i - 1);

      if (before->slot < 0 && !unit->starts)
        before->slot = unit->slot;
    }
}

/* Whether the unit that begins a block speaks for a paragraph of the report's, though it stands outside all that matches. */
static gboolean
is_outer_text (Composer *self,
               guint     i)
{
  const AtlasImportUnit  *unit = g_ptr_array_index (self->units, i);
  const AtlasImportBlock *block = get_block (self, unit);
  guint                   n_words = 0, n_unknown = 0;

  if (block->kind == ATLAS_IMPORT_HEADING || strlen (block->text) < LEAST_OUTER || !atlas_import_ends_sentence (block->text))
    return FALSE;

  for (guint index = unit->block; i < self->units->len && ((AtlasImportUnit *) g_ptr_array_index (self->units, i))->block == index; i++)
    {
      unit = g_ptr_array_index (self->units, i);
      n_words += unit->n_words;
      n_unknown += unit->n_unknown;
    }

  return n_words - MIN (n_unknown, n_words) >= OUTER_WORDS * n_words;
}

static guint
find_block_begin (Composer *self,
                  guint     i)
{
  while (i > 0 && !((AtlasImportUnit *) g_ptr_array_index (self->units, i))->starts)
    i--;

  return i;
}

/* The units from the first to behind the last that are the report; the rest is what a page has around it. */
static void
find_bounds (Composer *self,
             guint    *first,
             guint    *end)
{
  guint n = self->units->len;

  for (*first = 0; *first < n && ((AtlasImportUnit *) g_ptr_array_index (self->units, *first))->slot < 0;)
    ++*first;
  for (*end = n; *end > *first && ((AtlasImportUnit *) g_ptr_array_index (self->units, *end - 1))->slot < 0;)
    --*end;
  if (*first == *end)
    return;

  while (*first > 0 && !get_slot (self, ((AtlasImportUnit *) g_ptr_array_index (self->units, *first))->slot)->heading)
    {
      guint before = find_block_begin (self, *first - 1);

      if (!is_outer_text (self, before))
        break;
      *first = before;
      break; /* one, since what comes before it has no match beside it */
    }
  while (*end < n && is_outer_text (self, *end))
    for (++*end; *end < n && !((AtlasImportUnit *) g_ptr_array_index (self->units, *end))->starts;)
      ++*end;
}

/* Opens a section of the edition's, and those it stands in. */
static void
open_edition_section (Composer   *self,
                      int         index,
                      const char *title)
{
  const AtlasSection *section = g_ptr_array_index (atlas_report_get_sections (self->edition), (guint) index);

  if (self->section_of[index] < 0)
    {
      AtlasSection *own = g_new0 (AtlasSection, 1);

      if (section->parent >= 0 && section->parent < index)
        open_edition_section (self, section->parent, NULL);
      own->id = g_strdup (section->id);
      own->title = g_strdup (title != NULL ? title : section->title);
      own->level = section->level;
      own->parent = section->parent >= 0 ? self->section_of[section->parent] : -1;
      own->first_passage = self->passages->len;
      self->section_of[index] = (int) self->sections->len;
      g_ptr_array_add (self->sections, own);
    }

  self->section = self->section_of[index];
  self->edition_section = index;
}

static void
open_own_section (Composer *self)
{
  AtlasSection       *section = g_new0 (AtlasSection, 1);
  const AtlasSection *open = self->section >= 0 ? g_ptr_array_index (self->sections, (guint) self->section) : NULL;

  section->id = g_strdup_printf ("own-section-%u", ++self->n_own_sections);
  section->title = g_steal_pointer (&self->heading);
  section->level = open != NULL ? 2 : 1;
  section->parent = open == NULL ? -1 : open->level == 1 ? self->section
                                                         : open->parent;
  section->first_passage = self->passages->len;
  self->section = (int) self->sections->len;
  g_ptr_array_add (self->sections, section);
}

/* The section of the next passage of the edition's, for text that comes before any. */
static int
find_next_section (Composer *self,
                   guint     i)
{
  for (; i < self->units->len; i++)
    {
      const AtlasImportSlot *slot = get_slot (self, ((AtlasImportUnit *) g_ptr_array_index (self->units, i))->slot);

      if (slot != NULL && slot->section >= 0)
        return slot->section;
    }

  return 0;
}

static void
add_passage (Composer           *self,
             GPtrArray          *units,
             const AtlasPassage *edition)
{
  const AtlasImportUnit *unit = g_ptr_array_index (units, 0);
  g_autofree char       *text = dup_text (self, units);
  char                  *id = edition != NULL ? g_strdup (edition->id) : g_strdup_printf ("own-%u", ++self->n_own);
  AtlasPassage          *passage = NULL;

  for (guint i = 0; i < units->len; i++)
    self->used[((AtlasImportUnit *) g_ptr_array_index (units, i))->block] = TRUE;
  passage = atlas_passage_new_take (id, (guint) self->section, atlas_import_mentions_read (self->mentions, text, edition), get_block (self, unit)->line);
  passage->entry = edition != NULL && edition->entry;
  g_ptr_array_add (self->passages, passage);
}

static void
add_edition_passage (Composer              *self,
                     guint                  i,
                     const AtlasImportSlot *slot)
{
  const AtlasImportUnit *unit = g_ptr_array_index (self->units, i);
  g_autoptr (GPtrArray) units = find_units (self, i, unit->slot);

  if (self->section_of[slot->section] < 0)
    open_edition_section (self, slot->section, self->heading);
  else if (self->edition_section != slot->section)
    open_edition_section (self, slot->section, NULL);
  else if (self->heading != NULL)
    open_own_section (self);
  g_clear_pointer (&self->heading, g_free);

  add_passage (self, units, g_ptr_array_index (atlas_report_get_passages (self->edition), slot->passage));
}

/* A block that the edition does not have, from unit @i on: a heading, a passage, or nothing that is worth keeping. */
static void
add_own_block (Composer *self,
               guint     i)
{
  const AtlasImportUnit  *unit = g_ptr_array_index (self->units, i);
  const AtlasImportBlock *block = get_block (self, unit);
  g_autoptr (GPtrArray) units = NULL;

  if (block->kind == ATLAS_IMPORT_HEADING)
    {
      g_free (self->heading);
      self->heading = g_strdup (block->text);
      self->used[unit->block] = TRUE;
      return;
    }
  if (strlen (block->text) < LEAST_OWN && !atlas_import_ends_sentence (block->text))
    return;

  if (self->section < 0)
    open_edition_section (self, find_next_section (self, i), NULL);
  if (self->heading != NULL)
    open_own_section (self);
  units = g_ptr_array_new ();
  for (; i < self->units->len && ((AtlasImportUnit *) g_ptr_array_index (self->units, i))->block == unit->block; i++)
    g_ptr_array_add (units, g_ptr_array_index (self->units, i));
  add_passage (self, units, NULL);
}

static void
add_unit (Composer *self,
          guint     i,
          int      *last) /* the last slot that was begun */
{
  const AtlasImportUnit *unit = g_ptr_array_index (self->units, i);
  const AtlasImportSlot *slot = get_slot (self, unit->slot);

  if (slot == NULL)
    {
      if (unit->starts)
        add_own_block (self, i);
    }
  else if (slot->heading)
    {
      self->used[unit->block] = TRUE;
      self->summary->n_headings++;
      g_clear_pointer (&self->heading, g_free);
      if (slot->section >= 0)
        open_edition_section (self, slot->section, get_block (self, unit)->text);
      else
        self->title = (g_free (self->title), g_strdup (get_block (self, unit)->text));
    }
  else if (unit->slot > *last)
    {
      add_edition_passage (self, i, slot);
    }

  *last = MAX (*last, unit->slot);
}

/* Takes away the blocks that were not used. */
static void
drop_unused (Composer *self)
{
  gsize                n_blocks = 0;
  g_autofree gpointer *blocks = g_ptr_array_steal (self->blocks, &n_blocks);

  for (gsize i = 0; i < n_blocks; i++)
    if (self->used[i])
      g_ptr_array_add (self->blocks, blocks[i]);
    else
      atlas_import_block_free (blocks[i]);
}

AtlasReport *
atlas_import_compose (GPtrArray          *blocks,
                      GPtrArray          *units,
                      AtlasImportTerms   *terms,
                      AtlasDataset       *dataset,
                      gboolean            trim,
                      AtlasImportSummary *summary)
{
  AtlasReport *edition = atlas_dataset_get_report (dataset);
  guint        n_sections = atlas_report_get_sections (edition)->len;
  g_autoptr (AtlasImportMentions) mentions = atlas_import_mentions_new (dataset);
  g_autoptr (GPtrArray) sections = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_section_free);
  g_autoptr (GPtrArray) passages = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_passage_free);
  g_autofree int      *section_of = g_new (int, MAX (n_sections, 1));
  g_autofree double   *shares = g_new0 (double, MAX (atlas_report_get_passages (edition)->len, 1));
  g_autofree gboolean *used = g_new0 (gboolean, MAX (blocks->len, 1));
  Composer             self = {
                .blocks = blocks, .units = units, .slots = atlas_import_terms_get_slots (terms), .edition = edition, .mentions = mentions, .summary = summary, .sections = sections, .passages = passages, .section_of = section_of, .shares = shares, .used = used, .edition_section = -1, .section = -1
  };
  guint first = 0, end = units->len;
  int   last = -1;

  for (guint i = 0; i < n_sections; i++)
    section_of[i] = -1;
  check_shares (&self, terms);
  fill_paragraphs (&self);
  if (trim)
    find_bounds (&self, &first, &end);
  for (guint i = first; i < end; i++)
    add_unit (&self, i, &last);
  g_clear_pointer (&self.heading, g_free);
  if (self.title == NULL)
    self.title = g_strdup (atlas_report_get_title (edition));

  for (guint i = 0; i < blocks->len; i++)
    summary->n_left_out += !used[i];
  drop_unused (&self);
  atlas_import_summarise (passages, edition, shares, summary);

  return atlas_report_new_take (self.title, g_steal_pointer (&sections), g_steal_pointer (&passages));
}
