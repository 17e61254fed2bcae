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
      case "si": strings.append(walker.text)
      case "rPh": readings -= 1
      case "t": walker.isGathering = false
      default: break
      }
    }
    guard walker.walk(part) else { throw ListTrouble.damaged(fileName) }
    return strings
  }
}
