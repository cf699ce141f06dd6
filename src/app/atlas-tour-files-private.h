// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-tour-files.h"

G_BEGIN_DECLS

#define ATLAS_TOUR_FILES_SUFFIX ".json"

/* A file, and the tours that are kept in it. */
typedef struct
{
  AtlasTourFiles *owner; /* (unowned) */
  GFile          *file;
  GPtrArray      *ids;     /* of char * */
  char           *etag;    /* as it was read or written last; NULL: it is not there yet */
  guint           waiting; /* source id */
  gboolean        writing;
  gboolean        dirty;
} AtlasTourRecord;

struct _AtlasTourFiles
{
  GObject        parent_instance;

  AtlasTourBook *book;
  char          *root;
  char          *atlas;
  GPtrArray     *records; /* of AtlasTourRecord */
  char          *problem;
};

/* (transfer none): a file, of which nothing is known yet */
AtlasTourRecord *atlas_tour_files_add_record  (AtlasTourFiles  *self,
                                               GFile           *file);
void             atlas_tour_record_free       (gpointer         data);
GFile           *atlas_tour_files_get_folder  (AtlasTourFiles  *self); /* (transfer full) */
/* What tells a version of a file from others; NULL: there is no such file. (transfer full) */
char            *atlas_tour_files_dup_etag    (GFile           *file) G_GNUC_WARN_UNUSED_RESULT;
void             atlas_tour_files_fail        (AtlasTourFiles  *self,
                                               const char      *message);
/* A tour of the book has changed: its file is to be written. */
void             atlas_tour_files_changed_cb  (AtlasTourFiles  *self,
                                               const char      *id);

G_END_DECLS
