#ifndef CARCHIVE_SHIM_H
#define CARCHIVE_SHIM_H

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

/* libarchive converts names to the charset of the thread's locale: make it UTF-8. */
static inline locale_t carchive_enter_utf8(locale_t *made) {
  *made = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
  return *made ? uselocale(*made) : (locale_t)0;
}

static inline void carchive_leave_utf8(locale_t made, locale_t before) {
  if (before) uselocale(before);
  if (made) freelocale(made);
}

#endif
