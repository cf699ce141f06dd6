// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "export-fixture.h"

#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <math.h>

#define KML "http://www.opengis.net/kml/2.2"
#define GX "http://www.google.com/kml/ext/2.2"

static void
say (void       *data,
     const char *format,
     ...)
{
  va_list arguments;

  va_start (arguments, format);
  vfprintf (stderr, format, arguments);
  va_end (arguments);
}

static xmlDoc *
parse (const char *text)
{
  xmlDoc *document = xmlReadMemory (text, (int) strlen (text), "exported.kml", NULL, XML_PARSE_NONET);

  g_assert_nonnull (document);

  return document;
}

/* Elements, their order and their values are those of the schemas. */
static void
assert_valid (xmlDoc *document)
{
  g_autofree char      *path = g_test_build_filename (G_TEST_DIST, "data", "kml.rng", NULL);
  xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewParserCtxt (path);
  xmlRelaxNG           *schema = xmlRelaxNGParse (parser);
  xmlRelaxNGValidCtxt  *validator = xmlRelaxNGNewValidCtxt (schema);

  xmlRelaxNGSetValidErrors (validator, say, say, NULL);
  g_assert_cmpint (xmlRelaxNGValidateDoc (validator, document), ==, 0);
  xmlRelaxNGFreeValidCtxt (validator);
  xmlRelaxNGFree (schema);
  xmlRelaxNGFreeParserCtxt (parser);
}

/* What an XPath expression says, as a text. (transfer full) */
static char *
ask (xmlDoc     *document,
     const char *expression)
{
  xmlXPathContext *context = xmlXPathNewContext (document);
  xmlXPathObject  *object = NULL;
  xmlChar         *text = NULL;
  char            *answer = NULL;

  xmlXPathRegisterNs (context, BAD_CAST "k", BAD_CAST KML);
  xmlXPathRegisterNs (context, BAD_CAST "gx", BAD_CAST GX);
  object = xmlXPathEvalExpression (BAD_CAST expression, context);
  g_assert_nonnull (object);
  text = xmlXPathCastToString (object);
  answer = g_strdup ((const char *) text);
  xmlFree (text);
  xmlXPathFreeObject (object);
  xmlXPathFreeContext (context);

  return answer;
}

static void
assert_answer (xmlDoc     *document,
               const char *expression,
               const char *wanted)
{
  g_autofree char *answer = ask (document, expression);

  if (!g_str_equal (answer, wanted))
    g_error ("%s is “%s”, not “%s”", expression, answer, wanted);
}

static void
test_real (void)
{
  static const struct
  {
    const char *expression, *answer;
  } wanted[] = {
    { "count(//k:Placemark[@id])", "148" },
    { "count(//k:Document/k:Folder[not(.//gx:Tour)])", "9" },
    { "count(//gx:Tour)", "5" },
    { "string(//k:Placemark[@id='item-btc']/k:TimeSpan/k:begin)", "2006-06" },
    { "count(//k:Placemark[@id='item-btc']/k:TimeSpan/k:end)", "0" }, /* open: no limit */
    { "string(//k:Placemark[@id='item-gabala-radar']/k:TimeSpan/k:begin)", "1985" },
    { "string(//k:Placemark[@id='item-gabala-radar']/k:TimeSpan/k:end)", "2012-12-10" },
    { "string(//k:Placemark[@id='item-gabala-radar']/k:Point/k:coordinates)", "47.803,40.871" },
    { "string(//k:Placemark[@id='item-gabala-radar']/k:styleUrl)", "#kind-site" },
    { "string(//k:Placemark[@id='item-politics-1991-1993']/k:TimeSpan/k:end)", "1993-12-31" },
    { "count(//k:Placemark[@id='item-az-ru-power-link']/k:TimeSpan)", "0" }, /* nobody knows */
    { "string(//k:Placemark[@id='item-horadiz-1994']//k:Data[@name='when']/k:value)", "1994-01~/.." },
    { "string(//k:Placemark[@id='item-horadiz-1994']/k:TimeSpan/k:begin)", "1994-01" },
    { "string(//k:Placemark[@id='item-btc']/parent::k:Folder/k:name)", "Pipelines" },
    { "count(//gx:FlyTo) = count(//gx:Wait)", "true" },
    { "count(//gx:FlyTo) = count(//gx:Tour/parent::k:Folder/k:Placemark)", "true" },
    { "count(//gx:FlyTo[gx:flyToMode != 'bounce'])", "0" },
    { "count(//k:styleUrl[not(substring-after(., '#') = //k:Style/@id)])", "0" },
  };
  g_autoptr (AtlasDataset) dataset = export_load_real ();
  g_autofree char *text = export_to_text (dataset, "kml");
  xmlDoc          *document = parse (text);

  assert_valid (document);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    assert_answer (document, wanted[i].expression, wanted[i].answer);
  xmlFreeDoc (document);
}

/* Words that look like markup stay words, for the reader of XML and for the viewer that looks for HTML. */
static void
test_words (void)
{
  g_autoptr (AtlasDataset) dataset = export_load_changed ("\"title\": \"The talk\",", "\"title\": \"<b>A & B</b> ]]> \\\"C\\\"\", \"summary\": \"1 < 2 & <script>x</script> [12] end\",");
  g_autofree char *text = export_to_text (dataset, "kml");
  xmlDoc          *document = parse (text);
  g_autofree char *description = ask (document, "string(//k:Placemark[@id='item-talk']/k:description)");

  assert_valid (document);
  assert_answer (document, "string(//k:Placemark[@id='item-talk']/k:name)", "<b>A & B</b> ]]> \"C\"");
  g_assert_true (g_str_has_prefix (description, "1 &lt; 2 &amp; &lt;script&gt;x&lt;/script&gt; end\n"));
  xmlFreeDoc (document);
}

static const struct
{
  const char *path, *geometry, *expression, *answer;
} geometries[] = {
  { "none", "null", "count(//k:Placemark[@id='item-talk']/k:Point)", "0" },
  { "multi-point", "{ \"type\": \"MultiPoint\", \"coordinates\": [[1, 2], [3, 4]] }", "count(//k:Placemark[@id='item-talk']/k:MultiGeometry/k:Point)", "2" },
  { "one-of-many", "{ \"type\": \"MultiPoint\", \"coordinates\": [[1, 2]] }", "count(//k:Placemark[@id='item-talk']/k:MultiGeometry/k:Point)", "1" },
  { "multi-polygon",
    "{ \"type\": \"MultiPolygon\", \"coordinates\": [[[[0, 0], [9, 0], [9, 9], [0, 0]], [[6, 1], [7, 3], [7, 2], [6, 1]]], [[[20, 0], [29, 0], [29, 9], [20, 0]]]] }",
    "concat(count(//k:Placemark[@id='item-talk']//k:Polygon), count(//k:Placemark[@id='item-talk']//k:innerBoundaryIs))", "21" },
  { "collection",
    "{ \"type\": \"GeometryCollection\", \"geometries\": [{ \"type\": \"Point\", \"coordinates\": [1, 2] }, { \"type\": \"LineString\", \"coordinates\": [[1, 2], [3, 4]] }] }",
    "string(//k:Placemark[@id='item-talk']/k:MultiGeometry/k:LineString/k:coordinates)", "1,2 3,4" },
};

static void
test_geometry (gconstpointer data)
{
  guint            i = GPOINTER_TO_UINT (data);
  g_autofree char *to = g_strdup_printf ("%s,\n      \"when\"", geometries[i].geometry);
  g_autoptr (AtlasDataset) dataset = export_load_changed ("null,\n      \"when\"", to);
  g_autofree char *text = export_to_text (dataset, "kml");
  xmlDoc          *document = parse (text);

  assert_valid (document);
  assert_answer (document, geometries[i].expression, geometries[i].answer);
  xmlFreeDoc (document);
}

/* A step's camera: 6.4/40.6/44.5 on a map of 1024 px. A px is 40075016.686 · cos 40.6° / (256 · 2^6.4) = 1407.6 m, the map's
 * width 1441400 m; from above with an angle of 60°: 1441400 / (2 · tan 30°) = 1248290 m. */
static void
test_tour (void)
{
  g_autoptr (AtlasDataset) dataset = export_load_changed (NULL, NULL);
  g_autofree char *text = export_to_text (dataset, "kml");
  xmlDoc          *document = parse (text);
  g_autofree char *range = ask (document, "string(//gx:Tour[1]//gx:FlyTo[1]/k:LookAt/k:range)");

  assert_valid (document);
  g_assert_cmpfloat (fabs (g_ascii_strtod (range, NULL) - 1248290.0), <, 2000.0);
  assert_answer (document, "string((//gx:FlyTo)[1]/k:LookAt/k:longitude)", "44.500000");
  assert_answer (document, "string((//gx:FlyTo)[1]/k:LookAt/k:latitude)", "40.600000");
  assert_answer (document, "string((//gx:FlyTo)[1]//gx:TimeSpan/k:begin)", "2006-07-01");
  assert_answer (document, "string((//gx:FlyTo)[1]//gx:TimeSpan/k:end)", "2006-07-31");
  assert_answer (document, "string((//gx:FlyTo)[2]//gx:TimeSpan/k:begin)", "1991-01-01"); /* without a date: what the timeline shows */
  assert_answer (document, "string((//gx:FlyTo)[2]//gx:TimeSpan/k:end)", "2030-12-31");
  assert_answer (document, "string((//gx:Tour)[1]/parent::k:Folder/k:Placemark[1]/k:name)", "1. The pipeline");
  assert_answer (document, "string((//gx:Tour)[1]/parent::k:Folder/k:Placemark[1]/k:description)", "It carries oil.");
  xmlFreeDoc (document);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/io/exporter-kml/real", test_real);
  g_test_add_func ("/io/exporter-kml/words", test_words);
  for (guint i = 0; i < G_N_ELEMENTS (geometries); i++)
    {
      g_autofree char *path = g_strconcat ("/io/exporter-kml/geometry/", geometries[i].path, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_geometry);
    }
  g_test_add_func ("/io/exporter-kml/tour", test_tour);
  status = g_test_run ();
  xmlCleanupParser ();

  return status;
}
