#define _GNU_SOURCE
#include "image_tags.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <stdio.h>
#include <string.h>

// Declared as in cairo.h, which this target does not need otherwise.
typedef struct _cairo_surface cairo_surface_t;
typedef int cairo_status_t;
typedef void (*cairo_destroy_func_t)(void *);
typedef cairo_status_t (*set_mime_data_t)(
    cairo_surface_t *, const char *, const unsigned char *, unsigned long,
    cairo_destroy_func_t, void *);

static _Thread_local uint64_t document_identity;
static uint64_t rewritten;

void tirazh_set_document_identity(uint64_t identity) { document_identity = identity; }

uint64_t tirazh_rewritten_tags(void) { return __atomic_load_n(&rewritten, __ATOMIC_RELAXED); }

static int names_a_resource(const char *mime_type) {
  return strcmp(mime_type, "application/x-cairo.uuid") == 0 ||
         strcmp(mime_type, "application/x-cairo.jbig2-global-id") == 0;
}

cairo_status_t cairo_surface_set_mime_data(
    cairo_surface_t *surface, const char *mime_type, const unsigned char *data,
    unsigned long length, cairo_destroy_func_t destroy, void *closure) {
  static set_mime_data_t original;
  if (!original) {
    original = (set_mime_data_t)dlsym(RTLD_NEXT, "cairo_surface_set_mime_data");
    if (!original) abort();
  }
  if (!data || !document_identity || !names_a_resource(mime_type))
    return original(surface, mime_type, data, length, destroy, closure);

  char prefix[32];
  int prefix_length =
      snprintf(prefix, sizeof prefix, "%016llx:", (unsigned long long)document_identity);
  unsigned char *tagged = malloc((size_t)prefix_length + length);
  if (!tagged) return 1;  // CAIRO_STATUS_NO_MEMORY
  memcpy(tagged, prefix, (size_t)prefix_length);
  memcpy(tagged + prefix_length, data, length);
  cairo_status_t status = original(
      surface, mime_type, tagged, (unsigned long)prefix_length + length, free, tagged);
  if (status) {
    free(tagged);  // cairo takes ownership only on success
    return status;
  }
  if (destroy) destroy(closure);
  __atomic_add_fetch(&rewritten, 1, __ATOMIC_RELAXED);
  return status;
}
