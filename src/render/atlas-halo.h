// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

cairo_surface_t *atlas_halo_create (cairo_surface_t *mask,    /* A8 */
                                    double           radius); /* device pixels */

G_END_DECLS
