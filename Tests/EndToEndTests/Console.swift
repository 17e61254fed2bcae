import Foundation
import Glibc
import Testing

/// A program of a test that ends with it, also when the test crashes: a shell ends its whole group as soon as
/// the shell's standard input closes.
final class Leashed {
  private static let script = """
    signal=$1; shift
    setsid "$@" </dev/null & child=$!
    cat >/dev/null
    kill -$signal -$child 2>/dev/null
    wait $child
    """

  private let shell = Process()
  private let leash = Pipe()

  /// Starts a program that a signal ends; what it says goes to `output`.
  init(
    _ program: URL, _ arguments: [String], _ environment: [String: String], endedBy signal: String,
    output: Pipe? = nil
  ) throws {
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-c", Self.script, "sh", signal, program.path] + arguments
    shell.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    shell.standardInput = leash
    shell.standardOutput = output ?? FileHandle.nullDevice
    shell.standardError = FileHandle.nullDevice
    try shell.run()
  }

  /// Ends it, and returns its status.
  func end() -> Int32 {
    try? leash.fileHandleForWriting.close()
    shell.waitUntilExit()
    return shell.terminationStatus
  }
}

/// A console that is served from an exam's folder; ends with the test.
final class ServedConsole {
  /// The address that opens it once.
  let address: String
  /// Its port.
  let port: Int
  private let process: Leashed
  private let output = Pipe()

  convenience init(_ folder: URL, environment: [String: String] = [:]) throws {
    try self.init(["serve", folder.path], environment: environment)
  }

  /// Runs a command line that serves.
  init(_ arguments: [String], environment: [String: String] = [:]) throws {
    process = try Leashed(
      Program.executable(), arguments, environment, endedBy: "TERM", output: output)
    address = try Self.line(output.fileHandleForReading)
    let digits = try #require(address.firstMatch(of: /127\.0\.0\.1:(\d+)/))
    port = try #require(Int(digits.1))
  }

  private static func line(_ handle: FileHandle) throws -> String {
    var bytes = Data()
    while let byte = try handle.read(upToCount: 1), let first = byte.first {
      if first == UInt8(ascii: "\n") { break }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The path of the address, with its token.
  var entrance: String { String(address.drop { $0 != "/" }.dropFirst(2).drop { $0 != "/" }) }

  /// Ends it as a shutdown does, and returns its status.
  func end() -> Int32 { process.end() }
}

/// An HTTP exchange over a connection of its own, each byte of which a test decides.
enum PlainHTTP {
  /// An answer.
  struct Answer {
    let status: Int
    let headers: [String: String]
    let body: Data
    var text: String { String(decoding: body, as: UTF8.self) }
  }

  /// Nobody answers there.
  struct Unreachable: Error {}

  /// Sends a request to a port of this machine and reads the whole answer.
  static func send(
    _ port: Int, _ method: String, _ path: String, headers: [String: String] = [:],
    body: Data = Data()
  ) throws -> Answer {
    var fields = ["Host": "127.0.0.1:\(port)", "Connection": "close"]
    if !body.isEmpty || method == "POST" { fields["Content-Length"] = "\(body.count)" }
    fields.merge(headers) { $1 }
    let head =
      "\(method) \(path) HTTP/1.1\r\n" + fields.map { "\($0): \($1)\r\n" }.sorted().joined()
      + "\r\n"
    return try answer(exchange(port, Data(head.utf8) + body))
  }

  private static func exchange(_ port: Int, _ request: Data) throws -> Data {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    let isConnected = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        unsafe connect(descriptor, generic, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isConnected else { throw Unreachable() }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
    // An answer may come before the whole body was taken.
    signal(SIGPIPE, SIG_IGN)
    try? handle.write(contentsOf: request)
    return whole(descriptor)
  }

  /// Reads until all that the answer's head promises is there: not everybody hangs up at once.
  private static func whole(_ descriptor: Int32) -> Data {
    var data = Data()
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe recv(descriptor, &chunk, chunk.count, 0)
      guard count > 0 else { break }
      data += chunk[..<count]
      guard let end = data.range(of: Data("\r\n\r\n".utf8)) else { continue }
      let head = String(decoding: data[..<end.lowerBound], as: UTF8.self)
      let length = head.firstMatch(of: /(?i)\r\ncontent-length: *(\d+)/).flatMap { Int($0.1) }
      if let length, data.count - end.upperBound >= length { break }
    }
    return data
  }

  private static func answer(_ data: Data) throws -> Answer {
    guard let end = data.range(of: Data("\r\n\r\n".utf8)) else { throw Unreachable() }
    let lines = String(decoding: data[..<end.lowerBound], as: UTF8.self)
      .components(separatedBy: "\r\n")
    let words = lines[0].split(separator: " ")
    guard words.count > 1, let status = Int(words[1]) else { throw Unreachable() }
    let headers = lines.dropFirst().compactMap { line -> (String, String)? in
      let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { return nil }
      return (parts[0].lowercased(), parts[1].trimmingCharacters(in: .whitespaces))
    }
    return Answer(
      status: status, headers: Dictionary(headers, uniquingKeysWith: { "\($0)\n\($1)" }),
      body: data[end.upperBound...])
  }
}

/// A browser without a window, as far as a test of requests needs one: its cookie and its forms' key.
struct Visitor {
  let port: Int
  let cookie: String

  init(port: Int, cookie: String) {
    self.port = port
    self.cookie = cookie
  }

  /// Comes in by the console's address.
  init(_ console: ServedConsole) throws {
    port = console.port
    let entered = try PlainHTTP.send(port, "GET", console.entrance)
    let set = try #require(entered.headers["set-cookie"])
    cookie = String(set.prefix { $0 != ";" })
  }

  func get(_ path: String) throws -> PlainHTTP.Answer {
    try PlainHTTP.send(port, "GET", path, headers: ["Cookie": cookie])
  }

  /// The key of the forms, as every page with a form has it.
  func key() throws -> String {
    let page = try get("/begin").text
    return String(try #require(page.firstMatch(of: /name="key" value="([0-9a-f]+)"/)).1)
  }

  /// Sends a form as the console's own page would.
  func post(_ path: String, _ fields: [(String, String)]) throws -> PlainHTTP.Answer {
    var allowed = CharacterSet.alphanumerics
    allowed.insert(charactersIn: "-._")
    let text = (fields + [("key", try key())]).map { name, value in
      name + "=" + (value.addingPercentEncoding(withAllowedCharacters: allowed) ?? "")
    }.joined(separator: "&")
    return try PlainHTTP.send(
      port, "POST", path,
      headers: [
        "Cookie": cookie, "Origin": "http://127.0.0.1:\(port)",
        "Content-Type": "application/x-www-form-urlencoded",
      ], body: Data(text.utf8))
  }

  /// Sends files as the console's own page would.
  func upload(_ files: [(name: String, bytes: Data)], replaces: Bool = false) throws
    -> PlainHTTP.Answer
  {
    var body = Data(
      "--edge\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\n\(try key())".utf8)
    if replaces {
      body += Data("\r\n--edge\r\nContent-Disposition: form-data; name=\"replace\"\r\n\r\n1".utf8)
    }
    for file in files {
      body += Data(
        ("\r\n--edge\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\(file.name)\""
          + "\r\n\r\n").utf8)
      body += file.bytes
    }
    return try PlainHTTP.send(
      port, "POST", "/upload",
      headers: [
        "Cookie": cookie, "Origin": "http://127.0.0.1:\(port)",
        "Content-Type": "multipart/form-data; boundary=edge",
      ], body: body + Data("\r\n--edge--\r\n".utf8))
  }
}
