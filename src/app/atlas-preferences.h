// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What one sets once: colours and the language of names. Changes act at once. */
GtkWidget *atlas_preferences_new           (GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;

/* Keeps @session's language and the setting alike. While the setting is empty it is the desktop's first language that names
 * are in; "local" is as people write names where they are. */
void       atlas_preferences_bind_language (GSettings *settings,
                                            GObject   *session);

G_END_DECLS
