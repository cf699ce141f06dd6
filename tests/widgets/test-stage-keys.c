// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stage-fixture.h"

static gboolean
is_shown (gpointer layer)
{
  return gtk_widget_get_visible (GTK_WIDGET (layer));
}

/* What a key is to bring about. */
typedef enum
{
  STEP, /* that one is at */
  BLANK,
  FROZEN,
  POINTING,
  ANSWERED,
  OVERVIEW,
  FINDING,
  WANDERING,
  CLOCK, /* at a month or year, as YYYYMM or YYYY */
  TYPED,
  ZOOMED, /* closer than the step (1), farther (-1) or as it (0) */
  ENDED,
  LOGGED,
} Effect;

/* clang-format off */
/* From the step, with keys before. */
static const struct
{
  const char *key;
  guint       step;
  const char *before;
  Effect      effect;
  int         value;
  const char *log;
} keys[] = {
  { "Page_Down",        1, NULL,       STEP, 2 },
  { "Page_Up",          3, NULL,       STEP, 2 },
  { "n",                1, NULL,       STEP, 2 },
  { "Right",            1, NULL,       STEP, 2 },
  { "Down",             3, NULL,       STEP, 4 },
  { "space",            3, NULL,       STEP, 4 },
  { "Left",             3, NULL,       STEP, 2 },
  { "Up",               4, NULL,       STEP, 3 },
  { "BackSpace",        4, NULL,       STEP, 3 },
  { "shift+space",      4, NULL,       STEP, 3 },
  { "Home",             4, NULL,       STEP, 1 },
  { "End",              1, NULL,       STEP, 4 },
  { "Return",           1, NULL,       STEP, 2 },
  { "Return",           1, "3",        STEP, 3 },
  { "Return",           4, "2",        STEP, 2 },
  { "Return",           2, "0 4",      STEP, 4 },
  { "0",                1, "1",        TYPED, 10 },
  { "1",                1, "2 Return 2", POINTING, FALSE },
  { "2",                1, NULL,       POINTING, TRUE },
  { "3",                1, NULL,       TYPED, 3 },
  { "4",                1, NULL,       TYPED, 4 },
  { "5",                1, NULL,       TYPED, 5 },
  { "6",                1, NULL,       TYPED, 6 },
  { "7",                1, NULL,       TYPED, 7 },
  { "8",                1, NULL,       TYPED, 8 },
  { "9",                1, NULL,       TYPED, 9 },
  { "Escape",           1, NULL,       ENDED, TRUE },
  { "Escape",           3, "ctrl+plus", WANDERING, FALSE },
  { "Escape",           1, "7",        TYPED, 0 },
  { "Escape",           1, "o",        OVERVIEW, FALSE },
  { "Escape",           1, "ctrl+f",   FINDING, FALSE },
  { "b",                1, NULL,       BLANK, ATLAS_BLANK_BLACK },
  { "b",                1, "b",        BLANK, ATLAS_BLANK_NONE },
  { "period",           1, NULL,       BLANK, ATLAS_BLANK_BLACK },
  { "w",                1, NULL,       BLANK, ATLAS_BLANK_WHITE },
  { "comma",            1, "b",        BLANK, ATLAS_BLANK_WHITE },
  { "Page_Down",        1, "b",        BLANK, ATLAS_BLANK_NONE },
  { "f",                1, NULL,       FROZEN, TRUE },
  { "f",                1, "f",        FROZEN, FALSE },
  { "o",                1, NULL,       OVERVIEW, TRUE },
  { "o",                1, "o",        OVERVIEW, FALSE },
  { "Tab",              1, NULL,       OVERVIEW, TRUE },
  { "Tab",              1, "Tab",      OVERVIEW, FALSE },
  { "Return",           1, "o Right Right", STEP, 3 },
  { "Page_Down",        1, "o",        STEP, 2 },
  { "a",                2, NULL,       ANSWERED, TRUE },
  { "a",                2, "a",        ANSWERED, FALSE },
  { "Page_Down",        2, NULL,       ANSWERED, TRUE },
  { "Page_Down",        2, "Page_Down", STEP, 3 },
  { "ctrl+f",           1, NULL,       FINDING, TRUE },
  { "slash",            1, NULL,       FINDING, TRUE },
  { "Return",           1, "ctrl+f t w o", STEP, 4 },
  { "Page_Down",        1, "ctrl+f x", STEP, 2 },
  { "Return",           1, "ctrl+f 2 0 0 4", CLOCK, 2004 },
  { "ctrl+g",           1, "ctrl+f a Return", STEP, 2 },
  { "F3",               1, "ctrl+f a Return", STEP, 2 },
  { "ctrl+shift+g",     1, "ctrl+f a Return F3", STEP, 1 },
  { "shift+F3",         1, "ctrl+f a Return F3", STEP, 1 },
  { "alt+Left",         1, "ctrl+f b t c Return", WANDERING, FALSE },
  { "alt+Right",        1, "ctrl+f b t c Return alt+Left", WANDERING, TRUE },
  { "ctrl+Left",        2, NULL,       CLOCK, 200606 },
  { "ctrl+Right",       2, NULL,       CLOCK, 200608 },
  { "ctrl+shift+Left",  3, NULL,       CLOCK, 201212 },
  { "ctrl+shift+Right", 3, "ctrl+shift+Left ctrl+shift+Left", CLOCK, 201212 },
  { "ctrl+plus",        1, NULL,       ZOOMED, 1 },
  { "plus",             1, NULL,       ZOOMED, 1 },
  { "ctrl+equal",       1, NULL,       ZOOMED, 1 },
  { "ctrl+minus",       1, NULL,       ZOOMED, -1 },
  { "minus",            1, NULL,       ZOOMED, -1 },
  { "ctrl+0",           1, "plus",     ZOOMED, 0 },
  { "s",                1, NULL,       LOGGED, 0, "timer:start" },
  { "p",                1, NULL,       LOGGED, 0, "timer:pause" },
  { "ctrl+t",           1, NULL,       LOGGED, 0, "timer:reset" },
  { "F9",               1, NULL,       LOGGED, 0, "notes" },
  { "c",                1, NULL,       LOGGED, 0, "console" },
  { "x",                1, NULL,       LOGGED, 0, "swap" },
  { "F11",              1, NULL,       LOGGED, 0, "fullscreen" },
  { "ctrl+question",    1, NULL,       LOGGED, 0, "show-keys" },
  { "F1",               1, NULL,       LOGGED, 0, "show-keys" },
};
/* clang-format on */

typedef struct
{
  StageFixture *fixture;
  guint         row;
} KeyCase;

static int
get_clock (AtlasSession *session)
{
  AtlasTimeSpan clock = atlas_session_get_clock (session);
  AtlasTimeUnit unit = ATLAS_TIME_UNIT_YEAR;
  int           year;
  int           month;

  atlas_day_to_ymd (clock.begin, &year, &month, NULL);
  atlas_time_span_get_unit (clock, &unit);

  return unit == ATLAS_TIME_UNIT_YEAR ? year : 100 * year + month;
}

static int
get_zoomed (AtlasPresentation *presentation)
{
  double zoom = atlas_session_get_camera (atlas_presentation_get_session (presentation)).zoom;
  double rest = atlas_presentation_get_camera (presentation, atlas_presentation_get_step (presentation)).zoom;

  return (zoom > rest + 0.5) - (zoom < rest - 0.5);
}

static int
get_effect (StageFixture *fixture,
            Effect        effect)
{
  AtlasPresentation *presentation = fixture->presentation;

  switch (effect)
    {
    case STEP:
      return (int) atlas_presentation_get_step (presentation);

    case BLANK:
      return (int) atlas_presentation_get_blank (presentation);

    case FROZEN:
      return atlas_presentation_is_frozen (presentation);

    case POINTING:
      return atlas_presentation_is_pointing (presentation);

    case ANSWERED:
      return atlas_presentation_is_answer_shown (presentation);

    case OVERVIEW:
      return is_shown (fixture->stage->overview);

    case FINDING:
      return is_shown (fixture->stage->find);

    case WANDERING:
      return atlas_presentation_is_wandering (presentation);

    case CLOCK:
      return get_clock (fixture->view.session);

    case TYPED:
      return (int) atlas_presentation_get_typed (presentation);

    case ZOOMED:
      return get_zoomed (presentation);

    case ENDED:
      return atlas_presentation_has_ended (presentation);

    case LOGGED:
    default:
      return 0;
    }
}

static gboolean
has_effect (gpointer user_data)
{
  const KeyCase *key = user_data;

  if (keys[key->row].effect == LOGGED)
    return g_str_equal (key->fixture->log->str, keys[key->row].log);

  return get_effect (key->fixture, keys[key->row].effect) == keys[key->row].value;
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Keys that come in a run are one call each: what one opens must be there for the next. */
static void
press_before (StageFixture *fixture,
              const char   *before)
{
  g_auto (GStrv) each = g_strsplit (before, " ", -1);

  for (guint i = 0; each[i] != NULL; i++)
    {
      g_autofree char *arguments = g_strdup_printf ("key %s", each[i]);

      stage_fixture_do (arguments);
      widget_fixture_lay_out (&fixture->view);
    }
}

static void
test_key (StageFixture *fixture,
          gconstpointer data)
{
  KeyCase          key = { fixture, GPOINTER_TO_UINT (data) };
  g_autofree char *arguments = g_strdup_printf ("key %s", keys[key.row].key);

  atlas_presentation_go (fixture->presentation, keys[key.row].step);
  settle ();
  if (keys[key.row].before != NULL)
    press_before (fixture, keys[key.row].before);
  g_string_truncate (fixture->log, 0);
  if (stage_fixture_do (arguments))
    widget_fixture_await (has_effect, &key, keys[key.row].key);
}

/* No row of the table is left out above, whatever is added to it. Keys of the number pad do the same as others. */
static void
test_all_keys (void)
{
  static const char *const names[][2] = { { "<Control>", "ctrl+" }, { "<Shift>", "shift+" }, { "<Alt>", "alt+" }, { "shift+ctrl+", "ctrl+shift+" } };
  guint                    n_bindings = 0;
  const AtlasKeyBinding   *bindings = atlas_presenter_keys_get (&n_bindings);

  for (guint i = 0; i < n_bindings; i++)
    {
      g_auto (GStrv) triggers = g_strsplit (bindings[i].trigger, "|", -1);

      for (guint k = 0; triggers[k] != NULL; k++)
        {
          g_autoptr (GString) trigger = g_string_new (triggers[k]);
          gboolean is_tested = strstr (triggers[k], "KP_") != NULL || strstr (triggers[k], "ISO_") != NULL ||
                               g_str_equal (triggers[k], "Back") || g_str_equal (triggers[k], "Forward");
          guint           keyval = 0;
          GdkModifierType modifiers;

          g_assert_true (gtk_accelerator_parse (triggers[k], &keyval, &modifiers));
          for (guint n = 0; n < G_N_ELEMENTS (names); n++)
            g_string_replace (trigger, names[n][0], names[n][1], 0);
          for (guint row = 0; row < G_N_ELEMENTS (keys); row++)
            is_tested |= g_str_equal (keys[row].key, trigger->str);
          if (!is_tested)
            g_error ("nobody presses “%s”", trigger->str);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  if (!widget_fixture_init (&argc, &argv))
    return 0;

  g_test_add_func ("/stage-keys/all", test_all_keys);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *path = g_strdup_printf ("/stage-keys/%u-%s", i + 1, keys[i].key);

      g_test_add (path, StageFixture, GUINT_TO_POINTER (i), stage_fixture_set_up, test_key, stage_fixture_tear_down);
    }

  return g_test_run ();
}
