// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-count-words.h"

#include "session-fixture.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

/* The compiled catalogues: what a person reads in each language the program ships. */

#define PIPELINE ATLAS_KIND_PIPELINE
#define RAILWAY ATLAS_KIND_RAILWAY
#define SITE ATLAS_KIND_SITE
#define ZONE ATLAS_KIND_ZONE
#define EVENT ATLAS_KIND_EVENT
#define PLANNED ATLAS_STATUS_PLANNED
#define BUILDING ATLAS_STATUS_BUILDING
#define OPERATING ATLAS_STATUS_OPERATING
#define SUSPENDED ATLAS_STATUS_SUSPENDED
#define CLOSED ATLAS_STATUS_CLOSED

static const guint numbers[] = { 1, 2, 5, 21 };

/* clang-format off */
static const struct
{
  const char *language;
  AtlasKind   kind;
  AtlasStatus status;
  gboolean    further;
  const char *words[G_N_ELEMENTS (numbers)];
} cases[] = {
  { "en", PIPELINE, OPERATING, FALSE, { "1 pipeline operating", "2 pipelines operating", "5 pipelines operating", "21 pipelines operating" } },
  { "en", PIPELINE, BUILDING,  TRUE,  { "1 being built", "2 being built", "5 being built", "21 being built" } },
  { "en", ZONE,     OPERATING, FALSE, { "1 zone", "2 zones", "5 zones", "21 zones" } },
  { "en", EVENT,    OPERATING, FALSE, { "1 event", "2 events", "5 events", "21 events" } },
  { "ru", PIPELINE, OPERATING, FALSE, { "1 трубопровод работает", "2 трубопровода работают", "5 трубопроводов работают", "21 трубопровод работает" } },
  { "ru", PIPELINE, BUILDING,  TRUE,  { "1 строится", "2 строятся", "5 строятся", "21 строится" } },
  { "ru", PIPELINE, CLOSED,    FALSE, { "1 трубопровод закрыт", "2 трубопровода закрыты", "5 трубопроводов закрыты", "21 трубопровод закрыт" } },
  { "ru", RAILWAY,  CLOSED,    FALSE, { "1 железная дорога закрыта", "2 железные дороги закрыты", "5 железных дорог закрыты", "21 железная дорога закрыта" } },
  { "ru", RAILWAY,  SUSPENDED, TRUE,  { "1 приостановлена", "2 приостановлены", "5 приостановлены", "21 приостановлена" } },
  { "ru", SITE,     PLANNED,   FALSE, { "1 объект планируется", "2 объекта планируются", "5 объектов планируются", "21 объект планируется" } },
  { "ru", ZONE,     OPERATING, FALSE, { "1 зона", "2 зоны", "5 зон", "21 зона" } },
  { "az", PIPELINE, OPERATING, FALSE, { "1 boru kəməri işləyir", "2 boru kəməri işləyir", "5 boru kəməri işləyir", "21 boru kəməri işləyir" } },
  { "az", PIPELINE, BUILDING,  TRUE,  { "1 çəkilir", "2 çəkilir", "5 çəkilir", "21 çəkilir" } },
  { "tr", PIPELINE, OPERATING, FALSE, { "1 boru hattı işletmede", "2 boru hattı işletmede", "5 boru hattı işletmede", "21 boru hattı işletmede" } },
  { "tr", PIPELINE, BUILDING,  TRUE,  { "1 inşa ediliyor", "2 inşa ediliyor", "5 inşa ediliyor", "21 inşa ediliyor" } },
  { "hy", PIPELINE, OPERATING, FALSE, { "1 խողովակաշար գործում է", "2 խողովակաշար գործում են", "5 խողովակաշար գործում են", "21 խողովակաշար գործում են" } },
  { "hy", PIPELINE, BUILDING,  TRUE,  { "1 կառուցվում է", "2 կառուցվում են", "5 կառուցվում են", "21 կառուցվում են" } },
};

/* Whole sentences: the date, what is there, what is selected. */
static const struct
{
  const char *language, *link, *sentence;
} sentences[] = {
  { "ru", "date=2003-01&show=pipeline", "январь 2003, только: pipelines: 1 трубопровод работает, 1 строится" },
  { "ru", "date=2006-06&mode=upto&show=site&item=radar", "По состоянию на июнь 2006, только: sites: 1 объект работает, 1 закрыт; выбрано: Radar" },
  { "ru", "overlay=evidence&find=line", "Все даты, только: «line», по источникам: 2 с одним источником, 1 без источника" },
  { "tr", "date=2003-01&show=pipeline", "Ocak 2003, yalnızca pipelines: 1 boru hattı işletmede, 1 inşa ediliyor" },
};
/* clang-format on */

/* To bind a domain to another folder makes gettext forget what it found in another language: one folder by two names. */
static void
speak (const char *language)
{
  static gboolean  is_other = FALSE;
  g_autofree char *folder = g_strconcat (g_getenv ("ATLAS_TEST_LOCALEDIR"), is_other ? "/." : "", NULL);

  is_other = !is_other;
  g_setenv ("LANGUAGE", language, TRUE);
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
}

static void
test_case (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);

  speak (cases[index].language);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *words = (cases[index].further ? atlas_count_further : atlas_count_status) (cases[index].kind, cases[index].status, numbers[i]);

      g_assert_cmpstr (words, ==, cases[index].words[i]);
    }
}

static void
assert_said (const char *language,
             const char *english,
             const char *words,
             guint       n)
{
  g_autofree char *number = g_strdup_printf ("%u", n);

  if (g_str_equal (words, english) || strstr (words, number) == NULL || strchr (words, '{') != NULL || strchr (words, '\004') != NULL)
    g_error ("“%s” in %s is “%s”", english, language, words);
}

/* Every phrase is there in every language, with its number. */
static void
test_complete (gconstpointer data)
{
  const char *language = data;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    for (guint kind = 0; kind < ATLAS_N_KINDS; kind++)
      for (guint status = 0; status < ATLAS_N_STATUSES; status++)
        {
          g_autofree char *english = (speak ("en"), atlas_count_status (kind, status, numbers[i]));
          g_autofree char *english_further = atlas_count_further (kind, status, numbers[i]);
          g_autofree char *words = (speak (language), atlas_count_status (kind, status, numbers[i]));
          g_autofree char *further = atlas_count_further (kind, status, numbers[i]);

          assert_said (language, english, words, numbers[i]);
          assert_said (language, english_further, further, numbers[i]);
        }

  for (guint level = 0; level < ATLAS_N_EVIDENCE_LEVELS; level++)
    {
      g_autofree char *english = (speak ("en"), atlas_count_evidence (level, 21));
      g_autofree char *words = (speak (language), atlas_count_evidence (level, 21));

      assert_said (language, english, words, 21);
    }
}

static void
test_sentence (SessionFixture *fixture,
               gconstpointer   data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (AtlasSessionState) state = atlas_session_state_parse (sentences[index].link, NULL);

  speak (sentences[index].language);
  atlas_session_apply_state (fixture->session, state);
  g_assert_cmpstr (atlas_session_get_sentence (fixture->session), ==, sentences[index].sentence);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const languages[] = { "az", "hy", "ru", "tr" };

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  if (g_getenv ("ATLAS_TEST_LOCALEDIR") == NULL || g_str_equal (setlocale (LC_MESSAGES, NULL), "C"))
    {
      g_print ("1..0 # SKIP no catalogues, or a locale that has no translations\n");
      return 0;
    }

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/count-words/%s/%02u", cases[i].language, i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *path = g_strdup_printf ("/count-words/%s/complete", languages[i]);

      g_test_add_data_func (path, languages[i], test_complete);
    }
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_autofree char *path = g_strdup_printf ("/count-words/sentence/%u", i);

      g_test_add (path, SessionFixture, GUINT_TO_POINTER (i), session_fixture_set_up, test_sentence, session_fixture_tear_down);
    }

  return g_test_run ();
}
