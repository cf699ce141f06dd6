// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-find.h"
#include "atlas-passage-times.h"
#include "atlas-reader-text.h"
#include "atlas-reader-view.h"
#include "atlas-reader.h"

G_BEGIN_DECLS

/* A highlight as it is drawn: of characters of the buffer. */
typedef struct
{
  int                  start;
  int                  end;
  AtlasHighlightColour colour;
  gboolean             has_note;
} AtlasReaderMark;

/* What a note is on: words of a passage that are marked, or all of it. */
typedef struct
{
  const char *passage;
  int         offset; /* of the buffer's characters: where it begins */
  guint       start;  /* of the passage's; both 0: all of it */
  guint       end;
} AtlasReaderNoted;

/* The bar in which one looks for words. */
typedef struct
{
  GtkWidget *bar;
  GtkWidget *entry;
  GtkWidget *count;
  AtlasFind *find;    /* NULL: nobody has looked for anything in this text */
  guint      current; /* of the matches; their number: none */
  int        origin;  /* where one was when one began */
  guint      source;  /* goes on looking */
} AtlasReaderFind;

/* The bar at the foot, while an item is selected. */
typedef struct
{
  GtkWidget *bar;
  GtkWidget *name;
  GtkWidget *count;
  GtkWidget *previous;
  GtkWidget *next;
  GArray    *links; /* of guint: links of the text that mention it */
} AtlasReaderMentions;

typedef struct
{
  GtkWidget *button;  /* opens the list over the text */
  GtkWidget *toggle;  /* shows it beside the text */
  GtkWidget *popover;
  GtkWidget *side;
  GtkWidget *scroller;
  GtkWidget *list;    /* NULL: nobody has seen it yet */
  int        section; /* the one that is read; -1 */
  guint      source;  /* finds out which */
  gboolean   wide;    /* there is room beside the text */
  gboolean   wanted;  /* and it is wanted there */
} AtlasReaderOutline;

struct _AtlasReader
{
  GtkWidget           parent_instance;

  AtlasSession       *session;
  GSignalGroup       *session_signals;
  AtlasReaderText    *text; /* NULL without an atlas */
  double              zoom;
  gboolean            copies_reference;
  gboolean            copies_citations;

  GtkWidget          *head;
  GtkWidget          *place;   /* says which section is read */
  GtkWidget          *edition; /* Retold / Original */
  GtkWidget          *body;
  GtkWidget          *scroller;
  GtkWidget          *view;
  GtkWidget          *menu; /* at the pointer; NULL: not yet */

  /* Ink under the words. */
  AtlasReaderLook     look;
  GdkRGBA             ink;
  GHashTable         *numbers;    /* guint → PangoLayout */
  GArray             *rectangles; /* of graphene_rect_t: room to work in */
  GArray             *highlights; /* of AtlasReaderHighlight */
  GArray             *marks;      /* of AtlasReaderMark, in order: those that are in this text */
  GHashTable         *noted;      /* ids of the passages with notes */
  gboolean            dark;

  /* What was gone to last, at the mark "goal". */
  double              goal_align;
  gboolean            has_goal;   /* nobody has scrolled since */
  gint64              goal_begin; /* µs */
  gint64              goal_until; /* it is looked after, µs */
  guint               goal_tick;

  /* Links. */
  const AtlasReaderLink *hovered; /* the pointer is over it */
  gboolean            points;     /* at something that a click opens */
  gboolean            by_keys;    /* the caret came where it is by keys: the link it is on has a ring */
  gboolean            lights;     /* the session's hovered item is of this reader */

  AtlasReaderOutline  outline;
  AtlasReaderFind     find;
  AtlasReaderMentions mentions;

  /* Following. */
  gboolean            follow;
  GtkWidget          *follow_button;
  AtlasPassageTimes  *times;
  guint               following;
  gboolean            telling; /* the session is being told: not news */
  gint64              moved;   /* until then the program scrolls, µs */
};

/* The whole: what is read, and where. */
void                   atlas_reader_fill             (AtlasReader           *self);
void                   atlas_reader_forget_text      (AtlasReader           *self);
void                   atlas_reader_go_to            (AtlasReader           *self,
                                                      int                    start,
                                                      int                    end,
                                                      double                 align); /* of the view's height; < 0: no farther than it must */
void                   atlas_reader_laid_out         (AtlasReader           *self);
void                   atlas_reader_drop_goal        (AtlasReader           *self);
void                   atlas_reader_go_to_passage    (AtlasReader           *self,
                                                      const AtlasPassage    *passage);
void                   atlas_reader_show_passage     (AtlasReader           *self);
void                   atlas_reader_place_caret      (AtlasReader           *self,
                                                      int                    offset);
int                    atlas_reader_get_caret        (AtlasReader           *self);
gboolean               atlas_reader_sees_caret       (AtlasReader           *self);
/* What is read now: the character under the upper edge. */
int                    atlas_reader_get_place        (AtlasReader           *self);
void                   atlas_reader_announce         (AtlasReader           *self,
                                                      const char            *words);

/* Ink under the words. */
void                   atlas_reader_ink_init         (AtlasReader           *self);
void                   atlas_reader_ink_dispose      (AtlasReader           *self);
void                   atlas_reader_ink_update       (AtlasReader           *self);

/* What the user has marked. */
void                   atlas_reader_marks_init       (AtlasReader           *self);
void                   atlas_reader_marks_dispose    (AtlasReader           *self);
void                   atlas_reader_marks_take_text  (AtlasReader           *self);

/* Signs of notes. */
void                   atlas_reader_signs_paint      (AtlasReader           *self,
                                                      GtkSnapshot           *snapshot,
                                                      const AtlasReaderPart *part);
/* What the user has written where the pointer is, in px of the view, and on marked words; FALSE: nothing. */
gboolean               atlas_reader_signs_find       (AtlasReader           *self,
                                                      double                 x,
                                                      double                 y,
                                                      AtlasReaderNoted      *noted); /* (out) */
gboolean               atlas_reader_signs_find_mark  (AtlasReader           *self,
                                                      int                    offset,
                                                      AtlasReaderNoted      *noted); /* (out) */
void                   atlas_reader_signs_open       (AtlasReader           *self,
                                                      const AtlasReaderNoted *noted);

/* Links. */
void                   atlas_reader_links_init       (AtlasReader           *self);
void                   atlas_reader_links_forget_text (AtlasReader          *self);
void                   atlas_reader_links_install_actions (GtkWidgetClass   *widget_class);
/* The link that the caret is on, while the text has the focus. (nullable) */
const AtlasReaderLink *atlas_reader_get_focus_link   (AtlasReader           *self);
gboolean               atlas_reader_get_link_place   (AtlasReader           *self,
                                                      const AtlasReaderLink *link,
                                                      GdkRectangle          *place);
void                   atlas_reader_light            (AtlasReader           *self);

/* The selected item's mentions. */
GtkWidget             *atlas_reader_mentions_create  (AtlasReader           *self);
void                   atlas_reader_mentions_update  (AtlasReader           *self);
void                   atlas_reader_mentions_caret_moved (AtlasReader       *self);
gboolean               atlas_reader_mentions_step    (AtlasReader           *self,
                                                      int                    step);

/* Finding. */
GtkWidget             *atlas_reader_find_create      (AtlasReader           *self);
void                   atlas_reader_find_open        (AtlasReader           *self);
gboolean               atlas_reader_find_close       (AtlasReader           *self);
gboolean               atlas_reader_find_is_active   (AtlasReader           *self);
void                   atlas_reader_find_step        (AtlasReader           *self,
                                                      int                    step);
void                   atlas_reader_find_take_text   (AtlasReader           *self);
void                   atlas_reader_find_forget_text (AtlasReader           *self);

/* The outline. */
void                   atlas_reader_outline_create   (AtlasReader           *self,
                                                      GtkBox                *head,
                                                      GtkBox                *body);
void                   atlas_reader_outline_set_width (AtlasReader          *self,
                                                       int                   width);
void                   atlas_reader_outline_queue_update (AtlasReader       *self);
void                   atlas_reader_outline_open     (AtlasReader           *self);
void                   atlas_reader_outline_forget_text (AtlasReader        *self);

/* Copying, and the menu at the pointer. */
void                   atlas_reader_copy_init        (AtlasReader           *self);
void                   atlas_reader_copy_install_actions (GtkWidgetClass    *widget_class);

/* Following. */
void                   atlas_reader_follow_scrolled  (AtlasReader           *self);
void                   atlas_reader_stand_still      (AtlasReader           *self);
void                   atlas_reader_follow_stop      (AtlasReader           *self);

/* What keys and buttons do: the actions of the class. */
void                   atlas_reader_install_actions  (GtkWidgetClass        *widget_class);
GtkWidget             *atlas_reader_create_page      (AtlasReader           *self);
void                   atlas_reader_set_zoom         (AtlasReader           *self,
                                                      double                 zoom);

/* Signals. */
void                   atlas_reader_emit_citation    (AtlasReader           *self,
                                                      const AtlasReaderLink *link, /* (nullable): the pointer is on none any more */
                                                      gboolean               pinned);
void                   atlas_reader_emit_request     (AtlasReader           *self,
                                                      gboolean               note,
                                                      const char            *passage_id,
                                                      guint                  start,
                                                      guint                  end);

G_END_DECLS
