// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasKeyBinding:
 * @trigger: (nullable): keys as gtk_shortcut_trigger_parse_string() reads them, `|` between alternatives; %NULL for a
 *   row that only the list of keys shows
 * @action: the action they activate
 * @parameter: (nullable): its parameter as a GVariant text
 * @title: (nullable): what they do, marked for translation; %NULL: another row says it
 * @group: the heading they stand under in the list of keys, marked for translation
 *
 * A row of a key table. The table that binds the keys is also the one that the list of keys (Ctrl+?) is made from.
 */
typedef struct
{
  const char *trigger;
  const char *action;
  const char *parameter;
  const char *title;
  const char *group;
} AtlasKeyBinding;

/* Binds the rows for every widget of a class. */
void atlas_key_bindings_add_to_class (GtkWidgetClass        *widget_class,
                                      const AtlasKeyBinding *bindings,
                                      guint                  n_bindings);
/* Binds the rows for one widget, while the focus is in it or below it and nothing there has used the key. */
void atlas_key_bindings_add_to_widget (GtkWidget             *widget,
                                       const AtlasKeyBinding *bindings,
                                       guint                  n_bindings);

G_END_DECLS
