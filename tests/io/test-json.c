// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-json.h"

#include "atlas-limits.h"

#include <string.h>

/* Texts that are not read. @text is repeated @n times between @before and @after. */
typedef struct
{
  const char *name;
  const char *before;
  const char *text;
  guint       n;
  const char *after;
  AtlasRule   rule;
  const char *message; /* how the message begins */
} BadCase;

/* clang-format off */
static const BadCase bad_cases[] = {
  { "empty", "", "", 0, "", ATLAS_RULE_EMPTY_FILE, ":1: the file is empty" },
  { "only-mark", "\xef\xbb\xbf", "", 0, "", ATLAS_RULE_EMPTY_FILE, ":1: the file is empty" },
  { "blank", " \n ", "", 0, "", ATLAS_RULE_SYNTAX, ":2:2: the file ends where a value is due" },
  { "truncated-array", "[1,\n", "", 0, "", ATLAS_RULE_SYNTAX, ":2:1: the file ends where a value is due" },
  { "truncated-object", "{\"a\"", "", 0, "", ATLAS_RULE_SYNTAX, ":1:5: the file ends where “:” is due" },
  { "truncated-string", "[\"abc", "", 0, "", ATLAS_RULE_SYNTAX, ":1:2: a string that begins here does not end" },
  { "truncated-escape", "[\"abc\\", "", 0, "", ATLAS_RULE_SYNTAX, ":1:6: not an escape" },
  { "truncated-hex", "[\"\\u00", "", 0, "", ATLAS_RULE_SYNTAX, ":1:3: not an escape" },
  { "truncated-word", "[tru", "", 0, "", ATLAS_RULE_SYNTAX, ":1:2: “t” where a value is due" },
  { "truncated-number", "[-", "", 0, "", ATLAS_RULE_SYNTAX, ":1:3: the file ends where a digit is due" },
  { "two-roots", "{} {}", "", 0, "", ATLAS_RULE_SYNTAX, ":1:4: “{” where the end of the file is due" },
  { "wrong-bracket", "[1}", "", 0, "", ATLAS_RULE_SYNTAX, ":1:3: “}” where “,” or “]” is due" },
  { "column-in-characters", "[\"Şə\" 1]", "", 0, "", ATLAS_RULE_SYNTAX, ":1:7: “1” where" },
  { "trailing-comma", "[1,]", "", 0, "", ATLAS_RULE_SYNTAX, ":1:4: “]” where a value is due" },
  { "trailing-comma-in-object", "{\"a\":1,}", "", 0, "", ATLAS_RULE_SYNTAX, ":1:8: “}” where the name of a member is due" },
  { "name-without-quotes", "{a:1}", "", 0, "", ATLAS_RULE_SYNTAX, ":1:2: “a” where the name of a member is due" },
  { "single-quotes", "['a']", "", 0, "", ATLAS_RULE_SYNTAX, ":1:2: “'” where a value is due" },
  { "comment", "// a\n[]", "", 0, "", ATLAS_RULE_SYNTAX, ":1:1: “/” where a value is due" },
  { "script", "var a = [];", "", 0, "", ATLAS_RULE_SYNTAX, ":1:1: “v” where a value is due" },
  { "hexadecimal", "[0x10]", "", 0, "", ATLAS_RULE_SYNTAX, ":1:3: “x” where" },
  { "octal", "[010]", "", 0, "", ATLAS_RULE_SYNTAX, ":1:2: a number does not begin with 0" },
  { "half-number", "[1.]", "", 0, "", ATLAS_RULE_SYNTAX, ":1:4: “]” where a digit is due" },
  { "dot-number", "[.5]", "", 0, "", ATLAS_RULE_SYNTAX, ":1:2: “.” where a value is due" },
  { "plus-number", "[+5]", "", 0, "", ATLAS_RULE_SYNTAX, ":1:2: “+” where a value is due" },
  { "half-exponent", "[1e]", "", 0, "", ATLAS_RULE_SYNTAX, ":1:4: “]” where a digit is due" },
  { "nan", "[NaN]", "", 0, "", ATLAS_RULE_SYNTAX, ":1:2: “N” where a value is due" },
  { "infinity", "[Infinity]", "", 0, "", ATLAS_RULE_SYNTAX, ":1:2: “I” where a value is due" },
  { "1e400", "[\n1e400]", "", 0, "", ATLAS_RULE_NUMBER, ":2:1: the number 1e400 is too large" },
  { "minus-1E400", "[-1E+400]", "", 0, "", ATLAS_RULE_NUMBER, ":1:2: the number -1E+400 is too large" },
  { "2-to-63", "[9223372036854775808]", "", 0, "", ATLAS_RULE_NUMBER, ":1:2: the number 9223372036854775808 is too large" },
  { "long-number", "[", "1", 100, "]", ATLAS_RULE_NUMBER, ":1:2: a number of more than 63 characters" },
  { "control-character", "[\"a\nb\"]", "", 0, "", ATLAS_RULE_SYNTAX, ":1:4: a control character inside a string" },
  { "control-character-outside", "[\x01]", "", 0, "", ATLAS_RULE_SYNTAX, ":1:2: character U+0001 where a value is due" },
  { "bad-escape", "[\"\\x\"]", "", 0, "", ATLAS_RULE_SYNTAX, ":1:3: not an escape" },
  { "low-surrogate", "[\"\\udc00\"]", "", 0, "", ATLAS_RULE_SYNTAX, ":1:3: half of a surrogate pair" },
  { "two-high-surrogates", "[\"\\ud83d\\ud83d\"]", "", 0, "", ATLAS_RULE_SYNTAX, ":1:3: half of a surrogate pair" },
  { "latin-1", "[\"a\",\n\"Z\xfcrich\"]", "", 0, "", ATLAS_RULE_ENCODING, ":2:3: byte 0xfc is not UTF-8" },
  { "overlong", "[\"\xc0\xaf\"]", "", 0, "", ATLAS_RULE_ENCODING, ":1:3: byte 0xc0 is not UTF-8" },
  { "duplicate", "{\"a\":1,\n\"b\":2,\n\"a\":3}", "", 0, "", ATLAS_RULE_DUPLICATE_MEMBER, ":3:1: the member “a” stands twice" },
  { "duplicate-escaped", "{\"a\":1,\"\\u0061\":2}", "", 0, "", ATLAS_RULE_DUPLICATE_MEMBER, ":1:8: the member “a” stands twice" },
  { "duplicate-of-many", "{\"x\":0", ",\"\\u0078\":1", 100, "}", ATLAS_RULE_DUPLICATE_MEMBER, ":1:8: the member “x” stands twice" },
  { "duplicate-inside", "[{\"a\":{\"b\":1,\"b\":2}}]", "", 0, "", ATLAS_RULE_DUPLICATE_MEMBER, ":1:14: the member “b” stands twice" },
  { "10000-arrays", "", "[", 10000, "", ATLAS_RULE_LIMIT, ":1:65: more than 64 arrays and objects" },
  { "10000-closed-arrays", "", "[", 10000, "]", ATLAS_RULE_LIMIT, ":1:65: more than 64 arrays and objects" },
  { "10000-objects", "", "{\"a\":", 10000, "", ATLAS_RULE_LIMIT, ":1:321: more than 64 arrays and objects" },
  { "too-many-members", "{\"0\":0", ",\"x\":0", ATLAS_LIMIT_JSON_MEMBERS, "}", ATLAS_RULE_LIMIT, ":1:3002: more than 500 members" },
  { "space-in-number", "[- 1]", "", 0, "", ATLAS_RULE_SYNTAX, ":1:3: “ ” where a digit is due" },
  { "comment-at-end", "[1] /* a */", "", 0, "", ATLAS_RULE_SYNTAX, ":1:5: “/” where the end of the file is due" },
  { "below-minus-2-to-63", "[-9223372036854775809]", "", 0, "", ATLAS_RULE_NUMBER, ":1:2: the number -9223372036854775809 is too large" },
  { "too-many-values", "[1", ",1", ATLAS_LIMIT_JSON_VALUES, "]", ATLAS_RULE_LIMIT, ":1:" },
};

/* Texts that are read, and are a number. */
static const struct
{
  const char *text;
  double      value;
} numbers[] = {
  { "0", 0.0 }, { "-0", -0.0 }, { "12", 12.0 }, { "-7", -7.0 }, { "1.5", 1.5 }, { "1e5", 1e5 }, { "1E+5", 1e5 }, { "25e-1", 2.5 },
  { "9223372036854775807", 9223372036854775807.0 }, { "-9223372036854775808", -9223372036854775808.0 }, { "999999999999999999", 999999999999999999.0 },
  { "123456789.012345678", 123456789.012345678 }, { "0e5", 0.0 }, { "-0.5", -0.5 }, { "1.7976931348623157e308", 1.7976931348623157e308 },
  { "0.1000000000000000055511151231257827", 0.1 }, { "1e-400", 0.0 },
  { " \t\r\n1 \n", 1.0 }, { "\xef\xbb\xbf" "1", 1.0 },
};
/* clang-format on */

typedef gboolean (*Reader) (const AtlasJson *self, gpointer out, GError **error);

static void
test_bad (gconstpointer data)
{
  const BadCase *bad_case = data;
  g_autoptr (GString) text = g_string_new (bad_case->before);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < bad_case->n; i++)
    g_string_append (text, bad_case->text);
  g_string_append (text, bad_case->after);
  bytes = g_bytes_new (text->str, text->len);

  g_assert_null (atlas_json_parse (bytes, &error));
  g_assert_error (error, ATLAS_BUNDLE_ERROR, (int) bad_case->rule);
  if (!g_str_has_prefix (error->message, bad_case->message))
    g_error ("“%s” does not begin with “%s”", error->message, bad_case->message);
}

static JsonNode *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  JsonNode *root = atlas_json_parse (bytes, &error);

  g_assert_no_error (error);

  return root;
}

static void
test_numbers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (JsonNode) root = parse (numbers[i].text);
      g_autoptr (GError) error = NULL;
      double value = 7.25;

      g_assert_true (atlas_json_read_double (&ATLAS_JSON_ROOT (root), &value, &error));
      g_assert_cmpfloat (value, ==, numbers[i].value);
    }
}

/* 64 levels are read. */
static void
test_depth (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (JsonNode) root = NULL;

  for (guint i = 0; i < ATLAS_LIMIT_JSON_DEPTH; i++)
    g_string_append_c (text, '[');
  for (guint i = 0; i < ATLAS_LIMIT_JSON_DEPTH; i++)
    g_string_append_c (text, ']');
  root = parse (text->str);
  g_assert_nonnull (root);
}

static void
test_file_size (void)
{
  gsize length = ATLAS_LIMIT_FILE_SIZE + 1;
  char *blanks = g_malloc0 (length); /* mapped, never touched: the size is looked at first */
  g_autoptr (GBytes) bytes = g_bytes_new_take (blanks, length);
  g_autoptr (GError) error = NULL;

  g_assert_null (atlas_json_parse (bytes, &error));
  g_assert_error (error, ATLAS_BUNDLE_ERROR, ATLAS_RULE_LIMIT);
}

static void
test_strings (void)
{
  g_autoptr (JsonNode) root = parse ("[\"a\\u015f\\ud83d\\ude00\\n\\/\", \"\", \"two\\nlines\"]");
  AtlasJson        json = ATLAS_JSON_ROOT (root);
  AtlasJson        first = atlas_json_element (&json, 0), empty = atlas_json_element (&json, 1), lines = atlas_json_element (&json, 2);
  g_autofree char *text = NULL;
  g_autofree char *none = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (atlas_json_read_string (&first, &text, &error));
  g_assert_cmpstr (text, ==, "aş😀\n/");
  g_assert_true (atlas_json_read_string (&empty, &none, &error));
  g_assert_false (atlas_json_read_name (&empty, &none, &error));
  g_assert_error (error, ATLAS_BUNDLE_ERROR, ATLAS_RULE_VALUE);
  g_clear_error (&error);
  g_assert_false (atlas_json_read_name (&lines, &none, &error));
  g_assert_cmpstr (error->message, ==, "#/2: the text holds the control character U+000A");
}

/* Values that a reader refuses; @text, or @n times "x" as a string. */
static const struct
{
  const char *name;
  Reader      reader;
  const char *text;
  guint       n;
  const char *element; /* of an array that is repeated n times */
  AtlasRule   rule;
} refused[] = {
  { "long-string", atlas_json_read_string, NULL, ATLAS_LIMIT_STRING + 1, NULL, ATLAS_RULE_LIMIT },
  { "long-name", atlas_json_read_name, NULL, ATLAS_LIMIT_NAME + 1, NULL, ATLAS_RULE_LIMIT },
  { "long-list", atlas_json_read_names, NULL, ATLAS_LIMIT_LIST + 1, "\"a\"", ATLAS_RULE_LIMIT },
  { "long-numbers", atlas_json_read_numbers, NULL, ATLAS_LIMIT_LIST + 1, "1", ATLAS_RULE_LIMIT },
  { "string-for-number", atlas_json_read_double, "\"1\"", 0, NULL, ATLAS_RULE_TYPE },
  { "object-for-string", atlas_json_read_string, "{}", 0, NULL, ATLAS_RULE_TYPE },
  { "null-for-string", atlas_json_read_string, "null", 0, NULL, ATLAS_RULE_TYPE },
  { "number-for-boolean", atlas_json_read_boolean, "1", 0, NULL, ATLAS_RULE_TYPE },
  { "object-for-list", atlas_json_read_names, "{}", 0, NULL, ATLAS_RULE_TYPE },
  { "array-for-names", atlas_json_read_by_language, "[]", 0, NULL, ATLAS_RULE_TYPE },
  { "number-0", atlas_json_read_number, "0", 0, NULL, ATLAS_RULE_VALUE },
  { "number-too-high", atlas_json_read_number, "10000", 0, NULL, ATLAS_RULE_VALUE },
  { "number-half", atlas_json_read_number, "1.0", 0, NULL, ATLAS_RULE_TYPE },
  { "id-space", atlas_json_read_id, "\"a b\"", 0, NULL, ATLAS_RULE_ID },
  { "id-capital", atlas_json_read_id, "\"A\"", 0, NULL, ATLAS_RULE_ID },
  { "id-path", atlas_json_read_id, "\"../a\"", 0, NULL, ATLAS_RULE_ID },
  { "km-below-0", atlas_json_read_km, "-1", 0, NULL, ATLAS_RULE_VALUE },
  { "km-round-the-earth", atlas_json_read_km, "50000", 0, NULL, ATLAS_RULE_VALUE },
  { "when-words", atlas_json_read_when, "\"soon\"", 0, NULL, ATLAS_RULE_DATE },
  { "language-tag", atlas_json_read_by_language, "{\"../\":\"a\"}", 0, NULL, ATLAS_RULE_VALUE },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GString) text = g_string_new (refused[i].text);
      g_autoptr (JsonNode) root = NULL;
      g_autoptr (GError) error = NULL;
      gpointer out[16] = { NULL };

      if (refused[i].text == NULL)
        g_string_append_c (text, refused[i].element != NULL ? '[' : '"');
      for (guint j = 0; j < refused[i].n; j++)
        g_string_append_printf (text, "%s%s", refused[i].element != NULL && j > 0 ? "," : "",
                                refused[i].element != NULL ? refused[i].element : "x");
      if (refused[i].text == NULL)
        g_string_append_c (text, refused[i].element != NULL ? ']' : '"');

      root = parse (text->str);
      g_test_message ("%s", refused[i].name);
      g_assert_false (refused[i].reader (&ATLAS_JSON_ROOT (root), out, &error));
      g_assert_error (error, ATLAS_BUNDLE_ERROR, (int) refused[i].rule);
      g_assert_null (out[0]);
    }
}

/* RFC 6901: "~" and "/" of a name are escaped. */
static void
test_pointer (void)
{
  g_autoptr (JsonNode) root = parse ("{\"a/b\":{\"m~n\":[0,{\"\":1}]}}");
  AtlasJson        json = ATLAS_JSON_ROOT (root);
  AtlasJson        first, second, third, fourth;
  g_autofree char *pointer = NULL;
  g_autofree char *root_pointer = atlas_json_dup_pointer (&json);
  g_autoptr (GError) error = NULL;

  g_assert_true (atlas_json_enter (&json, "a/b", &first, &error));
  g_assert_true (atlas_json_enter (&first, "m~n", &second, &error));
  third = atlas_json_element (&second, 1);
  g_assert_true (atlas_json_enter_optional (&third, "", &fourth));
  pointer = atlas_json_dup_pointer (&fourth);
  g_assert_cmpstr (pointer, ==, "/a~1b/m~0n/1/");
  g_assert_cmpstr (root_pointer, ==, "");
  g_assert_false (atlas_json_enter (&third, "x", &fourth, &error));
  g_assert_cmpstr (error->message, ==, "#/a~1b/m~0n/1: “x” is missing");
}

/* What is not known is kept as JSON that means the same, in its order. */
static void
test_extra (void)
{
  static const AtlasJsonMember members[] = {
    { "known", atlas_json_read_string, 0, TRUE },
    { NULL },
  };
  static const struct
  {
    const char *text, *extra;
  } cases[] = {
    { "{\"known\":\"a\"}", NULL },
    { "{ \"z\" : [ 1 , -2.5 , true , null ], \"known\":\"a\", \"a\" : { } }", "{\"z\":[1,-2.5,true,null],\"a\":{}}" },
    { "{\"known\":\"a\",\"big\":[1e20,-1E22,1e2],\"e\":\"1e+20.0\\\"1e+20.0\"}",
      "{\"big\":[1e+20,-1e+22,100.0],\"e\":\"1e+20.0\\\"1e+20.0\"}" },
    { "{\"known\":\"a\",\"\\u0259\":\"\\u0259\\n\\/\"}", "{\"ə\":\"ə\\n/\"}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) root = parse (cases[i].text);
      g_autofree char *known = NULL;
      g_autofree char *extra = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (atlas_json_read_object (&ATLAS_JSON_ROOT (root), members, &known, &extra, &error));
      g_assert_cmpstr (known, ==, "a");
      g_assert_cmpstr (extra, ==, cases[i].extra);
      if (extra != NULL)
        json_node_unref (parse (extra));
    }
}

static void
test_choice (void)
{
  static const char *const choices[] = { "one", "two", NULL };
  g_autoptr (JsonNode) root = parse ("[\"two\",\"three\"]");
  AtlasJson json = ATLAS_JSON_ROOT (root);
  AtlasJson good = atlas_json_element (&json, 0), bad = atlas_json_element (&json, 1);
  g_autoptr (GError) error = NULL;
  guint choice = 7;

  g_assert_true (atlas_json_read_choice (&good, choices, ATLAS_RULE_VALUE, &choice, &error));
  g_assert_cmpuint (choice, ==, 1);
  g_assert_false (atlas_json_read_choice (&bad, choices, ATLAS_RULE_VALUE, &choice, &error));
  g_assert_cmpstr (error->message, ==, "#/1: “three” is none of: one, two");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (bad_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/json/bad/", bad_cases[i].name, NULL);

      g_test_add_data_func (path, &bad_cases[i], test_bad);
    }
  g_test_add_func ("/json/numbers", test_numbers);
  g_test_add_func ("/json/depth", test_depth);
  g_test_add_func ("/json/file-size", test_file_size);
  g_test_add_func ("/json/strings", test_strings);
  g_test_add_func ("/json/refused", test_refused);
  g_test_add_func ("/json/pointer", test_pointer);
  g_test_add_func ("/json/extra", test_extra);
  g_test_add_func ("/json/choice", test_choice);

  return g_test_run ();
}
