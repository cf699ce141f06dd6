// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-passage-strip-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_TOLD 3    /* passages that a tooltip tells of; the rest is counted */
#define MAX_OFFERED 8 /* rows of the list that are seen without scrolling */
#define TIP_WORDS 120 /* letters of a passage's first words */
#define ROW_WORDS 80
#define ROW_HEIGHT 44 /* px, about */
#define WIDTH 46      /* characters of the list and of the tooltip */

/* The passages at a place. */
static GPtrArray *
find_at (AtlasPassageStrip *self,
         double             x,
         double             y)
{
  AtlasTimelineView view = atlas_passage_strip_get_view (self);

  if (self->times == NULL || x < ATLAS_TIMELINE_GUTTER)
    return g_ptr_array_new ();

  return atlas_passage_painter_hit (self->painter, &view, x - ATLAS_TIMELINE_GUTTER, y);
}

/* A passage's text as it begins, without citation marks, cut at a word. */
static char *
get_first_words (const AtlasPassage *passage,
                 glong               max_letters)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char *end = NULL;
  char *space = NULL;

  for (guint i = 0; i < passage->spans->len; i++)
    {
      const AtlasReportSpan *span = g_ptr_array_index (passage->spans, i);

      if (span->kind != ATLAS_REPORT_CITATION)
        g_string_append (text, span->text);
    }

  if (g_utf8_strlen (text->str, -1) <= max_letters)
    return g_strdup (text->str);

  end = g_utf8_offset_to_pointer (text->str, max_letters);
  *end = '\0';
  space = strrchr (text->str, ' ');
  if (space != NULL)
    *space = '\0';

  return g_strconcat (text->str, "…", NULL);
}

/* With its number: the headings it stands under, or the innermost only. */
static char *
get_heading (AtlasPassageStrip  *self,
             const AtlasPassage *passage,
             gboolean            innermost)
{
  g_autofree char *place = atlas_report_dup_place (atlas_passage_times_get_report (self->times), passage);
  const char      *last = g_strrstr (place, "›");

  /* Translators: the number of a passage of the report and the heading it stands under. */
  return g_strdup_printf (_ ("%u · %s"), passage->number, innermost && last != NULL ? last + strlen ("› ") : place);
}

static void
append_tip (AtlasPassageStrip  *self,
            GString            *markup,
            const AtlasPassage *passage)
{
  g_autofree char *heading = get_heading (self, passage, FALSE);
  g_autofree char *words = get_first_words (passage, TIP_WORDS);
  g_autofree char *years = atlas_passage_times_to_words (self->times, passage);
  g_autofree char *one = g_markup_printf_escaped ("<b>%s</b>\n%s\n<i>%s</i>", heading, words, years != NULL ? years : "");

  if (markup->len > 0)
    g_string_append (markup, "\n\n");
  g_string_append (markup, one);
}

static gboolean
query_tooltip_cb (AtlasPassageStrip *self,
                  int                x,
                  int                y,
                  gboolean           keyboard,
                  GtkTooltip        *tooltip)
{
  g_autoptr (GPtrArray) passages = NULL;
  g_autoptr (GString) markup = g_string_new (NULL);

  if (self->popover != NULL)
    return FALSE;

  if (!keyboard)
    passages = find_at (self, x, y);
  else
    {
      passages = g_ptr_array_new ();
      if (self->focused != NULL)
        g_ptr_array_add (passages, (gpointer) self->focused);
    }
  if (passages->len == 0)
    return FALSE;

  for (guint i = 0; i < MIN (passages->len, MAX_TOLD); i++)
    append_tip (self, markup, g_ptr_array_index (passages, i));
  if (passages->len > MAX_TOLD)
    {
      guint            n_more = passages->len - MAX_TOLD;
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more passage", "and %u more passages", n_more), n_more);

      g_string_append_printf (markup, "\n\n%s", more);
    }
  gtk_label_set_markup (GTK_LABEL (self->tip), markup->str);
  gtk_tooltip_set_custom (tooltip, self->tip);

  return TRUE;
}

/* The first item that it mentions and the filter lets through. */
static AtlasItem *
find_item (AtlasPassageStrip  *self,
           const AtlasPassage *passage)
{
  for (guint i = 0; passage != NULL && i < passage->spans->len; i++)
    {
      const AtlasReportSpan *span = g_ptr_array_index (passage->spans, i);
      AtlasItem             *item = span->kind == ATLAS_REPORT_MENTION ? atlas_dataset_lookup (atlas_session_get_dataset (self->session), span->item_id) : NULL;

      if (item != NULL && atlas_filter_matches (atlas_session_get_filter (self->session), item))
        return item;
    }

  return NULL;
}

/* One item is lit at a time: of a passage the one it speaks of first. */
void
atlas_passage_strip_light (AtlasPassageStrip  *self,
                           const AtlasPassage *passage)
{
  if (self->session != NULL && atlas_session_get_dataset (self->session) != NULL)
    atlas_session_set_hovered (self->session, find_item (self, passage));
}

static void
set_hovered (AtlasPassageStrip  *self,
             const AtlasPassage *passage)
{
  if (self->hovered == passage)
    return;

  self->hovered = passage;
  atlas_passage_strip_light (self, passage);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), passage != NULL ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           AtlasPassageStrip        *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  g_autoptr (GPtrArray) passages = NULL;

  if (state & GDK_BUTTON1_MASK)
    return;

  passages = find_at (self, x, y);
  set_hovered (self, passages->len > 0 ? g_ptr_array_index (passages, 0) : NULL);
}

static void
leave_cb (GtkEventControllerMotion *controller,
          AtlasPassageStrip        *self)
{
  set_hovered (self, NULL);
}

/* While the list is open its own keys move in it. */
static void
set_keys_enabled (AtlasPassageStrip *self,
                  gboolean           enabled)
{
  static const char *const actions[] = { "passages.step", "passages.row", "passages.end", "passages.read", "passages.tall" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], enabled);
}

/* The list lives until it is closed; an idle lets the click that closes it end first. */
static gboolean
drop_popover_cb (gpointer user_data)
{
  GtkWidget *popover = user_data;

  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);

  return G_SOURCE_REMOVE;
}

static void
closed_cb (AtlasPassageStrip *self,
           GtkPopover        *popover)
{
  if (self->popover == GTK_WIDGET (popover))
    self->popover = NULL;
  set_keys_enabled (self, TRUE);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop_popover_cb, g_object_ref (popover), g_object_unref);
}

static void
chosen_cb (AtlasPassageStrip *self,
           GtkButton         *button)
{
  guint               number = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "number"));
  GPtrArray          *passages = self->times != NULL ? atlas_report_get_passages (atlas_passage_times_get_report (self->times)) : NULL;
  const AtlasPassage *passage = passages != NULL && number <= passages->len ? g_ptr_array_index (passages, number - 1) : NULL;

  atlas_passage_strip_focus_passage (self, passage, FALSE); /* before the list goes that has the focus */
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (passage != NULL)
    atlas_passage_strip_read (self, passage);
}

static GtkWidget *
create_line (const char *text,
             const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH);
  gtk_label_set_width_chars (GTK_LABEL (label), WIDTH);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
create_choice (AtlasPassageStrip  *self,
               const AtlasPassage *passage)
{
  GtkWidget       *button = gtk_button_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *heading = get_heading (self, passage, TRUE);
  g_autofree char *words = get_first_words (passage, ROW_WORDS);
  g_autofree char *years = atlas_passage_times_to_words (self->times, passage);
  g_autofree char *label = g_strdup_printf ("%s. %s", heading, years != NULL ? years : "");

  gtk_box_append (GTK_BOX (box), create_line (heading, "heading"));
  gtk_box_append (GTK_BOX (box), create_line (words, "words"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, years);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (button), "number", GUINT_TO_POINTER (passage->number));
  g_signal_connect_object (button, "clicked", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);

  return button;
}

/* Several passages speak of the same days: which one? */
static void
offer (AtlasPassageStrip *self,
       GPtrArray         *passages,
       double             x,
       double             y)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < passages->len && i < ATLAS_PASSAGE_STRIP_MAX_MARKS; i++)
    gtk_box_append (GTK_BOX (box), create_choice (self, g_ptr_array_index (passages, i)));

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_OFFERED * ROW_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_TOP);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_widget_add_css_class (popover, "passages");
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Passages that speak of these days"), -1);

  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  self->popover = popover;
  self->focused = g_ptr_array_index (passages, 0); /* comes back to it */
  set_keys_enabled (self, FALSE);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
released_cb (GtkGestureClick   *gesture,
             int                n_press,
             double             x,
             double             y,
             AtlasPassageStrip *self)
{
  g_autoptr (GPtrArray) passages = find_at (self, x, y);

  if (n_press != 1 || passages->len == 0)
    return;

  if (passages->len == 1)
    {
      atlas_passage_strip_focus_passage (self, g_ptr_array_index (passages, 0), FALSE); /* what is clicked must not move away */
      atlas_passage_strip_read (self, g_ptr_array_index (passages, 0));
    }
  else if (self->popover == NULL)
    {
      offer (self, passages, x, y);
    }
}

static void
unfocus_cb (GtkEventControllerFocus *controller,
            AtlasPassageStrip       *self)
{
  atlas_passage_strip_light (self, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
atlas_passage_strip_add_controllers (AtlasPassageStrip *self)
{
  GtkWidget          *widget = GTK_WIDGET (self);
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (unfocus_cb), self);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);

  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, focus);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_set_has_tooltip (widget, TRUE);

  self->tip = g_object_ref_sink (gtk_label_new (NULL));
  gtk_label_set_wrap (GTK_LABEL (self->tip), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->tip), WIDTH);
  gtk_label_set_xalign (GTK_LABEL (self->tip), 0.0F);
}
