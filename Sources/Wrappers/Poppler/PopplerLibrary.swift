import CPoppler

/// The library as a whole.
public enum PopplerLibrary {
  /// The version that is loaded.
  public static var version: String { unsafe String(cString: poppler_get_version()) }
}
