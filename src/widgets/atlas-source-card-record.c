// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-source-card-private.h"

#include "atlas-detail-parts.h"
#include "atlas-source-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
atlas_source_card_add_role (AtlasSourceCard *self)
{
  AtlasReferenceRole role = self->citation > 0 || self->reference == NULL ? ATLAS_REFERENCE_REPORT : atlas_reference_get_role (self->reference);
  g_autofree char   *words = atlas_source_dup_whose (self->reference, self->citation);
  GtkWidget         *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget         *icon = gtk_image_new_from_icon_name (atlas_source_get_role_icon (role));
  GtkWidget         *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (line, "role");
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (self->box, line);
}

/* The whole address, its host set strong: that is what tells whose it is. */
static char *
dup_address_markup (const char *url)
{
  g_autofree char *host = atlas_source_dup_host (url);
  const char      *begin = host != NULL && *host != '\0' ? strstr (url, host) : NULL;
  g_autofree char *before = begin != NULL ? g_strndup (url, (gsize) (begin - url)) : NULL;

  if (begin == NULL)
    return g_markup_escape_text (url, -1);

  return g_markup_printf_escaped ("%s<b>%s</b>%s", before, host, begin + strlen (host));
}

static void
add_row (GtkGrid    *grid,
         int        *row,
         const char *name,
         const char *markup)
{
  GtkWidget *head = NULL;
  GtkWidget *value = NULL;

  if (markup == NULL || *markup == '\0')
    return;

  head = gtk_label_new (name);
  value = atlas_detail_create_text (markup);
  gtk_label_set_xalign (GTK_LABEL (head), 0.0F);
  gtk_label_set_yalign (GTK_LABEL (head), 0.0F);
  gtk_label_set_wrap_mode (GTK_LABEL (value), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (value, TRUE);
  gtk_widget_add_css_class (head, "dim-label");
  gtk_grid_attach (grid, head, 0, *row, 1, 1);
  gtk_grid_attach (grid, value, 1, *row, 1, 1);
  (*row)++;
}

static char *
escape (const char *text)
{
  return text != NULL ? g_markup_escape_text (text, -1) : NULL;
}

/* "found on 3 November 2026" */
static char *
dup_checked (const AtlasReferenceFields *fields)
{
  g_autofree char *date = atlas_source_dup_date (fields->checked);

  if (date == NULL)
    return NULL;

  return fields->status != NULL ? g_markup_printf_escaped ("%s (%s)", date, fields->status) : g_markup_escape_text (date, -1);
}

static void
add_address_rows (AtlasSourceCard *self,
                  GtkGrid         *grid,
                  int             *row)
{
  const AtlasReferenceFields *fields = atlas_reference_get_fields (self->reference);
  g_autofree char            *address = fields->url != NULL ? dup_address_markup (fields->url) : NULL;
  g_autofree char            *archive = fields->archive_url != NULL ? dup_address_markup (fields->archive_url) : NULL;
  g_autofree char            *archived = atlas_source_dup_date (fields->archive_date);
  g_autofree char            *accessed = atlas_source_dup_date (fields->accessed);
  g_autofree char            *checked = dup_checked (fields);

  add_row (grid, row, _ ("Address"), address);
  if (fields->url != NULL && atlas_reference_get_safe_url (self->reference) == NULL)
    add_row (grid, row, "", _ ("It is no plain address of the web, so it is not opened from here."));
  add_row (grid, row, _ ("Archived copy"), archive);
  add_row (grid, row, _ ("Archived"), archived);
  add_row (grid, row, _ ("Accessed"), accessed);
  add_row (grid, row, _ ("Last checked"), checked);
}

/* The facts of the record, one below the other; on a brief card those of a word or two in one line. */
void
atlas_source_card_add_facts (AtlasSourceCard *self)
{
  const AtlasReferenceFields *fields = atlas_reference_get_fields (self->reference);
  const struct
  {
    const char *name;
    const char *value;
  } facts[] = {
    { _ ("Type"), atlas_source_get_type_name (fields->type) },
    { _ ("Kind of source"), atlas_source_get_tier_name (fields->tier) },
    { _ ("Language"), atlas_source_get_language_name (fields->language) },
    { _ ("Date"), NULL },
  };
  GtkGrid         *grid = GTK_GRID (gtk_grid_new ());
  g_autofree char *date = atlas_source_dup_date (fields->issued);
  int              row = 0;
  g_autoptr (GString) line = g_string_new (NULL);

  gtk_grid_set_column_spacing (grid, 10);
  gtk_grid_set_row_spacing (grid, 2);
  gtk_widget_add_css_class (GTK_WIDGET (grid), "facts");

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *value = escape (i + 1 < G_N_ELEMENTS (facts) ? facts[i].value : date);

      if (value == NULL)
        continue;
      if (self->brief)
        g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", value);
      else
        add_row (grid, &row, facts[i].name, value);
    }
  if (line->len > 0)
    gtk_widget_add_css_class (atlas_source_card_add_text (self, line->str), "facts");
  gtk_box_append (self->box, GTK_WIDGET (grid));
  add_address_rows (self, grid, &row);

  if (row == 0)
    gtk_box_remove (self->box, GTK_WIDGET (grid));
}
