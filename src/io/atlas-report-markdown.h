// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-report.h"

G_BEGIN_DECLS

/**
 * atlas_report_read_markdown:
 * @bytes: `report.md`
 * @file: the file's name, for findings
 * @findings: (element-type AtlasFinding): where errors go, each with its line
 *
 * Reads the report: a small part of CommonMark. `# Title` once, `## Section {#id}`, `### Subsection {#id}`; each paragraph
 * and each list entry is a passage and ends with `{#id}`; `[words](item:ID)` mentions an item, `[12]` cites, `*` and `**` set
 * off. Comments may stand before the title. Everything else is an error: HTML, images, other links, code, quotes, rules.
 *
 * Returns: (transfer full) (nullable): the report, without what could not be read; %NULL when nothing could
 */
AtlasReport *atlas_report_read_markdown (GBytes     *bytes,
                                         const char *file,
                                         GPtrArray  *findings) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
