import CQPDF

/// The library as a whole.
public enum QPDFLibrary {
  /// The version that is loaded.
  public static var version: String { unsafe String(cString: qpdf_get_qpdf_version()) }
}
