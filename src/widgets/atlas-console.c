// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-console-private.h"

#include <glib/gi18n-lib.h>

/* Of the width, for what the hall sees. */
#define LEFT_SHARE 0.57
/* Of the height, for the picture of that. */
#define TOP_SHARE 0.58

G_DEFINE_FINAL_TYPE (AtlasConsole, atlas_console, GTK_TYPE_WIDGET)

enum
{
  PROP_NOTES_SIZE = 1,
  N_PROPS
};

enum
{
  OPEN_URI,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

/* What the hall sees: in words, and by a class for the colour. */
static void
show_state (AtlasConsole *self)
{
  AtlasConsoleState state = atlas_console_get_state (self->presentation);
  g_autofree char  *words = atlas_console_dup_state (self->presentation, self->frozen_at);

  for (AtlasConsoleState i = 0; i < ATLAS_N_CONSOLE_STATES; i++)
    if (i == state)
      gtk_widget_add_css_class (self->state, atlas_console_state_get_id (i));
    else
      gtk_widget_remove_css_class (self->state, atlas_console_state_get_id (i));

  gtk_image_set_from_icon_name (self->state_icon, atlas_console_state_get_icon (state));
  gtk_label_set_text (self->state_words, words);
  gtk_widget_set_visible (GTK_WIDGET (self->back), atlas_presentation_is_wandering (self->presentation));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->live), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  atlas_console_update_buttons (self);
}

/* The date of what is looked at, which while wandering is not the step's. */
static void
show_date (AtlasConsole *self)
{
  AtlasTourStep   *step = atlas_presentation_get_current (self->presentation);
  g_autofree char *date = NULL;

  if (atlas_presentation_is_wandering (self->presentation) || step == NULL)
    date = atlas_presentation_dup_session_date (atlas_presentation_get_session (self->presentation));
  else
    date = atlas_presentation_dup_date (step);
  gtk_label_set_text (self->current_date, date);
}

/* "Step 3 of 15", and the number that is being typed. */
static void
show_caption (AtlasConsole *self)
{
  guint            step = atlas_presentation_get_step (self->presentation);
  guint            typed = atlas_presentation_get_typed (self->presentation);
  g_autofree char *words = NULL;

  if (typed != 0)
    words = g_strdup_printf (_ ("Step %u of %u · Enter goes to step %u"), step, atlas_presentation_get_n_steps (self->presentation), typed);
  else
    words = g_strdup_printf (_ ("Step %u of %u"), step, atlas_presentation_get_n_steps (self->presentation));
  gtk_label_set_text (self->current_caption, words);
}

static void
show_next_picture (AtlasConsole *self)
{
  AtlasTourStep *next = self->presentation != NULL ? atlas_presentation_get_next (self->presentation) : NULL;
  g_autoptr (GdkPaintable) picture = NULL;

  if (next != NULL && self->pictures != NULL)
    picture = atlas_step_pictures_get (self->pictures, atlas_presentation_get_step (self->presentation) + 1);
  gtk_widget_set_visible (GTK_WIDGET (self->next_picture), picture != NULL);
  gtk_picture_set_paintable (self->next_picture, picture);
}

static void
show_next (AtlasConsole *self)
{
  AtlasTourStep   *next = atlas_presentation_get_next (self->presentation);
  g_autofree char *caption = NULL;
  g_autofree char *date = next != NULL ? atlas_presentation_dup_date (next) : g_strdup ("");

  if (next != NULL)
    caption = g_strdup_printf (_ ("Next: step %u"), atlas_presentation_get_step (self->presentation) + 1);
  else
    caption = g_strdup (_ ("Next"));
  gtk_label_set_text (self->next_caption, caption);
  gtk_label_set_text (self->next_title, next != NULL ? atlas_tour_step_get_title (next) : _ ("This is the last step."));
  gtk_label_set_text (self->next_date, date);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->next_picture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  next != NULL ? atlas_tour_step_get_title (next) : "", -1);
  show_next_picture (self);
}

static void
show_step (AtlasConsole *self)
{
  AtlasTourStep *step = atlas_presentation_get_current (self->presentation);

  gtk_label_set_text (self->current_title, step != NULL ? atlas_tour_step_get_title (step) : "");
  atlas_console_notes_show_step (self->notes, step);
  show_caption (self);
  show_date (self);
  show_next (self);
  show_state (self);
}

static void
wandering_changed_cb (AtlasConsole *self)
{
  show_state (self);
  show_date (self);
}

static void
frozen_changed_cb (AtlasConsole *self)
{
  self->frozen_at = atlas_presentation_is_frozen (self->presentation) ? atlas_presentation_get_step (self->presentation) : 0;
  show_state (self);
}

static void
open_uri_cb (AtlasConsole *self,
             const char   *uri)
{
  g_signal_emit (self, signals[OPEN_URI], 0, uri);
}

static void
notes_resized_cb (AtlasConsole *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTES_SIZE]);
}

/* At first what the hall sees has a little more room than the notes, and no more than it needs for its width. */
static gboolean
divide_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  AtlasConsole *self = ATLAS_CONSOLE (widget);
  double        width = gtk_widget_get_width (GTK_WIDGET (self->body)) * LEFT_SHARE;
  double        height = gtk_widget_get_height (GTK_WIDGET (self->left)) * TOP_SHARE;
  GtkWidget    *line = gtk_widget_get_prev_sibling (GTK_WIDGET (self->live));

  if (width <= 0.0 || height <= 0.0)
    return G_SOURCE_CONTINUE;

  gtk_paned_set_position (self->body, (int) width);
  gtk_paned_set_position (self->left, (int) MIN (height, gtk_widget_get_height (line) + width * 9.0 / 16.0));

  return G_SOURCE_REMOVE;
}

static void
atlas_console_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (atlas_console_parent_class)->map (widget);

  if (!ATLAS_CONSOLE (widget)->divided)
    gtk_widget_add_tick_callback (widget, divide_cb, NULL, NULL);
  ATLAS_CONSOLE (widget)->divided = TRUE;
}

static gboolean
atlas_console_grab_focus (GtkWidget *widget)
{
  atlas_console_focus_home (ATLAS_CONSOLE (widget));

  return TRUE;
}

static void
atlas_console_dispose (GObject *object)
{
  AtlasConsole *self = ATLAS_CONSOLE (object);

  if (self->signals != NULL)
    {
      g_signal_group_set_target (self->signals, NULL);
      g_signal_group_set_target (self->session_signals, NULL);
    }
  g_clear_object (&self->signals);
  g_clear_object (&self->session_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), ATLAS_TYPE_CONSOLE);
  g_clear_object (&self->actions);
  g_clear_object (&self->pictures);
  g_clear_object (&self->stopwatch);
  g_clear_object (&self->presentation);

  G_OBJECT_CLASS (atlas_console_parent_class)->dispose (object);
}

static void
atlas_console_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  if (property_id == PROP_NOTES_SIZE)
    g_value_set_double (value, atlas_console_notes_get_size (ATLAS_CONSOLE (object)->notes));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
atlas_console_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  if (property_id == PROP_NOTES_SIZE)
    atlas_console_notes_set_size (ATLAS_CONSOLE (object)->notes, g_value_get_double (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/corridoratlas/CorridorAtlas/ui/atlas-console.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasConsole, head);
  gtk_widget_class_bind_template_child (widget_class, AtlasConsole, body);
  gtk_widget_class_bind_template_child (widget_class, AtlasConsole, state);
  gtk_widget_class_bind_template_child (widget_class, AtlasConsole, state_words);
  gtk_widget_class_bind_template_child (widget_class, AtlasConsole, state_icon);
  gtk_widget_class_bind_template_child (widget_class, AtlasConsole, back);
  gtk_widget_class_bind_template_child (widget_class, AtlasConsole, left);
  gtk_widget_class_bind_template_child (widget_class, AtlasConsole, time);
  gtk_widget_class_bind_template_child (widget_class, AtlasConsole, current_caption);
  gtk_widget_class_bind_template_child (widget_class, AtlasConsole, live);
  gtk_widget_class_bind_template_child (widget_class, AtlasConsole, current_title);
  gtk_widget_class_bind_template_child (widget_class, AtlasConsole, current_date);
  gtk_widget_class_bind_template_child (widget_class, AtlasConsole, tabs);
  gtk_widget_class_bind_template_child (widget_class, AtlasConsole, stack);
  gtk_widget_class_bind_template_child (widget_class, AtlasConsole, steps);
  gtk_widget_class_bind_template_child (widget_class, AtlasConsole, sources);
  gtk_widget_class_bind_template_child (widget_class, AtlasConsole, find);
  gtk_widget_class_bind_template_child (widget_class, AtlasConsole, next_caption);
  gtk_widget_class_bind_template_child (widget_class, AtlasConsole, next_picture);
  gtk_widget_class_bind_template_child (widget_class, AtlasConsole, next_title);
  gtk_widget_class_bind_template_child (widget_class, AtlasConsole, next_date);
  gtk_widget_class_bind_template_child (widget_class, AtlasConsole, notes);
  gtk_widget_class_bind_template_child (widget_class, AtlasConsole, buttons);
  gtk_widget_class_bind_template_callback (widget_class, atlas_console_update_tabs);
  gtk_widget_class_bind_template_callback (widget_class, open_uri_cb);
}

static void
ensure_types (void)
{
  g_type_ensure (ATLAS_TYPE_CONSOLE_FIND);
  g_type_ensure (ATLAS_TYPE_CONSOLE_LIVE);
  g_type_ensure (ATLAS_TYPE_CONSOLE_NOTES);
  g_type_ensure (ATLAS_TYPE_CONSOLE_SOURCES);
  g_type_ensure (ATLAS_TYPE_CONSOLE_STEPS);
  g_type_ensure (ATLAS_TYPE_CONSOLE_TIME);
}

static void
atlas_console_class_init (AtlasConsoleClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_console_dispose;
  object_class->get_property = atlas_console_get_property;
  object_class->set_property = atlas_console_set_property;
  widget_class->grab_focus = atlas_console_grab_focus;
  widget_class->map = atlas_console_map;

  properties[PROP_NOTES_SIZE] =
    g_param_spec_double ("notes-size", NULL, NULL, ATLAS_CONSOLE_NOTES_MIN_SIZE, ATLAS_CONSOLE_NOTES_MAX_SIZE, 1.0,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[OPEN_URI] = g_signal_new ("open-uri", ATLAS_TYPE_CONSOLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);

  ensure_types ();
  bind_template (widget_class);
  gtk_widget_class_set_css_name (widget_class, "atlas-console");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
connect_presentation (AtlasConsole *self)
{
  static const struct
  {
    const char *signal;
    GCallback   callback;
  } watched[] = {
    { "notify::step", G_CALLBACK (show_step) },
    { "notify::tour", G_CALLBACK (show_step) },
    { "notify::wandering", G_CALLBACK (wandering_changed_cb) },
    { "notify::blank", G_CALLBACK (show_state) },
    { "notify::frozen", G_CALLBACK (frozen_changed_cb) },
    { "notify::pointing", G_CALLBACK (atlas_console_update_buttons) },
    { "notify::answer-shown", G_CALLBACK (atlas_console_update_buttons) },
    { "notify::typed", G_CALLBACK (show_caption) },
  };

  self->signals = g_signal_group_new (ATLAS_TYPE_PRESENTATION);
  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_group_connect_object (self->signals, watched[i].signal, watched[i].callback, self, G_CONNECT_SWAPPED);

  self->session_signals = g_signal_group_new (ATLAS_TYPE_SESSION);
  g_signal_group_connect_object (self->session_signals, "notify::clock", G_CALLBACK (show_date), self, G_CONNECT_SWAPPED);
}

static void
atlas_console_init (AtlasConsole *self)
{
  g_autoptr (GSimpleActionGroup) none = g_simple_action_group_new ();

  /* Buttons that are made before there is any group here would not find one that comes later. */
  gtk_widget_insert_action_group (GTK_WIDGET (self), "present", G_ACTION_GROUP (none));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self->live), TRUE);
  connect_presentation (self);
  atlas_console_add_tabs (self);
  atlas_console_add_buttons (self);
  atlas_console_add_keys (self);

  g_signal_connect_object (self->notes, "notify::size", G_CALLBACK (notes_resized_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->steps, "chosen", G_CALLBACK (atlas_console_focus_home), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->find, "left", G_CALLBACK (atlas_console_focus_home), self, G_CONNECT_SWAPPED);
}

GtkWidget *
atlas_console_new (void)
{
  return g_object_new (ATLAS_TYPE_CONSOLE, NULL);
}

void
atlas_console_set_presentation (AtlasConsole      *self,
                                AtlasPresentation *presentation,
                                AtlasStopwatch    *stopwatch)
{
  g_return_if_fail (ATLAS_IS_CONSOLE (self));
  g_return_if_fail (presentation == NULL || ATLAS_IS_PRESENTATION (presentation));

  g_set_object (&self->stopwatch, stopwatch);
  atlas_console_time_set_stopwatch (self->time, stopwatch);
  if (!g_set_object (&self->presentation, presentation))
    return;

  atlas_console_make_actions (self);
  g_signal_group_set_target (self->signals, presentation);
  g_signal_group_set_target (self->session_signals, presentation != NULL ? atlas_presentation_get_session (presentation) : NULL);
  atlas_console_live_set_presentation (self->live, presentation);
  atlas_console_steps_set_presentation (self->steps, presentation);
  atlas_console_sources_set_presentation (self->sources, presentation);
  atlas_console_find_set_presentation (self->find, presentation);
  if (presentation == NULL)
    return;

  frozen_changed_cb (self);
  show_step (self);
}

GActionMap *
atlas_console_get_actions (AtlasConsole *self)
{
  g_return_val_if_fail (ATLAS_IS_CONSOLE (self), NULL);

  return self->actions != NULL ? G_ACTION_MAP (self->actions) : NULL;
}

void
atlas_console_set_picture (AtlasConsole *self,
                           GdkPaintable *picture)
{
  g_return_if_fail (ATLAS_IS_CONSOLE (self));

  atlas_console_live_set_picture (self->live, picture);
}

void
atlas_console_set_pictures (AtlasConsole      *self,
                            AtlasStepPictures *pictures)
{
  g_return_if_fail (ATLAS_IS_CONSOLE (self));

  if (!g_set_object (&self->pictures, pictures))
    return;

  show_next_picture (self); /* asked for first */
  atlas_console_steps_set_pictures (self->steps, pictures);
}

void
atlas_console_set_search (AtlasConsole *self,
                          AtlasSearch  *search)
{
  g_return_if_fail (ATLAS_IS_CONSOLE (self));

  atlas_console_find_set_search (self->find, search);
}
