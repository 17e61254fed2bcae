import Exam
import Foundation
import Intake
import Operations
import PrintRun
import Screens

/// Carries out what a form asks: one operation of the desk each.
struct ConsoleActions: Sendable {
  let exam: ConsoleExam
  let form: Form

  private var language: Language { exam.run.language }

  /// Carries it out.
  ///
  /// - Returns: What is said about it, and where to go on; nil for the page that the form was on.
  func perform(_ command: ConsoleCommand) async throws -> (said: String?, to: ConsolePlace?) {
    let desk = await exam.desk
    switch command {
    case .print, .reprint, .stop, .answer, .ask, .send: return try await printing(command, desk)
    case .accept:
      for code in form.all("code").compactMap({ Int($0) }) {
        _ = try await desk.accept([code], reason: form["reason"] ?? "")
      }
      return (say(.accepted), .findings)
    case .freeze: return try await freeze(desk)
    case .upload:
      let names = try desk.bring(
        form.files.map { BroughtFile(name: $0.name, bytes: $0.bytes) },
        replaces: form["replace"] != nil)
      return (say(.uploaded(names)), .begin)
    case .start: return try await start(desk)
    case .update:
      let start = try await ConsoleStart(exam: exam, language: language)
      guard let update = start.update else { return (nil, .begin) }
      try desk.apply(update)
      return (say(.applied), .today)
    case .password:
      await exam.take(password: form["password"] ?? "")
      return (nil, nil)
    case .template: return (say(.template(try desk.writeListTemplate(language))), .begin)
    }
  }

  private func say(_ done: ConsoleWords.Done) -> String { ConsoleWords.said(done, language) }

  // MARK: Printing

  private func printing(
    _ command: ConsoleCommand, _ desk: ExamDesk
  ) async throws -> (String?, ConsolePlace?) {
    switch command {
    case .stop: return try await stop(desk)
    case .answer:
      let standing = try await desk.answer(
        form["number"].flatMap { Int($0) } ?? 0, form["choice"] ?? form["value"] ?? "")
      let state = standing.map { StateWords.word($0)[language] }
      return (say(.answered(state)), nil)
    case .ask:
      let (id, choice) = (form["id"].flatMap { Int($0) }, form["choice"].flatMap { Int($0) })
      let isTaken = id.flatMap { id in choice.map { exam.run.answer(id, $0) } } ?? false
      return (isTaken ? nil : say(.askedElse), nil)
    case .send:
      let printer = form["printer"] ?? ""
      switch try await desk.ask(toSend: form.all("room"), to: printer) {
      case .taken: return (say(.sent(printer)), nil)
      case .noRun: return (say(.nothingPrints), nil)
      }
    case .reprint:
      let request = try reprint()
      try await exam.start { desk, run in
        try await desk.reprint(request, asking: run, report: run.report, requests: run.requests)
      }
      return (nil, .printing)
    default:
      let request = PrintRequest(rooms: form.all("room"), directory: try folder(of: desk))
      try await exam.start { desk, run in
        let outcome = try await desk.print(
          request, asking: run, report: run.report, requests: run.requests)
        if let directory = request.directory {
          try desk.writeNote(into: directory, language: desk.folder.paperLanguage)
        }
        return outcome
      }
      return (nil, .printing)
    }
  }

  /// The folder that is printed into, beneath the exam's own; nil for printers.
  private func folder(of desk: ExamDesk) throws -> String? {
    guard let name = form["to"]?.trimmingCharacters(in: .whitespaces) else { return nil }
    guard !name.isEmpty, !name.hasPrefix("."), !name.contains("/"), name.utf8.count < 100 else {
      throw ConsoleWords.folder(name)
    }
    return desk.folder.url.appendingPathComponent(name).path
  }

  private func stop(_ desk: ExamDesk) async throws -> (String?, ConsolePlace?) {
    let isNow = form["now"] != nil
    if exam.run.isActive {
      exam.run.ask(.stop(printer: nil, now: isNow))
      return (say(.stopping(now: isNow)), nil)
    }
    switch try await desk.askToStop(nil, now: isNow) {
    case .taken: return (say(.stopping(now: isNow)), nil)
    case .noRun: return (say(.nothingPrints), nil)
    }
  }

  private func reprint() throws -> ReprintRequest {
    let typed = (form["pages"] ?? "").trimmingCharacters(in: .whitespaces)
    let pages = typed.isEmpty ? nil : PageSelection(typed)
    if !typed.isEmpty, pages == nil { throw ConsoleWords.pages(typed) }
    let other = (form["other"] ?? "").trimmingCharacters(in: .whitespaces)
    let chosen = other.isEmpty ? form["reason"] ?? "" : other
    let printer = form["printer"] ?? ""
    return ReprintRequest(
      room: form["room"] ?? "", copies: form.all("copy"), pages: pages,
      reason: try Reasons.words(for: chosen, language), directory: nil,
      printer: printer.isEmpty ? nil : printer)
  }

  // MARK: The plan

  private func freeze(_ desk: ExamDesk) async throws -> (String?, ConsolePlace?) {
    var answers: [String: Bool] = [:]
    for (name, value) in form.fields where name.hasPrefix("doubt-") {
      answers[String(name.dropFirst("doubt-".count))] = value == "1"
    }
    _ = try await desk.freezePlan(try await desk.prepare(answers: answers))
    return (say(.taken), .today)
  }

  private func start(_ desk: ExamDesk) async throws -> (String?, ConsolePlace?) {
    let start = try await ConsoleStart(exam: exam, language: language)
    var answers = start.questions.known
    let works = start.survey.works
    for (name, possible) in start.questions.classes {
      let index = form["class-\(name.rawValue)"].flatMap { Int($0) }
      guard let index, works.indices.contains(index), possible.contains(works[index]) else {
        throw ConsoleWords.unanswered(class: name.rawValue)
      }
      answers.works[name] = works[index]
    }
    let typed = [form["date"] ?? "", form["bell"] ?? ""].joined(separator: " ")
    guard let (day, bell) = start.questions.dateAndBell(typed) else {
      throw ConsoleWords.date(typed)
    }
    (answers.date, answers.starts) = (day, bell)
    let printers = form.all("printer").filter(start.questions.printers.contains)
    answers.printers = printers.isEmpty ? nil : printers
    answers.heading.school = Self.filled(form["school"])
    answers.heading.phone = Self.filled(form["phone"])
    let lines = try desk.writeStarter(start.survey, answers, like: nil, language: language)
    return (say(.started(lines)), .today)
  }

  private static func filled(_ text: String?) -> String? {
    let plain = text?.trimmingCharacters(in: .whitespaces) ?? ""
    return plain.isEmpty ? nil : plain
  }
}
