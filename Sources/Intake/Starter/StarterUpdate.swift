public import Exam

/// What an exam.yaml that is there already does not know of its folder yet.
public struct StarterUpdate: Sendable {
  /// Another list that is newer than the one it names.
  public let list: (from: String?, to: String)?
  /// Works whose materials came later.
  public let works: [StarterWork]

  private let text: StarterText

  /// Compares what lies here with what exam.yaml says; `text` writes what would be added.
  public init(_ survey: StarterSurvey, existing: ExamDescription, text: StarterText) {
    self.text = text
    let named = existing.list
    if let found = survey.list?.file, let named, named != found {
      list = (named, found)
    } else {
      list = nil
    }
    let files = Set(existing.works.flatMap { $0.materials.flatMap(\.files) })
    works = survey.works.filter { work in
      let isKnown = existing.works.contains { $0.subject == work.subject && $0.grade == work.grade }
      return !isKnown && files.isDisjoint(with: work.files)
    }
  }

  /// Whether exam.yaml says all that the folder tells.
  public var isEmpty: Bool { list == nil && works.isEmpty }

  /// The file with the changes; everything else, comments too, stays as it was written.
  public func applied(to yaml: String) -> String {
    var lines = yaml.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last?.isEmpty == true { lines.removeLast() }
    if let list, let index = lines.firstIndex(where: { $0.hasPrefix("list:") }) {
      lines[index] = "list: " + text.quoted(list.to)
    }
    guard !works.isEmpty else { return lines.joined(separator: "\n") + "\n" }
    if let head = lines.firstIndex(where: { $0.hasPrefix("works:") }) {
      let after = lines[(head + 1)...].firstIndex { line in
        line.first.map { !$0.isWhitespace && $0 != "-" && $0 != "#" } ?? false
      }
      let item = lines[(head + 1)...].first { $0.drop { $0 == " " }.first == "-" }
      let indent = item?.prefix { $0 == " " }.count ?? 2
      lines.insert(contentsOf: entries(indent), at: after ?? lines.endIndex)
    } else {
      let note = lines.firstIndex { $0.hasPrefix("# works:") }
      let place = note ?? lines.endIndex
      if note != nil { lines.remove(at: place) }
      lines.insert(contentsOf: ["works:"] + entries(2), at: place)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The works' lines, as deep as those that are there.
  private func entries(_ indent: Int) -> [String] {
    text.entries(of: works).map { String(repeating: " ", count: indent) + $0.dropFirst(2) }
  }
}
