import Exam
import Foundation
import Glibc

/// Keeps two windows from making or bringing up to date the same journal at once.
struct JournalMaking: ~Copyable {
  private let descriptor: Int32

  /// Waits for its turn; nil where the file is as it should be, and nobody has to wait.
  init?(_ path: String) throws(Trouble) {
    guard !Self.isCurrent(path) else { return nil }
    descriptor = unsafe Glibc.open(path + ".making", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw JournalTrouble.notWritable(path) }
    flock(descriptor, LOCK_EX)
  }

  deinit { close(descriptor) }

  /// Lets the next one in.
  consuming func finish() {}

  /// The header of an SQLite file: byte 18 is 2 in WAL mode, bytes 60…63 are `user_version`.
  private static func isCurrent(_ path: String) -> Bool {
    guard let file = try? FileHandle(forReadingFrom: URL(fileURLWithPath: path)),
      let head = try? file.read(upToCount: 64), head.count == 64
    else { return false }
    let version = head[60..<64].reduce(0) { $0 << 8 | Int($1) }
    return head[18] == 2 && version == Schema.version
  }
}
