// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-view-private.h"

#include <glib/gi18n-lib.h>

#define DELAY 350     /* ms before a tip comes up */
#define CLEAR 11.0    /* px round the pointer that stay free */
#define SYMBOL 11.0   /* px round a symbol that stay free */
#define MAX_LISTED 10 /* of a pile; the rest is counted */

static AtlasBox
box_around (double x,
            double y,
            double reach)
{
  return (AtlasBox){ x - reach, y - reach, x + reach, y + reach };
}

/* "operating in June 2006": how far an item has come at the date of its side of the map. */
static char *
describe_phase (AtlasMapView *self,
                AtlasItem    *item,
                AtlasTimeSpan clock)
{
  AtlasStatus      status = ATLAS_STATUS_NONE;
  AtlasVisibility  visibility = atlas_session_get_visibility_at (self->session, item, clock, &status);
  const char      *words = atlas_kind_get_status_name (atlas_item_get_kind (item), status);
  g_autofree char *date = NULL;

  if (atlas_time_span_is_empty (clock))
    return g_strdup ("");

  date = atlas_time_span_to_words (clock);
  if (visibility != ATLAS_VISIBILITY_SHOWN)
    return g_strdup_printf (_ ("Not there on this date: %s"), date);
  if (*words == '\0')
    return g_strdup ("");
  if (clock.end - clock.begin == 1)
    /* Translators: a status and a day: "operating on 28 May 2006". */
    return g_strdup_printf (C_ ("status on a day", "%s on %s"), words, date);

  /* Translators: a status and a month, quarter or year: "operating in June 2006". */
  return g_strdup_printf (C_ ("status in a month", "%s in %s"), words, date);
}

/* @tag: of Pango's markup; (nullable) */
static void
append_line (GString    *markup,
             const char *tag,
             const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  if (*text == '\0')
    return;
  if (markup->len > 0)
    g_string_append_c (markup, '\n');
  if (tag != NULL)
    g_string_append_printf (markup, "<%s>%s</%s>", tag, escaped, tag);
  else
    g_string_append (markup, escaped);
}

static char *
describe_item (AtlasMapView *self,
               AtlasItem    *item,
               AtlasTimeSpan clock,
               guint         index,
               guint         n_entries)
{
  GString         *markup = g_string_new (NULL);
  g_autofree char *when = atlas_edtf_to_words (&atlas_item_get_when (item)->edtf);
  g_autofree char *head = g_strdup_printf ("%s · %s", atlas_kind_get_name (atlas_item_get_kind (item)), when);
  g_autofree char *phase = describe_phase (self, item, clock);

  append_line (markup, NULL, head);
  append_line (markup, "b", phase);
  if (atlas_item_is_schematic (item))
    append_line (markup, "i", _ ("Drawn schematically"));
  if (atlas_session_get_overlay (self->session) == ATLAS_OVERLAY_EVIDENCE)
    {
      g_autofree char *evidence = atlas_evidence_to_words (atlas_item_get_evidence (item));

      append_line (markup, NULL, evidence);
    }
  if (n_entries > 1)
    {
      /* Translators: which of the things under the pointer this is: "1 of 3 here". */
      g_autofree char *place = g_strdup_printf (_ ("%u of %u here: click again for the next"), index + 1, n_entries);

      append_line (markup, "small", place);
    }

  return g_string_free (markup, FALSE);
}

static char *
describe_pile (AtlasMapView       *self,
               const AtlasMapPile *pile,
               guint               n_entries)
{
  GString *markup = g_string_new (NULL);
  guint    n_listed = pile->items->len > MAX_LISTED ? MAX_LISTED - 1 : pile->items->len;

  for (guint i = 0; i < n_listed; i++)
    append_line (markup, NULL, atlas_item_get_name (g_ptr_array_index (pile->items, i), atlas_session_get_language (self->session)));
  if (n_listed < pile->items->len)
    {
      guint            n_left = pile->items->len - n_listed;
      g_autofree char *rest = g_strdup_printf (ngettext ("and %u more", "and %u more", n_left), n_left);

      append_line (markup, NULL, rest);
    }

  append_line (markup, "small", isnan (pile->split_zoom) ? _ ("Click or press Enter to open them") : _ ("Click to go closer"));
  if (n_entries > 1)
    append_line (markup, "small", _ ("Click again for what lies below"));

  return g_string_free (markup, FALSE);
}

static void
show_item (AtlasMapView *self,
           AtlasItem    *item,
           guint         index,
           guint         n_entries,
           AtlasBox      target,
           guint         delay)
{
  g_autofree char *title = g_markup_escape_text (atlas_item_get_name (item, atlas_session_get_language (self->session)), -1);
  g_autofree char *body = describe_item (self, item, atlas_map_view_get_date (self, target.x0), index, n_entries);

  atlas_map_tip_show (self->tip, title, body, target, delay);
}

void
atlas_map_view_show_tip (AtlasMapView        *self,
                         const AtlasMapStack *stack,
                         guint                index,
                         double               x,
                         double               y)
{
  AtlasBox target = box_around (x, y, CLEAR);
  guint    n_entries = atlas_map_stack_count (stack);
  guint    delay = self->cycle != NULL ? 0 : DELAY;

  if (index >= n_entries)
    {
      atlas_map_tip_hide (self->tip);
      return;
    }

  if (stack->pile != NULL && index == 0)
    {
      AtlasMapFrame    frame = atlas_item_layer_get_frame (self->items);
      AtlasPoint       place = atlas_map_frame_to_px (&frame, stack->pile->place);
      guint            n = stack->pile->items->len;
      g_autofree char *title = g_strdup_printf (ngettext ("%u item in one place", "%u items in one place", n), n);
      g_autofree char *body = describe_pile (self, stack->pile, n_entries);

      atlas_map_tip_show (self->tip, title, body, atlas_box_union (target, box_around (place.x, place.y, SYMBOL)), delay);
      return;
    }

  show_item (self, atlas_map_stack_get (stack, index), index, n_entries, target, delay);
}

void
atlas_map_view_show_key_tip (AtlasMapView *self)
{
  AtlasItem    *item = atlas_session_get_selected (self->session);
  AtlasMapFrame frame = atlas_item_layer_get_frame (self->items);
  AtlasPoint    place = { NAN, NAN };

  if (item != NULL && atlas_item_get_geometry (item) != NULL)
    place = atlas_map_frame_to_px (&frame, atlas_geometry_get_anchor (atlas_item_get_geometry (item)));

  /* What comes into view only now says what it is in the detail. */
  if (item == NULL || !(place.x >= 0 && place.x <= frame.width && place.y >= 0 && place.y <= frame.height))
    atlas_map_tip_hide (self->tip);
  else
    show_item (self, item, 0, 1, box_around (place.x, place.y, SYMBOL + 4), 0);
}
