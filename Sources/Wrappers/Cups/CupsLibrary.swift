import CCups

/// The library as a whole.
public enum CupsLibrary {
  /// The version that is loaded, of `cupsUserAgent`: «CUPS/2.4.2 (Linux …) IPP/2.0».
  public static var version: String {
    let agent = unsafe cupsUserAgent().map { unsafe String(cString: $0) } ?? ""
    return String(agent.prefix { $0 != " " }.drop { $0 != "/" }.dropFirst())
  }
}
