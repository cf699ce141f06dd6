// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-export-dialog.h"
#include "atlas-export-job.h"
#include "atlas-export-preview.h"

G_BEGIN_DECLS

/* What can be left out of a figure. */
typedef enum
{
  ATLAS_EXPORT_PART_TITLE,
  ATLAS_EXPORT_PART_TIMELINE,
  ATLAS_EXPORT_PART_LEGEND,
  ATLAS_EXPORT_PART_REFERENCES,
  ATLAS_N_EXPORT_PARTS
} AtlasExportPart;

/* What is being written; its thread may outlive the dialog. */
typedef struct _AtlasExportRun AtlasExportRun;

struct _AtlasExportDialog
{
  AdwWindow            parent_instance;

  GSettings           *settings;
  AtlasSession        *session;
  AtlasDataset        *dataset;
  AtlasBasemap        *basemap; /* (nullable) */
  AtlasSessionState   *state;   /* the view, its camera for a map of a tour */
  GPtrArray           *tours;   /* of AtlasTour */
  char                *sentence; /* the view in words */
  gboolean             filling; /* rows are being filled: nobody has chosen anything */
  AtlasExportRun      *run;     /* (nullable): while it writes */

  AtlasExportPreview  *preview;
  GtkLabel            *caption;
  GtkRevealer         *error_revealer;
  GtkLabel            *error_label;
  GtkRevealer         *progress_revealer;
  GtkProgressBar      *progress;
  GtkWidget           *export_button;
  GtkWidget           *stop_button;
  GtkWidget           *form;
  AdwPreferencesGroup *figure_group;
  AdwPreferencesGroup *parts_group;
  AdwComboRow         *kind_row;
  AdwComboRow         *tour_row;
  AdwComboRow         *format_row;
  AdwComboRow         *items_row;
  AdwComboRow         *language_row;
  AdwComboRow         *size_row;
  GtkWidget           *custom_row; /* AdwEntryRow */
  AdwComboRow         *scale_row;
  AdwComboRow         *palette_row;
  GtkSwitch           *parts[ATLAS_N_EXPORT_PARTS];
};

/* Fills the rows with what there is to choose, and chooses what was chosen last. */
void             atlas_export_form_fill       (AtlasExportDialog *self);
/* Keeps what is chosen for the next time. */
void             atlas_export_form_keep       (AtlasExportDialog *self);
/* After something was chosen: rows that belong to it show, others do not, and the preview follows. */
void             atlas_export_form_update     (AtlasExportDialog *self);
/* The formats are those of what is made. */
void             atlas_export_form_fill_formats (AtlasExportDialog *self);
void             atlas_export_form_choose_paper (AtlasExportDialog *self);
AtlasExportKind  atlas_export_form_get_kind   (AtlasExportDialog *self);
/* What is chosen. NULL: the size is none. (transfer full) */
AtlasExportJob  *atlas_export_form_create_job (AtlasExportDialog *self,
                                               GError           **error);
/* Chooses the format whose files end as this name does, where what is made has one. */
void             atlas_export_form_follow     (AtlasExportDialog *self,
                                               const char        *file_name);

G_END_DECLS
