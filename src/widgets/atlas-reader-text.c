// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-reader-text.h"

#include <glib/gi18n-lib.h>

/* The order is that of the tags' priorities: a later one wins. */
typedef enum
{
  TAG_TEXT, /* all of it */
  TAG_TITLE,
  TAG_INTRO,
  TAG_SECTION,
  TAG_SUBSECTION,
  TAG_PASSAGE,
  TAG_ENTRY,
  TAG_STRONG,
  TAG_EMPHASIS,
  TAG_MENTION,
  TAG_CITATION,
  N_TAGS
} Tag;

/* What a tag does that no zoom changes; 0: nothing. Lengths are in ems. */
static const struct
{
  const char *name;
  const char *family;
  PangoWeight weight;
  PangoStyle  style;
  double      scale;
  double      line; /* from one line to the next */
  double      above;
  double      below;
  double      rise;
} tag_styles[] = {
  [TAG_TEXT] = { "text", ATLAS_READER_FONT, 0, PANGO_STYLE_NORMAL, 1.06, 1.5, 0, 0, 0 },
  [TAG_TITLE] = { "title", NULL, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, 1.42, 1.22, 0.3, 0.5, 0 },
  [TAG_INTRO] = { "intro", NULL, 0, PANGO_STYLE_ITALIC, 0.9, 1.4, 0, 0.6, 0 },
  [TAG_SECTION] = { "section", NULL, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, 1.2, 1.3, 1.7, 0.35, 0 },
  [TAG_SUBSECTION] = { "subsection", NULL, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, 1.0, 1.35, 1.0, 0.2, 0 },
  [TAG_PASSAGE] = { "passage", NULL, 0, PANGO_STYLE_NORMAL, 0, 0, 0.3, 0.45, 0 },
  [TAG_ENTRY] = { "entry", NULL, 0, PANGO_STYLE_NORMAL, 0, 0, 0.2, 0.25, 0 },
  [TAG_STRONG] = { "strong", NULL, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, 0, 0, 0, 0, 0 },
  [TAG_EMPHASIS] = { "emphasis", NULL, 0, PANGO_STYLE_ITALIC, 0, 0, 0, 0, 0 },
  [TAG_MENTION] = { "mention", NULL, 0, PANGO_STYLE_NORMAL, 0, 0, 0, 0, 0 },
  [TAG_CITATION] = { "citation", NULL, 0, PANGO_STYLE_NORMAL, 0.78, 0, 0, 0, 0.14 },
};
G_STATIC_ASSERT (G_N_ELEMENTS (tag_styles) == N_TAGS);

/* How strong the line under a mention is: many stand in a paragraph that is to be read. */
#define UNDERLINE_ALPHA 0.5F

static GtkTextTagTable *
create_tags (void)
{
  GtkTextTagTable *table = gtk_text_tag_table_new ();

  for (guint i = 0; i < N_TAGS; i++)
    {
      g_autoptr (GtkTextTag) tag = gtk_text_tag_new (tag_styles[i].name);

      if (tag_styles[i].family != NULL)
        g_object_set (tag, "family", tag_styles[i].family, NULL);
      if (tag_styles[i].weight != 0)
        g_object_set (tag, "weight", tag_styles[i].weight, NULL);
      if (tag_styles[i].style != PANGO_STYLE_NORMAL)
        g_object_set (tag, "style", tag_styles[i].style, NULL);
      if (tag_styles[i].scale > 0.0)
        g_object_set (tag, "scale", tag_styles[i].scale, NULL);
      if (i == TAG_MENTION)
        g_object_set (tag, "underline", PANGO_UNDERLINE_SINGLE, NULL);
      gtk_text_tag_table_add (table, tag);
    }

  return table;
}

static GtkTextTag *
get_tag (AtlasReaderText *self,
         Tag              tag)
{
  return gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (self->buffer), tag_styles[tag].name);
}

/* What the buffer is made of, before it is in it: a run of one tag. */
typedef struct
{
  Tag tag;
  int start;
  int end;
} Run;

typedef struct
{
  GString *text;
  int      length; /* of @text, in characters */
  GArray  *runs;   /* of Run */
} Draft;

static void
append_text (Draft      *draft,
             const char *text)
{
  g_string_append (draft->text, text);
  draft->length += (int) g_utf8_strlen (text, -1);
}

static void
append_run (Draft *draft,
            Tag    tag,
            int    start)
{
  Run run = { tag, start, draft->length };

  g_array_append_val (draft->runs, run);
}

static void
end_part (AtlasReaderText *self,
          Draft           *draft,
          Tag              tag,
          AtlasReaderPart  part)
{
  part.end = draft->length;
  g_array_append_val (self->parts, part);
  append_text (draft, "\n");
  append_run (draft, tag, part.start);
}

/* Which tag a span has; N_TAGS: none. */
static const Tag span_tags[] = {
  [ATLAS_REPORT_TEXT] = N_TAGS,
  [ATLAS_REPORT_STRONG] = TAG_STRONG,
  [ATLAS_REPORT_EMPHASIS] = TAG_EMPHASIS,
  [ATLAS_REPORT_MENTION] = TAG_MENTION,
  [ATLAS_REPORT_CITATION] = TAG_CITATION,
};

static void
append_passage (AtlasReaderText    *self,
                Draft              *draft,
                const AtlasPassage *passage)
{
  AtlasReaderPart part = { .start = draft->length, .passage = passage };

  for (guint i = 0; i < passage->spans->len; i++)
    {
      const AtlasReportSpan *span = g_ptr_array_index (passage->spans, i);
      AtlasReaderLink        link = { .start = draft->length, .span = span, .passage = passage };

      append_text (draft, span->text);
      link.end = draft->length;
      if (span_tags[span->kind] != N_TAGS)
        append_run (draft, span_tags[span->kind], link.start);
      if (i == 0 && passage->entry) /* what the entry is about */
        append_run (draft, TAG_STRONG, link.start);
      if (span->kind == ATLAS_REPORT_MENTION || span->kind == ATLAS_REPORT_CITATION)
        g_array_append_val (self->links, link);
    }

  self->passages[passage->number - 1] = self->parts->len;
  end_part (self, draft, passage->entry ? TAG_ENTRY : TAG_PASSAGE, part);
}

static void
append_heading (AtlasReaderText    *self,
                Draft              *draft,
                Tag                 tag,
                const char         *heading,
                const AtlasSection *section)
{
  AtlasReaderPart part = { .start = draft->length, .section = section, .heading = heading };

  append_text (draft, heading);
  end_part (self, draft, tag, part);
}

static void
append_intro (AtlasReaderText *self,
              Draft           *draft)
{
  const AtlasManifest *manifest = atlas_dataset_get_manifest (self->dataset);
  gboolean             own = atlas_dataset_has_own_report (self->dataset);
  g_autoptr (GString) text = g_string_new (NULL);

  if (manifest->report_author != NULL && own)
    g_string_append_printf (text, _ ("A report by %s, told again in the atlas’s own words."), manifest->report_author);
  else if (manifest->report_author != NULL)
    g_string_append_printf (text, _ ("A report by %s, in its own words, from your file."), manifest->report_author);
  if (manifest->report_note != NULL && own)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", manifest->report_note);

  if (text->len > 0)
    {
      AtlasReaderPart part = { .start = draft->length };

      append_text (draft, text->str);
      end_part (self, draft, TAG_INTRO, part);
    }
}

static void
write_report (AtlasReaderText *self,
              Draft           *draft)
{
  AtlasReport *report = atlas_dataset_get_report (self->dataset);
  GPtrArray   *sections = atlas_report_get_sections (report);
  GPtrArray   *passages = atlas_report_get_passages (report);
  guint        section = 0;

  append_heading (self, draft, TAG_TITLE, atlas_report_get_title (report), NULL);
  append_intro (self, draft);

  for (guint i = 0; i <= passages->len; i++)
    {
      for (; section < sections->len; section++)
        {
          const AtlasSection *heading = g_ptr_array_index (sections, section);

          if (heading->first_passage > i)
            break;
          append_heading (self, draft, heading->level == 1 ? TAG_SECTION : TAG_SUBSECTION, heading->title, heading);
        }
      if (i < passages->len)
        append_passage (self, draft, g_ptr_array_index (passages, i));
    }

  g_string_truncate (draft->text, draft->text->len - 1); /* the last line has no end */
  draft->length--;
}

static void
apply_runs (AtlasReaderText *self,
            const Draft     *draft)
{
  GtkTextTag *tags[N_TAGS];

  for (guint i = 0; i < N_TAGS; i++)
    tags[i] = get_tag (self, i);

  for (guint i = 0; i < draft->runs->len; i++)
    {
      const Run  *run = &g_array_index (draft->runs, Run, i);
      GtkTextIter start;
      GtkTextIter end;

      gtk_text_buffer_get_iter_at_offset (self->buffer, &start, run->start);
      gtk_text_buffer_get_iter_at_offset (self->buffer, &end, run->end);
      gtk_text_buffer_apply_tag (self->buffer, tags[run->tag], &start, &end);
    }
}

GtkTextBuffer *
atlas_reader_text_create_buffer (void)
{
  g_autoptr (GtkTextTagTable) table = create_tags ();
  GtkTextBuffer *buffer = gtk_text_buffer_new (table);

  gtk_text_buffer_set_enable_undo (buffer, FALSE);

  return buffer;
}

AtlasReaderText *
atlas_reader_text_new (AtlasDataset  *dataset,
                       GtkTextBuffer *buffer)
{
  AtlasReaderText *self = g_new0 (AtlasReaderText, 1);
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (Run));
  g_autoptr (GString) text = g_string_new (NULL);
  Draft       draft = { text, 0, runs };
  GtkTextIter start;

  self->dataset = g_object_ref (dataset);
  self->buffer = g_object_ref (buffer);
  self->parts = g_array_new (FALSE, FALSE, sizeof (AtlasReaderPart));
  self->links = g_array_new (FALSE, FALSE, sizeof (AtlasReaderLink));
  self->passages = g_new0 (guint, MAX (atlas_report_get_passages (atlas_dataset_get_report (dataset))->len, 1));

  write_report (self, &draft);
  append_run (&draft, TAG_TEXT, 0);
  gtk_text_buffer_set_text (self->buffer, text->str, (int) text->len);
  apply_runs (self, &draft);
  gtk_text_buffer_get_start_iter (self->buffer, &start);
  gtk_text_buffer_place_cursor (self->buffer, &start);

  return self;
}

void
atlas_reader_text_free (AtlasReaderText *self)
{
  gtk_text_buffer_set_text (self->buffer, "", 0);
  g_object_unref (self->buffer);
  g_array_unref (self->parts);
  g_array_unref (self->links);
  g_free (self->passages);
  g_object_unref (self->dataset);
  g_free (self);
}

/**
 * atlas_reader_text_set_look:
 * @self: a text
 * @look: how it looks
 *
 * Sets sizes and colours, which lays all of it out again.
 */
void
atlas_reader_text_set_look (AtlasReaderText       *self,
                            const AtlasReaderLook *look)
{
  double  em = look->em * look->zoom;
  GdkRGBA underline = look->accent;

  underline.alpha *= UNDERLINE_ALPHA;
  g_object_set (get_tag (self, TAG_TEXT), "scale", tag_styles[TAG_TEXT].scale * look->zoom, NULL);
  g_object_set (get_tag (self, TAG_MENTION), "underline-rgba", &underline, NULL);
  g_object_set (get_tag (self, TAG_CITATION), "foreground-rgba", &look->accent, "rise", (int) (tag_styles[TAG_CITATION].rise * em * PANGO_SCALE), NULL);
  for (guint i = 0; i < N_TAGS; i++)
    if (tag_styles[i].line > 0.0)
      g_object_set (get_tag (self, i), "line-height", (float) (tag_styles[i].line / look->line), NULL);
  for (guint i = TAG_TITLE; i <= TAG_ENTRY; i++)
    g_object_set (get_tag (self, i), "pixels-above-lines", (int) (tag_styles[i].above * em + 0.5),
                  "pixels-below-lines", (int) (tag_styles[i].below * em + 0.5), NULL);
}

const AtlasReaderPart *
atlas_reader_text_find_part (AtlasReaderText *self,
                             int              offset)
{
  guint low = 0;
  guint high = self->parts->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->parts, AtlasReaderPart, middle).start <= offset)
        low = middle;
      else
        high = middle;
    }

  return &g_array_index (self->parts, AtlasReaderPart, low);
}

const AtlasReaderPart *
atlas_reader_text_get_passage (AtlasReaderText    *self,
                               const AtlasPassage *passage)
{
  return &g_array_index (self->parts, AtlasReaderPart, self->passages[passage->number - 1]);
}

guint
atlas_reader_text_search_link (AtlasReaderText *self,
                               int              offset)
{
  guint low = 0;
  guint high = self->links->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->links, AtlasReaderLink, middle).end <= offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

const AtlasReaderLink *
atlas_reader_text_find_link (AtlasReaderText *self,
                             int              offset)
{
  guint                  i = atlas_reader_text_search_link (self, offset);
  const AtlasReaderLink *link = NULL;

  if (i < self->links->len)
    link = &g_array_index (self->links, AtlasReaderLink, i);

  return link != NULL && link->start <= offset ? link : NULL;
}

const AtlasPassage *
atlas_reader_text_find_passage (AtlasReaderText *self,
                                int              offset)
{
  const AtlasReaderPart *last = &g_array_index (self->parts, AtlasReaderPart, self->parts->len - 1);

  for (const AtlasReaderPart *part = atlas_reader_text_find_part (self, offset); part <= last; part++)
    if (part->passage != NULL)
      return part->passage;

  return NULL;
}

int
atlas_reader_text_find_section (AtlasReaderText *self,
                                int              offset)
{
  GPtrArray             *sections = atlas_report_get_sections (atlas_dataset_get_report (self->dataset));
  const AtlasReaderPart *first = &g_array_index (self->parts, AtlasReaderPart, 0);
  guint                  index = 0;

  for (const AtlasReaderPart *part = atlas_reader_text_find_part (self, offset); part >= first; part--)
    if (part->section != NULL && g_ptr_array_find (sections, part->section, &index))
      return (int) index;
    else if (part->passage != NULL)
      return (int) part->passage->section;

  return -1;
}
