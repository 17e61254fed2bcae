import Exam
import Foundation
import Hummingbird
import Intake
import Operations
import PrintRun
import Screens

extension ConsoleResponder {
  /// How fine pictures of pages are, in dots an inch.
  private enum Fineness {
    static let small = 40
    static let large = 144
  }

  /// A screen of an exam, or something that belongs to one.
  func show(
    _ route: Route.ExamRoute, of exam: ConsoleExam, _ name: String?, _ visit: Visit
  ) async throws -> Response {
    switch route {
    case .events: return .events(await exam.changes())
    case .journalText:
      let text = ConsoleJournal(try await exam.desk.story(), exam.run.language).text
      return .console(Array(text.utf8), type: "text/plain; charset=utf-8", as: "tirazh.txt")
    case .picture(let pack, let item, let page, let isLarge):
      let wanted = PageRequest(
        pack: pack, item: item, page: page, dpi: isLarge ? Fineness.large : Fineness.small)
      guard let picture = try? await exam.desk.picture(of: wanted) else {
        throw Gate.Refusal.path
      }
      return .console(picture, type: "image/png")
    case .place, .item, .page, .act:
      let sheet = ConsoleSheet(exam: exam, language: exam.run.language)
      guard let drawn = try await sheet.draw(route) else { throw Gate.Refusal.path }
      return await page(drawn, of: exam, name, visit)
    }
  }

  private func page(
    _ drawn: ConsoleSheet.Drawn, of exam: ConsoleExam, _ name: String?, _ visit: Visit
  ) async -> Response {
    let language = exam.run.language
    let said = door.said(to: visit.session)
    let frame = ConsoleFrame(
      drawn.state, folder: exam.folder.url.lastPathComponent, here: drawn.place, language,
      ConsoleSheet.now)
    let title = drawn.title + " — " + frame.exam
    let html = pages.page(
      drawn.template,
      Pages.Context(
        base: Self.base(name), here: visit.path, key: visit.session.key, lang: language.rawValue,
        title: title, heading: drawn.title, w: .init(words: ConsoleWords(language)), frame: frame,
        ask: exam.run.open.map { ConsoleAsk($0.question, id: $0.id, language) },
        password: exam.vault.wanted, said: said.flatMap { $0.isTrouble ? nil : $0.text },
        trouble: said.flatMap { $0.isTrouble ? $0.text : nil }, hasList: house.holdsExams,
        isBusy: exam.run.isActive, it: drawn.value))
    return .console(Array(html.utf8), type: "text/html; charset=utf-8")
  }

  /// The list of exams.
  func list(_ visit: Visit) async throws -> Response {
    var exams: [(folder: String, path: String, state: ExamState)] = []
    for (name, exam) in await house.all() {
      exams.append((name, Self.path(Self.base(name), .today), await exam.state(isBrief: true)))
    }
    let language = house.language
    let words = ConsoleWords(language)
    let html = pages.page(
      "exams",
      Pages.Context(
        base: "", here: visit.path, key: visit.session.key, lang: language.rawValue,
        title: words["exams"] ?? "", heading: words["exams"] ?? "", w: .init(words: words),
        frame: nil, ask: nil, password: nil,
        said: nil, trouble: nil, hasList: true, isBusy: false, it: ConsoleExams(exams, language)))
    return .console(Array(html.utf8), type: "text/html; charset=utf-8")
  }
}

/// Draws the screens of an exam.
struct ConsoleSheet: Sendable {
  let exam: ConsoleExam
  let language: Language

  /// A screen, with what is around it.
  struct Drawn {
    let template: String
    let place: ConsolePlace
    let title: String
    let state: ExamState
    let value: Any
  }

  /// The moment of this page.
  static var now: ConsoleFrame.Moment {
    ConsoleFrame.Moment(day: WallClock.day(), time: WallClock.time)
  }

  /// The screen of a route; nil where there is nothing to see.
  func draw(_ route: Route.ExamRoute) async throws -> Drawn? {
    switch route {
    case .place(let place): try await draw(place)
    case .item(let pack, let item): await draw(pack, item)
    case .page(let pack, let item, let page): await draw(pack, item, page)
    case .picture, .events, .journalText, .act: nil
    }
  }

  private func drawn(
    _ template: String, _ place: ConsolePlace, _ state: ExamState, _ value: Any,
    title: String? = nil
  ) -> Drawn {
    Drawn(
      template: template, place: place, title: title ?? place.name[language], state: state,
      value: value)
  }

  private func draw(_ place: ConsolePlace) async throws -> Drawn? {
    switch place {
    case .today:
      let state = await exam.state()
      // Where there is nothing yet, the first screen is the form that begins.
      if !state.hasDescription, state.trouble == nil { return try await begin() }
      return drawn("today", place, state, ConsoleToday(state, language, Self.now))
    case .plan: return await plan()
    case .printing:
      let state = await exam.state()
      let screen = ConsolePrinting(
        state, view: exam.run.view, notes: exam.run.notes, outcome: exam.run.outcome, language,
        Self.now)
      return drawn("printing", place, state, screen)
    case .findings:
      let state = await exam.state(isWhole: true)
      return drawn("findings", place, state, ConsoleFindings(state, language, Self.now))
    case .printers:
      let (report, trouble) = await exam.freshPrinters()
      return drawn(
        "printers", place, await exam.state(), ConsolePrinters(report, trouble: trouble, language))
    case .journal:
      return drawn(
        "journal", place, await exam.state(), ConsoleJournal(try await exam.desk.story(), language))
    case .begin: return try await begin()
    case .room(let pack):
      let state = await exam.state()
      guard let room = ConsoleRoom(state, pack: pack, language) else { return nil }
      return drawn("room", place, state, room, title: room.name)
    }
  }

  /// What would change is looked up while nothing prints: the files have to be read for it.
  private func plan() async -> Drawn {
    await exam.seePlan()
    var state = await exam.state()
    if state.status != nil, !state.isPrinting { state = await exam.state(isWhole: true) }
    let prepared = state.status == nil ? nil : state.prepared
    let desk = await exam.desk
    let delta = prepared.flatMap { try? desk.delta($0) }
    let screen = ConsolePlan(state, delta: delta, language, Self.now)
    return drawn("plan", .plan, state, screen as Any)
  }

  private func draw(_ pack: PackID, _ item: ItemID) async -> Drawn? {
    let state = await exam.state()
    guard let page = ConsolePage(state, pack, item, page: 1, language) else { return nil }
    let value = ConsoleItem(pack: pack.rawValue, item: item.rawValue, page: page)
    return drawn("item", .room(pack), state, value, title: page.title)
  }

  private func draw(_ pack: PackID, _ item: ItemID, _ number: Int) async -> Drawn? {
    let state = await exam.state()
    guard let page = ConsolePage(state, pack, item, page: number, language) else { return nil }
    let value = ConsoleItem(pack: pack.rawValue, item: item.rawValue, page: page)
    return drawn("sheet", .room(pack), state, value, title: page.title)
  }

  private func begin() async throws -> Drawn {
    let state = await exam.state()
    let start = try await ConsoleStart(exam: exam, language: language)
    return drawn("begin", .begin, state, start.screen)
  }
}

/// An item's page as templates see it.
struct ConsoleItem {
  let pack: String
  let item: String
  let page: ConsolePage
}

/// What an exam begins with: what lies in its folder, and what is asked.
struct ConsoleStart {
  let survey: StarterSurvey
  let questions: StarterQuestions
  let existing: ExamDescription?
  let update: StarterUpdate?
  private let language: Language

  init(exam: ConsoleExam, language: Language) async throws {
    let desk = await exam.desk
    let printers = (try? await ExamDesk.acceptingPrinters()) ?? []
    let survey = try await desk.survey(files: [], printers: printers)
    // A description that cannot be read is shown as what it is; the form does not touch it.
    let existing = try? desk.existingDescription()
    let questions = StarterQuestions(
      survey, today: WallClock.day(), like: nil, existing: existing)
    update = try existing.map {
      try desk.starterUpdate(survey, questions.known, existing: $0, language: language)
    }
    (self.survey, self.questions, self.existing) = (survey, questions, existing)
    self.language = language
  }

  var screen: ConsoleBegin {
    ConsoleBegin(
      survey, questions, update: update, isBegun: existing != nil, language,
      tomorrow: WallClock.day(after: 1))
  }
}
