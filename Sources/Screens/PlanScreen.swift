public import Exam
public import Planning

/// The plan as a table, a row for each pack.
public struct PlanScreen {
  let plan: Plan
  let timetable: Timetable
  let revision: Int
  let isFrozen: Bool
  let findings: [Finding]
  let language: Language
  /// The time, on the exam's day.
  public var now: ClockTime?

  private var schedule: [PackID: Scheduler.Slot] { timetable.slots }

  /// Shows a plan and its timetable.
  public init(
    _ plan: Plan, _ timetable: Timetable, _ revision: Int, _ isFrozen: Bool,
    _ findings: [Finding], _ language: Language
  ) {
    self.plan = plan
    self.timetable = timetable
    self.revision = revision
    self.isFrozen = isFrozen
    self.findings = findings
    self.language = language
  }

  /// The lines.
  public var text: String {
    ([Heading.line(plan.exam, revision: isFrozen ? revision : nil, language), ""] + table
      + ["", paper] + times + [""]
      + FindingsScreen(findings: findings, language: language, verbose: false).lines)
      .joined(separator: "\n")
  }

  private func say(_ ru: String, _ en: String) -> String { language == .ru ? ru : en }

  private var times: [String] { timetableLines.lines }

  private var timetableLines: TimetableLines {
    TimetableLines(timetable: timetable, ready: plan.exam.ready, now: now, language: language)
  }

  private var isAssumed: Bool { plan.works.contains(where: \.assumed) }

  /// A row for each pack, and the total.
  public var table: [String] { grid.lines }

  /// Paper and time, each over one line.
  var sums: [String] { [paper] + timetableLines.unbroken }

  /// The table's cells.
  var grid: TextTable {
    var table = TextTable([
      .init(heading: say("Каб.", "Room"), isNumber: false),
      .init(heading: say("Кто и что пишет", "Who writes what"), isNumber: false),
      .init(heading: say("Уч.", "Part."), isNumber: true),
      .init(heading: say("Варианты", "Variants"), isNumber: false),
      .init(heading: say("Резерв", "Spare"), isNumber: true),
      .init(heading: say("Листов", "Sheets"), isNumber: true),
      .init(heading: say("Принтер", "Printer"), isNumber: false),
      .init(heading: say("Готов", "Ready"), isNumber: true),
    ])
    for pack in plan.packs { table.add(row(pack)) }
    let copies = plan.packs.filter { $0.media == nil }.flatMap(\.copies)
    table.add([
      say("Всего", "Total"), "", Numbers.grouped(plan.participants), variants(copies),
      Numbers.grouped(copies.filter(\.spare).count), sheets(plan.sheets), "",
      minutes(schedule.values.map(\.readyS).max() ?? 0),
    ])
    return table
  }

  private func row(_ pack: Pack) -> [String] {
    [
      pack.label, who(pack),
      Numbers.grouped(pack.participants), variants(pack.copies),
      Numbers.grouped(pack.copies.filter(\.spare).count), sheets(pack.sheets),
      schedule[pack.id]?.printer ?? say("любой", "any"), minutes(schedule[pack.id]?.readyS ?? 0),
    ]
  }

  private func sheets(_ count: Int) -> String { (isAssumed ? "≈" : "") + Numbers.grouped(count) }

  private func minutes(_ seconds: Int) -> String {
    "+\(seconds / 60):" + (seconds % 60 < 10 ? "0" : "") + "\(seconds % 60)"
  }

  /// `5А Математика (12), 5Б (6)`: classes in order, grouped by work.
  private func who(_ pack: Pack) -> String {
    let participants = pack.copies.filter { !$0.spare }
    return plan.works.compactMap { work in
      let mine = participants.filter { $0.work == work.id }
      guard !mine.isEmpty else { return nil }
      let classes = Set(mine.compactMap(\.className)).sorted().map(\.rawValue)
      return (classes + [work.subject]).joined(separator: " ")
    }.joined(separator: "; ")
  }

  /// `11 / 10`: participants' copies by variant.
  private func variants(_ copies: [PackCopy]) -> String {
    let mine = copies.filter { !$0.spare }
    let names = Set(mine.compactMap(\.variant)).sorted()
    return names.map { name in "\(mine.filter { $0.variant == name }.count)" }
      .joined(separator: " / ")
  }

  private var paper: String {
    let large = plan.packs.filter { $0.media != nil }.reduce(0) { $0 + $1.sheets }
    let usual = plan.sheets - large
    let reams = (usual + 499) / 500
    let more =
      large == 0 ? "" : say(" и \(sheets(large)) л. А3", " and \(sheets(large)) sheets of A3")
    return language == .ru
      ? "Бумага   \(sheets(usual)) л. = \(Numbers.plural(reams, "пачка", "пачки", "пачек")) по 500"
        + more
      : "Paper    \(sheets(usual)) sheets = \(reams) \(reams == 1 ? "ream" : "reams") of 500" + more
  }
}
