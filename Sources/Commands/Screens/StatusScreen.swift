import Exam
import Operations
import Planning

/// Where each pack stands, as a table.
struct StatusScreen {
  private let status: ExamStatus
  private let language: Language

  init(_ status: ExamStatus, _ language: Language) {
    self.status = status
    self.language = language
  }

  var text: String {
    ([Heading.line(status.plan.exam, revision: status.revision, language), ""] + table + [""]
      + questions).joined(separator: "\n")
  }

  private func say(_ ru: String, _ en: String) -> String { language == .ru ? ru : en }

  private var table: [String] {
    var table = TextTable([
      .init(heading: say("Каб.", "Room"), isNumber: false),
      .init(heading: say("Экз.", "Copies"), isNumber: true),
      .init(heading: say("Листов", "Sheets"), isNumber: true),
      .init(heading: say("Печать", "Printing"), isNumber: false),
      .init(heading: say("Принтер", "Printer"), isNumber: false),
    ])
    for standing in status.packs {
      let pack = standing.pack
      table.add([
        pack.label,
        "\(pack.copies.count)", "\(pack.sheets)", word(standing)[language],
        standing.printer ?? "—",
      ])
    }
    return table.lines
  }

  private func word(_ standing: PackStanding) -> Wording {
    let isFile = standing.state == .proved && status.inFiles.contains(standing.pack.id)
    return isFile ? StateWords.inFile : StateWords.word(standing.state)
  }

  private var questions: [String] {
    status.packs.compactMap(\.question).enumerated().map { index, text in
      say("Вопрос", "Question") + " \(index + 1)  \(text[language])"
    }
  }
}

/// Words for the state of a pack.
enum StateWords {
  /// A pack that lies in a file: nobody has said that it is on paper.
  static let inFile = Wording(ru: "записан в файл", en: "written into a file")

  static func word(_ state: PackState) -> Wording {
    switch state {
    case .waiting: Wording(ru: "ждёт", en: "waiting")
    case .staged: Wording(ru: "подготовлен", en: "staged")
    case .printing: Wording(ru: "печатается", en: "printing")
    case .proved: Wording(ru: "готов, подтверждён", en: "done, proved")
    case .delivered: Wording(ru: "готов, ждёт подтверждения", en: "delivered, to be confirmed")
    case .failed: Wording(ru: "НЕ НАПЕЧАТАН", en: "NOT PRINTED")
    case .person: Wording(ru: "НУЖЕН ЧЕЛОВЕК", en: "NEEDS A PERSON")
    case .stopped: Wording(ru: "остановлен", en: "stopped")
    }
  }
}
