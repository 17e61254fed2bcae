import Foundation

/// What a form brought: fields, and files where it had any.
struct Form: Sendable {
  /// A file of a form.
  struct File: Sendable {
    let name: String
    let bytes: [UInt8]
  }

  private(set) var fields: [(name: String, value: String)] = []
  private(set) var files: [File] = []

  /// The last value of a field.
  subscript(name: String) -> String? { fields.last { $0.name == name }?.value }

  /// Every value of a field.
  func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

  /// Reads a body by its content type; nil if it cannot be read.
  init?(_ body: [UInt8], contentType: String) {
    let kind = contentType.split(separator: ";").first.map {
      $0.trimmingCharacters(in: .whitespaces).lowercased()
    }
    switch kind {
    case "application/x-www-form-urlencoded": readFields(body)
    case "multipart/form-data":
      guard let boundary = Self.boundary(contentType), read(body, boundary: boundary) else {
        return nil
      }
    default: return nil
    }
  }

  private mutating func readFields(_ body: [UInt8]) {
    let text = String(decoding: body, as: UTF8.self)
    for pair in text.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let values = parts.map { $0.replacing("+", with: " ").removingPercentEncoding ?? "" }
      guard let name = values.first else { continue }
      fields.append((name, values.count > 1 ? values[1] : ""))
    }
  }

  private static func boundary(_ contentType: String) -> [UInt8]? {
    guard let match = contentType.firstMatch(of: /boundary="?([^";]{1,70})"?/) else { return nil }
    return Array("--\(match.1)".utf8)
  }

  /// The parts between boundaries (RFC 7578); the last boundary ends with two hyphens.
  private mutating func read(_ body: [UInt8], boundary: [UInt8]) -> Bool {
    let data = Data(body)
    let (edge, end) = (Data(boundary), Data([13, 10, 13, 10]))
    guard var at = data.range(of: edge)?.upperBound else { return false }
    while true {
      if data[at...].starts(with: [45, 45]) { return true }
      guard data[at...].starts(with: [13, 10]),
        let head = data.range(of: end, in: at..<data.endIndex),
        let next = data.range(of: Data([13, 10]) + edge, in: head.upperBound..<data.endIndex)
      else { return false }
      take(
        String(decoding: data[at..<head.lowerBound], as: UTF8.self),
        [UInt8](data[head.upperBound..<next.lowerBound]))
      at = next.upperBound
    }
  }

  private mutating func take(_ head: String, _ content: [UInt8]) {
    guard let name = head.firstMatch(of: /(?i)content-disposition:[^\r\n]*?[; ]name="([^"]*)"/)
    else { return }
    guard let file = head.firstMatch(of: /(?i)content-disposition:[^\r\n]*?filename="([^"]*)"/)
    else {
      fields.append((String(name.1), String(decoding: content, as: UTF8.self)))
      return
    }
    // A field for files that was left empty brings one without a name.
    guard !file.1.isEmpty else { return }
    files.append(File(name: String(file.1).replacing("%22", with: "\""), bytes: content))
  }
}
