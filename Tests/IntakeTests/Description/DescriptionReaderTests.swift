import Exam
import Intake
import Testing

@Suite struct DescriptionReaderTests {
  private func read(_ yaml: String) throws(Trouble) -> ExamDescription {
    try DescriptionReader.read(yaml: yaml, fileName: "exam.yaml")
  }

  @Test func readsEveryKey() throws {
    let exam = try read(
      """
      id: 7F3A2C
      title: ВПР 5 классы
      date: 21.04.2026
      starts: 10:00
      ready: 09.40
      language: ru
      list: список.xlsx
      columns: {room: Кабинет, code: C}
      works:
        - id: math5
          subject: Математика
          grade: 5
          classes: [5a, 5 «Б», "5-в"]
          pages: 11
          materials:
            - {file: materials.zip, pages: "1,4-6", variant: 2, verified: true}
            - {id: instruction, give: room, files: [a.pdf, b.pdf], copies: 2}
        - subject: История
      spares: {percent: 5, atLeast: 1}
      marks: none
      pageSizes: any
      printers:
        - {name: lab1, ppm: 30, tray: 250, output: 150, pages: raster}
        - {name: usb, folder: out/}
        - {uri: "ipp://10.0.0.7/ipp/print"}
      organisers: 2
      proof: нет
      people: {prints: Петрова А. И., checks: [Сидоров В. П., Петрова А. И.]}
      """)
    #expect(!exam.proof)
    #expect(exam.people.all == ["Петрова А. И.", "Сидоров В. П."])
    #expect(exam.id?.rawValue == "7F3A2C")
    #expect(exam.date == CivilDate(year: 2026, month: 4, day: 21))
    #expect(exam.starts?.text == "10:00")
    #expect(exam.readyTime?.text == "9:40")
    #expect(exam.columns == [.room: "Кабинет", .code: "C"])
    #expect(exam.works.map(\.id.rawValue) == ["math5", "w2"])
    #expect(exam.works[0].classes?.map(\.rawValue) == ["5А", "5Б", "5В"])
    #expect(exam.works[0].assumedPages == 11)
    #expect(exam.works[0].materials.map(\.id.rawValue) == ["m1", "instruction"])
    #expect(exam.works[0].materials[0].pages?.pages == [1, 4, 5, 6])
    #expect(exam.works[0].materials[0].variant?.rawValue == "2")
    #expect(exam.works[0].materials[1].files == ["a.pdf", "b.pdf"])
    #expect(exam.spares == .percent(5, atLeast: 1))
    #expect(exam.marks == MarkRule.none)
    #expect(exam.pageSizes == .any)
    let addresses = exam.printers?.map(\.address)
    #expect(
      addresses == [.queue("lab1"), .folder("out/"), .direct("ipp://10.0.0.7/ipp/print")])
    #expect(exam.printers?.map(\.pages) == [.raster, nil, nil])
    #expect(exam.organisers == 2)
  }

  @Test func readsHowFilesAreSplit() throws {
    let works = try read(
      """
      works:
        - subject: Русский язык
          part: 2
          materials:
            - {file: a.pdf, split: two-up, pages: "1, 2 слева"}
            - {file: b.pdf, outline: Вариант 1}
        - subject: История
      """
    ).works
    #expect(works.map(\.choosesPart) == [true, false])
    #expect(works.map(\.part) == [2, 1])
    #expect(works[0].materials[0].split == .twoUp)
    #expect(works[0].materials[0].pages?.text == "1,2 left")
    #expect(works[0].materials[1].outline == "Вариант 1")
  }

  @Test func emptyFileMeansDefaults() throws {
    #expect(try read("") == ExamDescription())
    #expect(try read("works:\nprinters:\n") == ExamDescription())
  }

  @Test(arguments: [
    ("title: a\nprinter: []", "yaml.unknown-key", 2),
    ("works:\n  - subject: М\n    clases: [5А]", "yaml.unknown-key", 3),
    ("works:\n  - grade: 5", "yaml.missing-key", 2),
    ("works: 5", "yaml.wrong-type", 1),
    ("title: [a]", "yaml.wrong-type", 1),
    ("\norganisers: two", "yaml.wrong-type", 2),
    ("date: 31.02.2026", "yaml.bad-date", 1),
    ("date: завтра", "yaml.bad-date", 1),
    ("starts: 25:00", "yaml.bad-time", 1),
    ("id: 7f3a2c", "yaml.bad-id", 1),
    ("marks: page", "yaml.unknown-value", 1),
    ("title: a\ncodes: boxes", "yaml.unknown-value", 2),
    ("codes: [box, mark]", "yaml.two-values", 1),
    ("spares: {exam: 1, percent: 2}", "yaml.wrong-type", 1),
    ("pageSizes: [A3]", "yaml.unknown-value", 1),
    ("works:\n- {id: a, subject: М}\n- {id: a, subject: Р}", "yaml.doubled-id", 3),
    ("printers:\n- name: a\n- name: a", "yaml.doubled-id", 3),
    ("title: a\nmarks: none\ntitle: b", "yaml.doubled-key", 3),
    ("title: 'a\nmarks: [", "yaml.syntax", 2),
    ("works:\n- subject: М\n  materials:\n  - {give: room}", "yaml.missing-key", 4),
    ("works:\n- subject: М\n  materials:\n  - file: a\n    splt: spreads", "yaml.unknown-key", 5),
    ("works:\n- subject: М\n  materials:\n  - file: a\n    split: a3", "yaml.unknown-value", 5),
    (
      "works:\n- subject: М\n  materials:\n  - file: a\n    pages: 1\n    outline: О",
      "yaml.two-keys", 6
    ),
    ("printers:\n- uri: http://a", "yaml.wrong-type", 2),
  ])
  func refusesWithTheLine(yaml: String, kind: String, line: Int) {
    let trouble = #expect(throws: Trouble.self) { try read(yaml) }
    #expect(trouble?.kind == kind)
    #expect(trouble?.place.ru == "exam.yaml, строка \(line)")
  }

  @Test(
    arguments: [
      ("box", [], CodeRule.box), ("mark", [], .mark), ("none", [], CodeRule.none),
      ("rule", [.rule], nil), ("[коды.xlsx, mark]", [.file("коды.xlsx"), .rule].dropLast(), .mark),
      ("[../физика, rule]", [.file("../физика"), .rule], nil),
    ] as [(String, [CodeSource], CodeRule?)])
  func codesHaveSourcesAndAPlace(yaml: String, sources: [CodeSource], place: CodeRule?) throws {
    let exam = try read("codes: \(yaml)")
    #expect(exam.codes == sources)
    #expect(exam.codePlace == place)
  }

  /// Pages that may not all be touched keep their boxes empty.
  @Test(arguments: [
    ("marks: pages", CodeRule.box), ("marks: first", .mark), ("marks: none", .mark),
    ("marks: none\ncodes: box", .box),
  ])
  func codesStandWherePagesMayBeTouched(yaml: String, rule: CodeRule) throws {
    #expect(try read(yaml).codeRule == rule)
  }

  @Test func namesTheNearestKey() {
    let trouble = #expect(throws: Trouble.self) { try read("printer: []") }
    #expect(trouble?.message.ru == "нет ключа «printer», есть «printers»")
  }
}
