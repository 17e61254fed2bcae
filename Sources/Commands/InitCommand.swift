import ArgumentParser
import Exam
import Foundation
import Intake
import Operations

/// `tirazh init`: a starter exam.yaml from what lies in the folder.
struct InitCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(commandName: "init")

  @OptionGroup var materials: MaterialOptions
  @Argument var files: [String] = []
  @Flag var template = false
  @Option var like: String?

  func run(on console: Console) async throws -> ExitStatus {
    let bench = try materials.workbench(console)
    if template {
      console.out(InitScreen.template(try bench.writeListTemplate(console.language), console))
      return .done
    }
    let earlier = try like.map { try bench.description(ofExamIn: $0) }
    let existing = try bench.existingDescription()
    let printers = (try? await Workbench.acceptingPrinters()) ?? []
    let survey = try await bench.survey(files: files, printers: printers, like: like)
    console.out(InitScreen.found(survey, console))
    guard survey.list != nil || !survey.works.isEmpty else {
      return try emptyFolder(bench, survey, on: console)
    }
    let questions = StarterQuestions(
      survey, tomorrow: Console.day(after: 1), like: earlier, existing: existing)
    let answers =
      existing == nil
      ? InitDialogue(questions: questions, survey: survey, console: console).answers()
      : questions.defaults
    let outcome = try bench.writeStarter(
      survey, answers, like: earlier, existing: existing, language: console.language)
    console.out(InitScreen.outcome(outcome, console))
    return try await finish(bench, survey, on: console)
  }

  private func emptyFolder(
    _ bench: Workbench, _ survey: StarterSurvey, on console: Console
  ) throws -> ExitStatus {
    if survey.refused.isEmpty, survey.materials.isEmpty {
      let name = try? bench.writeListTemplate(console.language)
      console.out(InitScreen.empty(template: name, console))
    } else {
      console.out(InitScreen.nothingOfUse(console))
    }
    return .done
  }

  /// The plan's table, what is missing, and the next command.
  private func finish(
    _ bench: Workbench, _ survey: StarterSurvey, on console: Console
  ) async throws -> ExitStatus {
    guard survey.list != nil else {
      console.out(InitScreen.noList(console))
      return .done
    }
    let prepared = try await bench.prepare()
    let screen = PlanScreen(prepared.plan, 1, false, prepared.findings, console.language)
    console.out(([""] + screen.table + [""]).joined(separator: "\n"))
    InitScreen.missing(prepared, survey, console).forEach(console.out)
    console.out(NextStep.afterCheck(prepared, console.language))
    return .done
  }
}

/// Asks what the folder cannot tell.
struct InitDialogue {
  let questions: StarterQuestions
  let survey: StarterSurvey
  let console: Console

  func answers() -> StarterAnswers {
    var answers = questions.defaults
    var number = 0
    if !questions.classes.isEmpty {
      number += 1
      askWorks(number, &answers)
    }
    number += 1
    askDate(number, &answers)
    if !questions.printers.isEmpty { askPrinters(number + 1, &answers) }
    return answers
  }

  private func heading(_ number: Int) -> String {
    console.say(
      ru: "Вопрос \(number) из \(questions.count). ",
      en: "Question \(number) of \(questions.count). ")
  }

  private func askWorks(_ number: Int, _ answers: inout StarterAnswers) {
    let works = survey.works
    let list = works.enumerated().map { "\($0 + 1) \(InitScreen.name($1, console))" }
      .joined(separator: "   ")
    console.out(
      heading(number) + console.say(ru: "Кто что пишет?   ", en: "Who writes what?   ") + list)
    for (name, possible) in questions.classes {
      let usual = answers.works[name].flatMap { works.firstIndex(of: $0) } ?? 0
      let answer = Dialogue(console: console).ask("   \(name.rawValue) [\(usual + 1)]: ") { text in
        Int(text).flatMap { works.indices.contains($0 - 1) ? works[$0 - 1] : nil }
          .flatMap { possible.contains($0) ? $0 : nil }
      }
      if let answer { answers.works[name] = answer }
    }
  }

  private func askDate(_ number: Int, _ answers: inout StarterAnswers) {
    let prompt =
      heading(number) + console.say(ru: "Дата и звонок", en: "Day and bell")
      + " [\(questions.date.dotted) \(questions.starts.text)]: "
    if let (date, starts) = Dialogue(console: console).ask(prompt, questions.dateAndBell) {
      answers.date = date
      answers.starts = starts
    }
  }

  private func askPrinters(_ number: Int, _ answers: inout StarterAnswers) {
    let list = questions.printers.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: "   ")
    let prompt =
      heading(number)
      + console.say(ru: "На каких принтерах?   ", en: "On which printers?   ") + list
      + console.say(ru: "   [все]: ", en: "   [all]: ")
    answers.printers = Dialogue(console: console).ask(prompt) { text in
      let numbers = text.split { $0 == " " || $0 == "," }.map { Int($0) }
      let chosen = numbers.compactMap { number in
        number.flatMap {
          questions.printers.indices.contains($0 - 1) ? questions.printers[$0 - 1] : nil
        }
      }
      return chosen.isEmpty || chosen.count != numbers.count ? nil : chosen
    }
  }
}
