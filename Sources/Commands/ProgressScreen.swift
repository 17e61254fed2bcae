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

  /// Shows one event.
  func report(_ event: RunEvent) {
    switch event {
    case .finding(let finding):
      let place = finding.place.isEmpty ? "" : finding.place[console.language] + ": "
      console.err(place + finding.message[console.language])
    case .recovering(let plan, let packs):
      state.withLock { state in
        for pack in plan.packs { state.rooms[pack.id] = pack }
      }
      let rooms = packs.compactMap { plan.pack($0)?.label }.joined(separator: ", ")
      guard !quiet else { return }
      console.err(
        console.say(
          ru: "Смотрю, чем кончилось начатое раньше: \(rooms)",
          en: "Looking how it ended what was begun before: \(rooms)"))
    case .started(let plan, let revision, let packs):
      state.withLock { state in
        for pack in plan.packs { state.rooms[pack.id] = pack }
      }
      guard !quiet, !packs.isEmpty else { return }
      console.err(Heading.line(plan.exam, revision: revision, console.language))
    case .job(let job, let ticket, let event):
      guard !quiet, let text = line(job, ticket, event) else { return }
      if case .blocked(let reasons) = event { console.ring(title: ReasonWords.blocked(reasons)) }
      console.err("\(Self.clock())  \(PrinterLabel.of(job.printer))  \(text)")
    case .asked(let question):
      console.ring(title: question.words)
      console.err(
        console.say(ru: "Вопрос ", en: "Question ") + "\(question.number)  "
          + question.words[console.language])
    case .unanswered(let number):
      console.err(
        console.say(
          ru: "Такого вопроса нет, или ответ к нему не подходит: \(number). Вопросы: tirazh status",
          en: "There is no such question, or it takes no such answer: \(number). See: tirazh status"
        ))
    case .note(let note):
      if case .waits(_, let reasons, _) = note {
        console.ring(title: ReasonWords.blocked(reasons))
      }
      let words = NoteWords { pack in self.state.withLock { $0.rooms[pack]?.label ?? pack.rawValue }
      }
      console.err("\(Self.clock())  \(words.of(note)[console.language])")
    }
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
