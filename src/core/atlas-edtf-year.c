// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-edtf-private.h"

#include <glib/gi18n-lib.h>

/* Years beyond this are clamped: far outside the calendar, and far inside 64 bits. */
#define FAR_YEAR G_GINT64_CONSTANT (1000000000000)

/* Saturates at FAR_YEAR. */
static gboolean
read_number (AtlasEdtfReader *reader,
             gint64          *value,
             guint           *n_digits)
{
  *value = 0;
  *n_digits = 0;

  for (; g_ascii_isdigit (atlas_edtf_peek (reader)); reader->at++, (*n_digits)++)
    *value = MIN (*value * 10 + g_ascii_digit_value (*reader->at), FAR_YEAR);

  return *n_digits > 0;
}

static gint64
power_of_ten (gint64 exponent)
{
  gint64 power = 1;

  while (exponent-- > 0 && power < FAR_YEAR)
    power *= 10;

  return power;
}

/* S3 after a year: only its first three digits are known. */
static gboolean
read_significance (AtlasEdtfReader *reader,
                   AtlasEdtfYears  *years)
{
  gint64 value = years->first, significant, unit = 1;
  guint  n_digits;

  if (!atlas_edtf_accept (reader, 'S'))
    return TRUE;

  reader->level = 2;
  years->plain = FALSE;
  if (!read_number (reader, &significant, &n_digits) || significant == 0)
    return atlas_edtf_fail (reader, ATLAS_EDTF_ERROR_SYNTAX, _ ("after “S” stands how many digits of the year are known"));

  n_digits = 1;
  for (gint64 rest = value / 10; rest > 0; rest /= 10)
    n_digits++;

  unit = power_of_ten ((gint64) n_digits - significant);
  years->first = value / unit * unit;
  years->last = years->first + unit - 1;

  return TRUE;
}

/* Y170000002, Y17E7: a year of more than four digits. */
static gboolean
read_long_year (AtlasEdtfReader *reader,
                AtlasEdtfYears  *years)
{
  gint64 exponent = 0;
  guint  n_digits, n_exponent = 0;

  if (atlas_edtf_peek (reader) == '0' || !read_number (reader, &years->first, &n_digits))
    return atlas_edtf_fail (reader, ATLAS_EDTF_ERROR_SYNTAX, _ ("after “Y” stands a year in digits, without a leading 0"));

  if (atlas_edtf_accept (reader, 'E'))
    {
      reader->level = 2;
      if (!read_number (reader, &exponent, &n_exponent))
        return atlas_edtf_fail (reader, ATLAS_EDTF_ERROR_SYNTAX, _ ("after “E” stands a number of zeros"));

      years->first = MIN ((double) years->first * (double) power_of_ten (exponent) < (double) FAR_YEAR
                            ? years->first * power_of_ten (exponent)
                            : FAR_YEAR,
                          FAR_YEAR);
    }
  else if (n_digits < 5)
    {
      return atlas_edtf_fail (reader, ATLAS_EDTF_ERROR_SYNTAX, _ ("“Y” stands only before a year of more than four digits"));
    }

  years->last = years->first;

  return TRUE;
}

/* 1985, 198X, 19XX, 1X85: four digits. */
static gboolean
read_short_year (AtlasEdtfReader *reader,
                 AtlasEdtfYears  *years)
{
  years->plain = TRUE;
  years->tail_masked = TRUE;

  for (guint i = 0; i < 4; i++, reader->at++)
    {
      gboolean masked = atlas_edtf_peek (reader) == 'X';

      if (!masked && !g_ascii_isdigit (atlas_edtf_peek (reader)))
        return atlas_edtf_fail (reader, ATLAS_EDTF_ERROR_SYNTAX, _ ("a year has four digits, or X for a digit that is not known"));

      years->tail_masked &= masked || years->n_masked == 0;
      years->n_masked += masked;
      years->first = years->first * 10 + (masked ? 0 : g_ascii_digit_value (*reader->at));
      years->last = years->last * 10 + (masked ? 9 : g_ascii_digit_value (*reader->at));
    }

  if (g_ascii_isdigit (atlas_edtf_peek (reader)))
    return atlas_edtf_fail (reader, ATLAS_EDTF_ERROR_SYNTAX, _ ("a year of more than four digits begins with Y"));

  if (years->n_masked > 2 || (years->n_masked > 0 && !years->tail_masked))
    reader->level = 2;

  return TRUE;
}

gboolean
atlas_edtf_read_year (AtlasEdtfReader *reader,
                      AtlasEdtfYears  *years)
{
  gboolean is_long = atlas_edtf_accept (reader, 'Y');
  gboolean negative = atlas_edtf_accept (reader, '-');
  gint64   first;

  *years = (AtlasEdtfYears){ 0 };

  if (is_long || negative)
    reader->level = MAX (reader->level, 1);

  if (is_long ? !read_long_year (reader, years) : !read_short_year (reader, years))
    return FALSE;

  if (!read_significance (reader, years))
    return FALSE;

  if (!negative)
    return TRUE;

  if (years->last == 0)
    return atlas_edtf_fail (reader, ATLAS_EDTF_ERROR_RANGE, _ ("there is no year -0000"));

  first = years->first;
  years->first = -years->last;
  years->last = -MAX (first, 1);

  return TRUE;
}
