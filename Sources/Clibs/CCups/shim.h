#pragma once
#include <cups/cups.h>

// Swift sees neither pointer macros nor variadic functions.

/// CUPS_HTTP_DEFAULT.
static inline http_t *tirazh_cups_http_default(void) { return CUPS_HTTP_DEFAULT; }

/// ippAddStrings for an array of C strings.
static inline ipp_attribute_t *tirazh_ipp_add_strings(
    ipp_t *ipp, ipp_tag_t group, ipp_tag_t tag, const char *name, int count,
    const char *const *values) {
  return ippAddStrings(ipp, group, tag, name, count, NULL, values);
}
