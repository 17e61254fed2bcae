import Exam
import Tables

/// Reads a seat as people write it: `1А`, `место 7`, `1-12`, `ряд 1, место 12`, `2 парта, 1 ряд`.
///
/// Digits that stand apart are a row and a place: they are never joined.
struct SeatWords {
  private enum Token: Equatable {
    case number(Int)
    case label(Label)
    case letter(Character)
    case other
  }

  /// What a number is of, the widest first.
  private enum Label: Int {
    case row
    case desk
    case place
  }

  private let tokens: [Token]

  init(_ text: String) { tokens = Self.tokens(ListText.withoutZeroFraction(text).lowercased()) }

  /// The number, where the text has nothing else: «12», «12 место», «ряд 1».
  var number: Int? { numbers.count == 1 && letters.isEmpty && isKnown ? numbers[0] : nil }

  /// The letter, where the text has nothing else.
  var letter: String? {
    letters.count == 1 && numbers.isEmpty && isKnown ? letters[0].uppercased() : nil
  }

  private var isKnown: Bool { !tokens.contains(.other) }

  private var numbers: [Int] {
    tokens.compactMap { if case .number(let number) = $0 { number } else { nil } }
  }

  private var letters: [Character] {
    tokens.compactMap { if case .letter(let letter) = $0 { letter } else { nil } }
  }

  /// The seat; nil where the text is none, or may be several.
  var seat: Seat? {
    guard isKnown else { return nil }
    let (numbers, letters) = (numbers, letters)
    guard numbers.allSatisfy({ (1...999).contains($0) }) else { return nil }
    switch (numbers.count, letters.count) {
    case (1, 0): return isOfPlace ? Seat(row: numbers[0], letter: "") : nil
    case (1, 1): return isOfLetter ? Seat(row: numbers[0], letter: letters[0].uppercased()) : nil
    case (2, 0): return pair(numbers)
    default: return nil
    }
  }

  private var labels: [Label] {
    tokens.compactMap { if case .label(let label) = $0 { label } else { nil } }
  }

  /// Whether a lone number is a place's: a row alone is no seat.
  private var isOfPlace: Bool { labels.allSatisfy { $0 != .row } && labels.count <= 1 }

  /// Whether a letter is the place's, and the number the row's: «ряд 1 место А», not «ряд А место 1».
  private var isOfLetter: Bool {
    guard let first = tokens.first, labels.contains(.row) else { return labels.count <= 1 }
    if case .label(.row) = first, case .number = tokens[1] { return true }
    if case .number = first, tokens[1] == .label(.row) { return true }
    return false
  }

  private func pair(_ numbers: [Int]) -> Seat? {
    guard !labels.isEmpty else { return Seat("\(numbers[0])-\(numbers[1])") }
    let positions = tokens.indices.filter {
      if case .number = tokens[$0] { true } else { false }
    }
    var isLeading = false
    if case .label = tokens[0] { isLeading = true }
    let told = positions.map { position -> Label? in
      let beside = isLeading ? position - 1 : position + 1
      guard tokens.indices.contains(beside), case .label(let label) = tokens[beside] else {
        return nil
      }
      return label
    }
    let first = told[0]?.rawValue ?? Label.row.rawValue
    let second = told[1]?.rawValue ?? Label.place.rawValue
    guard labels.count == told.count(where: { $0 != nil }), first != second else { return nil }
    return Seat(first < second ? "\(numbers[0])-\(numbers[1])" : "\(numbers[1])-\(numbers[0])")
  }

  private static func tokens(_ text: String) -> [Token] {
    var tokens: [Token] = []
    var rest = text[...]
    while let first = rest.first {
      if first.isASCII, first.isNumber {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        rest = rest.dropFirst(digits.count)
        tokens.append(Int(digits).map(Token.number) ?? .other)
        rest = rest.dropFirst(ending(rest))
      } else if first.isLetter {
        let word = rest.prefix(while: \.isLetter)
        rest = rest.dropFirst(word.count)
        tokens.append(token(word, isShortened: rest.first == "."))
      } else {
        if first.isNumber { tokens.append(.other) }
        rest = rest.dropFirst()
      }
    }
    let count = tokens.count { if case .number = $0 { true } else { false } }
    // Beside two numbers «р» and «м» are no letters of seats.
    return count < 2 ? tokens : tokens.map { short($0) }
  }

  /// How long the ending of a spoken number is: «1-й ряд».
  private static func ending(_ rest: Substring) -> Int {
    rest.prefixMatch(of: /\s?-\s?(?:[йяе]|ый|ой|ая|ое)(?=\s)/).map { $0.output.count } ?? 0
  }

  private static func token(_ word: Substring, isShortened: Bool) -> Token {
    if let label = words[String(word)] { return .label(label) }
    guard word.count == 1, let letter = LookAlikes.cyrillic(word.uppercased()).first,
      LookAlikes.isCyrillicCapital(letter)
    else { return .other }
    let plain = Token.letter(letter)
    return isShortened ? short(plain) : plain
  }

  private static func short(_ token: Token) -> Token {
    switch token {
    case .letter("Р"): .label(.row)
    case .letter("П"): .label(.desk)
    case .letter("М"): .label(.place)
    default: token
    }
  }

  private static let words: [String: Label] = [
    "ряд": .row, "ряда": .row, "row": .row, "парта": .desk, "парты": .desk, "стол": .desk,
    "desk": .desk, "table": .desk, "место": .place, "места": .place, "мест": .place,
    "seat": .place, "place": .place,
  ]
}
