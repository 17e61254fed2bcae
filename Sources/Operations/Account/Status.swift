public import Exam
import Foundation
import Journal
public import Planning
public import PrintRun

/// Where an exam stands.
public struct ExamStatus: Sendable {
  /// The frozen plan.
  public let plan: Plan
  /// Its revision.
  public let revision: Int
  /// Every pack of it; behind them those that it has no more, as far as there is something to say of them.
  public let packs: [PackStanding]
  /// The rooms of it that are stopped.
  public let stopped: Set<RoomName>
  /// Where and when the packs would be printed.
  public let schedule: [PackID: Scheduler.Slot]
}

extension ExamDesk {
  /// Where the frozen plan stands; nil before the first print.
  public nonisolated func status() throws -> ExamStatus? {
    guard let journal = try journal(), let revision = try journal.currentRevision() else {
      return nil
    }
    return ExamStatus(
      plan: revision.plan, revision: revision.number,
      packs: try journal.standing(of: revision),
      stopped: Set(
        Stops.stoppedRooms(plan: revision.plan, findings: try stops(of: revision)).keys),
      schedule: revision.plan.schedule(on: plannedPrinters))
  }
}

extension ExamDesk {
  /// How the exam stands: now, at every change, and when nothing prints any more, which ends it.
  public nonisolated func changes() -> AsyncThrowingStream<ExamStatus, any Error> {
    AsyncThrowingStream { stream in
      let watching = Task {
        do {
          guard let journal = try journal() else { return stream.finish() }
          var seen: Int?
          var isOpen = true
          while isOpen, !Task.isCancelled {
            isOpen = isPrinting
            let version = try journal.dataVersion()
            if version != seen || !isOpen, let status = try status() { stream.yield(status) }
            seen = version
            if isOpen { try await Task.sleep(for: .milliseconds(500)) }
          }
          stream.finish()
        } catch {
          stream.finish(throwing: error)
        }
      }
      stream.onTermination = { _ in watching.cancel() }
    }
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
    let needed: Int
    let written: Bool
    let question: Int?

    enum CodingKeys: String, CodingKey {
      case pack, room, state, attempt, printer, sheetsDone, sheets, needed, written, question
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
      try container.encode(needed, forKey: .needed)
      try container.encode(written, forKey: .written)
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
    questions = status.questions.map {
      Question(number: $0.number, pack: $0.pack.id.rawValue, text: $0.words[language])
    }
    packs = status.packs.filter { !$0.history.isGone }.map { standing in
      PackLine(
        pack: standing.pack.id.rawValue, room: standing.pack.place.rawValue,
        state: standing.state.rawValue, attempt: standing.newest?.attempt ?? 0,
        printer: status.printer(of: standing), sheetsDone: standing.sheetsDone(status.plan.sides),
        sheets: standing.pack.sheets, needed: standing.need.count(in: standing.pack),
        written: standing.isWritten, question: standing.questions.first?.number)
    }
    printers = Self.printers(status)
  }

  private static func printers(_ status: ExamStatus) -> [PrinterLine] {
    let jobs = status.packs.compactMap(\.newest)
    return Set(jobs.map(\.printer)).sorted().map { name in
      let busy = status.packs.first { $0.newest?.printer == name && $0.state == .printing }
      return PrinterLine(
        name: PrinterLabel.of(name), state: busy == nil ? "idle" : "processing",
        reasons: busy?.open?.blockedBy ?? [], pack: busy?.pack.id.rawValue)
    }
  }
}

extension ExamStatus {
  /// The printer of the job that is open or stands, else the one that the schedule gives.
  public func printer(of standing: PackStanding) -> String? {
    (standing.open ?? standing.newest).map { PrinterLabel.of($0.printer) }
      ?? schedule[standing.pack.id]?.printer.map(PrinterLabel.of)
  }

  /// What a person is asked, by number.
  public var questions: [Question] { packs.flatMap(\.questions).sorted { $0.number < $1.number } }
}

extension Question {
  /// The question, and how it is answered from any window.
  public var words: Wording { words(by: "tirazh answer \(number) ") }

  /// The question, and what is typed into the window that asks it.
  public var typed: Wording { words(by: "\(number) ") }

  private func words(by means: String) -> Wording {
    let (said, how) = (said, answered(by: means))
    return Wording(ru: "\(said.ru) \(how.ru)", en: "\(said.en) \(how.en)")
  }

  /// The question alone.
  public var said: Wording {
    let printer = PrinterLabel.of(job.printer)
    let (ru, en) = asked
    let room = Wording.room(pack.label)
    let place = room.ru == pack.label ? room.ru : "кабинет " + pack.label
    return Wording(ru: "\(place), \(printer): \(ru)", en: "\(room.en), \(printer): \(en)")
  }

  private var asked: (ru: String, en: String) {
    switch kind {
    case .endSheet: ("возьмите последний лист пакета.", "take the pack's last sheet.")
    case .allOut: ("вышли ли все листы?", "did all sheets come out?")
    case .tray:
      (
        "неизвестно, всё ли вышло.\(counted.ru)",
        "it is not known whether everything came out.\(counted.en)"
      )
    }
  }

  private func answered(by means: String) -> (ru: String, en: String) {
    switch kind {
    case .endSheet:
      (
        "Число с листа «КОНЕЦ ПАКЕТА»: \(means)ЧИСЛО (такого листа нет: 0)",
        "The number on the end sheet: \(means)NUMBER (no such sheet: 0)"
      )
    case .allOut where job.request.isTurned:
      (
        "пакет печатался с конца: сверху сопроводительный лист, снизу «КОНЕЦ ПАКЕТА»? "
          + "Всё вышло: \(means)все (не всё: 0)",
        "the pack was printed from its end: is the packing sheet on top, the end sheet at the bottom? "
          + "All of it: \(means)all (not all: 0)"
      )
    case .allOut:
      ("Все: \(means)все (не все: 0)", "All of them: \(means)all (not all: 0)")
    case .tray:
      (
        "Последний целый экземпляр в лотке: \(means)НОМЕР (ничего целого: 0, вышло всё: все)",
        "The last whole copy in the tray: \(means)NUMBER (nothing whole: 0, everything: all)"
      )
    }
  }

  /// What the printer's own count makes of it, for the person who looks.
  private var counted: (ru: String, en: String) {
    guard let (pages, serial) = lastCounted else { return ("", "") }
    return (
      " Принтер насчитал страниц: \(pages), это до \(serial).",
      " The printer counted \(pages) pages, which is up to \(serial)."
    )
  }
}
