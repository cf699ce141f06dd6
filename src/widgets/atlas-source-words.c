// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-source-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *id;
  const char *name;
} Word;

/* clang-format off */
static const Word types[] = {
  { "article", N_ ("article") },
  { "article-journal", N_ ("journal article") },
  { "article-magazine", N_ ("magazine article") },
  { "article-newspaper", N_ ("newspaper article") },
  { "bill", N_ ("bill") },
  { "book", N_ ("book") },
  { "broadcast", N_ ("broadcast") },
  { "chapter", N_ ("chapter of a book") },
  { "dataset", N_ ("data set") },
  { "document", N_ ("document") },
  { "entry", N_ ("entry") },
  { "entry-dictionary", N_ ("dictionary entry") },
  { "entry-encyclopedia", N_ ("encyclopaedia entry") },
  { "hearing", N_ ("hearing") },
  { "interview", N_ ("interview") },
  { "legal_case", N_ ("legal case") },
  { "legislation", N_ ("law") },
  { "manuscript", N_ ("manuscript") },
  { "map", N_ ("map") },
  { "motion_picture", N_ ("film") },
  { "pamphlet", N_ ("pamphlet") },
  { "paper-conference", N_ ("conference paper") },
  { "patent", N_ ("patent") },
  { "periodical", N_ ("periodical") },
  { "personal_communication", N_ ("letter") },
  { "post", N_ ("post") },
  { "post-weblog", N_ ("blog post") },
  { "regulation", N_ ("regulation") },
  { "report", N_ ("report") },
  { "review", N_ ("review") },
  { "speech", N_ ("speech") },
  { "standard", N_ ("standard") },
  { "thesis", N_ ("thesis") },
  { "treaty", N_ ("treaty") },
  { "webpage", N_ ("web page") },
};

/* The best first. */
static const Word tiers[] = {
  { "primary-text", N_ ("primary document") },
  { "official", N_ ("official") },
  { "operator", N_ ("its operator") },
  { "reference", N_ ("reference work") },
  { "agency", N_ ("news agency") },
  { "news", N_ ("news") },
  { "mirror", N_ ("mirror copy") },
};

static const Word languages[] = {
  { "ar", N_ ("Arabic") },
  { "az", N_ ("Azerbaijani") },
  { "be", N_ ("Belarusian") },
  { "bg", N_ ("Bulgarian") },
  { "de", N_ ("German") },
  { "el", N_ ("Greek") },
  { "en", N_ ("English") },
  { "es", N_ ("Spanish") },
  { "fa", N_ ("Persian") },
  { "fr", N_ ("French") },
  { "hu", N_ ("Hungarian") },
  { "hy", N_ ("Armenian") },
  { "it", N_ ("Italian") },
  { "ka", N_ ("Georgian") },
  { "kk", N_ ("Kazakh") },
  { "pl", N_ ("Polish") },
  { "ro", N_ ("Romanian") },
  { "ru", N_ ("Russian") },
  { "tk", N_ ("Turkmen") },
  { "tr", N_ ("Turkish") },
  { "uk", N_ ("Ukrainian") },
  { "uz", N_ ("Uzbek") },
  { "zh", N_ ("Chinese") },
};
/* clang-format on */

static const char *
find_word (const Word *words,
           guint       n_words,
           const char *id,
           gsize       length)
{
  for (guint i = 0; i < n_words; i++)
    if (strlen (words[i].id) == length && strncmp (words[i].id, id, length) == 0)
      return _ (words[i].name);

  return id;
}

const char *
atlas_source_get_type_name (const char *type)
{
  g_return_val_if_fail (type != NULL, NULL);

  return find_word (types, G_N_ELEMENTS (types), type, strlen (type));
}

const char *
atlas_source_get_tier_name (const char *tier)
{
  return tier != NULL ? find_word (tiers, G_N_ELEMENTS (tiers), tier, strlen (tier)) : NULL;
}

/* "ru-Latn" is Russian too. */
const char *
atlas_source_get_language_name (const char *tag)
{
  return tag != NULL ? find_word (languages, G_N_ELEMENTS (languages), tag, strcspn (tag, "-_")) : NULL;
}

guint
atlas_source_get_tier_rank (const char *tier)
{
  for (guint i = 0; i < G_N_ELEMENTS (tiers); i++)
    if (g_strcmp0 (tiers[i].id, tier) == 0)
      return i;

  return tier != NULL ? G_N_ELEMENTS (tiers) : G_N_ELEMENTS (tiers) + 1;
}

const char *
atlas_source_get_role_icon (AtlasReferenceRole role)
{
  return role == ATLAS_REFERENCE_REPORT ? "atlas-citation-symbolic" : "atlas-evidence-symbolic";
}

gboolean
atlas_source_is_known (AtlasReference *reference)
{
  if (reference == NULL)
    return FALSE;

  return atlas_reference_get_role (reference) != ATLAS_REFERENCE_REPORT || atlas_reference_get_fields (reference)->title_known;
}

char *
atlas_source_dup_role (AtlasReferenceRole role,
                       guint              number)
{
  if (role == ATLAS_REFERENCE_INDEPENDENT)
    return g_strdup (_ ("Independent public source"));

  return number > 0 ? g_strdup_printf (_ ("The report’s own citation [%u]"), number) : g_strdup (_ ("A source of the report’s own"));
}

char *
atlas_source_dup_whose (AtlasReference *reference,
                        guint           number)
{
  AtlasReferenceRole role = number > 0 || reference == NULL ? ATLAS_REFERENCE_REPORT : atlas_reference_get_role (reference);
  gboolean           own = reference != NULL && atlas_reference_get_fields (reference)->own;
  g_autofree char   *words = NULL;

  if (own && role == ATLAS_REFERENCE_INDEPENDENT)
    return g_strdup (_ ("Added by you"));

  words = atlas_source_dup_role (role, number);

  /* Translators: of a number of the report's list of sources, whose record the user has found: "The report’s own citation [12] · record added by you" */
  return own ? g_strdup_printf (_ ("%s · record added by you"), words) : g_steal_pointer (&words);
}

char *
atlas_source_dup_date (const char *edtf)
{
  AtlasEdtf date;

  if (edtf == NULL || *edtf == '\0')
    return NULL;

  return atlas_edtf_parse (edtf, &date, NULL) ? atlas_edtf_to_words (&date) : g_strdup (edtf);
}

char *
atlas_source_dup_host (const char *url)
{
  g_autoptr (GUri) uri = url != NULL ? g_uri_parse (url, G_URI_FLAGS_ENCODED, NULL) : NULL;

  return uri != NULL ? g_strdup (g_uri_get_host (uri)) : NULL;
}

char *
atlas_source_dup_markup (AtlasReference *reference)
{
  g_autofree char *line = NULL;
  const char      *title = NULL;
  const char      *begin = NULL;
  g_autofree char *before = NULL;

  g_return_val_if_fail (ATLAS_IS_REFERENCE (reference), NULL);

  line = atlas_reference_format_short (reference);
  title = atlas_reference_get_title (reference);
  begin = title != NULL && *title != '\0' ? strstr (line, title) : NULL;
  if (begin == NULL) /* its white space was made single */
    return g_markup_escape_text (line, -1);

  before = g_strndup (line, (gsize) (begin - line));

  return g_markup_printf_escaped ("%s<b>%s</b>%s", before, title, begin + strlen (title));
}

static gboolean
is_primary (AtlasReference *reference,
            const char     *primary)
{
  const AtlasReferenceFields *fields = atlas_reference_get_fields (reference);

  return g_strcmp0 (fields->tier, "primary-text") == 0 || g_strcmp0 (fields->type, "treaty") == 0 || g_strcmp0 (fields->id, primary) == 0;
}

char *
atlas_source_dup_support (AtlasBibliography *bibliography,
                          const char *const *ids,
                          const char        *primary)
{
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();
  guint            n_primary = 0;
  const char      *kind = NULL;
  g_autofree char *count = NULL;
  g_autofree char *of_them = NULL;

  g_return_val_if_fail (ATLAS_IS_BIBLIOGRAPHY (bibliography), NULL);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      AtlasReference *reference = atlas_bibliography_lookup (bibliography, ids[i]);

      if (reference == NULL || g_ptr_array_find (seen, reference, NULL))
        continue;
      g_ptr_array_add (seen, reference);
      n_primary += is_primary (reference, primary);
      kind = atlas_source_get_tier_name (atlas_reference_get_fields (reference)->tier);
    }
  if (seen->len == 0)
    return NULL;

  count = g_strdup_printf (ngettext ("%u source", "%u sources", seen->len), seen->len);
  of_them = g_strdup_printf (ngettext ("%u primary", "%u primary", n_primary), n_primary);
  if (seen->len == 1 && (n_primary == 1 || kind != NULL))
    return g_strdup_printf ("%s, %s", count, n_primary == 1 ? _ ("primary document") : kind);

  return n_primary > 0 ? g_strdup_printf ("%s, %s", count, of_them) : g_steal_pointer (&count);
}

static void
append_count (GString *words,
              char    *count) /* (transfer full) */
{
  g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", count);
  g_free (count);
}

char *
atlas_source_dup_counts (const AtlasBacklinkList *links)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint n_series = 0;

  g_return_val_if_fail (links != NULL, NULL);

  for (guint i = 0; i < links->n_links; i++)
    if (links->links[i].kind == ATLAS_BACKLINK_SERIES)
      n_series++;

  if (links->n_passages > 0)
    append_count (words, g_strdup_printf (ngettext ("%u passage", "%u passages", links->n_passages), links->n_passages));
  if (links->n_items > 0)
    append_count (words, g_strdup_printf (ngettext ("%u item", "%u items", links->n_items), links->n_items));
  if (links->n_statements > 0)
    append_count (words, g_strdup_printf (ngettext ("%u fact", "%u facts", links->n_statements), links->n_statements));
  if (n_series > 0)
    append_count (words, g_strdup_printf (ngettext ("%u series of figures", "%u series of figures", n_series), n_series));

  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : g_strdup (_ ("nothing"));
}
