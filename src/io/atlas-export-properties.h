// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-item.h"
#include "atlas-json-text.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Adds the properties that atlas_items_read() knows, as members of the object that is open; but those that @extra has: they
 * were not read whole and are written from there. */
void atlas_export_add_properties (AtlasJsonText *json,
                                  AtlasItem     *item,
                                  JsonObject    *extra); /* (nullable) */

G_END_DECLS
