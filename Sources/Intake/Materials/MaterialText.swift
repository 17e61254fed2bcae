import Exam

/// Texts brought to one form, so that they can be compared.
enum MaterialText {
  /// Small letters, «е» for «ё», single spaces.
  static func folded(_ text: some StringProtocol) -> String {
    String(spaced(text).lowercased().map { $0 == "ё" ? "е" : $0 })
  }

  /// Every run of blanks and line ends made one space, none at the ends.
  static func spaced(_ text: some StringProtocol) -> String {
    String(text.filter { $0 != "\u{AD}" }).split(whereSeparator: \.isWhitespace).joined(
      separator: " ")
  }

  /// Runs of blanks and line ends cut to eight: patterns take a time that grows with their square.
  static func thinned(_ text: String) -> String {
    var run = 0
    return text.filter { character in
      run = character.isWhitespace ? run + 1 : 0
      return run <= 8
    }
  }

  /// Without invisible characters, and with letter-spaced words joined: «В а р и а н т  2».
  static func unspaced(_ text: String) -> String {
    let visible = text.filter {
      !["\u{AD}", "\u{200B}", "\u{200D}", "\u{2060}", "\u{FEFF}"].contains($0)
    }
    return visible.split(separator: "\n", omittingEmptySubsequences: false).map(joined)
      .joined(separator: "\n")
  }

  /// A line of single letters between single blanks, wider gaps between its words.
  private static func joined(_ line: Substring) -> String {
    let parts = line.split(whereSeparator: \.isWhitespace)
    let singles = parts.count { $0.count == 1 && $0.first?.isLetter == true }
    guard singles >= 4, singles * 4 >= parts.count * 3 else { return String(line) }
    return line.split(separator: /\s{2,}/).map { word in
      word.split(whereSeparator: \.isWhitespace).reduce(into: "") { joined, part in
        let isNumber = part.first?.isNumber == true
        joined += (isNumber && joined.last?.isLetter == true ? " " : "") + part
      }
    }.joined(separator: " ")
  }

  /// The file and its pages: `a.pdf, стр. 2, 5`.
  static func place(_ document: MaterialDocument, of pages: [PageFacts]) -> Wording {
    let file = document.place
    guard !pages.isEmpty else { return Wording(same: file) }
    let list = list(of: pages)
    return Wording(ru: "\(file), \(list.ru)", en: "\(file), \(list.en)")
  }

  /// `стр. 2, 5 слева`.
  static func list(of pages: [PageFacts]) -> Wording {
    Wording(
      ru: "стр. " + list(pages, left: "слева", right: "справа"),
      en: "p. " + list(pages, left: "left", right: "right"))
  }

  /// `1–3, 7, 8 слева`; both halves of a page are the page.
  private static func list(_ pages: [PageFacts], left: String, right: String) -> String {
    let halves = Dictionary(grouping: pages, by: \.page)
    let whole = halves.filter { page in
      page.value.contains { $0.half == nil } || Set(page.value.map(\.half)).count > 1
    }.keys
    let single = halves.filter { !whole.contains($0.key) }.sorted { $0.key < $1.key }
      .map { "\($0.key) \($0.value.first?.half == .left ? left : right)" }
    return ([list(Array(whole))] + single).filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// `1–3, 7`.
  static func list(_ pages: [Int]) -> String {
    var ranges: [(first: Int, last: Int)] = []
    for page in Set(pages).sorted() {
      if let last = ranges.last, last.last + 1 == page {
        ranges[ranges.count - 1].last = page
      } else {
        ranges.append((page, page))
      }
    }
    return ranges.map { $0.first == $0.last ? "\($0.first)" : "\($0.first)–\($0.last)" }
      .joined(separator: ", ")
  }
}
