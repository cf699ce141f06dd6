// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-exporter.h"
#include "atlas-figure.h"

G_BEGIN_DECLS

/* What leaves the program. */
typedef enum
{
  ATLAS_EXPORT_VIEW,    /* a figure of what is looked at */
  ATLAS_EXPORT_HANDOUT, /* a tour as one document */
  ATLAS_EXPORT_IMAGES,  /* a tour as a folder of files */
  ATLAS_EXPORT_DATA,    /* for other programs */
  ATLAS_N_EXPORT_KINDS
} AtlasExportKind;

const char *atlas_export_kind_get_id    (AtlasExportKind  kind); /* "view" */
const char *atlas_export_kind_get_title (AtlasExportKind  kind); /* translated */
/* The kind itself, or a view for an id that is none. */
AtlasExportKind atlas_export_kind_from_id (const char *id);

/**
 * AtlasExportJob:
 * @dataset: the atlas
 * @basemap: (nullable): under its maps
 * @kind: what is made
 * @state: (nullable): of a view
 * @tour: (nullable): of a handout or images
 * @step: (nullable): the step of it that is shown before, from 0
 * @spec: of figures; its words are @language and @title
 * @figure: (nullable): their format
 * @exporter: (nullable): of data
 * @items: (nullable) (element-type AtlasItem): of data
 * @tours: (nullable) (element-type AtlasTour): that go with them
 *
 * All that is to be known to write something, and to show before what it will be. Once it is given to another thread it is
 * changed no more.
 */
typedef struct
{
  gatomicrefcount          ref_count;
  AtlasDataset            *dataset;
  AtlasBasemap            *basemap;
  AtlasExportKind          kind;
  AtlasSessionState       *state;
  AtlasTour               *tour;
  guint                    step;
  AtlasFigureSpec          spec;
  const AtlasFigureFormat *figure;
  const AtlasExporter     *exporter;
  GPtrArray               *items;
  GPtrArray               *tours;
  char                    *language;
} AtlasExportJob;

AtlasExportJob  *atlas_export_job_new   (AtlasDataset   *dataset,
                                         AtlasBasemap   *basemap) G_GNUC_WARN_UNUSED_RESULT; /* a view, without its state */
AtlasExportJob  *atlas_export_job_ref   (AtlasExportJob *self);
void             atlas_export_job_unref (AtlasExportJob *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasExportJob, atlas_export_job_unref)

/* The end of its file's name, with a point; NULL: it is a folder. */
const char      *atlas_export_job_get_suffix (const AtlasExportJob *self);
/* A name for its file or folder: "azerbaijan-russia-btc-2006-07.png" (transfer full) */
char            *atlas_export_job_dup_name   (const AtlasExportJob *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_export_job_paint:
 * @self: a job that makes figures
 * @width: px of the picture
 *
 * Shows what it will be: the figure of the view, or the page of a step.
 *
 * Returns: (transfer full): an image
 */
cairo_surface_t *atlas_export_job_paint      (const AtlasExportJob *self,
                                              int                   width) G_GNUC_WARN_UNUSED_RESULT;
/* The same of data: how the file begins. (transfer full) */
char            *atlas_export_job_dup_sample (const AtlasExportJob *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_export_job_write_async:
 * @self: the job
 * @file: where; of images the folder
 * @progress: (nullable): called in the job's thread
 * @progress_data: for @progress
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Writes it in a thread. What was there before is there still after an error or when it was cancelled; of images, those that
 * are whole stay.
 */
void             atlas_export_job_write_async  (AtlasExportJob       *self,
                                                GFile                *file,
                                                AtlasFigureProgress   progress,
                                                gpointer              progress_data,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean         atlas_export_job_write_finish (GAsyncResult         *result,
                                                GError              **error);

G_END_DECLS
