// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"

#include "atlas-config.h"
#include "atlas-figure.h"

#include <glib/gi18n.h>

static struct
{
  char    *tour;
  char    *language;
  char    *size;
  char    *page;
  char    *palette;
  char    *title;
  char    *format;
  int      step;
  double   scale;
  gboolean no_timeline;
  gboolean no_legend;
  gboolean no_references;
  gboolean no_title;
} options;

/* clang-format off */
static const GOptionEntry entries[] = {
  { "size", 0, 0, G_OPTION_ARG_STRING, &options.size, N_("Make it so large, px"), N_("WIDTHxHEIGHT") },
  { "page", 0, 0, G_OPTION_ARG_STRING, &options.page, N_("Make it as large as this: “a4”, “a4-portrait”, “letter”, “letter-portrait” or “wide”"), N_("PAGE") },
  { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &options.scale, N_("Device px a px of images, from 1 to 4"), N_("NUMBER") },
  { "palette", 0, 0, G_OPTION_ARG_STRING, &options.palette, N_("Draw in these inks: “light”, “dark” or “print”"), N_("PALETTE") },
  { "heading", 0, 0, G_OPTION_ARG_STRING, &options.title, N_("Put this above it"), N_("WORDS") },
  { "type", 0, 0, G_OPTION_ARG_STRING, &options.format, N_("Write this, whatever the file’s name: “png”, “svg” or “pdf”"), N_("FORMAT") },
  { "no-title", 0, 0, G_OPTION_ARG_NONE, &options.no_title, N_("Leave out the title"), NULL },
  { "no-timeline", 0, 0, G_OPTION_ARG_NONE, &options.no_timeline, N_("Leave out the timeline"), NULL },
  { "no-legend", 0, 0, G_OPTION_ARG_NONE, &options.no_legend, N_("Leave out the legend"), NULL },
  { "no-references", 0, 0, G_OPTION_ARG_NONE, &options.no_references, N_("Leave out the references"), NULL },
  { NULL },
};
/* clang-format on */

static void
clear_options (gpointer data)
{
  g_clear_pointer (&options.tour, g_free);
  g_clear_pointer (&options.language, g_free);
  g_clear_pointer (&options.size, g_free);
  g_clear_pointer (&options.page, g_free);
  g_clear_pointer (&options.palette, g_free);
  g_clear_pointer (&options.title, g_free);
  g_clear_pointer (&options.format, g_free);
}

GOptionGroup *
command_render_create_options (void)
{
  GOptionGroup *group = NULL;

  options.scale = ATLAS_FIGURE_SPEC_DEFAULT.scale; /* GOption says nothing of what was not given */
  group = g_option_group_new ("render", _ ("Options of “render”:"), _ ("Show the options of “render”"), NULL, clear_options);

  g_option_group_add_entries (group, entries);
  g_option_group_set_translation_domain (group, GETTEXT_PACKAGE);

  return group;
}

const char *
command_render_get_given (void)
{
  const struct
  {
    gboolean    given;
    const char *name;
  } all[] = {
    { options.size != NULL, "--size" },
    { options.page != NULL, "--page" },
    { !(options.scale == ATLAS_FIGURE_SPEC_DEFAULT.scale), "--scale" },
    { options.palette != NULL, "--palette" },
    { options.title != NULL, "--heading" },
    { options.format != NULL, "--type" },
    { options.no_title, "--no-title" },
    { options.no_timeline, "--no-timeline" },
    { options.no_legend, "--no-legend" },
    { options.no_references, "--no-references" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i].given)
      return all[i].name;

  return NULL;
}

/* What is drawn, and where to. */
typedef struct
{
  const char              *link; /* "" without one */
  GFile                   *file;
  const AtlasFigureFormat *format; /* (nullable): the file's name does not say */
  AtlasFigureSpec          spec;
} Order;

static void
order_clear (Order *self)
{
  g_clear_object (&self->file);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Order, order_clear)

/* The words: a link perhaps, and the file. */
static gboolean
read_words (Order   *self,
            char   **words,
            GError **error)
{
  const char *name = NULL;

  self->link = "";
  for (guint i = 0; words[i] != NULL; i++)
    if (command_link_is (words[i]))
      self->link = words[i];
    else if (name == NULL)
      name = words[i];
    else
      {
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("“%s” is one word too many"), words[i]);
        return FALSE;
      }

  if (name == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("There is no name of a file to write"));
      return FALSE;
    }

  self->file = g_str_equal (name, "-") ? g_file_new_for_path ("/dev/stdout") : g_file_new_for_commandline_arg (name);
  self->format = options.format != NULL ? atlas_figure_format_lookup (options.format) : atlas_figure_format_lookup_suffix (name);
  if (options.format != NULL && self->format == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("“%s” is none of: %s"), options.format, "png, svg, pdf");
      return FALSE;
    }

  return TRUE;
}

/* A tour that the link or an option names, and a step of it. */
static gboolean
read_tour (Order   *self,
           GError **error)
{
  g_autoptr (AtlasSessionState) state = command_link_read (self->link, error);

  if (state == NULL)
    return FALSE;

  options.tour = g_strdup (state->tour);
  options.language = g_strdup (state->language);
  options.step = (int) state->step;

  return TRUE;
}

/* What is printed has the size of paper where nobody says otherwise. */
static gboolean
read_size (Order   *self,
           GError **error)
{
  gboolean               is_paper = self->format != NULL && self->format->format == ATLAS_FIGURE_PDF;
  const AtlasFigurePage *page = atlas_figure_page_lookup (options.page != NULL ? options.page : is_paper ? "a4"
                                                                                                         : "wide");

  if (page == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("“%s” is none of: %s"), options.page,
                   "a4, a4-portrait, letter, letter-portrait, wide");
      return FALSE;
    }

  self->spec.width = page->width;
  self->spec.height = page->height;

  return options.size == NULL || atlas_figure_size_parse (options.size, &self->spec.width, &self->spec.height, error);
}

static gboolean
read_spec (Order   *self,
           GError **error)
{
  self->spec = ATLAS_FIGURE_SPEC_DEFAULT;
  self->spec.with_title = !options.no_title;
  self->spec.with_timeline = !options.no_timeline;
  self->spec.with_legend = !options.no_legend;
  self->spec.with_references = !options.no_references;
  self->spec.title = options.title;
  self->spec.language = options.language; /* the steps of a tour do not say it */
  self->spec.scale = options.scale;
  if (options.palette != NULL && !atlas_figure_palette_from_id (options.palette, &self->spec.palette))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("“%s” is none of: %s"), options.palette, "light, dark, print");
      return FALSE;
    }

  return read_size (self, error);
}

static gboolean
render_view (Order        *order,
             AtlasDataset *dataset,
             AtlasBasemap *basemap,
             GError      **error)
{
  g_autoptr (AtlasSessionState) state = command_link_read (order->link, error);

  if (state == NULL)
    return FALSE;
  if (state->item != NULL && atlas_dataset_lookup (dataset, state->item) == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("No item has the id “%s”"), state->item);
      return FALSE;
    }
  if (order->format == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("The file’s name must end in .png, .svg or .pdf"));
      return FALSE;
    }

  return atlas_figure_write (dataset, basemap, state, &order->spec, order->format, order->file, NULL, error);
}

static AtlasTour *
find_tour (AtlasDataset *dataset,
           GError      **error)
{
  AtlasTour *tour = atlas_dataset_lookup_tour (dataset, options.tour);
  g_autoptr (GString) ids = g_string_new (NULL);

  if (tour != NULL)
    return tour;

  for (guint i = 0; i < atlas_dataset_get_tours (dataset)->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", atlas_tour_get_id (g_ptr_array_index (atlas_dataset_get_tours (dataset), i)));
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("“%s” is none of: %s"), options.tour, ids->str);

  return NULL;
}

/* One of its steps, all of them on paper, or all of them as files in a folder. */
static gboolean
render_tour (Order        *order,
             AtlasDataset *dataset,
             AtlasBasemap *basemap,
             GError      **error)
{
  AtlasTour *tour = find_tour (dataset, error);
  gboolean   is_step = options.step != 0;

  if (tour == NULL)
    return FALSE;
  if (is_step && (options.step < 1 || (guint) options.step > atlas_tour_get_n_steps (tour)))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("The tour’s steps are from 1 to %u"), atlas_tour_get_n_steps (tour));
      return FALSE;
    }

  if (order->format == NULL || (!is_step && options.format != NULL && order->format->format != ATLAS_FIGURE_PDF))
    return atlas_figure_write_images (dataset, basemap, tour, &order->spec,
                                      order->format != NULL ? order->format : atlas_figure_format_lookup ("png"), order->file, NULL, NULL,
                                      NULL, error);
  if (is_step)
    return atlas_figure_write_step (dataset, basemap, tour, (guint) options.step - 1, &order->spec, order->format, order->file, NULL, error);
  if (order->format->format == ATLAS_FIGURE_PDF)
    return atlas_figure_write_handout (dataset, basemap, tour, &order->spec, order->file, NULL, NULL, NULL, error);

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                       _ ("A whole tour is a PDF, or with --type png or svg a folder; one step of it has a --step"));

  return FALSE;
}

int
command_render (GFile   *bundle,
                char   **words,
                gboolean json)
{
  g_auto (Order) order = { 0 };
  g_autoptr (AtlasDataset) dataset = NULL;
  g_autoptr (AtlasBasemap) basemap = NULL;
  g_autoptr (GError) error = NULL;

  if (!read_words (&order, words, &error) || !read_tour (&order, &error) || !read_spec (&order, &error))
    return command_fail (error);

  dataset = command_load (bundle);
  if (dataset == NULL)
    return STATUS_FAILED;

  basemap = command_open_basemap ();
  if (!(options.tour != NULL ? render_tour (&order, dataset, basemap, &error) : render_view (&order, dataset, basemap, &error)))
    return command_fail (error);

  return STATUS_OK;
}
