import ChildProcess
import Foundation

/// The desktop, where there is one to show something on.
enum Desktop {
  /// Whether there is one.
  static var isThere: Bool { opener != nil }

  /// Shows a folder or an address, and waits until that is taken up.
  static func show(_ target: String) throws {
    guard let opener else { return }
    // The fonts and the locale that this program may have brought along are not for other programs.
    let without = ["FONTCONFIG_FILE", "LOCPATH"].flatMap { ["-u", $0] }
    _ = try ChildProcess(executable: "/usr/bin/env", arguments: without + [opener, target])
      .finish()
  }

  private static var opener: String? {
    let environment = ProcessInfo.processInfo.environment
    let isSeen = ["DISPLAY", "WAYLAND_DISPLAY"].contains { environment[$0]?.isEmpty == false }
    return isSeen ? OwnProgram.path(of: "xdg-open") : nil
  }
}
