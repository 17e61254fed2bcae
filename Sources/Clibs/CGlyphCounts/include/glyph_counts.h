#pragma once
#include <stdint.h>

/// Begins to count the glyphs that are drawn. Per thread.
///
/// Poppler says what a page's text is, and draws its glyphs through cairo; only the drawing tells how many
/// there are and which of them are missing. The executable's own functions stand before cairo's.
void tirazh_count_glyphs(void);

/// Ends counting.
///
/// `drawn` is how many glyphs were drawn since, `missing` how many of them were the box that stands for a
/// glyph that the font does not have.
void tirazh_counted_glyphs(int64_t *drawn, int64_t *missing);
