#define _GNU_SOURCE
#include "glyph_counts.h"

#include <dlfcn.h>
#include <stdlib.h>

// Declared as in cairo.h, which this target does not need otherwise.
typedef struct _cairo cairo_t;
typedef struct _cairo_scaled_font cairo_scaled_font_t;
typedef struct _cairo_font_face cairo_font_face_t;
typedef struct { unsigned long index; double x, y; } cairo_glyph_t;
typedef struct { int num_bytes, num_glyphs; } cairo_text_cluster_t;
typedef struct { double x_bearing, y_bearing, width, height, x_advance, y_advance; } cairo_text_extents_t;
enum { USER_FONT = 4 };  // CAIRO_FONT_TYPE_USER: its glyph 0 is a glyph like any other

static _Thread_local int counting;
static _Thread_local int64_t drawn, missing;

void tirazh_count_glyphs(void) {
  counting = 1;
  drawn = missing = 0;
}

void tirazh_counted_glyphs(int64_t *all, int64_t *boxes) {
  counting = 0;
  *all = drawn;
  *boxes = missing;
}

static void *next(const char *name) {
  void *found = dlsym(RTLD_NEXT, name);
  if (!found) abort();
  return found;
}

static void look(cairo_t *cr, const cairo_glyph_t *glyphs, int count) {
  static cairo_scaled_font_t *(*scaled_font)(cairo_t *);
  static cairo_font_face_t *(*font_face)(cairo_t *);
  static int (*face_type)(cairo_font_face_t *);
  static void (*extents_of)(cairo_scaled_font_t *, const cairo_glyph_t *, int, cairo_text_extents_t *);
  if (!extents_of) {
    scaled_font = next("cairo_get_scaled_font");
    font_face = next("cairo_get_font_face");
    face_type = next("cairo_font_face_get_type");
    extents_of = next("cairo_scaled_font_glyph_extents");
  }
  drawn += count;
  if (face_type(font_face(cr)) == USER_FONT) return;
  for (int i = 0; i < count; i++) {
    if (glyphs[i].index != 0) continue;
    cairo_text_extents_t extents;
    extents_of(scaled_font(cr), &glyphs[i], 1, &extents);
    if (extents.width > 0 && extents.height > 0) missing++;
  }
}

void cairo_show_glyphs(cairo_t *cr, const cairo_glyph_t *glyphs, int count) {
  static void (*original)(cairo_t *, const cairo_glyph_t *, int);
  if (!original) original = next("cairo_show_glyphs");
  if (counting) look(cr, glyphs, count);
  original(cr, glyphs, count);
}

void cairo_glyph_path(cairo_t *cr, const cairo_glyph_t *glyphs, int count) {
  static void (*original)(cairo_t *, const cairo_glyph_t *, int);
  if (!original) original = next("cairo_glyph_path");
  if (counting) look(cr, glyphs, count);
  original(cr, glyphs, count);
}

void cairo_show_text_glyphs(
    cairo_t *cr, const char *text, int length, const cairo_glyph_t *glyphs, int count,
    const cairo_text_cluster_t *clusters, int cluster_count, int flags) {
  static void (*original)(
      cairo_t *, const char *, int, const cairo_glyph_t *, int, const cairo_text_cluster_t *, int, int);
  if (!original) original = next("cairo_show_text_glyphs");
  if (counting) look(cr, glyphs, count);
  original(cr, text, length, glyphs, count, clusters, cluster_count, flags);
}
