// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-changes.h"
#include "atlas-contents.h"
#include "atlas-detail.h"
#include "atlas-map-view.h"
#include "atlas-presenting.h"
#include "atlas-reading.h"
#include "atlas-timeline.h"
#include "atlas-tour-files.h"
#include "atlas-window.h"

G_BEGIN_DECLS

struct _AtlasWindow
{
  AdwApplicationWindow parent_instance;

  GSettings           *settings;
  AtlasSession        *session;
  AtlasReading        *reading;
  AtlasTourFiles      *tour_files;
  GFile               *report_file; /* to be read when the atlas is there */
  GFile               *folder; /* of the atlas that is open */
  GFile               *exported; /* (nullable): where the last export went */
  AtlasSessionState   *opening; /* what to show when the loading ends */
  gboolean             opening_asked; /* somebody asked for it: not merely what was shown before */
  GCancellable        *loading;

  AdwToastOverlay     *toasts;
  AdwToast            *toast; /* (weak): the last one */
  gint64               toast_since; /* when it was shown, monotonic, µs */
  AdwWindowTitle      *title;
  GtkMenuButton       *menu_button;
  AdwSplitButton      *present_button;
  GtkPaned            *contents_paned;
  GtkPaned            *detail_paned;
  GtkPaned            *timeline_paned;
  AtlasContents       *contents;
  AtlasMapView        *map;
  AtlasChanges        *changes;
  AtlasTimeline       *timeline;
  AtlasDetail         *detail;

  AtlasPresenting     *presenting;     /* (nullable): while a tour is presented */
  AtlasTour           *presented;      /* (nullable): the last one, and where it ended */
  guint                presented_step;
  GMenu               *tours_menu;
  char                *wanted_tour;    /* id of the tour to present when the atlas is there; "": its first; NULL: none */
  guint                wanted_step;
  guint                wanted_kiosk;   /* s to a step; 0: somebody presents it */

  gboolean             narrow;
  int                  detail_position; /* of the handle before the pane of text was widened, px; 0: it was not */
  gboolean             contents_folded; /* by the window, not by the user */
  GtkWidget           *displaced; /* (nullable): the side pane whose place the other one has taken */
};

void atlas_window_install_actions (GtkWidgetClass *widget_class);
/* Tours that are presented. */
void atlas_window_install_presenting (GtkWidgetClass *widget_class);
void atlas_window_init_presenting (AtlasWindow    *self);
void atlas_window_dispose_presenting (AtlasWindow *self);
void atlas_window_present         (AtlasWindow    *self,
                                   AtlasTour      *tour,
                                   guint           step); /* from 1 */
void atlas_window_end_presenting  (AtlasWindow    *self);
void atlas_window_update_actions  (AtlasWindow    *self);
/* Figures, handouts and data. */
void atlas_window_install_export  (GtkWidgetClass *widget_class);
/* Exports of sources and notes, and notes that come back. */
void atlas_window_add_file_actions (AtlasWindow   *self);
/* In which words the report is read. */
void atlas_window_begin_reading   (AtlasWindow    *self);
void atlas_window_show_reading    (AtlasWindow    *self,
                                   AtlasDataset   *atlas);
/* Tours: the atlas's and the user's. */
void atlas_window_install_tours    (GtkWidgetClass *widget_class);
void atlas_window_init_tours       (AtlasWindow    *self);
void atlas_window_show_tours       (AtlasWindow    *self,
                                    AtlasDataset   *dataset);
void atlas_window_keep_tours       (AtlasWindow    *self);
/* A link that names a step of a tour and nothing to look at means what the step looks at. FALSE: it is not one. */
gboolean atlas_window_show_step    (AtlasWindow             *self,
                                    const AtlasSessionState *state);
AtlasTourBook *atlas_window_get_tour_book (AtlasWindow *self); /* (transfer none) */
/* The panes as they were left; and how they are left. */
void atlas_window_restore_panes   (AtlasWindow    *self);
void atlas_window_keep_panes      (AtlasWindow    *self);
/* Once they have their sizes they may shrink. */
void atlas_window_release_panes   (AtlasWindow    *self);
void atlas_window_fit_panes       (AtlasWindow    *self,
                                   int             width); /* of the window, px */
void atlas_window_widen_detail    (AtlasWindow    *self);
/* Back and forward on the mouse. */
void atlas_window_add_side_buttons (AtlasWindow  *self);
/* Actions with a state: panes that fold, the overlay, the language of names. */
void atlas_window_add_toggles     (AtlasWindow    *self);
void atlas_window_show_message    (AtlasWindow    *self,
                                   const char     *message);
/* The same with a button. */
void atlas_window_offer           (AtlasWindow    *self,
                                   const char     *message,
                                   const char     *button,
                                   const char     *action);
/* The same with a button that takes the last change of the notes back. */
void atlas_window_offer_undo      (AtlasWindow    *self,
                                   const char     *message);
/* What the terms of the data that the program ships ask to be said. */
void atlas_window_show_about      (AtlasWindow    *self);

G_END_DECLS
