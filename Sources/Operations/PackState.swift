import Exam
import Journal
public import Planning

/// Where a pack stands, as `status --json` names it.
public enum PackState: String, Codable, Sendable {
  case waiting
  case staged
  case printing
  case proved
  case delivered
  case failed
  case person
  case stopped

  /// Whether `print` may send the pack: nothing of it is on paper as far as can be known.
  public var mayBePrinted: Bool { self == .waiting || self == .failed || self == .stopped }
}

/// A pack and its newest whole attempt.
public struct PackStanding: Sendable {
  /// The pack.
  public let pack: Pack
  /// The newest attempt at the whole pack, if any.
  let attempt: AttemptRecord?
  /// Where it stands.
  public let state: PackState

  /// The printer of the newest attempt, else the one planned.
  public var printer: String? {
    (attempt?.printer ?? pack.printer).map(PrinterLabel.of)
  }

  /// Whether it lies in a file, and was printed only as far as somebody printed that.
  func isInFile(of folder: ExamFolder) -> Bool {
    attempt.map { folder.isFolder(printer: $0.printer) } ?? false
  }

  /// Sheets known to be out.
  public var sheetsDone: Int {
    switch state {
    case .proved, .delivered: pack.sheets
    default: min(attempt?.impressions ?? 0, pack.sheets)
    }
  }

  /// Folds the attempts of a journal into the standing of each pack of the plan.
  static func all(of plan: Plan, attempts: [AttemptRecord]) -> [PackStanding] {
    plan.packs.map { pack in
      let whole = attempts.filter { $0.pack == pack.id && $0.items == nil }
      guard let last = whole.max(by: { $0.attempt < $1.attempt }) else {
        return PackStanding(pack: pack, attempt: nil, state: .waiting)
      }
      return PackStanding(pack: pack, attempt: last, state: state(of: last))
    }
  }

  private static func state(of attempt: AttemptRecord) -> PackState {
    if let verdict = attempt.verdict { return PackState(rawValue: verdict) ?? .person }
    switch attempt.lastKind {
    case "intent", "composed": return .waiting
    case "staging", "staged", "releasing": return .staged
    default: return .printing
    }
  }
}
