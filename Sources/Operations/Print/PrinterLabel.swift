import Foundation

/// What people call a printer: a folder, which the journal knows by its path, by its own name.
public enum PrinterLabel {
  /// The name for screens and papers.
  public static func of(_ name: String) -> String {
    name.hasPrefix("/") ? (name as NSString).lastPathComponent : name
  }
}
