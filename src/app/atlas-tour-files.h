// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-tour-book.h"

G_BEGIN_DECLS

/* Bytes of a file of tours of the user's: a hundred times the tours of an atlas. */
#define ATLAS_TOUR_FILES_MAX_SIZE ((gsize) 8 * 1024 * 1024)
/* Files of tours that are read in the folder of an atlas. */
#define ATLAS_TOUR_FILES_MAX_COUNT 1000

/**
 * AtlasTourFiles:
 *
 * Keeps the user's tours of an atlas in files, `tours/ATLAS/NAME.json` among the program's data: reads them into a book, and saves
 * what is edited there, each file whole or not at all. A file that cannot be read, or that another program has changed meanwhile,
 * is told and never written over.
 *
 * Properties (notify on change): `problem` (string, nullable: which files cannot be read, and why, a line each).
 *
 * Signals: `failed` (a message: something could not be saved).
 */
#define ATLAS_TYPE_TOUR_FILES (atlas_tour_files_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTourFiles, atlas_tour_files, ATLAS, TOUR_FILES, GObject)

/* @root: where the folders of the atlases are; NULL: among the user's data */
AtlasTourFiles *atlas_tour_files_new         (const char     *root) G_GNUC_WARN_UNUSED_RESULT;
AtlasTourBook  *atlas_tour_files_get_book    (AtlasTourFiles *self); /* (transfer none) */
const char     *atlas_tour_files_get_problem (AtlasTourFiles *self); /* (nullable) */
/* Reads the tours of @atlas (an id), anew if they were read already. What was not saved yet is saved first. */
void            atlas_tour_files_open        (AtlasTourFiles *self,
                                              const char     *atlas);
/* Waits until everything is saved. */
void            atlas_tour_files_flush       (AtlasTourFiles *self);

/**
 * atlas_tour_files_import:
 * @self: the files
 * @file: a file of tours
 * @error: return location
 *
 * Adds copies of the tours of a file to the user's.
 *
 * Returns: (transfer full): id of the first of them; %NULL on error
 */
char           *atlas_tour_files_import      (AtlasTourFiles *self,
                                              GFile          *file,
                                              GError        **error) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full): a file with this tour alone, to be given away */
GBytes         *atlas_tour_files_export      (AtlasTourFiles *self,
                                              AtlasTour      *tour) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
