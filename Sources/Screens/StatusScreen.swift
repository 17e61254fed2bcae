public import Exam
public import Operations
import Planning
public import PrintRun

/// Where each pack stands, as a table.
public struct StatusScreen {
  private let status: ExamStatus
  private let language: Language

  /// Shows where things stand.
  public init(_ status: ExamStatus, _ language: Language) {
    self.status = status
    self.language = language
  }

  /// The lines.
  public var text: String {
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
    for standing in status.packs where !standing.history.isGone {
      let pack = standing.pack
      table.add([
        pack.label,
        "\(pack.copies.count)", "\(pack.sheets)", StateWords.word(standing)[language],
        status.printer(of: standing) ?? "—",
      ])
    }
    return table.lines
  }

  private var questions: [String] {
    remarks
      + status.questions.map {
        say("Вопрос", "Question") + " \($0.number)  \($0.words[language])"
      }
  }

  /// What is to be done with what lies in the piles.
  var remarks: [String] { withdrawn + vain }

  /// Printed copies that nobody writes any more: they must not be handed out.
  private var withdrawn: [String] {
    status.packs.filter { !$0.withdrawn.isEmpty }.map {
      let room = Wording.room($0.pack.label)[language]
      let copies = $0.withdrawn.joined(separator: ", ")
      return $0.history.isGone
        ? say(
          "\(room): пакета больше нет, изымите из него \(copies)",
          "\(room): no such pack any more, take out \(copies)")
        : say("\(room): изъять \(copies)", "\(room): take out \(copies)")
    }
  }

  /// Reprints that never came out: nothing has changed by them.
  private var vain: [String] {
    status.packs.filter { $0.vainReprint != nil }.map {
      say(
        "\(Wording.room($0.pack.label).ru): перепечатка не вышла, пакет такой, каким был до неё",
        "\(Wording.room($0.pack.label).en): the reprint did not come out, the pack is as it was before"
      )
    }
  }
}

/// Words for the state of a pack.
public enum StateWords {
  /// A pack that lies in a file: nobody has said that it is on paper.
  public static let inFile = Wording(ru: "записан в файл", en: "written into a file")

  /// The state of a pack, with how much of it is needed.
  public static func word(_ standing: PackStanding) -> Wording {
    switch standing.state {
    case .proved where standing.isWritten: return inFile
    case .partly:
      let (needed, all) = (standing.need.count(in: standing.pack), standing.pack.order.count)
      return Wording(ru: "допечатать \(needed) из \(all)", en: "\(needed) of \(all) to go")
    case .printing where standing.open?.blockedBy.isEmpty == false:
      let reasons = ReasonWords.of(standing.open?.blockedBy ?? [])
      return Wording(ru: "СТОИТ: \(reasons.ru)", en: "WAITS: \(reasons.en)")
    default: return word(standing.state)
    }
  }

  /// The state by itself.
  public static func word(_ state: PackState) -> Wording {
    switch state {
    case .waiting: Wording(ru: "ждёт", en: "waiting")
    case .staged: Wording(ru: "подготовлен", en: "staged")
    case .printing: Wording(ru: "печатается", en: "printing")
    case .proved: Wording(ru: "готов, подтверждён", en: "done, proved")
    case .delivered: Wording(ru: "готов, ждёт подтверждения", en: "delivered, to be confirmed")
    case .partly: Wording(ru: "напечатан не весь", en: "printed in part")
    case .failed: Wording(ru: "НЕ НАПЕЧАТАН", en: "NOT PRINTED")
    case .person: Wording(ru: "НУЖЕН ЧЕЛОВЕК", en: "NEEDS A PERSON")
    case .stopped: Wording(ru: "остановлен", en: "stopped")
    }
  }
}
