// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-application.h"

#include "atlas-config.h"

#include <glib/gi18n.h>
#include <locale.h>

/* Without a graphics device GTK would draw through OpenGL in software, which takes twice the time and memory of cairo; and
 * it would load that only to find out. GTK up to 4.12 reads the one variable, later ones the other. */
static void
choose_renderer (void)
{
  g_autoptr (GDir) devices = NULL;
  const char *name = NULL;

  if (g_getenv ("GSK_RENDERER") != NULL)
    return;

  devices = g_dir_open ("/dev/dri", 0, NULL);
  while (devices != NULL && (name = g_dir_read_name (devices)) != NULL)
    if (g_str_has_prefix (name, "render"))
      return;

  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  g_setenv ("GDK_DEBUG", "gl-disable", FALSE);
  g_setenv ("GDK_DISABLE", "gl", FALSE);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (AtlasApplication) application = NULL;

  choose_renderer ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, ATLAS_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = atlas_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
