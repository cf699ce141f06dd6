// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-row.h"

#include "atlas-delta.h"
#include "atlas-heading.h"
#include "atlas-hit.h"

#include <glib/gi18n-lib.h>

struct _AtlasRow
{
  GtkWidget  parent_instance;

  GObject   *object;

  GtkWidget *icon;
  GtkWidget *text; /* a box of the two labels */
  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *count;
};

G_DEFINE_FINAL_TYPE (AtlasRow, atlas_row, GTK_TYPE_WIDGET)

static void
atlas_row_dispose (GObject *object)
{
  AtlasRow *self = ATLAS_ROW (object);

  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->text, gtk_widget_unparent);
  g_clear_pointer (&self->count, gtk_widget_unparent);
  g_clear_object (&self->object);

  G_OBJECT_CLASS (atlas_row_parent_class)->dispose (object);
}

static void
atlas_row_class_init (AtlasRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_row_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "atlas-row");
  /* The list's own widget around it has the name and the states. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static GtkWidget *
create_label (const char *css_class,
              int         n_lines)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_label_set_wrap (GTK_LABEL (label), n_lines > 1);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), n_lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
atlas_row_init (AtlasRow *self)
{
  self->icon = gtk_image_new ();
  gtk_widget_set_valign (self->icon, GTK_ALIGN_START);
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));

  self->text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_hexpand (self->text, TRUE);
  gtk_widget_set_valign (self->text, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));

  self->title = create_label ("title", 3);
  gtk_box_append (GTK_BOX (self->text), self->title);
  self->subtitle = create_label ("subtitle", 2);
  gtk_box_append (GTK_BOX (self->text), self->subtitle);

  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "count");
  gtk_widget_set_parent (self->count, GTK_WIDGET (self));
}

GtkWidget *
atlas_row_new (void)
{
  return g_object_new (ATLAS_TYPE_ROW, NULL);
}

static void
set_css_class (AtlasRow   *self,
               const char *css_class,
               gboolean    is_set)
{
  if (is_set)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), css_class);
}

static void
show_heading (AtlasRow     *self,
              AtlasHeading *heading)
{
  gboolean         can_fold = atlas_heading_get_id (heading) != NULL;
  g_autofree char *count = g_strdup_printf ("%u", atlas_heading_get_count (heading));

  gtk_widget_set_visible (self->icon, can_fold);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), atlas_heading_get_folded (heading) ? "pan-end-symbolic" : "pan-down-symbolic");
  gtk_label_set_text (GTK_LABEL (self->title), atlas_heading_get_title (heading));
  gtk_label_set_text (GTK_LABEL (self->subtitle), NULL);
  gtk_label_set_text (GTK_LABEL (self->count), count);
}

static void
show_item (AtlasRow     *self,
           AtlasItem    *item,
           AtlasSession *session)
{
  g_autofree char *when = atlas_edtf_to_words (&atlas_item_get_when (item)->edtf);
  const char      *language = session != NULL ? atlas_session_get_language (session) : NULL;

  gtk_widget_set_visible (self->icon, TRUE);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), atlas_kind_get_icon (atlas_item_get_kind (item)));
  gtk_label_set_text (GTK_LABEL (self->title), atlas_item_get_name (item, language));
  gtk_label_set_text (GTK_LABEL (self->subtitle), when);
}

static void
show_hit (AtlasRow *self,
          AtlasHit *hit)
{
  gtk_widget_set_visible (self->icon, TRUE);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), atlas_hit_get_icon (hit));
  gtk_label_set_markup (GTK_LABEL (self->title), atlas_hit_get_title (hit));
  gtk_label_set_markup (GTK_LABEL (self->subtitle), atlas_hit_get_snippet (hit));
}

/* The name in two lines and what changed in one, however long they are: the whole is in the tooltip. */
static void
show_delta (AtlasRow     *self,
            AtlasDelta   *delta,
            AtlasSession *session)
{
  AtlasItem       *item = atlas_delta_get_item (delta);
  const char      *name = atlas_item_get_name (item, session != NULL ? atlas_session_get_language (session) : NULL);
  g_autofree char *whole = g_strdup_printf ("%s\n%s", name, atlas_delta_get_words (delta));

  gtk_widget_set_visible (self->icon, TRUE);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), atlas_kind_get_icon (atlas_item_get_kind (item)));
  gtk_label_set_lines (GTK_LABEL (self->title), 2);
  gtk_label_set_text (GTK_LABEL (self->title), name);
  gtk_label_set_lines (GTK_LABEL (self->subtitle), 1);
  gtk_label_set_wrap (GTK_LABEL (self->subtitle), FALSE);
  gtk_label_set_text (GTK_LABEL (self->subtitle), atlas_delta_get_words (delta));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), whole);
}

void
atlas_row_update (AtlasRow     *self,
                  AtlasSession *session)
{
  AtlasItem *item = NULL;
  gboolean   is_outside = FALSE;

  g_return_if_fail (ATLAS_IS_ROW (self));

  item = atlas_row_get_item (self);
  if (ATLAS_IS_ITEM (self->object) && session != NULL)
    is_outside = atlas_session_get_visibility (session, item, NULL) == ATLAS_VISIBILITY_HINT;

  set_css_class (self, "outside", is_outside);
  set_css_class (self, "hovered", item != NULL && session != NULL && atlas_session_get_hovered (session) == item);
}

void
atlas_row_show (AtlasRow     *self,
                GObject      *object,
                AtlasSession *session)
{
  g_return_if_fail (ATLAS_IS_ROW (self));

  g_set_object (&self->object, object);

  if (ATLAS_IS_HEADING (object))
    show_heading (self, ATLAS_HEADING (object));
  else if (ATLAS_IS_HIT (object))
    show_hit (self, ATLAS_HIT (object));
  else if (ATLAS_IS_DELTA (object))
    show_delta (self, ATLAS_DELTA (object), session);
  else if (ATLAS_IS_ITEM (object))
    show_item (self, ATLAS_ITEM (object), session);

  set_css_class (self, "heading", ATLAS_IS_HEADING (object));
  gtk_widget_set_visible (self->count, ATLAS_IS_HEADING (object));
  gtk_widget_set_visible (self->subtitle, *gtk_label_get_text (GTK_LABEL (self->subtitle)) != '\0');
  atlas_row_update (self, session);
}

GObject *
atlas_row_get_object (AtlasRow *self)
{
  g_return_val_if_fail (ATLAS_IS_ROW (self), NULL);

  return self->object;
}

AtlasItem *
atlas_row_get_item (AtlasRow *self)
{
  g_return_val_if_fail (ATLAS_IS_ROW (self), NULL);

  if (ATLAS_IS_ITEM (self->object))
    return ATLAS_ITEM (self->object);
  if (ATLAS_IS_DELTA (self->object))
    return atlas_delta_get_item (ATLAS_DELTA (self->object));
  if (ATLAS_IS_HIT (self->object) && atlas_hit_get_group (ATLAS_HIT (self->object)) == ATLAS_SEARCH_ITEM)
    return atlas_hit_get_item (ATLAS_HIT (self->object));

  return NULL;
}

char *
atlas_row_dup_words (AtlasRow *self)
{
  g_return_val_if_fail (ATLAS_IS_ROW (self), NULL);

  if (ATLAS_IS_ITEM (self->object))
    return atlas_item_to_words (ATLAS_ITEM (self->object));
  if (ATLAS_IS_DELTA (self->object))
    /* Translators: an item of a comparison and what became of it: "South line: planned → operating" */
    return g_strdup_printf (_ ("%s: %s"), gtk_label_get_text (GTK_LABEL (self->title)), atlas_delta_get_words (ATLAS_DELTA (self->object)));
  if (ATLAS_IS_HIT (self->object) && atlas_row_get_item (self) != NULL)
    return atlas_item_to_words (atlas_row_get_item (self));
  if (ATLAS_IS_HIT (self->object))
    return g_strdup (atlas_hit_get_words (ATLAS_HIT (self->object)));
  if (ATLAS_IS_HEADING (self->object))
    /* Translators: a heading of a list and how many rows are under it: "Pipelines, 11" */
    return g_strdup_printf (_ ("%s, %u"), atlas_heading_get_title (ATLAS_HEADING (self->object)),
                            atlas_heading_get_count (ATLAS_HEADING (self->object)));

  return g_strdup ("");
}
