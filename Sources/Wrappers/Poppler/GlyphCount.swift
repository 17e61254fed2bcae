import CGlyphCounts

/// How many glyphs were drawn.
public struct GlyphCount: Hashable, Sendable {
  /// All of them.
  public let drawn: Int
  /// Those that are only the box for a glyph that the font does not have.
  public let missing: Int

  /// Counts what is drawn while `body` runs.
  public static func during<R>(_ body: () throws -> R) rethrows -> (result: R, count: GlyphCount) {
    tirazh_count_glyphs()
    var drawn: Int64 = 0
    var missing: Int64 = 0
    defer { unsafe tirazh_counted_glyphs(&drawn, &missing) }
    let result = try body()
    unsafe tirazh_counted_glyphs(&drawn, &missing)
    return (result, GlyphCount(drawn: Int(drawn), missing: Int(missing)))
  }
}
