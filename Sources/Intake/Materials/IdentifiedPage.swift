import Exam

/// A page, or a half of one, with what its text says.
struct IdentifiedPage {
  var facts: PageFacts
  var identity: PageIdentity

  init(_ facts: PageFacts, patterns: PagePatterns) {
    self.facts = facts
    // What cannot be read, or is not what is drawn, says nothing.
    identity = facts.isReadable ? PageIdentity(facts: facts, patterns: patterns) : PageIdentity()
  }

  /// Whether its text could say something.
  var isReadable: Bool { facts.isReadable }
}
