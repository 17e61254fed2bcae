import Exam

/// What is said of codes.
enum CodeFindings {
  static func unmatched(_ people: [Participant]) -> Finding {
    Finding(
      "codes.unmatched", .warn, .exam, rooms: Set(people.map(\.room)).sorted(),
      at: people.first?.place ?? Wording(same: ""),
      Wording(
        ru: "Без кода остались участники: \(people.count). Место «КОД» у них останется пустым; "
          + "допишите их в файл кодов или в список",
        en: "Participants left without a code: \(people.count). Their box stays empty; add them to "
          + "the codes file or to the list"))
  }

  static func foreign(_ person: Participant) -> Finding {
    Finding(
      "codes.foreign", .stop, .person(person.key), rooms: [person.room], at: person.place,
      Wording(
        ru:
          "Код в списке и код в файле кодов принадлежат разным людям. Сверьте список с файлом кодов",
        en: "The list and the codes file give this code to different people. Compare them"))
  }

  static func ambiguous(_ person: Participant) -> Finding {
    Finding(
      "codes.ambiguous", .stop, .person(person.key), rooms: [person.room], at: person.place,
      Wording(
        ru: "Участнику подходит не один код (однофамильцы, или файлы кодов расходятся). "
          + "Впишите код в список",
        en: "More than one code fits the participant (namesakes, or codes files that disagree). "
          + "Write the code into the list"))
  }

  static func tooFew(_ name: ClassName?, _ codes: Int, _ people: [Participant]) -> Finding {
    let ru = name.map { "Класс \($0.rawValue): кодов" } ?? "Кодов"
    let en = name.map { "Class \($0.rawValue): codes" } ?? "Codes"
    let rooms = Set(people.map(\.room)).sorted()
    return Finding(
      "codes.too-few", .stop, rooms.first.map(Scope.room) ?? .exam, rooms: rooms,
      at: people.first?.place ?? Wording(same: ""),
      Wording(
        ru: "\(ru) в файле \(codes), а участников без кода \(people.count). "
          + "Скачайте файл кодов заново или допишите коды в список",
        en: "\(en) in the file: \(codes), participants without one: \(people.count). "
          + "Download the codes file again or write the codes into the list"))
  }

  static func byOrder(_ name: ClassName?, _ count: Int) -> Finding {
    let ru = name.map { " класса \($0.rawValue)" } ?? ""
    let en = name.map { " of class \($0.rawValue)" } ?? ""
    return Finding(
      "codes.by-order", .note, .exam,
      Wording(
        ru: "Коды\(ru) розданы по порядку фамилий (участников: \(count)). Сверьте с файлом кодов",
        en: "Codes\(en) were given in the order of names (\(count)). Compare with the codes file"))
  }

  static func byRule(_ count: Int) -> Finding {
    Finding(
      "codes.by-rule", .note, .exam,
      Wording(
        ru: "Коды назначены по правилу: параллель и номер по порядку (участников: \(count))",
        en: "Codes were given by rule: the grade and a running number (\(count))"))
  }
}
