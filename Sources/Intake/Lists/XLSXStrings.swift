import Exam

/// Reads the shared strings, rich text joined, readings of hieroglyphs left out.
enum XLSXStrings {
  static func read(_ part: [UInt8]?, _ fileName: String) throws(Trouble) -> [String] {
    guard let part else { return [] }
    let walker = XMLWalker()
    var strings: [String] = []
    var readings = 0
    walker.onStart = { [unowned walker] name, _ in
      switch name {
      case "si": walker.text = ""
      case "rPh": readings += 1
      case "t": walker.isGathering = readings == 0
      default: break
      }
    }
    walker.onEnd = { [unowned walker] name in
      switch name {
      case "si": strings.append(unescaped(walker.text))
      case "rPh": readings -= 1
      case "t": walker.isGathering = false
      default: break
      }
    }
    guard walker.walk(part) else { throw ListTrouble.damaged(fileName) }
    return strings
  }

  /// Workbooks write characters that XML forbids as `_x000D_`.
  static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    var result = ""
    var rest = Substring(text)
    while let character = rest.first {
      let escape = rest.prefix(7)
      if character == "_", escape.count == 7, escape.dropFirst().first == "x", escape.last == "_",
        let scalar = UInt32(escape.dropFirst(2).dropLast(), radix: 16).flatMap(Unicode.Scalar.init)
      {
        result.unicodeScalars.append(scalar)
        rest = rest.dropFirst(7)
      } else {
        result.append(character)
        rest = rest.dropFirst()
      }
    }
    return result
  }
}
