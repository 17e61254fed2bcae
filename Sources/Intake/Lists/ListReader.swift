public import Exam
import Tables

/// What a list says, and what was noticed while reading it.
public struct ListResult: Sendable {
  /// The participants in the list's order.
  public var participants: [Participant]
  /// Repairs, doubts and stops.
  public var findings: [Finding]
  /// The day that the rows above the table give.
  public var date: CivilDate?
  /// The bell that they give.
  public var starts: ClockTime?

  /// Makes a result.
  public init(
    participants: [Participant], findings: [Finding], date: CivilDate? = nil,
    starts: ClockTime? = nil
  ) {
    self.participants = participants
    self.findings = findings
    self.date = date
    self.starts = starts
  }
}

extension ListResult {
  /// What the rows above the table say of day and bell otherwise than exam.yaml does.
  public func dayFindings(_ description: ExamDescription, at place: String) -> [Finding] {
    let day = date.flatMap { $0 == description.date ?? $0 ? nil : $0.dotted }
    let bell = starts.flatMap { $0 == description.starts ?? $0 ? nil : $0.text }
    let here = [day, bell].compactMap(\.self).joined(separator: " ")
    guard !here.isEmpty else { return [] }
    let there = [
      day.flatMap { _ in description.date?.dotted }, bell.flatMap { _ in description.starts?.text },
    ].compactMap(\.self).joined(separator: " ")
    return [
      Finding(
        .listDayDiffers, .warn, at: Wording(same: place),
        Wording(
          ru: "над таблицей стоит \(here), а в exam.yaml \(there): тот ли это список?",
          en: "above the table stands \(here), in exam.yaml \(there): is this the right list?"))
    ]
  }
}

/// Reads a list of participants: bytes → grid → tables → rows → people → checks.
public enum ListReader {
  /// Reads `bytes`.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - fileName: What it is called.
  ///   - columns: Columns by heading or letter, where the usual words fail.
  ///   - subjects: Subjects of exam.yaml, by which a column of them is known.
  /// - Returns: Participants and findings.
  /// - Throws: Where the file is no list.
  public static func read(
    bytes: [UInt8], fileName: String, columns: [ListColumn: String] = [:], subjects: [String] = []
  ) throws(Trouble) -> ListResult {
    var grid = try grid(bytes, fileName)
    grid.sheets = grid.sheets.flatMap(SheetParts.apart)
    var tables = try tables(of: grid, columns)
    var doubts: [Finding] = []
    for index in tables.indices where saysNothingNew(tables[index].subject, subjects) {
      tables[index].subject = nil
    }
    for index in tables.indices {
      guard let title = tables[index].subject, title.isInPassing, !subjects.isEmpty,
        SubjectName(title.value).best(among: subjects).isEmpty
      else { continue }
      // A title may be left over from another work: nobody is given what exam.yaml does not have.
      tables[index].subject = nil
      doubts.append(
        ListFinding.otherTitle(title.value, at: grid.place(of: title, in: tables[index])))
    }
    for index in tables.indices where columns[.subject] == nil {
      let sheet = grid.sheets[tables[index].sheet]
      doubts += SubjectColumns(sheet: sheet, places: grid.places(of: sheet), subjects: subjects)
        .findings(takenInto: &tables[index])
    }
    var reading = ListReading(grid: grid)
    for table in tables { reading.read(table) }
    guard reading.met > 0 else { throw ListTrouble.empty(grid.place) }
    let findings =
      GridNotes(grid: grid).findings(readIn: tables) + doubts + reading.findings
      + ListChecks(reading.people).findings()
    let titles = TitleDay(grid: grid, tables: tables)
    return ListResult(
      participants: reading.people.participants, findings: findings, date: titles.date,
      starts: titles.starts)
  }

  /// Whether a title's subject is the only one of exam.yaml, and no more is said of it.
  private static func saysNothingNew(_ given: Given?, _ subjects: [String]) -> Bool {
    guard let given, Set(subjects).count == 1 else { return false }
    let name = SubjectName(given.value)
    return name.level == nil && name.grade == nil && !name.best(among: subjects).isEmpty
  }

  /// The tables of a file, whatever they hold.
  static func grid(_ bytes: [UInt8], _ fileName: String) throws(Trouble) -> Grid {
    do throws(TableError) {
      return try TableFile.read(bytes, fileName: fileName) {
        Headings.column(heading: $0) != nil
      }
    } catch {
      throw ListTrouble.unread(error)
    }
  }

  /// The tables of participants; where there are none, letters read wrongly are told first.
  private static func tables(
    of grid: Grid, _ columns: [ListColumn: String]
  ) throws(Trouble) -> [ListTable] {
    do {
      return try TableFinder(grid: grid, columns: columns).tables()
    } catch {
      let texts = grid.sheets.lazy.flatMap(\.rows).prefix(100).flatMap(\.texts)
      let isGuessed = grid.kind == .text && grid.encoding.isGuessed
      throw isGuessed && !TextEncoding.isSensible(texts)
        ? ListTrouble.oddLetters(grid.place) : error
    }
  }
}
