import Exam
import Tables

/// Says what of a file was not read, or was decoded by guess.
struct GridNotes {
  let grid: Grid
  private var findings: [Finding] = []

  init(grid: Grid) { self.grid = grid }

  consuming func findings(readIn tables: [ListTable]) -> [Finding] {
    noteEncoding()
    noteHiddenSheets()
    noteHiddenCells()
    noteSheets(without: tables)
    return findings
  }

  private mutating func noteEncoding() {
    guard grid.encoding.isGuessed else { return }
    findings.append(
      Finding(
        .listEncoding, .note, at: grid.place,
        Wording(
          ru: "файл прочитан в кодировке \(grid.encoding.name): проверьте, верны ли имена",
          en:
            "the file was read in the encoding \(grid.encoding.name): check that names are right")
      ))
  }

  private mutating func noteHiddenSheets() {
    guard grid.hiddenSheets > 0 else { return }
    findings.append(
      Finding(
        .listHiddenSheets, .warn, at: grid.place,
        Wording(
          ru: "скрытые листы не прочитаны: \(grid.hiddenSheets); если участники там,"
            + " отобразите их",
          en: "hidden sheets were not read: \(grid.hiddenSheets); if participants are there,"
            + " unhide them")))
  }

  private mutating func noteHiddenCells() {
    for sheet in grid.sheets where sheet.hiddenRows > 0 {
      findings.append(
        Finding(
          .listHiddenRows, .warn, at: grid.place(sheet: sheet),
          Wording(
            ru: "скрытые строки не прочитаны: \(sheet.hiddenRows); снимите фильтр, если"
              + " участники там",
            en: "hidden rows were not read: \(sheet.hiddenRows); clear the filter if"
              + " participants are there")))
    }
    for sheet in grid.sheets where !sheet.hiddenColumns.isEmpty {
      let letters = sheet.hiddenColumns.sorted().map(Grid.letters).joined(separator: ", ")
      findings.append(
        Finding(
          .listHiddenColumns, .warn, at: grid.place(sheet: sheet),
          Wording(
            ru: "скрытые столбцы не прочитаны: \(letters); отобразите их, если нужное там",
            en: "hidden columns were not read: \(letters); unhide them if they are needed")))
    }
  }

  /// Says which sheets have no table.
  private mutating func noteSheets(without tables: [ListTable]) {
    let read = Set(tables.map(\.sheet))
    for (index, sheet) in grid.sheets.enumerated()
    where !read.contains(index) && sheet.rows.contains(where: { !$0.texts.isEmpty }) {
      findings.append(
        Finding(
          .listSheetSkipped, .warn, at: grid.place(sheet: sheet),
          StaffWords.isNamed(sheet.name)
            ? Wording(
              ru: "похоже, это лист сотрудников, а не участников; лист не прочитан",
              en: "this looks like a sheet of staff, not of participants; it was not read")
            : Wording(
              ru: "на листе нет таблицы участников; лист не прочитан",
              en: "the sheet has no table of participants; it was not read")))
    }
  }
}
