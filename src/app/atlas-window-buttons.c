// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-window-private.h"

#define BUTTON_BACK 8
#define BUTTON_FORWARD 9

/* The side buttons of a mouse, as in a browser. */
static void
side_button_pressed_cb (AtlasWindow     *self,
                        int              n_press,
                        double           x,
                        double           y,
                        GtkGestureClick *gesture)
{
  atlas_session_go (self->session, gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) == BUTTON_BACK ? -1 : 1);
}

void
atlas_window_add_side_buttons (AtlasWindow *self)
{
  const guint buttons[] = { BUTTON_BACK, BUTTON_FORWARD };

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      GtkGesture *click = gtk_gesture_click_new ();

      gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), buttons[i]);
      gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
      g_signal_connect_object (click, "pressed", G_CALLBACK (side_button_pressed_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
    }
}
