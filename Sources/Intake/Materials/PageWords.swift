import Exam

/// A page's text taken apart into words, with what stands between them.
struct PageWords {
  /// A run of letters and digits.
  struct Word {
    /// As written.
    let text: Substring
    /// Small letters of one alphabet, «е» for «ё».
    let folded: String
    /// What stands before it, back to the word before.
    let gap: Substring
  }

  let text: String
  let words: [Word]

  init(_ text: String) {
    self.text = text
    var words: [Word] = []
    var gapStart = text.startIndex
    var index = text.startIndex
    while index < text.endIndex {
      guard text[index].isLetter || text[index].isNumber else {
        index = text.index(after: index)
        continue
      }
      let start = index
      while index < text.endIndex, text[index].isLetter || text[index].isNumber {
        index = text.index(after: index)
      }
      let word = text[start..<index]
      words.append(Word(text: word, folded: Self.folded(word), gap: text[gapStart..<start]))
      gapStart = index
    }
    self.words = words
  }

  /// What stands behind the last word.
  var tail: Substring { words.last.map { text[$0.text.endIndex...] } ?? text[...] }

  /// Small letters; a word with a Cyrillic letter in it is all Cyrillic.
  static func folded(_ word: some StringProtocol) -> String {
    let small = word.lowercased()
    let isMixed = small.unicodeScalars.contains { ("а"..."я").contains($0) || $0 == "ё" }
    return String(small.map { $0 == "ё" ? "е" : isMixed ? cyrillic[$0] ?? $0 : $0 })
  }

  private static let cyrillic: [Character: Character] = [
    "a": "а", "b": "в", "c": "с", "e": "е", "h": "н", "k": "к", "m": "м", "o": "о", "p": "р",
    "t": "т", "x": "х", "y": "у",
  ]

  /// Whether two folded words differ by their endings only: «по математике» is of «Математика».
  static func isSame(_ left: String, _ right: String) -> Bool {
    if left == right { return true }
    let common = zip(left, right).prefix { $0 == $1 }.count
    return common >= max(3, min(left.count, right.count) - 2)
      && max(left.count, right.count) - common <= 3
  }
}

/// A layout's pattern, taken apart.
struct PagePattern {
  /// A piece of a pattern.
  enum Piece: Equatable {
    case word(String)
    case subject
    case grade
    case year
    case variant
  }

  let pieces: [Piece]
  /// Whether a hyphen stands before each piece, and so must on the page.
  let hyphened: [Bool]

  /// Reads a pattern; nil where a blank of it is none that is known, or it has no word at all.
  init?(_ text: String) {
    var pieces: [Piece] = []
    var hyphened: [Bool] = []
    var rest = text[...]
    var isHyphened = false
    while let first = rest.first {
      if first == "{", let end = rest.firstIndex(of: "}") {
        guard let piece = Self.blanks[String(rest[rest.index(after: rest.startIndex)..<end])] else {
          return nil
        }
        pieces.append(piece)
        hyphened.append(isHyphened)
        isHyphened = false
        rest = rest[rest.index(after: end)...]
      } else if first.isLetter || first.isNumber {
        let word = rest.prefix { $0.isLetter || $0.isNumber }
        // One letter alone is a word of the language, too: «В-1» is no «в 1».
        pieces.append(.word(word.count == 1 ? String(word) : PageWords.folded(word)))
        hyphened.append(isHyphened)
        isHyphened = false
        rest = rest.dropFirst(word.count)
      } else {
        isHyphened = isHyphened || first == "-"
        rest = rest.dropFirst()
      }
    }
    guard pieces.contains(where: { if case .word = $0 { true } else { false } }) else { return nil }
    (self.pieces, self.hyphened) = (pieces, hyphened)
  }

  /// Whether nothing leads up to the subject, so that words before it may be taken for a part of it.
  var isLoose: Bool { pieces.first == .subject }

  private static let blanks: [String: Piece] = [
    "subject": .subject, "grade": .grade, "year": .year, "variant": .variant,
  ]
}

/// Where a pattern fits a page.
struct PatternFit {
  /// The words it takes.
  var words: Range<Int>
  var subject: Range<Int>?
  var grade: Int?
  var variant: Variant?
}
