import Foundation

/// Files that are whole or not there.
enum FolderFile {
  /// The call that failed, and `errno`.
  struct Failure: Error {
    let call: String
    let code: Int32
  }

  /// Writes and syncs a file readable by its owner only.
  static func write(_ bytes: [UInt8], to url: URL) throws {
    let descriptor = unsafe open(url.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Failure(call: "open", code: errno) }
    defer { close(descriptor) }
    try unsafe bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        let count = unsafe Foundation.write(
          descriptor, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { throw Failure(call: "write", code: errno) }
        offset += count
      }
    }
    guard fsync(descriptor) == 0 else { throw Failure(call: "fsync", code: errno) }
  }

  /// Gives a file its name unless the name is taken, and syncs the folder.
  static func rename(_ part: URL, to file: URL, in folder: URL) throws {
    // link refuses a taken name, which rename would replace; FAT sticks have no links, and there the
    // look before the rename must do.
    if unsafe link(part.path, file.path) == 0 {
      unsafe unlink(part.path)
    } else {
      guard [EPERM, EOPNOTSUPP, ENOSYS].contains(errno) else {
        throw Failure(call: "link", code: errno)
      }
      guard unsafe access(file.path, F_OK) != 0 else {
        throw Failure(call: "rename", code: EEXIST)
      }
      guard unsafe Foundation.rename(part.path, file.path) == 0 else {
        throw Failure(call: "rename", code: errno)
      }
    }
    let descriptor = unsafe open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(call: "open", code: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw Failure(call: "fsync", code: errno) }
  }
}
