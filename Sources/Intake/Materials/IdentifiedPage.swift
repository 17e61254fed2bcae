import Exam

/// A page, or a half of one, with what its text says.
struct IdentifiedPage {
  var facts: PageFacts
  var identity: PageIdentity

  init(_ facts: PageFacts, patterns: PagePatterns) {
    self.facts = facts
    identity = PageIdentity(facts: facts, patterns: patterns)
  }

  /// Whether its text could say something: neither empty nor a picture only.
  var isReadable: Bool { !facts.isBlank && !facts.isBare }
}
