// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * AtlasTextWidths:
 *
 * How wide the letters of a font are, measured once, so that any thread may reckon the width of a text without shaping it. What
 * kerning and ligatures save is not known: a text is never wider than is said here, as long as its letters are of those
 * measured (Latin, Cyrillic, Greek, Armenian, Georgian); of others a generous width is assumed. Immutable.
 */
typedef struct _AtlasTextWidths AtlasTextWidths;

/* Measures the letters of @font; for the thread that @context belongs to. */
AtlasTextWidths *atlas_text_widths_new       (PangoContext               *context,
                                              const PangoFontDescription *font) G_GNUC_WARN_UNUSED_RESULT;
/* Every letter is @advance px wide. */
AtlasTextWidths *atlas_text_widths_new_fixed (double                      advance) G_GNUC_WARN_UNUSED_RESULT;
AtlasTextWidths *atlas_text_widths_ref       (AtlasTextWidths            *self);
void             atlas_text_widths_unref     (AtlasTextWidths            *self);
/* px */
double           atlas_text_widths_measure   (const AtlasTextWidths      *self,
                                              const char                 *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTextWidths, atlas_text_widths_unref)

G_END_DECLS
