// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-legend.h"

#include "atlas-legend-row.h"

#include <glib/gi18n-lib.h>

/* More rows than this high are scrolled, px. */
#define MAX_HEIGHT 340

struct _AtlasLegend
{
  GtkWidget      parent_instance;

  GtkWidget     *frame;
  GtkWidget     *expander;
  GtkWidget     *heading;
  GtkWidget     *list;     /* of AtlasLegendRowButton */
  GtkWidget     *show_all; /* lets go of what is chosen here */
  AtlasSession  *session;  /* (nullable) */
  GArray        *rows;     /* of AtlasLegendRow */
  AtlasPaletteId palette;
  AtlasOverlay   overlay;
};

G_DEFINE_FINAL_TYPE (AtlasLegend, atlas_legend, GTK_TYPE_WIDGET)

enum
{
  PROP_UNFOLDED = 1,
  N_PROPS
};

enum
{
  UNFOLDED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

static void
row_clicked_cb (AtlasLegend          *self,
                AtlasLegendRowButton *button)
{
  g_autoptr (AtlasFilter) filter = NULL;

  if (self->session == NULL)
    return;

  filter = atlas_legend_row_toggle (atlas_legend_row_button_get_row (button), atlas_session_get_filter (self->session));
  atlas_session_set_filter (self->session, filter);
}

static void
show_all_clicked_cb (AtlasLegend *self)
{
  const AtlasFilter *now = NULL;
  g_autoptr (AtlasFilter) filter = NULL;

  if (self->session == NULL)
    return;

  now = atlas_session_get_filter (self->session);
  filter = self->overlay == ATLAS_OVERLAY_EVIDENCE ? atlas_filter_without_evidence (now) : atlas_filter_without_signs (now);
  gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD); /* the button is about to go */
  atlas_session_set_filter (self->session, filter);
}

static gboolean
rows_equal (GArray *a,
            GArray *b)
{
  if (a == NULL || b == NULL || a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      const AtlasLegendRow *x = &g_array_index (a, AtlasLegendRow, i);
      const AtlasLegendRow *y = &g_array_index (b, AtlasLegendRow, i);

      if (!atlas_legend_row_is_same (x, y) || x->schematic != y->schematic || x->count != y->count || x->chosen != y->chosen || x->put_away != y->put_away)
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_chosen (GArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (rows, AtlasLegendRow, i).chosen)
      return TRUE;

  return FALSE;
}

/* Rows are used again for what comes in their place, but one that is about the same stays itself, so that it keeps the focus. */
static void
show_rows (AtlasLegend *self)
{
  GtkWidget *button = gtk_widget_get_first_child (self->list);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const AtlasLegendRow *row = &g_array_index (self->rows, AtlasLegendRow, i);
      GtkWidget            *own = button;

      while (own != NULL && !atlas_legend_row_is_same (atlas_legend_row_button_get_row (ATLAS_LEGEND_ROW_BUTTON (own)), row))
        own = gtk_widget_get_next_sibling (own);

      if (own == NULL)
        {
          own = atlas_legend_row_button_new ();
          g_signal_connect_object (own, "clicked", G_CALLBACK (row_clicked_cb), self, G_CONNECT_SWAPPED);
          gtk_widget_insert_before (own, self->list, button);
        }
      else
        {
          while (button != own)
            {
              GtkWidget *gone = button;

              button = gtk_widget_get_next_sibling (button);
              gtk_box_remove (GTK_BOX (self->list), gone);
            }
          button = gtk_widget_get_next_sibling (own);
        }
      atlas_legend_row_button_set_row (ATLAS_LEGEND_ROW_BUTTON (own), row, self->palette);
    }

  while (button != NULL)
    {
      GtkWidget *gone = button;

      button = gtk_widget_get_next_sibling (button);
      gtk_box_remove (GTK_BOX (self->list), gone);
    }
}

void
atlas_legend_update (AtlasLegend   *self,
                     AtlasMapScene *scene,
                     AtlasSession  *session,
                     AtlasBox       box)
{
  g_autoptr (GArray) rows = NULL;

  g_return_if_fail (ATLAS_IS_LEGEND (self));

  g_set_object (&self->session, session);
  if (scene == NULL || !gtk_expander_get_expanded (GTK_EXPANDER (self->expander)))
    return;

  rows = atlas_legend_model_rows (scene, session, box);
  if (rows_equal (rows, self->rows) && self->palette == atlas_map_scene_get_palette (scene) && self->overlay == atlas_map_scene_get_overlay (scene))
    return;

  self->palette = atlas_map_scene_get_palette (scene);
  self->overlay = atlas_map_scene_get_overlay (scene);
  g_clear_pointer (&self->rows, g_array_unref);
  self->rows = g_steal_pointer (&rows);

  gtk_label_set_text (GTK_LABEL (self->heading), self->overlay == ATLAS_OVERLAY_EVIDENCE ? _ ("Evidence") : _ ("Legend"));
  show_rows (self);
  gtk_widget_set_visible (self->show_all, has_chosen (self->rows));
}

static void
expanded_changed_cb (AtlasLegend *self)
{
  gtk_widget_set_visible (self->show_all, FALSE);
  g_clear_pointer (&self->rows, g_array_unref);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNFOLDED]);
  g_signal_emit (self, signals[UNFOLDED], 0);
}

static void
atlas_legend_dispose (GObject *object)
{
  AtlasLegend *self = ATLAS_LEGEND (object);

  g_clear_pointer (&self->frame, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_legend_parent_class)->dispose (object);
}

static void
atlas_legend_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  AtlasLegend *self = ATLAS_LEGEND (object);

  switch (property_id)
    {
    case PROP_UNFOLDED:
      g_value_set_boolean (value, gtk_expander_get_expanded (GTK_EXPANDER (self->expander)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
atlas_legend_set_property (GObject      *object,
                           guint         property_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  AtlasLegend *self = ATLAS_LEGEND (object);

  switch (property_id)
    {
    case PROP_UNFOLDED:
      gtk_expander_set_expanded (GTK_EXPANDER (self->expander), g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
atlas_legend_class_init (AtlasLegendClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_legend_dispose;
  object_class->get_property = atlas_legend_get_property;
  object_class->set_property = atlas_legend_set_property;

  properties[PROP_UNFOLDED] =
    g_param_spec_boolean ("unfolded", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[UNFOLDED] = g_signal_new ("unfolded", ATLAS_TYPE_LEGEND, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "atlas-legend");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
create_scroller (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);

  return scroller;
}

/* In the corner, where it moves no row when it comes. */
static void
init_show_all (AtlasLegend *self)
{
  self->show_all = gtk_button_new_with_label (_ ("Show All"));
  gtk_widget_add_css_class (self->show_all, "flat");
  gtk_widget_add_css_class (self->show_all, "show-all");
  gtk_widget_set_halign (self->show_all, GTK_ALIGN_END);
  gtk_widget_set_valign (self->show_all, GTK_ALIGN_START);
  gtk_widget_set_visible (self->show_all, FALSE);
  g_signal_connect_object (self->show_all, "clicked", G_CALLBACK (show_all_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->frame), self->show_all);
}

static void
atlas_legend_init (AtlasLegend *self)
{
  GtkWidget *scroller = NULL;

  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->heading = gtk_label_new (_ ("Legend"));
  gtk_widget_add_css_class (self->heading, "legend-heading");
  self->expander = gtk_expander_new (NULL);
  gtk_expander_set_label_widget (GTK_EXPANDER (self->expander), self->heading);
  scroller = create_scroller (self->list);
  gtk_expander_set_child (GTK_EXPANDER (self->expander), scroller);
  /* GTK 4.8 lets the focus look for its place in a folded child, which is in no window. */
  g_object_bind_property (self->expander, "expanded", scroller, "visible", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->expander, "notify::expanded", G_CALLBACK (expanded_changed_cb), self, G_CONNECT_SWAPPED);

  self->frame = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (self->frame), self->expander);
  gtk_widget_set_parent (self->frame, GTK_WIDGET (self));
  init_show_all (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Legend"), -1);
}

GtkWidget *
atlas_legend_new (void)
{
  return g_object_new (ATLAS_TYPE_LEGEND, NULL);
}
