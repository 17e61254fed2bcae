public import Exam
import Foundation
import XLSXWriter

extension ExamDesk {
  /// Writes an empty list of participants to fill in; never over a file that is there.
  ///
  /// - Returns: The file's name.
  public nonisolated func writeListTemplate(_ language: Language) throws -> String {
    let name = language == .ru ? "Список участников.xlsx" : "Participants.xlsx"
    guard !folder.exists(name) else {
      throw Trouble(
        "template.exists", at: name,
        Wording(
          ru: "Такой файл уже есть. Заполните его или переименуйте",
          en: "There is such a file already. Fill it in or rename it"))
    }
    let path = folder.url.appendingPathComponent(name).path
    do {
      try ListTemplate(language).write(to: path)
    } catch is XLSXWriterError {
      throw Trouble(
        "folder.not-writable", exit: .failed, at: path,
        Wording(ru: "Файл не записан", en: "The file cannot be written"))
    }
    return name
  }
}

/// An empty list: a hint, an example, headings, and values to choose from.
struct ListTemplate {
  private struct Column {
    let heading: Wording
    let example: Wording
    let width: Double
    var values: [Wording] = []
  }

  private static let rows = 4...1003
  private let language: Language

  init(_ language: Language) { self.language = language }

  private static let columns = [
    Column(
      heading: Wording(ru: "ФИО", en: "Name"),
      example: Wording(ru: "Например: Снегирёв Пётр Ильич", en: "For example: Finch Peter"),
      width: 36),
    Column(
      heading: Wording(ru: "Класс", en: "Class"), example: Wording(ru: "5А", en: "5A"), width: 8),
    Column(
      heading: Wording(ru: "Кабинет", en: "Room"), example: Wording(same: "204"), width: 12),
    Column(
      heading: Wording(ru: "Место", en: "Seat"), example: Wording(ru: "1А", en: "1A"), width: 8),
    Column(
      heading: Wording(ru: "Код участника", en: "Code"), example: Wording(same: "50001"), width: 15),
    Column(
      heading: Wording(ru: "Вариант", en: "Variant"), example: Wording(same: ""), width: 10,
      values: [Wording(same: "1"), Wording(same: "2")]),
    Column(
      heading: Wording(ru: "Особые условия", en: "Special conditions"),
      example: Wording(same: ""), width: 24,
      values: [
        Wording(ru: "+30 минут", en: "+30 minutes"), Wording(ru: "слабовидящий", en: "low vision"),
        Wording(ru: "отдельный кабинет", en: "own room"),
      ]),
  ]

  func write(to path: String) throws {
    let book = try Workbook(
      path: path, sheet: Wording(ru: "Участники", en: "Participants")[language])
    try book.write(
      Wording(
        ru: "Обязательны ФИО или код, и кабинет. Остальное можно оставить пустым.",
        en: "A name or a code, and a room are needed. The rest may stay empty.")[language],
      row: 0, column: 0, look: .hint)
    for (index, column) in Self.columns.enumerated() {
      if !column.example[language].isEmpty {
        try book.write(column.example[language], row: 1, column: index, look: .hint)
      }
      try book.write(column.heading[language], row: 3, column: index, look: .heading)
      try book.setWidth(column.width, column: index)
      if !column.values.isEmpty {
        try book.offer(column.values.map { $0[language] }, column: index, rows: Self.rows)
      }
    }
    book.freeze(above: 4)
    try book.finish()
  }
}
