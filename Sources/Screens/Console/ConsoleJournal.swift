public import Exam
import Foundation
public import Operations
import PrintRun

/// «Журнал»: what happened when, in sentences.
public struct ConsoleJournal: Sendable {
  /// An event.
  public struct Line: Sendable {
    /// The day.
    public let day: String
    /// The time.
    public let time: String
    /// What happened.
    public let text: String
  }

  /// The events, the newest first.
  public let lines: [Line]

  /// Draws the screen.
  public init(_ story: [StoryEvent], _ language: Language) {
    lines = story.reversed().map { event in
      let parts = Calendar.current.dateComponents(
        [.day, .month, .year, .hour, .minute, .second], from: event.when)
      func two(_ number: Int?) -> String { Self.two(number ?? 0) }
      return Line(
        day: "\(two(parts.day)).\(two(parts.month)).\(parts.year ?? 0)",
        time: "\(two(parts.hour)):\(two(parts.minute)):\(two(parts.second))",
        text: Self.words(event)[language])
    }
  }

  /// The same as a text to keep, the oldest first.
  public var text: String {
    lines.reversed().map { "\($0.day)\t\($0.time)\t\($0.text)\n" }.joined()
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func words(_ event: StoryEvent) -> Wording {
    let what = words(event.kind)
    guard let pack = event.pack else { return what }
    let printer = event.printer.map { ", \($0)" } ?? ""
    let attempt = event.attempt ?? 0
    return Wording(
      ru: "\(Wording.room(pack).ru)\(printer), задание \(attempt): \(what.ru)",
      en: "\(Wording.room(pack).en)\(printer), job \(attempt): \(what.en)")
  }

  private static func words(_ kind: StoryEvent.Kind) -> Wording {
    switch kind {
    case .frozen: Wording(ru: "План зафиксирован", en: "The plan was frozen")
    case .names: Wording(ru: "Взяты имена из нового списка", en: "Names of a new list were taken")
    case .materials: Wording(ru: "Прочитаны материалы", en: "Materials were read")
    case .accepted: Wording(ru: "Человек принял находку", en: "A person accepted a finding")
    case .purged: Wording(ru: "Имена удалены", en: "The names were deleted")
    case .moved: Wording(ru: "Журнал продолжен в другом месте", en: "The journal goes on elsewhere")
    case .begun: Wording(ru: "готовится", en: "being prepared")
    case .sent: Wording(ru: "отправлено на принтер", en: "sent to the printer")
    case .blocked: Wording(ru: "принтер ждёт", en: "the printer waits")
    case .unblocked: Wording(ru: "принтер продолжает", en: "the printer goes on")
    case .withdrawn: Wording(ru: "отозвано до отправки", en: "taken back before it was sent")
    case .ended(let verdict): ended(verdict)
    case .answered: Wording(ru: "человек сказал, что вышло", en: "a person said what came out")
    case .odd: Wording(ru: "замечена странность", en: "something odd was seen")
    }
  }

  private static func ended(_ verdict: Verdict?) -> Wording {
    StateWords.word(verdict.flatMap { PackState(rawValue: $0.rawValue) } ?? .person)
  }
}
