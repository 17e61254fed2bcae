public import Exam

/// The plan of a print run: a value, without clocks and without names of people.
public struct Plan: Hashable, Codable, Sendable {
  /// The exam's heading.
  public var exam: PlanExam
  /// The works.
  public var works: [PlanWork]
  /// One side or both.
  public var sides: Sides
  /// Where the marks are.
  public var marks: MarkRule
  /// The files of the materials.
  public var documents: [PlanDocument]
  /// The packs, in order of rooms.
  public var packs: [Pack]

  /// Makes a plan.
  public init(
    exam: PlanExam, works: [PlanWork], sides: Sides, marks: MarkRule, documents: [PlanDocument],
    packs: [Pack]
  ) {
    self.exam = exam
    self.works = works
    self.sides = sides
    self.marks = marks
    self.documents = documents
    self.packs = packs
  }

  /// The pack with this id.
  public func pack(_ id: PackID) -> Pack? { packs.first { $0.id == id } }

  /// Participants in the whole exam: each counted once, however many works.
  public var participants: Int {
    Set(packs.flatMap { $0.copies.compactMap(\.participant) }).count
  }

  /// Copies of the whole exam, spares included.
  public var copies: Int { packs.reduce(0) { $0 + $1.copies.count } }

  /// Sheets of the whole exam.
  public var sheets: Int { packs.reduce(0) { $0 + $1.sheets } }
}
