// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-console-sources.h"

#include "atlas-source-words.h"

#include <glib/gi18n-lib.h>

/* For how long a button says that it has copied, s. */
#define COPIED_FOR 2
/* The least width of a text: without one GTK finds it by laying the text out a letter a line. */
#define LEAST_CHARS 16

struct _AtlasConsoleSources
{
  GtkWidget          parent_instance;

  AtlasPresentation *presentation;
  GSignalGroup      *signals;
  GSignalGroup      *session_signals;
  GtkWidget         *scroller;
  GtkWidget         *box;
  GHashTable        *shown; /* ids and numbers of what has a row already */
  guint              n_sources;
};

G_DEFINE_FINAL_TYPE (AtlasConsoleSources, atlas_console_sources, GTK_TYPE_WIDGET)

enum
{
  OPEN_URI,
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkWidget *
create_text (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), LEAST_CHARS);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static gboolean
copied_cb (gpointer user_data)
{
  gtk_button_set_label (user_data, _ ("Copy"));

  return G_SOURCE_REMOVE;
}

static void
copy_cb (GtkButton *button)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (button)), g_object_get_data (G_OBJECT (button), "reference"));
  gtk_button_set_label (button, _ ("Copied"));
  g_timeout_add_seconds_full (G_PRIORITY_DEFAULT, COPIED_FOR, copied_cb, g_object_ref (button), g_object_unref);
}

static void
open_cb (AtlasConsoleSources *self,
         GtkButton           *button)
{
  g_signal_emit (self, signals[OPEN_URI], 0, g_object_get_data (G_OBJECT (button), "uri"));
}

static GtkWidget *
add_button (GtkWidget  *bar,
            const char *label,
            const char *tooltip, /* (nullable) */
            const char *of)      /* of which source, for assistive technology */
{
  GtkWidget       *button = gtk_button_new_with_label (label);
  g_autofree char *words = g_strdup_printf ("%s: %s", label, of);

  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_box_append (GTK_BOX (bar), button);

  return button;
}

/* What can be done with a record; the browser is opened by its button and by nothing else. */
static void
add_actions (AtlasConsoleSources *self,
             GtkWidget           *row,
             AtlasReference      *reference)
{
  GtkWidget       *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char      *uri = atlas_reference_get_safe_url (reference);
  const char      *title = atlas_reference_get_title (reference);
  g_autofree char *host = atlas_source_dup_host (uri);
  GtkWidget       *address = create_text ("address");
  GtkWidget       *copy = add_button (bar, _ ("Copy"), _ ("Copy the reference"), title);
  GtkWidget       *open = NULL;

  g_object_set_data_full (G_OBJECT (copy), "reference", atlas_reference_format (reference), g_free);
  g_signal_connect (copy, "clicked", G_CALLBACK (copy_cb), NULL);
  if (uri != NULL)
    {
      open = add_button (bar, _ ("Open in Browser"), uri, title);
      g_object_set_data_full (G_OBJECT (open), "uri", g_strdup (uri), g_free);
      g_signal_connect_object (open, "clicked", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
    }

  gtk_label_set_text (GTK_LABEL (address), host != NULL ? host : _ ("no address"));
  gtk_label_set_wrap (GTK_LABEL (address), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (address), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (address, TRUE);
  gtk_box_prepend (GTK_BOX (bar), address);
  gtk_widget_add_css_class (bar, "actions");
  gtk_box_append (GTK_BOX (row), bar);
}

/* Whose source it is, of which kind, and the record. */
static void
add_row (AtlasConsoleSources *self,
         AtlasReference      *reference, /* (nullable) */
         AtlasReferenceRole   role,
         guint                number)
{
  GtkWidget       *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget       *whose = create_text ("whose");
  GtkWidget       *record = create_text ("record");
  const char      *tier = reference != NULL ? atlas_source_get_tier_name (atlas_reference_get_fields (reference)->tier) : NULL;
  g_autofree char *words = atlas_source_dup_role (role, number);
  g_autofree char *line = tier != NULL && role == ATLAS_REFERENCE_INDEPENDENT ? g_strdup_printf ("%s · %s", words, tier) : g_strdup (words);
  g_autofree char *markup = NULL;

  if (atlas_source_is_known (reference))
    markup = atlas_source_dup_markup (reference);
  else
    markup = g_markup_printf_escaped ("<i>%s</i>", _ ("Not in this atlas’s copy of the report"));

  gtk_label_set_text (GTK_LABEL (whose), line);
  gtk_label_set_markup (GTK_LABEL (record), markup);
  gtk_box_append (GTK_BOX (row), whose);
  gtk_box_append (GTK_BOX (row), record);
  if (atlas_source_is_known (reference))
    add_actions (self, row, reference);
  gtk_widget_add_css_class (row, "source");
  gtk_widget_add_css_class (row, role == ATLAS_REFERENCE_REPORT ? "report" : "independent");
  gtk_box_append (GTK_BOX (self->box), row);
  self->n_sources++;
}

static void
add_heading (AtlasConsoleSources *self,
             const char          *words)
{
  GtkWidget *heading = create_text ("part-heading");

  gtk_label_set_text (GTK_LABEL (heading), words);
  gtk_box_append (GTK_BOX (self->box), heading);
}

/* The report's numbers; those that have a row already are left out. */
static void
add_citations (AtlasConsoleSources *self,
               AtlasBibliography   *bibliography,
               const guint         *citations,
               guint                n_citations,
               const char          *heading)
{
  gboolean any = FALSE;

  for (guint i = 0; i < n_citations; i++)
    if (g_hash_table_add (self->shown, g_strdup_printf ("[%u]", citations[i])))
      {
        if (!any)
          add_heading (self, heading);
        any = TRUE;
        add_row (self, atlas_bibliography_lookup_number (bibliography, citations[i]), ATLAS_REFERENCE_REPORT, citations[i]);
      }
}

static void
add_independent (AtlasConsoleSources *self,
                 AtlasBibliography   *bibliography,
                 const char *const   *ids,
                 guint                n_ids,
                 const char          *heading)
{
  gboolean any = FALSE;

  for (guint i = 0; i < n_ids; i++)
    {
      AtlasReference *reference = atlas_bibliography_lookup (bibliography, ids[i]);

      if (reference == NULL || !g_hash_table_add (self->shown, g_strdup (ids[i])))
        continue;
      if (!any)
        add_heading (self, heading);
      any = TRUE;
      add_row (self, reference, atlas_reference_get_role (reference), atlas_reference_get_number (reference));
    }
}

static void
add_step (AtlasConsoleSources *self,
          AtlasBibliography   *bibliography)
{
  AtlasTourStep     *step = atlas_presentation_get_current (self->presentation);
  guint              n_citations = 0;
  const guint       *citations = atlas_tour_step_get_citations (step, &n_citations);
  const char *const *ids = atlas_tour_step_get_sources (step);

  add_citations (self, bibliography, citations, n_citations, _ ("The report’s own citations in this step"));
  add_independent (self, bibliography, ids, g_strv_length ((GStrv) ids), _ ("Independent sources of this step"));
}

static void
add_item (AtlasConsoleSources *self,
          AtlasBibliography   *bibliography,
          AtlasItem           *item)
{
  AtlasSession    *session = atlas_presentation_get_session (self->presentation);
  const char      *name = atlas_item_get_name (item, atlas_session_get_language (session));
  g_autofree char *of_report = g_strdup_printf (_ ("The report’s own citations of “%s”"), name);
  g_autofree char *independent = g_strdup_printf (_ ("Independent sources of “%s”"), name);
  g_autoptr (GPtrArray) ids = atlas_dataset_dup_item_sources (atlas_session_get_dataset (session), item);
  guint        n_cites = 0;
  const guint *cites = atlas_item_get_cites (item, &n_cites);

  add_citations (self, bibliography, cites, n_cites, of_report);
  add_independent (self, bibliography, (const char *const *) ids->pdata, ids->len, independent);
}

/* GTK would leave the focus in what goes. */
static void
clear (AtlasConsoleSources *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *child = NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, self->box))
    gtk_root_set_focus (root, NULL);
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  g_hash_table_remove_all (self->shown);
  self->n_sources = 0;
}

static void
show (AtlasConsoleSources *self)
{
  AtlasSession *session = self->presentation != NULL ? atlas_presentation_get_session (self->presentation) : NULL;
  AtlasDataset *dataset = session != NULL ? atlas_session_get_dataset (session) : NULL;

  clear (self);
  if (dataset == NULL)
    return;

  add_step (self, atlas_dataset_get_bibliography (dataset));
  if (atlas_session_get_selected (session) != NULL)
    add_item (self, atlas_dataset_get_bibliography (dataset), atlas_session_get_selected (session));
  if (self->n_sources == 0)
    add_heading (self, _ ("This step names no sources."));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0.0);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
atlas_console_sources_dispose (GObject *object)
{
  AtlasConsoleSources *self = ATLAS_CONSOLE_SOURCES (object);

  if (self->signals != NULL)
    {
      g_signal_group_set_target (self->signals, NULL);
      g_signal_group_set_target (self->session_signals, NULL);
    }
  g_clear_object (&self->signals);
  g_clear_object (&self->session_signals);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->shown, g_hash_table_unref);
  g_clear_object (&self->presentation);

  G_OBJECT_CLASS (atlas_console_sources_parent_class)->dispose (object);
}

static void
atlas_console_sources_class_init (AtlasConsoleSourcesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_console_sources_dispose;

  signals[OPEN_URI] = g_signal_new ("open-uri", ATLAS_TYPE_CONSOLE_SOURCES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CHANGED] = g_signal_new ("changed", ATLAS_TYPE_CONSOLE_SOURCES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "atlas-console-sources");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_console_sources_init (AtlasConsoleSources *self)
{
  self->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->signals = g_signal_group_new (ATLAS_TYPE_PRESENTATION);
  g_signal_group_connect_object (self->signals, "notify::current", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  self->session_signals = g_signal_group_new (ATLAS_TYPE_SESSION);
  g_signal_group_connect_object (self->session_signals, "notify::selected", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "notify::dataset", G_CALLBACK (show), self, G_CONNECT_SWAPPED);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->box);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Sources to quote"), -1);
}

GtkWidget *
atlas_console_sources_new (void)
{
  return g_object_new (ATLAS_TYPE_CONSOLE_SOURCES, NULL);
}

void
atlas_console_sources_set_presentation (AtlasConsoleSources *self,
                                        AtlasPresentation   *presentation)
{
  g_return_if_fail (ATLAS_IS_CONSOLE_SOURCES (self));

  if (!g_set_object (&self->presentation, presentation))
    return;

  g_signal_group_set_target (self->signals, presentation);
  g_signal_group_set_target (self->session_signals, presentation != NULL ? atlas_presentation_get_session (presentation) : NULL);
  show (self);
}

guint
atlas_console_sources_get_n_sources (AtlasConsoleSources *self)
{
  g_return_val_if_fail (ATLAS_IS_CONSOLE_SOURCES (self), 0);

  return self->n_sources;
}
