/// A subject as a list or a page writes it, in any case and shortening.
public struct SubjectName: Hashable, Sendable {
  private let words: [String]
  /// The level that stands beside it: «Математика (базовая)».
  public let level: WorkLevel?

  /// Takes a subject, in full or shortened: «Русский язык», «МАТЕМ».
  public init(_ text: some StringProtocol) {
    let all = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map { LookAlikes.folded($0) }
    level = all.lazy.compactMap { WorkLevel(word: $0) }.first
    let telling = all.filter { word in
      !Self.noise.contains(word) && !word.allSatisfy(\.isNumber) && WorkLevel(word: word) == nil
    }
    words = telling.isEmpty ? all : telling
  }

  /// Words around a subject: «ВПР по математике, 5 класс».
  private static let noise: Set<String> = [
    "впр", "по", "класс", "класса", "кл", "работа", "предмет",
    "уровень", "уровня",
  ]

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
