// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-evidence.h"
#include "atlas-manifest.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What can be chosen from a list; within one, an item needs any of what is chosen, and it must pass all of them. */
typedef enum
{
  ATLAS_FACET_THEME,
  ATLAS_FACET_KIND,
  ATLAS_FACET_ACTOR,
  ATLAS_N_FACETS
} AtlasFacet;

/**
 * AtlasFilter:
 *
 * Which items are looked at: themes, kinds and actors, rows of the map's legend (signs: a kind in a status, and what it
 * carries; and levels of evidence), a window of time, and words.
 *
 * In which status an item is depends on the clock, of which a filter knows nothing: atlas_filter_matches() lets an item through that
 * ever bears a chosen sign, and atlas_session_get_visibility() says whether it bears one now.
 *
 * A value: it never changes, so any thread may use it, and what changes it returns another. Where nothing is chosen,
 * everything passes.
 */
#define ATLAS_TYPE_FILTER (atlas_filter_get_type ())
typedef struct _AtlasFilter AtlasFilter;

GType              atlas_filter_get_type     (void) G_GNUC_CONST;
AtlasFilter       *atlas_filter_new          (void) G_GNUC_WARN_UNUSED_RESULT; /* lets everything through */
AtlasFilter       *atlas_filter_ref          (AtlasFilter         *self);
void               atlas_filter_unref        (AtlasFilter         *self);

/* Copies (transfer full) in which one is chosen that was not, or no longer is. */
AtlasFilter       *atlas_filter_toggle_theme (const AtlasFilter   *self,
                                              const char          *id) G_GNUC_WARN_UNUSED_RESULT;
AtlasFilter       *atlas_filter_toggle_kind  (const AtlasFilter   *self,
                                              AtlasKind            kind) G_GNUC_WARN_UNUSED_RESULT;
AtlasFilter       *atlas_filter_toggle_actor (const AtlasFilter   *self,
                                              const char          *id) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_filter_toggle_sign:
 * @self: a filter
 * @kind: of a row of the map's legend
 * @status: of the row
 * @cargo: of the row; NONE: whatever it carries
 *
 * Chooses a sign that was not chosen, or no longer chooses it.
 *
 * Returns: (transfer full): another filter
 */
AtlasFilter       *atlas_filter_toggle_sign  (const AtlasFilter   *self,
                                              AtlasKind            kind,
                                              AtlasStatus          status,
                                              AtlasCargo           cargo) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_filter_toggle_evidence:
 * @self: a filter
 * @level: a level of evidence
 *
 * Chooses a level that was not chosen, or no longer chooses it.
 *
 * Returns: (transfer full): another filter
 */
AtlasFilter       *atlas_filter_toggle_evidence (const AtlasFilter *self,
                                              AtlasEvidenceLevel   level) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_filter_without_signs:
 * @self: a filter
 *
 * Lets go of all signs: a legend counts in what is left.
 *
 * Returns: (transfer full): another filter
 */
AtlasFilter       *atlas_filter_without_signs (const AtlasFilter  *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_filter_without_evidence:
 * @self: a filter
 *
 * Lets go of all levels of evidence: the overlay's legend counts in what is left.
 *
 * Returns: (transfer full): another filter
 */
AtlasFilter       *atlas_filter_without_evidence (const AtlasFilter *self) G_GNUC_WARN_UNUSED_RESULT;

/* A copy with the @facet's choices let go. */
AtlasFilter       *atlas_filter_clear_facet  (const AtlasFilter   *self,
                                              AtlasFacet           facet) G_GNUC_WARN_UNUSED_RESULT;
/* A copy with this window; an empty one is none. An item passes when it is known on a day of it: in its life or a phase. */
AtlasFilter       *atlas_filter_with_window  (const AtlasFilter   *self,
                                              AtlasTimeSpan        window) G_GNUC_WARN_UNUSED_RESULT;
/* A copy with this text, as typed; %NULL or white space is none. An item passes when every word is in its search text. */
AtlasFilter       *atlas_filter_with_text    (const AtlasFilter   *self,
                                              const char          *text) G_GNUC_WARN_UNUSED_RESULT;

gboolean           atlas_filter_is_empty     (const AtlasFilter   *self); /* everything passes */
gboolean           atlas_filter_has_theme    (const AtlasFilter   *self,
                                              const char          *id);
gboolean           atlas_filter_has_kind     (const AtlasFilter   *self,
                                              AtlasKind            kind);
gboolean           atlas_filter_has_actor    (const AtlasFilter   *self,
                                              const char          *id);
gboolean           atlas_filter_has_signs    (const AtlasFilter   *self); /* any */
gboolean           atlas_filter_has_sign     (const AtlasFilter   *self,
                                              AtlasKind            kind,
                                              AtlasStatus          status,
                                              AtlasCargo           cargo);
gboolean           atlas_filter_has_evidence (const AtlasFilter   *self,
                                              AtlasEvidenceLevel   level);
const char *const *atlas_filter_get_themes   (const AtlasFilter   *self); /* sorted; never NULL */
const char *const *atlas_filter_get_actors   (const AtlasFilter   *self); /* sorted; never NULL */
AtlasTimeSpan      atlas_filter_get_window   (const AtlasFilter   *self); /* empty: none */
const char        *atlas_filter_get_text     (const AtlasFilter   *self); /* (nullable): as it was typed */

/**
 * atlas_sign_to_words:
 * @kind: of a row of the map's legend
 * @status: of the row
 * @cargo: of the row
 *
 * Says a sign in the user's language: "Pipeline, oil, operating", "Site, closed", or only "Event".
 *
 * Returns: (transfer full): the words
 */
char              *atlas_sign_to_words       (AtlasKind            kind,
                                              AtlasStatus          status,
                                              AtlasCargo           cargo) G_GNUC_WARN_UNUSED_RESULT;

gboolean           atlas_filter_matches      (const AtlasFilter   *self,
                                              AtlasItem           *item);
gboolean           atlas_filter_equal        (const AtlasFilter   *self,
                                              const AtlasFilter   *other);

/**
 * atlas_filter_to_tokens:
 * @self: a filter
 *
 * Writes the chosen themes, kinds, actors, signs ("pipeline-operating-oil", "site-closed") and levels of evidence ("evidence-none") for a link: their
 * ids, sorted, "," between. Window and text are not in it.
 *
 * Returns: (transfer full): the tokens; "" when nothing is chosen
 */
char              *atlas_filter_to_tokens    (const AtlasFilter   *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_filter_new_for_tokens:
 * @tokens: (nullable): ids with "," between, as somebody's link has them
 * @manifest: the atlas they are of
 *
 * Reads what atlas_filter_to_tokens() writes. An id that neither the atlas nor the program knows is ignored; one that
 * is several things is the first of theme, kind, actor, sign and evidence.
 *
 * Returns: (transfer full): a filter without window and text
 */
AtlasFilter       *atlas_filter_new_for_tokens (const char          *tokens,
                                                const AtlasManifest *manifest) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_filter_count:
 * @self: a filter
 * @items: of #AtlasItem
 * @facet: what to count
 *
 * Says for each value of a facet how many items would be left if it alone were chosen there, the other facets, the
 * window and the text being as they are: what a person is to know before choosing.
 *
 * Returns: (transfer full): id (char *) → GUINT_TO_POINTER (count); a value without items is not in it
 */
GHashTable        *atlas_filter_count        (const AtlasFilter   *self,
                                              GListModel          *items,
                                              AtlasFacet           facet) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasFilter, atlas_filter_unref)

G_END_DECLS
