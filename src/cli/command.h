// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-basemap.h"
#include "atlas-dataset.h"
#include "atlas-session-state.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * Command:
 * @name: the word that calls it
 * @usage: what follows it, marked for translation
 * @summary: what it does, marked for translation
 * @n_words: the words it needs at least
 * @run: does it; returns the program's exit status
 *
 * A row of the table of commands in main.c.
 */
typedef struct
{
  const char *name;
  const char *usage;
  const char *summary;
  guint       n_words;
  int       (*run) (GFile             *bundle,
                    char             **words,
                    gboolean           json);
} Command;

/* Exit statuses, as grep's: found, not found or not valid, could not be done. */
enum
{
  STATUS_OK,
  STATUS_NO,
  STATUS_FAILED,
};

int           command_validate (GFile        *bundle,
                                char        **words,
                                gboolean      json);
int           command_list     (GFile        *bundle,
                                char        **words,
                                gboolean      json);
int           command_at       (GFile        *bundle,
                                char        **words,
                                gboolean      json);
int           command_cite     (GFile        *bundle,
                                char        **words,
                                gboolean      json);
int           command_export   (GFile        *bundle,
                                char        **words,
                                gboolean      json);
int           command_import   (GFile        *bundle,
                                char        **words,
                                gboolean      json);
int           command_render   (GFile        *bundle,
                                char        **words,
                                gboolean      json);
int           command_search   (GFile        *bundle,
                                char        **words,
                                gboolean      json);

/* The options of single commands beside those that all have; main.c adds them. (transfer full) */
GOptionGroup *command_export_create_options (void);
GOptionGroup *command_render_create_options (void);

/* The first of them that was given. (nullable) */
const char   *command_export_get_given (void);
const char   *command_render_get_given (void);

/* The members of a link as options, for all commands that look at something; main.c adds them. (transfer full) */
GOptionGroup *command_link_create_options (void);
gboolean      command_link_is      (const char   *word); /* whether a word is a link, and no file */
/* What a link (nullable) says and behind it the options, which win; members that nobody gave are not set. (transfer full) */
AtlasSessionState *command_link_read (const char *link,
                                      GError    **error) G_GNUC_WARN_UNUSED_RESULT;

/* Loads an atlas or says on standard error why not. */
AtlasDataset *command_load     (GFile        *bundle) G_GNUC_WARN_UNUSED_RESULT;
/* Opens the basemap that belongs to the program, or says on standard error that maps are drawn without one. (nullable) */
AtlasBasemap *command_open_basemap (void) G_GNUC_WARN_UNUSED_RESULT;
/* Prints "corridor-atlas-cli: message" on standard error. (transfer none) */
int           command_fail     (const GError *error);
/* Prints what a builder holds as JSON, with a new line, and frees it. */
void          command_print_json (JsonBuilder *builder);

/* Members of an object. */
void          command_add_string (JsonBuilder *builder,
                                  const char  *member,
                                  const char  *value); /* (nullable): null */
/* The members that every list of items has: id, title, kind, theme, when. Leaves the object open. */
void          command_begin_item (JsonBuilder *builder,
                                  AtlasItem   *item);
void          command_add_passage (JsonBuilder        *builder,
                                   AtlasReport        *report,
                                   const AtlasPassage *passage);

G_END_DECLS
