// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-kind.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *id;
  const char *name;
  const char *icon;
  const char *in_force; /* NULL: it operates */
} kinds[] = {
  [ATLAS_KIND_PIPELINE] = { "pipeline", NC_ ("kind", "pipeline"), "atlas-pipeline-symbolic" },
  [ATLAS_KIND_CORRIDOR] = { "corridor", NC_ ("kind", "corridor"), "atlas-corridor-symbolic" },
  [ATLAS_KIND_RAILWAY] = { "railway", NC_ ("kind", "railway"), "atlas-railway-symbolic" },
  [ATLAS_KIND_SITE] = { "site", NC_ ("kind", "site"), "atlas-site-symbolic" },
  [ATLAS_KIND_ZONE] = { "zone", NC_ ("kind", "zone"), "atlas-zone-symbolic", "" },
  [ATLAS_KIND_TREATY] = { "treaty", NC_ ("kind", "treaty"), "atlas-treaty-symbolic", NC_ ("status", "in force") },
  [ATLAS_KIND_EVENT] = { "event", NC_ ("kind", "event"), "atlas-event-symbolic", "" },
  [ATLAS_KIND_PERIOD] = { "period", NC_ ("kind", "period"), "atlas-period-symbolic", "" },
  [ATLAS_KIND_SCENARIO] = { "scenario", NC_ ("kind", "scenario"), "atlas-scenario-symbolic", "" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == ATLAS_N_KINDS);

static const struct
{
  const char *id;
  const char *name;
} statuses[] = {
  [ATLAS_STATUS_NONE] = { "none", NULL },
  [ATLAS_STATUS_PLANNED] = { "planned", NC_ ("status", "planned") },
  [ATLAS_STATUS_BUILDING] = { "building", NC_ ("status", "being built") },
  [ATLAS_STATUS_OPERATING] = { "operating", NC_ ("status", "operating") },
  [ATLAS_STATUS_SUSPENDED] = { "suspended", NC_ ("status", "suspended") },
  [ATLAS_STATUS_CLOSED] = { "closed", NC_ ("status", "closed") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (statuses) == ATLAS_N_STATUSES);

const char *
atlas_kind_get_id (AtlasKind kind)
{
  g_return_val_if_fail ((guint) kind < ATLAS_N_KINDS, NULL);

  return kinds[kind].id;
}

const char *
atlas_kind_get_name (AtlasKind kind)
{
  g_return_val_if_fail ((guint) kind < ATLAS_N_KINDS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "kind", kinds[kind].name);
}

const char *
atlas_kind_get_icon (AtlasKind kind)
{
  g_return_val_if_fail ((guint) kind < ATLAS_N_KINDS, NULL);

  return kinds[kind].icon;
}

gboolean
atlas_kind_from_id (const char *id,
                    AtlasKind  *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].id, id) == 0)
      {
        *kind = (AtlasKind) i;
        return TRUE;
      }

  return FALSE;
}

const char *
atlas_kind_get_status_name (AtlasKind   kind,
                            AtlasStatus status)
{
  g_return_val_if_fail ((guint) kind < ATLAS_N_KINDS, NULL);

  if (status == ATLAS_STATUS_OPERATING && kinds[kind].in_force != NULL)
    return *kinds[kind].in_force != '\0' ? g_dpgettext2 (GETTEXT_PACKAGE, "status", kinds[kind].in_force) : "";

  return atlas_status_get_name (status);
}

const char *
atlas_status_get_id (AtlasStatus status)
{
  g_return_val_if_fail ((guint) status < ATLAS_N_STATUSES, NULL);

  return statuses[status].id;
}

const char *
atlas_status_get_name (AtlasStatus status)
{
  g_return_val_if_fail ((guint) status < ATLAS_N_STATUSES, NULL);

  if (statuses[status].name == NULL)
    return "";

  return g_dpgettext2 (GETTEXT_PACKAGE, "status", statuses[status].name);
}

gboolean
atlas_status_from_id (const char  *id,
                      AtlasStatus *status)
{
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (g_strcmp0 (statuses[i].id, id) == 0)
      {
        *status = (AtlasStatus) i;
        return TRUE;
      }

  return FALSE;
}
