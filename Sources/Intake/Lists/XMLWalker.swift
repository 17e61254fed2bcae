/// Walks an XML text, telling of elements by their names without prefixes.
final class XMLWalker {
  var onStart: (String, XMLAttributes) -> Void = { _, _ in }
  var onEnd: (String) -> Void = { _ in }
  /// Whether characters are gathered into `text`.
  var isGathering = false
  private var gathered: [UInt8] = []

  /// What was gathered since it was last set.
  var text: String {
    get { String(decoding: gathered, as: UTF8.self) }
    set {
      gathered.removeAll(keepingCapacity: true)
      gathered.append(contentsOf: newValue.utf8)
    }
  }

  var hasText: Bool { !gathered.isEmpty }

  func append(_ text: String) { gathered.append(contentsOf: text.utf8) }

  /// Whether the text was well-formed to its end.
  func walk(_ bytes: [UInt8]) -> Bool {
    var scanner = XMLScanner(bytes)
    while let piece = scanner.next() {
      switch piece {
      case .start(let name, let attributes, let isWhole):
        let bare = scanner.bare(name)
        onStart(bare, XMLAttributes(bytes: bytes[attributes]))
        if isWhole { onEnd(bare) }
      case .end(let name): onEnd(scanner.bare(name))
      case .characters(let range):
        guard !isGathering || XML.decode(bytes[range], into: &gathered) else { return false }
      case .section(let range):
        if isGathering { gathered.append(contentsOf: bytes[range]) }
      case .remark: break
      case .damage: return false
      }
    }
    return true
  }
}
