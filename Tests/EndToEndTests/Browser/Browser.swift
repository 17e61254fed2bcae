import Foundation
import Testing

/// A real browser without a window, driven over WebDriver (w3.org/TR/webdriver2); private to a test and
/// ended with it.
final class Browser {
  /// What the driver refused.
  struct Refused: Error {
    let path: String
    let text: String
  }

  private let driver: Leashed
  private let folder: URL
  private let port: Int
  private var session = ""

  init() throws {
    // A socket's path holds 107 bytes: the folder's name is short.
    folder = URL(fileURLWithPath: "/tmp/tzb\(UInt32.random(in: 0...UInt32.max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    port = try Self.freePort()
    driver = try Leashed(
      URL(fileURLWithPath: "/usr/bin/chromedriver"), ["--port=\(port)", "--log-level=OFF"],
      ["TMPDIR": folder.path, "HOME": folder.path], endedBy: "KILL")
    try patiently { (try? PlainHTTP.send(port, "GET", "/status").status) == 200 }
    let options: [String: Any] = [
      "binary": "/usr/bin/chromium",
      "args": [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--hide-scrollbars", "--force-prefers-reduced-motion",
        "--user-data-dir=\(folder.path)/profile",
      ],
    ]
    let wanted: [String: Any] = ["browserName": "chrome", "goog:chromeOptions": options]
    let made = try ask("POST", "/session", ["capabilities": ["alwaysMatch": wanted]])
    session = try #require((made as? [String: Any])?["sessionId"] as? String)
  }

  /// Ends browser and driver, and takes their folder away.
  func end() {
    _ = try? ask("DELETE", "/session/\(session)")
    _ = driver.end()
    try? FileManager.default.removeItem(at: folder)
  }

  /// Everything that the browser has written, as far as it can be read.
  func written() -> [URL] {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (files?.allObjects as? [URL]) ?? []
  }

  // MARK: What a person does

  func open(_ address: String) throws { _ = try ask("/url", ["url": address]) }

  /// Clicks as a person does: what is covered or out of sight cannot be clicked; what the page has just drawn
  /// anew is looked for once more.
  func click(_ selector: String) throws {
    try patiently {
      do {
        _ = try ask("/element/\(find(selector))/click", [:])
        return true
      } catch let refused as Refused where refused.text.contains("stale element reference") {
        return false
      }
    }
  }

  /// Types into a field, or names files for it.
  func type(_ text: String, into selector: String) throws {
    _ = try ask("/element/\(find(selector))/value", ["text": text])
  }

  /// Presses a key wherever the focus is.
  func press(_ key: String) throws {
    let strokes = [["type": "keyDown", "value": key], ["type": "keyUp", "value": key]]
    let source: [String: Any] = ["type": "key", "id": "keyboard", "actions": strokes]
    _ = try ask("/actions", ["actions": [source]])
  }

  /// Makes the window as large as a laptop's or a phone's.
  func resize(_ width: Int, _ height: Int) throws {
    try command(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600])
  }

  // MARK: What a person sees

  /// Waits until something is on the page.
  func await(_ selector: String) throws { try patiently { try has(selector) } }

  /// Waits until something is gone from the page.
  func awaitEnd(of selector: String) throws { try patiently { try !has(selector) } }

  func has(_ selector: String) throws -> Bool {
    try run("return document.querySelector(arguments[0]) !== null", selector) as? Bool ?? false
  }

  /// The text of a part of the page.
  func text(_ selector: String = "main") throws -> String {
    try run("return document.querySelector(arguments[0])?.innerText ?? ''", selector) as? String
      ?? ""
  }

  /// A picture of the window, as PNG.
  func picture() throws -> Data {
    let text = try ask("GET", "/session/\(session)/screenshot") as? String ?? ""
    return try #require(Data(base64Encoded: text))
  }

  /// Runs a script on the page.
  @discardableResult
  func run(_ script: String, _ arguments: Any...) throws -> Any? {
    try ask("/execute/sync", ["script": script, "args": arguments])
  }

  /// Runs a script that answers later.
  func later(_ script: String) throws -> Any? {
    try ask("/execute/async", ["script": script, "args": [Any]()])
  }

  private func command(_ name: String, _ parameters: [String: Any]) throws {
    _ = try ask("/goog/cdp/execute", ["cmd": name, "params": parameters])
  }

  private func find(_ selector: String) throws -> String {
    let found = try ask("/element", ["using": "css selector", "value": selector])
    return try #require((found as? [String: String])?.values.first)
  }

  // MARK: The driver

  private func ask(_ path: String, _ body: [String: Any]) throws -> Any? {
    try ask("POST", "/session/\(session)" + path, body)
  }

  private func ask(_ method: String, _ path: String, _ body: [String: Any]? = nil) throws -> Any? {
    let data = try body.map { try JSONSerialization.data(withJSONObject: $0) } ?? Data()
    let answer = try PlainHTTP.send(
      port, method, path, headers: ["Content-Type": "application/json"], body: data)
    guard answer.status == 200 else {
      throw Refused(path: path, text: String(answer.text.prefix(400)))
    }
    let object = try JSONSerialization.jsonObject(with: answer.body) as? [String: Any]
    return object?["value"]
  }

  private static func freePort() throws -> Int {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        _ = unsafe bind(descriptor, generic, size)
        _ = unsafe getsockname(descriptor, generic, &size)
      }
    }
    return Int(UInt16(bigEndian: address.sin_port))
  }
}
