// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-label-line.h"

#include "atlas-planar.h"

#define N_CURVE_STEPS 8 /* between two points of an authored line */
#define UPRIGHT 0.16    /* of the way north that one may go aside */

/**
 * atlas_label_line_init:
 * @self: (out caller-allocates): a line
 *
 * Makes an empty line.
 */
void
atlas_label_line_init (AtlasLabelLine *self)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (AtlasPoint));
  self->lengths = g_array_new (FALSE, FALSE, sizeof (double));
}

/**
 * atlas_label_line_clear:
 * @self: a line
 *
 * Frees what a line holds.
 */
void
atlas_label_line_clear (AtlasLabelLine *self)
{
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->lengths, g_array_unref);
}

/**
 * atlas_label_line_reset:
 * @self: a line
 *
 * Makes a line empty again.
 */
void
atlas_label_line_reset (AtlasLabelLine *self)
{
  g_array_set_size (self->points, 0);
  g_array_set_size (self->lengths, 0);
}

static AtlasPoint
get_point (const AtlasLabelLine *self,
           guint                 index)
{
  return g_array_index (self->points, AtlasPoint, index);
}

/**
 * atlas_label_line_add:
 * @self: a line
 * @point: where it goes on to
 *
 * Adds a point.
 */
void
atlas_label_line_add (AtlasLabelLine *self,
                      AtlasPoint      point)
{
  double length = 0;

  if (self->points->len > 0)
    {
      AtlasPoint last = get_point (self, self->points->len - 1);

      length = atlas_label_line_get_length (self) + atlas_planar_distance (last, point);
    }
  g_array_append_val (self->points, point);
  g_array_append_val (self->lengths, length);
}

/**
 * atlas_label_line_get_length:
 * @self: a line
 *
 * Gets the length of a line.
 *
 * Returns: px
 */
double
atlas_label_line_get_length (const AtlasLabelLine *self)
{
  return self->lengths->len == 0 ? 0 : g_array_index (self->lengths, double, self->lengths->len - 1);
}

/* The point beyond @end, away from @before. */
static AtlasPoint
get_beyond (AtlasPoint before,
            AtlasPoint end,
            double     length)
{
  double dx = end.x - before.x, dy = end.y - before.y;
  double scale = length / MAX (atlas_planar_distance (before, end), 1e-9);

  return (AtlasPoint){ end.x + dx * scale, end.y + dy * scale };
}

/**
 * atlas_label_line_extend:
 * @self: a line of two points at least
 * @length: px
 *
 * Makes a line at least so long, by going straight on at both ends.
 */
void
atlas_label_line_extend (AtlasLabelLine *self,
                         double          length)
{
  double missing = length - atlas_label_line_get_length (self);
  g_autoptr (GArray) old = NULL;
  guint last = self->points->len - 1;

  if (missing <= 0)
    return;

  old = g_array_copy (self->points);
  atlas_label_line_reset (self);
  atlas_label_line_add (self, get_beyond (g_array_index (old, AtlasPoint, 1), g_array_index (old, AtlasPoint, 0), missing / 2 + 1));
  for (guint i = 0; i <= last; i++)
    atlas_label_line_add (self, g_array_index (old, AtlasPoint, i));
  atlas_label_line_add (self, get_beyond (g_array_index (old, AtlasPoint, last - 1), g_array_index (old, AtlasPoint, last), missing / 2 + 1));
}

static double
catmull_rom (double a,
             double b,
             double c,
             double d,
             double t)
{
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}

/**
 * atlas_label_line_smooth:
 * @self: a line
 *
 * Turns the line into a smooth curve through its points.
 */
void
atlas_label_line_smooth (AtlasLabelLine *self)
{
  g_autoptr (GArray) old = g_array_copy (self->points);
  const AtlasPoint *p = (const AtlasPoint *) (void *) old->data;

  if (old->len < 3)
    return;

  atlas_label_line_reset (self);
  for (guint i = 0; i + 1 < old->len; i++)
    {
      AtlasPoint a = p[i == 0 ? 0 : i - 1], b = p[i], c = p[i + 1], d = p[MIN (i + 2, old->len - 1)];

      for (int k = 0; k < N_CURVE_STEPS; k++)
        {
          double t = (double) k / N_CURVE_STEPS;

          atlas_label_line_add (self, (AtlasPoint){ catmull_rom (a.x, b.x, c.x, d.x, t), catmull_rom (a.y, b.y, c.y, d.y, t) });
        }
    }
  atlas_label_line_add (self, p[old->len - 1]);
}

/**
 * atlas_label_line_find:
 * @self: a line of two points at least
 * @along: px along the line
 *
 * Finds the side of a line on which a place is.
 *
 * Returns: the index of the side's first point
 */
guint
atlas_label_line_find (const AtlasLabelLine *self,
                       double                along)
{
  const double *lengths = (const double *) (void *) self->lengths->data;
  guint         low = 0, high = self->lengths->len - 1;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (lengths[middle] <= along)
        low = middle;
      else
        high = middle;
    }

  return low;
}

static AtlasPoint
get_at (const AtlasLabelLine *self,
        double                along)
{
  guint         side = atlas_label_line_find (self, along);
  const double *length = &g_array_index (self->lengths, double, side);
  AtlasPoint    a = get_point (self, side);
  AtlasPoint    b = get_point (self, side + 1);
  double        t = length[1] > length[0] ? (along - length[0]) / (length[1] - length[0]) : 0;

  return (AtlasPoint){ a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t };
}

/* Where a letter stands on the line: the mean of the line a little before, at and behind it, so that the line's small kinks do
 * not shake the name. */
static AtlasLabelFoot
get_foot (const AtlasLabelLine *self,
          double                along,
          double                reach,
          gboolean              backwards)
{
  AtlasPoint before = get_at (self, MAX (0, along - reach));
  AtlasPoint after = get_at (self, MIN (atlas_label_line_get_length (self), along + reach));
  AtlasPoint at = get_at (self, along);
  double     angle = atan2 (after.y - before.y, after.x - before.x);

  if (backwards)
    angle = remainder (angle + G_PI, 2 * G_PI);

  return (AtlasLabelFoot){ { (before.x + after.x + at.x) / 3, (before.y + after.y + at.y) / 3 }, { sin (angle), -cos (angle) }, (float) angle };
}

/* Names run from west to east, and what is all but upright from south to north. */
static gboolean
reads_backwards (AtlasPoint from,
                 AtlasPoint to)
{
  return fabs (to.x - from.x) < UPRIGHT * fabs (to.y - from.y) ? to.y > from.y : to.x < from.x;
}

/**
 * atlas_label_line_lay:
 * @self: a line
 * @fonts: fonts
 * @text: a name and how it is set
 * @start: where the name starts, px along the line
 * @feet: (element-type AtlasLabelFoot): filled with where each character stands on the line
 * @middle: (out): the middle of the name
 *
 * Lays a name on a line, letter by letter and never head down.
 *
 * All that a name takes that does not go by how far it is above its line: several heights may be tried on the same feet.
 *
 * Returns: %FALSE if the line ends or bends too soon for the name
 */
gboolean
atlas_label_line_lay (const AtlasLabelLine *self,
                      AtlasLabelFonts      *fonts,
                      const AtlasLabelText *text,
                      double                start,
                      GArray               *feet,
                      AtlasPoint           *middle)
{
  glong      n = g_utf8_strlen (text->text, -1);
  double     width = atlas_label_fonts_get_width (fonts, text->style, text->text) * text->size + text->spacing * n;
  double     along = 0, last = 0;
  AtlasPoint from, to;
  gboolean   backwards;

  g_array_set_size (feet, 0);
  if (start < 0 || start + width > atlas_label_line_get_length (self))
    return FALSE;

  from = get_at (self, start);
  to = get_at (self, start + width);
  if (atlas_planar_distance (from, to) < width * text->min_straightness)
    return FALSE;

  backwards = reads_backwards (from, to);
  *middle = get_at (self, start + width / 2);
  for (const char *p = text->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      double         advance = atlas_label_fonts_get_advance (fonts, text->style, g_utf8_get_char (p)) * text->size + text->spacing;
      double         at = along + advance / 2;
      AtlasLabelFoot foot = get_foot (self, start + (backwards ? width - at : at), MAX (width * .16, text->size), backwards);

      if (feet->len > 0 && fabs (remainder ((double) foot.angle - last, 2 * G_PI)) > text->max_bend)
        return FALSE;
      g_array_append_val (feet, foot);
      last = (double) foot.angle;
      along += advance;
    }

  return TRUE;
}

/**
 * atlas_label_feet_raise:
 * @feet: (element-type AtlasLabelFoot): what atlas_label_line_lay() has filled
 * @text: a name and how it is set
 * @taken: what the letters must not touch
 * @middle: the middle of the name
 *
 * Raises a name off its line.
 *
 * Returns: (transfer full) (nullable) (array): where each character goes, or %NULL if there is no room
 */
AtlasLabelGlyph *
atlas_label_feet_raise (const GArray         *feet,
                        const AtlasLabelText *text,
                        const AtlasCollision *taken,
                        AtlasPoint            middle)
{
  g_autofree AtlasLabelGlyph *glyphs = g_new (AtlasLabelGlyph, MAX (feet->len, 1));
  double                      half = text->size / 2;

  for (guint i = 0; i < feet->len; i++)
    {
      const AtlasLabelFoot *foot = &g_array_index (feet, AtlasLabelFoot, i);
      AtlasLabelGlyph      *glyph = &glyphs[i];

      *glyph = (AtlasLabelGlyph){ (float) (foot->at.x + foot->up.x * text->lift), (float) (foot->at.y + foot->up.y * text->lift), foot->angle };
      if (atlas_collision_hits (taken, (AtlasBox){ glyph->x - half, glyph->y - half, glyph->x + half, glyph->y + half }))
        return NULL;
      glyph->x -= (float) middle.x;
      glyph->y -= (float) middle.y;
    }

  return g_steal_pointer (&glyphs);
}

/**
 * atlas_label_line_set:
 * @self: a line
 * @fonts: fonts
 * @text: a name and how it is set
 * @start: where the name starts, px along the line
 * @taken: what the letters must not touch
 * @middle: (out): the middle of the name
 *
 * Sets a name along a line: lays it on it and raises it.
 *
 * Returns: (transfer full) (nullable) (array): where each character goes, or %NULL if the name does not fit there
 */
AtlasLabelGlyph *
atlas_label_line_set (const AtlasLabelLine *self,
                      AtlasLabelFonts      *fonts,
                      const AtlasLabelText *text,
                      double                start,
                      const AtlasCollision *taken,
                      AtlasPoint           *middle)
{
  g_autoptr (GArray) feet = g_array_new (FALSE, FALSE, sizeof (AtlasLabelFoot));

  return atlas_label_line_lay (self, fonts, text, start, feet, middle) ? atlas_label_feet_raise (feet, text, taken, *middle) : NULL;
}
