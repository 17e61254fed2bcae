/// A subject as a list or a page writes it, in any case and shortening.
public struct SubjectName: Hashable, Sendable {
  private let words: [String]

  /// Takes a subject, in full or shortened: «Русский язык», «МАТЕМ».
  public init(_ text: some StringProtocol) {
    words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
      .map { String($0.map { $0 == "ё" ? "е" : $0 }) }
  }

  /// Those of several subjects that it means: the same words if there are any, else what it shortens.
  public func best(among subjects: [String]) -> Set<String> {
    let exact = subjects.filter { isSame(as: SubjectName($0)) }
    return Set(exact.isEmpty ? subjects.filter { shortens(SubjectName($0)) } : exact)
  }

  /// Whether the words are the same but for their endings.
  private func isSame(as other: SubjectName) -> Bool {
    words.count == other.words.count && zip(words, other.words).allSatisfy(Self.differsByEnding)
  }

  /// Whether each word begins the other's word at its place; words may be left out at the end.
  private func shortens(_ other: SubjectName) -> Bool {
    !words.isEmpty && words.count <= other.words.count
      && zip(words, other.words).allSatisfy { short, whole in
        (short.count >= 2 && whole.hasPrefix(short)) || Self.differsByEnding(short, whole)
      }
  }

  private static func differsByEnding(_ left: String, _ right: String) -> Bool {
    if left == right { return true }
    let common = zip(left, right).prefix { $0 == $1 }.count
    return common >= max(3, min(left.count, right.count) - 2)
      && max(left.count, right.count) - common <= 2
  }
}
