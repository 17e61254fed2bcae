import Exam
import Intake
import Testing

private func person(
  _ ordinal: Int, _ name: String?, _ className: String?, code: String? = nil
) -> Participant {
  Participant(
    ordinal: ordinal, code: code.map(ParticipantCode.init), name: name,
    className: className.map(ClassName.init), room: RoomName(rawValue: "20\(ordinal % 2 + 1)"))
}

private func entry(_ code: String, _ className: String? = nil, _ name: String? = nil) -> CodeEntry {
  CodeEntry(
    code: ParticipantCode(rawValue: code), className: className.map(ClassName.init), name: name)
}

private func matched(
  _ people: [Participant], _ entries: [CodeEntry], rule: Bool = false
) -> (codes: [String?], kinds: [Finding.Kind]) {
  let (people, findings) = CodeMatching(entries: entries, usesRule: rule).match(people)
  return (people.map { $0.code?.rawValue }, findings.map(\.kind))
}

private let three = [
  person(1, "Чижов Илья", "5А"), person(2, "Аистова Анна", "5А"), person(3, "Щеглов Пётр", "5Б"),
]

@Suite("Codes") struct CodesTests {
  @Test("a name is the surest way, whatever the case and ё")
  func byName() {
    let found = matched(
      three,
      [
        entry("50009", "5Б", "ЩЕГЛОВ ПЕТР"), entry("50001", nil, "Чижов Илья"),
        entry("50002", nil, "Аистова  Анна"),
      ])
    #expect(found.codes == ["50001", "50002", "50009"])
    #expect(found.kinds == [])
  }

  @Test("codes without names go by class in the order of surnames, and that is said")
  func byClass() {
    let found = matched(three, [entry("50011", "5А"), entry("50010", "5А"), entry("50020", "5Б")])
    #expect(found.codes == ["50011", "50010", "50020"])
    #expect(found.kinds == [.codesByOrder, .codesByOrder])
  }

  @Test("a class with too few codes is stopped, the others go on")
  func tooFew() {
    let found = matched(three, [entry("50011", "5А"), entry("50020", "5Б")])
    #expect(found.codes == [nil, nil, "50020"])
    #expect(found.kinds == [.codesTooFew, .codesByOrder, .codesUnmatched])
  }

  @Test("a code that belongs to somebody is never given to anybody else")
  func owned() {
    let people = [person(1, "Чижов Илья", "5А"), person(2, "Яковлев Лев", "5А")]
    let file = ["50001", "50002", "50003"].map { entry($0, "5А") }
    let known = [entry("50001", "5А", "Чижов Илья"), entry("50002", "5А", "Борисов Олег")]
    let found = matched(people, known + file)
    #expect(found.codes == ["50001", "50003"])
  }

  @Test(
    "namesakes, and sources that disagree, are for a person to decide",
    arguments: [
      ([entry("50007", nil, "Чижов Илья")], [nil, nil]),
      ([entry("50007", "5А", "Чижов Илья")], ["50007", nil]),
      ([entry("50007", "5А", "Чижов Илья"), entry("50009", "5А", "Чижов Илья")], [nil, nil]),
      ([entry("50007", "5А", "Чижов Илья"), entry("50007", "5Б", "Щеглов Пётр")], [nil, nil]),
    ] as [([CodeEntry], [String?])])
  func ambiguous(entries: [CodeEntry], codes: [String?]) {
    let people = [person(1, "Чижов Илья", "5А"), person(2, "Чижов Илья", "5Б")]
    let found = matched(people, entries)
    #expect(found.codes == codes)
    #expect(found.kinds.contains(.codesAmbiguous) == (codes == [nil, nil]))
  }

  @Test("grades of two digits have codes of five digits, too")
  func seniors() {
    let found = matched(
      [person(1, "Чижов Илья", "11А"), person(2, "Щеглов Пётр", nil)], [], rule: true)
    #expect(found.codes == ["11001", nil])
    #expect(found.kinds == [.codesByRule, .codesUnmatched])
  }

  @Test("the rule counts over the grade and leaves out every number in use")
  func byRule() {
    let people = three + [person(4, "Дятлов Олег", "6А"), person(5, nil, "5А", code: "50002")]
    let found = matched(people, [entry("50001", nil, "Воробьёв Лев")], rule: true)
    #expect(found.codes == ["50004", "50003", "50005", "60001", "50002"])
    #expect(found.kinds == [.codesByRule])
  }

  @Test("a code of the list is kept; one that the file gives to somebody else is a stop")
  func listFirst() {
    let people = [person(1, "Чижов Илья", "5А", code: "50001")]
    #expect(matched(people, [entry("50001", nil, "Чижов Илья")]).kinds == [])
    let foreign = matched(people, [entry("50001", nil, "Щеглов Пётр")])
    #expect(foreign.codes == ["50001"])
    #expect(foreign.kinds == [.codesForeign])
  }

  @Test(
    "text of a PDF",
    arguments: [
      ("Класс 5А\n50001\n50002", [entry("50001", "5А"), entry("50002", "5А")]),
      ("1 50001 5 «Б» Чижов Илья", [entry("50001", "5Б", "Чижов Илья")]),
      ("5а 50001 50002 50003", ["50001", "50002", "50003"].map { entry($0, "5А") }),
      ("Приказ № 123456 от 21.04.2026", []),
    ])
  func text(text: String, entries: [CodeEntry]) {
    #expect(CodesText.entries(text) == entries)
  }

  @Test("a table")
  func table() throws {
    let text = "Коды участников\n№;Код участника;Класс;ФИО\n1;50001;5а;Чижов Илья\n2;50002;5Б;\n"
    #expect(
      try CodesFile.read(bytes: Array(text.utf8), fileName: "коды.csv") == [
        entry("50001", "5А", "Чижов Илья"), entry("50002", "5Б"),
      ])
  }

  @Test(
    "a table without codes, and a cell that is none",
    arguments: [
      ("Класс;ФИО\n5А;Чижов Илья\n", "codes.none"),
      ("Код участника;Класс\n5о001;5А\n", "codes.bad-cell"),
    ])
  func refused(text: String, kind: String) {
    let trouble = #expect(throws: Trouble.self) {
      try CodesFile.read(bytes: Array(text.utf8), fileName: "коды.csv")
    }
    #expect(trouble?.kind == kind)
  }
}
