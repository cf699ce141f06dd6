// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-console-find.h"
#include "atlas-console-live.h"
#include "atlas-console-notes.h"
#include "atlas-console-sources.h"
#include "atlas-console-steps.h"
#include "atlas-console-time.h"
#include "atlas-console.h"

G_BEGIN_DECLS

struct _AtlasConsole
{
  GtkWidget            parent_instance;

  AtlasPresentation   *presentation;
  AtlasStopwatch      *stopwatch;
  AtlasStepPictures   *pictures;
  GSimpleActionGroup  *actions;
  GSignalGroup        *signals;
  GSignalGroup        *session_signals;
  gboolean             divided;   /* the two halves have their widths */
  guint                frozen_at; /* the step that the hall sees, frozen; 0: it is not */

  /* Template children */
  GtkWidget           *head;
  GtkPaned            *body;
  GtkPaned            *left;
  GtkWidget           *state;
  GtkLabel            *state_words;
  GtkImage            *state_icon;
  GtkButton           *back;
  AtlasConsoleTime    *time;
  GtkLabel            *current_caption;
  AtlasConsoleLive    *live;
  GtkLabel            *current_title;
  GtkLabel            *current_date;
  GtkWidget           *tabs;
  GtkStack            *stack;
  AtlasConsoleSteps   *steps;
  AtlasConsoleSources *sources;
  AtlasConsoleFind    *find;
  GtkLabel            *next_caption;
  GtkPicture          *next_picture;
  GtkLabel            *next_title;
  GtkLabel            *next_date;
  AtlasConsoleNotes   *notes;
  GtkWidget           *buttons;
};

/* What the hall sees, for the presenter. */
typedef enum
{
  ATLAS_CONSOLE_LIVE_STEP, /* the step */
  ATLAS_CONSOLE_WANDERING,
  ATLAS_CONSOLE_FROZEN,
  ATLAS_CONSOLE_BLACK,
  ATLAS_CONSOLE_WHITE,
  ATLAS_N_CONSOLE_STATES
} AtlasConsoleState;

/* @frozen_at: the step of the still picture */
AtlasConsoleState atlas_console_get_state     (AtlasPresentation *presentation);
char             *atlas_console_dup_state     (AtlasPresentation *presentation,
                                               guint              frozen_at) G_GNUC_WARN_UNUSED_RESULT; /* (transfer full): in words */
const char       *atlas_console_state_get_id  (AtlasConsoleState  state); /* of its CSS class */
const char       *atlas_console_state_get_icon (AtlasConsoleState state);

/* The row of buttons, and whether each is shown, pressed or can be used now. */
void              atlas_console_add_buttons   (AtlasConsole      *self);
void              atlas_console_update_buttons (AtlasConsole     *self);
/* Over the steps, the sources and the search. */
void              atlas_console_add_tabs      (AtlasConsole      *self);
void              atlas_console_update_tabs   (AtlasConsole      *self);
/* The actions of a presentation and of the console itself. */
void              atlas_console_make_actions  (AtlasConsole      *self);
void              atlas_console_add_keys      (AtlasConsole      *self);
/* To where all keys are the presenter's. */
void              atlas_console_focus_home    (AtlasConsole      *self);

G_END_DECLS
