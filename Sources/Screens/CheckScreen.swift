public import Exam
public import Operations
import Planning

/// What `check` found, on one screen.
public struct CheckScreen {
  private let prepared: PreparedExam
  private let language: Language
  private let verbose: Bool
  private let today: CivilDate

  /// Shows a prepared exam; every finding by itself where `verbose`.
  public init(_ prepared: PreparedExam, _ language: Language, today: CivilDate, verbose: Bool) {
    self.today = today
    self.prepared = prepared
    self.language = language
    self.verbose = verbose
  }

  /// The lines.
  public var text: String {
    let plan = prepared.plan
    let heading = Heading.line(plan.exam, revision: nil, language)
    return
      ([heading, ""] + read + isolation + [""]
      + FindingsScreen(findings: prepared.findings, language: language, verbose: verbose).lines
      + LookAdvice(prepared: prepared, language: language).lines)
      .joined(separator: "\n")
  }

  /// What was read, a line each.
  var read: [String] { day + [list, materials] + pages }

  /// Said only when the day is over: then the date, or the folder, is an old one.
  private var day: [String] {
    guard let date = prepared.description.date, date < today else { return [] }
    return [
      language == .ru
        ? "Дата         работа \(date.dotted), а сегодня \(today.dotted): проверьте date в exam.yaml"
        : "Day          the exam is on \(date.dotted), today is \(today.dotted): check date in exam.yaml"
    ]
  }

  private var list: String {
    let people = prepared.participants.count
    let rooms = Set(prepared.participants.map(\.room)).count
    return language == .ru
      ? "Список       \(prepared.listName): "
        + Numbers.plural(people, "участник", "участника", "участников") + ", "
        + Numbers.plural(rooms, "кабинет", "кабинета", "кабинетов")
      : "List         \(prepared.listName): \(people) participants, \(rooms) rooms"
  }

  private func isStopped(_ work: WorkID) -> Bool {
    prepared.findings.contains { $0.severity == .stop && $0.scope == .work(work) }
  }

  private var materials: String {
    let plan = prepared.plan
    let assumedWorks = plan.works.filter(\.assumed)
    if assumedWorks.contains(where: { isStopped($0.id) }) {
      let names = assumedWorks.map(\.subject).joined(separator: ", ")
      return language == .ru
        ? "Материалы    не прочитаны (\(names)): смотрите остановки"
        : "Materials    not read (\(names)): see the stops"
    }
    let assumed = assumedWorks.map { work in
      let pages = prepared.description.work(work.id)?.assumedPages ?? prepared.policy.usualPages
      return language == .ru ? "\(work.subject) ≈\(pages) стр." : "\(work.subject) ≈\(pages) pages"
    }.joined(separator: ", ")
    if !assumed.isEmpty {
      return language == .ru
        ? "Материалы    ещё не получены, на участника: \(assumed)"
        : "Materials    not there yet, for each participant: \(assumed)"
    }
    let files = plan.documents.map(\.file).joined(separator: ", ")
    return language == .ru ? "Материалы    прочитаны: \(files)" : "Materials    read: \(files)"
  }

  /// What holds whoever opens strange files; only with `-v`.
  private var isolation: [String] {
    guard verbose else { return [] }
    let (files, isFiltered) = (prepared.isolation.files, prepared.isolation.isFiltered)
    switch (language, isFiltered, files) {
    case (.ru, true, .some):
      return ["Изоляция     PDF читаются без сети и записи; видны только шрифты"]
    case (.ru, true, nil):
      return ["Изоляция     PDF читаются без сети и записи (Landlock в ядре нет)"]
    case (.ru, false, _): return ["Изоляция     ядро её не дало (seccomp): PDF читаются без неё"]
    case (.en, true, .some):
      return ["Isolation    PDFs are read without network or writing; only fonts are seen"]
    case (.en, true, nil):
      return ["Isolation    PDFs are read without network or writing (no Landlock)"]
    case (.en, false, _):
      return ["Isolation    the kernel refused it (seccomp): PDFs are read without"]
    }
  }

  /// How pages reach paper; nothing where there are none yet.
  private var pages: [String] {
    let (count, all) = prepared.pagesAsIs
    guard all > 0 else { return [] }
    let pages = all % 10 == 1 && all % 100 != 11 ? "страницы" : "страниц"
    let verb = count % 10 == 1 && count % 100 != 11 ? "печатается" : "печатаются"
    return [
      language == .ru
        ? "Страницы     \(count) из \(all) \(pages) \(verb) как есть"
        : "Pages        \(count) of \(all) are printed as they are"
    ]
  }
}
