// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-key-binding.h"

static GtkShortcut *
create_shortcut (const AtlasKeyBinding *binding)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (binding->trigger),
                                            gtk_named_action_new (binding->action));

  if (binding->parameter != NULL)
    {
      g_autoptr (GVariant) parameter = g_variant_parse (NULL, binding->parameter, NULL, NULL, NULL);

      gtk_shortcut_set_arguments (shortcut, parameter);
    }

  return shortcut;
}

void
atlas_key_bindings_add_to_class (GtkWidgetClass        *widget_class,
                                 const AtlasKeyBinding *bindings,
                                 guint                  n_bindings)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (widget_class));

  for (guint i = 0; i < n_bindings; i++)
    if (bindings[i].trigger != NULL)
      {
        g_autoptr (GtkShortcut) shortcut = create_shortcut (&bindings[i]);

        gtk_widget_class_add_shortcut (widget_class, shortcut);
      }
}

void
atlas_key_bindings_add_to_widget (GtkWidget             *widget,
                                  const AtlasKeyBinding *bindings,
                                  guint                  n_bindings)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  g_return_if_fail (GTK_IS_WIDGET (widget));

  for (guint i = 0; i < n_bindings; i++)
    if (bindings[i].trigger != NULL)
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), create_shortcut (&bindings[i]));

  gtk_widget_add_controller (widget, controller);
}
