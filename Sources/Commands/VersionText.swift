import Build
import Printing

/// `tirazh --version`: what this program is, for whoever is asked for help.
enum VersionText {
  /// The text, with the libraries that read and draw pages.
  static func text(_ libraries: [(name: String, version: String)]) -> String {
    let all = libraries + [("cups", PrintLibrary.cupsVersion)]
    return """
      tirazh \(Build.version)\(Build.commit.map { " (\($0))" } ?? "")
      \(all.map { "\($0.name) \($0.version)" }.joined(separator: " · "))
      """
  }
}
