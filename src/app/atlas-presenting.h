// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-basemap.h"
#include "atlas-presentation.h"
#include "atlas-search.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasPresenting:
 *
 * A presentation on the screens there are: what the audience sees on one, and the presenter's console on another, or, where there
 * is no other, a key away. A screen that goes away takes nothing with it, and is used again when it comes back. It sees to its windows, and that the machine does not fall asleep meanwhile. It lives until the
 * presentation ends, which its windows close with; then the window that it began from is in front again, as it was.
 *
 * Signal: `ended`.
 */
#define ATLAS_TYPE_PRESENTING (atlas_presenting_get_type ())
G_DECLARE_FINAL_TYPE (AtlasPresenting, atlas_presenting, ATLAS, PRESENTING, GObject)

/**
 * atlas_presenting_new:
 * @home: the window that it begins from
 * @presentation: at the step to begin with
 * @basemap: (nullable): what lies under the items
 *
 * Shows a presentation in full screen.
 *
 * Returns: (transfer full): what shows it
 */
AtlasPresenting   *atlas_presenting_new              (GtkWindow         *home,
                                                      AtlasPresentation *presentation,
                                                      AtlasBasemap      *basemap) G_GNUC_WARN_UNUSED_RESULT;
AtlasPresentation *atlas_presenting_get_presentation (AtlasPresenting   *self); /* (transfer none) */
/* The index that the presenter's search asks; NULL: there is none (yet). */
void               atlas_presenting_set_search      (AtlasPresenting   *self,
                                                      AtlasSearch       *search);
/* Lets it run by itself, a step every so many seconds; @home is not to be seen meanwhile. */
void               atlas_presenting_run_kiosk        (AtlasPresenting   *self,
                                                      guint              step_every);

G_END_DECLS
