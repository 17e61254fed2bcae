import Exam

/// Gives each PDF of a participants' archive its place: nobody has to repack an archive for criteria or
/// an instruction that came along.
struct ArchiveSorting {
  let work: Work
  let material: Material
  let description: ExamDescription
  let policy: Policy
  /// The participants' documents.
  private(set) var tasks: [MaterialDocument] = []
  /// Papers of the packs that lay in the archive.
  private(set) var papers: [PaperPages] = []
  private(set) var findings: [Finding] = []

  init(work: Work, material: Material, description: ExamDescription, policy: Policy) {
    self.work = work
    self.material = material
    self.description = description
    self.policy = policy
  }

  mutating func sort(_ documents: [MaterialDocument]) {
    for document in documents {
      guard material.give == .participant, document.container != nil else {
        tasks.append(document)
        continue
      }
      place(document)
    }
  }

  private mutating func place(_ document: MaterialDocument) {
    let role = DocumentRole(document.facts, policy: policy)
    if let owner = owner(of: document) {
      leave(document, Self.ofAnother(owner))
      return
    }
    switch role {
    case .tasks: tasks.append(document)
    case .criteria: leave(document, Self.criteria)
    case .answers: findings.append(doubt(document))
    case .form: leave(document, Self.form)
    case .instruction(nil): leave(document, Self.forOthers)
    case .instruction(let give?):
      guard !isInstructionDescribed else { return leave(document, Self.described) }
      take(document, give)
    }
  }

  /// Another work of the exam that takes this archive and whose pages these are.
  private func owner(of document: MaterialDocument) -> Work? {
    let named = document.facts.map { PageIdentity(facts: $0, patterns: policy.pagePatterns) }
      .filter(\.namesWork)
    guard !named.isEmpty, named.allSatisfy({ !WorkMatch.agrees($0, with: work) }) else {
      return nil
    }
    return description.works.first { other in
      other.id != work.id && named.allSatisfy { WorkMatch.agrees($0, with: other) }
        && other.materials.contains { $0.files.contains(document.container ?? "") }
    }
  }

  private var isInstructionDescribed: Bool {
    work.materials.contains { $0.give == .room || $0.give == .organiser }
  }

  private mutating func take(_ document: MaterialDocument, _ give: Give) {
    papers.append(
      PaperPages(
        material: MaterialID(rawValue: Self.paperName), give: give, copies: 1,
        pages: document.facts.map {
          SourcePage(material: material.id, file: document.file, page: $0.page)
        }))
    let taken =
      give == .room
      ? Wording(
        ru: "инструкция: по одной в пакет каждого кабинета, где пишут эту работу",
        en: "an instruction: one goes into the pack of each room that writes this work")
      : Wording(
        ru: "инструкция организатору: по одной каждому организатору, участникам не печатается",
        en: "an instruction for organisers: one for each of them, not printed for participants")
    findings.append(note(.materialArchiveInstruction, document, taken))
  }

  private static let paperName = "инструкция"

  private mutating func leave(_ document: MaterialDocument, _ words: Wording) {
    findings.append(note(.materialArchiveLeftOut, document, words))
  }

  private func note(_ kind: Finding.Kind, _ document: MaterialDocument, _ words: Wording) -> Finding
  {
    Finding(kind, .note, .work(work.id), at: document.place, words)
  }

  /// Nothing but its looks says that these are answers: a person has to see them before they are left
  /// out, and what turns out to be tasks is printed only by name.
  private func doubt(_ document: MaterialDocument) -> Finding {
    var finding = Finding(
      .materialAnswersAside, .stop, .work(work.id), at: document.place,
      Wording(
        ru:
          "похоже на таблицу ответов, но заголовка нет, поэтому не печатается. Откройте этот файл: "
          + "если это ответы, примите остановку; если задания, извлеките его из архива и укажите "
          + "в exam.yaml отдельно",
        en:
          "it looks like a table of answers without a heading, so it is not printed. Open the file: "
          + "if these are answers, accept the stop; if these are tasks, extract it from the archive "
          + "and name it in exam.yaml"))
    let context = MaterialContext(
      work: work, material: material, document: document, description: description, policy: policy)
    finding.pages = document.facts.map {
      context.reference(IdentifiedPage($0, patterns: policy.pagePatterns))
    }
    return finding
  }

  private static let criteria = Wording(
    ru: "критерии или ответы: в пакеты не кладутся, никому не печатаются",
    en: "criteria or answers: in no pack, printed for nobody")
  private static let form = Wording(
    ru: "форма или протокол: не печатается", en: "a form or protocol: not printed")
  private static let forOthers = Wording(
    ru: "инструкция не для кабинетов: в пакеты не кладётся",
    en: "an instruction that is not for rooms: in no pack")
  private static let described = Wording(
    ru: "инструкция: не берётся, в exam.yaml уже описано, что получает кабинет",
    en: "an instruction: not taken, exam.yaml describes already what a room gets")

  private static func ofAnother(_ work: Work) -> Wording {
    let grade = work.grade.map { " \($0) класс" } ?? ""
    return Wording(
      ru: "это «\(work.subject)\(grade)»: печатается в той работе",
      en: "this is “\(work.subject)\(work.grade.map { ", grade \($0)" } ?? "")”, printed there")
  }
}

/// What a PDF is for, by its own text.
enum DocumentRole: Hashable {
  /// Participants' pages, as far as can be told.
  case tasks
  /// Criteria, a key, solutions: it is headed so.
  case criteria
  /// What looks like answers, and no heading says so.
  case answers
  /// An instruction, for rooms or organisers; nil for people who get no pack.
  case instruction(Give?)
  /// A form to fill in after the work: results, a protocol.
  case form

  /// Finds out; a document of several kinds of pages is tasks, and its pages are judged one by one.
  init(_ facts: [PageFacts], policy: Policy) {
    let readable = facts.filter(\.isReadable)
    let identities = readable.map { PageIdentity(facts: $0, patterns: policy.pagePatterns) }
    guard let first = readable.first, !identities.contains(where: \.hasCodeField) else {
      self = .tasks
      return
    }
    let head = Self.head(first.text)
    if head.contains("форма сбора") || Self.isHeaded(head, by: "протокол") {
      self = .form
    } else if let reader = Self.reader(of: head), identities.allSatisfy(\.variants.isEmpty) {
      self = .instruction(reader)
    } else {
      let phrases = policy.criteriaPhrases
      let isHeaded = { (page: PageFacts) in
        let text = ForbiddenPhrase.Page(page.text)
        return phrases.contains { $0.isHeading(on: text) }
      }
      let marked = readable.filter { isHeaded($0) || AnswerTable.isOn($0.text) }
      let isWhole = marked.first == first && marked.count * 2 >= readable.count
      self = !isWhole ? .tasks : isHeaded(first) ? .criteria : .answers
    }
  }

  /// The first lines, where a document says what it is.
  private static func head(_ text: String) -> String {
    let lines = text.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
    return MaterialText.folded(lines.prefix(8).joined(separator: "\n"))
  }

  private static func isHeaded(_ head: String, by word: String) -> Bool {
    head.prefix(60).contains(word)
  }

  /// Whom an instruction's heading speaks to; nil where it heads none.
  private static func reader(of head: String) -> Give?? {
    guard head.contains("инструкци") || head.contains("памятка"),
      !head.contains("инструкция по выполнению"), !head.contains("инструкция для участник"),
      !head.contains("инструкция для обучающ"), !head.contains("инструкция для учащ")
    else { return nil }
    let others = ["технич", "координатор", "эксперт", "ответственн", "администрац", "наблюдател"]
    if head.contains("организатор"), !head.contains("ответственн") { return .some(.organiser) }
    if others.contains(where: head.contains) { return .some(nil) }
    let isForTeachers = ["учител", "проведени", "педагог"].contains(where: head.contains)
    if isForTeachers { return .some(.organiser) }
    return head.contains("кабинет") || head.contains("аудитори") ? .some(.room) : nil
  }
}
