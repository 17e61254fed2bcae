import Exam
@testable import Planning
import Testing

@testable import Commands
@testable import Screens
@testable import PrintRun

/// What somebody at a terminal of 80 columns sees while it prints.
@Suite struct BoardScreenTests {
  @Test func theMorningFitsEightyColumns() {
    #expect(Morning.board().lines.joined(separator: "\n") == Self.usual)
    #expect(Self.usual.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  private static let usual = """
    ВПР 8 классы · печать · ред. 1                         сейчас 8:18 · звонок 9:00
    ███████████████░░░░░░░░░░░░░  573 из 1\u{A0}022 листов · закончим в 8:30 (нужно 8:40)

    Kyocera  301   ███████░░░░░░  114 из 189   до 8:21   28 л/мин   затем 204
    Pantum   203   !! НЕТ БУМАГИ с 8:17. Положите 92 листа — печать продолжится
                      сама с листа 50. Затем 205

    Готовы    201\u{A0}(8:13,\u{A0}подтверждён)   202\u{A0}(8:15,\u{A0}ждёт\u{A0}подтверждения)

    Вопрос 1 · кабинет 202, Pantum: возьмите последний лист пакета. Число с листа
    «КОНЕЦ ПАКЕТА»: 1 ЧИСЛО (такого листа нет: 0)
    """

  @Test func whatWillNotBeEnoughIsSaid() {
    var morning = Morning()
    morning.leftS = 40 * 60
    #expect(morning.lines[1].hasSuffix("закончим в 8:58 — ПОЗЖЕ 8:40"))
    morning.leftS = nil
    #expect(morning.lines[1].hasSuffix("ПЕЧАТАТЬ НЕ НА ЧЕМ"))
  }

  @Test func aNarrowTerminalBreaksLinesAndLosesNothing() {
    let lines = Morning.board(width: 60).lines
    #expect(lines.allSatisfy { $0.count <= 60 })
    let text = lines.joined(separator: " ")
    for word in ["301", "114 из 189", "затем 204", "НЕТ БУМАГИ", "Вопрос 1", "звонок 9:00"] {
      #expect(text.contains(word), "\(word) in \(text)")
    }
  }

  @Test func detailsListWhatIsNotBegun() {
    var board = Morning.board()
    board.isDetailed = true
    #expect(board.lines.contains("Не начаты"))
    #expect(board.lines.contains("  205     Kyocera, 8:26 — 8:29"))
  }

  @Test func theBoardIsRedrawnWhereItStands() {
    var redraw = Redraw()
    #expect(
      redraw.text(notes: [], lines: ["a", "b"], columns: 80) == "\r\u{1B}[2Ka\n\u{1B}[2Kb\u{1B}[J")
    let second = redraw.text(notes: ["note"], lines: ["c"], columns: 80)
    #expect(second == "\r\u{1B}[1A\u{1B}[2Knote\n\u{1B}[2Kc\u{1B}[J")
    #expect(redraw.cleared(columns: 80) == "\r\u{1B}[J")
    #expect(redraw.cleared(columns: 80) == "")
  }

  @Test func aTerminalThatBecameNarrowerHasBrokenTheLines() {
    var redraw = Redraw()
    _ = redraw.text(notes: [], lines: [String(repeating: "x", count: 80), "y"], columns: 80)
    #expect(redraw.cleared(columns: 40) == "\r\u{1B}[2A\u{1B}[J")
  }

  @Test func aLowTerminalKeepsHeadAndFoot() {
    let lines = (1...30).map { "\($0)" }
    let shown = Redraw.fit(lines, rows: 12, foot: 3)
    #expect(shown == (1...7).map { "\($0)" } + ["…", "28", "29", "30"])
  }
}

/// A morning in the middle: one printer prints, one wants paper, one pack waits for its number.
private struct Morning {
  var leftS: Int? = 12 * 60

  static func board(width: Int = 80) -> BoardScreen {
    BoardScreen(
      view: Morning().view, plan: plan, revision: 1, now: 8 * 3600 + 18 * 60,
      ended: [id(201): 8 * 3600 + 13 * 60, id(202): 8 * 3600 + 15 * 60], language: .ru, width: width
    )
  }

  var lines: [String] {
    BoardScreen(
      view: view, plan: Self.plan, revision: 1, now: 8 * 3600 + 18 * 60, ended: [:], language: .ru
    ).lines
  }

  private var view: Run.View {
    Run.View(
      machines: [
        Run.View.Machine(
          name: "Kyocera", destination: .paper,
          job: Run.View.Printing(pack: Self.id(301), out: 114, sheets: 189, leftS: 160),
          reasons: [], waitsS: nil, measured: 28, next: Self.id(204), toLoad: 75, leave: nil),
        Run.View.Machine(
          name: "Pantum", destination: .paper,
          job: Run.View.Printing(pack: Self.id(203), out: 49, sheets: 141, leftS: 300),
          reasons: ["media-empty", "media-needed"], waitsS: 60, measured: 20, next: Self.id(205),
          toLoad: 92, leave: nil),
      ], out: 573, sheets: 1022, leftS: leftS,
      packs: [
        (Self.id(201), .proved), (Self.id(202), .delivered), (Self.id(203), .printing),
        (Self.id(204), .staged), (Self.id(205), .waiting), (Self.id(301), .printing),
      ],
      coming: [Scheduler.Slot(pack: Self.id(205), printer: "Kyocera", startS: 480, readyS: 660)],
      questions: [Self.question].compactMap(\.self), isStopped: false)
  }

  private static func id(_ room: Int) -> PackID { PackID(number: room) }

  private static var question: Question? {
    var number = 1
    var job = Job(pack: id(202), attempt: 1, printer: "Pantum")
    job.take(.ended(.delivered, detail: ""), numbering: &number)
    return plan.pack(id(202)).flatMap { Question(job, of: $0) }
  }

  private static var plan: Plan {
    guard let exam = ExamID(rawValue: "7F3A2C") else { preconditionFailure("an id") }
    let packs = [201, 202, 203, 204, 205, 301].map { room in
      Pack(
        id: id(room), room: RoomName(rawValue: "\(room)"), part: 1, participants: 0, sheets: 1,
        papers: [PackPaper(id: .paper(1), paper: "end-sheet", pages: 1)], copies: [],
        order: [.paper(1)])
    }
    return Plan(
      exam: PlanExam(
        id: exam, title: "ВПР 8 классы", starts: ClockTime(minutes: 540),
        ready: ClockTime(minutes: 520)),
      works: [], sides: .one, marks: .pages, documents: [], booklets: [], packs: packs)
  }
}
