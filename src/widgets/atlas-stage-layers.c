// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-stage-pointer.h"
#include "atlas-stage-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What lies over the content, as the presentation says. */

/* The mouse is out of the picture after so long, ms. */
#define REST_AFTER 2500
/* A shorter way is a shaking table, px. */
#define SHAKE 3.0

static void
show_back (AtlasStage *self)
{
  /* Translators: of a presentation: "Back to step 7" */
  g_autofree char *label = g_strdup_printf (_ ("Back to step %u"), atlas_presentation_get_step (self->presentation));

  gtk_button_set_label (GTK_BUTTON (self->back), label);
  gtk_widget_set_visible (self->back, atlas_presentation_is_wandering (self->presentation));
}

/* What was drawn last stays there, whatever goes on under it. */
static void
show_still (AtlasStage *self)
{
  gboolean frozen = atlas_presentation_is_frozen (self->presentation);
  g_autoptr (GdkPaintable) live = NULL;
  g_autoptr (GdkPaintable) still = NULL;

  if (frozen)
    {
      live = gtk_widget_paintable_new (GTK_WIDGET (self->content));
      still = gdk_paintable_get_current_image (live);
    }
  gtk_picture_set_paintable (GTK_PICTURE (self->still), still);
  gtk_widget_set_visible (self->still, frozen);
}

static void
show_pointer (AtlasStage *self)
{
  gboolean pointing = atlas_presentation_is_pointing (self->presentation);

  atlas_stage_pointer_set_place (ATLAS_STAGE_POINTER (self->pointer), pointing ? atlas_presentation_get_pointer (self->presentation)
                                                                               : (AtlasPoint){ (double) NAN, (double) NAN });
}

static void
show_typed (AtlasStage *self)
{
  guint            typed = atlas_presentation_get_typed (self->presentation);
  g_autofree char *label = NULL;

  /* Translators: the number of a step is being typed: "Step 12: press Enter" */
  label = g_strdup_printf (_ ("Step %u: press Enter"), typed);
  gtk_label_set_text (GTK_LABEL (self->typed), label);
  gtk_widget_set_visible (self->typed, typed > 0);
}

static void
show_cover (AtlasStage *self)
{
  static const char *const classes[ATLAS_N_BLANKS] = { NULL, "black", "white" };
  static const char *const labels[ATLAS_N_BLANKS] = { "", N_ ("Black screen"), N_ ("White screen") };
  AtlasBlank               blank = atlas_presentation_get_blank (self->presentation);

  for (guint i = ATLAS_BLANK_BLACK; i < ATLAS_N_BLANKS; i++)
    if (i == blank)
      gtk_widget_add_css_class (self->cover, classes[i]);
    else
      gtk_widget_remove_css_class (self->cover, classes[i]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  blank != ATLAS_BLANK_NONE ? _ (labels[blank]) : "", -1);
  gtk_widget_set_visible (self->cover, blank != ATLAS_BLANK_NONE);
}

/* clang-format off */
static const struct
{
  const char *signal;
  void      (*show) (AtlasStage *self);
} shown[] = {
  { "notify::wandering", show_back },
  { "notify::step",      show_back },
  { "notify::frozen",    show_still },
  { "notify::pointing",  show_pointer },
  { "notify::pointer",   show_pointer },
  { "notify::typed",     show_typed },
  { "notify::blank",     show_cover },
};
/* clang-format on */

void
atlas_stage_bind_layers (AtlasStage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      g_signal_connect_object (self->presentation, shown[i].signal, G_CALLBACK (shown[i].show), self, G_CONNECT_SWAPPED);
      shown[i].show (self);
    }
}

/* The way back stands on the map's lower edge. */
static gboolean
get_child_position_cb (AtlasStage   *self,
                       GtkWidget    *child,
                       GdkRectangle *place)
{
  graphene_rect_t map = atlas_stage_content_get_map_bounds (self->content);
  GtkRequisition  size;

  if (child != self->back)
    return FALSE;

  gtk_widget_get_preferred_size (child, NULL, &size);
  place->width = size.width;
  place->height = size.height;
  place->x = (int) (map.origin.x + (map.size.width - (float) size.width) / 2.0F);
  place->y = (int) (map.origin.y + map.size.height - (float) (size.height + self->type_size));

  return TRUE;
}

static GtkWidget *
add (AtlasStage *self,
     GtkWidget  *layer,
     const char *css_class)
{
  gtk_widget_set_visible (layer, FALSE);
  gtk_widget_add_css_class (layer, css_class);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), layer);

  return layer;
}

/* From bottom to top. Of what lies over the still picture the hall sees the pointer; black and white are over all. */
void
atlas_stage_init_layers (AtlasStage *self)
{
  self->back = add (self, gtk_button_new (), "stage-back");
  gtk_widget_add_css_class (self->back, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->back), "present.return");
  gtk_widget_set_focusable (self->back, FALSE); /* its key is Escape, from everywhere */
  self->still = add (self, gtk_picture_new (), "stage-still");
  gtk_widget_set_can_target (self->still, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->still), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Frozen picture"), -1);
  self->pointer = add (self, atlas_stage_pointer_new (), "stage-pointer");
  gtk_widget_set_visible (self->pointer, TRUE);
  self->typed = add (self, gtk_label_new (NULL), "stage-typed");
  gtk_widget_set_halign (self->typed, GTK_ALIGN_START);
  gtk_widget_set_valign (self->typed, GTK_ALIGN_END);
  self->overview = ATLAS_STAGE_OVERVIEW (add (self, atlas_stage_overview_new (self->presentation, self->pictures), "stage-overview"));
  self->find = ATLAS_STAGE_FIND (add (self, atlas_stage_find_new (self->presentation), "stage-find"));
  gtk_widget_set_halign (GTK_WIDGET (self->find), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self->find), GTK_ALIGN_START);
  self->cover = add (self, g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL), "stage-cover");
  g_signal_connect_object (self->overlay, "get-child-position", G_CALLBACK (get_child_position_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
rest_cb (gpointer user_data)
{
  AtlasStage *self = user_data;

  self->rest = 0;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");

  return G_SOURCE_REMOVE;
}

static void
motion_cb (AtlasStage *self,
           double      x,
           double      y)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));

  if (atlas_presentation_is_pointing (self->presentation))
    {
      atlas_presentation_set_pointer (self->presentation, (AtlasPoint){ x / MAX (width, 1.0), y / MAX (height, 1.0) });
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");
      return;
    }

  if (hypot (x - self->pointer_x, y - self->pointer_y) < SHAKE)
    return;

  self->pointer_x = x;
  self->pointer_y = y;
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  g_clear_handle_id (&self->rest, g_source_remove);
  self->rest = g_timeout_add (REST_AFTER, rest_cb, self);
}

static void
left_cb (AtlasStage *self)
{
  atlas_presentation_set_pointer (self->presentation, (AtlasPoint){ (double) NAN, (double) NAN });
}

/* The side buttons go back and forward through what was looked at. */
static void
side_pressed_cb (AtlasStage      *self,
                 int              n_press,
                 double           x,
                 double           y,
                 GtkGestureClick *gesture)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (button == 8 || button == 9)
    atlas_session_go (atlas_presentation_get_session (self->presentation), button == 8 ? -1 : 1);
}

void
atlas_stage_init_mouse (AtlasStage *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture         *side = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (side), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (side), GTK_PHASE_CAPTURE);
  g_signal_connect_object (side, "pressed", G_CALLBACK (side_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (side));
}
