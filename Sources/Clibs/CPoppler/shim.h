#pragma once
#include <poppler.h>
#include <glib-object.h>

/// POPPLER_ERROR is a macro that Swift cannot see.
static inline GQuark tirazh_poppler_error_domain(void) { return poppler_error_quark(); }
