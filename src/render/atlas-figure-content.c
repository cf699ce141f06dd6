// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-figure-content.h"

#include "atlas-config.h"
#include "atlas-mercator.h"
#include "atlas-quotation.h"

#include <glib/gi18n-lib.h>

#define ITEM_PADDING 70.0 /* px round an item that a map is made for */
#define ITEM_MAX_ZOOM 8.0

static void
reference_free (gpointer data)
{
  AtlasFigureReference *self = data;

  g_free (self->text);
  g_free (self->whole);
  g_free (self->url);
  g_free (self);
}

static void
add_reference (AtlasFigureContent *self,
               const char         *mark,
               char               *text,
               char               *whole,
               const char         *url)
{
  AtlasFigureReference *reference = g_new0 (AtlasFigureReference, 1);

  reference->text = g_strdup_printf ("[%s] %s", mark, text);
  reference->whole = g_strdup_printf ("[%s] %s", mark, whole);
  reference->url = g_strdup (url);
  g_ptr_array_add (self->references, reference);
  g_free (text);
  g_free (whole);
}

/* "a" … "z", "aa" …: never to be taken for one of the report's numbers. (transfer full) */
static char *
dup_letters (guint number)
{
  GString *letters = g_string_new (NULL);

  for (guint rest = number + 1; rest > 0; rest = (rest - 1) / 26)
    g_string_prepend_c (letters, (char) ('a' + (rest - 1) % 26));

  return g_string_free (letters, FALSE);
}

/* Numbers of which the atlas does not know more than that they are the report's, in one line. */
static void
add_untitled (AtlasFigureContent *self,
              const guint        *citations,
              guint               n_citations)
{
  AtlasBibliography *bibliography = atlas_dataset_get_bibliography (self->dataset);
  g_autoptr (GString) marks = g_string_new (NULL);
  guint n_marks = 0;

  for (guint i = 0; i < n_citations; i++)
    {
      AtlasReference *reference = atlas_bibliography_lookup_number (bibliography, citations[i]);

      if (reference != NULL && atlas_reference_get_fields (reference)->title_known)
        continue;
      g_string_append_printf (marks, "%s[%u]", n_marks > 0 ? " " : "", citations[i]);
      n_marks++;
    }

  if (n_marks > 0)
    {
      AtlasFigureReference *line = g_new0 (AtlasFigureReference, 1);

      /* TRANSLATORS: after one or more marks like "[12] [20]" in a list of references */
      line->text = g_strdup_printf (ngettext ("%s The report’s own source, known to the atlas by its number only.",
                                              "%s The report’s own sources, known to the atlas by their numbers only.", n_marks),
                                    marks->str);
      line->whole = g_strdup (line->text);
      g_ptr_array_add (self->references, line);
    }
}

void
atlas_figure_content_cite (AtlasFigureContent *self,
                           const guint        *citations,
                           guint               n_citations,
                           const char *const  *sources,
                           guint               n_sources)
{
  AtlasBibliography *bibliography = atlas_dataset_get_bibliography (self->dataset);
  guint              n_letters = 0;

  g_return_if_fail (self->references->len == 0);

  add_untitled (self, citations, n_citations);
  for (guint i = 0; i < n_citations; i++)
    {
      AtlasReference  *reference = atlas_bibliography_lookup_number (bibliography, citations[i]);
      g_autofree char *mark = g_strdup_printf ("%u", citations[i]);

      if (reference != NULL && atlas_reference_get_fields (reference)->title_known)
        add_reference (self, mark, atlas_reference_format_short (reference), atlas_reference_format (reference),
                       atlas_reference_get_safe_url (reference));
    }

  for (guint i = 0; i < n_sources; i++)
    {
      AtlasReference  *reference = atlas_bibliography_lookup (bibliography, sources[i]);
      g_autofree char *mark = NULL;

      if (reference == NULL || atlas_reference_get_role (reference) == ATLAS_REFERENCE_REPORT)
        continue;
      mark = dup_letters (n_letters++);
      add_reference (self, mark, atlas_reference_format_short (reference), atlas_reference_format (reference),
                     atlas_reference_get_safe_url (reference));
    }
}

/* What the selected item stands on, and the citation that is looked at. */
static void
cite_state (AtlasFigureContent *self,
            AtlasItem          *item) /* (nullable) */
{
  guint        looked_at = atlas_session_get_citation (self->session);
  guint        n_cites = 0;
  const guint *cites = item != NULL ? atlas_item_get_cites (item, &n_cites) : NULL;
  gboolean     is_there = looked_at == 0;
  g_autoptr (GArray) citations = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) sources = item != NULL ? atlas_dataset_dup_item_sources (self->dataset, item) : g_ptr_array_new ();

  for (guint i = 0; i < n_cites; i++)
    is_there |= cites[i] == looked_at;
  if (!is_there)
    g_array_append_val (citations, looked_at);
  if (n_cites > 0)
    g_array_append_vals (citations, cites, n_cites);

  atlas_figure_content_cite (self, (const guint *) (gpointer) citations->data, citations->len, (const char *const *) sources->pdata,
                             sources->len);
}

/* Its summary, and what is to be known of how it is drawn. */
static char *
dup_caption (AtlasItem *item)
{
  const char *summary = atlas_item_get_summary (item);
  const char *note = atlas_item_get_geometry_note (item);

  if (summary == NULL && note == NULL)
    return NULL;

  return g_strconcat (summary != NULL ? summary : "", summary != NULL && note != NULL ? " " : "", note != NULL ? note : "", NULL);
}

/* Two dates that are compared stand as the halves of the map do. */
static char *
dup_date (AtlasSession *session)
{
  AtlasTimeSpan    comparison = atlas_session_get_comparison (session);
  g_autofree char *date = NULL;
  g_autofree char *other = NULL;

  if (atlas_session_get_clock_mode (session) == ATLAS_CLOCK_ALL || atlas_time_span_is_empty (atlas_session_get_clock (session)))
    return NULL;

  date = atlas_time_span_to_words (atlas_session_get_clock (session));
  if (atlas_time_span_is_empty (comparison))
    return g_steal_pointer (&date);

  other = atlas_time_span_to_words (comparison);

  return g_strdup_printf ("%s | %s", other, date);
}

static AtlasCamera
choose_camera (AtlasDataset *dataset,
               AtlasItem    *item)
{
  AtlasBox    box = item != NULL ? atlas_item_get_box (item) : ATLAS_BOX_EMPTY;
  AtlasPoint  middle;
  AtlasCamera camera = atlas_dataset_get_manifest (dataset)->home;

  if (item == NULL || atlas_item_get_geometry (item) == NULL)
    return camera;

  middle = atlas_mercator_unproject ((AtlasPoint){ (box.x0 + box.x1) / 2.0, (box.y0 + box.y1) / 2.0 });
  camera.zoom = atlas_mercator_fit (box, ATLAS_TOUR_VIEW_WIDTH, ATLAS_TOUR_VIEW_HEIGHT, ITEM_PADDING, ITEM_MAX_ZOOM);
  camera.longitude = middle.x;
  camera.latitude = middle.y;

  return camera;
}

char *
atlas_figure_dup_credits (AtlasDataset *dataset)
{
  const AtlasManifest *manifest = atlas_dataset_get_manifest (dataset);
  g_autofree char     *atlas = NULL;
  /* TRANSLATORS: ends the credits of a figure: the program's version */
  g_autofree char     *program = g_strdup_printf (_ ("Drawn by Corridor Atlas %s."), ATLAS_VERSION);

  if (manifest->licence != NULL)
    /* TRANSLATORS: the title of an atlas and its licence: 'Atlas “Relations Since 1991”: CC-BY-4.0.' */
    atlas = g_strdup_printf (_ ("Atlas “%s”: %s."), manifest->title, manifest->licence);

  return g_strconcat (_ ("Map: made with Natural Earth; places © GeoNames, CC BY 4.0, changed; rivers and some borders GSHHG © P. Wessel, "
                         "W. H. F. Smith and Digital Chart of the World, LGPL; relief NASA SRTM30, NOAA ETOPO5. Mercator’s projection; "
                         "lines and areas of the atlas are schematic."),
                      atlas != NULL ? " " : "", atlas != NULL ? atlas : "", " ", program, NULL);
}

static void
take_state (AtlasFigureContent      *self,
            const AtlasSessionState *state,
            const char              *language)
{
  AtlasItem *item = NULL;

  self->state = atlas_session_state_copy (state);
  if (language != NULL)
    {
      g_free (self->state->language);
      self->state->language = g_strdup (language);
    }
  if (self->state->item != NULL)
    item = atlas_dataset_lookup (self->dataset, self->state->item);
  if (!self->state->has_camera)
    self->state->camera = choose_camera (self->dataset, item);
  self->state->has_camera = TRUE;
  if (self->state->atlas == NULL)
    self->state->atlas = g_strdup (atlas_dataset_get_manifest (self->dataset)->id);

  self->session = atlas_session_new (self->dataset);
  atlas_session_apply_state (self->session, self->state);
}

AtlasFigureContent *
atlas_figure_content_new (AtlasDataset            *dataset,
                          const AtlasSessionState *state,
                          const AtlasFigureSpec   *spec)
{
  const AtlasManifest *manifest = atlas_dataset_get_manifest (dataset);
  AtlasFigureContent  *self = g_new0 (AtlasFigureContent, 1);
  AtlasItem           *item = NULL;

  self->dataset = g_object_ref (dataset);
  self->references = g_ptr_array_new_with_free_func (reference_free);
  take_state (self, state, spec->language);
  item = atlas_session_get_selected (self->session);

  self->head = g_strdup (_ ("Corridor Atlas"));
  if (item != NULL || manifest->edition == NULL)
    self->head_end = g_strdup (manifest->title);
  else
    /* TRANSLATORS: of an atlas: "Edition 2026-11" */
    self->head_end = g_strdup_printf (_ ("Edition %s"), manifest->edition);
  if (spec->title != NULL && *spec->title != '\0')
    self->title = g_strdup (spec->title);
  else
    self->title = g_strdup (item != NULL ? atlas_item_get_name (item, atlas_session_get_language (self->session)) : manifest->title);
  self->date = dup_date (self->session);
  self->sentence = g_strdup (atlas_session_get_sentence (self->session));
  self->caption = item != NULL ? dup_caption (item) : g_strdup (manifest->description);
  self->credits = atlas_figure_dup_credits (dataset);
  self->citation = atlas_quotation_for_session (self->session);
  self->link = atlas_session_state_to_link (self->state);
  self->short_credits = g_strdup_printf (_ ("Map: Natural Earth, © GeoNames, GSHHG, SRTM30, ETOPO5. Atlas: %s."),
                                         manifest->licence != NULL ? manifest->licence : "");
  self->short_citation = g_strdup (self->link);
  cite_state (self, item);

  return self;
}

void
atlas_figure_content_free (AtlasFigureContent *self)
{
  g_clear_object (&self->session);
  g_clear_object (&self->dataset);
  atlas_session_state_free (self->state);
  g_clear_pointer (&self->references, g_ptr_array_unref);
  g_free (self->head);
  g_free (self->head_end);
  g_free (self->title);
  g_free (self->date);
  g_free (self->sentence);
  g_free (self->text);
  g_free (self->question);
  g_free (self->answer);
  g_free (self->caption);
  g_free (self->credits);
  g_free (self->citation);
  g_free (self->short_credits);
  g_free (self->short_citation);
  g_free (self->link);
  g_free (self);
}
