#pragma once
#include <poppler.h>
#include <gio/gio.h>
#include <glib-object.h>

/// POPPLER_ERROR is a macro that Swift cannot see.
static inline GQuark tirazh_poppler_error_domain(void) { return poppler_error_quark(); }


/// Opens a document; with a password through a stream, because poppler 22.12 dereferences NULL when
/// a password does not fit a document of bytes.
static inline PopplerDocument *tirazh_poppler_open(
    GBytes *bytes, const char *password, GError **error) {
  if (!password) return poppler_document_new_from_bytes(bytes, NULL, error);
  GInputStream *stream = g_memory_input_stream_new_from_bytes(bytes);
  PopplerDocument *document = poppler_document_new_from_stream(
      stream, (goffset)g_bytes_get_size(bytes), password, NULL, error);
  g_object_unref(stream);
  return document;
}
