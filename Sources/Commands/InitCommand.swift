import ArgumentParser
import Exam
import Foundation
import Intake
import Operations
import Planning
import Screens

/// `tirazh init`: a starter exam.yaml from what lies in the folder.
struct InitCommand: ConsoleCommand {
  static let configuration = CommandConfiguration.of("init")

  @OptionGroup var materials: MaterialOptions
  @Argument var files: [String] = []
  @Flag var template = false
  @Option var like: String?

  func run(on console: Console) async throws -> ExitStatus {
    let desk = try materials.desk(console)
    if template {
      console.out(
        InitScreen.template(try desk.writeListTemplate(console.language), console.language))
      return .done
    }
    let earlier = try like.map { try desk.description(ofExamIn: $0) }
    let existing = try desk.existingDescription()
    let printers = (try? await ExamDesk.acceptingPrinters()) ?? []
    var survey = try await desk.survey(files: files, printers: printers, like: like)
    console.out(InitScreen.found(survey, console.language))
    if existing == nil, survey.lists.count > 1 {
      survey.choose(try InitDialogue.list(among: survey.lists, console))
    }
    guard survey.list != nil || !survey.works.isEmpty else {
      return try emptyFolder(desk, survey, on: console)
    }
    let questions = StarterQuestions(
      survey, today: Console.day(), like: earlier, existing: existing)
    if let existing {
      try update(desk, survey, questions, existing, on: console)
    } else {
      // With nothing else to ask nothing is asked: an earlier exam has said it, or nobody is there.
      let isFirst = earlier == nil && questions.count > 0 && isatty(STDIN_FILENO) == 1
      let answers = try InitDialogue(
        questions: questions, survey: survey, console: console, asksHeading: isFirst
      ).answers()
      let lines = try desk.writeStarter(
        survey, answers, like: earlier, language: console.language)
      console.out(InitScreen.written(lines, console.language))
    }
    return try await finish(desk, survey, on: console)
  }

  /// Shows in words what would change, and takes it at a digit.
  private func update(
    _ desk: ExamDesk, _ survey: StarterSurvey, _ questions: StarterQuestions,
    _ existing: ExamDescription, on console: Console
  ) throws {
    var answers = questions.known
    let change = try desk.starterUpdate(
      survey, answers, existing: existing, language: console.language)
    guard !change.isEmpty else { return console.out(InitScreen.same(console.language)) }
    console.out(InitScreen.changes(change, console.language))
    let choice = console.say(
      ru: "1 применить · 2 оставить как есть", en: "1 apply · 2 leave as it is")
    guard Dialogue(console: console).digit(choice, upTo: 2) == 1 else {
      return console.out(InitScreen.left(console.language))
    }
    if !change.works.isEmpty, !questions.classes.isEmpty {
      answers = try InitDialogue(questions: questions, survey: survey, console: console)
        .answers()
    }
    try desk.apply(
      desk.starterUpdate(survey, answers, existing: existing, language: console.language))
    console.out(InitScreen.applied(console.language))
  }

  private func emptyFolder(
    _ desk: ExamDesk, _ survey: StarterSurvey, on console: Console
  ) throws -> ExitStatus {
    if survey.refused.isEmpty, survey.materials.isEmpty {
      let name = try? desk.writeListTemplate(console.language)
      console.out(InitScreen.empty(template: name, console.language))
    } else {
      console.out(InitScreen.nothingOfUse(console.language))
    }
    return .done
  }

  /// The plan's table, what is missing, and the next command.
  private func finish(
    _ desk: ExamDesk, _ survey: StarterSurvey, on console: Console
  ) async throws -> ExitStatus {
    guard survey.list != nil else {
      console.out(InitScreen.noList(console.language))
      return .done
    }
    let prepared = try await desk.prepare()
    let screen = PlanScreen(
      prepared.plan, Timetable(prepared.plan, on: prepared.description.printers), 1, false,
      prepared.findings, console.language)
    console.out(([""] + screen.table + [""]).joined(separator: "\n"))
    InitScreen.missing(prepared, survey, console.language).forEach(console.out)
    console.out((try NextStep(frozen: desk) ?? NextStep(prepared)).words[console.language])
    return .done
  }
}

/// Asks what the folder cannot tell.
struct InitDialogue {
  let questions: StarterQuestions
  let survey: StarterSurvey
  let console: Console
  /// Whether this is the first exam of somebody at a terminal: what papers are headed by is asked once.
  var asksHeading = false

  func answers() throws -> StarterAnswers {
    var answers = questions.known
    var number = 0
    if questions.classes.contains(where: { answers.works[$0.name] == nil }) {
      number += 1
      try askWorks(number, &answers)
    }
    if questions.date == nil {
      number += 1
      try askDate(number, &answers)
    }
    if !questions.printers.isEmpty { try askPrinters(number + 1, &answers) }
    if asksHeading { askHeading(&answers) }
    return answers
  }

  /// Which of several lists is meant: a file's time does not tell.
  static func list(
    among lists: [StarterSurvey.DatedList], _ console: Console
  ) throws -> StarterSurvey.DatedList {
    let names = lists.map(\.list.file)
    let choices = names.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: "   ")
    let prompt =
      console.say(
        ru: "Списков несколько, какой взять?   ", en: "There are several lists, which one?   ")
      + choices + ": "
    let index = Dialogue(console: console).insist(prompt, upTo: lists.count) {
      StarterChoice.index($0, among: names)
    }
    guard let index else {
      throw unanswered(console.say(ru: "какой список", en: "which list"))
    }
    return lists[index]
  }

  /// None of it decides paper: Enter leaves it empty.
  private func askHeading(_ answers: inout StarterAnswers) {
    let dialogue = Dialogue(console: console)
    console.out(
      console.say(
        ru: "Для сопроводительных листов, спрашивается один раз (Enter — пропустить):",
        en: "For the packing sheets, asked once (Enter skips):"))
    answers.heading.school = dialogue.optional(console.say(ru: "   Школа: ", en: "   School: "))
    answers.heading.phone = dialogue.optional(
      console.say(ru: "   Телефон на случай вопросов: ", en: "   Phone for trouble: "))
    for work in survey.works {
      let name = InitScreen.name(work, console.language)
      answers.heading.durations[work.subject] = dialogue.optional(
        console.say(
          ru: "   \(name), минут (от 10 до 600): ", en: "   \(name), minutes (10 to 600): ")
      ) { text in Int(text).flatMap { (10...600).contains($0) ? $0 : nil } }
    }
  }

  private func heading(_ number: Int) -> String {
    console.say(
      ru: "Вопрос \(number) из \(questions.count). ",
      en: "Question \(number) of \(questions.count). ")
  }

  private func askWorks(_ number: Int, _ answers: inout StarterAnswers) throws {
    let works = survey.works
    let list = works.enumerated().map { "\($0 + 1) \(InitScreen.name($1, console.language))" }
      .joined(separator: "   ")
    console.out(
      heading(number) + console.say(ru: "Кто что пишет?   ", en: "Who writes what?   ") + list)
    for (name, possible) in questions.classes where answers.works[name] == nil {
      answers.works[name] = try answer(
        "   \(name.rawValue): ", open: console.say(ru: "кто что пишет", en: "who writes what"),
        upTo: works.count
      ) { text in
        StarterChoice.index(text, among: works.map { InitScreen.name($0, console.language) })
          .map { works[$0] }.flatMap { possible.contains($0) ? $0 : nil }
      }
    }
  }

  private func askDate(_ number: Int, _ answers: inout StarterAnswers) throws {
    let prompt =
      heading(number)
      + console.say(
        ru: "Дата и звонок, например \(Console.day(after: 1).dotted) \(questions.starts.text)",
        en: "Day and bell, such as \(Console.day(after: 1).dotted) \(questions.starts.text)")
      + past + ": "
    repeat {
      (answers.date, answers.starts) = try answer(
        prompt, open: console.say(ru: "дата", en: "the day"), upTo: nil, questions.dateAndBell)
    } while try !isMeant(answers.date)
  }

  /// The day of the list or of a file, where it is over: perhaps they are last year's.
  private var past: String {
    survey.date.map { date in
      console.say(
        ru: " (\(date.dotted) из списка или имени файла уже прошло)",
        en: " (\(date.dotted) of the list or a file's name is over)")
    } ?? ""
  }

  /// A day that is over is a slip of the hand more often than not.
  private func isMeant(_ date: CivilDate?) throws -> Bool {
    guard let date, date < Console.day(), PasswordPrompt.isPossible else { return true }
    let choice = console.say(
      ru: "   \(date.dotted) уже прошло. 1 так и надо · 2 исправить",
      en: "   \(date.dotted) is over. 1 that is meant · 2 correct it")
    guard let answer = Dialogue(console: console).digit(choice, upTo: 2) else {
      throw Self.unanswered(console.say(ru: "дата", en: "the day"))
    }
    return answer == 1
  }

  private func askPrinters(_ number: Int, _ answers: inout StarterAnswers) throws {
    let names = questions.printers
    let all = console.say(ru: "0 все", en: "0 all")
    let list = names.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: "   ")
    let prompt =
      heading(number)
      + console.say(ru: "На каких принтерах?   ", en: "On which printers?   ") + all + "   " + list
      + ": "
    let chosen = try answer(
      prompt, open: console.say(ru: "принтеры", en: "the printers"), upTo: names.count
    ) { text -> [String]? in
      if text == "0" { return [] }
      let words = text.split { $0 == " " || $0 == "," }.map(String.init)
      let found = words.compactMap { StarterChoice.index($0, among: names) }.map { names[$0] }
      return found.count == words.count ? found : nil
    }
    answers.printers = chosen.isEmpty ? nil : chosen
  }

  /// Asks until it is answered; the end of input refuses, and nothing is written.
  private func answer<Answer>(
    _ prompt: String, open: String, upTo last: Int?, _ read: (String) -> Answer?
  ) throws -> Answer {
    guard let answer = Dialogue(console: console).insist(prompt, upTo: last, read) else {
      throw Self.unanswered(open)
    }
    return answer
  }

  private static func unanswered(_ open: String) -> Trouble {
    Trouble(
      "init.unanswered",
      Wording(
        ru: "Не отвечено: \(open). Файл exam.yaml не записан; повторите  tirazh init",
        en: "Not answered: \(open). exam.yaml was not written; repeat  tirazh init"))
  }
}
