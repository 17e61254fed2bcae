import Exam
import Foundation
import Operations
import Planning
import PrintRun
import Printing
import Screens
import Synchronization

/// A line for each thing that happens while printing; never more than a screen can follow.
final class ProgressScreen: Sendable {
  private struct State {
    var rooms: [PackID: Pack] = [:]
    var lastTenth: [PackID: Int] = [:]
  }

  private let console: Console
  private let quiet: Bool
  private let state = Mutex(State())

  init(_ console: Console, quiet: Bool) {
    self.console = console
    self.quiet = quiet
  }

  /// What is said of an event; `isTerse` where a board shows how the run is.
  ///
  /// What needs somebody is said by the terminal's bell and title, too.
  func lines(_ event: RunEvent, isTerse: Bool = false) -> [String] {
    switch event {
    case .finding(let finding):
      let place = finding.place.isEmpty ? "" : finding.place[console.language] + ": "
      return [place + finding.message[console.language]]
    case .recovering(let plan, let packs):
      know(plan)
      let rooms = packs.compactMap { plan.pack($0)?.label }.joined(separator: ", ")
      return quiet
        ? []
        : [
          console.say(
            ru: "Смотрю, чем кончилось начатое раньше: \(rooms)",
            en: "Looking how it ended what was begun before: \(rooms)")
        ]
    case .started(let plan, let revision, let packs):
      know(plan)
      return quiet || packs.isEmpty
        ? [] : [Heading.line(plan.exam, revision: revision, console.language)]
    case .job(let job, let ticket, let event):
      if case .blocked(let reasons) = event, !quiet {
        console.ring(title: ReasonWords.blocked(reasons))
      }
      guard !quiet, !isTerse || event.isWorthKeeping, let text = line(job, ticket, event) else {
        return []
      }
      return ["\(Self.clock())  \(PrinterLabel.of(job.printer))  \(text)"]
    case .asked(let question): return lines(asking: question, isTerse: isTerse)
    case .unanswered(let number): return isTerse ? [] : [unanswered(number)]
    case .note(let note): return lines(note, isTerse: isTerse)
    case .view: return []
    case .proofing(let pack, let printer): return quiet ? [] : [proofing(pack, printer)]
    }
  }

  private func proofing(_ pack: Pack, _ printer: String) -> String {
    let name = PrinterLabel.of(printer)
    return console.say(
      ru: "Сначала \(pack.label.lowercased()) на \(name): по экземпляру каждой работы и варианта, "
        + Numbers.plural(pack.sheets, "лист", "листа", "листов") + ". Это резерв всего проведения.",
      en:
        "First “\(pack.label)” on \(name): a copy of each work and variant, \(pack.sheets) sheets. "
        + "They are spares of the whole exam.")
  }

  private func know(_ plan: Plan) {
    state.withLock { state in
      for pack in plan.packs { state.rooms[pack.id] = pack }
    }
  }

  private func lines(asking question: Question, isTerse: Bool) -> [String] {
    console.ring(title: question.words)
    guard !isTerse else { return [] }
    return [
      console.say(ru: "Вопрос ", en: "Question ") + "\(question.number)  "
        + question.words[console.language]
    ]
  }

  private func unanswered(_ number: Int) -> String {
    console.say(
      ru: "Такого вопроса нет, или ответ к нему не подходит: \(number). Вопросы: tirazh status",
      en: "There is no such question, or it takes no such answer: \(number). See: tirazh status")
  }

  private func lines(_ note: Run.Note, isTerse: Bool) -> [String] {
    if case .waits(_, let reasons, _) = note {
      console.ring(title: ReasonWords.blocked(reasons))
      // The board says it all the time.
      if isTerse { return [] }
    }
    if case .full = note {
      console.ring(title: ReasonWords.of([Run.View.untaken]))
      if isTerse { return [] }
    }
    let words = NoteWords { pack in self.state.withLock { $0.rooms[pack]?.label ?? pack.rawValue } }
    return ["\(Self.clock())  \(words.of(note)[console.language])"]
  }

  private func line(_ job: Job, _ ticket: JobTicket, _ event: JobEvent) -> String? {
    guard let pack = state.withLock({ $0.rooms[ticket.pack] }) else { return nil }
    guard let words = words(job, ticket, event) else { return nil }
    return "\(Wording.room(pack.label)[console.language])  \(words)"
  }

  private func words(_ job: Job, _ ticket: JobTicket, _ event: JobEvent) -> String? {
    switch event {
    case .released:
      return job.destination == .file ? nil : console.say(ru: "отправлен", en: "sent")
    case .progress(let pages): return progress(ticket, pages)
    case .blocked(let reasons): return ReasonWords.blocked(reasons)[console.language]
    case .unblocked: return console.say(ru: "продолжает", en: "goes on")
    case .ended(.proved, _) where job.destination == .file:
      return StateWords.inFile[console.language] + " · "
        + console.say(ru: "листов \(ticket.sheets)", en: "\(ticket.sheets) sheets")
    // What was never let go is no failure: it waits, or goes elsewhere.
    case .ended(.failed, _) where !job.isReleased:
      return console.say(ru: "не отправлен", en: "not sent")
    case .ended(.proved, _) where job.request.portion != nil,
      .ended(.delivered, _) where job.request.portion != nil:
      return console.say(
        ru: "часть пакета вышла · листов \(ticket.sheets)",
        en: "a part of the pack is out · \(ticket.sheets) sheets")
    case .ended(let verdict, _):
      let word = StateWords.word(PackState(rawValue: verdict.rawValue) ?? .person)[console.language]
      // Of any other job nobody knows how many sheets came out.
      guard verdict == .proved || verdict == .delivered else { return word }
      return word + " · "
        + console.say(ru: "листов \(ticket.sheets)", en: "\(ticket.sheets) sheets")
    default: return nil
    }
  }

  /// A line for each tenth of a pack.
  private func progress(_ ticket: JobTicket, _ pages: Int) -> String? {
    let tenth = pages * 10 / max(1, ticket.pages)
    let isNew = state.withLock { state in
      guard tenth > state.lastTenth[ticket.pack, default: 0] else { return false }
      state.lastTenth[ticket.pack] = tenth
      return true
    }
    guard isNew else { return nil }
    let filled = String(repeating: "█", count: min(10, tenth))
    let empty = String(repeating: "░", count: max(0, 10 - tenth))
    return "\(filled)\(empty)  "
      + console.say(ru: "\(pages) из \(ticket.pages)", en: "\(pages) of \(ticket.pages)")
  }

  private static func clock() -> String {
    let now = Calendar.current.dateComponents([.hour, .minute, .second], from: Date())
    return [now.hour, now.minute, now.second].map { String(format: "%02d", $0 ?? 0) }
      .joined(separator: ":")
  }
}

extension JobEvent {
  /// Whether it is worth reading when the morning is over.
  fileprivate var isWorthKeeping: Bool {
    switch self {
    case .blocked, .ended: true
    default: false
    }
  }
}
