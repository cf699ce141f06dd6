// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-stage-content-private.h"

#include "atlas-basemap-source.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (AtlasStageContent, atlas_stage_content, GTK_TYPE_WIDGET)

static void
atlas_stage_content_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  AtlasStageContent *self = ATLAS_STAGE_CONTENT (widget);

  atlas_stage_content_lay_out (self, width, height);
  atlas_presentation_set_view_size (self->presentation, gtk_widget_get_width (GTK_WIDGET (self->map)), gtk_widget_get_height (GTK_WIDGET (self->map)));
}

static void
atlas_stage_content_measure (GtkWidget     *widget,
                             GtkOrientation orientation,
                             int            for_size,
                             int           *minimum,
                             int           *natural,
                             int           *minimum_baseline,
                             int           *natural_baseline)
{
  *minimum = 1;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 1280 : 720;
}

/* References stay with the word that they stand behind, not alone in a line. */
static char *
tie_citations (const char *words)
{
  g_autoptr (GString) tied = g_string_new (words);

  g_string_replace (tied, " [", "\u00a0[", 0);

  return g_string_free (g_steal_pointer (&tied), FALSE);
}

/* TRUE: other words. */
static gboolean
set_words (AtlasStageContent *self,
           AtlasStagePart     part,
           const char        *words)
{
  GtkLabel        *label = GTK_LABEL (self->parts[part]);
  g_autofree char *tied = NULL;

  tied = tie_citations (words != NULL ? words : "");
  if (g_str_equal (gtk_label_get_text (label), tied) && gtk_widget_get_visible (self->parts[part]) == (*tied != '\0'))
    return FALSE;

  gtk_label_set_text (label, tied);
  gtk_widget_set_visible (self->parts[part], *tied != '\0');

  return TRUE;
}

static void
show_date (AtlasStageContent *self)
{
  g_autofree char *date = atlas_presentation_dup_session_date (atlas_presentation_get_session (self->presentation));

  if (set_words (self, ATLAS_STAGE_DATE, date))
    self->fit = 0.0;
}

static void
show_step (AtlasStageContent *self)
{
  AtlasTourStep   *step = atlas_presentation_get_current (self->presentation);
  const char      *question = atlas_tour_step_get_question (step);
  g_autofree char *count = NULL;

  /* Translators: the step and how many there are: "7 / 12" */
  count = g_strdup_printf (_ ("%u / %u"), atlas_presentation_get_step (self->presentation), atlas_presentation_get_n_steps (self->presentation));
  set_words (self, ATLAS_STAGE_TITLE, atlas_tour_step_get_title (step));
  set_words (self, ATLAS_STAGE_TEXT, atlas_tour_step_get_text (step));
  set_words (self, ATLAS_STAGE_QUESTION, question);
  /* The answer has its room from the first, so that nothing moves when it comes. */
  set_words (self, ATLAS_STAGE_ANSWER, atlas_tour_step_get_answer (step));
  gtk_widget_set_child_visible (self->parts[ATLAS_STAGE_ANSWER], atlas_presentation_is_answer_shown (self->presentation));
  set_words (self, ATLAS_STAGE_TOUR, atlas_tour_get_title (atlas_presentation_get_tour (self->presentation)));
  set_words (self, ATLAS_STAGE_COUNT, count);
  self->fit = 0.0;
  show_date (self);
  /* All from the window down: type that is set while only this is placed would leave what is round it without a place. */
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static GtkWidget *
create_label (AtlasStagePart part)
{
  GtkAccessibleRole role = part == ATLAS_STAGE_TITLE ? GTK_ACCESSIBLE_ROLE_HEADING : GTK_ACCESSIBLE_ROLE_LABEL;
  GtkWidget        *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_label_set_yalign (GTK_LABEL (label), 0.0F);

  return label;
}

/* A click beside the map is the button of a remote control. */
static void
released_cb (AtlasStageContent *self,
             int                n_press,
             double             x,
             double             y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (picked != NULL && (picked == GTK_WIDGET (self->map) || gtk_widget_is_ancestor (picked, GTK_WIDGET (self->map)) || picked == GTK_WIDGET (self->strip)))
    return;

  atlas_presentation_next (self->presentation);
}

static void
atlas_stage_content_dispose (GObject *object)
{
  AtlasStageContent *self = ATLAS_STAGE_CONTENT (object);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL; child = gtk_widget_get_first_child (GTK_WIDGET (self)))
    gtk_widget_unparent (child);
  g_clear_object (&self->presentation);

  G_OBJECT_CLASS (atlas_stage_content_parent_class)->dispose (object);
}

static void
atlas_stage_content_class_init (AtlasStageContentClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_stage_content_dispose;
  widget_class->measure = atlas_stage_content_measure;
  widget_class->size_allocate = atlas_stage_content_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "atlas-stage-content");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_stage_content_init (AtlasStageContent *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  for (AtlasStagePart part = ATLAS_STAGE_DATE; part < ATLAS_N_STAGE_PARTS; part++)
    {
      self->parts[part] = part == ATLAS_STAGE_RULE ? gtk_separator_new (GTK_ORIENTATION_HORIZONTAL) : create_label (part);
      gtk_widget_add_css_class (self->parts[part], atlas_stage_part_get_css_class (part));
      gtk_widget_set_parent (self->parts[part], GTK_WIDGET (self));
    }

  self->map = ATLAS_MAP_VIEW (atlas_map_view_new ());
  atlas_map_view_set_bare (self->map, TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->map), GTK_WIDGET (self));

  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
atlas_stage_content_new (AtlasPresentation *presentation)
{
  static const char *const dates[] = { "notify::clock", "notify::clock-mode", "notify::comparison", "notify::range" };
  static const char *const steps[] = { "notify::current", "notify::tour", "notify::answer-shown", "notify::n-steps" };
  AtlasStageContent       *self = g_object_new (ATLAS_TYPE_STAGE_CONTENT, NULL);
  AtlasSession            *session = atlas_presentation_get_session (presentation);

  self->presentation = g_object_ref (presentation);
  self->strip = ATLAS_STAGE_STRIP (atlas_stage_strip_new (presentation));
  gtk_widget_set_parent (GTK_WIDGET (self->strip), GTK_WIDGET (self));
  atlas_map_view_set_session (self->map, session);
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    g_signal_connect_object (session, dates[i], G_CALLBACK (show_date), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    g_signal_connect_object (presentation, steps[i], G_CALLBACK (show_step), self, G_CONNECT_SWAPPED);
  show_step (self);
  atlas_presentation_set_zoom_limits (presentation, ATLAS_BASEMAP_MIN_ZOOM, ATLAS_BASEMAP_MAX_ZOOM);

  return GTK_WIDGET (self);
}

AtlasMapView *
atlas_stage_content_get_map (AtlasStageContent *self)
{
  g_return_val_if_fail (ATLAS_IS_STAGE_CONTENT (self), NULL);

  return self->map;
}

graphene_rect_t
atlas_stage_content_get_map_bounds (AtlasStageContent *self)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0.0F, 0.0F, 0.0F, 0.0F);

  g_return_val_if_fail (ATLAS_IS_STAGE_CONTENT (self), bounds);

  if (!gtk_widget_compute_bounds (GTK_WIDGET (self->map), GTK_WIDGET (self), &bounds))
    graphene_rect_init (&bounds, 0.0F, 0.0F, 0.0F, 0.0F);

  return bounds;
}
