// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-reader-view.h"

/* The longest line that is read with ease, in characters. */
#define MEASURE 70 /* the average letter of a font is narrower in words */
/* What is free right of the lines, how long they are at least, and what is free above and under the text, px. */
#define RIGHT_MARGIN 16
#define LEAST_LINE 120
#define TOP_MARGIN 10
#define BOTTOM_MARGIN 48

struct _AtlasReaderView
{
  GtkTextView parent_instance;

  double      character;
  int         gutter;
};

G_DEFINE_FINAL_TYPE (AtlasReaderView, atlas_reader_view, GTK_TYPE_TEXT_VIEW)

enum
{
  PAINT,
  STEP_LINK,
  COPY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* In the middle of what is free, its numbers being part of it. */
static void
set_margins (AtlasReaderView *self,
             int              width)
{
  int line = (int) (self->character * MEASURE + 0.5);
  int rest = width - line - self->gutter - RIGHT_MARGIN;
  int side = MAX (rest / 2, 0);

  if (gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self)) != self->gutter + side)
    gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self), self->gutter + side);
  if (gtk_text_view_get_right_margin (GTK_TEXT_VIEW (self)) != RIGHT_MARGIN + MAX (rest - side, 0))
    gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self), RIGHT_MARGIN + MAX (rest - side, 0));
}

/* Margins are what is left over: they ask for nothing. */
static void
atlas_reader_view_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  GTK_WIDGET_CLASS (atlas_reader_view_parent_class)->measure (widget, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = ATLAS_READER_VIEW (widget)->gutter + RIGHT_MARGIN + LEAST_LINE;
}

static void
atlas_reader_view_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  set_margins (ATLAS_READER_VIEW (widget), width);

  GTK_WIDGET_CLASS (atlas_reader_view_parent_class)->size_allocate (widget, width, height, baseline);
}

/* Tab walks the links, and leaves at the last. */
static gboolean
atlas_reader_view_focus (GtkWidget       *widget,
                         GtkDirectionType direction)
{
  gboolean stepped = FALSE;

  if (gtk_widget_is_focus (widget) && (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD))
    {
      g_signal_emit (widget, signals[STEP_LINK], 0, direction == GTK_DIR_TAB_FORWARD ? 1 : -1, &stepped);
      return stepped;
    }

  return GTK_WIDGET_CLASS (atlas_reader_view_parent_class)->focus (widget, direction);
}

static void
atlas_reader_view_copy_clipboard (GtkTextView *text_view)
{
  g_signal_emit (text_view, signals[COPY], 0);
}

static void
atlas_reader_view_snapshot_layer (GtkTextView     *text_view,
                                  GtkTextViewLayer layer,
                                  GtkSnapshot     *snapshot)
{
  if (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    g_signal_emit (text_view, signals[PAINT], 0, snapshot);
}

static void
atlas_reader_view_class_init (AtlasReaderViewClass *klass)
{
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  GtkTextViewClass *text_class = GTK_TEXT_VIEW_CLASS (klass);

  widget_class->focus = atlas_reader_view_focus;
  widget_class->measure = atlas_reader_view_measure;
  widget_class->size_allocate = atlas_reader_view_size_allocate;
  text_class->copy_clipboard = atlas_reader_view_copy_clipboard;
  text_class->snapshot_layer = atlas_reader_view_snapshot_layer;

  signals[PAINT] = g_signal_new ("paint", ATLAS_TYPE_READER_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, GTK_TYPE_SNAPSHOT);
  signals[STEP_LINK] = g_signal_new ("step-link", ATLAS_TYPE_READER_VIEW, G_SIGNAL_RUN_LAST, 0,
                                     g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 1, G_TYPE_INT);
  signals[COPY] = g_signal_new ("copy", ATLAS_TYPE_READER_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
atlas_reader_view_init (AtlasReaderView *self)
{
  GtkTextView *text_view = GTK_TEXT_VIEW (self);

  gtk_text_view_set_editable (text_view, FALSE);
  gtk_text_view_set_cursor_visible (text_view, FALSE);
  gtk_text_view_set_accepts_tab (text_view, FALSE);
  gtk_text_view_set_wrap_mode (text_view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_top_margin (text_view, TOP_MARGIN);
  gtk_text_view_set_bottom_margin (text_view, BOTTOM_MARGIN);
}

GtkWidget *
atlas_reader_view_new (void)
{
  return g_object_new (ATLAS_TYPE_READER_VIEW, NULL);
}

void
atlas_reader_view_set_measure (AtlasReaderView *self,
                               double           character,
                               int              gutter)
{
  g_return_if_fail (ATLAS_IS_READER_VIEW (self));

  self->character = character;
  self->gutter = gutter;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

int
atlas_reader_view_get_left (AtlasReaderView *self)
{
  g_return_val_if_fail (ATLAS_IS_READER_VIEW (self), 0);

  return gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self));
}

static void
add_rectangle (GArray             *rectangles,
               const GdkRectangle *from,
               const GdkRectangle *to)
{
  graphene_rect_t rectangle = GRAPHENE_RECT_INIT ((float) from->x, (float) from->y, (float) (to->x - from->x), (float) from->height);

  if (rectangle.size.width > 0.5F)
    g_array_append_val (rectangles, rectangle);
}

void
atlas_reader_view_add_rectangles (AtlasReaderView *self,
                                  int              start,
                                  int              end,
                                  GArray          *rectangles)
{
  GtkTextView   *text_view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (text_view);
  GtkTextIter    at;
  GtkTextIter    last;

  g_return_if_fail (ATLAS_IS_READER_VIEW (self));

  gtk_text_buffer_get_iter_at_offset (buffer, &at, start);
  gtk_text_buffer_get_iter_at_offset (buffer, &last, end);

  while (gtk_text_iter_compare (&at, &last) < 0)
    {
      GtkTextIter  line_end = at;
      GdkRectangle from;
      GdkRectangle to;
      gboolean     is_last = FALSE;

      gtk_text_view_get_iter_location (text_view, &at, &from);
      gtk_text_view_forward_display_line_end (text_view, &line_end);
      is_last = gtk_text_iter_compare (&line_end, &last) >= 0 || gtk_text_iter_equal (&line_end, &at);
      gtk_text_view_get_iter_location (text_view, is_last ? &last : &line_end, &to);
      if (is_last && to.y > from.y) /* what ends a line ends where the next begins */
        {
          GtkTextIter before = last;

          gtk_text_iter_backward_char (&before);
          gtk_text_view_get_iter_location (text_view, &before, &to);
          to.x += to.width;
        }
      add_rectangle (rectangles, &from, &to);
      if (is_last)
        return;

      at = line_end;
      if (!gtk_text_iter_forward_char (&at))
        return;
    }
}

int
atlas_reader_view_get_offset_at (AtlasReaderView *self,
                                 double           x,
                                 double           y)
{
  GtkTextIter iter;
  int         buffer_x = 0;
  int         buffer_y = 0;

  g_return_val_if_fail (ATLAS_IS_READER_VIEW (self), -1);

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  if (!gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, buffer_x, buffer_y))
    return -1;

  return gtk_text_iter_get_offset (&iter);
}

int
atlas_reader_view_get_first_offset (AtlasReaderView *self,
                                    int              under)
{
  GdkRectangle visible;
  GtkTextIter  iter;

  g_return_val_if_fail (ATLAS_IS_READER_VIEW (self), 0);

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, atlas_reader_view_get_left (self), visible.y + under);

  return gtk_text_iter_get_offset (&iter);
}
