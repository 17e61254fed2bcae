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
      words.append(Word(text: word, folded: LookAlikes.folded(word), gap: text[gapStart..<start]))
      gapStart = index
    }
    self.words = words
  }

  /// What stands behind the last word.
  var tail: Substring { words.last.map { text[$0.text.endIndex...] } ?? text[...] }

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
        pieces.append(.word(word.count == 1 ? String(word) : LookAlikes.folded(word)))
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

extension PagePattern {
  /// Longest subject of a pattern, in words: «Основы религиозных культур и светской этики».
  private static let longestSubject = 8

  /// All places where the pattern fits, from the front.
  func fits(in page: PageWords) -> [PatternFit] {
    var fits: [PatternFit] = []
    var start = 0
    while start < page.words.count {
      if let fit = fit(in: page.words, at: start) {
        fits.append(fit)
        start = max(fit.words.upperBound, start + 1)
      } else {
        start += 1
      }
    }
    return fits
  }

  /// The first place where it fits.
  func first(in page: PageWords) -> PatternFit? {
    page.words.indices.lazy.compactMap { fit(in: page.words, at: $0) }.first
  }

  private func fit(in words: [PageWords.Word], at start: Int) -> PatternFit? {
    match(0, words, start, PatternFit(words: start..<start)).map { fit in
      var fit = fit
      fit.words = start..<fit.words.upperBound
      return fit
    }
  }

  /// Tries the pieces from `piece` on against the words from `index` on.
  private func match(
    _ piece: Int, _ words: [PageWords.Word], _ index: Int, _ fit: PatternFit
  ) -> PatternFit? {
    guard piece < pieces.count else {
      var done = fit
      done.words = fit.words.lowerBound..<index
      return done
    }
    if pieces[piece] == .year {
      let past = afterYear(words, index)
      return (past > index ? match(piece + 1, words, past, fit) : nil)
        ?? match(piece + 1, words, index, fit)
    }
    guard index < words.count, piece == 0 || joins(words[index], before: piece) else { return nil }
    var fit = fit
    switch pieces[piece] {
    case .word(let word):
      guard Self.isWord(words[index], word) else { return nil }
      return match(piece + 1, words, index + 1, fit)
    case .grade:
      guard let grade = Int(words[index].text), (1...12).contains(grade) else { return nil }
      fit.grade = grade
      return match(piece + 1, words, afterEnding(words, index + 1), fit)
    case .variant:
      guard let variant = Self.variant(words[index]) else { return nil }
      fit.variant = variant
      return match(piece + 1, words, afterEnding(words, index + 1), fit)
    case .subject: return matchSubject(piece, words, index, fit)
    case .year: return nil
    }
  }

  /// Past a year and what people write with it, as in «2026 года по математике» and «по математике».
  private func afterYear(_ words: [PageWords.Word], _ index: Int) -> Int {
    let beside: Set<String> = ["г", "гг", "год", "года", "уч", "учебный", "учебного"]
    var next = index
    while next < words.count, words[next].text.count == 4, words[next].folded.hasPrefix("20") {
      next += 1
    }
    while next > index, next < words.count, beside.contains(words[next].folded) { next += 1 }
    if next < words.count, words[next].folded == "по" { next += 1 }
    return next
  }

  /// The fewest words that let the rest fit.
  private func matchSubject(
    _ piece: Int, _ words: [PageWords.Word], _ index: Int, _ fit: PatternFit
  ) -> PatternFit? {
    var fit = fit
    for end in index..<min(words.count, index + Self.longestSubject) {
      guard words[end].text.first?.isLetter == true else { return nil }
      if isLoose, end > index, words[end].gap.contains(where: { ".\n\r".contains($0) }) {
        return nil
      }
      fit.subject = index..<(end + 1)
      if let whole = match(piece + 1, words, end + 1, fit) { return whole }
    }
    return nil
  }

  /// «5-й класс», «1-го варианта»: the ending is no word.
  private func afterEnding(_ words: [PageWords.Word], _ index: Int) -> Int {
    guard index < words.count, words[index].gap == "-",
      ["й", "ый", "ой", "ий", "го", "ого", "х", "е", "ое", "я", "ая"].contains(words[index].folded)
    else { return index }
    return index + 1
  }

  /// Whether a word may follow the piece before; beside a hyphen of the pattern only a hyphen will do.
  private func joins(_ word: PageWords.Word, before piece: Int) -> Bool {
    guard hyphened[piece] else { return !word.gap.contains("/") || word.gap.contains(" ") }
    let gap = word.gap.filter { !$0.isWhitespace }
    return ["-", "–", "—", "‑"].contains(gap)
  }

  private static func isWord(_ word: PageWords.Word, _ wanted: String) -> Bool {
    guard wanted.count > 1 else { return PageWords.capital(word.text) == wanted }
    return wanted.count <= 4
      ? word.folded == wanted : PageWords.isSame(word.folded, wanted)
  }

  /// A number, a numeral or a letter; letters are capitals, or they would be words of a sentence.
  private static func variant(_ word: PageWords.Word) -> Variant? {
    let isOrdinal = word.text.count > 3 && word.text.allSatisfy(\.isLetter)
    guard isOrdinal || word.text.allSatisfy({ !$0.isLowercase }) else { return nil }
    return Variant(written: word.text)
  }
}

extension PageWords {
  /// A capital letter in Cyrillic where it looks like one; anything else as it is.
  static func capital(_ text: Substring) -> String {
    guard text.count == 1, text.first?.isUppercase == true else { return String(text) }
    return LookAlikes.folded(text + "я").dropLast().uppercased()
  }
}
