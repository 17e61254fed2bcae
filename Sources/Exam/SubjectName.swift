/// A subject as a list or a page writes it, in any case and shortening.
public struct SubjectName: Hashable, Sendable {
  private let words: [String]
  /// The level that stands beside it: «Математика (базовая)».
  public let level: WorkLevel?
  /// The grade that stands beside it: «Математика, 6 класс», «Математика 6».
  public let grade: Int?

  /// Takes a subject, in full or shortened: «Русский язык», «МАТЕМ».
  public init(_ text: some StringProtocol) {
    let all = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map { LookAlikes.folded($0) }
    grade = Self.grade(all)
    level = all.lazy.compactMap { WorkLevel(word: $0) }.first
    let telling = all.filter { word in
      !Self.noise.contains(word) && !word.allSatisfy(\.isNumber) && WorkLevel(word: word) == nil
        && Self.glued(word) == nil
    }
    words = telling.isEmpty ? all : telling
  }

  /// Words around a subject: «ВПР по математике, 5 класс».
  private static let noise: Set<String> = [
    "впр", "по", "класс", "класса", "кл", "работа", "предмет",
    "уровень", "уровня",
  ]

  /// The only grade that stands beside the word for it, or alone at the end; nil where there are several.
  private static func grade(_ words: [String]) -> Int? {
    let glued = words.compactMap(Self.glued)
    let numbers = words.indices.filter { number(words[$0]) != nil }
    guard glued.count + numbers.count == 1 else { return nil }
    guard let at = numbers.first else { return glued.first }
    let isBeside = [at - 1, at + 1].contains {
      words.indices.contains($0) && gradeWords.contains(words[$0])
    }
    // A lone small number may count parts or variants.
    let isLast = at > 0 && at == words.count - 1 && partWords.isDisjoint(with: words)
    guard let grade = number(words[at]) else { return nil }
    return isBeside || (isLast && grade >= 4) ? grade : nil
  }

  private static func number(_ word: String) -> Int? {
    Int(word).flatMap { (1...12).contains($0) ? $0 : nil }
  }

  /// `6` of «6кл».
  private static func glued(_ word: String) -> Int? {
    gradeWords.lazy.compactMap {
      word.hasSuffix($0) ? number(String(word.dropLast($0.count))) : nil
    }
    .first
  }

  private static let gradeWords: Set<String> = ["класс", "класса", "кл", "классы", "классов"]
  private static let partWords: Set<String> = ["часть", "ч", "вариант", "вар", "в", "no", "n"]

  /// Those of several subjects that it means: the same words if there are any, else what it shortens.
  public func best(among subjects: [String]) -> Set<String> {
    let exact = subjects.filter { isSame(as: SubjectName($0)) }
    return Set(exact.isEmpty ? subjects.filter { shortens(SubjectName($0)) } : exact)
  }

  /// Whether the words are the same but for their endings.
  private func isSame(as other: SubjectName) -> Bool {
    isOfLevel(other) && words.count == other.words.count
      && zip(words, other.words).allSatisfy(Self.differsByEnding)
  }

  private func isOfLevel(_ other: SubjectName) -> Bool {
    level == nil || other.level == nil || level == other.level
  }

  /// Whether each word begins the other's word at its place; words may be left out at the end.
  private func shortens(_ other: SubjectName) -> Bool {
    isOfLevel(other) && !words.isEmpty && words.count <= other.words.count
      && zip(words, other.words).allSatisfy { short, whole in
        (short.count >= 2 && whole.hasPrefix(short)) || Self.differsByEnding(short, whole)
      }
  }

  private static func differsByEnding(_ left: String, _ right: String) -> Bool {
    if left == right { return true }
    if let stem = adjective(left), stem == adjective(right) { return true }
    let common = zip(left, right).prefix { $0 == $1 }.count
    return common >= max(3, min(left.count, right.count) - 2)
      && max(left.count, right.count) - common <= 2
  }

  /// What an adjective of a subject has before its ending: `русск` of «русский», «русскому».
  private static func adjective(_ word: String) -> Substring? {
    let endings = ["ому", "ему", "ого", "его", "ий", "ый", "ой", "ая", "ое", "ом", "им", "ым"]
    guard let ending = endings.first(where: word.hasSuffix), word.count > ending.count + 2 else {
      return nil
    }
    return word.dropLast(ending.count)
  }
}
