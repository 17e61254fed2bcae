import Exam

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
