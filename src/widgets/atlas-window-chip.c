// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-window-chip.h"

#include "atlas-date-entry.h"
#include "atlas-edtf.h"
#include "atlas-time-brush.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_CHARS 30 /* of the dates on the chip */

typedef enum
{
  FROM,
  TO,
  N_ENDS
} End;

struct _AtlasWindowChip
{
  GtkWidget     parent_instance;

  AtlasSession *session;
  GSignalGroup *session_signals;
  GtkWidget    *box;
  GtkWidget    *button;
  GtkWidget    *label;
  GtkWidget    *icon;
  GtkWidget    *remove;
  GtkWidget    *popover;
  GtkWidget    *entries[N_ENDS];
  GtkWidget    *explanation;
  GtkWidget    *clear;
  char         *written[N_ENDS]; /* what stood there when the fields were opened */
  char         *error;
};

G_DEFINE_FINAL_TYPE (AtlasWindowChip, atlas_window_chip, GTK_TYPE_WIDGET)

/* clang-format off */
static const struct
{
  const char *name;
  const char *placeholder;
} ends[] = {
  [FROM] = { N_ ("From"), N_ ("2006, Sep 2020, 2006-05-28") },
  [TO]   = { N_ ("To"),   N_ ("2012") },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (ends) == N_ENDS);

static AtlasTimeSpan
get_window (AtlasWindowChip *self)
{
  return self->session != NULL ? atlas_filter_get_window (atlas_session_get_filter (self->session)) : ATLAS_TIME_SPAN_NONE;
}

static void
set_window (AtlasWindowChip *self,
            AtlasTimeSpan    window)
{
  g_autoptr (AtlasFilter) filter = atlas_filter_with_window (atlas_session_get_filter (self->session), window);

  atlas_session_set_filter (self->session, filter);
}

/* @at: the field that is not understood. */
static void
set_error (AtlasWindowChip *self,
           End              at,
           const char      *error)
{
  g_free (self->error);
  self->error = g_strdup (error);
  gtk_label_set_text (GTK_LABEL (self->explanation), error != NULL ? error : "");
  gtk_widget_set_visible (self->explanation, error != NULL);

  for (guint end = 0; end < N_ENDS; end++)
    {
      gboolean wrong = error != NULL && end == at;

      gtk_accessible_update_state (GTK_ACCESSIBLE (self->entries[end]), GTK_ACCESSIBLE_STATE_INVALID,
                                   wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->entries[end]), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, wrong ? error : "", -1);
      if (wrong)
        gtk_widget_add_css_class (self->entries[end], "error");
      else
        gtk_widget_remove_css_class (self->entries[end], "error");
    }
}

static void
filter_changed_cb (AtlasWindowChip *self)
{
  AtlasTimeSpan    window = get_window (self);
  gboolean         shown = !atlas_time_span_is_empty (window);
  g_autofree char *words = atlas_time_span_to_words (window);
  g_autofree char *short_words = atlas_time_brush_to_short_words (window);
  g_autofree char *name = NULL;

  /* Translators: the window of time that everything is limited to, and its dates. */
  name = shown ? g_strdup_printf (_ ("Window, %s"), words) : g_strdup (_ ("Limit everything to a window of time"));
  gtk_label_set_text (GTK_LABEL (self->label), short_words);
  gtk_widget_set_visible (self->label, shown);
  gtk_widget_set_visible (self->icon, !shown);
  gtk_widget_set_visible (self->remove, shown);
  gtk_widget_set_sensitive (self->clear, shown);
  if (shown)
    gtk_widget_add_css_class (self->box, "chip");
  else
    gtk_widget_remove_css_class (self->box, "chip");
  gtk_widget_set_tooltip_text (self->button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
remove_cb (AtlasWindowChip *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (self->session == NULL)
    return;

  gtk_widget_grab_focus (self->button);
  set_window (self, ATLAS_TIME_SPAN_NONE);
}

static void
activate_cb (AtlasWindowChip *self)
{
  if (atlas_window_chip_enter (self, gtk_editable_get_text (GTK_EDITABLE (self->entries[FROM])),
                               gtk_editable_get_text (GTK_EDITABLE (self->entries[TO]))))
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
edited_cb (AtlasWindowChip *self)
{
  if (self->error != NULL)
    set_error (self, FROM, NULL);
}

static GtkWidget *
create_entry (AtlasWindowChip *self,
              End              end)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), g_dgettext (GETTEXT_PACKAGE, ends[end].placeholder));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 24);
  gtk_widget_set_hexpand (entry, TRUE);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (edited_cb), self);

  return entry;
}

static GtkWidget *
create_fields (AtlasWindowChip *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  for (guint end = 0; end < N_ENDS; end++)
    {
      GtkWidget *label = gtk_label_new (g_dgettext (GETTEXT_PACKAGE, ends[end].name));

      self->entries[end] = create_entry (self, end);
      gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entries[end]), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
      gtk_grid_attach (GTK_GRID (grid), label, 0, (int) end, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), self->entries[end], 1, (int) end, 1, 1);
    }

  return grid;
}

static GtkWidget *
create_buttons (AtlasWindowChip *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *set = gtk_button_new_with_mnemonic (_ ("_Set"));

  self->clear = gtk_button_new_with_mnemonic (_ ("_Remove"));
  gtk_widget_add_css_class (set, "suggested-action");
  g_signal_connect_swapped (self->clear, "clicked", G_CALLBACK (remove_cb), self);
  g_signal_connect_swapped (set, "clicked", G_CALLBACK (activate_cb), self);
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), self->clear);
  gtk_box_append (GTK_BOX (box), set);

  return box;
}

static void
create_popover (AtlasWindowChip *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *heading = gtk_label_new (_ ("Window of time"));

  gtk_widget_add_css_class (heading, "heading");
  self->explanation = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->explanation), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->explanation), 0.0F);
  gtk_label_set_max_width_chars (GTK_LABEL (self->explanation), 36);
  gtk_widget_add_css_class (self->explanation, "error");
  gtk_widget_set_visible (self->explanation, FALSE);

  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), create_fields (self));
  gtk_box_append (GTK_BOX (box), self->explanation);
  gtk_box_append (GTK_BOX (box), create_buttons (self));
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_widget_add_css_class (self->popover, "window");
  gtk_widget_set_parent (self->popover, self->button);
}

static void
atlas_window_chip_dispose (GObject *object)
{
  AtlasWindowChip *self = ATLAS_WINDOW_CHIP (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (atlas_window_chip_parent_class)->dispose (object);
}

static void
atlas_window_chip_finalize (GObject *object)
{
  AtlasWindowChip *self = ATLAS_WINDOW_CHIP (object);

  for (guint end = 0; end < N_ENDS; end++)
    g_free (self->written[end]);
  g_free (self->error);

  G_OBJECT_CLASS (atlas_window_chip_parent_class)->finalize (object);
}

static void
atlas_window_chip_class_init (AtlasWindowChipClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_window_chip_dispose;
  object_class->finalize = atlas_window_chip_finalize;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "atlas-window-chip");
}

static void
atlas_window_chip_init (AtlasWindowChip *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->button = gtk_button_new ();
  self->label = gtk_label_new (NULL);
  self->icon = gtk_image_new_from_icon_name ("atlas-window-symbolic");
  self->remove = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (self->label), MAX_CHARS);
  gtk_box_append (GTK_BOX (content), self->icon);
  gtk_box_append (GTK_BOX (content), self->label);
  gtk_button_set_child (GTK_BUTTON (self->button), content);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->remove, "flat");
  gtk_widget_set_tooltip_text (self->remove, _ ("Remove the window"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Remove the window"), -1);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (atlas_window_chip_edit), self);
  g_signal_connect_swapped (self->remove, "clicked", G_CALLBACK (remove_cb), self);
  gtk_box_append (GTK_BOX (self->box), self->button);
  gtk_box_append (GTK_BOX (self->box), self->remove);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  create_popover (self);

  self->session_signals = g_signal_group_new (ATLAS_TYPE_SESSION);
  g_signal_group_connect_object (self->session_signals, "notify::filter", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  filter_changed_cb (self);
}

GtkWidget *
atlas_window_chip_new (void)
{
  return g_object_new (ATLAS_TYPE_WINDOW_CHIP, NULL);
}

void
atlas_window_chip_set_session (AtlasWindowChip *self,
                               AtlasSession    *session)
{
  g_return_if_fail (ATLAS_IS_WINDOW_CHIP (self));
  g_return_if_fail (session == NULL || ATLAS_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  filter_changed_cb (self);
}

/* The first or last year, month or day inside, as it is typed; "" for an open side. */
static char *
write_end (AtlasTimeSpan window,
           End           end)
{
  AtlasTimeSpan days;

  if (atlas_time_span_is_empty (window) || (end == FROM ? window.begin == G_MININT : window.end == G_MAXINT))
    return g_strdup ("");

  days = end == FROM ? ATLAS_TIME_SPAN_INIT (window.begin, window.begin + 1) : ATLAS_TIME_SPAN_INIT (window.end - 1, window.end);
  for (int unit = ATLAS_TIME_UNIT_YEAR; unit > ATLAS_TIME_UNIT_DAY; unit--)
    {
      AtlasTimeSpan whole = atlas_time_unit_around ((AtlasTimeUnit) unit, days.begin);

      if (unit != ATLAS_TIME_UNIT_QUARTER && (end == FROM ? whole.begin == days.begin : whole.end == days.end))
        return atlas_time_span_to_edtf (whole);
    }

  return atlas_time_span_to_edtf (days);
}

static void
move_popover (AtlasWindowChip *self,
              GtkWidget       *parent)
{
  if (parent == NULL || gtk_widget_get_parent (self->popover) == parent)
    return;

  g_object_ref (self->popover);
  gtk_widget_unparent (self->popover);
  gtk_widget_set_parent (self->popover, parent);
  g_object_unref (self->popover);
}

void
atlas_window_chip_edit (AtlasWindowChip *self)
{
  g_return_if_fail (ATLAS_IS_WINDOW_CHIP (self));

  if (self->session == NULL)
    return;

  atlas_session_set_playing (self->session, FALSE);
  for (guint end = 0; end < N_ENDS; end++)
    {
      g_free (self->written[end]);
      self->written[end] = write_end (get_window (self), end);
      gtk_editable_set_text (GTK_EDITABLE (self->entries[end]), self->written[end]);
    }
  set_error (self, FROM, NULL);
  /* Where there is no room for the chip its fields open from what it stands in. */
  move_popover (self, gtk_widget_get_mapped (self->button) ? self->button : gtk_widget_get_parent (GTK_WIDGET (self)));
  gtk_popover_popup (GTK_POPOVER (self->popover));
  gtk_widget_grab_focus (self->entries[FROM]);
}

static gboolean
is_blank (const char *text)
{
  return strspn (text, " \t") == strlen (text);
}

/* Does it say nothing of its own beside an interval in the other field? */
static gboolean
is_silent (AtlasWindowChip *self,
           End              end,
           const char      *text)
{
  return is_blank (text) || g_strcmp0 (text, self->written[end]) == 0;
}

static gboolean
is_interval (AtlasTimeSpan span)
{
  AtlasTimeUnit unit;

  return !atlas_time_span_get_unit (span, &unit);
}

gboolean
atlas_window_chip_enter (AtlasWindowChip *self,
                         const char      *from,
                         const char      *to)
{
  const char   *texts[] = { from, to };
  AtlasTimeSpan spans[] = { ATLAS_TIME_SPAN_ALL, ATLAS_TIME_SPAN_ALL };
  AtlasTimeSpan window;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (ATLAS_IS_WINDOW_CHIP (self), FALSE);
  g_return_val_if_fail (from != NULL && to != NULL, FALSE);

  if (self->session == NULL)
    return FALSE;

  for (guint end = 0; end < N_ENDS; end++)
    if (!is_blank (texts[end]) && !atlas_date_entry_parse (texts[end], &spans[end], &error))
      {
        set_error (self, end, error->message);
        return FALSE;
      }

  window = ATLAS_TIME_SPAN_INIT (spans[FROM].begin, spans[TO].end);
  if (!is_blank (from) && is_interval (spans[FROM]) && is_silent (self, TO, to))
    window = spans[FROM];
  else if (!is_blank (to) && is_interval (spans[TO]) && is_silent (self, FROM, from))
    window = spans[TO];
  if (atlas_time_span_is_empty (window))
    {
      set_error (self, TO, _ ("The window would end before it begins"));
      return FALSE;
    }

  set_error (self, FROM, NULL);
  set_window (self, atlas_time_span_equal (window, ATLAS_TIME_SPAN_ALL) ? ATLAS_TIME_SPAN_NONE : window);

  return TRUE;
}

const char *
atlas_window_chip_get_error (AtlasWindowChip *self)
{
  g_return_val_if_fail (ATLAS_IS_WINDOW_CHIP (self), NULL);

  return self->error;
}
