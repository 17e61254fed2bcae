public import Exam
public import Planning

/// What a person is asked of a job.
public struct Question: Sendable {
  /// What has to be looked at.
  public enum Kind: Sendable {
    /// The number on the end sheet: a printer that cannot count took it all.
    case endSheet
    /// Whether all came out, of a job without an end sheet.
    case allOut
    /// The last whole copy in the tray.
    case tray
  }

  /// Its number, by which it is answered.
  public let number: Int
  /// The pack.
  public let pack: Pack
  /// The job.
  public let job: Job
  /// What has to be looked at.
  public let kind: Kind

  init?(_ job: Job, of pack: Pack) {
    guard let number = job.question, let asks = job.asks else { return nil }
    self.number = number
    self.pack = pack
    self.job = job
    kind =
      switch asks {
      case .end: job.endsWithSheet(of: pack) ? .endSheet : .allOut
      case .tray: .tray
      }
  }

  /// The pages that the printer has counted, and the last copy that was whole by then.
  ///
  /// Nil where it has counted none, or none was. Only a hint: a count may run ahead of the paper.
  public var lastCounted: (pages: Int, serial: String)? { job.lastCounted(of: pack) }

  /// Reads what a person typed; nil if it is no answer to this question.
  public func read(_ text: String, exam: ExamID) -> TrayAnswer? {
    let typed = text.lowercased().filter { !$0.isWhitespace }
    if ["все", "всё", "all"].contains(typed) { return .whole }
    if typed == "0" { return kind == .tray ? .nothing : .noEndSheet }
    if job.endsWithSheet(of: pack), typed == "\(controlNumber(exam))" { return .whole }
    guard kind == .tray else { return nil }
    let parts = job.parts(of: pack)
    guard let item = CopyQuery(text).item(in: pack, exam: exam),
      parts.contains(where: { $0.item == item })
    else { return nil }
    return item == parts.last?.item ? .whole : .upTo(item)
  }

  private func controlNumber(_ exam: ExamID) -> Int {
    ControlNumber.of(exam: exam, pack: pack.id, attempt: job.attempt)
  }
}

extension Job {
  /// The pages that its printer has counted, and the last copy that was whole by then; nil if none was.
  public func lastCounted(of pack: Pack) -> (pages: Int, serial: String)? {
    guard let pages = impressions, pages > 0 else { return nil }
    // The slip of a turned job comes out last.
    var sum = request.hasSlip && !request.isTurned ? 1 : 0
    var last: String?
    for part in parts(of: pack) {
      sum += part.pages?.count ?? pack.pages(of: part.item) ?? 0
      guard sum <= pages else { break }
      last = pack.copy(part.item)?.serial ?? last
    }
    return last.map { (pages, $0) }
  }

  /// What only a person can say of it.
  enum Doubt: Hashable {
    case end
    case tray
  }

  /// Whether the end sheet comes out last, so that its number says that all is out.
  fileprivate func endsWithSheet(of pack: Pack) -> Bool {
    !request.isTurned && parts(of: pack).contains { pack.isEndSheet($0.item) }
  }

  /// What a person has to say of it; nil where nothing is open.
  var asks: Doubt? {
    switch outcome {
    case .whole(.delivered): .end
    case .unknown: .tray
    default: nil
    }
  }
}
