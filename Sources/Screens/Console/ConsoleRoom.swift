public import Exam
import Foundation
import Operations
import Planning
import PrintRun
import Printing

/// «Кабинет»: who sits where with what, the pack page by page, and what was printed of it.
public struct ConsoleRoom: Sendable {
  /// A seat.
  public struct Seat: Sendable {
    /// What it is called; nil for a gap.
    public let name: String?
    /// The participant's code.
    public let code: String?
    /// The variant.
    public let variant: String?
    /// The copy's serial.
    public let serial: String?
  }

  /// A row of seats.
  public struct SeatRow: Sendable {
    /// Its number.
    public let name: String
    /// Its seats.
    public let seats: [Seat]
  }

  /// A paper or a copy of the pack.
  public struct Item: Sendable {
    /// Its id.
    public let id: String
    /// What it is called.
    public let name: String
    /// What else is known of it.
    public let detail: String?
    /// How many pages it has.
    public let pages: String
    /// How it stands.
    public let state: String?
    /// How it stands, for the drawing.
    public let look: String
    /// Whether it is a copy, which may be printed by itself.
    public let isCopy: Bool
  }

  /// A job of the pack.
  public struct Attempt: Sendable {
    /// Its number.
    public let number: Int
    /// What it printed.
    public let what: String
    /// Its printer.
    public let printer: String
    /// How it ended.
    public let end: String
  }

  /// A reason for printing again.
  public struct Reason: Sendable {
    /// What is sent.
    public let value: Int
    /// What it says.
    public let name: String
  }

  /// The pack.
  public let pack: String
  /// What people call the room.
  public let name: String
  /// The room as a request names it.
  public let room: String
  /// How the pack stands.
  public let state: String
  /// How the pack stands, for the drawing.
  public let look: String
  /// What is in it.
  public let facts: String
  /// Columns of the seats.
  public let columns: [String]
  /// The seats.
  public let rows: [SeatRow]
  /// The pack, in its order.
  public let items: [Item]
  /// Its jobs.
  public let attempts: [Attempt]
  /// Whether it can be printed now.
  public let isPrintable: Bool
  /// Whether it can be printed again.
  public let isReprintable: Bool
  /// Whether its printing can be given to another printer.
  public let isMovable: Bool
  /// Changes with what is drawn, so that pictures are made anew.
  public let version: String
  /// The reasons for printing again.
  public let reasons: [Reason]
  /// The printers to choose from.
  public let printers: [String]

  /// Draws a room's pack; nil where the plan has no such pack.
  public init?(_ state: ExamState, pack id: PackID, _ language: Language) {
    guard let plan = state.status?.plan ?? state.prepared?.plan, let pack = plan.pack(id) else {
      return nil
    }
    let standing = state.status?.packs.first { $0.pack.id == id }
    let works = Set(pack.copies.map(\.work))
    let words = RoomWords(plan: plan, pack: pack, standing: standing, language: language)
    self.pack = id.rawValue
    let named = Wording.room(pack.label)[language]
    name = named.prefix(1).uppercased() + named.dropFirst()
    room = pack.label
    self.state =
      standing.map { StateWords.word($0)[language] } ?? StateWords.word(.waiting)[language]
    look = Self.look(standing?.state ?? .waiting)
    facts = words.facts
    let seats = SeatTable(pack)
    columns = seats.columns
    rows = seats.rows
    items = pack.order.compactMap(words.item)
    attempts = (standing?.jobs ?? []).map(words.attempt)
    isPrintable =
      !state.isPrinting && (standing.map { $0.need != .nothing && $0.state != .person } ?? true)
      && !plan.works.filter { works.contains($0.id) }.contains(where: \.assumed)
    isReprintable = !state.isPrinting && standing?.isBegun == true
    isMovable =
      state.isPrinting && standing.map { $0.state == .waiting || $0.state == .staged } == true
    version = "\(pack.hashValue)"
    reasons = Reasons.known.enumerated().map { Reason(value: $0 + 1, name: $1[language]) }
    printers = state.printerNames
  }

  static func look(_ state: PackState) -> String {
    switch state {
    case .proved, .delivered: "done"
    case .printing, .staged: "underway"
    case .failed, .person: "stopped"
    case .partly, .stopped: "needed"
    case .waiting: "later"
    }
  }
}

extension ExamState {
  /// The printers that a pack may be sent to, by their names.
  var printerNames: [String] {
    let named = (frozen?.printers ?? prepared?.description.printers ?? []).map(\.name)
    guard named.isEmpty else { return named }
    return (printers?.printers ?? []).filter { $0.obstacle == nil }.map(\.status.name)
  }
}

/// Words about a pack and what is in it.
private struct RoomWords {
  let plan: Plan
  let pack: Pack
  let standing: PackStanding?
  let language: Language

  var facts: String {
    let spares = pack.copies.count(where: \.spare)
    return language.say(
      ru: [
        Numbers.plural(pack.participants, "участник", "участника", "участников"),
        "резервных: \(spares)", Numbers.plural(pack.sheets, "лист", "листа", "листов"),
      ].joined(separator: " · "),
      en: "\(pack.participants) participants · \(spares) spares · \(pack.sheets) sheets")
  }

  func item(_ id: ItemID) -> ConsoleRoom.Item? {
    guard let pages = pack.pages(of: id) else { return nil }
    let (word, look) = state(of: id)
    let copy = pack.copy(id)
    return ConsoleRoom.Item(
      id: id.rawValue, name: copy?.serial ?? PaperWords.name(of: pack.paper(id))[language],
      detail: copy.map(detail),
      pages: language.say(
        ru: Numbers.plural(pages, "страница", "страницы", "страниц"),
        en: pages == 1 ? "1 page" : "\(pages) pages"),
      state: word, look: look, isCopy: copy != nil)
  }

  private func detail(_ copy: PackCopy) -> String {
    let variant = copy.variant.map {
      language.say(ru: "вариант \($0.rawValue)", en: "variant \($0.rawValue)")
    }
    let who =
      copy.spare
      ? [language.say(ru: "резерв", en: "spare")]
      : [
        copy.seat.map { language.say(ru: "место \($0.text)", en: "seat \($0.text)") },
        copy.code.map { language.say(ru: "код \($0.rawValue)", en: "code \($0.rawValue)") },
      ].compactMap(\.self)
    return (who + [variant].compactMap(\.self)).joined(separator: " · ")
  }

  private func state(of id: ItemID) -> (String?, String) {
    guard let standing else { return (nil, "later") }
    let pages = standing.paper[id]
    if pages.contains(where: { $0?.state == .unknown }) {
      return (language.say(ru: "неизвестно", en: "unknown"), "stopped")
    }
    if pages.contains(where: { $0?.state == .underway }) {
      return (language.say(ru: "печатается", en: "printing"), "underway")
    }
    if pages.allSatisfy({ $0?.state == .good }), !pages.isEmpty {
      return (language.say(ru: "на бумаге", en: "on paper"), "done")
    }
    if pages.contains(where: { $0 != nil }) {
      return (language.say(ru: "не весь", en: "in part"), "needed")
    }
    return (nil, "later")
  }

  func attempt(_ job: Job) -> ConsoleRoom.Attempt {
    let end =
      job.verdict.map { StateWords.word(PackState(rawValue: $0.rawValue) ?? .person) }
      ?? StateWords.word(job.isReleased ? .printing : .staged)
    return ConsoleRoom.Attempt(
      number: job.attempt, what: what(job), printer: PrinterLabel.of(job.printer),
      end: end[language])
  }

  private func what(_ job: Job) -> String {
    guard let items = job.request.items else {
      return language.say(ru: "весь пакет", en: "whole pack")
    }
    let names = items.compactMap { part -> String? in
      guard let copy = pack.copy(part.item) else { return nil }
      let pages = part.pages.map { $0.map(String.init).joined(separator: ", ") }
      return copy.serial
        + (pages.map { language.say(ru: " (стр. \($0))", en: " (p. \($0))") } ?? "")
    }
    let shown = names.prefix(4).joined(separator: ", ") + (names.count > 4 ? ", …" : "")
    let reason = job.request.reason.map { " — \($0)" } ?? ""
    let kind =
      job.request.isReprint
      ? language.say(ru: "перепечатка", en: "reprint")
      : language.say(ru: "продолжение", en: "the rest")
    return kind + (shown.isEmpty ? "" : ": " + shown) + reason
  }
}

/// What papers of a pack are called.
enum PaperWords {
  static func name(of paper: PackPaper?) -> Wording {
    switch paper?.paper {
    case "packing-sheet": Wording(ru: "Сопроводительный лист", en: "Packing sheet")
    case "separator": Wording(ru: "Разделительный лист", en: "Separator")
    case "end-sheet": Wording(ru: "Конец пакета", en: "End sheet")
    default:
      Wording(same: (paper?.paper ?? "").prefix(1).uppercased() + (paper?.paper ?? "").dropFirst())
    }
  }
}

/// The seats of a room as a table: a row of desks, a letter or number a column.
private struct SeatTable {
  let columns: [String]
  let rows: [ConsoleRoom.SeatRow]

  init(_ pack: Pack) {
    let seated = pack.copies.filter { $0.seat != nil }
    let letters = Set(seated.compactMap(\.seat?.letter)).sorted {
      (Self.number($0), $0) < (Self.number($1), $1)
    }
    columns = letters.map { $0.hasPrefix("-") ? String($0.dropFirst()) : $0 }
    let byRow = Dictionary(grouping: seated) { $0.seat?.row ?? 0 }
    rows = byRow.keys.sorted().map { row in
      ConsoleRoom.SeatRow(
        name: "\(row)",
        seats: letters.map { letter in
          guard let copy = byRow[row]?.first(where: { $0.seat?.letter == letter }) else {
            return ConsoleRoom.Seat(name: nil, code: nil, variant: nil, serial: nil)
          }
          return ConsoleRoom.Seat(
            name: copy.seat?.text, code: copy.code?.rawValue, variant: copy.variant?.rawValue,
            serial: copy.serial)
        })
    }
  }

  private static func number(_ letter: String) -> Int {
    Int(letter.dropFirst().prefix { $0.isASCII && $0.isNumber }) ?? 0
  }
}

/// One page of an item, large.
public struct ConsolePage: Sendable {
  /// What it is of.
  public let title: String
  /// Which page it is.
  public let number: Int
  /// How many there are.
  public let count: Int
  /// The page before; nil on the first.
  public let before: Int?
  /// The page behind; nil on the last.
  public let behind: Int?
  /// Every page's number.
  public let all: [Int]

  /// Finds a page; nil where there is none.
  public init?(
    _ state: ExamState, _ id: PackID, _ item: ItemID, page: Int, _ language: Language
  ) {
    guard let plan = state.status?.plan ?? state.prepared?.plan, let pack = plan.pack(id),
      let count = pack.pages(of: item), (1...max(1, count)).contains(page)
    else { return nil }
    let name = pack.copy(item)?.serial ?? PaperWords.name(of: pack.paper(item))[language]
    let room = Wording.room(pack.label)[language]
    title = room.prefix(1).uppercased() + room.dropFirst() + ", " + name
    number = page
    self.count = count
    before = page > 1 ? page - 1 : nil
    behind = page < count ? page + 1 : nil
    all = Array(1...max(1, count))
  }
}
