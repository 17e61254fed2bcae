public import Exam
import Foundation

/// Writes a starter exam.yaml: only what differs from the defaults, in under 25 lines.
public struct StarterText: Sendable {
  private let survey: StarterSurvey
  private let answers: StarterAnswers
  private let id: ExamID
  private let like: ExamDescription?
  private let language: Language

  /// Prepares to write; `like` gives what stays from an earlier exam.
  public init(
    survey: StarterSurvey, answers: StarterAnswers, id: ExamID, like: ExamDescription?,
    language: Language
  ) {
    self.survey = survey
    self.answers = answers
    self.id = id
    self.like = like
    self.language = language
  }

  /// The file's text, ending with a line end.
  public var text: String { lines.joined(separator: "\n") + "\n" }

  private func say(_ ru: String, _ en: String) -> String { language == .ru ? ru : en }

  private var lines: [String] {
    [
      say(
        "# Проведение: что печатать и кому. Строки можно править.", "# What is printed, for whom.")
    ]
      + head + works + tail
  }

  /// What was answered, else what the earlier exam says.
  private var heading: StarterHeading {
    let earlier = like.map(StarterHeading.init(of:)) ?? StarterHeading()
    return StarterHeading(
      school: answers.heading.school ?? earlier.school,
      phone: answers.heading.phone ?? earlier.phone,
      durations: earlier.durations.merging(answers.heading.durations) { $1 })
  }

  private var head: [String] {
    var lines = [
      "id: \(id.rawValue)  " + say("# стоит в метке на каждом листе, не меняйте", "# keep it"),
      "title: \(quoted(title))",
    ]
    if let school = heading.school { lines.append("school: \(quoted(school))") }
    if let phone = heading.phone { lines.append("phone: \(quoted(phone))") }
    if let date = answers.date { lines.append("date: \(date.dotted)") }
    lines += [
      "starts: \"\(answers.starts.text)\"  "
        + say("# пакеты нужны за 20 минут до звонка", "# packs are needed 20 minutes before")
    ]
    if let layout = like?.layout, layout != "vpr" { lines.append("layout: \(quoted(layout))") }
    if let list = survey.list { lines.append("list: \(quoted(list.file))") }
    let codes = [survey.codes.map(quoted), like?.codePlace?.rawValue].compactMap(\.self)
    if !codes.isEmpty {
      let all = codes.joined(separator: ", ")
      lines.append("codes: " + (codes.count == 1 ? all : "[\(all)]"))
    }
    return lines
  }

  /// The subject and grade of the only work, or the grades of several.
  private var title: String {
    let works = survey.works
    let grades = Set(
      works.compactMap(\.grade) + (survey.list?.classes.compactMap(\.grade) ?? [])
    ).sorted()
    let grade = grades.map(String.init).joined(separator: ", ")
    guard works.count == 1, let only = works.first else {
      return grade.isEmpty
        ? say("ВПР", "Exam") : say("ВПР, \(grade) классы", "Exam, grades \(grade)")
    }
    return only.grade.map {
      say("ВПР. \(only.subject), \($0) класс", "\(only.subject), grade \($0)")
    } ?? say("ВПР. \(only.subject)", only.subject)
  }

  private var works: [String] {
    guard !survey.works.isEmpty else {
      return [
        say(
          "# works: материалов пока нет; план считается по обычному числу страниц",
          "# works: no materials yet; the plan assumes the usual number of pages")
      ]
    }
    return ["works:"] + survey.works.flatMap(lines(of:))
  }

  private func lines(of work: StarterWork) -> [String] {
    var head = "  - {subject: \(quoted(work.subject))"
    if let grade = work.grade { head += ", grade: \(grade)" }
    let classes = self.classes(of: work).map(\.rawValue).joined(separator: ", ")
    let isAsked = survey.list?.saysSubjects != true
    if isAsked, !classes.isEmpty || survey.list?.classes.isEmpty == false {
      head += ", classes: [\(classes)]"
    }
    if let minutes = heading.durations[work.subject] { head += ", duration: \(minutes)" }
    var lines = [head + ", materials: ["]
    lines.append("      {give: participant, \(files(work.files))\(chosen(of: work))}")
    if work == survey.works.first {
      for material in survey.materials where material.kind == .instruction {
        lines[lines.count - 1] += ","
        lines.append("      {id: инструкция, give: organiser, \(files([material.file]))}")
      }
    }
    lines[lines.count - 1] += "]}"
    return lines
  }

  /// Pages to take where the only file has criteria, too.
  private func chosen(of work: StarterWork) -> String {
    guard work.files.count == 1,
      let pages = survey.materials.first(where: { $0.file == work.files[0] })?.chosen
    else { return "" }
    return ", pages: \"\(pages)\""
  }

  private func files(_ names: [String]) -> String {
    names.count == 1
      ? "file: \(quoted(names[0]))" : "files: [\(names.map(quoted).joined(separator: ", "))]"
  }

  /// The classes that write a work: by the answers, else by their grade.
  private func classes(of work: StarterWork) -> [ClassName] {
    (survey.list?.classes ?? []).filter { name in
      if let answered = answers.works[name] { return answered == work }
      return work.grade == nil || work.grade == name.grade
    }
  }

  private var tail: [String] {
    var lines = ["spares: \(spares)  " + say("# резерв кабинета", "# spares of a room")]
    if let like, like.organisers != 1 { lines.append("organisers: \(like.organisers)") }
    if let like, like.pageSizes == .any { lines.append("pageSizes: any") }
    if let like, like.marks != .pages { lines.append("marks: \(like.marks.rawValue)") }
    if let chosen = answers.printers {
      lines.append(
        "printers: [" + chosen.map { "{name: \(quoted($0))}" }.joined(separator: ", ") + "]")
    } else if let printers = like?.printers, !printers.isEmpty {
      lines.append("printers: [" + printers.map(printer).joined(separator: ", ") + "]")
    } else if survey.printers.isEmpty {
      let folder = say("печать", "print")
      lines.append(
        "printers: [{name: \(folder), folder: \(folder)}]  "
          + say("# принтеров нет: пакеты лягут в папку", "# no printers: packs go into a folder"))
    }
    return lines
  }

  private func printer(_ printer: PrinterDescription) -> String {
    var keys = ["name: \(quoted(printer.name))"]
    switch printer.address {
    case .queue: break
    case .direct(let uri): keys.append("uri: \(quoted(uri))")
    case .folder(let path): keys.append("folder: \(quoted(path))")
    }
    if printer.ppm != 20 { keys.append("ppm: \(printer.ppm)") }
    if let tray = printer.tray { keys.append("tray: \(tray)") }
    if let output = printer.output { keys.append("output: \(output)") }
    return "{" + keys.joined(separator: ", ") + "}"
  }

  private var spares: String {
    switch like?.spares ?? .perVariant(1) {
    case .perVariant(let count): "{perVariant: \(count)}"
    case .percent(let share, let least): "{percent: \(share), atLeast: \(least)}"
    case .exam(let count): "{exam: \(count)}"
    }
  }

  /// The entries of works under `works:`, for an exam.yaml that is there already.
  func entries(of works: [StarterWork]) -> [String] { works.flatMap(lines(of:)) }

  /// A YAML scalar: quoted unless it is plainly a word.
  func quoted(_ text: String) -> String {
    let isPlain =
      text.first?.isLetter == true
      && text.allSatisfy { $0.isLetter || $0.isNumber || "_.- ".contains($0) }
      && text.last != " " && !["true", "false", "null", "yes", "no"].contains(text.lowercased())
    guard !isPlain else { return text }
    return "\""
      + text.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(
        of: "\"", with: "\\\"")
      + "\""
  }
}
