public import Exam
import Foundation
import Journal
public import Planning

/// Where an exam stands.
public struct ExamStatus: Sendable {
  /// The frozen plan.
  public let plan: Plan
  /// Its revision.
  public let revision: Int
  /// Every pack of it.
  public let packs: [PackStanding]
  /// The packs whose newest attempt went into a file.
  public let inFiles: Set<PackID>
}

extension Workbench {
  /// Where the frozen plan stands; nil before the first print.
  public func status() throws -> ExamStatus? {
    guard let journal = try journal(), let revision = try journal.currentRevision() else {
      return nil
    }
    let packs = PackStanding.all(of: revision.plan, attempts: try journal.attempts())
    return ExamStatus(
      plan: revision.plan, revision: revision.number, packs: packs,
      inFiles: Set(packs.filter { $0.isInFile(of: folder) }.map(\.pack.id)))
  }
}

/// The document of `status --json`.
public struct StatusReport: Encodable, Sendable {
  struct PackLine: Encodable {
    let pack: String
    let room: String
    let state: String
    let attempt: Int
    let printer: String?
    let sheetsDone: Int
    let sheets: Int
    let question: Int?

    enum CodingKeys: String, CodingKey {
      case pack, room, state, attempt, printer, sheetsDone, sheets, question
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(pack, forKey: .pack)
      try container.encode(room, forKey: .room)
      try container.encode(state, forKey: .state)
      try container.encode(attempt, forKey: .attempt)
      try container.encode(printer, forKey: .printer)
      try container.encode(sheetsDone, forKey: .sheetsDone)
      try container.encode(sheets, forKey: .sheets)
      try container.encode(question, forKey: .question)
    }
  }

  struct PrinterLine: Encodable {
    let name: String
    let state: String
    let reasons: [String]
    let pack: String?
  }

  struct Question: Encodable {
    let number: Int
    let pack: String
    let text: String
  }

  let exam: String
  let revision: Int
  let packs: [PackLine]
  let printers: [PrinterLine]
  let questions: [Question]

  /// Builds the document in a language.
  public init(_ status: ExamStatus, language: Language) {
    exam = status.plan.exam.id.rawValue
    revision = status.revision
    let asking = status.packs.filter { $0.question != nil }
    questions = asking.enumerated().compactMap { index, standing in
      standing.question.map {
        Question(number: index + 1, pack: standing.pack.id.rawValue, text: $0[language])
      }
    }
    packs = status.packs.map { standing in
      PackLine(
        pack: standing.pack.id.rawValue, room: standing.pack.room.rawValue,
        state: standing.state.rawValue, attempt: standing.attempt?.attempt ?? 0,
        printer: standing.printer,
        sheetsDone: standing.sheetsDone, sheets: standing.pack.sheets,
        question: asking.firstIndex { $0.pack.id == standing.pack.id }.map { $0 + 1 })
    }
    printers = Self.printers(status)
  }

  private static func printers(_ status: ExamStatus) -> [PrinterLine] {
    let attempts = status.packs.compactMap(\.attempt)
    return Set(attempts.map(\.printer)).sorted().map { name in
      let busy = status.packs.first { $0.attempt?.printer == name && $0.state == .printing }
      return PrinterLine(
        name: PrinterLabel.of(name), state: busy == nil ? "idle" : "processing", reasons: [],
        pack: busy?.pack.id.rawValue)
    }
  }
}

extension PackStanding {
  /// What a person is asked to find out; nil if nothing.
  public var question: Wording? {
    let printer = self.printer ?? ""
    switch state {
    case .delivered:
      return Wording(
        ru:
          "кабинет \(pack.label), \(printer): возьмите последний лист пакета и убедитесь, "
          + "что это «КОНЕЦ ПАКЕТА»",
        en: "room \(pack.label), \(printer): take the pack's last sheet and make sure that "
          + "it is the end sheet")
    case .person:
      return Wording(
        ru:
          "кабинет \(pack.label), \(printer): неизвестно, всё ли вышло. Посмотрите в лоток; "
          + "если пакет не цел, напечатайте его заново: tirazh reprint \(pack.argument) --reason …",
        en:
          "room \(pack.label), \(printer): it is not known whether everything came out. Look "
          + "into the tray; if the pack is not whole: tirazh reprint \(pack.argument) --reason …"
      )
    default: return nil
    }
  }
}
