import Exam

extension ListReading {
  /// Says what of the file was not read or was decoded by guess.
  mutating func noteGrid() {
    if ![.utf8, .utf16].contains(grid.encoding) {
      findings.append(
        Finding(
          "list.encoding", .note, at: grid.place,
          Wording(
            ru: "файл прочитан в кодировке \(grid.encoding.name): проверьте, верны ли имена",
            en:
              "the file was read in the encoding \(grid.encoding.name): check that names are right")
        ))
    }
    if grid.hiddenSheets > 0 {
      findings.append(
        Finding(
          "list.hidden-sheets", .warn, at: grid.place,
          Wording(
            ru: "скрытые листы не прочитаны: \(grid.hiddenSheets); если участники там,"
              + " отобразите их",
            en: "hidden sheets were not read: \(grid.hiddenSheets); if participants are there,"
              + " unhide them")))
    }
    noteHiddenCells()
  }

  private mutating func noteHiddenCells() {
    for sheet in grid.sheets where sheet.hiddenRows > 0 {
      findings.append(
        Finding(
          "list.hidden-rows", .warn, at: grid.place(sheet: sheet),
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
          "list.hidden-columns", .warn, at: grid.place(sheet: sheet),
          Wording(
            ru: "скрытые столбцы не прочитаны: \(letters); отобразите их, если нужное там",
            en: "hidden columns were not read: \(letters); unhide them if they are needed")))
    }
  }

  /// Says which sheets have no table.
  mutating func noteSheets(without tables: [ListTable]) {
    let read = Set(tables.map(\.sheet))
    for (index, sheet) in grid.sheets.enumerated()
    where !read.contains(index) && sheet.rows.contains(where: { !$0.texts.isEmpty }) {
      findings.append(
        Finding(
          "list.sheet-skipped", .warn, at: grid.place(sheet: sheet),
          StaffSheet.isNamed(sheet.name)
            ? Wording(
              ru: "похоже, это лист сотрудников, а не участников; лист не прочитан",
              en: "this looks like a sheet of staff, not of participants; it was not read")
            : Wording(
              ru: "на листе нет таблицы участников; лист не прочитан",
              en: "the sheet has no table of participants; it was not read")))
    }
  }

  /// Says what the list as a whole lacks.
  mutating func noteLacks() {
    let codes = participants.count { $0.code != nil }
    let seats = participants.count { $0.seat != nil }
    if seats == 0 {
      lack("seats", .note, "мест в списке нет", "the list has no seats")
    } else if seats < participants.count {
      let missing = participants.count - seats
      lack("some-seats", .note, "без места: \(missing)", "without a seat: \(missing)")
    }
    if codes == 0 {
      lack("codes", .note, "кодов в списке нет", "the list has no codes")
    } else if codes < participants.count {
      let missing = participants.count - codes
      lack("some-codes", .warn, "без кода: \(missing)", "without a code: \(missing)")
    }
  }

  /// Says how many special conditions were read; whose, only their papers tell.
  mutating func noteConditions() {
    let conditions = participants.map(\.conditions).filter { !$0.isEmpty }
    guard !conditions.isEmpty else { return }
    let kinds = [
      (conditions.count { $0.lowVision }, Wording(ru: "слабовидящие", en: "low vision")),
      (
        conditions.count { $0.extraMinutes != nil },
        Wording(ru: "дополнительное время", en: "extra time")
      ),
      (conditions.count { $0.ownRoom }, Wording(ru: "отдельный кабинет", en: "own room")),
    ].filter { $0.0 > 0 }
    let ru = kinds.map { "\($0.1.ru): \($0.0)" }.joined(separator: ", ")
    let en = kinds.map { "\($0.1.en): \($0.0)" }.joined(separator: ", ")
    findings.append(
      Finding(
        "list.conditions", .note, at: grid.place,
        Wording(
          ru: "особые условия у участников: \(conditions.count) (\(ru))",
          en: "participants with special conditions: \(conditions.count) (\(en))")))
  }

  private mutating func lack(_ what: String, _ severity: Severity, _ ru: String, _ en: String) {
    findings.append(
      Finding("list.no-\(what)", severity, at: grid.place, Wording(ru: ru, en: en)))
  }
}
