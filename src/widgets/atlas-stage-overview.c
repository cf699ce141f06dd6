// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-stage-overview.h"

#include "atlas-stage.h"

#include <glib/gi18n-lib.h>

/* So many cards go in a row. */
#define MIN_COLUMNS 3
#define MAX_COLUMNS 6
/* In sizes of type: the least width of a card, what is round it, and the height of the words under its map. */
#define CARD 7.5
#define FRAME 1.3
#define WORDS 3.6

struct _AtlasStageOverview
{
  GtkWidget          parent_instance;

  AtlasPresentation *presentation;
  AtlasStepPictures *pictures;
  GtkWidget         *scrolled;
  GtkWidget         *cards;  /* GtkFlowBox, filled when it is first seen */
  int                chosen; /* from 0 */
};

G_DEFINE_FINAL_TYPE (AtlasStageOverview, atlas_stage_overview, GTK_TYPE_WIDGET)

static GtkWidget *
create_label (const char *words,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
create_card (AtlasStageOverview *self,
             guint               step)
{
  AtlasTourStep   *shown = atlas_tour_get_step (atlas_presentation_get_tour (self->presentation), step - 1);
  g_autofree char *number = g_strdup_printf ("%u", step);
  g_autofree char *date = atlas_presentation_dup_date (shown);
  g_autofree char *name = NULL;
  g_autoptr (GdkPaintable) picture = atlas_step_pictures_get (self->pictures, step);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *map = gtk_picture_new_for_paintable (picture);
  GtkWidget *frame = gtk_aspect_frame_new (0.5F, 0.0F, (float) ATLAS_STEP_PICTURE_WIDTH / ATLAS_STEP_PICTURE_HEIGHT, FALSE);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *child = gtk_flow_box_child_new ();

  gtk_widget_add_css_class (map, "map");
  gtk_picture_set_can_shrink (GTK_PICTURE (map), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (map), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
  gtk_widget_add_css_class (head, "head");
  gtk_box_append (GTK_BOX (head), create_label (number, "number"));
  gtk_box_append (GTK_BOX (head), create_label (date, "date"));
  gtk_aspect_frame_set_child (GTK_ASPECT_FRAME (frame), map);
  gtk_box_append (GTK_BOX (card), frame);
  gtk_box_append (GTK_BOX (card), head);
  gtk_box_append (GTK_BOX (card), create_label (atlas_tour_step_get_title (shown), "title"));
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), card);

  /* Translators: a step of a tour, to be spoken: "Step 7: Title, June 2006" */
  name = g_strdup_printf (_ ("Step %u: %s, %s"), step, atlas_tour_step_get_title (shown), date);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return child;
}

/* @index: from 0; what is not there stays as it is */
static void
choose (AtlasStageOverview *self,
        int                 index)
{
  GtkFlowBoxChild *card = index >= 0 ? gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (self->cards), index) : NULL;

  if (card == NULL)
    return;

  self->chosen = index;
  gtk_flow_box_select_child (GTK_FLOW_BOX (self->cards), card);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (card));
}

static void
mark_current (AtlasStageOverview *self)
{
  choose (self, (int) atlas_presentation_get_step (self->presentation) - 1);
}

static void
clear (AtlasStageOverview *self)
{
  GtkFlowBoxChild *child = NULL;

  while ((child = gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (self->cards), 0)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->cards), GTK_WIDGET (child));
}

static void
fill (AtlasStageOverview *self)
{
  clear (self);
  for (guint step = 1; step <= atlas_presentation_get_n_steps (self->presentation); step++)
    gtk_flow_box_append (GTK_FLOW_BOX (self->cards), create_card (self, step));
}

static void
tour_changed_cb (AtlasStageOverview *self)
{
  clear (self);
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    fill (self);
}

static void
chosen_cb (AtlasStageOverview *self,
           GtkFlowBoxChild    *card)
{
  guint step = (guint) gtk_flow_box_child_get_index (card) + 1;

  atlas_stage_overview_close (self);
  atlas_presentation_go (self->presentation, step);
}

/* From card to card, in rows as they are read. */
static gboolean
key_pressed_cb (AtlasStageOverview *self,
                guint               keyval)
{
  int columns = (int) gtk_flow_box_get_max_children_per_line (GTK_FLOW_BOX (self->cards));
  int last = (int) atlas_presentation_get_n_steps (self->presentation) - 1;
  const struct
  {
    guint keys[2];
    int   to;
  } ways[] = {
    { { GDK_KEY_Right, GDK_KEY_KP_Right }, self->chosen + 1 },
    { { GDK_KEY_Left, GDK_KEY_KP_Left }, self->chosen - 1 },
    { { GDK_KEY_Down, GDK_KEY_KP_Down }, self->chosen + columns },
    { { GDK_KEY_Up, GDK_KEY_KP_Up }, self->chosen - columns },
    { { GDK_KEY_Home, GDK_KEY_KP_Home }, 0 },
    { { GDK_KEY_End, GDK_KEY_KP_End }, last },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (keyval == ways[i].keys[0] || keyval == ways[i].keys[1])
      {
        choose (self, ways[i].to);
        return GDK_EVENT_STOP;
      }

  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_space)
    return GDK_EVENT_PROPAGATE;

  if (atlas_presentation_get_typed (self->presentation) > 0)
    atlas_presentation_enter (self->presentation);
  else
    atlas_presentation_go (self->presentation, (guint) self->chosen + 1);
  atlas_stage_overview_close (self);

  return GDK_EVENT_STOP;
}

gboolean
atlas_stage_overview_close (AtlasStageOverview *self)
{
  g_return_val_if_fail (ATLAS_IS_STAGE_OVERVIEW (self), FALSE);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return FALSE;

  gtk_widget_grab_focus (gtk_widget_get_ancestor (GTK_WIDGET (self), ATLAS_TYPE_STAGE));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);

  return TRUE;
}

void
atlas_stage_overview_toggle (AtlasStageOverview *self)
{
  g_return_if_fail (ATLAS_IS_STAGE_OVERVIEW (self));

  if (atlas_stage_overview_close (self))
    return;

  if (gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (self->cards), 0) == NULL)
    fill (self);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  mark_current (self);
}

/* As few columns as show all steps at once, if that leaves them large enough. */
static guint
choose_columns (guint  n,
                double width,
                double height,
                double size)
{
  guint columns = MIN_COLUMNS;

  while (columns < MAX_COLUMNS && width / (columns + 1) >= CARD * size)
    {
      guint  rows = (MAX (n, 1) + columns - 1) / columns;
      double map = (width / columns - FRAME * size) * ATLAS_STEP_PICTURE_HEIGHT / ATLAS_STEP_PICTURE_WIDTH;

      if (rows * (map + WORDS * size + FRAME * size) + 2.0 * size <= height)
        break;
      columns++;
    }

  return columns;
}

static void
atlas_stage_overview_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  AtlasStageOverview *self = ATLAS_STAGE_OVERVIEW (widget);
  PangoContext       *context = gtk_widget_get_pango_context (widget);
  double              size = pango_font_description_get_size (pango_context_get_font_description (context)) / (double) PANGO_SCALE;
  guint               columns = choose_columns (atlas_presentation_get_n_steps (self->presentation), width, height, size);

  if (gtk_flow_box_get_max_children_per_line (GTK_FLOW_BOX (self->cards)) != columns)
    {
      gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->cards), columns);
      gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (self->cards), columns);
    }
  gtk_widget_size_allocate (self->scrolled, &(GtkAllocation){ 0, 0, width, height }, baseline);
}

static void
atlas_stage_overview_measure (GtkWidget     *widget,
                              GtkOrientation orientation,
                              int            for_size,
                              int           *minimum,
                              int           *natural,
                              int           *minimum_baseline,
                              int           *natural_baseline)
{
  gtk_widget_measure (ATLAS_STAGE_OVERVIEW (widget)->scrolled, orientation, for_size, minimum, natural, NULL, NULL);
  *minimum = 1;
}

static void
atlas_stage_overview_dispose (GObject *object)
{
  AtlasStageOverview *self = ATLAS_STAGE_OVERVIEW (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->pictures);
  g_clear_object (&self->presentation);

  G_OBJECT_CLASS (atlas_stage_overview_parent_class)->dispose (object);
}

static void
atlas_stage_overview_class_init (AtlasStageOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_stage_overview_dispose;
  widget_class->measure = atlas_stage_overview_measure;
  widget_class->size_allocate = atlas_stage_overview_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "atlas-stage-overview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_stage_overview_init (AtlasStageOverview *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget          *viewport = gtk_viewport_new (NULL, NULL);

  self->scrolled = gtk_scrolled_window_new ();
  self->cards = gtk_flow_box_new ();
  gtk_scrollable_set_vscroll_policy (GTK_SCROLLABLE (viewport), GTK_SCROLL_NATURAL);
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), TRUE);
  gtk_viewport_set_child (GTK_VIEWPORT (viewport), self->cards);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), viewport);
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->cards), GTK_SELECTION_SINGLE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (self->cards), TRUE);
  gtk_flow_box_set_activate_on_single_click (GTK_FLOW_BOX (self->cards), TRUE);
  gtk_widget_set_valign (self->cards, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  g_signal_connect_object (self->cards, "child-activated", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Overview"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cards), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Steps"), -1);
}

GtkWidget *
atlas_stage_overview_new (AtlasPresentation *presentation,
                          AtlasStepPictures *pictures)
{
  AtlasStageOverview *self = g_object_new (ATLAS_TYPE_STAGE_OVERVIEW, NULL);

  self->presentation = g_object_ref (presentation);
  self->pictures = g_object_ref (pictures);
  g_signal_connect_object (presentation, "notify::step", G_CALLBACK (mark_current), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (presentation, "notify::tour", G_CALLBACK (tour_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
