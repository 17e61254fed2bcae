import Exam
import Foundation
import Operations

/// The note of the console that serves a folder: a second one finds the first by it.
///
/// Held by a lock of the file as long as the console lives, so that a killed one leaves nothing behind.
final class ServeNote: Sendable {
  /// What the note says.
  struct Address: Codable, Sendable {
    let port: Int
    let secret: String
  }

  private let descriptor: Int32

  private init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// The note of a folder that nobody serves yet, or the address of who does.
  enum Claim {
    case ours(ServeNote)
    case theirs(Address)
  }

  /// Takes the folder, or finds who has it.
  static func claim(_ folder: ExamFolder) throws -> Claim {
    let path = folder.privateFolder.appendingPathComponent("serve.json").path
    do {
      try FileManager.default.createDirectory(
        at: folder.privateFolder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw notWritable(path)
    }
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw notWritable(path) }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return .ours(ServeNote(descriptor: descriptor)) }
    defer { close(descriptor) }
    for _ in 0..<20 {
      if let data = FileManager.default.contents(atPath: path),
        let address = try? JSONDecoder().decode(Address.self, from: data)
      {
        return .theirs(address)
      }
      // It has the lock and has not written yet.
      usleep(50_000)
    }
    throw Trouble(
      "serve.unknown", at: path,
      Wording(
        ru: "Эту папку уже показывает другая программа, но где, не видно. Закройте её и повторите",
        en: "Another program serves this folder already, but not where. End it and repeat"))
  }

  /// Writes where the console is.
  func write(_ address: Address) throws {
    let data = try JSONEncoder().encode(address)
    guard ftruncate(descriptor, 0) == 0 else { return }
    try FileHandle(fileDescriptor: descriptor, closeOnDealloc: false).write(contentsOf: data)
  }

  private static func notWritable(_ path: String) -> Trouble {
    Trouble(
      "folder.not-writable", exit: .failed, at: path,
      Wording(
        ru: "Папка не записывается. Проверьте права на неё и место на диске",
        en: "The folder cannot be written. Check its permissions and the disk"))
  }
}
