public import Exam
import Operations
public import Planning
public import PrintRun

/// The printing morning at one look, for a terminal that is redrawn in place.
public struct BoardScreen {
  private let view: Run.View
  private let plan: Plan
  private let revision: Int
  private let now: Int
  private let ended: [PackID: Int]
  var isDetailed: Bool
  private let language: Language
  private let width: Int

  /// Shows a run in this many columns; `now` and the ends of packs in this window are seconds of the day,
  /// and packs that are not begun are listed where `isDetailed`.
  public init(
    view: Run.View, plan: Plan, revision: Int, now: Int, ended: [PackID: Int],
    isDetailed: Bool = false, language: Language, width: Int = 80
  ) {
    self.view = view
    self.plan = plan
    self.revision = revision
    self.now = now
    self.ended = ended
    self.isDetailed = isDetailed
    self.language = language
    self.width = width
  }

  /// The lines, none wider than the terminal.
  public var lines: [String] {
    let parts = [[head, bar], machines, ready, coming, questions]
    return Array(parts.filter { !$0.isEmpty }.joined(separator: [""]))
      .flatMap { Wrapping.fit($0, width).split(separator: "\n", omittingEmptySubsequences: false) }
      .map { String($0.prefix(width)) }
  }

  private func say(_ ru: String, _ en: String) -> String { language == .ru ? ru : en }

  private func clock(in seconds: Int) -> String {
    ClockTime(minutes: (now + seconds + 59) / 60).text
  }

  private func clock(at second: Int) -> String { ClockTime(minutes: second / 60).text }

  private func label(_ pack: PackID) -> String { plan.pack(pack)?.label ?? pack.rawValue }

  // MARK: All of it

  private var head: String {
    let title = plan.exam.title.isEmpty ? plan.exam.id.rawValue : plan.exam.title
    let what = view.isStopped ? say("СТОП", "STOP") : say("печать", "printing")
    let left = title + " · " + what + say(" · ред. \(revision)", " · rev. \(revision)")
    var right = say("сейчас ", "now ") + clock(at: now)
    if let bell = plan.exam.starts { right += say(" · звонок ", " · bell ") + bell.text }
    let gap = width - left.count - right.count
    guard gap >= 2 else {
      return String(left.prefix(max(0, width - right.count - 3))) + "…  " + right
    }
    return left + String(repeating: " ", count: gap) + right
  }

  private var bar: String {
    let done = say(
      "\(Numbers.grouped(view.out)) из \(Numbers.grouped(view.sheets)) листов",
      "\(Numbers.grouped(view.out)) of \(Numbers.grouped(view.sheets)) sheets")
    let text = "  " + done + " · " + finish
    return Self.bar(view.out, of: view.sheets, wide: min(28, max(8, width - text.count))) + text
  }

  /// When it ends: «закончим в 8:30 (нужно 8:40)».
  private var finish: String {
    if view.isStopped { return say("допечатываю начатое", "printing what has begun") }
    guard let left = view.leftS else { return say("ПЕЧАТАТЬ НЕ НА ЧЕМ", "NOTHING TO PRINT ON") }
    guard left > 0 || view.out < view.sheets else { return say("вышли все", "all are out") }
    let end = say("закончим в ", "done at ") + clock(in: left)
    guard let ready = plan.exam.ready else { return end }
    let isLate = (now + left + 59) / 60 > ready.minutes
    return isLate
      ? end + say(" — ПОЗЖЕ \(ready.text)", " — LATER THAN \(ready.text)")
      : end + say(" (нужно \(ready.text))", " (needed \(ready.text))")
  }

  private static func bar(_ done: Int, of all: Int, wide: Int) -> String {
    let filled = all <= 0 ? wide : min(wide, done * wide / all)
    return String(repeating: "█", count: filled) + String(repeating: "░", count: wide - filled)
  }

  // MARK: Printers

  private var nameWidth: Int {
    min(12, view.machines.map { PrinterLabel.of($0.name).count }.max() ?? 0)
  }

  private var roomWidth: Int {
    max(4, view.machines.compactMap { $0.job.map { label($0.pack).count } }.max() ?? 0)
  }

  private var machines: [String] { view.machines.flatMap(lines) }

  private func lines(of machine: Run.View.Machine) -> [String] {
    let name = Self.padded(PrinterLabel.of(machine.name), nameWidth) + "  "
    let then = machine.next.map { say("затем ", "then ") + label($0) }
    guard machine.reasons.isEmpty else { return blocked(machine, name, then) }
    guard let job = machine.job else { return [name + idle(machine, then)] }
    var cells = [
      say("\(job.out) из \(job.sheets)", "\(job.out) of \(job.sheets)"),
      say("до ", "until ") + clock(in: job.leftS),
    ]
    if let measured = machine.measured { cells.append(say("\(measured) л/мин", "\(measured) ppm")) }
    if let then { cells.append(then) }
    let room = Self.padded(label(job.pack), roomWidth) + "  "
    let text = "  " + cells.joined(separator: "   ")
    let wide = min(13, max(4, width - name.count - room.count - text.count))
    return [name + room + Self.bar(job.out, of: job.sheets, wide: wide) + text]
  }

  private func idle(_ machine: Run.View.Machine, _ then: String?) -> String {
    switch machine.leave {
    case .aside:
      return say(
        "отставлен: два задания подряд не вышли. Посмотрите на него",
        "put aside: two jobs in a row went wrong. Look at it")
    case .stopped: return say("остановлен", "stopped")
    case .reserve: return say("запасной", "in reserve")
    case nil: return then ?? say("свободен", "idle")
    }
  }

  /// A printer that waits for somebody: what it wants, since when, and what to do.
  private func blocked(
    _ machine: Run.View.Machine, _ name: String, _ then: String?
  ) -> [String] {
    let room = machine.job.map { Self.padded(label($0.pack), roomWidth) + "  " } ?? ""
    let since = machine.waitsS.map { say(" с ", " since ") + clock(at: now - $0) } ?? ""
    // A queue counts one as soon as the printer has taken the job.
    let from = machine.job.flatMap { $0.out > 1 ? $0.out + 1 : nil }
    let advice = ReasonWords.advice(machine.reasons, sheets: machine.toLoad, from: from)[language]
    let text =
      "!! " + ReasonWords.of(machine.reasons)[language].uppercased() + since + ". " + advice
      + (then.map { ". " + $0.prefix(1).uppercased() + $0.dropFirst() } ?? "")
    let indent = name.count + room.count + 3
    let rows = Wrapping.fit(text, max(20, width - indent)).split(separator: "\n")
    return rows.enumerated().map { index, row in
      index == 0 ? name + room + row : String(repeating: " ", count: indent) + row
    }
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    guard text.count <= width else { return text.prefix(max(1, width - 1)) + "…" }
    return text + String(repeating: " ", count: width - text.count)
  }

  // MARK: Packs

  private var ready: [String] {
    list(say("Готовы", "Ready"), view.packs.filter { [.proved, .delivered].contains($0.state) })
      + list(say("Человек", "Look at"), view.packs.filter { $0.state == .person })
      + list(say("Не вышли", "Failed"), view.packs.filter { $0.state == .failed })
  }

  /// Packs in a row: «Готовы    201 (8:13, подтверждён)   202 (8:15, ждёт подтверждения)».
  private func list(
    _ heading: String, _ packs: [(id: PackID, state: PackState)]
  ) -> [String] {
    guard !packs.isEmpty else { return [] }
    let items = packs.map { pack in
      let word: String? =
        switch pack.state {
        case .proved: say("подтверждён", "proved")
        case .delivered: say("ждёт подтверждения", "to be confirmed")
        default: nil
        }
      let facts = [ended[pack.id].map(clock(at:)), word].compactMap(\.self)
      let tail = facts.isEmpty ? "" : " (\(facts.joined(separator: ", ")))"
      return (label(pack.id) + tail).replacing(" ", with: "\u{A0}")
    }
    let text = Self.padded(heading, 10) + items.joined(separator: "   ")
    return Wrapping.fit(text, width).split(separator: "\n").map(String.init)
  }

  /// Packs that are not begun, where and when they come.
  private var coming: [String] {
    guard isDetailed else { return [] }
    let slots = view.coming.sorted { ($0.startS, $0.pack) < ($1.startS, $1.pack) }
    let lines = slots.map { slot in
      let printer = slot.printer.map(PrinterLabel.of) ?? ""
      return "  " + Self.padded(label(slot.pack), 8)
        + say(
          "\(printer), \(clock(in: slot.startS)) — \(clock(in: slot.readyS))",
          "\(printer), \(clock(in: slot.startS)) to \(clock(in: slot.readyS))")
    }
    return [lines.isEmpty ? say("Не начатых нет", "None is left") : say("Не начаты", "To come")]
      + lines
  }

  private var questions: [String] {
    view.questions.flatMap { question in
      let words = question.typed[language]
      return Wrapping.fit(say("Вопрос", "Question") + " \(question.number) · " + words, width)
        .split(separator: "\n").map(String.init)
    }
  }
}
