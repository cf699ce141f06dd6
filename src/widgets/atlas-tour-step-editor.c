// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-tour-step-editor.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Characters of a line: in any script it is shorter than the longest name of a file of tours. */
#define MAX_LINE 250

typedef enum
{
  FIELD_TITLE,
  FIELD_TEXT,
  FIELD_NOTES,
  FIELD_QUESTION,
  FIELD_ANSWER,
  N_FIELDS
} Field;

/* clang-format off */
static const struct
{
  const char *id;
  const char *name;
  const char *hint;
  gboolean    one_line;
  gsize       offset; /* in the spec */
} fields[N_FIELDS] = {
  [FIELD_TITLE]    = { "title",    N_ ("Title"),    N_ ("Read from the back row: a few words"), TRUE,  G_STRUCT_OFFSET (AtlasTourStepSpec, title) },
  [FIELD_TEXT]     = { "text",     N_ ("Text"),     N_ ("What the hall reads: one to three sentences; [12] is a citation of the report’s"), FALSE, G_STRUCT_OFFSET (AtlasTourStepSpec, text) },
  [FIELD_NOTES]    = { "notes",    N_ ("Notes"),    N_ ("For the speaker only"),                FALSE, G_STRUCT_OFFSET (AtlasTourStepSpec, notes) },
  [FIELD_QUESTION] = { "question", N_ ("Question"), N_ ("What you want to ask the hall"),       TRUE,  G_STRUCT_OFFSET (AtlasTourStepSpec, question) },
  [FIELD_ANSWER]   = { "answer",   N_ ("Answer"),   N_ ("Shown when you open it"),              FALSE, G_STRUCT_OFFSET (AtlasTourStepSpec, answer) },
};
/* clang-format on */

struct _AtlasTourStepEditor
{
  GtkWidget      parent_instance;

  AtlasTourStep *step;
  GtkWidget     *inputs[N_FIELDS];
  gboolean       showing; /* no change is the user's */
};

G_DEFINE_FINAL_TYPE (AtlasTourStepEditor, atlas_tour_step_editor, GTK_TYPE_WIDGET)

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

char *
atlas_tour_words_clean (const char *text,
                        gboolean    one_line)
{
  GString *clean = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (character == '\n' && !one_line)
        g_string_append_c (clean, '\n');
      else if (character == '\n' || character == '\t')
        g_string_append_c (clean, ' ');
      else if (!g_unichar_iscntrl (character))
        g_string_append_unichar (clean, character);
    }

  return g_string_free (clean, FALSE);
}

/* (transfer full) */
static char *
dup_words (AtlasTourStepEditor *self,
           Field                field)
{
  g_autofree char *words = NULL;

  if (fields[field].one_line)
    words = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->inputs[field])));
  else
    g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->inputs[field])), "text", &words, NULL);

  return atlas_tour_words_clean (words, fields[field].one_line);
}

static const char *
get_field (const AtlasTourStepSpec *spec,
           Field                    field)
{
  const char *words = *(const char *const *) G_STRUCT_MEMBER_P (spec, fields[field].offset);

  return words != NULL ? words : "";
}

static void
changed_cb (AtlasTourStepEditor *self,
            GObject             *input)
{
  if (self->showing)
    return;

  for (guint i = 0; i < N_FIELDS; i++)
    if (self->inputs[i] == (GtkWidget *) input ||
        (!fields[i].one_line && gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->inputs[i])) == (GtkTextBuffer *) input))
      {
        if (i == FIELD_QUESTION)
          gtk_widget_set_sensitive (self->inputs[FIELD_ANSWER], *gtk_editable_get_text (GTK_EDITABLE (input)) != '\0');
        g_signal_emit (self, signals[EDITED], 0, fields[i].id);
      }
}

GtkWidget *
atlas_tour_create_text_view (void)
{
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_add_css_class (view, "field");

  return view;
}

/* A line that is empty has its place too. */
static gboolean
text_to_shape (GBinding     *binding,
               const GValue *from,
               GValue       *to,
               gpointer      user_data)
{
  const char *text = g_value_get_string (from);

  g_value_take_string (to, g_strconcat (text != NULL ? text : "", " ", NULL));

  return TRUE;
}

static GtkSizeRequestMode
get_height_for_width (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* A label that is asked how narrow it can be at a height answers far too wide where its words are many; nothing is as wide as that here. */
static void
measure_field (GtkWidget     *widget,
               GtkOrientation orientation,
               int            for_size,
               int           *minimum,
               int           *natural,
               int           *minimum_baseline,
               int           *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (widget), orientation, orientation == GTK_ORIENTATION_HORIZONTAL ? -1 : for_size, minimum,
                      natural, minimum_baseline, natural_baseline);
}

static void
allocate_field (GtkWidget *widget,
                int        width,
                int        height,
                int        baseline)
{
  gtk_widget_allocate (gtk_widget_get_first_child (widget), width, height, baseline, NULL);
}

/* A text view does not know how high it is at which width before it is drawn; a label with the same words does. */
static GtkWidget *
create_growing (GtkWidget *view)
{
  GtkWidget *field = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *scroller = gtk_scrolled_window_new (); /* so that the text view takes what it is given */
  GtkWidget *shape = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_NONE, NULL);

  gtk_label_set_wrap (GTK_LABEL (shape), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (shape), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (shape), 0.0F);
  gtk_widget_set_opacity (shape, 0.0);
  gtk_widget_set_can_target (shape, FALSE);
  gtk_widget_add_css_class (shape, "field-shape");
  g_object_bind_property_full (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "text", shape, "label", G_BINDING_SYNC_CREATE, text_to_shape,
                               NULL, NULL, NULL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_EXTERNAL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), shape);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), scroller);
  gtk_box_append (GTK_BOX (field), overlay);
  gtk_widget_set_layout_manager (field, gtk_custom_layout_new (get_height_for_width, measure_field, allocate_field));

  return field;
}

GtkWidget *
atlas_tour_create_field (const char *name,
                         GtkWidget  *input)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_widget_add_css_class (label, "field-name");
  gtk_accessible_update_property (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_IS_TEXT_VIEW (input) ? create_growing (input) : input);

  return box;
}

static void
add_field (AtlasTourStepEditor *self,
           Field                field)
{
  GtkWidget *input = NULL;
  GtkWidget *box = NULL;
  GObject   *source = NULL;

  if (fields[field].one_line)
    {
      input = gtk_entry_new ();
      gtk_entry_set_max_length (GTK_ENTRY (input), MAX_LINE);
      gtk_entry_set_placeholder_text (GTK_ENTRY (input), _ (fields[field].hint));
      source = G_OBJECT (input);
    }
  else
    {
      input = atlas_tour_create_text_view ();
      source = G_OBJECT (gtk_text_view_get_buffer (GTK_TEXT_VIEW (input)));
    }

  self->inputs[field] = input;
  gtk_accessible_update_property (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _ (fields[field].hint), -1);
  box = atlas_tour_create_field (_ (fields[field].name), input);
  gtk_widget_set_tooltip_text (gtk_widget_get_first_child (box), _ (fields[field].hint));
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  g_signal_connect_object (source, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
atlas_tour_step_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (ATLAS_TOUR_STEP_EDITOR (widget)->inputs[FIELD_TITLE]);
}

static void
atlas_tour_step_editor_dispose (GObject *object)
{
  AtlasTourStepEditor *self = ATLAS_TOUR_STEP_EDITOR (object);
  GtkWidget           *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->step);

  G_OBJECT_CLASS (atlas_tour_step_editor_parent_class)->dispose (object);
}

static void
atlas_tour_step_editor_class_init (AtlasTourStepEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_tour_step_editor_dispose;
  widget_class->grab_focus = atlas_tour_step_editor_grab_focus;

  signals[EDITED] = g_signal_new ("edited", ATLAS_TYPE_TOUR_STEP_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "atlas-tour-step-editor");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_tour_step_editor_init (AtlasTourStepEditor *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  for (guint i = 0; i < N_FIELDS; i++)
    add_field (self, (Field) i);
}

GtkWidget *
atlas_tour_step_editor_new (AtlasTourStep *step)
{
  AtlasTourStepEditor *self = g_object_new (ATLAS_TYPE_TOUR_STEP_EDITOR, NULL);

  atlas_tour_step_editor_set_step (self, step);

  return GTK_WIDGET (self);
}

void
atlas_tour_step_editor_set_step (AtlasTourStepEditor *self,
                                 AtlasTourStep       *step)
{
  AtlasTourStepSpec spec = { NULL };

  g_return_if_fail (ATLAS_IS_TOUR_STEP_EDITOR (self) && ATLAS_IS_TOUR_STEP (step));

  g_set_object (&self->step, step);
  spec = atlas_tour_step_get_spec (step);
  self->showing = TRUE;
  for (guint i = 0; i < N_FIELDS; i++)
    {
      g_autofree char *there = dup_words (self, (Field) i);
      const char      *words = get_field (&spec, (Field) i);

      if (g_str_equal (there, words) || (i == FIELD_TITLE && *there == '\0' && gtk_widget_get_state_flags (self->inputs[i]) & GTK_STATE_FLAG_FOCUS_WITHIN))
        continue; /* it is being typed */
      if (fields[i].one_line)
        gtk_editable_set_text (GTK_EDITABLE (self->inputs[i]), words);
      else
        gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->inputs[i])), words, -1);
    }
  gtk_widget_set_sensitive (self->inputs[FIELD_ANSWER], spec.question != NULL);
  self->showing = FALSE;
}

AtlasTourStep *
atlas_tour_step_editor_create_step (AtlasTourStepEditor *self)
{
  AtlasTourStepSpec spec = { NULL };
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (ATLAS_IS_TOUR_STEP_EDITOR (self), NULL);

  spec = atlas_tour_step_get_spec (self->step);
  words = g_new0 (char *, N_FIELDS + 1);
  for (guint i = 0; i < N_FIELDS; i++)
    {
      words[i] = dup_words (self, (Field) i);
      if (i != FIELD_TITLE || *words[i] != '\0')
        *(const char **) G_STRUCT_MEMBER_P (&spec, fields[i].offset) = words[i];
    }

  return atlas_tour_step_new (&spec);
}
