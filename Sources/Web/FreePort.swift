import Exam
import Glibc

/// A port of this machine that nobody listens on.
enum FreePort {
  /// The wanted port, or any; throws if the wanted one is taken.
  static func find(_ wanted: Int?) throws -> Int {
    guard wanted.map({ (1...65535).contains($0) }) ?? true,
      let port = bound(UInt16(wanted ?? 0))
    else {
      throw Trouble(
        "serve.port", at: "\(wanted ?? 0)",
        Wording(
          ru: "Этот порт занят или недоступен. Назовите другой: --port N, или никакого",
          en: "This port is taken or may not be used. Name another: --port N, or none"))
    }
    return port
  }

  /// Takes a port for a moment; 0 is any.
  private static func bound(_ port: UInt16) -> Int? {
    let socket = Glibc.socket(
      AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard socket >= 0 else { return nil }
    defer { close(socket) }
    var yes: Int32 = 1
    unsafe setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isDone = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        unsafe bind(socket, generic, size) == 0 && listen(socket, 1) == 0
          && getsockname(socket, generic, &size) == 0
      }
    }
    return isDone ? Int(UInt16(bigEndian: address.sin_port)) : nil
  }
}
