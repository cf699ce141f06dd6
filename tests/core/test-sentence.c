// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session-fixture.h"

static const struct
{
  const char *link, *sentence;
} cases[] = {
  { "#", "All dates: 10 items" },
  { "item=south", "All dates: 10 items; South line selected" },
  { "item=south&lang=az", "All dates: 10 items; South line [az] selected" },
  { "show=treaty", "All dates, treaties only: 1 item" },
  { "show=economic", "All dates, economic only: 4 items" },
  { "show=economic,pipeline,russia", "All dates, economic, pipelines, Russia only: 1 item" },
  { "show=economic,pipeline,russia,turkey", "All dates, filtered: 3 items" },
  { "find=line", "All dates, “line” only: 3 items" },
  { "find=nothing", "All dates, “nothing” only: no items" },
  { "window=1994", "All dates, 1994 only: 2 items" },
  { "date=2006-06", "June 2006: 2 pipelines operating; 1 site operating" },
  { "date=2003-01&show=pipeline", "January 2003, pipelines only: 1 pipeline operating, 1 being built" },
  { "date=2013-01&item=far", "January 2013: 2 pipelines operating, 1 planned; 1 site closed; Far line selected" },
  { "date=2021-01-15", "15 January 2021: 3 pipelines operating; 1 site closed; 2 zones" },
  { "date=1997-07-03", "3 July 1997: 1 site operating; 1 treaty; 1 period" },
  { "date=2003&mode=upto", "Up to 2003: 1 pipeline operating, 1 being built; 1 site operating, 1 closed; 2 more" },
  { "date=2007&mode=upto", "Up to 2007: 1 pipeline operating, 1 suspended; 1 site operating, 1 closed; 2 more" },
  { "date=2014&mode=upto&show=pipeline", "Up to 2014, pipelines only: 2 pipelines operating, 1 planned" },
  { "date=0001&show=pipeline", "1, pipelines only: no items" },
  { "date=2007&compare=1998", "1998 and 2007 compared: 1 new, 1 gone, 1 changed" },
  { "date=2007&compare=1998&show=pipeline&item=south", "1998 and 2007 compared, pipelines only: 1 new, 1 changed; South line selected" },
  { "date=2007&compare=2007", "2007 and 2007 compared: no difference" },
  { "overlay=evidence", "All dates, by evidence: 2 with one source, 8 without a source" },
  { "overlay=evidence&date=2006-06&show=pipeline&item=south", "June 2006, pipelines only, by evidence: 2 with one source; South line selected" },
  { "overlay=evidence&find=nothing", "All dates, “nothing” only, by evidence: no items" },
  { "date=2006-06&show=pipeline-operating", "June 2006, “Pipeline, operating” only: 2 pipelines operating" },
  { "show=evidence-one", "All dates, “One source” only: 2 items" },
  { "date=2006&mode=all", "All dates: 10 items" },
};

static void
test_case (SessionFixture *fixture,
           gconstpointer   data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasSessionState) state = atlas_session_state_parse (cases[index].link, &error);

  g_assert_no_error (error);
  atlas_session_apply_state (fixture->session, state);
  g_assert_cmpstr (atlas_session_get_sentence (fixture->session), ==, cases[index].sentence);
}

static void
sentence_notify_cb (AtlasSession *session,
                    GParamSpec   *pspec,
                    gpointer      user_data)
{
  g_string_append_printf (user_data, "%s|", atlas_session_get_sentence (session));
}

/* Who is told reads the new sentence, and it is kept until the next. */
static void
test_notify (SessionFixture *fixture,
             gconstpointer   data)
{
  g_autoptr (GString) read = g_string_new (NULL);
  const char *sentence = NULL;

  g_signal_connect (fixture->session, "notify::sentence", G_CALLBACK (sentence_notify_cb), read);
  atlas_session_set_clock (fixture->session, sample_span ("2006-06"));
  atlas_session_select_id (fixture->session, "far"); /* and the clock follows */
  g_assert_cmpstr (read->str, ==,
                   "June 2006: 2 pipelines operating; 1 site operating|"
                   "2018: 3 pipelines operating; 1 site closed; Far line selected|");

  sentence = atlas_session_get_sentence (fixture->session);
  g_assert_true (sentence == atlas_session_get_sentence (fixture->session));
}

#define ADD(path_, data_, func_) \
  g_test_add ((path_), SessionFixture, (data_), session_fixture_set_up, func_, session_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/sentence/case/%u", i);

      ADD (path, GUINT_TO_POINTER (i), test_case);
    }
  ADD ("/sentence/notify", NULL, test_notify);

  return g_test_run ();
}
