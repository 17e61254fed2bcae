public import Exam
public import Operations
import Planning
import PrintRun
import Printing

/// How a run ended.
public struct OutcomeScreen {
  private let outcome: RunOutcome
  private let language: Language
  private let now: ClockTime

  /// Shows an outcome.
  public init(_ outcome: RunOutcome, _ language: Language, now: ClockTime) {
    self.outcome = outcome
    self.language = language
    self.now = now
  }

  /// The lines.
  public var text: String {
    (summary + troubles + stopped + withoutRoom + persons).joined(separator: "\n")
  }

  private func say(_ ru: String, _ en: String) -> String { language == .ru ? ru : en }

  private var summary: [String] {
    guard !outcome.packs.isEmpty else {
      guard outcome.needPerson.isEmpty, outcome.stopped.isEmpty, outcome.withoutRoom.isEmpty,
        outcome.inFiles.isEmpty
      else {
        return [say("Сейчас печатать нечего.", "Nothing can be printed now.")]
      }
      return [
        say(
          "Печатать нечего: всё уже сделано. Напечатать заново: tirazh reprint КАБИНЕТ --reason …",
          "Nothing to print: everything is done already. Once more: tirazh reprint ROOM --reason …"
        )
      ]
    }
    if outcome.packs.allSatisfy(\.isFile) {
      let written = outcome.packs.count { $0.verdict == .proved }
      return [
        say(
          "Записано в файлы: \(written) из \(outcome.packs.count). Как печатать — в ЧИТАЙ.txt рядом",
          "Written into files: \(written) of \(outcome.packs.count). How to print: README.txt there"
        )
      ]
    }
    let good = outcome.packs.filter { $0.verdict == .proved || $0.verdict == .delivered }
    let proved = outcome.packs.filter { $0.verdict == .proved }.count
    return [
      say(
        "Готово \(good.count) из \(outcome.packs.count) · подтверждено \(proved)",
        "Done \(good.count) of \(outcome.packs.count) · proved \(proved)")
        + sheets(good)
    ] + register(good)
  }

  private func sheets(_ good: [PackOutcome]) -> String {
    let count = good.reduce(0) { $0 + $1.pack.sheets }
    guard count > 0, !outcome.packs.contains(where: \.isReprint) else { return "" }
    return say(
      " · " + Numbers.plural(count, "лист", "листа", "листов"),
      " · \(Numbers.grouped(count)) sheets") + " · " + now.text
  }

  /// What is needed next where all is printed: packs are handed out against signatures.
  private func register(_ good: [PackOutcome]) -> [String] {
    guard good.count == outcome.packs.count, !outcome.packs.contains(where: \.isReprint) else {
      return []
    }
    return [say("Ведомость выдачи:  tirazh papers register", "Register:  tirazh papers register")]
  }

  private var troubles: [String] {
    outcome.packs.compactMap { pack in
      let room = pack.pack.label
      if let trouble = pack.trouble {
        let isSaid = trouble.place.isEmpty || trouble.place[language] == room
        let place = isSaid ? "" : " (\(trouble.place[language]))"
        return Wording.room(room)[language] + "\(place): \(trouble.message[language])"
      }
      switch pack.verdict {
      case .proved: return nil
      case .delivered:
        return say(
          "\(Wording.room(room).ru): отдан принтеру, он сам не подтверждает. Возьмите последний лист; "
            + "вопрос и ответ: tirazh status",
          "\(Wording.room(room).en): handed to a printer that cannot prove it. Take the last sheet; "
            + "question and answer: tirazh status")
      case .failed where pack.isReprint:
        return say(
          "\(Wording.room(room).ru): перепечатка не вышла, пакет такой, каким был до неё. Повторите её",
          "\(Wording.room(room).en): the reprint did not come out, the pack is as it was before. Repeat it"
        )
      case .failed:
        return say(
          "\(Wording.room(room).ru): НЕ НАПЕЧАТАН, ничего не вышло. Повторите: tirazh print",
          "\(Wording.room(room).en): NOT PRINTED, nothing came out. Repeat: tirazh print")
      case .person:
        return say(
          "\(Wording.room(room).ru): НУЖЕН ЧЕЛОВЕК. Посмотрите в лоток; вопрос и ответ: tirazh status",
          "\(Wording.room(room).en): NEEDS A PERSON. Look into the tray; question and answer: tirazh status"
        )
      case nil:
        return say("\(Wording.room(room).ru): не начат", "\(Wording.room(room).en): not begun")
      }
    }
  }

  private var stopped: [String] {
    outcome.stopped.sorted { $0.key < $1.key }.flatMap { room, findings in
      findings.prefix(1).map { finding in
        say(
          "\(Wording.room(room.rawValue).ru) не печатался: ",
          "\(Wording.room(room.rawValue).en) was not printed: ")
          + (finding.place.isEmpty ? "" : finding.place[language] + ": ")
          + finding.message[language]
      }
    }
  }

  private var withoutRoom: [String] {
    outcome.withoutRoom.map { finding in
      let place = finding.place.isEmpty ? "" : finding.place[language] + ": "
      return say("не попал ни в один пакет: ", "in no pack at all: ") + place
        + finding.message[language]
    }
  }

  private var persons: [String] {
    filed
      + outcome.needPerson.map { pack in
        say(
          "\(Wording.room(pack.label).ru): с прошлого раза нужен человек — tirazh status",
          "\(Wording.room(pack.label).en): still needs a person — tirazh status")
      }
  }

  private var filed: [String] {
    guard !outcome.inFiles.isEmpty else { return [] }
    let rooms = outcome.inFiles.map(\.label).joined(separator: ", ")
    return [
      say(
        "не печатались, потому что записаны в файлы: \(rooms). Наберите в терминале: tirazh print",
        "not printed because they lie in files: \(rooms). Type in a terminal: tirazh print")
    ]
  }
}
