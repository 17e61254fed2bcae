import Exam
import Foundation
import Operations
import Planning
import PrintRun
import Printing
import Screens

/// Asks the person at the terminal before paper is used where a mistake would be dear.
struct PaperQuestions: PrintQuestions {
  let console: Console
  /// `--yes`: the answer to questions about the amount of paper, and to no others.
  let saysYes: Bool
  /// Gives screen and keyboard back to questions that come in the middle of a run.
  var rest: @Sendable () -> Void = {}

  private var isPossible: Bool { PasswordPrompt.isPossible }

  /// The day, then the paper.
  func approve(_ announcement: PrintAnnouncement) async throws {
    let questions = PaperQuestion.before(
      announcement, today: Console.day(), tomorrow: Console.day(after: 1), saysYes: saysYes)
    for question in questions {
      switch question {
      case .paper:
        guard isPossible else {
          if case .reprint = announcement.kind { throw Self.needsYes(announcement.sheets) }
          continue
        }
        console.err(question.text(console.language))
      default:
        console.err(question.text(console.language))
        guard isPossible else { continue }
      }
      guard digit(question) == 1 else { throw PaperQuestion.refused }
    }
  }

  /// Whether packs that lie in files are printed already.
  func arePrinted(_ inFiles: [Pack]) async throws -> Bool? {
    let question = PaperQuestion.written(rooms: inFiles.map(\.label))
    console.err(question.text(console.language))
    guard isPossible else { return nil }
    guard let answer = digit(question) else { throw PaperQuestion.refused }
    return answer == 1
  }

  /// Whether the changes of the list are taken into a new revision.
  func takesChanges(_ delta: PlanDelta) async throws -> Bool? {
    guard isPossible else { return nil }
    let question = PaperQuestion.changes(delta)
    console.err(question.text(console.language))
    guard let answer = digit(question), answer < 3 else { throw PaperQuestion.refused }
    return answer == 1
  }

  /// Whether somebody new in the list is somebody who is missing there.
  func isSame(_ doubt: Doubt) async throws -> Bool? {
    guard isPossible else { return nil }
    let question = PaperQuestion.same(doubt)
    console.err(question.text(console.language))
    return digit(question).map { $0 == 1 }
  }

  /// Whether a copied folder is another exam, or the same one that goes on here.
  func whatIs(_ copy: CopiedFolder) async throws -> CopiedFolder.Answer? {
    let question = PaperQuestion.copy(copy)
    console.err(question.text(console.language))
    guard isPossible else { return nil }
    return digit(question).flatMap(CopiedFolder.Answer.init)
  }

  var isAttended: Bool { isPossible }

  /// Whether the sets that lie in a printer's bin are right.
  func looksRight(_ proof: Pack, on printer: String) async throws -> Bool {
    rest()
    let question = PaperQuestion.proof(copies: proof.copies.count, printer: printer)
    console.ring(title: Wording(ru: "Посмотрите пробу", en: "Look at the proof"))
    console.err(question.text(console.language))
    return digit(question) == 1
  }

  /// Who of these prints, or has looked.
  func who(_ part: Attendance.Part, among names: [String]) async throws -> String? {
    guard isPossible else { return nil }
    if part == .prints, names.count == 1 { return names.first }
    rest()
    let question = PaperQuestion.who(part, among: names)
    let text = question.text(console.language) + " " + question.choice(console.language)
    return Dialogue(console: console).digit(text, upTo: names.count).map { names[$0 - 1] }
  }

  /// Whether somebody at a terminal wants to watch what another window prints; nil if nobody is there.
  func wantsToWatch(_ locked: Trouble) -> Bool? {
    guard isPossible else { return nil }
    console.trouble(locked)
    return Dialogue(console: console).digit(
      console.say(ru: "1 смотреть · 2 выйти", en: "1 watch · 2 leave"), upTo: 2) == 1
  }

  /// The number of the answer; nil at the end of input.
  private func digit(_ question: PaperQuestion) -> Int? {
    Dialogue(console: console).digit(
      question.choice(console.language), upTo: question.choices(console.language).count)
  }

  private static func needsYes(_ sheets: Int) -> Trouble {
    Trouble(
      "reprint.long",
      Wording(
        ru: "Это \(Numbers.plural(sheets, "лист", "листа", "листов")), ничего не напечатано. "
          + "Если так и надо, повторите с ключом --yes",
        en: "These are \(sheets) sheets, nothing was printed. If that is meant, repeat with --yes"))
  }
}
