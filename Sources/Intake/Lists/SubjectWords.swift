import Exam
import Tables

/// The subjects that schools teach, by which cells and titles are known to name one.
enum SubjectWords {
  /// Whether a cell names a subject and nothing else, in full or shortened.
  static func isSubject(_ text: String, or own: [String]) -> Bool {
    guard text.count <= 60, text.count(where: \.isLetter) >= 3 else { return false }
    return !SubjectName(text).best(among: known + own).isEmpty
  }

  /// The subjects that a title speaks of: behind «по», or anywhere in one that names an exam.
  static func spoken(_ tokens: [String], isAnywhere: Bool) -> [String] {
    let isExam = isAnywhere && tokens.contains { exams.contains($0) }
    var found: [String] = []
    var at = tokens.startIndex
    var isOpen = false
    while at < tokens.endIndex {
      if isOpen || isExam, let (subject, length) = Self.subject(tokens[at...], isExact: !isOpen) {
        if !found.contains(subject) { found.append(subject) }
        at += length
        // «по русскому языку, математике».
        isOpen = true
      } else {
        isOpen = tokens[at] == "по" || (isOpen && tokens[at] == "и")
        at += 1
      }
    }
    let level = Self.level(tokens)
    return found.map { subject in level.map { "\(subject) (\($0.rawValue))" } ?? subject }
  }

  /// The subject that the first words name, and how many they are; `isExact` where only its usual form counts.
  private static func subject(
    _ tokens: ArraySlice<String>, isExact: Bool
  ) -> (name: String, length: Int)? {
    for length in [3, 2, 1] where length <= tokens.count {
      let words = tokens.prefix(length)
      let phrase = words.joined(separator: " ")
      if let exact = known.first(where: { Headings.bare($0) == phrase }) { return (exact, length) }
      guard !isExact, words.allSatisfy({ $0.count >= 3 && $0.allSatisfy(\.isLetter) }) else {
        continue
      }
      let best = SubjectName(phrase).best(among: known)
      if best.count == 1, let only = best.first { return (only, length) }
    }
    return nil
  }

  /// «…, углублённый уровень».
  private static func level(_ tokens: [String]) -> WorkLevel? {
    guard tokens.contains(where: { $0.hasPrefix("уров") }) else { return nil }
    return tokens.lazy.compactMap { WorkLevel(word: $0) }.first
  }

  private static let exams: Set<String> = [
    "впр", "экзамен", "контрольная", "диагностическая", "проверочная", "работа", "exam",
  ]
  private static let known = [
    "Математика", "Русский язык", "Физика", "Химия", "Биология", "География", "История",
    "Обществознание", "Информатика", "Литература", "Литературное чтение", "Окружающий мир",
    "Английский язык", "Немецкий язык", "Французский язык", "Испанский язык", "Китайский язык",
    "Иностранный язык", "Родной язык", "Татарский язык", "Алгебра", "Геометрия",
    "Вероятность и статистика",
    "Технология", "Музыка", "Изобразительное искусство", "Физическая культура", "Астрономия",
    "Mathematics", "Physics", "Chemistry", "Biology", "Geography", "History", "English", "Science",
  ]
}

/// Columns of subjects, known by what stands in them whatever their headings say.
struct SubjectColumns {
  private let sheet: GridSheet
  private let places: SheetPlaces
  /// Subjects of exam.yaml.
  private let own: [String]

  init(sheet: GridSheet, places: SheetPlaces, subjects: [String]) {
    self.sheet = sheet
    self.places = places
    own = subjects
  }

  /// Gives a table its only column of subjects; where there are several, or it is unsure, says so.
  func findings(takenInto table: inout ListTable) -> [Finding] {
    let people = people(of: table)
    let found = candidates(of: table).compactMap { index -> (index: Int, isWhole: Bool)? in
      let texts = people.map { ListText.trimmed($0.text(index)) }.filter { !$0.isEmpty }
      return areSubjects(texts) ? (index, texts.count * 2 >= people.count) : nil
    }
    let whole = found.filter(\.isWhole).map(\.index)
    if let known = table.header[.subject] {
      let others = whole.filter { differs($0, from: known, people) }
      return others.isEmpty ? [] : [several([known] + others, of: table)]
    }
    if whole.count > 1 { return [several(whole, of: table)] }
    if let only = whole.first {
      table.header.columns[.subject] = only
      return [ListFinding.subjectColumn(at: places.cell(max(1, table.headerRow), only))]
    }
    return found.map {
      ListFinding.subjectsOfSome(at: places.cell(max(1, table.headerRow), $0.index))
    }
  }

  private func several(_ columns: [Int], of table: ListTable) -> Finding {
    let names = columns.sorted().map(Grid.letters).joined(separator: ", ")
    return ListFinding.subjectColumns(names, at: places.row(max(1, table.headerRow)))
  }

  private func people(of table: ListTable) -> [GridRow] {
    let columns = [table.header[.code]].compactMap(\.self) + table.header.nameColumns
    return sheet.rows[table.rows].filter { row in columns.contains { !row.text($0).isEmpty } }
  }

  /// Columns that nothing is read from, and that are not of something else that subjects have.
  private func candidates(of table: ListTable) -> [Int] {
    let taken = Set(table.header.columns.values).union(table.header.nameColumns)
      .union([table.header.building].compactMap(\.self))
    let heading = sheet.rows.first { $0.number == table.headerRow }
    let width = sheet.rows[table.rows].prefix(200).map(\.texts.count).max() ?? 0
    return (0..<width).filter { index in
      let bare = Headings.bare(heading?.text(index) ?? "")
      return !taken.contains(index) && !Self.foreign.contains { bare.contains($0) }
    }
  }

  /// Whether texts are subjects, but for a slip or two.
  private func areSubjects(_ texts: [String]) -> Bool {
    func isMostly(_ texts: some Collection<String>) -> Bool {
      var known: [String: Bool] = [:]
      let count = texts.count { text in
        let isSubject = known[text] ?? SubjectWords.isSubject(text, or: own)
        known[text] = isSubject
        return isSubject
      }
      return count > 0 && count * 4 >= texts.count * 3
    }
    // A look at the first tells most columns.
    return isMostly(texts.prefix(40)) && isMostly(texts)
  }

  private func differs(_ index: Int, from known: Int, _ people: [GridRow]) -> Bool {
    people.contains { row in
      let (one, other) = (Headings.bare(row.text(index)), Headings.bare(row.text(known)))
      return !one.isEmpty && !other.isEmpty && one != other
    }
  }

  private static let foreign = ["профил", "язык", "учител", "кружок", "факультатив", "электив"]
}
