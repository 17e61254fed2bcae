import CCairo

/// The libraries that draw.
public enum CairoLibrary {
  /// The version of cairo that is loaded.
  public static var version: String { unsafe String(cString: cairo_version_string()) }
  /// The version of Pango that is loaded.
  public static var pangoVersion: String { unsafe String(cString: pango_version_string()) }
}
