// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasName:
 * @family: the name it is sorted by: "Quinn-Judge"
 * @given: what stands before it: "Paul"
 * @dropping: a particle that is left out when the family name stands alone: the "de" of "Jean de La Fontaine"
 * @particle: a particle that is not, and by which it is not sorted: the "van" of "Vincent van Gogh"
 * @suffix: "Jr."
 * @literal: a name that has no parts: an institution's
 *
 * Who wrote or edited something, in the parts that CSL-JSON and BibLaTeX know. Parts that there are not are %NULL; either
 * @literal or one of the others is there.
 */
typedef struct
{
  char *family;
  char *given;
  char *dropping;
  char *particle;
  char *suffix;
  char *literal;
} AtlasName;

AtlasName *atlas_name_new_literal (const char      *literal) G_GNUC_WARN_UNUSED_RESULT;
AtlasName *atlas_name_copy        (const AtlasName *self) G_GNUC_WARN_UNUSED_RESULT;
void       atlas_name_free        (AtlasName       *self);
gboolean   atlas_name_is_empty    (const AtlasName *self); /* nothing but white space in any part */
gboolean   atlas_name_equal       (const AtlasName *self,
                                   const AtlasName *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasName, atlas_name_free)

/**
 * atlas_name_parse:
 * @text: one name as people write it in a list of sources
 *
 * Reads "Family, Given" or "Family, Given, Suffix", as RIS has it. A text without a comma is a name as a whole: what is its
 * family name cannot be told.
 *
 * Returns: (transfer full) (nullable): the name; %NULL when there is none
 */
AtlasName *atlas_name_parse       (const char      *text) G_GNUC_WARN_UNUSED_RESULT;

char      *atlas_name_to_words    (const AtlasName *self) G_GNUC_WARN_UNUSED_RESULT; /* "Vincent van Gogh" (transfer full) */
/* "Gogh, Vincent van", and "King, Martin Luther, Jr.", which atlas_name_parse() reads again but for the particle. (transfer full) */
char      *atlas_name_to_inverted (const AtlasName *self) G_GNUC_WARN_UNUSED_RESULT;

/* Lists of names: an array of #AtlasName that frees them. */
GPtrArray *atlas_names_new         (void) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *atlas_names_copy        (GPtrArray *names) G_GNUC_WARN_UNUSED_RESULT; /* NULL of NULL */
GPtrArray *atlas_names_parse       (const char *text) G_GNUC_WARN_UNUSED_RESULT; /* names with ";" or a new line between, each as above; NULL when there is none */
/* With "; " between; NULL when there is none. (transfer full) */
char      *atlas_names_to_words    (GPtrArray *names) G_GNUC_WARN_UNUSED_RESULT;
char      *atlas_names_to_inverted (GPtrArray *names) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
