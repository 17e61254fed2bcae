/// The level of a subject that a page, a work or a list names.
public enum WorkLevel: String, Sendable, CaseIterable {
  /// The ordinary one.
  case basic = "базовый"
  /// The one for classes that learn more of the subject.
  case advanced = "углублённый"
  /// The one for classes that specialise in it.
  case profile = "профильный"

  /// Finds it in a word in any form: «базовая», «углубленный», «профиль».
  public init?(word: some StringProtocol) {
    let small = word.lowercased().replacing("ё", with: "е")
    guard let level = Self.allCases.first(where: { small.hasPrefix($0.root) }) else { return nil }
    self = level
  }

  private var root: String {
    switch self {
    case .basic: "баз"
    case .advanced: "углубл"
    case .profile: "профил"
    }
  }
}
