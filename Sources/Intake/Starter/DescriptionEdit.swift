import Yams

/// Adds files to a material in the text of an exam.yaml, where everything else stays as it was written.
struct DescriptionEdit {
  private var lines: [String]

  init(_ yaml: String) {
    lines = yaml.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  var text: String { lines.joined(separator: "\n") }

  /// Adds a file behind the others; `quoted` is how YAML writes it.
  ///
  /// - Returns: Whether the material was found, and its files are written in a way that can be added to.
  mutating func add(_ quoted: String, toMaterial material: Int, ofWork work: Int) -> Bool {
    guard let root = try? Yams.compose(yaml: text),
      let works = root["works"]?.sequence, works.indices.contains(work),
      let materials = works[work]["materials"]?.sequence, materials.indices.contains(material),
      let block = materials[material].mapping
    else { return false }
    if let file = block["file"] { return begin(quoted, behind: file, in: block) }
    guard let files = block["files"]?.sequence, let last = files.last,
      let start = place(of: last), let end = end(of: last)
    else { return false }
    let before = lines[end.line][..<start.index]
    if before.allSatisfy({ $0 == " " || $0 == "-" }), before.contains("-") {
      lines.insert("\(before)\(quoted)", at: end.line + 1)
    } else {
      lines[end.line].insert(contentsOf: ", " + quoted, at: end.index)
    }
    return true
  }

  /// `file: a.pdf` becomes `files: [a.pdf, b.pdf]`.
  private mutating func begin(
    _ quoted: String, behind file: Node, in block: Node.Mapping
  ) -> Bool {
    guard let key = block.first(where: { $0.key.string == "file" })?.key.mark,
      let start = place(of: file), let end = end(of: file), start.line == end.line,
      key.line - 1 == end.line
    else { return false }
    lines[end.line].insert(contentsOf: ", " + quoted + "]", at: end.index)
    lines[start.line].insert("[", at: start.index)
    let behind = lines[end.line].index(
      lines[end.line].startIndex, offsetBy: key.column - 1 + "file".count)
    lines[end.line].insert("s", at: behind)
    return true
  }

  private typealias Place = (line: Int, index: String.Index)

  private func place(of scalar: Node) -> Place? {
    guard let mark = scalar.mark, lines.indices.contains(mark.line - 1) else { return nil }
    let line = lines[mark.line - 1]
    guard
      let index = line.unicodeScalars.index(
        line.startIndex, offsetBy: mark.column - 1, limitedBy: line.endIndex)
    else { return nil }
    return (mark.line - 1, index)
  }

  /// Behind a text that stands on one line.
  private func end(of scalar: Node) -> Place? {
    guard let text = scalar.string, let start = place(of: scalar) else { return nil }
    let rest = lines[start.line][start.index...]
    guard let quote = rest.first, quote == "\"" || quote == "'" else {
      return rest.hasPrefix(text)
        ? (start.line, rest.index(rest.startIndex, offsetBy: text.count)) : nil
    }
    var index = rest.index(after: rest.startIndex)
    while index < rest.endIndex {
      let next = rest.index(after: index)
      if quote == "\"", rest[index] == "\\", next < rest.endIndex {
        index = rest.index(after: next)
      } else if rest[index] == quote {
        guard quote == "'", next < rest.endIndex, rest[next] == quote else {
          return (start.line, next)
        }
        index = rest.index(after: next)
      } else {
        index = next
      }
    }
    return nil
  }
}
