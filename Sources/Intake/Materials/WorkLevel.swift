/// The level a page or a work names.
public enum WorkLevel: String, Sendable, CaseIterable {
  /// The ordinary one.
  case basic = "базовый"
  /// The one for classes that learn more of the subject.
  case advanced = "углублённый"
  /// The one for classes that specialise in it.
  case profile = "профильный"

  /// Finds a level by its name in any form, together with the word itself or in brackets.
  init?(in text: some StringProtocol) {
    let folded = MaterialText.folded(text)
    let pattern = /(базов|углубленн|профильн)\S*\s+уров|\((базов|углубленн|профильн)/
    guard let match = folded.firstMatch(of: pattern), let root = match.1 ?? match.2 else {
      return nil
    }
    self.init(root: root)
  }

  /// The level that exam.yaml names.
  init?(described text: String) { self.init(root: MaterialText.folded(text)) }

  private init?(root: some StringProtocol) {
    guard let level = Self.allCases.first(where: { root.hasPrefix($0.root) }) else { return nil }
    self = level
  }

  private var root: String {
    switch self {
    case .basic: "базов"
    case .advanced: "углубл"
    case .profile: "профил"
    }
  }
}
