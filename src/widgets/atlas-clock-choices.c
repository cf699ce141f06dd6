// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-clock-choices.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const char *const steps[] = {
  [ATLAS_CLOCK_STEP_DAY] = N_ ("Day"), [ATLAS_CLOCK_STEP_MONTH] = N_ ("Month"), [ATLAS_CLOCK_STEP_QUARTER] = N_ ("Quarter"),
  [ATLAS_CLOCK_STEP_YEAR] = N_ ("Year"), [ATLAS_CLOCK_STEP_CHANGE] = N_ ("Change"),
};

static const struct
{
  const char *label;
  double      speed;
} speeds[] = {
  { "½×", 0.5 }, { "1×", 1.0 }, { "2×", 2.0 }, { "4×", 4.0 }, { "8×", 8.0 },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (steps) == ATLAS_N_CLOCK_STEPS);

/* A choice's place in its list, and what the player has. */
static gboolean
speed_to_place (GBinding     *binding,
                const GValue *from,
                GValue       *to,
                gpointer      user_data)
{
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (speeds) && speeds[i].speed < g_value_get_double (from))
    i++;
  g_value_set_uint (to, i);

  return TRUE;
}

static gboolean
place_to_speed (GBinding     *binding,
                const GValue *from,
                GValue       *to,
                gpointer      user_data)
{
  guint i = g_value_get_uint (from);

  if (i >= G_N_ELEMENTS (speeds))
    return FALSE;

  g_value_set_double (to, speeds[i].speed);

  return TRUE;
}

static gboolean
place_to_step (GBinding     *binding,
               const GValue *from,
               GValue       *to,
               gpointer      user_data)
{
  if (g_value_get_uint (from) >= ATLAS_N_CLOCK_STEPS)
    return FALSE;

  g_value_set_int (to, (int) g_value_get_uint (from));

  return TRUE;
}

static gboolean
step_to_place (GBinding     *binding,
               const GValue *from,
               GValue       *to,
               gpointer      user_data)
{
  g_value_set_uint (to, (guint) g_value_get_int (from));

  return TRUE;
}

static GtkWidget *
create_choice (const char *const *labels,
               guint              n,
               const char        *name)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  GtkWidget *choice = NULL;

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (list, labels[i]);

  choice = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (list)), NULL);
  gtk_widget_set_tooltip_text (choice, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return choice;
}

GtkWidget *
atlas_clock_choose_step (AtlasClockPlayer *player)
{
  const char *labels[G_N_ELEMENTS (steps)];
  GtkWidget  *choice = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    labels[i] = g_dgettext (GETTEXT_PACKAGE, steps[i]);
  choice = create_choice (labels, G_N_ELEMENTS (labels), _ ("Step of the clock"));
  g_object_bind_property_full (player, "step", choice, "selected", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE,
                               step_to_place, place_to_step, NULL, NULL);

  return choice;
}

GtkWidget *
atlas_clock_choose_speed (AtlasClockPlayer *player)
{
  const char *labels[G_N_ELEMENTS (speeds)];
  GtkWidget  *choice = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (speeds); i++)
    labels[i] = speeds[i].label;
  choice = create_choice (labels, G_N_ELEMENTS (labels), _ ("Speed"));
  g_object_bind_property_full (player, "speed", choice, "selected", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE,
                               speed_to_place, place_to_speed, NULL, NULL);

  return choice;
}

GSimpleActionGroup *
atlas_clock_create_actions (AtlasClockPlayer *player)
{
  static const char *const names[] = { "step", "speed", "loop" };
  GSimpleActionGroup      *actions = g_simple_action_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GPropertyAction) action = g_property_action_new (names[i], player, names[i]);

      g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
    }

  return actions;
}

static void
append_choice (GMenu      *menu,
               const char *label,
               const char *action,
               GVariant   *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

GMenuModel *
atlas_clock_create_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) by_step = g_menu_new ();
  g_autoptr (GMenu) by_speed = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    append_choice (by_step, g_dgettext (GETTEXT_PACKAGE, steps[i]), "clock.step", g_variant_new_int32 ((int) i));
  for (guint i = 0; i < G_N_ELEMENTS (speeds); i++)
    append_choice (by_speed, speeds[i].label, "clock.speed", g_variant_new_double (speeds[i].speed));

  g_menu_append_submenu (menu, _ ("_Step"), G_MENU_MODEL (by_step));
  g_menu_append_submenu (menu, _ ("Sp_eed"), G_MENU_MODEL (by_speed));
  g_menu_append (menu, _ ("Play _over and over"), "clock.loop");

  return G_MENU_MODEL (menu);
}
