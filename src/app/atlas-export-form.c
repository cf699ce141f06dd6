// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-export-dialog-private.h"

#include "atlas-reference-format.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* What of a figure's settings a kind has. */
static const struct
{
  gboolean has_figure; /* size, colours, parts */
  gboolean has_tour;
  gboolean has_formats; /* more than one */
  guint    n_formats;   /* of the figures' table, from its beginning: images are PNG and SVG */
} kinds[] = {
  [ATLAS_EXPORT_VIEW] = { TRUE, FALSE, TRUE, ATLAS_N_FIGURE_FORMATS },
  [ATLAS_EXPORT_HANDOUT] = { TRUE, TRUE, FALSE, 0 },
  [ATLAS_EXPORT_IMAGES] = { TRUE, TRUE, TRUE, 2 },
  [ATLAS_EXPORT_DATA] = { FALSE, FALSE, TRUE, 0 },
};

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == ATLAS_N_EXPORT_KINDS);

static const struct
{
  const char *id;
  const char *title;
} palettes[] = {
  { "", N_ ("As the format suggests") },
  { "light", N_ ("Light") },
  { "dark", N_ ("Dark") },
  { "print", N_ ("For paper") },
};

static const char *const parts[] = {
  [ATLAS_EXPORT_PART_TITLE] = "title",
  [ATLAS_EXPORT_PART_TIMELINE] = "timeline",
  [ATLAS_EXPORT_PART_LEGEND] = "legend",
  [ATLAS_EXPORT_PART_REFERENCES] = "references",
};

G_STATIC_ASSERT (G_N_ELEMENTS (parts) == ATLAS_N_EXPORT_PARTS);

#define MAX_SCALE 4

/* Names of languages, each in itself; others stand by their tag. */
static const struct
{
  const char *tag;
  const char *name;
} languages[] = {
  { "az", "Azərbaycanca" },
  { "en", "English" },
  { "hy", "Հայերեն" },
  { "ru", "Русский" },
  { "tr", "Türkçe" },
};

static const char *
get_language_name (const char *tag)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_str_equal (languages[i].tag, tag))
      return languages[i].name;

  return tag;
}

static GStrv
get_languages (AtlasExportDialog *self)
{
  return atlas_dataset_get_manifest (self->dataset)->languages;
}

static void
set_choices (AdwComboRow *row,
             GPtrArray   *words, /* of char *, NULL at its end */
             guint        selected)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new ((const char *const *) words->pdata);

  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (row, selected < words->len - 1 ? selected : 0);
}

AtlasExportKind
atlas_export_form_get_kind (AtlasExportDialog *self)
{
  return (AtlasExportKind) MIN (adw_combo_row_get_selected (self->kind_row), ATLAS_N_EXPORT_KINDS - 1);
}

/* --- Filling --- */

static void
fill_kinds (AtlasExportDialog *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *kind = g_settings_get_string (self->settings, "export-what");

  for (guint i = 0; i < ATLAS_N_EXPORT_KINDS; i++)
    g_ptr_array_add (words, (gpointer) atlas_export_kind_get_title ((AtlasExportKind) i));
  g_ptr_array_add (words, NULL);
  set_choices (self->kind_row, words, atlas_export_kind_from_id (kind));
}

static void
fill_tours (AtlasExportDialog *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  const char *now = atlas_session_get_tour (self->session);
  guint       selected = 0;

  for (guint i = 0; i < self->tours->len; i++)
    {
      AtlasTour *tour = g_ptr_array_index (self->tours, i);

      g_ptr_array_add (words, (gpointer) atlas_tour_get_title (tour));
      if (g_strcmp0 (now, atlas_tour_get_id (tour)) == 0)
        selected = i;
    }
  g_ptr_array_add (words, NULL);
  set_choices (self->tour_row, words, selected);
}

static void
fill_items (AtlasExportDialog *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  guint n_all = atlas_dataset_get_n_items (self->dataset);
  guint n_shown = 0;

  for (guint i = 0; i < n_all; i++)
    n_shown += atlas_session_get_visibility (self->session, atlas_dataset_get_item (self->dataset, i), NULL) == ATLAS_VISIBILITY_SHOWN;

  g_ptr_array_add (words, g_strdup_printf (ngettext ("All %u item", "All %u items", n_all), n_all));
  g_ptr_array_add (words, g_strdup_printf (ngettext ("The %u item that is shown now", "The %u items that are shown now", n_shown), n_shown));
  g_ptr_array_add (words, NULL);
  set_choices (self->items_row, words, g_settings_get_boolean (self->settings, "export-shown") ? 1 : 0);
}

static void
fill_languages (AtlasExportDialog *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  GStrv tags = get_languages (self);

  g_ptr_array_add (words, (gpointer) _ ("As in the window"));
  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    g_ptr_array_add (words, (gpointer) get_language_name (tags[i]));
  g_ptr_array_add (words, NULL);
  set_choices (self->language_row, words, 0);
}

static void
fill_sizes (AtlasExportDialog *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char       *size = g_settings_get_string (self->settings, "export-size");
  guint                  n_pages = 0;
  const AtlasFigurePage *pages = atlas_figure_page_list (&n_pages);
  guint                  selected = n_pages;

  for (guint i = 0; i < n_pages; i++)
    {
      g_ptr_array_add (words, (gpointer) _ (pages[i].title));
      if (g_str_equal (pages[i].id, size))
        selected = i;
    }
  g_ptr_array_add (words, (gpointer) _ ("Another size"));
  g_ptr_array_add (words, NULL);
  set_choices (self->size_row, words, selected);
  gtk_editable_set_text (GTK_EDITABLE (self->custom_row), selected == n_pages ? size : "1920×1080");
}

static void
fill_scales (AtlasExportDialog *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 1; i <= MAX_SCALE; i++)
    g_ptr_array_add (words, g_strdup_printf ("%u×", i));
  g_ptr_array_add (words, NULL);
  set_choices (self->scale_row, words, (guint) g_settings_get_int (self->settings, "export-scale") - 1);
}

static void
fill_palettes (AtlasExportDialog *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *palette = g_settings_get_string (self->settings, "export-palette");
  guint            selected = 0;

  for (guint i = 0; i < G_N_ELEMENTS (palettes); i++)
    {
      g_ptr_array_add (words, (gpointer) _ (palettes[i].title));
      if (g_str_equal (palettes[i].id, palette))
        selected = i;
    }
  g_ptr_array_add (words, NULL);
  set_choices (self->palette_row, words, selected);
}

/* The table of figures' formats that a kind has, or that of data. */
void
atlas_export_form_fill_formats (AtlasExportDialog *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  AtlasExportKind          kind = atlas_export_form_get_kind (self);
  g_autofree char         *id = g_settings_get_string (self->settings, kind == ATLAS_EXPORT_DATA ? "export-data-format" : "export-format");
  guint                    n_figures = 0, n_exporters = 0;
  const AtlasFigureFormat *figures = atlas_figure_format_list (&n_figures);
  const AtlasExporter     *exporters = atlas_exporter_list (&n_exporters);
  guint                    selected = 0;

  for (guint i = 0; i < kinds[kind].n_formats; i++)
    {
      g_ptr_array_add (words, (gpointer) _ (figures[i].title));
      selected = g_str_equal (figures[i].id, id) ? i : selected;
    }
  for (guint i = 0; kind == ATLAS_EXPORT_DATA && i < n_exporters; i++)
    {
      g_ptr_array_add (words, (gpointer) exporters[i].title);
      selected = g_str_equal (exporters[i].id, id) ? i : selected;
    }
  g_ptr_array_add (words, NULL);
  set_choices (self->format_row, words, selected);
}

/* A handout is printed: on paper, unless somebody has said how large it is to be. */
void
atlas_export_form_choose_paper (AtlasExportDialog *self)
{
  guint                  n_pages = 0;
  const AtlasFigurePage *pages = atlas_figure_page_list (&n_pages);
  guint                  selected = adw_combo_row_get_selected (self->size_row);

  if (atlas_export_form_get_kind (self) != ATLAS_EXPORT_HANDOUT || selected >= n_pages || pages[selected].is_paper)
    return;

  for (guint i = 0; i < n_pages; i++)
    if (pages[i].is_paper)
      {
        adw_combo_row_set_selected (self->size_row, i);
        return;
      }
}

void
atlas_export_form_fill (AtlasExportDialog *self)
{
  g_auto (GStrv) wanted = g_settings_get_strv (self->settings, "export-parts");

  self->filling = TRUE;
  fill_kinds (self);
  fill_tours (self);
  fill_items (self);
  fill_languages (self);
  fill_sizes (self);
  fill_scales (self);
  fill_palettes (self);
  atlas_export_form_fill_formats (self);
  for (guint i = 0; i < ATLAS_N_EXPORT_PARTS; i++)
    gtk_switch_set_active (self->parts[i], g_strv_contains ((const char *const *) wanted, parts[i]));
  self->filling = FALSE;
}

/* --- What is chosen --- */

static const AtlasFigureFormat *
get_figure (AtlasExportDialog *self)
{
  guint                    n_figures = 0;
  const AtlasFigureFormat *figures = atlas_figure_format_list (&n_figures);
  guint                    selected = adw_combo_row_get_selected (self->format_row);

  return atlas_export_form_get_kind (self) == ATLAS_EXPORT_HANDOUT ? atlas_figure_format_lookup ("pdf") : &figures[MIN (selected, n_figures - 1)];
}

static const AtlasExporter *
get_exporter (AtlasExportDialog *self)
{
  guint                n_exporters = 0;
  const AtlasExporter *exporters = atlas_exporter_list (&n_exporters);

  return &exporters[MIN (adw_combo_row_get_selected (self->format_row), n_exporters - 1)];
}

/* (nullable): a size of one's own */
static const AtlasFigurePage *
get_page (AtlasExportDialog *self)
{
  guint                  n_pages = 0;
  const AtlasFigurePage *pages = atlas_figure_page_list (&n_pages);
  guint                  selected = adw_combo_row_get_selected (self->size_row);

  return selected < n_pages ? &pages[selected] : NULL;
}

static gboolean
has_scale (AtlasExportDialog *self)
{
  return kinds[atlas_export_form_get_kind (self)].has_figure && get_figure (self)->has_scale;
}

static gboolean
read_spec (AtlasExportDialog *self,
           AtlasExportJob    *job,
           GError           **error)
{
  const AtlasFigurePage *page = get_page (self);

  job->spec.with_title = gtk_switch_get_active (self->parts[ATLAS_EXPORT_PART_TITLE]);
  job->spec.with_timeline = gtk_switch_get_active (self->parts[ATLAS_EXPORT_PART_TIMELINE]);
  job->spec.with_legend = gtk_switch_get_active (self->parts[ATLAS_EXPORT_PART_LEGEND]);
  job->spec.with_references = gtk_switch_get_active (self->parts[ATLAS_EXPORT_PART_REFERENCES]);
  job->spec.language = job->language;
  atlas_figure_palette_from_id (palettes[adw_combo_row_get_selected (self->palette_row)].id, &job->spec.palette);
  if (has_scale (self))
    job->spec.scale = adw_combo_row_get_selected (self->scale_row) + 1;

  if (page == NULL)
    return atlas_figure_size_parse (gtk_editable_get_text (GTK_EDITABLE (self->custom_row)), &job->spec.width, &job->spec.height, error);

  job->spec.width = page->width;
  job->spec.height = page->height;

  return TRUE;
}

static GPtrArray *
collect_items (AtlasExportDialog *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean   shown = adw_combo_row_get_selected (self->items_row) == 1;

  for (guint i = 0; i < atlas_dataset_get_n_items (self->dataset); i++)
    {
      AtlasItem *item = atlas_dataset_get_item (self->dataset, i);

      if (!shown || atlas_session_get_visibility (self->session, item, NULL) == ATLAS_VISIBILITY_SHOWN)
        g_ptr_array_add (items, g_object_ref (item));
    }

  return items;
}

AtlasExportJob *
atlas_export_form_create_job (AtlasExportDialog *self,
                              GError           **error)
{
  g_autoptr (AtlasExportJob) job = atlas_export_job_new (self->dataset, self->basemap);
  guint language = adw_combo_row_get_selected (self->language_row);

  job->kind = atlas_export_form_get_kind (self);
  job->language = g_strdup (language == 0 ? self->state->language : get_languages (self)[language - 1]);
  job->state = atlas_session_state_copy (self->state);

  if (job->kind == ATLAS_EXPORT_DATA)
    {
      job->exporter = get_exporter (self);
      job->items = collect_items (self);
      job->tours = g_ptr_array_ref (self->tours); /* which does not change */
      return g_steal_pointer (&job);
    }

  job->figure = get_figure (self);
  if (kinds[job->kind].has_tour && self->tours->len > 0)
    {
      job->tour = g_object_ref (g_ptr_array_index (self->tours, MIN (adw_combo_row_get_selected (self->tour_row), self->tours->len - 1)));
      if (g_strcmp0 (atlas_tour_get_id (job->tour), self->state->tour) == 0 && self->state->step > 0)
        job->step = MIN (self->state->step, atlas_tour_get_n_steps (job->tour)) - 1;
    }

  return read_spec (self, job, error) ? g_steal_pointer (&job) : NULL;
}

void
atlas_export_form_keep (AtlasExportDialog *self)
{
  AtlasExportKind        kind = atlas_export_form_get_kind (self);
  const AtlasFigurePage *page = get_page (self);
  const char            *wanted[ATLAS_N_EXPORT_PARTS + 1] = { NULL };
  guint                  n_wanted = 0;

  for (guint i = 0; i < ATLAS_N_EXPORT_PARTS; i++)
    if (gtk_switch_get_active (self->parts[i]))
      wanted[n_wanted++] = parts[i];

  g_settings_set_string (self->settings, "export-what", atlas_export_kind_get_id (kind));
  g_settings_set_strv (self->settings, "export-parts", wanted);
  g_settings_set_string (self->settings, "export-palette", palettes[adw_combo_row_get_selected (self->palette_row)].id);
  g_settings_set_string (self->settings, "export-size", page != NULL ? page->id : gtk_editable_get_text (GTK_EDITABLE (self->custom_row)));
  g_settings_set_int (self->settings, "export-scale", (int) adw_combo_row_get_selected (self->scale_row) + 1);
  g_settings_set_boolean (self->settings, "export-shown", adw_combo_row_get_selected (self->items_row) == 1);
  if (kind == ATLAS_EXPORT_DATA)
    g_settings_set_string (self->settings, "export-data-format", get_exporter (self)->id);
  else if (kinds[kind].has_formats)
    g_settings_set_string (self->settings, "export-format", get_figure (self)->id);
}

void
atlas_export_form_follow (AtlasExportDialog *self,
                          const char        *file_name)
{
  AtlasExportKind          kind = atlas_export_form_get_kind (self);
  guint                    n = 0;
  const AtlasFigureFormat *figure = atlas_figure_format_lookup_suffix (file_name);
  const AtlasExporter     *exporter = atlas_exporter_lookup_suffix (file_name);

  if (kind == ATLAS_EXPORT_VIEW && figure != NULL)
    adw_combo_row_set_selected (self->format_row, (guint) (figure - atlas_figure_format_list (&n)));
  else if (kind == ATLAS_EXPORT_DATA && exporter != NULL)
    adw_combo_row_set_selected (self->format_row, (guint) (exporter - atlas_exporter_list (&n)));
}

/* --- What follows from it --- */

static char *
describe_figure (AtlasExportDialog    *self,
                 const AtlasExportJob *job)
{
  const AtlasFigurePage *page = get_page (self);
  g_autofree char       *size = NULL;
  guint                  n_steps = job->tour != NULL ? atlas_tour_get_n_steps (job->tour) : 0;

  if (page != NULL && page->is_paper && !has_scale (self))
    size = g_strdup (_ (page->title));
  else
    size = g_strdup_printf (_ ("%d × %d px"), (int) round (job->spec.width * job->spec.scale), (int) round (job->spec.height * job->spec.scale));

  if (job->kind == ATLAS_EXPORT_HANDOUT)
    return g_strdup_printf (ngettext ("%u page, %s", "%u pages, %s", n_steps + 1), n_steps + 1, size);
  if (job->kind == ATLAS_EXPORT_IMAGES)
    return g_strdup_printf (ngettext ("%u file in a folder, %s", "%u files in a folder, %s", n_steps), n_steps, size);

  return g_steal_pointer (&size);
}

static char *
describe_data (const AtlasExportJob *job)
{
  guint n_items = job->items->len;

  if (atlas_reference_format_lookup (job->exporter->id) != NULL)
    return g_strdup_printf (ngettext ("Sources of %u item", "Sources of %u items", n_items), n_items);

  return g_strdup_printf (ngettext ("%u item", "%u items", n_items), n_items);
}

static void
show_rows (AtlasExportDialog *self)
{
  AtlasExportKind kind = atlas_export_form_get_kind (self);

  gtk_widget_set_visible (GTK_WIDGET (self->tour_row), kinds[kind].has_tour);
  gtk_widget_set_visible (GTK_WIDGET (self->format_row), kinds[kind].has_formats);
  gtk_widget_set_visible (GTK_WIDGET (self->items_row), kind == ATLAS_EXPORT_DATA);
  gtk_widget_set_visible (GTK_WIDGET (self->language_row), kind != ATLAS_EXPORT_DATA || get_exporter (self)->has_names);
  gtk_widget_set_visible (GTK_WIDGET (self->figure_group), kinds[kind].has_figure);
  gtk_widget_set_visible (GTK_WIDGET (self->parts_group), kinds[kind].has_figure);
  gtk_widget_set_visible (self->custom_row, get_page (self) == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->scale_row), has_scale (self));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->format_row), kind == ATLAS_EXPORT_DATA ? _ (get_exporter (self)->summary) : "");
}

void
atlas_export_form_update (AtlasExportDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasExportJob) job = NULL;
  g_autofree char *caption = NULL;
  gboolean         has_nothing;

  show_rows (self);
  job = atlas_export_form_create_job (self, &error);
  if (job == NULL)
    gtk_widget_add_css_class (self->custom_row, "error");
  else
    gtk_widget_remove_css_class (self->custom_row, "error");

  has_nothing = job != NULL && kinds[job->kind].has_tour && job->tour == NULL;
  gtk_widget_set_sensitive (self->export_button, job != NULL && !has_nothing && self->run == NULL);
  if (job == NULL || has_nothing)
    {
      gtk_label_set_text (self->caption, job == NULL ? error->message : _ ("The atlas has no tours."));
      return;
    }

  caption = job->kind == ATLAS_EXPORT_DATA ? describe_data (job) : describe_figure (self, job);
  gtk_label_set_text (self->caption, caption);
  atlas_export_preview_show (self->preview, job, job->kind == ATLAS_EXPORT_VIEW ? self->sentence : caption);
}
