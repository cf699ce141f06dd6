// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATLAS_SCREEN_NONE G_MAXUINT

/**
 * AtlasScreen:
 * @id: what it is known by, also when it was away meanwhile
 * @place: where it is on the desktop, application px; empty: it is not lit (yet)
 *
 * A screen as the choice between them sees it.
 */
typedef struct
{
  const char  *id;
  GdkRectangle place;
} AtlasScreen;

/**
 * AtlasScreenChoice:
 * @stage: index of the screen of what the audience sees; %ATLAS_SCREEN_NONE: there is none at all
 * @console: index of the presenter's own screen; %ATLAS_SCREEN_NONE: there is none to spare
 */
typedef struct
{
  guint stage;
  guint console;
} AtlasScreenChoice;

/**
 * atlas_screens_choose:
 * @screens: all that there are
 * @n_screens: how many
 * @home: (nullable): id of the one that the presenter works at
 * @hall: (nullable): id of the one that the audience looked at last
 * @swapped: whether the presenter has exchanged them
 *
 * Chooses which window is shown where. Screens that show the same part of the desktop are one: with a projector that repeats the
 * presenter's screen there is none to spare, and the notes stay out of the hall's sight. With one screen it is the audience's.
 * With more the presenter stays at home, or, while that is away, at the first; the audience keeps its screen as long as it is
 * there, and else gets the first other one.
 *
 * Returns: the choice
 */
AtlasScreenChoice atlas_screens_choose        (const AtlasScreen *screens,
                                               guint              n_screens,
                                               const char        *home,
                                               const char        *hall,
                                               gboolean           swapped);

/**
 * AtlasScreens:
 *
 * The screens of a presentation: it watches which there are, and chooses.
 *
 * Property: `swapped`. Signal: `changed` (another choice, or a chosen screen has another size or place); a screen that comes or
 * goes is followed once the display has told all of it.
 */
#define ATLAS_TYPE_SCREENS (atlas_screens_get_type ())
G_DECLARE_FINAL_TYPE (AtlasScreens, atlas_screens, ATLAS, SCREENS, GObject)

/* @monitors: of GdkMonitor, as they come and go; @home: (nullable): the one that the presenter works at */
AtlasScreens     *atlas_screens_new           (GListModel        *monitors,
                                               GdkMonitor        *home) G_GNUC_WARN_UNUSED_RESULT;
GdkMonitor       *atlas_screens_get_stage     (AtlasScreens      *self); /* (transfer none) (nullable) */
GdkMonitor       *atlas_screens_get_console   (AtlasScreens      *self); /* (transfer none) (nullable): NULL: none to spare */
gboolean          atlas_screens_get_swapped   (AtlasScreens      *self);
void              atlas_screens_set_swapped   (AtlasScreens      *self,
                                               gboolean           swapped);

G_END_DECLS
