import Foundation
import Screens

/// The terminal, in a mode that shows nothing of what is typed; as it was before when this ends.
final class RawTerminal: Sendable {
  private let descriptor: Int32
  private let before: termios

  /// Takes the terminal of the program; nil if it has none.
  ///
  /// Where signals are heard Ctrl-C is one; nothing suspends the program then.
  init?(hearsSignals: Bool) {
    descriptor = unsafe open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { return nil }
    var silent = termios()
    guard unsafe tcgetattr(descriptor, &silent) == 0 else {
      close(descriptor)
      return nil
    }
    before = silent
    // Keys come one by one; without signals Ctrl-C, too: the terminal must not stay silent after it.
    silent.c_lflag &= ~tcflag_t(ECHO | ICANON | (hearsSignals ? 0 : ISIG))
    if hearsSignals { Self.forbidSuspension(&silent) }
    _ = unsafe tcsetattr(descriptor, hearsSignals ? TCSADRAIN : TCSAFLUSH, &silent)
  }

  deinit {
    restore()
    close(descriptor)
  }

  /// Sets the mode that was before; what was typed ahead is nobody else's.
  func restore() {
    var mode = before
    _ = unsafe tcsetattr(descriptor, TCSAFLUSH, &mode)
  }

  /// Writes to it.
  func write(_ text: String) {
    FileHandle(fileDescriptor: descriptor, closeOnDealloc: false).write(Data(text.utf8))
  }

  /// The next key; nil at the end.
  func key() -> UInt8? { Keys.next(descriptor) }

  /// `VSUSP` of Linux is the eleventh control character; 0 is no key.
  private static func forbidSuspension(_ mode: inout termios) { mode.c_cc.10 = 0 }
}

/// Keys of a terminal.
enum Keys {
  /// The next key; nil at the end.
  static func next(_ descriptor: Int32) -> UInt8? {
    var byte: UInt8 = 0
    while true {
      let count = unsafe read(descriptor, &byte, 1)
      if count == 1 { return byte }
      guard count < 0, errno == EINTR else { return nil }
    }
  }

  /// Whether a key, or the end, comes within so many milliseconds.
  static func isThere(_ descriptor: Int32, within milliseconds: Int32) -> Bool {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&waiting, 1, milliseconds) > 0
  }

  /// Columns and rows of a terminal; 80 and 24 where it does not tell.
  static func size(of descriptor: Int32) -> (columns: Int, rows: Int) {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0
    else { return (Wrapping.width, 24) }
    return (Int(size.ws_col), Int(size.ws_row))
  }
}

/// A line as it is typed, key by key.
struct LineEditor {
  /// What a key brings.
  enum Outcome: Equatable {
    /// The line goes on.
    case typing
    /// Enter ended it.
    case line([UInt8])
    /// Ctrl-C.
    case interrupted
    /// Ctrl-D, or nobody types any more.
    case ended
  }

  /// An arrow or another key that sends several bytes, none of which is typed.
  private enum Escape {
    case begun, inside
  }

  private var typed: [UInt8] = []
  private var escape: Escape?

  /// What stands in the line.
  var text: String { String(decoding: typed, as: UTF8.self) }

  mutating func take(_ key: UInt8) -> Outcome {
    guard !isEscaped(key) else { return .typing }
    switch key {
    case 10, 13:
      defer { typed = [] }
      return .line(typed)
    case 3, 28: return .interrupted
    case 4: return .ended
    case 21: typed = []
    case 8, 127: deleteLast()
    default: typed.append(key)
    }
    return .typing
  }

  private mutating func isEscaped(_ key: UInt8) -> Bool {
    switch escape {
    case nil where key != 27: return false
    case nil: escape = .begun
    case .begun: escape = key == UInt8(ascii: "[") || key == UInt8(ascii: "O") ? .inside : nil
    case .inside: if (64...126).contains(key) { escape = nil }
    }
    return true
  }

  /// Takes away one character, however many bytes of UTF-8 it has.
  private mutating func deleteLast() {
    while let last = typed.popLast(), last & 0xC0 == 0x80 {}
  }
}
