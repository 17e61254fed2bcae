public import Exam
public import Foundation
public import Planning

/// What a plan was frozen from, so that a later change can be seen and papers drawn the same way.
public struct FreezeEvidence: Hashable, Codable, Sendable {
  /// SHA-256 of the list's file.
  public var listSHA256: String
  /// SHA-256 of the layout's files.
  public var layoutSHA256: String
  /// The layout's name.
  public var layoutName: String
  /// The layout's files: name → text.
  public var layoutFiles: [String: String]
  /// What the campaign prescribed.
  public var policy: Policy
  /// The stops that kept rooms from being printed when the plan was frozen.
  public var stops: [Finding]
  /// The printers that exam.yaml named then, to go on with while it cannot be read; nil in older journals.
  public var printers: [PrinterDescription]?

  /// Collects the evidence.
  public init(
    listSHA256: String, layoutSHA256: String, layoutName: String, layoutFiles: [String: String],
    policy: Policy, stops: [Finding] = [], printers: [PrinterDescription]? = nil
  ) {
    self.listSHA256 = listSHA256
    self.layoutSHA256 = layoutSHA256
    self.layoutName = layoutName
    self.layoutFiles = layoutFiles
    self.policy = policy
    self.stops = stops
    self.printers = printers
  }
}

/// A frozen plan: what is printed from then on, whatever happens to the files.
public struct FrozenRevision: Hashable, Sendable {
  /// The number, from 1.
  public let number: Int
  /// The plan.
  public let plan: Plan
  /// What it was frozen from.
  public let evidence: FreezeEvidence
  /// SHA-256 of the list whose names the papers take: the one it was frozen from, or a later one
  /// that left the plan as it was.
  public let listSHA256: String
  /// When it was frozen.
  public let when: Date

  /// What the campaign prescribed.
  public var policy: Policy { evidence.policy }
  /// The layout's name.
  public var layoutName: String { evidence.layoutName }
  /// The layout's files: name → text.
  public var layoutFiles: [String: String] { evidence.layoutFiles }

  /// The same revision with what a run made besides its plan.
  public func printing(_ plan: Plan) -> FrozenRevision {
    FrozenRevision(
      number: number, plan: plan, evidence: evidence, listSHA256: listSHA256, when: when)
  }
}
