import Exam

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
      let isThere =
        index < words.count && words[index].text.count == 4 && words[index].folded.hasPrefix("20")
      return (isThere ? match(piece + 1, words, index + 1, fit) : nil)
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
    return folded(text + "я").dropLast().uppercased()
  }
}
