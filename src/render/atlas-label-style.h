// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-palette.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef enum
{
  ATLAS_LABEL_STYLE_CAPITAL,
  ATLAS_LABEL_STYLE_CITY,
  ATLAS_LABEL_STYLE_TOWN,
  ATLAS_LABEL_STYLE_VILLAGE,
  ATLAS_LABEL_STYLE_COUNTRY,
  ATLAS_LABEL_STYLE_WATER,
  ATLAS_LABEL_STYLE_RIVER,
  ATLAS_LABEL_STYLE_RANGE,
  ATLAS_LABEL_STYLE_REGION,
  ATLAS_LABEL_STYLE_PEAK,
  ATLAS_LABEL_STYLE_ITEM, /* whose inks are the item's */
  ATLAS_N_LABEL_STYLES,
} AtlasLabelStyle;

/* The inks of a style in a palette. */
typedef struct
{
  AtlasColor text, halo;
  double     halo_width; /* px */
} AtlasLabelInk;

/* Fonts and widths of names. One thread at a time may use a set. */
typedef struct _AtlasLabelFonts AtlasLabelFonts;

AtlasLabelFonts            *atlas_label_fonts_new         (void);
void                        atlas_label_fonts_free        (AtlasLabelFonts      *self);
PangoContext               *atlas_label_fonts_get_context (AtlasLabelFonts      *self);
const PangoFontDescription *atlas_label_fonts_get         (AtlasLabelFonts      *self,
                                                           AtlasLabelStyle       style);
double                      atlas_label_fonts_get_advance (AtlasLabelFonts      *self,
                                                           AtlasLabelStyle       style,
                                                           gunichar              character);
double                      atlas_label_fonts_get_width   (AtlasLabelFonts      *self,
                                                           AtlasLabelStyle       style,
                                                           const char           *text);
void                        atlas_label_fonts_path_letter (AtlasLabelFonts      *self,
                                                           cairo_t              *cr,
                                                           AtlasLabelStyle       style,
                                                           gunichar              character,
                                                           double                size);
PangoLayout                *atlas_label_fonts_get_letter  (AtlasLabelFonts      *self,
                                                           AtlasLabelStyle       style,
                                                           gunichar              character,
                                                           double                size,
                                                           double               *scale);
AtlasLabelInk               atlas_label_style_get_ink     (AtlasLabelStyle       style,
                                                           const AtlasPalette   *palette);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasLabelFonts, atlas_label_fonts_free)

G_END_DECLS
