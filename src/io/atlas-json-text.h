// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasJsonText:
 * @text: what is written so far
 * @comma: a value stands before the place that is written at
 *
 * Compact JSON in the making: for files that are too long to be built as a tree, and numbers as people write them.
 */
typedef struct
{
  GString *text;
  gboolean comma;
} AtlasJsonText;

void atlas_json_text_begin      (AtlasJsonText     *self,
                                 char               bracket); /* '{' or '[' */
void atlas_json_text_end        (AtlasJsonText     *self,
                                 char               bracket); /* '}' or ']' */
/* The name of the value that comes next. */
void atlas_json_text_member     (AtlasJsonText     *self,
                                 const char        *name);
void atlas_json_text_string     (AtlasJsonText     *self,
                                 const char        *value); /* UTF-8 */
void atlas_json_text_integer    (AtlasJsonText     *self,
                                 gint64             value);
/* The shortest number that is read as @value again; finite. */
void atlas_json_text_number     (AtlasJsonText     *self,
                                 double             value);
/* The shortest that is read as @metres again when it is taken as kilometres. */
void atlas_json_text_km         (AtlasJsonText     *self,
                                 double             metres);
void atlas_json_text_boolean    (AtlasJsonText     *self,
                                 gboolean           value);
/* A value that is JSON already. */
void atlas_json_text_raw        (AtlasJsonText     *self,
                                 const char        *json);

/* Member and value; nothing when there is none: NULL, or no element. */
void atlas_json_text_add_string  (AtlasJsonText     *self,
                                  const char        *member,
                                  const char        *value);
void atlas_json_text_add_strings (AtlasJsonText     *self,
                                  const char        *member,
                                  const char *const *values);

/* Shortest decimal that strtod() reads as @value after it was multiplied by @scale; @buffer: of G_ASCII_DTOSTR_BUF_SIZE. */
char *atlas_json_text_shortest   (char              *buffer,
                                  double             value,
                                  double             scale);

G_END_DECLS
