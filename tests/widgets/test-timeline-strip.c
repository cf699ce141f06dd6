// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-strip.h"

#include "atlas-density-painter.h"
#include "atlas-timeline.h"
#include "atlas-window-chip.h"
#include "atlas-window-handle.h"
#include "widget-fixture.h"

#include <math.h>
#include <sys/wait.h>

#define WIDTH 900
#define HEIGHT 360

typedef struct
{
  WidgetFixture       base;
  AtlasTimelineStrip *strip;
  AtlasWindowChip    *chip;
  AtlasWindowHandle  *handles[ATLAS_N_TIME_BRUSH_PARTS];
} Fixture;

static void
find (GtkWidget *widget,
      Fixture   *fixture)
{
  if (ATLAS_IS_TIMELINE_STRIP (widget))
    fixture->strip = ATLAS_TIMELINE_STRIP (widget);
  else if (ATLAS_IS_WINDOW_CHIP (widget))
    fixture->chip = ATLAS_WINDOW_CHIP (widget);
  else if (ATLAS_IS_WINDOW_HANDLE (widget))
    fixture->handles[atlas_window_handle_get_part (ATLAS_WINDOW_HANDLE (widget))] = ATLAS_WINDOW_HANDLE (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    find (child, fixture);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  widget_fixture_set_animations (FALSE);
  widget_fixture_set_up (&fixture->base, atlas_timeline_new (), WIDTH, HEIGHT);
  find (fixture->base.widget, fixture);
  g_assert_nonnull (fixture->strip);
  g_assert_nonnull (fixture->chip);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  widget_fixture_tear_down (&fixture->base, data);
}

static AtlasTimeSpan
span (const char *text)
{
  AtlasEdtf edtf;

  g_assert_true (atlas_edtf_parse (text, &edtf, NULL));

  return edtf.span;
}

static void
set_window (Fixture    *fixture,
            const char *text)
{
  AtlasSession *session = fixture->base.session;
  g_autoptr (AtlasFilter) filter = atlas_filter_with_window (atlas_session_get_filter (session), text != NULL ? span (text) : ATLAS_TIME_SPAN_NONE);

  atlas_session_set_filter (session, filter);
}

static void
assert_window (Fixture    *fixture,
               const char *expected)
{
  AtlasTimeSpan    window = atlas_filter_get_window (atlas_session_get_filter (fixture->base.session));
  g_autofree char *text = atlas_time_span_is_empty (window) ? NULL : atlas_time_span_to_edtf (window);
  g_autofree char *wanted = expected != NULL ? atlas_time_span_to_edtf (span (expected)) : NULL;

  g_assert_cmpstr (text, ==, wanted);
}

/* What a key does, by the action that it is bound to. */
static void
act (Fixture           *fixture,
     AtlasTimeBrushPart part,
     const char        *action,
     int                parameter)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->handles[part]), action, "i", parameter));
}

static void
step (Fixture           *fixture,
      AtlasTimeBrushPart part,
      int                direction)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->handles[part]), direction < 0 ? "window-handle.earlier" : "window-handle.later", NULL));
}

static void
test_handles (Fixture      *fixture,
              gconstpointer data)
{
  set_window (fixture, NULL);
  for (guint part = 0; part < ATLAS_N_TIME_BRUSH_PARTS; part++)
    g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->handles[part])));

  set_window (fixture, "2006/2012");
  widget_fixture_lay_out (&fixture->base);
  for (guint part = 0; part < ATLAS_N_TIME_BRUSH_PARTS; part++)
    {
      g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->handles[part])));
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->handles[part])), >=, 8);
      g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (fixture->handles[part])), ==, GTK_ACCESSIBLE_ROLE_SLIDER);
    }
  g_assert_cmpstr (atlas_window_handle_get_label (fixture->handles[ATLAS_TIME_BRUSH_BEGIN]), ==, "Window begins, 2006");
  g_assert_cmpstr (atlas_window_handle_get_label (fixture->handles[ATLAS_TIME_BRUSH_END]), ==, "Window ends, 2012");
  g_assert_cmpstr (atlas_window_handle_get_label (fixture->handles[ATLAS_TIME_BRUSH_WHOLE]), ==, "Window, 2006 to 2012");
}

/* Every view of 39 years in 900 px moves edges by quarters or years: these tests zoom so that it is years. */
static void
test_keys (Fixture      *fixture,
           gconstpointer data)
{
  atlas_session_set_range (fixture->base.session, span ("1985/2030"));
  set_window (fixture, "2006/2012");
  act (fixture, ATLAS_TIME_BRUSH_BEGIN, "window-handle.leap", 1);
  assert_window (fixture, "2010/2012");
  act (fixture, ATLAS_TIME_BRUSH_END, "window-handle.leap", 1);
  assert_window (fixture, "2010/2019");
  act (fixture, ATLAS_TIME_BRUSH_WHOLE, "window-handle.leap", -1);
  assert_window (fixture, "2000/2009");
  set_window (fixture, "2006-03/2012");
  act (fixture, ATLAS_TIME_BRUSH_END, "window-handle.end", -1);
  g_assert_cmpint (atlas_filter_get_window (atlas_session_get_filter (fixture->base.session)).begin, ==, span ("2006-03").begin);
  step (fixture, ATLAS_TIME_BRUSH_WHOLE, 1);
  g_assert_cmpint (atlas_filter_get_window (atlas_session_get_filter (fixture->base.session)).begin, >, span ("2006-03").begin);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->handles[ATLAS_TIME_BRUSH_BEGIN]), "window-handle.clear", NULL));
  assert_window (fixture, NULL);
}

/* However often an edge is moved: one place of the history, and back is without a window. */
static void
test_history (Fixture      *fixture,
              gconstpointer data)
{
  set_window (fixture, "2006/2012");
  for (int i = 0; i < 5; i++)
    step (fixture, ATLAS_TIME_BRUSH_BEGIN, -1);
  g_assert_true (atlas_session_go (fixture->base.session, -1));
  assert_window (fixture, NULL);
}

/* An edge that is moved out of view takes the view along. */
static void
test_reveal (Fixture      *fixture,
             gconstpointer data)
{
  AtlasTimeSpan range;

  atlas_session_set_range (fixture->base.session, span ("2006/2008"));
  set_window (fixture, "2006/2015");
  step (fixture, ATLAS_TIME_BRUSH_END, 1);
  range = atlas_session_get_range (fixture->base.session);
  g_assert_true (atlas_time_span_contains_day (range, span ("2016").begin));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->handles[ATLAS_TIME_BRUSH_WHOLE]), "window-handle.fit", NULL));
  range = atlas_session_get_range (fixture->base.session);
  g_assert_true (atlas_time_span_contains_day (range, span ("2006").begin) && atlas_time_span_contains_day (range, span ("2015").end));
}

static void
mark (Fixture *fixture,
      int      edge)
{
  g_assert_true (gtk_widget_activate_action (fixture->base.widget, "timeline.mark-window", "i", edge));
}

static void
test_mark (Fixture      *fixture,
           gconstpointer data)
{
  atlas_session_set_clock (fixture->base.session, span ("2006-05"));
  mark (fixture, 0);
  assert_window (fixture, "2006-05/..");
  atlas_session_set_clock (fixture->base.session, span ("2012"));
  mark (fixture, 1);
  assert_window (fixture, "2006-05/2012");
  atlas_session_set_clock (fixture->base.session, span ("2020"));
  mark (fixture, 0);
  assert_window (fixture, "2020/..");
  atlas_session_set_clock (fixture->base.session, span ("1999"));
  mark (fixture, 1);
  assert_window (fixture, "../1999");
  g_assert_true (gtk_widget_activate_action (fixture->base.widget, "timeline.clear-window", NULL));
  assert_window (fixture, NULL);
}

/* clang-format off */
/* What is typed, from a window of 1999 to 2001. */
static const struct
{
  const char *from;
  const char *to;
  const char *window; /* NULL: none */
  const char *error;  /* a piece of it; NULL: understood */
} typed[] = {
  { "2006",        "2012",        "2006/2012",             NULL },
  { "Sep 2020",    "10.11.2020",  "2020-09-01/2020-11-10", NULL },
  { "сен 2020",    "2021",        "2020-09/2021",          NULL },
  { "2006/2012",   "",            "2006/2012",             NULL },
  { "",            "1991 – 2003", "1991/2003",             NULL },
  { "2006",        "",            "2006/..",               NULL },
  { "",            "2006",        "../2006",               NULL },
  { "  ",          "",            NULL,                    NULL },
  { "2006/..",     "",            "2006/..",               NULL },
  { "yesterday",   "2012",        "1999/2001",             "yesterday" },
  { "2006",        "2012-13",     "1999/2001",             "2012-13" },
  { "2012",        "2006",        "1999/2001",             "before it begins" },
};
/* clang-format on */

static void
test_typed (Fixture      *fixture,
            gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      set_window (fixture, "1999/2001");
      g_test_message ("“%s” “%s”", typed[i].from, typed[i].to);
      g_assert_true (atlas_window_chip_enter (fixture->chip, typed[i].from, typed[i].to) == (typed[i].error == NULL));
      assert_window (fixture, typed[i].window);
      if (typed[i].error != NULL)
        g_assert_nonnull (strstr (atlas_window_chip_get_error (fixture->chip), typed[i].error));
      else
        g_assert_null (atlas_window_chip_get_error (fixture->chip));
    }
}

/* The window leaves what is told alone; other choices do not. */
static void
test_density (Fixture      *fixture,
              gconstpointer data)
{
  const AtlasDensity *before = atlas_timeline_strip_get_density (fixture->strip);
  double              total = atlas_density_get_total (before);
  g_autoptr (AtlasFilter) treaties = NULL;

  set_window (fixture, "2006");
  g_assert_true (atlas_timeline_strip_get_density (fixture->strip) == before);

  treaties = atlas_filter_toggle_kind (atlas_session_get_filter (fixture->base.session), ATLAS_KIND_TREATY);
  atlas_session_set_filter (fixture->base.session, treaties);
  g_assert_cmpfloat (atlas_density_get_total (atlas_timeline_strip_get_density (fixture->strip)), <, total);
  g_assert_cmpfloat (atlas_density_get_total (atlas_timeline_strip_get_density (fixture->strip)), >, 1.0);
}

static void
test_describe (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *gutter = atlas_timeline_strip_describe (fixture->strip, 3.0);
  g_autofree char *words = NULL;

  atlas_session_set_range (fixture->base.session, span ("2020-11"));
  words = atlas_timeline_strip_describe (fixture->strip, ATLAS_TIMELINE_GUTTER + (WIDTH - ATLAS_TIMELINE_GUTTER) * 9.5 / 30);
  g_assert_null (gutter);
  g_assert_true (g_str_has_prefix (words, "10 November 2020: "));
  g_assert_nonnull (strstr (words, "Most: "));
}

/* clang-format off */
/* What a hand does on the strip, or in the lanes below it, from the first day of one date to the first day of another. */
static const struct
{
  const char *name;
  const char *before; /* the window; NULL: none */
  const char *from;
  const char *to;
  int         below;  /* px under the strip */
  const char *key;    /* (nullable): held */
  const char *last;   /* (nullable): pressed before it lets go */
  const char *after;
} drags[] = {
  { "draw",            NULL,        "2006", "2013", 0,  NULL,    NULL,     "2006/2012" },
  { "draw-backwards",  NULL,        "2013", "2006", 0,  NULL,    NULL,     "2006/2012" },
  { "draw-another",    "1995/1999", "2006", "2013", 0,  NULL,    NULL,     "2006/2012" },
  { "escape",          "1995/1999", "2006", "2013", 0,  NULL,    "Escape", "1995/1999" },
  { "escape-to-none",  NULL,        "2006", "2013", 0,  NULL,    "Escape", NULL },
  { "begin",           "2006/2012", "2006", "2003", 0,  NULL,    NULL,     "2003/2012" },
  { "end",             "2006/2012", "2013", "2020", 0,  NULL,    NULL,     "2006/2019" },
  { "end-stops",       "2006/2012", "2013", "1995", 0,  NULL,    NULL,     "2006" },
  { "whole",           "2006/2012", "2010", "2014", 0,  NULL,    NULL,     "2010/2016" },
  { "whole-escaped",   "2006/2012", "2010", "2014", 0,  NULL,    "Escape", "2006/2012" },
  { "shift-in-it",     "2000/2020", "2006", "2013", 0,  "Shift", NULL,     "2006/2012" },
  { "shift-in-lanes",  NULL,        "2006", "2013", 60, "Shift", NULL,     "2006/2012" },
  { "a-press-is-none", "2006/2012", "2020", "2020", 0,  NULL,    NULL,     "2006/2012" },
};
/* clang-format on */

static int
get_x (Fixture    *fixture,
       const char *date)
{
  AtlasTimeScale scale = atlas_time_scale_for_range (atlas_session_get_range (fixture->base.session), WIDTH - ATLAS_TIMELINE_GUTTER);

  return (int) round (ATLAS_TIMELINE_GUTTER + atlas_time_scale_get_x (&scale, span (date).begin));
}

static char *
write_hand (Fixture                 *fixture,
            const typeof (drags[0]) *c)
{
  int x0 = get_x (fixture, c->from);
  int x1 = get_x (fixture, c->to);
  int near = x0 + (x1 > x0) - (x1 < x0);
  g_autoptr (GString) hand = g_string_new ("xdotool ");
  double x, y;

  g_assert_true (gtk_widget_translate_coordinates (GTK_WIDGET (fixture->strip), fixture->base.window, 0.0,
                                                   gtk_widget_get_height (GTK_WIDGET (fixture->strip)) / 2.0 + c->below, &x, &y));
  g_string_append_printf (hand, "mousemove %d %d ", x0, (int) y);
  if (c->key != NULL)
    g_string_append_printf (hand, "keydown %s ", c->key);
  g_string_append_printf (hand, "mousedown 1 mousemove %d %d mousemove %d %d ", near, (int) y, x1, (int) y);
  if (c->last != NULL)
    g_string_append_printf (hand, "key %s ", c->last);
  g_string_append (hand, "mouseup 1 ");
  if (c->key != NULL)
    g_string_append_printf (hand, "keyup %s ", c->key);
  g_string_append (hand, "mousemove 5 5");

  return g_string_free (g_steal_pointer (&hand), FALSE);
}

static gboolean
has_ended (gpointer user_data)
{
  int status;

  return waitpid (*(GPid *) user_data, &status, WNOHANG) != 0;
}

static void
test_drag (Fixture      *fixture,
           gconstpointer data)
{
  const typeof (drags[0]) *c = data;
  g_autofree char         *program = g_find_program_in_path ("xdotool");
  g_autofree char         *hand = NULL;
  g_auto (GStrv) words = NULL;
  g_autoptr (GError) error = NULL;
  GPid pid = 0;

  if (program == NULL)
    {
      g_test_skip ("no xdotool");
      return;
    }

  atlas_session_set_range (fixture->base.session, span ("1991/2030"));
  set_window (fixture, c->before);
  widget_fixture_lay_out (&fixture->base);
  hand = write_hand (fixture, c);
  g_assert_true (g_shell_parse_argv (hand, NULL, &words, NULL));
  g_assert_true (g_spawn_async (NULL, words, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, &error));
  g_assert_no_error (error);
  widget_fixture_await (has_ended, &pid, c->name);
  widget_fixture_lay_out (&fixture->base);
  widget_fixture_lay_out (&fixture->base);
  assert_window (fixture, c->after);
}

#define ADD(name, func) g_test_add ("/timeline-strip/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  if (!widget_fixture_init (&argc, &argv))
    return 0;

  ADD ("handles", test_handles);
  ADD ("keys", test_keys);
  ADD ("history", test_history);
  ADD ("reveal", test_reveal);
  ADD ("mark", test_mark);
  ADD ("typed", test_typed);
  ADD ("density", test_density);
  ADD ("describe", test_describe);
  for (guint i = 0; i < G_N_ELEMENTS (drags); i++)
    {
      g_autofree char *path = g_strdup_printf ("/timeline-strip/drag/%s", drags[i].name);

      g_test_add (path, Fixture, &drags[i], set_up, test_drag, tear_down);
    }

  return g_test_run ();
}
