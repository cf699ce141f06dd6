// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-session-private.h"

#include "sample-atlas.h"

/* A session of the sample atlas that writes down what it tells its views: names of notified properties and "!signal"s. */
typedef struct
{
  AtlasDataset *dataset;
  AtlasSession *session;
  GString      *log;
} SessionFixture;

static inline void
session_fixture_log_notify_cb (GObject    *object,
                               GParamSpec *pspec,
                               gpointer    user_data)
{
  g_string_append_printf (user_data, "%s ", pspec->name);
}

static inline void
session_fixture_log_items_cb (AtlasSession *session,
                              gpointer      user_data)
{
  g_string_append (user_data, "!items ");
}

static inline void
session_fixture_log_reveal_cb (AtlasSession *session,
                               AtlasItem    *item,
                               gpointer      user_data)
{
  g_string_append_printf (user_data, "!reveal:%s ", atlas_item_get_id (item));
}

static inline void
session_fixture_log_fit_cb (AtlasSession *session,
                            AtlasBox     *box,
                            gpointer      user_data)
{
  g_string_append_printf (user_data, "!fit:%g,%g,%g,%g ", box->x0, box->y0, box->x1, box->y1);
}

static inline void
session_fixture_set_up (SessionFixture *fixture,
                        gconstpointer   data)
{
  fixture->dataset = sample_atlas_new ("sample", NULL);
  fixture->session = atlas_session_new (fixture->dataset);
  fixture->session->today = sample_span ("2026-11-23").begin;
  fixture->log = g_string_new (NULL);
  g_signal_connect (fixture->session, "notify", G_CALLBACK (session_fixture_log_notify_cb), fixture->log);
  g_signal_connect (fixture->session, "items-changed", G_CALLBACK (session_fixture_log_items_cb), fixture->log);
  g_signal_connect (fixture->session, "reveal-requested", G_CALLBACK (session_fixture_log_reveal_cb), fixture->log);
  g_signal_connect (fixture->session, "fit-requested", G_CALLBACK (session_fixture_log_fit_cb), fixture->log);
}

static inline void
session_fixture_tear_down (SessionFixture *fixture,
                           gconstpointer   data)
{
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->dataset);
  g_string_free (fixture->log, TRUE);
}

/* What was told since the last time, in any order: every word of @words and nothing else. */
static inline void
session_fixture_assert_told (SessionFixture *fixture,
                             const char     *words)
{
  g_auto (GStrv) told = g_strsplit (g_strchomp (fixture->log->str), " ", -1);
  g_auto (GStrv) expected = g_strsplit (words, " ", -1);

  for (guint i = 0; expected[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) told, expected[i]))
      g_error ("“%s” was not told, but “%s”", expected[i], fixture->log->str);
  if (g_strv_length (told) != g_strv_length (expected))
    g_error ("not “%s” was told, but “%s”", words, fixture->log->str);

  g_string_truncate (fixture->log, 0);
}

static inline void
session_fixture_forget (SessionFixture *fixture)
{
  g_string_truncate (fixture->log, 0);
}

#define assert_selected(fixture_, id_)                                                                     \
  g_assert_cmpstr (atlas_session_get_selected ((fixture_)->session) != NULL                                \
                     ? atlas_item_get_id (atlas_session_get_selected ((fixture_)->session))                \
                     : NULL,                                                                               \
                   ==, (id_))

#define assert_clock(fixture_, edtf_)                                                                      \
  G_STMT_START                                                                                             \
  {                                                                                                        \
    AtlasTimeSpan clock_ = atlas_session_get_clock ((fixture_)->session);                                  \
    g_autofree char *text_ = atlas_time_span_is_empty (clock_) ? NULL : atlas_time_span_to_edtf (clock_);  \
    g_assert_cmpstr (text_, ==, (edtf_));                                                                  \
  }                                                                                                        \
  G_STMT_END
