// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What a bundle may cost. Every bundle is a stranger's: each limit is far above what an honest atlas needs and low
 * enough that crossing it costs neither the memory nor the patience of the person who opens it. Each is an error that
 * names the limit, and each has a test that crosses it.
 */

/* Bytes of one JSON file: room for 100 000 richly described items, and at most a few seconds of reading. */
#define ATLAS_LIMIT_FILE_SIZE ((gsize) 128 * 1024 * 1024)

/* Arrays and objects inside one another. A MultiPolygon in a collection in a feature needs 10; json-glib recurses. */
#define ATLAS_LIMIT_JSON_DEPTH 64

/* Values in one JSON file. A value costs 50 to 400 bytes of memory however short it is written, so the file size alone would
 * let 64 million of them in. 100 000 richly described items have 5 million. */
#define ATLAS_LIMIT_JSON_VALUES 8000000

/* Members of one object. json-glib keeps them in a hash table, in which names can be made to collide. */
#define ATLAS_LIMIT_JSON_MEMBERS 500

/* Bytes of one string: more than the longest passage of any text that is read on a screen. */
#define ATLAS_LIMIT_STRING 65536

/* Bytes of an id, a title or a name: they stand in one line. */
#define ATLAS_LIMIT_NAME 1024

/* Elements of one list of an item or a reference: its facts, phases, names, sources, RIS tags … */
#define ATLAS_LIMIT_LIST 10000

/* Items of an atlas. The views stay fluent with 100 000. */
#define ATLAS_LIMIT_ITEMS 200000

/* Positions of one geometry: the whole coast of a continent, finer than a screen shows. */
#define ATLAS_LIMIT_COORDINATES 200000

/* Collections inside collections; RFC 7946 advises against any. */
#define ATLAS_LIMIT_GEOMETRY_DEPTH 4

/* References of an atlas. */
#define ATLAS_LIMIT_REFERENCES 100000

/* Bytes of a file of references to be read in another format: twenty thousand records with abstracts. */
#define ATLAS_LIMIT_REFERENCES_SIZE ((gsize) 16 * 1024 * 1024)

/* Fields of one BibTeX entry. */
#define ATLAS_LIMIT_REFERENCE_FIELDS 200

/* Braces inside one another in a BibTeX value. */
#define ATLAS_LIMIT_BRACES 64

/* Strings that a BibTeX file defines; and bytes of all its values after they are put in, because each may name others twice. */
#define ATLAS_LIMIT_MACROS 1000
#define ATLAS_LIMIT_EXPANSION ((gsize) 64 * 1024 * 1024)

/* Bytes of a BibTeX comment in braces: programs keep their own settings there. Also bytes in all that are looked through for
 * ends of comments that have none. */
#define ATLAS_LIMIT_COMMENT ((gsize) 1024 * 1024)

/* Series of an atlas. */
#define ATLAS_LIMIT_SERIES 10000

/* Tours of one file, and steps of a tour: an evening of a step every half minute has 400. */
#define ATLAS_LIMIT_TOURS 500
#define ATLAS_LIMIT_TOUR_STEPS 1000

/* Bytes of what a hall reads at once, and of what a speaker has noted for it. */
#define ATLAS_LIMIT_TOUR_TEXT ((gsize) 8192)
#define ATLAS_LIMIT_TOUR_NOTES ((gsize) 32768)

/* Sources to quote if asked, of one step. */
#define ATLAS_LIMIT_STEP_SOURCES 100

/* How far out and how near the camera of a step may be: what the map itself shows. */
#define ATLAS_LIMIT_TOUR_MIN_ZOOM 3.0
#define ATLAS_LIMIT_TOUR_MAX_ZOOM 12.0

/* Bytes of the report: a book of 400 pages. */
#define ATLAS_LIMIT_REPORT_SIZE ((gsize) 2 * 1024 * 1024)

/* Bytes between two empty lines of the report, and of list and quote marks before a line's first word. Markdown nests as deep
 * as there are marks, and some of its inline rules take time quadratic in a paragraph's length. */
#define ATLAS_LIMIT_PARAGRAPH 32768
#define ATLAS_LIMIT_MARKS 64

/* Sections and passages of the report. */
#define ATLAS_LIMIT_PASSAGES 5000

/* The highest citation number: keeps a slip of the keyboard from asking for millions of records. */
#define ATLAS_LIMIT_CITATION 9999

/* Bytes of a file that may be the report's own text: a long page with everything that a browser saves in it. */
#define ATLAS_LIMIT_IMPORT_SIZE ((gsize) 8 * 1024 * 1024)

/* Headings, paragraphs and entries of such a file, with those of the page around the report. */
#define ATLAS_LIMIT_IMPORT_BLOCKS 50000

/* Elements inside one another in a page. Pages of content systems have some 40; libxml2 stops at 256. */
#define ATLAS_LIMIT_IMPORT_DEPTH 200

/* Findings that one check lists before it says that there are more. */
#define ATLAS_LIMIT_FINDINGS 1000

G_END_DECLS
