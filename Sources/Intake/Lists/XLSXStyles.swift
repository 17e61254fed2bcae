import Exam

/// Reads how cells show numbers, by style.
enum XLSXStyles {
  static func read(_ part: [UInt8]?, _ fileName: String) throws(Trouble) -> [NumberFormat] {
    guard let part else { return [] }
    let walker = XMLWalker()
    var own: [Int: NumberFormat] = [:]
    var formats: [NumberFormat] = []
    var isInside = false
    walker.onStart = { name, attributes in
      switch name {
      case "numFmt":
        guard let id = attributes.number("numFmtId"), let code = attributes["formatCode"]
        else { return }
        own[id] = NumberFormat(code: code)
      case "cellXfs": isInside = true
      case "xf" where isInside:
        let id = attributes.number("numFmtId") ?? 0
        formats.append(own[id] ?? NumberFormat(builtIn: id))
      default: break
      }
    }
    walker.onEnd = { if $0 == "cellXfs" { isInside = false } }
    guard walker.walk(part) else { throw ListTrouble.damaged(fileName) }
    return formats
  }
}
