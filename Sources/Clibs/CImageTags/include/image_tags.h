#pragma once
#include <stdint.h>

/// Sets the document whose pages are being drawn; 0 for none. Per thread.
///
/// Poppler tags images for cairo with their object number only, and cairo embeds one image for each
/// tag: of two documents on one PDF surface the second would show the first one's pictures. The
/// executable's own `cairo_surface_set_mime_data` therefore stands before cairo's and puts the
/// document's identity into every tag.
void tirazh_set_document_identity(uint64_t identity);

/// How many tags have been rewritten since the program started; shows that the interception works.
uint64_t tirazh_rewritten_tags(void);
