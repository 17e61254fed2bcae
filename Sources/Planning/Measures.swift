public import Exam

/// How many pages each paper needs, answered by the text layout; a plan takes it as a value.
public struct Measures: Hashable, Codable, Sendable {
  /// Pages by pack and paper.
  public var pages: [PackID: [ItemID: Int]]

  /// Makes measures; papers not in them are taken to have one page.
  public init(pages: [PackID: [ItemID: Int]] = [:]) { self.pages = pages }

  /// The pages of a paper.
  public func pages(of paper: ItemID, in pack: PackID) -> Int { pages[pack]?[paper] ?? 1 }
}

/// Everything a plan is computed from.
public struct PlanInput: Sendable {
  /// exam.yaml; its id is set.
  public var description: ExamDescription
  /// The exam's id.
  public var id: ExamID
  /// The participants in the order of the list.
  public var participants: [Participant]
  /// The pages of each work.
  public var works: [WorkPages]
  /// The files behind them.
  public var documents: [PlanDocument]
  /// What the campaign prescribes.
  public var policy: Policy
  /// The page counts of the papers.
  public var measures: Measures
  /// The newest frozen revision; nil before the first freeze.
  public var former: FormerPlan?

  /// Collects the input.
  public init(
    description: ExamDescription, id: ExamID, participants: [Participant], works: [WorkPages],
    documents: [PlanDocument], policy: Policy, measures: Measures = Measures(),
    former: FormerPlan? = nil
  ) {
    self.description = description
    self.id = id
    self.participants = participants
    self.works = works
    self.documents = documents
    self.policy = policy
    self.measures = measures
    self.former = former
  }
}
