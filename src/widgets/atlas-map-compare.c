// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-compare.h"

#include "atlas-clock-entry.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define STEP 0.02
#define LEAP 0.1
#define MARGIN 10       /* px round the dates */
#define MIN_HEIGHT 250  /* px of a map that leaves room for its buttons beside what is said beneath it */
#define BUTTONS_ROOM 52 /* px at the right that the map's buttons take */
#define SPACING 6
#define HANDLE_WIDTH 28 /* px that take hold of the divider */

/* At the top of the map, from left to right. */
typedef enum
{
  PART_BEFORE,
  PART_SWAP,
  PART_NOW,
  N_PARTS
} Part;

struct _AtlasMapCompare
{
  GtkWidget     parent_instance;

  AtlasSession *session;
  GSignalGroup *session_signals;
  GtkWidget    *handle;
  GtkWidget    *parts[N_PARTS];
  double        divider;
  double        drag_begin; /* the divider when a drag began */
};

G_DEFINE_FINAL_TYPE (AtlasMapCompare, atlas_map_compare, GTK_TYPE_WIDGET)

enum
{
  PROP_DIVIDER = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* clang-format off */
/* While the handle has the focus. */
static const AtlasKeyBinding bindings[] = {
  { "Left|KP_Left|Down|KP_Down",    "compare.move",  "-1",  N_ ("Divider to the left"),        N_ ("Comparing two dates") },
  { "Right|KP_Right|Up|KP_Up",      "compare.move",  "1",   N_ ("Divider to the right"),       N_ ("Comparing two dates") },
  { "Page_Down|KP_Page_Down",       "compare.leap",  "-1",  N_ ("Divider far to the left"),    N_ ("Comparing two dates") },
  { "Page_Up|KP_Page_Up",           "compare.leap",  "1",   N_ ("Divider far to the right"),   N_ ("Comparing two dates") },
  { "Home|KP_Home",                 "compare.end",   "-1",  N_ ("Only the second date"),       N_ ("Comparing two dates") },
  { "End|KP_End",                   "compare.end",   "1",   N_ ("Only the first date"),        N_ ("Comparing two dates") },
  { "Return|KP_Enter|space",        "compare.swap",  NULL,  N_ ("Swap the dates"),             N_ ("Comparing two dates") },
  { "Escape",                       "compare.leave", NULL,  N_ ("Leave the comparison"),       N_ ("Comparing two dates") },
};
/* clang-format on */

const AtlasKeyBinding *
atlas_map_compare_get_key_bindings (guint *n_bindings)
{
  *n_bindings = G_N_ELEMENTS (bindings);

  return bindings;
}

static void
move_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  AtlasMapCompare *self = ATLAS_MAP_COMPARE (widget);
  double           step = g_str_equal (action_name, "compare.leap") ? LEAP : STEP;

  atlas_map_compare_set_divider (self, self->divider + step * g_variant_get_int32 (parameter));
}

static void
end_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  atlas_map_compare_set_divider (ATLAS_MAP_COMPARE (widget), g_variant_get_int32 (parameter) < 0 ? 0.0 : 1.0);
}

static void
swap_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  AtlasMapCompare *self = ATLAS_MAP_COMPARE (widget);

  if (self->session != NULL)
    atlas_session_swap_comparison (self->session);
}

static void
leave_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  AtlasMapCompare *self = ATLAS_MAP_COMPARE (widget);

  if (self->session != NULL)
    atlas_session_set_comparison (self->session, ATLAS_TIME_SPAN_NONE);
}

/* How much of the map is whose, in words. */
static void
describe_handle (AtlasMapCompare *self)
{
  g_autofree char *before = NULL;
  g_autofree char *now = NULL;
  g_autofree char *words = NULL;

  if (self->session == NULL || !atlas_session_is_comparing (self->session))
    return;

  before = atlas_time_span_to_words (atlas_session_get_comparison (self->session));
  now = atlas_time_span_to_words (atlas_session_get_clock (self->session));
  /* Translators: how a divided map is divided between two dates: "1996 left: 40 %, 2024 right: 60 %" */
  words = g_strdup_printf (_ ("%s left: %d %%, %s right: %d %%"), before, (int) lround (100.0 * self->divider), now,
                           100 - (int) lround (100.0 * self->divider));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->handle), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 100.0 * self->divider,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

static void
comparison_changed_cb (AtlasMapCompare *self)
{
  gboolean comparing = atlas_session_is_comparing (self->session);

  if (comparing && !gtk_widget_get_visible (GTK_WIDGET (self)))
    atlas_map_compare_set_divider (self, 0.5);
  gtk_widget_set_visible (GTK_WIDGET (self), comparing);
  describe_handle (self);
}

static void
drag_begin_cb (AtlasMapCompare *self,
               double           x,
               double           y,
               GtkGesture      *gesture)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (picked == NULL || (picked != self->handle && !gtk_widget_is_ancestor (picked, self->handle)))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (self->handle);
  self->drag_begin = self->divider;
}

static void
drag_update_cb (AtlasMapCompare *self,
                double           dx,
                double           dy,
                GtkGesture      *gesture)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  atlas_map_compare_set_divider (self, self->drag_begin + dx / MAX (width, 1));
}

/* The map has the pointer everywhere else. */
static gboolean
atlas_map_compare_contains (GtkWidget *widget,
                            double     x,
                            double     y)
{
  return FALSE;
}

static void
atlas_map_compare_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  AtlasMapCompare *self = ATLAS_MAP_COMPARE (widget);

  *minimum = *natural = 0;
  for (guint i = 0; i < N_PARTS; i++)
    {
      int own_minimum, own_natural;

      gtk_widget_measure (self->parts[i], orientation, -1, &own_minimum, &own_natural, NULL, NULL);
      *minimum = orientation == GTK_ORIENTATION_VERTICAL ? MAX (*minimum, own_minimum) : *minimum + own_minimum;
      *natural = orientation == GTK_ORIENTATION_VERTICAL ? MAX (*natural, own_natural) : *natural + own_natural;
    }
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = MAX (*minimum, MIN_HEIGHT);
}

/* Each date stands on its side of the divider and the swap between them, as far as the map goes. */
static void
allocate_parts (AtlasMapCompare *self,
                int              width,
                int              middle)
{
  int widths[N_PARTS];
  int heights[N_PARTS];
  int total = 2 * SPACING;
  int x = 0;

  for (guint i = 0; i < N_PARTS; i++)
    {
      gtk_widget_measure (self->parts[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, &widths[i], NULL, NULL);
      gtk_widget_measure (self->parts[i], GTK_ORIENTATION_VERTICAL, widths[i], NULL, &heights[i], NULL, NULL);
      total += widths[i];
    }

  x = middle - widths[PART_SWAP] / 2 - SPACING - widths[PART_BEFORE];
  x = MAX (MIN (x, width - BUTTONS_ROOM - total), MARGIN);
  for (guint i = 0; i < N_PARTS; i++)
    {
      gtk_widget_size_allocate (self->parts[i], &(GtkAllocation){ x, MARGIN, widths[i], heights[i] }, -1);
      x += widths[i] + SPACING;
    }
}

static void
atlas_map_compare_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  AtlasMapCompare *self = ATLAS_MAP_COMPARE (widget);
  int              middle = (int) lround (self->divider * width);

  allocate_parts (self, width, middle);
  gtk_widget_size_allocate (self->handle, &(GtkAllocation){ middle - HANDLE_WIDTH / 2, 0, HANDLE_WIDTH, height }, -1);
}

static void
atlas_map_compare_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_DIVIDER:
      g_value_set_double (value, ATLAS_MAP_COMPARE (object)->divider);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
atlas_map_compare_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_DIVIDER:
      atlas_map_compare_set_divider (ATLAS_MAP_COMPARE (object), g_value_get_double (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
atlas_map_compare_dispose (GObject *object)
{
  AtlasMapCompare *self = ATLAS_MAP_COMPARE (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->handle, gtk_widget_unparent);
  for (guint i = 0; i < N_PARTS; i++)
    g_clear_pointer (&self->parts[i], gtk_widget_unparent);

  G_OBJECT_CLASS (atlas_map_compare_parent_class)->dispose (object);
}

static void
atlas_map_compare_class_init (AtlasMapCompareClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_map_compare_dispose;
  object_class->get_property = atlas_map_compare_get_property;
  object_class->set_property = atlas_map_compare_set_property;
  widget_class->contains = atlas_map_compare_contains;
  widget_class->measure = atlas_map_compare_measure;
  widget_class->size_allocate = atlas_map_compare_size_allocate;

  properties[PROP_DIVIDER] = g_param_spec_double ("divider", NULL, NULL, 0.0, 1.0, 0.5,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "compare.move", "i", move_action);
  gtk_widget_class_install_action (widget_class, "compare.leap", "i", move_action);
  gtk_widget_class_install_action (widget_class, "compare.end", "i", end_action);
  gtk_widget_class_install_action (widget_class, "compare.swap", NULL, swap_action);
  gtk_widget_class_install_action (widget_class, "compare.leave", NULL, leave_action);
  gtk_widget_class_set_css_name (widget_class, "atlas-map-compare");
}

/* A knob on the divider's line, which the map draws. */
static void
init_handle (AtlasMapCompare *self)
{
  GtkWidget *knob = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_append (GTK_BOX (knob), gtk_image_new_from_icon_name ("pan-start-symbolic"));
  gtk_box_append (GTK_BOX (knob), gtk_image_new_from_icon_name ("pan-end-symbolic"));
  gtk_widget_add_css_class (knob, "knob");
  gtk_widget_set_halign (knob, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (knob, GTK_ALIGN_CENTER);

  self->handle = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_SLIDER, NULL);
  gtk_widget_set_hexpand (knob, TRUE);
  gtk_box_append (GTK_BOX (self->handle), knob);
  gtk_widget_set_focusable (self->handle, TRUE);
  gtk_widget_set_cursor_from_name (self->handle, "col-resize");
  gtk_widget_add_css_class (self->handle, "divider");
  gtk_widget_set_parent (self->handle, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->handle), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Divider of the two dates"),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 100.0, -1);
  atlas_key_bindings_add_to_widget (self->handle, bindings, G_N_ELEMENTS (bindings));
}

static void
init_dates (AtlasMapCompare *self)
{
  GtkWidget *swap = gtk_button_new_from_icon_name ("object-flip-horizontal-symbolic");

  gtk_widget_set_tooltip_text (swap, _ ("Swap the dates"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (swap), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Swap the dates"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (swap), "compare.swap");

  self->parts[PART_BEFORE] = atlas_clock_entry_new_for_comparison ();
  self->parts[PART_SWAP] = swap;
  self->parts[PART_NOW] = atlas_clock_entry_new ();
  for (guint i = 0; i < N_PARTS; i++)
    {
      gtk_widget_add_css_class (self->parts[i], "date");
      gtk_widget_set_parent (self->parts[i], GTK_WIDGET (self));
    }
  atlas_clock_entry_set_compact (ATLAS_CLOCK_ENTRY (self->parts[PART_BEFORE]), TRUE);
  atlas_clock_entry_set_compact (ATLAS_CLOCK_ENTRY (self->parts[PART_NOW]), TRUE);
}

static void
atlas_map_compare_init (AtlasMapCompare *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->divider = 0.5;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  init_handle (self);
  init_dates (self);

  /* Here and not on the handle, which moves under the pointer. */
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));

  self->session_signals = g_signal_group_new (ATLAS_TYPE_SESSION);
  g_signal_group_connect_object (self->session_signals, "notify::comparison", G_CALLBACK (comparison_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "notify::clock", G_CALLBACK (describe_handle), self, G_CONNECT_SWAPPED);
}

GtkWidget *
atlas_map_compare_new (void)
{
  return g_object_new (ATLAS_TYPE_MAP_COMPARE, NULL);
}

void
atlas_map_compare_set_session (AtlasMapCompare *self,
                               AtlasSession    *session)
{
  g_return_if_fail (ATLAS_IS_MAP_COMPARE (self));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  atlas_clock_entry_set_session (ATLAS_CLOCK_ENTRY (self->parts[PART_BEFORE]), session);
  atlas_clock_entry_set_session (ATLAS_CLOCK_ENTRY (self->parts[PART_NOW]), session);
  if (session != NULL)
    comparison_changed_cb (self);
  else
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

double
atlas_map_compare_get_divider (AtlasMapCompare *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_COMPARE (self), 0.5);

  return self->divider;
}

void
atlas_map_compare_set_divider (AtlasMapCompare *self,
                               double           divider)
{
  g_return_if_fail (ATLAS_IS_MAP_COMPARE (self));

  divider = CLAMP (divider, 0.0, 1.0);
  if (self->divider == divider)
    return;

  self->divider = divider;
  describe_handle (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIVIDER]);
}

GtkWidget *
atlas_map_compare_get_handle (AtlasMapCompare *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_COMPARE (self), NULL);

  return self->handle;
}

void
atlas_map_compare_add_covers (AtlasMapCompare *self,
                              AtlasItemLayer  *items,
                              GArray          *boxes)
{
  g_return_if_fail (ATLAS_IS_MAP_COMPARE (self));

  for (guint i = 0; i < N_PARTS; i++)
    atlas_item_layer_add_cover (items, self->parts[i], 0.0, boxes);
}
