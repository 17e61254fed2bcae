import Exam
import Testing

/// Rooms of several buildings, and classes with the word glued on.
@Suite struct WrittenNamesTests {
  @Test(arguments: [
    ("204 (корп. 1)", "1-204"), ("204 (1 корпус)", "1-204"), ("204 (корп. 2)", "2-204"),
    ("204 (2-й корпус)", "2-204"), ("корп.2 204", "2-204"), ("к.2 каб.204", "2-204"),
    ("2к-204", "2-204"), ("здание 2 каб. 204", "2-204"), ("204, корпус 2", "2-204"),
    ("к2-204", "2-204"), ("204 к. 2", "2-204"), ("корпус №2, каб. №204", "2-204"),
    ("2-й корпус, 3 этаж, каб. 204А", "2-204А"), ("204 (корп. А)", "А-204"),
    ("Корпус 1 204", "1-204"), ("Спортзал, корпус 2", "Спортзал, корпус 2"),
    ("спортзал (2 корпус)", "Спортзал, корпус 2"), ("204 (новый корпус)", "204 (новый корпус)"),
    ("204 (ул. Мира)", "204 (ул. Мира)"), ("12 корпус 2", "12 корпус 2"), ("корпус 2", "Корпус 2"),
    ("204 (2 этаж)", "204"), ("204 (химия)", "204"), ("204 к.", "204"), ("к. 204", "204"),
    ("2-204", "2-204"),
  ])
  func aBuildingBelongsToItsRoom(text: String, room: String) {
    #expect(RoomName(written: text)?.rawValue == room)
  }

  @Test(arguments: [
    ("кабинет Химии", "Кабинет химии"), ("каб. химии", "Кабинет химии"),
    ("кабинет Информатики 2", "Кабинет информатики 2"), ("кабинет спортзал", "Спортзал"),
    ("каб. русского языка", "Кабинет русского языка"), ("кабинет ИЗО", "ИЗО"),
  ])
  func aRoomOfASubjectKeepsItsWord(text: String, room: String) {
    #expect(RoomName(written: text)?.rawValue == room)
  }

  @Test(arguments: [
    ("5кл.А", "5А"), ("5 кл А", "5А"), ("5А кл.", "5А"), ("5класс А", "5А"), ("10кл. «Б»", "10Б"),
    ("5кл", "5"),
  ])
  func theWordOfAClassMayBeGluedToItsNumber(text: String, name: String) {
    #expect(ClassName(written: text)?.rawValue == name)
  }

  @Test(
    arguments: [
      ("Математика 6 класс", 6), ("Математика, 5 кл.", 5), ("Математика 6", 6),
      ("6кл. математика", 6),
      ("Математика, часть 5", nil), ("Математика 2", nil), ("Математика, 5–6 класс", nil),
      ("Математика", nil),
    ] as [(String, Int?)])
  func aGradeStandsBesideASubject(text: String, grade: Int?) {
    #expect(SubjectName(text).grade == grade)
  }
}
