import Exam

/// How many spares of which variants.
enum Spares {
  /// The spares of one work in a room with so many participants of it.
  static func ofRoom(_ rule: SpareRule, _ supply: Supply, participants: Int) -> [Booklet] {
    switch rule {
    case .perVariant(let count): each(supply, count)
    case .percent(let share, let least):
      inTurn(supply, max((participants * share + 99) / 100, least))
    case .exam: []
    }
  }

  /// The spares of one work in the exam's own pack.
  static func ofExam(_ rule: SpareRule, _ supply: Supply) -> [Booklet] {
    guard case .exam(let count) = rule else { return [] }
    return each(supply, count)
  }

  private static func each(_ supply: Supply, _ count: Int) -> [Booklet] {
    supply.variants.flatMap { Array(repeating: $0, count: max(0, count)) }
  }

  private static func inTurn(_ supply: Supply, _ count: Int) -> [Booklet] {
    (0..<max(0, count)).map { supply.variants[$0 % supply.variants.count] }
  }
}
