public import Exam
public import Operations
import Planning
import PrintRun

/// What a stop leaves: what is whole, what is cut off, what is untouched, and how to go on.
public struct StopScreen {
  private let status: ExamStatus
  private let time: ClockTime
  private let isTaken: Bool
  private let printer: String?
  private let isNow: Bool
  private let language: Language

  /// Shows how things stand after a stop; `isTaken` tells whether a window that prints has heard of it.
  public init(
    status: ExamStatus, time: ClockTime, isTaken: Bool, printer: String?, isNow: Bool,
    language: Language
  ) {
    self.status = status
    self.time = time
    self.isTaken = isTaken
    self.printer = printer
    self.isNow = isNow
    self.language = language
  }

  /// Sheets that printers are known to hold besides what they have counted.
  private static let inside = 20

  /// The lines.
  public var lines: [String] {
    let table =
      row(say("Целы", "Whole"), whole.map(\.pack.label))
      + rows(say("Прерваны", "Cut off"), cut.map(place))
      + rows(say("Печатаются", "Printing"), underway.map(place))
      + row(say("Не начаты", "Not begun"), untouched.map(\.pack.label))
    return ([head] + table + leftovers + [ways]).flatMap {
      Wrapping.fit($0).split(separator: "\n").map(String.init)
    }
  }

  private func say(_ ru: String, _ en: String) -> String { language == .ru ? ru : en }

  private var head: String {
    guard isTaken else { return say("Сейчас ничего не печатается.", "Nothing is printing now.") }
    let nothing =
      printer.map {
        say(" На принтер \($0) больше ничего не отправляю", " Nothing more is sent to \($0)")
      } ?? say(" Больше ничего не отправляю", " Nothing more is sent")
    let begun =
      isNow
      ? say(", начатое отменяется.", ", what has begun is cancelled.")
      : say(", начатое допечатывается.", ", what has begun is printed.")
    return say("СТОП в ", "STOP at ") + time.text + "." + nothing + begun
  }

  private var packs: [PackStanding] { status.packs.filter { !$0.history.isGone } }

  private var whole: [PackStanding] {
    packs.filter { [.proved, .delivered].contains($0.state) }
  }

  private var cut: [PackStanding] { packs.filter { [.person, .partly].contains($0.state) } }

  private var underway: [PackStanding] { packs.filter { $0.state == .printing } }

  private var untouched: [PackStanding] {
    packs.filter { [.waiting, .staged, .stopped, .failed].contains($0.state) }
  }

  /// How far it came: «301 на листе 114 из 189 (последний целый экземпляр 301-10)».
  private func place(_ standing: PackStanding) -> String {
    let (pack, job) = (standing.pack, standing.open ?? standing.newest)
    let out = standing.sheetsDone(status.plan.sides)
    let sheet = say(" на листе \(out) из \(pack.sheets)", " at sheet \(out) of \(pack.sheets)")
    guard let job, let counted = job.lastCounted(of: standing.history.pack(of: job)) else {
      return pack.label + sheet
    }
    return pack.label + sheet
      + say(
        " (последний целый экземпляр \(counted.serial))",
        " (the last whole copy \(counted.serial))")
  }

  private func row(_ heading: String, _ packs: [String]) -> [String] {
    rows(heading, packs.isEmpty ? [] : [packs.joined(separator: ", ")])
  }

  private func rows(_ heading: String, _ rows: [String]) -> [String] {
    rows.enumerated().map { index, text in
      let label = index == 0 ? heading : ""
      return label + String(repeating: " ", count: max(1, 12 - label.count)) + text
    }
  }

  /// Printers finish what they have taken in.
  private var leftovers: [String] {
    let open = cut + (isNow ? underway : [])
    guard !open.isEmpty else { return [] }
    let left = open.map { max(0, $0.pack.sheets - $0.sheetsDone(status.plan.sides)) }
    let count = min(Self.inside, left.max() ?? 0)
    guard count > 0 else { return [] }
    return [
      say(
        "В принтере могло остаться до \(count) листов: загляните в выходной лоток.",
        "Up to \(count) sheets may be left in a printer: look into its bin.")
    ]
  }

  private var ways: String {
    let next = say("Продолжить:  tirazh print", "To go on:  tirazh print")
    if !underway.isEmpty, !isNow {
      return next
        + say(
          "     Отменить и начатое:  tirazh stop --now",
          "     Cancel what has begun:  tirazh stop --now")
    }
    guard let again = (cut + whole).first else { return next }
    return next
      + say(
        "     Напечатать кабинет заново:  tirazh reprint \(again.pack.argument)",
        "     A room once more:  tirazh reprint \(again.pack.argument)")
  }
}
