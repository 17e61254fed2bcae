import Exam

/// Reads the sheets of an OpenDocument spreadsheet from its parts.
enum ODSFile {
  static func isPart(_ name: String) -> Bool {
    ["mimetype", "content.xml", "META-INF/manifest.xml"].contains(name)
  }

  /// Whether the parts are an OpenDocument file of some kind.
  static func isOpenDocument(_ parts: [String: [UInt8]]) -> Bool {
    parts["mimetype"].map { text($0).contains("opendocument") } ?? (parts["content.xml"] != nil)
  }

  static func read(_ parts: [String: [UInt8]], fileName: String) throws(Trouble) -> Grid {
    if text(parts["META-INF/manifest.xml"] ?? []).contains("encryption-data") {
      throw ListTrouble.password(fileName)
    }
    guard let content = parts["content.xml"] else { throw ListTrouble.damaged(fileName) }
    return try ODSContent(fileName: fileName).read(content)
  }

  private static func text(_ part: [UInt8]) -> String { String(decoding: part, as: UTF8.self) }
}
