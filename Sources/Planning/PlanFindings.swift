import Exam

/// What planning has to say, in words.
enum PlanFindings {
  static func noWork(_ person: Participant) -> Finding {
    let ru = person.className.map { "Для класса \($0.rawValue) нет работы" }
    let en = person.className.map { "There is no work for class \($0.rawValue)" }
    return Finding(
      .planNoWork, .stop, .person(person.key), rooms: [person.room], at: person.place,
      Wording(
        ru: (ru ?? "У участника не указан класс, и неизвестно, какую работу он пишет")
          + ". Исправьте список или добавьте класс к работе в exam.yaml: classes",
        en: (en ?? "The participant has no class, so the work is unknown")
          + ". Correct the list or add the class to a work in exam.yaml: classes"))
  }

  static func unknownSubject(
    _ subject: String, _ person: Participant, isDoubtful: Bool
  ) -> Finding {
    Finding(
      .planSubjectUnknown, .stop, .person(person.key), rooms: [person.room],
      at: person.place(.subject),
      Wording(
        ru: isDoubtful
          ? "Предмет «\(subject)» подходит к нескольким работам. Напишите его полностью"
          : "Работы по предмету «\(subject)» нет. Исправьте список или добавьте работу: tirazh init",
        en: isDoubtful
          ? "The subject “\(subject)” fits several works. Write it in full"
          : "There is no work of the subject “\(subject)”. Correct the list or add it: tirazh init")
    )
  }

  static func otherSubject(_ subject: String, _ person: Participant) -> Finding {
    let name = person.className?.rawValue ?? ""
    return Finding(
      .planSubjectContradiction, .stop, .person(person.key), rooms: [person.room],
      at: person.place(.subject),
      Wording(
        ru: "В списке предмет «\(subject)», а по exam.yaml класс \(name) пишет другое. "
          + "Исправьте список или classes в exam.yaml",
        en:
          "The list says the subject “\(subject)”, but in exam.yaml class \(name) writes another. "
          + "Correct the list, or classes in exam.yaml"))
  }

  static func otherGrade(_ subject: String, _ person: Participant) -> Finding {
    let name = person.className?.rawValue ?? ""
    return Finding(
      .planSubjectContradiction, .stop, .person(person.key), rooms: [person.room],
      at: person.place(.subject),
      Wording(
        ru: "В списке «\(subject)», а класс участника \(name). Исправьте одно из двух",
        en: "The list says “\(subject)”, but the participant's class is \(name). Correct one"))
  }

  /// The list has levels and exam.yaml has none; several levels stop, for one work is not for all of them.
  static func unknownLevel(
    _ work: Work, _ people: [(level: WorkLevel, person: Participant)]
  ) -> Finding {
    let levels = Set(people.map(\.level.rawValue)).sorted()
    let names = levels.joined(separator: ", ")
    let isSeveral = levels.count > 1
    return Finding(
      .planLevelUnknown, isSeveral ? .stop : .warn, .work(work.id),
      rooms: isSeveral ? Set(people.map(\.person.room)).sorted() : [],
      at: people.first?.person.place(.subject) ?? Wording(same: ""),
      Wording(
        ru: "В списке у «\(work.subject)» уровень: \(names), а у работы в exam.yaml его нет. "
          + (isSeveral
            ? "Опишите каждый уровень отдельной работой: level"
            : "Проверьте, что материал этого уровня, и впишите его: level"),
        en: "The list gives “\(work.subject)” the level \(names), the work in exam.yaml has none. "
          + (isSeveral
            ? "Describe each level as a work of its own: level"
            : "Check that the material is of it, and write it there: level")))
  }

  static func twoWorks(_ person: Participant, _ works: [Work]) -> Finding {
    let ids = works.map { "«\($0.subject)»" }.joined(separator: ", ")
    return Finding(
      .planTwoWorks, .stop, .person(person.key), rooms: [person.room], at: person.place,
      Wording(
        ru: "Участнику подходят сразу несколько работ одной части: \(ids). "
          + "Оставьте класс только в одной: classes в exam.yaml",
        en: "Several works of one part fit the participant: \(ids). "
          + "Leave the class in only one of them: classes in exam.yaml"))
  }

  static func unknownVariant(
    _ variant: Variant, _ person: Participant, _ supply: Supply
  ) -> Finding {
    let known = supply.variants.compactMap { $0.variant?.rawValue }.joined(separator: ", ")
    let work = supply.work.label
    return Finding(
      .planUnknownVariant, .stop, .person(person.key), rooms: [person.room],
      at: person.place(.variant),
      Wording(
        ru: "В списке указан вариант \(variant.rawValue), а у работы «\(work.ru)» "
          + (known.isEmpty ? "вариантов нет" : "есть только: \(known)")
          + ". Исправьте список или материалы",
        en: "The list gives variant \(variant.rawValue), but the work “\(work.en)” "
          + (known.isEmpty ? "has no variants" : "has only: \(known)")
          + ". Correct the list or the materials"))
  }

  static func crowded(_ room: RoomName, _ count: Int, _ limit: Int) -> Finding {
    Finding(
      .planRoomCrowded, .warn, .room(room), at: room.rawValue,
      Wording(
        ru: "Участников в кабинете \(room.rawValue): \(count), допускается не больше \(limit). "
          + "Проверьте распределение",
        en: "Room \(room.rawValue) has \(count) participants, at most \(limit) are allowed. "
          + "Check the distribution"))
  }

  static func notAlone(_ person: Participant, in room: RoomName) -> Finding {
    Finding(
      .planOwnRoom, .warn, .person(person.key), rooms: [room], at: person.place,
      Wording(
        ru: "Участнику нужен отдельный кабинет, а в кабинете \(room.rawValue) сидят и другие. "
          + "Проверьте распределение",
        en: "The participant needs a room of their own, but room \(room.rawValue) has others, too. "
          + "Check the distribution"))
  }

  static func someWithoutSeats(_ room: RoomName, _ count: Int) -> Finding {
    Finding(
      .planSeatsMissing, .note, .room(room), at: "",
      Wording(
        ru: "места указаны не у всех (без места: \(count)). "
          + "Их экземпляры идут после остальных, в порядке списка",
        en: "not everybody has a seat (without: \(count)). "
          + "Their copies follow the others in the order of the list"))
  }

  /// At most this many pairs are named; a person who sees them looks at the others, too.
  private static let namedPairs = 6

  static func neighboursAlike(
    _ room: RoomName, _ pairs: [(Participant, Participant, Variant?)]
  ) -> Finding {
    func names(_ and: String, _ word: String, _ more: String) -> String {
      let named = pairs.prefix(namedPairs).map { left, right, variant in
        "\(left.seat?.text ?? "?") \(and) \(right.seat?.text ?? "?")"
          + (variant.map { " (\(word) \($0.rawValue))" } ?? "")
      }
      let rest = pairs.count - named.count
      return named.joined(separator: ", ") + (rest > 0 ? ", \(more) \(rest)" : "")
    }
    return Finding(
      .planNeighboursAlike, .warn, .room(room), at: room.rawValue,
      Wording(
        ru:
          "В кабинете \(room.rawValue) у соседей один вариант: \(names("и", "вариант", "и ещё")). "
          + "Пересадите кого-нибудь из них или исправьте варианты в списке",
        en: "In room \(room.rawValue) neighbours have the same variant: "
          + "\(names("and", "variant", "and more:")). Reseat one of them or correct the variants in "
          + "the list"))
  }

  static func nobody(_ work: Work) -> Finding {
    Finding(
      .planWorkEmpty, .warn, .work(work.id), at: "exam.yaml",
      Wording(
        ru: "Работу «\(work.subject)» никто не пишет, она не печатается. "
          + "Проверьте её классы и список",
        en: "Nobody writes the work “\(work.subject)”, it is not printed. "
          + "Check its classes and the list"))
  }

  static func emptyClass(_ name: ClassName, _ work: Work) -> Finding {
    Finding(
      .planClassEmpty, .warn, .work(work.id), at: "exam.yaml",
      Wording(
        ru: "Класс \(name.rawValue) назван у работы «\(work.label.ru)», но в списке его нет. "
          + "Проверьте список и exam.yaml",
        en: "Class \(name.rawValue) is named for the work “\(work.label.en)”, but nobody in the "
          + "list is in it. Check the list and exam.yaml"))
  }
}
