// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-window-private.h"

#include <glib/gi18n.h>

/* What the window says in passing, and what must be heard. */

/* A toast is younger than this while it may still be sliding in, µs: what is dismissed then may be let go of twice. */
#define TOAST_SETTLED (2 * G_USEC_PER_SEC)

static void
toast_dismissed_cb (AtlasWindow *self,
                    AdwToast    *toast)
{
  if (self->toast == toast)
    g_clear_weak_pointer (&self->toast);
}

/* The last word only: a queue of them would come late, and take an Escape each. */
static AdwToast *
get_toast (AtlasWindow *self)
{
  gint64    now = g_get_monotonic_time ();
  AdwToast *toast = NULL;

  if (self->toast != NULL && now < self->toast_since + TOAST_SETTLED)
    return self->toast;

  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  toast = adw_toast_new ("");
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self, G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->toast, toast);
  self->toast_since = now;

  return toast;
}

/* Of a toast that is already up the button would, between a name and a target that do not belong together, look for what is not. */
static void
set_action (AdwToast   *toast,
            const char *action) /* (nullable) */
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  adw_toast_set_action_name (toast, NULL);
  if (action != NULL && g_action_parse_detailed_name (action, &name, &target, NULL))
    {
      adw_toast_set_action_target_value (toast, target);
      adw_toast_set_action_name (toast, name);
    }
}

static void
show_toast (AtlasWindow *self,
            const char  *message,
            const char  *button, /* (nullable) */
            const char  *action)  /* (nullable): of the button */
{
  AdwToast        *before = self->toast;
  AdwToast        *toast = get_toast (self);
  g_autofree char *escaped = g_markup_escape_text (message, -1); /* a toast's title is markup */

  adw_toast_set_title (toast, escaped);
  adw_toast_set_button_label (toast, button);
  set_action (toast, action);
  adw_toast_set_timeout (toast, action != NULL ? 15 : 5); /* s: what is to be decided takes its time */
  if (toast != before)
    adw_toast_overlay_add_toast (self->toasts, toast);
}

void
atlas_window_show_message (AtlasWindow *self,
                           const char  *message)
{
  show_toast (self, message, NULL, NULL);
}

void
atlas_window_offer (AtlasWindow *self,
                    const char  *message,
                    const char  *button,
                    const char  *action)
{
  show_toast (self, message, button, action);
}

void
atlas_window_offer_undo (AtlasWindow *self,
                         const char  *message)
{
  show_toast (self, message, _ ("_Undo"), "win.undo");
}

void
atlas_window_report_error (AtlasWindow  *self,
                           const char   *heading,
                           const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}
