// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-passage-mark.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _AtlasPassageMark
{
  GtkWidget           parent_instance;

  AtlasPassageTimes  *times; /* keeps @passage */
  const AtlasPassage *passage;
  guint               position;
  guint               n_passages;
  gboolean            current;
  char               *label;
};

G_DEFINE_FINAL_TYPE (AtlasPassageMark, atlas_passage_mark, GTK_TYPE_WIDGET)

/* What assistive technology activates; the keyboard's Enter comes to the strip itself. */
static void
activate_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  gtk_widget_grab_focus (widget);
  gtk_widget_activate_action (widget, "passages.read", NULL);
}

static void
atlas_passage_mark_finalize (GObject *object)
{
  AtlasPassageMark *self = ATLAS_PASSAGE_MARK (object);

  g_clear_pointer (&self->times, atlas_passage_times_unref);
  g_free (self->label);

  G_OBJECT_CLASS (atlas_passage_mark_parent_class)->finalize (object);
}

static void
atlas_passage_mark_class_init (AtlasPassageMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atlas_passage_mark_finalize;

  gtk_widget_class_install_action (widget_class, "passage-mark.activate", NULL, activate_action);
  gtk_widget_class_set_css_name (widget_class, "atlas-passage-mark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LINK);
}

static void
atlas_passage_mark_init (AtlasPassageMark *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE); /* the strip knows best what the pointer is on */
}

GtkWidget *
atlas_passage_mark_new (void)
{
  return g_object_new (ATLAS_TYPE_PASSAGE_MARK, NULL);
}

const AtlasPassage *
atlas_passage_mark_get_passage (AtlasPassageMark *self)
{
  g_return_val_if_fail (ATLAS_IS_PASSAGE_MARK (self), NULL);

  return self->passage;
}

static char *
say (AtlasPassageTimes  *times,
     const AtlasPassage *passage)
{
  g_autofree char *place = atlas_report_dup_place (atlas_passage_times_get_report (times), passage);
  g_autofree char *years = atlas_passage_times_to_words (times, passage);
  char            *inner = strstr (place, " › ");

  if (inner != NULL)
    *inner = '\0';

  /* Translators: a passage of the report, its section and its years: "Passage 12, Economic ties, speaks of 1994 to 2006". */
  return g_strdup_printf (_ ("Passage %u, %s, speaks of %s"), passage->number, place, years != NULL ? years : "");
}

void
atlas_passage_mark_set_passage (AtlasPassageMark   *self,
                                AtlasPassageTimes  *times,
                                const AtlasPassage *passage,
                                guint               position,
                                guint               n_passages)
{
  g_return_if_fail (ATLAS_IS_PASSAGE_MARK (self));
  g_return_if_fail (passage == NULL || times != NULL);

  if (self->times == times && self->passage == passage && self->position == position && self->n_passages == n_passages)
    return;

  if (times != NULL)
    atlas_passage_times_ref (times);
  g_clear_pointer (&self->times, atlas_passage_times_unref);
  g_clear_pointer (&self->label, g_free);
  self->times = times;
  self->passage = passage;
  self->position = position;
  self->n_passages = n_passages;
  if (passage == NULL)
    return;

  self->label = say (times, passage);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->label, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) position + 1,
                                  GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) n_passages, -1);
}

void
atlas_passage_mark_set_current (AtlasPassageMark *self,
                                gboolean          current)
{
  g_return_if_fail (ATLAS_IS_PASSAGE_MARK (self));

  current = current != FALSE;
  if (self->current == current)
    return;

  self->current = current;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, current, -1);
}

const char *
atlas_passage_mark_get_label (AtlasPassageMark *self)
{
  g_return_val_if_fail (ATLAS_IS_PASSAGE_MARK (self), NULL);

  return self->label;
}
