import Foundation
import FoundationXML

/// Walks an XML text; names come without their prefixes.
final class XMLWalker: NSObject, XMLParserDelegate {
  var onStart: (String, [String: String]) -> Void = { _, _ in }
  var onEnd: (String) -> Void = { _ in }
  /// Gathered while `isGathering`.
  var text = ""
  var isGathering = false

  /// Whether the text was well-formed to its end.
  func walk(_ bytes: [UInt8]) -> Bool {
    // A stream is parsed in chunks; the parser refuses more than ten megabytes at once.
    let parser = XMLParser(stream: InputStream(data: Data(bytes)))
    parser.shouldResolveExternalEntities = false
    parser.delegate = self
    return parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    onStart(Self.bare(elementName), attributes)
  }

  func parser(
    _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    onEnd(Self.bare(elementName))
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if isGathering { text += string }
  }

  private static func bare(_ name: String) -> String {
    guard let colon = name.utf8.lastIndex(of: UInt8(ascii: ":")) else { return name }
    return String(name[name.index(after: colon)...])
  }
}
