// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-window-private.h"

#include "atlas-config.h"

#include <glib/gi18n.h>

static const struct
{
  const char *title;
  const char *copyright;
  GtkLicense  license_type;
  const char *license;
} legal[] = {
  { N_ ("Texts and drawings of the atlas"), "© 2026 The Corridor Atlas authors", GTK_LICENSE_CUSTOM,
    N_ ("Creative Commons Attribution 4.0 International (CC BY 4.0). Lines and areas are schematic drawings.") },
  { N_ ("Coasts, lakes, borders, towns"), N_ ("Made with Natural Earth"), GTK_LICENSE_CUSTOM, N_ ("Public domain.") },
  { N_ ("Place names and positions"), "© GeoNames", GTK_LICENSE_CUSTOM,
    N_ ("Creative Commons Attribution 4.0 International (CC BY 4.0). Selected and changed.") },
  { N_ ("Names of countries"), "© Unicode, Inc.", GTK_LICENSE_CUSTOM, N_ ("Unicode CLDR, under the Unicode License v3.") },
  { N_ ("Rivers and some borders"), "GSHHG © 1996–2017 Paul Wessel, Walter H. F. Smith; Digital Chart of the World", GTK_LICENSE_LGPL_3_0, NULL },
  { N_ ("Relief"), "NASA SRTM30, NOAA ETOPO5", GTK_LICENSE_CUSTOM, N_ ("Public domain.") },
};

void
atlas_window_show_about (AtlasWindow *self)
{
  static const char *const developers[] = { "The Corridor Atlas authors", NULL };
  GtkWidget               *about = g_object_new (ADW_TYPE_ABOUT_WINDOW,
                                                 "application-name", _ ("Corridor Atlas"),
                                                 "application-icon", ATLAS_APP_ID,
                                                 "version", ATLAS_VERSION,
                                                 "developer-name", _ ("The Corridor Atlas authors"),
                                                 "developers", developers,
                                                 "copyright", "© 2026 The Corridor Atlas authors",
                                                 "license-type", GTK_LICENSE_GPL_3_0,
                                                 "comments", _ ("A policy report as a map, a timeline and its text."),
                                                 /* Translators: your name, one a line */
                                                 "translator-credits", _ ("translator-credits"),
                                                 "transient-for", self,
                                                 "modal", TRUE,
                                                 NULL);

  for (guint i = 0; i < G_N_ELEMENTS (legal); i++)
    adw_about_window_add_legal_section (ADW_ABOUT_WINDOW (about), _ (legal[i].title), _ (legal[i].copyright), legal[i].license_type,
                                        legal[i].license != NULL ? _ (legal[i].license) : NULL);

  gtk_window_present (GTK_WINDOW (about));
}
