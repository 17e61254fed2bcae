import ChildProcess
import Foundation
import Testing

/// A private CUPS server with IPP printers; ends with the test, also when the test crashes: its script
/// ends everything as soon as its standard input closes.
final class PrintLab {
  /// What the program needs to find the server.
  let environment: [String: String]
  /// The printers' own ports.
  private(set) var ports: [String: Int] = [:]
  private let script: ChildProcess
  private let base: URL

  /// Starts a server and so many printers, `lab1`, `lab2`, ….
  init(printers: Int) throws {
    // A socket's path holds 107 bytes: the folder's name is short.
    base = URL(fileURLWithPath: "/tmp/tzl\(UInt32.random(in: 0...UInt32.max))")
    let file = Sandbox.fixture("printlab/printlab.sh").path
    script = try ChildProcess(
      executable: "/bin/bash", arguments: [file, base.path, "\(printers)"])
    var socket = ""
    while true {
      let line = try Self.line(script)
      if line.hasPrefix("READY ") { socket = String(line.dropFirst(6)) }
      let words = line.split(separator: " ").map(String.init)
      if words.first == "PRINTER", words.count > 2 { ports[words[1]] = Int(words[2]) }
      if line == "UP" { break }
      if line.hasPrefix("ERROR") { throw Broken(line: line) }
    }
    // Its settings, and what is learnt of its printers, are nobody else's.
    environment = [
      "CUPS_SERVER": socket, "CUPS_SERVERROOT": base.appendingPathComponent("cups/etc").path,
      "XDG_STATE_HOME": base.appendingPathComponent("state").path,
    ]
  }

  /// The lab did not start.
  struct Broken: Error {
    let line: String
  }

  /// Gives the lab's script a command and waits for its answer.
  func command(_ line: String) throws {
    try script.write(Array((line + "\n").utf8), until: .now + .seconds(10))
    guard try Self.line(script) == "OK" else { throw Broken(line: line) }
  }

  /// Sets a knob of a printer's engine; nil removes it.
  func set(_ knob: String, of printer: String, to value: String?) throws {
    let file = base.appendingPathComponent("\(printer)/ctl/\(knob)")
    guard let value else { return try FileManager.default.removeItem(at: file) }
    try Data((value + "\n").utf8).write(to: file)
  }

  /// Files that a printer has received, by the opaque name of their job in lower case.
  func received(by printer: String) throws -> [String: URL] {
    let folder = base.appendingPathComponent("\(printer)/spool")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return Dictionary(
      files.filter { $0.pathExtension == "pdf" }.map { file in
        let name = file.deletingPathExtension().lastPathComponent
        return (String(name.drop { $0 != "-" }.dropFirst()), file)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// What the printer's engine did, a line for each event.
  func engineLog(of printer: String) -> [String] {
    let file = base.appendingPathComponent("\(printer)/engine.log")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map(String.init)
  }

  /// Ends everything and removes the folder.
  func end() {
    _ = script.finish()
    try? FileManager.default.removeItem(at: base)
  }

  private static func line(_ process: ChildProcess) throws -> String {
    var bytes: [UInt8] = []
    while true {
      let byte = try process.read(exactly: 1, until: .now + .seconds(60))
      if byte == [UInt8(ascii: "\n")] { return String(decoding: bytes, as: UTF8.self) }
      bytes += byte
    }
  }
}

/// A copy of the example with ten participants in its rooms, and a lab with so many printers.
func atLab(printers: Int) throws -> (sandbox: Sandbox, lab: PrintLab) {
  let sandbox = try Sandbox()
  do {
    try sandbox.seat(["204": 1...4, "205": 5...7, "301": 8...10])
    return (sandbox, try PrintLab(printers: printers))
  } catch {
    sandbox.remove()
    throw error
  }
}

/// Ends the lab and takes the copy away.
func leave(_ sandbox: Sandbox, _ lab: PrintLab) {
  lab.end()
  sandbox.remove()
}

/// Waits until something holds; gives up after minutes, so that a lab that died ends the test.
///
/// Blocks its thread: a task that sleeps may be woken long after the moment it waits for.
func patiently(_ holds: () throws -> Bool) throws {
  for _ in 0..<6000 {
    if try holds() { return }
    usleep(50_000)
  }
  throw NeverCame()
}

/// What a test waited for did not happen.
struct NeverCame: Error {}
