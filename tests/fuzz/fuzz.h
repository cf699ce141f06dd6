// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

/* What every target defines: reads @data as a stranger's text, and aborts if what must hold does not. Always 0. */
int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);
int LLVMFuzzerInitialize   (int          *argc,
                            char       ***argv);
