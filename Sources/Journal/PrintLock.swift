public import Exam
public import Foundation
import Glibc

/// Keeps a second `print` away from the same exam; freed when released or when the process ends.
public final class PrintLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock of an exam's folder, or says who holds it.
  public init(folder: URL, when: Date) throws(Trouble) {
    let own = PrivateFolder.url(in: folder)
    try PrivateFolder.make(own)
    let path = own.appendingPathComponent("print.lock").path
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw JournalTrouble.notWritable(path) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw LockHolder.read(path).trouble(at: path)
    }
    self.descriptor = descriptor
    LockHolder.current(when: when).write(to: descriptor)
  }

  /// Whether some window holds the lock of an exam's folder.
  public static func isHeld(in folder: URL) -> Bool {
    let path = PrivateFolder.url(in: folder).appendingPathComponent("print.lock").path
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_SH | LOCK_NB) != 0
  }

  deinit { close(descriptor) }

  /// Frees the lock before the process ends.
  public func release() { flock(descriptor, LOCK_UN) }
}

/// Who holds the lock, as its file says.
struct LockHolder: Codable {
  var user: String
  var host: String
  var process: Int
  var since: Date

  static func current(when: Date) -> LockHolder {
    let host = try? String(contentsOfFile: "/proc/sys/kernel/hostname", encoding: .utf8)
    return LockHolder(
      user: NSUserName(),
      host: (host ?? "?").trimmingCharacters(in: .whitespacesAndNewlines),
      process: Int(ProcessInfo.processInfo.processIdentifier), since: when)
  }

  static func read(_ path: String) -> LockHolder {
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    let unknown = LockHolder(
      user: "?", host: "?", process: 0, since: Date(timeIntervalSince1970: 0))
    return (try? JSON.value(LockHolder.self, text)) ?? unknown
  }

  /// The lock holds even where this note cannot be written.
  func write(to descriptor: Int32) {
    guard let text = try? JSON.text(self), ftruncate(descriptor, 0) == 0 else { return }
    try? FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
      .write(contentsOf: Data(text.utf8))
  }

  func trouble(at path: String) -> Trouble {
    let time = Calendar.current.dateComponents([.day, .month, .hour, .minute], from: since)
    func two(_ number: Int?) -> String {
      let digits = String(number ?? 0)
      return digits.count == 1 ? "0" + digits : digits
    }
    let clock =
      "\(two(time.day)).\(two(time.month)) \(time.hour ?? 0):\(two(time.minute))"
    return Trouble(
      "print.locked", cause: .locked, at: path,
      Wording(
        ru: "Это проведение уже печатает \(user) на компьютере \(host) (процесс \(process), "
          + "с \(clock)). Дождитесь конца или остановите печать: tirazh stop",
        en: "This exam is being printed by \(user) on \(host) (process \(process), "
          + "since \(clock)). Wait for the end, or stop it: tirazh stop"))
  }
}
