// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-passage-view.h"

#include "atlas-detail-parts.h"

#include <glib/gi18n-lib.h>

struct _AtlasPassageView
{
  GtkWidget              parent_instance;

  AtlasSession          *session;
  const AtlasPassage    *passage;
  GtkWidget             *place;
  GtkWidget             *text;
  const AtlasReportSpan *hovered; /* the citation's mark that the pointer is on (of the passage); NULL: on none */
};

G_DEFINE_FINAL_TYPE (AtlasPassageView, atlas_passage_view, GTK_TYPE_WIDGET)

enum
{
  CITATION_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Markup round a span's text: opening with one %s for what it leads to, and closing. */
static const struct
{
  const char *open;
  const char *close;
} span_markup[] = {
  [ATLAS_REPORT_TEXT] = { "", "" },
  [ATLAS_REPORT_STRONG] = { "<b>", "</b>" },
  [ATLAS_REPORT_EMPHASIS] = { "<i>", "</i>" },
  [ATLAS_REPORT_MENTION] = { NULL, "</a>" },
  [ATLAS_REPORT_CITATION] = { NULL, "</a></small>" },
};

static void
append_span (GString               *markup,
             const AtlasReportSpan *span,
             const char            *selected_id)
{
  g_autofree char *text = g_markup_escape_text (span->text, -1);
  gboolean         lit = span->kind == ATLAS_REPORT_MENTION && g_strcmp0 (span->item_id, selected_id) == 0;

  if (span->kind == ATLAS_REPORT_MENTION)
    g_string_append_printf (markup, "<a href=\"item:%s\">", span->item_id);
  else if (span->kind == ATLAS_REPORT_CITATION)
    g_string_append_printf (markup, "<small><a href=\"cite:%u\">", span->citation);
  else
    g_string_append (markup, span_markup[span->kind].open);

  /* Bold as well as lit: not by colour alone. */
  g_string_append_printf (markup, lit ? "<span background=\"#f9c440\" background_alpha=\"45%%\" weight=\"bold\">%s</span>" : "%s", text);
  g_string_append (markup, span_markup[span->kind].close);
}

static void
show_text (AtlasPassageView *self)
{
  AtlasItem  *selected = atlas_session_get_selected (self->session);
  const char *selected_id = selected != NULL ? atlas_item_get_id (selected) : NULL;
  g_autoptr (GString) markup = g_string_new (NULL);

  for (guint i = 0; i < self->passage->spans->len; i++)
    append_span (markup, g_ptr_array_index (self->passage->spans, i), selected_id);

  gtk_label_set_markup (GTK_LABEL (self->text), markup->str);
}

/* Where the text's layout begins, px of this widget. */
static void
get_origin (AtlasPassageView *self,
            double           *x,
            double           *y)
{
  int left = 0;
  int top = 0;

  gtk_label_get_layout_offsets (GTK_LABEL (self->text), &left, &top);
  gtk_widget_translate_coordinates (self->text, GTK_WIDGET (self), left, top, x, y);
}

/* The span at a byte of the text; NULL: there is none. */
static const AtlasReportSpan *
find_span (AtlasPassageView *self,
           int               index)
{
  int end = 0;

  for (guint i = 0; i < self->passage->spans->len; i++)
    {
      const AtlasReportSpan *span = g_ptr_array_index (self->passage->spans, i);

      end += (int) strlen (span->text);
      if (index < end)
        return span;
    }

  return NULL;
}

/* That below a place of the label. */
static const AtlasReportSpan *
find_span_at (AtlasPassageView *self,
              double            x,
              double            y)
{
  int left = 0;
  int top = 0;
  int index = 0;
  int trailing = 0;

  gtk_label_get_layout_offsets (GTK_LABEL (self->text), &left, &top);
  if (!pango_layout_xy_to_index (gtk_label_get_layout (GTK_LABEL (self->text)), (int) ((x - left) * PANGO_SCALE), (int) ((y - top) * PANGO_SCALE), &index, &trailing))
    return NULL;

  return find_span (self, index);
}

static void
get_mark (AtlasPassageView      *self,
          const AtlasReportSpan *mark,
          GdkRectangle          *rectangle)
{
  PangoRectangle position;
  int            index = 0;
  double         x = 0.0;
  double         y = 0.0;

  for (guint i = 0; g_ptr_array_index (self->passage->spans, i) != mark; i++)
    index += (int) strlen (((const AtlasReportSpan *) g_ptr_array_index (self->passage->spans, i))->text);

  get_origin (self, &x, &y);
  pango_layout_index_to_pos (gtk_label_get_layout (GTK_LABEL (self->text)), index + 1, &position); /* past the bracket */
  *rectangle = (GdkRectangle){ (int) x + PANGO_PIXELS (position.x), (int) y + PANGO_PIXELS (position.y),
                               PANGO_PIXELS (ABS (position.width)), PANGO_PIXELS (position.height) };
}

static const AtlasReportSpan *
find_first_mark (AtlasPassageView *self,
                 guint             citation)
{
  for (guint i = 0; i < self->passage->spans->len; i++)
    {
      const AtlasReportSpan *span = g_ptr_array_index (self->passage->spans, i);

      if (span->kind == ATLAS_REPORT_CITATION && span->citation == citation)
        return span;
    }

  return NULL;
}

gboolean
atlas_passage_view_find_citation (AtlasPassageView *self,
                                  guint             citation,
                                  GdkRectangle     *rectangle)
{
  const AtlasReportSpan *mark = NULL;

  g_return_val_if_fail (ATLAS_IS_PASSAGE_VIEW (self), FALSE);

  mark = find_first_mark (self, citation);
  if (mark != NULL)
    get_mark (self, mark, rectangle);

  return mark != NULL;
}

/* Of several marks of one citation, that which is pointed at, or has the caret. */
static const AtlasReportSpan *
find_activated_mark (AtlasPassageView *self,
                     guint             citation)
{
  const AtlasReportSpan *caret = NULL;
  int                    start = 0;
  int                    end = 0;

  if (self->hovered != NULL && self->hovered->citation == citation)
    return self->hovered;

  gtk_label_get_selection_bounds (GTK_LABEL (self->text), &start, &end);
  caret = find_span (self, (int) (g_utf8_offset_to_pointer (self->passage->text, start) - self->passage->text));
  if (caret != NULL && caret->citation == citation)
    return caret;

  return find_first_mark (self, citation);
}

static gboolean
activate_link_cb (AtlasPassageView *self,
                  const char       *uri)
{
  const AtlasReportSpan *mark = NULL;
  GdkRectangle           rectangle;

  if (g_str_has_prefix (uri, "item:"))
    atlas_session_select_id (self->session, uri + strlen ("item:"));
  else if (g_str_has_prefix (uri, "cite:"))
    mark = find_activated_mark (self, (guint) g_ascii_strtoull (uri + strlen ("cite:"), NULL, 10));
  if (mark != NULL)
    {
      get_mark (self, mark, &rectangle);
      g_signal_emit (self, signals[CITATION_ACTIVATED], 0, mark->citation, &rectangle, TRUE);
    }

  return TRUE; /* never GTK's to open */
}

static void
hover_mark (AtlasPassageView      *self,
            const AtlasReportSpan *mark) /* NULL: none */
{
  GdkRectangle rectangle = { 0 };

  if (mark == self->hovered)
    return;

  self->hovered = mark;
  if (mark != NULL)
    get_mark (self, mark, &rectangle);
  g_signal_emit (self, signals[CITATION_ACTIVATED], 0, mark != NULL ? mark->citation : 0, &rectangle, FALSE);
}

/* The mention under the pointer lights its item everywhere; a citation shows its card. */
static void
motion_cb (AtlasPassageView *self,
           double            x,
           double            y)
{
  const AtlasReportSpan *span = find_span_at (self, x, y);
  AtlasItem             *item = NULL;

  if (span != NULL && span->kind == ATLAS_REPORT_MENTION)
    item = atlas_dataset_lookup (atlas_session_get_dataset (self->session), span->item_id);

  atlas_session_set_hovered (self->session, item);
  hover_mark (self, span != NULL && span->kind == ATLAS_REPORT_CITATION ? span : NULL);
}

static void
leave_cb (AtlasPassageView *self)
{
  atlas_session_set_hovered (self->session, NULL);
  hover_mark (self, NULL);
}

static void
place_clicked_cb (AtlasPassageView *self)
{
  atlas_detail_go_to_passage (self->session, self->passage->id);
}

static void
atlas_passage_view_dispose (GObject *object)
{
  AtlasPassageView *self = ATLAS_PASSAGE_VIEW (object);

  g_clear_pointer (&self->place, gtk_widget_unparent);
  g_clear_pointer (&self->text, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_passage_view_parent_class)->dispose (object);
}

static void
atlas_passage_view_class_init (AtlasPassageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_passage_view_dispose;

  signals[CITATION_ACTIVATED] =
    g_signal_new ("citation-activated", ATLAS_TYPE_PASSAGE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 3, G_TYPE_UINT, GDK_TYPE_RECTANGLE | G_SIGNAL_TYPE_STATIC_SCOPE, G_TYPE_BOOLEAN);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "atlas-passage");
}

static void
atlas_passage_view_init (AtlasPassageView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);

  self->text = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->text), PANGO_WRAP_WORD);
  gtk_label_set_selectable (GTK_LABEL (self->text), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->text), 0.0F);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));

  g_signal_connect_object (self->text, "activate-link", G_CALLBACK (activate_link_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->text, motion);
}

GtkWidget *
atlas_passage_view_new (AtlasSession       *session,
                        const AtlasPassage *passage,
                        gboolean            with_place)
{
  AtlasPassageView *self = g_object_new (ATLAS_TYPE_PASSAGE_VIEW, NULL);

  self->session = g_object_ref (session);
  self->passage = passage;

  if (with_place)
    {
      AtlasReport     *report = atlas_dataset_get_report (atlas_session_get_dataset (session));
      g_autofree char *place = atlas_report_dup_place (report, passage);
      GtkWidget       *label = gtk_label_new (place);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
      self->place = gtk_button_new ();
      gtk_button_set_child (GTK_BUTTON (self->place), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->place), GTK_ACCESSIBLE_PROPERTY_LABEL, place, -1);
      gtk_widget_set_tooltip_text (self->place, _ ("Read it in the report"));
      gtk_widget_add_css_class (self->place, "flat");
      gtk_widget_add_css_class (self->place, "place");
      gtk_widget_insert_before (self->place, GTK_WIDGET (self), self->text);
      g_signal_connect_object (self->place, "clicked", G_CALLBACK (place_clicked_cb), self, G_CONNECT_SWAPPED);
    }

  show_text (self);
  g_signal_connect_object (session, "notify::selected", G_CALLBACK (show_text), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

const AtlasPassage *
atlas_passage_view_get_passage (AtlasPassageView *self)
{
  g_return_val_if_fail (ATLAS_IS_PASSAGE_VIEW (self), NULL);

  return self->passage;
}
