import Exam
public import Foundation
import Layout
import LayoutFiles
import Planning
import RenderClient

/// The built-in layouts, to be looked at and to begin one's own with.
public enum Layouts {
  /// The names.
  public static var names: [String] { LayoutFiles.builtIn.keys.sorted() }

  /// The papers of a layout: name and title, by name.
  public static func papers(of name: String) throws -> [(name: String, title: String)] {
    try builtIn(name).profile().papers.values.map { ($0.name, $0.title) }.sorted { $0.0 < $1.0 }
  }

  /// Writes the files of a layout into a folder that has none of them.
  public static func copy(_ name: String, to directory: String) throws -> [String] {
    let layout = try builtIn(name)
    let folder = URL(fileURLWithPath: directory, isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for file in layout.files.keys.sorted()
    where FileManager.default.fileExists(atPath: folder.appendingPathComponent(file).path) {
      throw Trouble(
        "layouts.there", at: folder.appendingPathComponent(file).path,
        Wording(
          ru: "Такой файл уже есть. Выберите пустую папку",
          en: "This file is there already. Choose an empty folder"))
    }
    for (file, text) in layout.files {
      try Data(text.utf8).write(to: folder.appendingPathComponent(file))
    }
    return layout.files.keys.sorted()
  }

  static func builtIn(_ name: String) throws -> LayoutSource {
    guard let files = LayoutFiles.builtIn[name] else {
      throw Trouble(
        "layouts.unknown", at: name,
        Wording(
          ru: "Такого встроенного макета нет. Есть: \(names.joined(separator: ", "))",
          en: "There is no such built-in layout. There are: \(names.joined(separator: ", "))"))
    }
    return LayoutSource(name: name, files: files)
  }
}

extension ExamDesk {
  /// Writes a sample of a layout's paper with invented data; of every paper, where none is named.
  ///
  /// `layout` is the name of a built-in one or a folder.
  public func layoutSample(
    _ layout: String, _ paper: String?, to directory: String
  ) async throws -> [URL] {
    let source = try LayoutSource.load(layout, in: folder)
    let profile = try source.profile()
    let wanted = try paper.map { [try profile.paper($0)] } ?? Array(profile.papers.values)
    let folder = URL(fileURLWithPath: directory, isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let sample = SampleExam(language: profile.language)
    return try await withWorker { worker in
      try await worker.layout(name: source.name, files: source.files)
      try await worker.use(plan: sample.plan(profile.policy))
      var files: [URL] = []
      for template in wanted.sorted(by: { $0.name < $1.name }) {
        let drawn = try await worker.paper(
          template.name, of: [PackID(number: 1)], names: template.hasNames ? sample.names : [:])
        let url = folder.appendingPathComponent(source.name + " " + template.name + ".pdf")
        try Data(drawn.pdf).write(to: url)
        files.append(url)
      }
      return files
    }
  }
}

/// An invented room, to show papers by.
struct SampleExam {
  let language: Language

  private static let surnames = [
    "Авдеев", "Белова", "Волков", "Громова", "Дьяков", "Егорова", "Жуков", "Зимина", "Ильин",
    "Козлова", "Лапин", "Морозова", "Носов", "Орлова", "Панин", "Рыбакова", "Соболев",
  ]

  private var people: [Participant] {
    Self.surnames.enumerated().map { index, surname in
      Participant(
        ordinal: index + 1, code: ParticipantCode(rawValue: "\(80_001 + index)"),
        name: surname + (index % 2 == 0 ? " Пётр Ильич" : " Анна Олеговна"),
        className: ClassName(rawValue: index < 10 ? "8А" : "8Б"),
        room: RoomName(rawValue: "204"),
        seat: Seat(row: index / 4 + 1, letter: ["А", "Б", "В", "Г"][index % 4]),
        conditions: Conditions(extraMinutes: index == 4 ? 30 : nil))
    }
  }

  var names: [String: String] {
    Dictionary(people.map { ($0.key, $0.name ?? "") }, uniquingKeysWith: { first, _ in first })
  }

  func plan(_ policy: Policy) throws -> Plan {
    guard let id = ExamID(rawValue: "SAMPLE") else { preconditionFailure("six capitals") }
    func work(_ id: String, _ subject: String, _ name: String) -> Work {
      Work(
        id: WorkID(rawValue: id), subject: subject, classes: [ClassName(rawValue: name)],
        duration: 45)
    }
    let isRussian = language == .ru
    let description = ExamDescription(
      title: isRussian ? "ВПР, 8 классы (образец)" : "Exams of year 8 (sample)",
      date: CivilDate(year: 2026, month: 4, day: 21), starts: ClockTime(minutes: 9 * 60),
      school: isRussian ? "МБОУ «Школа № 0»" : "School No. 0", phone: "00-00",
      works: [
        work("geo", isRussian ? "География" : "Geography", "8А"),
        work("phy", isRussian ? "Физика" : "Physics", "8Б"),
      ])
    return Planner.plan(
      PlanInput(
        description: description, id: id, participants: people, works: [], documents: [],
        policy: policy)
    ).plan
  }
}
