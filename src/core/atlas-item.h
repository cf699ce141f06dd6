// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-edtf.h"
#include "atlas-geometry.h"
#include "atlas-kind.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * AtlasWhen:
 * @edtf: the reading
 * @text: the EDTF expression as written
 */
typedef struct
{
  AtlasEdtf edtf;
  char     *text;
} AtlasWhen;

/**
 * AtlasPhase:
 * @when: its dates as written
 * @span: the days it owns: where the next phase begins in this one's last day, month or year, they end there
 * @status: how far the item has come
 * @note: (nullable): a word on it
 * @sources: (array zero-terminated=1): ids of references
 */
typedef struct
{
  AtlasWhen     when;
  AtlasTimeSpan span;
  AtlasStatus   status;
  char         *note;
  GStrv         sources;
} AtlasPhase;

typedef struct
{
  AtlasWhen when;
  char     *note;
  GStrv     sources;
} AtlasMilestone;

/* Something said of an item; without sources it is not verified. */
typedef struct
{
  char *text;
  GStrv sources;
} AtlasFact;

/* What the report says and what public sources say. Either side may be NULL, not both. */
typedef struct
{
  char *report;
  char *public_text;
  GStrv sources; /* of the public side */
} AtlasDifference;

typedef struct
{
  char *state;
  char *person; /* (nullable) */
  char *office; /* (nullable) */
} AtlasSignatory;

/* A radar's field of view. */
typedef struct
{
  double azimuth;   /* degrees clockwise from north; NAN when not known */
  double sector[2]; /* first and last bearing, degrees */
  double range;     /* metres */
  GStrv  sources;
} AtlasCoverage;

/* What a line carries. */
typedef enum
{
  ATLAS_CARGO_NONE, /* nothing that the atlas tells */
  ATLAS_CARGO_OIL,
  ATLAS_CARGO_GAS,
  ATLAS_N_CARGOES
} AtlasCargo;

/* Which way it flows, by the order of the line's positions. */
typedef enum
{
  ATLAS_FLOW_NONE, /* not told */
  ATLAS_FLOW_FORWARD,
  ATLAS_FLOW_BACKWARD,
  ATLAS_FLOW_BOTH,
  ATLAS_N_FLOWS
} AtlasFlowDirection;

typedef enum
{
  ATLAS_UNIT_BARRELS_A_DAY,
  ATLAS_UNIT_BILLION_CUBIC_METRES_A_YEAR,
  ATLAS_UNIT_MILLION_TONNES_A_YEAR,
  ATLAS_N_UNITS
} AtlasCapacityUnit;

/* What a line can carry at most, while @when lasts. */
typedef struct
{
  AtlasWhen         when;
  double            value; /* in @unit */
  AtlasCapacityUnit unit;
  GStrv             sources;
} AtlasCapacity;

typedef struct
{
  AtlasWhen          when;
  AtlasFlowDirection direction;
  GStrv              sources;
} AtlasFlow;

void            atlas_phase_free      (AtlasPhase      *self);
void            atlas_milestone_free  (AtlasMilestone  *self);
void            atlas_fact_free       (AtlasFact       *self);
void            atlas_difference_free (AtlasDifference *self);
void            atlas_signatory_free  (AtlasSignatory  *self);
void            atlas_coverage_free   (AtlasCoverage   *self);
void            atlas_capacity_free   (AtlasCapacity   *self);
void            atlas_flow_free       (AtlasFlow       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasPhase, atlas_phase_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasMilestone, atlas_milestone_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasFact, atlas_fact_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasDifference, atlas_difference_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasSignatory, atlas_signatory_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasCoverage, atlas_coverage_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasCapacity, atlas_capacity_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasFlow, atlas_flow_free)

const char     *atlas_cargo_get_id         (AtlasCargo           cargo);     /* "oil"; "none" */
const char     *atlas_cargo_get_name       (AtlasCargo           cargo);     /* translated: "oil"; "" for NONE */
const char     *atlas_flow_get_id          (AtlasFlowDirection   direction); /* "forward"; "none" */
const char     *atlas_capacity_unit_get_id (AtlasCapacityUnit    unit);      /* "b/d" */

/**
 * atlas_capacity_to_mtoe:
 * @self: a capacity
 *
 * Reckons a capacity in million tonnes of oil equivalent a year, by which oil and gas are compared. For drawing only, as factors are
 * rounded: 7.33 barrels to a tonne, 0.86 Mtoe to a billion cubic metres.
 *
 * Returns: Mtoe a year
 */
double          atlas_capacity_to_mtoe     (const AtlasCapacity *self);

/**
 * atlas_capacity_to_words:
 * @self: a capacity
 *
 * Says a capacity in the user's language and its own unit: "1.2 million barrels a day".
 *
 * Returns: (transfer full): the words
 */
char           *atlas_capacity_to_words    (const AtlasCapacity *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * AtlasItemFields:
 *
 * What an item is made of. All members are owned; atlas_item_new_take() takes them. Arrays may be %NULL for "none".
 * @names is char * (BCP 47 tag) → char *; @cites an array of guint, the report's citation numbers; @extra the JSON text
 * of the properties the program does not know, kept so that nothing is lost on save.
 */
typedef struct
{
  char          *id;
  char          *title;
  char          *summary;
  GHashTable    *names;
  AtlasKind      kind;
  char          *theme;
  GStrv          actors;
  AtlasWhen      when;
  AtlasGeometry *geometry; /* (nullable) */
  gboolean       schematic;
  char          *geometry_note;
  double         accuracy; /* metres; 0 when not said */
  char          *place_name;
  AtlasPoint     place; /* degrees; NAN when there is none */
  GPtrArray     *phases;      /* of AtlasPhase, in time order; spans are set by atlas_item_new_take() */
  GPtrArray     *milestones;  /* of AtlasMilestone */
  GPtrArray     *facts;       /* of AtlasFact */
  GPtrArray     *differences; /* of AtlasDifference */
  GPtrArray     *signatories; /* of AtlasSignatory */
  AtlasCoverage *coverage;
  AtlasCargo     cargo;
  GPtrArray     *capacities;  /* of AtlasCapacity, in time order */
  GPtrArray     *flows;       /* of AtlasFlow, in time order */
  GStrv          part_of;
  GArray        *cites; /* of guint */
  char          *primary_source; /* id of the reference that is its primary text */
  guint          treaty_number;  /* place in the report's own list, from 1; 0 for none */
  char          *extra;
} AtlasItemFields;

void            atlas_item_fields_clear (AtlasItemFields *fields);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AtlasItemFields, atlas_item_fields_clear)

/**
 * AtlasItem:
 *
 * One thing with a place, a time and sources: a pipeline, a treaty, a war, a scenario. Immutable.
 */
#define ATLAS_TYPE_ITEM (atlas_item_get_type ())
G_DECLARE_FINAL_TYPE (AtlasItem, atlas_item, ATLAS, ITEM, GObject)

AtlasItem       *atlas_item_new_take         (AtlasItemFields *fields) G_GNUC_WARN_UNUSED_RESULT; /* leaves @fields zeroed */

const char      *atlas_item_get_id           (AtlasItem       *self);
const char      *atlas_item_get_title        (AtlasItem       *self);
const char      *atlas_item_get_summary      (AtlasItem       *self); /* (nullable) */
/* Its name in @language (BCP 47), or its title when it has none. */
const char      *atlas_item_get_name         (AtlasItem       *self,
                                              const char      *language);
GHashTable      *atlas_item_get_names        (AtlasItem       *self); /* tag → name; never NULL */
AtlasKind        atlas_item_get_kind         (AtlasItem       *self);
const char      *atlas_item_get_theme        (AtlasItem       *self);
const char     *const *atlas_item_get_actors (AtlasItem       *self);
const AtlasWhen *atlas_item_get_when         (AtlasItem       *self);
AtlasTimeSpan    atlas_item_get_span         (AtlasItem       *self); /* its life: outer bounds of when, in days */
AtlasTimeSpan    atlas_item_get_known_span   (AtlasItem       *self); /* life and phases together */
AtlasGeometry   *atlas_item_get_geometry     (AtlasItem       *self); /* (nullable) */
AtlasBox         atlas_item_get_box          (AtlasItem       *self); /* unit Mercator; empty without geometry */
gboolean         atlas_item_is_schematic     (AtlasItem       *self);
const char      *atlas_item_get_geometry_note (AtlasItem      *self); /* (nullable) */
double           atlas_item_get_accuracy     (AtlasItem       *self); /* metres; 0 when not said */
const char      *atlas_item_get_place_name   (AtlasItem       *self); /* (nullable) */
AtlasPoint       atlas_item_get_place        (AtlasItem       *self); /* degrees; NAN when there is none */
GPtrArray       *atlas_item_get_phases       (AtlasItem       *self); /* of AtlasPhase; never NULL */
GPtrArray       *atlas_item_get_milestones   (AtlasItem       *self); /* of AtlasMilestone; never NULL */
GPtrArray       *atlas_item_get_facts        (AtlasItem       *self); /* of AtlasFact; never NULL */
GPtrArray       *atlas_item_get_differences  (AtlasItem       *self); /* of AtlasDifference; never NULL */
GPtrArray       *atlas_item_get_signatories  (AtlasItem       *self); /* of AtlasSignatory; never NULL */
const AtlasCoverage *atlas_item_get_coverage (AtlasItem       *self); /* (nullable) */
AtlasCargo       atlas_item_get_cargo        (AtlasItem       *self);
GPtrArray       *atlas_item_get_capacities   (AtlasItem       *self); /* of AtlasCapacity; never NULL */
GPtrArray       *atlas_item_get_flows        (AtlasItem       *self); /* of AtlasFlow; never NULL */

/**
 * atlas_item_get_capacity_in:
 * @self: an item
 * @span: days; empty: all
 *
 * Gets what it can carry at most in a span: the last of its capacities that touches it.
 *
 * Returns: (transfer none) (nullable): the capacity; %NULL: it is not told
 */
const AtlasCapacity *atlas_item_get_capacity_in (AtlasItem    *self,
                                              AtlasTimeSpan    span);

/**
 * atlas_item_get_flow_in:
 * @self: an item
 * @span: days; empty: all
 *
 * Gets which way it flows in a span: the last of its flows that touches it.
 *
 * Returns: which way
 */
AtlasFlowDirection atlas_item_get_flow_in    (AtlasItem       *self,
                                              AtlasTimeSpan    span);

const char     *const *atlas_item_get_part_of (AtlasItem      *self);
const guint     *atlas_item_get_cites        (AtlasItem       *self,
                                              guint           *n_cites); /* (out) */
const char      *atlas_item_get_primary_source (AtlasItem     *self); /* (nullable) */
guint            atlas_item_get_treaty_number (AtlasItem      *self);
const char      *atlas_item_get_extra        (AtlasItem       *self); /* (nullable) */

/* Inside its life on at least one day of @span? Inside its life or any phase? */
gboolean         atlas_item_is_alive         (AtlasItem       *self,
                                              AtlasTimeSpan    span);
gboolean         atlas_item_is_known         (AtlasItem       *self,
                                              AtlasTimeSpan    span);

/**
 * atlas_item_get_phase_in:
 * @self: an item
 * @span: a day, month or year
 *
 * Finds the phase that holds for most of @span; of two that hold equally long, the later.
 *
 * Returns: (transfer none) (nullable): the phase, or %NULL when none touches @span
 */
const AtlasPhase *atlas_item_get_phase_in    (AtlasItem       *self,
                                              AtlasTimeSpan    span);
/* The status of that phase; ATLAS_STATUS_NONE without one. */
AtlasStatus      atlas_item_get_status_in    (AtlasItem       *self,
                                              AtlasTimeSpan    span);

/**
 * atlas_item_to_words:
 * @self: an item
 *
 * The item's accessible name: "Baku-Tbilisi-Ceyhan oil pipeline (BTC), pipeline, from June 2006 on".
 *
 * Returns: (transfer full): the words
 */
char            *atlas_item_to_words         (AtlasItem       *self) G_GNUC_WARN_UNUSED_RESULT;
/* Folded title and names, for matching typed text; see atlas_fold(). */
const char      *atlas_item_get_search_text  (AtlasItem       *self);
/* By begin of life, then by end, then by id: the order of lists, of the timeline's walk and of "5 of 31". Unknown begins come last. */
int              atlas_item_compare          (AtlasItem       *a,
                                              AtlasItem       *b);

G_END_DECLS
