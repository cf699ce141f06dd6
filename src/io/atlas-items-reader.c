// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-items-reader.h"

#include "atlas-cargo-reader.h"
#include "atlas-geojson.h"
#include "atlas-limits.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MEMBER(type_, name_, reader_, field_, required_)       \
  {                                                            \
    name_, reader_, G_STRUCT_OFFSET (type_, field_), required_ \
  }

/* One end of a Linked Places timespan. */
typedef struct
{
  char *in;
  char *earliest;
  char *latest;
} Bound;

static void
bound_clear (Bound *bound)
{
  g_clear_pointer (&bound->in, g_free);
  g_clear_pointer (&bound->earliest, g_free);
  g_clear_pointer (&bound->latest, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Bound, bound_clear)

static gboolean
read_kind (const AtlasJson *self,
           gpointer         out,
           GError         **error)
{
  const char *choices[ATLAS_N_KINDS + 1] = { NULL };
  guint       choice = 0;

  for (guint i = 0; i < ATLAS_N_KINDS; i++)
    choices[i] = atlas_kind_get_id ((AtlasKind) i);

  if (!atlas_json_read_choice (self, choices, ATLAS_RULE_UNKNOWN_KIND, &choice, error))
    return FALSE;

  *(AtlasKind *) out = (AtlasKind) choice;

  return TRUE;
}

static gboolean
read_status (const AtlasJson *self,
             gpointer         out,
             GError         **error)
{
  const char *choices[ATLAS_N_STATUSES] = { NULL }; /* all but NONE, and the end */
  guint       choice = 0;

  for (guint i = 1; i < ATLAS_N_STATUSES; i++)
    choices[i - 1] = atlas_status_get_id ((AtlasStatus) i);

  if (!atlas_json_read_choice (self, choices, ATLAS_RULE_VALUE, &choice, error))
    return FALSE;

  *(AtlasStatus *) out = (AtlasStatus) (choice + 1);

  return TRUE;
}

static gboolean
read_bound (const AtlasJson *self,
            gpointer         out,
            GError         **error)
{
  static const AtlasJsonMember members[] = {
    MEMBER (Bound, "in", atlas_json_read_string, in, FALSE),
    MEMBER (Bound, "earliest", atlas_json_read_string, earliest, FALSE),
    MEMBER (Bound, "latest", atlas_json_read_string, latest, FALSE),
    { NULL },
  };
  Bound *bound = out;

  if (!atlas_json_read_object (self, members, bound, NULL, error))
    return FALSE;
  if (bound->in == NULL && bound->earliest == NULL && bound->latest == NULL)
    return atlas_json_fail (self, error, ATLAS_RULE_MISSING, _ ("“in” is missing"));
  if (self->lossy != NULL && (bound->earliest != NULL || bound->latest != NULL))
    *self->lossy = TRUE;

  return TRUE;
}

/* The EDTF expression that a timespan means: outer bounds where it gives only earliest and latest dates. */
static char *
dup_edtf (const Bound *start,
          const Bound *end)
{
  const char *from = start->in != NULL ? start->in : start->earliest;
  const char *to;

  if (end == NULL)
    {
      if (start->in != NULL)
        return g_strdup (start->in);
      return g_strdup_printf ("[%s..%s]", from != NULL ? from : "", start->latest != NULL ? start->latest : "");
    }

  to = end->in != NULL ? end->in : end->latest;

  return g_strdup_printf ("%s/%s", from != NULL ? from : "", to != NULL ? to : "");
}

static gboolean
read_timespan (const AtlasJson *self,
               AtlasWhen       *out,
               GError         **error)
{
  struct
  {
    Bound start, end;
  } bounds = { 0 };
  static const AtlasJsonMember members[] = {
    { "start", read_bound, 0, TRUE },
    { "end", read_bound, sizeof (Bound), FALSE },
    { NULL },
  };
  g_autoptr (GError) inner = NULL;
  g_autofree char *text = NULL;
  AtlasJson        end;
  AtlasEdtf        edtf;
  gboolean         good;

  good = atlas_json_read_object (self, members, &bounds, NULL, error);
  if (good)
    text = dup_edtf (&bounds.start, atlas_json_enter_optional (self, "end", &end) ? &bounds.end : NULL);
  bound_clear (&bounds.start);
  bound_clear (&bounds.end);
  if (!good)
    return FALSE;

  if (!atlas_edtf_parse (text, &edtf, &inner))
    return atlas_json_fail (self, error, ATLAS_RULE_DATE, "%s", inner->message);

  *out = (AtlasWhen){ edtf, g_steal_pointer (&text) };

  return TRUE;
}

static gboolean
read_timespans (const AtlasJson *self,
                gpointer         out,
                GError         **error)
{
  AtlasJson element;
  guint     length = 0;

  if (!atlas_json_get_length (self, ATLAS_LIMIT_LIST, &length, error))
    return FALSE;
  if (length != 1)
    return atlas_json_fail (self, error, ATLAS_RULE_VALUE, _ ("%u timespans where one is due"), length);

  element = atlas_json_element (self, 0);

  return read_timespan (&element, out, error);
}

static gboolean
read_linked_when (const AtlasJson *self,
                  gpointer         out,
                  GError         **error)
{
  static const AtlasJsonMember members[] = {
    { "timespans", read_timespans, 0, TRUE },
    { NULL },
  };

  return atlas_json_read_object (self, members, out, NULL, error);
}

static gboolean
read_place (const AtlasJson *self,
            gpointer         out,
            GError         **error)
{
  static const AtlasJsonMember members[] = {
    MEMBER (AtlasItemFields, "name", atlas_json_read_name, place_name, TRUE),
    MEMBER (AtlasItemFields, "lonlat", atlas_geojson_read_position, place, FALSE),
    { NULL },
  };

  return atlas_json_read_object (self, members, out, NULL, error);
}

static gboolean
read_phases (const AtlasJson *self,
             gpointer         out,
             GError         **error)
{
  static const AtlasJsonMember members[] = {
    MEMBER (AtlasPhase, "when", atlas_json_read_when, when, TRUE),
    MEMBER (AtlasPhase, "status", read_status, status, TRUE),
    MEMBER (AtlasPhase, "note", atlas_json_read_string, note, FALSE),
    MEMBER (AtlasPhase, "sources", atlas_json_read_names, sources, FALSE),
    { NULL },
  };

  return atlas_json_read_objects (self, members, sizeof (AtlasPhase), (GDestroyNotify) atlas_phase_free, out, error);
}

static gboolean
read_milestones (const AtlasJson *self,
                 gpointer         out,
                 GError         **error)
{
  static const AtlasJsonMember members[] = {
    MEMBER (AtlasMilestone, "when", atlas_json_read_when, when, TRUE),
    MEMBER (AtlasMilestone, "note", atlas_json_read_string, note, TRUE),
    MEMBER (AtlasMilestone, "sources", atlas_json_read_names, sources, FALSE),
    { NULL },
  };

  return atlas_json_read_objects (self, members, sizeof (AtlasMilestone), (GDestroyNotify) atlas_milestone_free, out, error);
}

static gboolean
read_facts (const AtlasJson *self,
            gpointer         out,
            GError         **error)
{
  static const AtlasJsonMember members[] = {
    MEMBER (AtlasFact, "text", atlas_json_read_string, text, TRUE),
    MEMBER (AtlasFact, "sources", atlas_json_read_names, sources, FALSE),
    { NULL },
  };

  return atlas_json_read_objects (self, members, sizeof (AtlasFact), (GDestroyNotify) atlas_fact_free, out, error);
}

static gboolean
read_differences (const AtlasJson *self,
                  gpointer         out,
                  GError         **error)
{
  static const AtlasJsonMember members[] = {
    MEMBER (AtlasDifference, "report", atlas_json_read_string, report, FALSE),
    MEMBER (AtlasDifference, "public", atlas_json_read_string, public_text, FALSE),
    MEMBER (AtlasDifference, "sources", atlas_json_read_names, sources, FALSE),
    { NULL },
  };
  g_autoptr (GPtrArray) differences = NULL;

  if (!atlas_json_read_objects (self, members, sizeof (AtlasDifference), (GDestroyNotify) atlas_difference_free, &differences, error))
    return FALSE;

  for (guint i = 0; i < differences->len; i++)
    {
      const AtlasDifference *difference = g_ptr_array_index (differences, i);
      AtlasJson              element = atlas_json_element (self, i);

      if (difference->report == NULL && difference->public_text == NULL)
        return atlas_json_fail (&element, error, ATLAS_RULE_MISSING, _ ("“report” and “public” are both missing"));
    }

  *(GPtrArray **) out = g_steal_pointer (&differences);

  return TRUE;
}

static gboolean
read_signatories (const AtlasJson *self,
                  gpointer         out,
                  GError         **error)
{
  static const AtlasJsonMember members[] = {
    MEMBER (AtlasSignatory, "state", atlas_json_read_name, state, TRUE),
    MEMBER (AtlasSignatory, "person", atlas_json_read_name, person, FALSE),
    MEMBER (AtlasSignatory, "office", atlas_json_read_name, office, FALSE),
    { NULL },
  };

  return atlas_json_read_objects (self, members, sizeof (AtlasSignatory), (GDestroyNotify) atlas_signatory_free, out, error);
}

static gboolean
read_bearing (const AtlasJson *self,
              gpointer         out,
              GError         **error)
{
  double bearing = 0.0;

  if (!atlas_json_read_double (self, &bearing, error))
    return FALSE;
  if (!(bearing >= 0.0 && bearing <= 360.0))
    return atlas_json_fail (self, error, ATLAS_RULE_VALUE, _ ("%g is not a bearing from 0 to 360 degrees"), bearing);

  *(double *) out = bearing;

  return TRUE;
}

static gboolean
read_sector (const AtlasJson *self,
             gpointer         out,
             GError         **error)
{
  double bearings[2] = { 0.0, 0.0 };
  guint  length = 0;

  if (!atlas_json_get_length (self, ATLAS_LIMIT_LIST, &length, error))
    return FALSE;
  if (length != 2)
    return atlas_json_fail (self, error, ATLAS_RULE_VALUE, _ ("a sector has 2 bearings, not %u"), length);

  for (guint i = 0; i < length; i++)
    {
      AtlasJson element = atlas_json_element (self, i);

      if (!read_bearing (&element, &bearings[i], error))
        return FALSE;
    }

  ((double *) out)[0] = bearings[0];
  ((double *) out)[1] = bearings[1];

  return TRUE;
}

static gboolean
read_coverage (const AtlasJson *self,
               gpointer         out,
               GError         **error)
{
  static const AtlasJsonMember members[] = {
    MEMBER (AtlasCoverage, "azimuth", read_bearing, azimuth, FALSE),
    MEMBER (AtlasCoverage, "sector", read_sector, sector, TRUE),
    MEMBER (AtlasCoverage, "rangeKm", atlas_json_read_km, range, TRUE),
    MEMBER (AtlasCoverage, "sources", atlas_json_read_names, sources, FALSE),
    { NULL },
  };
  g_autoptr (AtlasCoverage) coverage = g_new0 (AtlasCoverage, 1);

  coverage->azimuth = NAN;
  if (!atlas_json_read_object (self, members, coverage, NULL, error))
    return FALSE;

  *(AtlasCoverage **) out = g_steal_pointer (&coverage);

  return TRUE;
}

/* The program reads only the source; address, language and note stay in the item's extra. */
static gboolean
read_primary_text (const AtlasJson *self,
                   gpointer         out,
                   GError         **error)
{
  static const AtlasJsonMember members[] = {
    { "source", atlas_json_read_name, 0, FALSE },
    { "url", atlas_json_skip, 0, FALSE },
    { NULL },
  };

  return atlas_json_read_object (self, members, out, NULL, error);
}

static gboolean
read_properties (const AtlasJson *self,
                 gpointer         out,
                 GError         **error)
{
#define PROPERTY(name_, reader_, field_, required_) MEMBER (AtlasItemFields, name_, reader_, field_, required_)
  static const AtlasJsonMember members[] = {
    PROPERTY ("title", atlas_json_read_name, title, TRUE),
    PROPERTY ("names", atlas_json_read_by_language, names, FALSE),
    PROPERTY ("kind", read_kind, kind, TRUE),
    PROPERTY ("theme", atlas_json_read_id, theme, TRUE),
    PROPERTY ("actors", atlas_json_read_ids, actors, FALSE),
    PROPERTY ("schematic", atlas_json_read_boolean, schematic, FALSE),
    PROPERTY ("summary", atlas_json_read_string, summary, FALSE),
    PROPERTY ("cites", atlas_json_read_numbers, cites, FALSE),
    PROPERTY ("phases", read_phases, phases, FALSE),
    PROPERTY ("milestones", read_milestones, milestones, FALSE),
    PROPERTY ("facts", read_facts, facts, FALSE),
    PROPERTY ("differs", read_differences, differences, FALSE),
    PROPERTY ("partOf", atlas_json_read_ids, part_of, FALSE),
    PROPERTY ("signatories", read_signatories, signatories, FALSE),
    PROPERTY ("primaryText", read_primary_text, primary_source, FALSE),
    PROPERTY ("coverage", read_coverage, coverage, FALSE),
    PROPERTY ("carries", atlas_cargo_read, cargo, FALSE),
    PROPERTY ("capacity", atlas_cargo_read_capacities, capacities, FALSE),
    PROPERTY ("flow", atlas_cargo_read_flows, flows, FALSE),
    PROPERTY ("accuracyKm", atlas_json_read_km, accuracy, FALSE),
    PROPERTY ("geometryNote", atlas_json_read_string, geometry_note, FALSE),
    PROPERTY ("treatyNo", atlas_json_read_number, treaty_number, FALSE),
    { "place", read_place, 0, FALSE },
    { NULL },
  };
#undef PROPERTY
  AtlasItemFields *fields = out;

  return atlas_json_read_object (self, members, fields, &fields->extra, error);
}

static gboolean
check_type (const AtlasJson *self,
            gpointer         out,
            GError         **error)
{
  static const char *const choices[] = { "Feature", NULL };
  guint                    choice = 0;

  return atlas_json_read_choice (self, choices, ATLAS_RULE_VALUE, &choice, error);
}

/* Puts what the feature itself has of @members, JSON text, under "@feature" in @extra. */
static void
add_feature_members (char **extra,
                     char  *members)
{
  g_autofree char *rest = g_steal_pointer (extra);

  *extra = rest != NULL ? g_strdup_printf ("{\"@feature\":%s,%s", members, rest + 1)
                        : g_strdup_printf ("{\"@feature\":%s}", members);
}

static AtlasItem *
read_feature (const AtlasJson *self,
              GError         **error)
{
  static const AtlasJsonMember members[] = {
    { "type", check_type, 0, TRUE },
    MEMBER (AtlasItemFields, "id", atlas_json_read_id, id, TRUE),
    MEMBER (AtlasItemFields, "geometry", atlas_geojson_read_geometry, geometry, FALSE),
    MEMBER (AtlasItemFields, "when", read_linked_when, when, TRUE),
    { "properties", read_properties, 0, TRUE },
    { NULL },
  };
  g_auto (AtlasItemFields) fields = { .accuracy = 0.0, .place = { NAN, NAN } };
  g_autofree char *extra = NULL;

  if (!atlas_json_read_object (self, members, &fields, &extra, error))
    return NULL;
  if (extra != NULL)
    add_feature_members (&fields.extra, extra);

  return atlas_item_new_take (&fields);
}

static gboolean
read_collection (const AtlasJson *root,
                 AtlasJson       *features,
                 guint           *length,
                 GError         **error)
{
  static const char *const choices[] = { "FeatureCollection", NULL };
  AtlasJson                type;
  guint                    choice = 0;

  return atlas_json_enter (root, "type", &type, error) &&
         atlas_json_read_choice (&type, choices, ATLAS_RULE_VALUE, &choice, error) &&
         atlas_json_enter (root, "features", features, error) &&
         atlas_json_get_length (features, ATLAS_LIMIT_ITEMS, length, error);
}

static void
unref_item (gpointer item)
{
  g_clear_object (&item);
}

GPtrArray *
atlas_items_read (const AtlasJson *root,
                  const char      *file,
                  GPtrArray       *findings)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (unref_item);
  GError   *error = NULL;
  AtlasJson features;
  guint     length = 0;

  if (!read_collection (root, &features, &length, &error))
    atlas_findings_add_error (findings, file, g_steal_pointer (&error));

  for (guint i = 0; i < length; i++)
    {
      AtlasJson element = atlas_json_element (&features, i);

      g_ptr_array_add (items, read_feature (&element, &error));
      if (error != NULL)
        atlas_findings_add_error (findings, file, g_steal_pointer (&error));
    }

  return g_steal_pointer (&items);
}
