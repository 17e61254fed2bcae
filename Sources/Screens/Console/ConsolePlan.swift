public import Exam
public import Operations
import Planning

/// «План»: what each room gets, how long it takes, and what a change would do.
public struct ConsolePlan: Sendable {
  /// What a new revision would change.
  public struct Delta: Sendable {
    /// The lines.
    public let lines: [ConsoleLine]
    /// Whether there is anything to take.
    public let isTakeable: Bool
    /// Who may be somebody else.
    public let doubts: [Doubtful]
  }

  /// Somebody new who may be somebody who is missing.
  public struct Doubtful: Sendable {
    /// Its id.
    public let id: String
    /// What is asked.
    public let text: String
    /// That it is the same person.
    public let same: String
    /// That it is another.
    public let other: String
  }

  /// The title, with the revision.
  public let exam: String
  /// The table.
  public let table: ConsoleTable
  /// Paper and time.
  public let lines: [ConsoleLine]
  /// The delta, once something is frozen.
  public let delta: Delta?
  /// Whether printing can be begun from here.
  public let begin: ConsoleAct?

  /// Draws the screen; `delta` is what freezing now would change.
  public init?(
    _ state: ExamState, delta: PlannedDelta?, _ language: Language, _ now: ConsoleFrame.Moment
  ) {
    guard let plan = state.status?.plan ?? state.prepared?.plan else { return nil }
    let printers = state.frozen?.printers ?? state.prepared?.description.printers
    var screen = PlanScreen(
      plan, Timetable(plan, on: printers), state.frozen?.revision ?? 1, state.frozen != nil, [],
      language)
    screen.now = plan.exam.date == now.day ? now.time : nil
    exam = Heading.line(plan.exam, revision: state.frozen?.revision, language)
      .replacing("   ", with: " · ")
    table = ConsoleTable(
      screen.grid, places: plan.packs.map { ConsolePlace.room($0.id).path } + [nil])
    lines = screen.sums.map { ConsoleLine($0, language) }
    self.delta = delta.map { planned in
      Delta(
        lines: planned.lines(language).map { ConsoleLine($0, language) },
        isTakeable: !planned.delta.isEmpty,
        doubts: (state.prepared?.doubts ?? []).map {
          Doubtful(
            id: $0.id, text: DoubtWords.question($0)[language],
            same: DoubtWords.answers[0][language], other: DoubtWords.answers[1][language])
        })
    }
    var seen = state
    seen.isPlanSeen = true
    let next = seen.step.offer(language).main
    begin = next?.isPost == true ? next : nil
  }
}

/// A table as the screens of text have it, a link in each row.
public struct ConsoleTable: Sendable {
  /// A heading.
  public struct Head: Sendable {
    /// What it says.
    public let text: String
    /// Whether its column holds numbers.
    public let isNumber: Bool
  }

  /// A cell.
  public struct Cell: Sendable {
    /// What it says.
    public let text: String
    /// What its column is called.
    public let label: String
    /// Whether its column holds numbers.
    public let isNumber: Bool
  }

  /// A row.
  public struct Row: Sendable {
    /// What it is about.
    public let name: String
    /// What its first column is called.
    public let label: String
    /// The other cells.
    public let cells: [Cell]
    /// Where it leads.
    public let path: String?
  }

  /// The headings.
  public let heads: [Head]
  /// The rows.
  public let rows: [Row]

  init(_ table: TextTable, places: [String?]) {
    heads = table.columns.map { Head(text: $0.heading, isNumber: $0.isNumber) }
    rows = table.rows.enumerated().map { index, cells in
      let rest = zip(cells, table.columns).dropFirst().map { text, column in
        Cell(text: text, label: column.heading, isNumber: column.isNumber)
      }
      return Row(
        name: cells.first ?? "", label: table.columns.first?.heading ?? "", cells: Array(rest),
        path: index < places.count ? places[index] : nil)
    }
  }
}
