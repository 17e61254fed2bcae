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

  /// `стр. 2, 5`.
  static func place(_ document: MaterialDocument, pages: [Int] = []) -> String {
    let file = document.container.map { "\($0): \(document.file)" } ?? document.file
    guard !pages.isEmpty else { return file }
    return "\(file), стр. \(list(pages))"
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
