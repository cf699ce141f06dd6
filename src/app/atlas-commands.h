// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-key-binding.h"

G_BEGIN_DECLS

/* Binds the keys that work wherever the focus is. */
void                   atlas_commands_bind                (GtkApplication *application);
/* The keys of @window that act only when nothing with the focus uses them, single letters among them. */
void                   atlas_commands_add_plain           (GtkWidget      *window);
/* A list of all keys, or of those that work while one is @presenting, made from the tables that bind them. (transfer full) */
GtkWidget             *atlas_commands_create_key_list     (gboolean presenting) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
