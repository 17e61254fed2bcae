import Cups

/// The library that talks to printers.
public enum PrintLibrary {
  /// Its version.
  public static var cupsVersion: String { CupsLibrary.version }
}
