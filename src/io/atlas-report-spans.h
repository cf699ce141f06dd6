// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-finding.h"
#include "atlas-report.h"

#include <cmark.h>

G_BEGIN_DECLS

/**
 * atlas_report_spans_read:
 * @block: a paragraph or heading
 * @file: the file's name, for findings
 * @findings: (element-type AtlasFinding): where errors go
 *
 * Reads the inline content of a block of Markdown.
 *
 * Returns: (transfer full): an array of #AtlasReportSpan, neighbouring text in one; what is not allowed is left out
 */
GPtrArray *atlas_report_spans_read    (cmark_node *block,
                                       const char *file,
                                       GPtrArray  *findings) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_report_spans_take_id:
 * @spans: (element-type AtlasReportSpan): what a block holds
 *
 * Cuts the `{#id}` off the end.
 *
 * Returns: (transfer full) (nullable): the id, or %NULL when the block does not end with one
 */
char      *atlas_report_spans_take_id (GPtrArray *spans) G_GNUC_WARN_UNUSED_RESULT;

/* Adds a finding at a node's place. */
void       atlas_report_fail           (GPtrArray  *findings, /* of AtlasFinding */
                                        const char *file,
                                        cmark_node *node,
                                        AtlasRule   rule,
                                        const char *format,
                                        ...) G_GNUC_PRINTF (5, 6);

G_END_DECLS
