import Exam
import Layout
import LayoutFiles
import Testing

private func layout(paper: String, head: String = "marks:\n  - {x: 8}\n") throws -> LayoutProfile {
  try LayoutProfile.parse(
    name: "test", files: ["test-layout.yaml": head, "test-paper.yaml": paper])
}

private func trouble(_ body: () throws -> Void) -> Trouble? {
  do {
    try body()
    return nil
  } catch {
    return error as? Trouble
  }
}

@Test(arguments: ["vpr", "plain"])
func builtInLayoutsAreRead(name: String) throws {
  let profile = try LayoutProfile.parse(
    name: name, files: try #require(LayoutFiles.builtIn[name]))
  for paper in ["packing-sheet", "separator", "end-sheet", "reprint-slip", "rest-slip"] {
    #expect(profile.papers[paper] != nil)
  }
}

@Test func anUnknownKeyIsRefusedWithItsLine() {
  let found = trouble { _ = try layout(paper: "paper: p\nblocks: []\ncolour: red\n") }
  #expect(found?.kind == "layout.yaml")
  #expect(found?.place.ru == "test-paper.yaml:3")
}

@Test func aCampaignJudgesSomeFindingsItself() throws {
  func head(_ kind: String) -> String {
    "policy:\n  severities: {\(kind): stop}\nmarks:\n  - {x: 8}\n"
  }
  let policy = try layout(paper: "paper: p\nblocks: []\n", head: head("list.namesakes")).policy
  #expect(policy.severities == ["list.namesakes": .stop])
  let found = trouble {
    _ = try layout(paper: "paper: p\nblocks: []\n", head: head("list.code-doubled"))
  }
  #expect(found?.kind == "layout.yaml")
}

@Test func aLayoutTellsHowItsPagesSayWhatTheyAre() throws {
  let head = """
    pages:
      header: ["Exam {subject}, grade {grade}"]
      variant: ["Paper {variant}"]
      codeField: [ID]
      neighbours: true
    marks:
      - {x: 8}

    """
  let patterns = try layout(paper: "paper: p\nblocks: []\n", head: head).policy.pagePatterns
  #expect(
    patterns
      == PagePatterns(
        header: ["Exam {subject}, grade {grade}"], variant: ["Paper {variant}"], codeField: ["ID"],
        neighbours: true))
}

@Test(arguments: [
  ("header: [ВПР]\n  variant: [\"Вариант {variant}\"]", 2),
  ("header: [\"{subject}\"]\n  variant: [\"Вариант {variant}\"]", 2),
  ("header: [\"ВПР {subject}\"]\n  variant: [\"Вариант {number}\"]", 3),
  ("header: [\"ВПР {subject}\"]", 2),
])
func aPatternWithoutItsBlanksIsRefused(pages: String, line: Int) {
  let found = trouble {
    _ = try layout(
      paper: "paper: p\nblocks: []\n", head: "pages:\n  \(pages)\nmarks:\n  - {x: 8}\n")
  }
  #expect(found?.kind == "layout.yaml")
  #expect(found?.place.ru == "test-layout.yaml:\(line)")
}

@Test func aFieldWithoutDataIsAnError() throws {
  let paper = try layout(paper: "paper: p\nblocks:\n  - {text: \"{room}\"}\n").paper("p")
  let found = trouble { _ = try PaperPainter(template: paper, data: PaperData()) }
  #expect(found?.kind == "layout.no-field")
}

@Test(arguments: [
  ("{text: x, align: middle}", "layout.yaml"),
  ("{row: [{text: x, align: links}]}", "layout.yaml"),
  ("{table: t, columns: [{field: a, width: 10, align: rigth}]}", "layout.yaml"),
])
func anAlignmentThatDoesNotExistIsRefused(block: String, kind: String) {
  let found = trouble { _ = try layout(paper: "paper: p\nblocks:\n  - \(block)\n") }
  #expect(found?.kind == kind)
}

@Test func twoPapersOfOneNameAreRefused() {
  let files = [
    "a-layout.yaml": "marks:\n  - {x: 8}\n", "b.yaml": "paper: p\nblocks: []\n",
    "c.yaml": "paper: p\nblocks: []\n",
  ]
  let found = trouble { _ = try LayoutProfile.parse(name: "test", files: files) }
  #expect(found?.kind == "layout.yaml")
  #expect(found?.place.en == "c.yaml:1")
}

@Test func aColumnThatTheTableDoesNotHaveIsRefused() throws {
  let paper = try layout(
    paper: "paper: p\nblocks:\n  - {table: t, columns: [{field: sead, width: 10}]}\n"
  ).paper("p")
  let data = PaperData(tables: ["t": [["seat": "1А"]]])
  let found = trouble { _ = try PaperPainter(template: paper, data: data) }
  #expect(found?.kind == "layout.no-field")
}

@Test func aTextTallerThanAPageIsRefused() throws {
  let paper = try layout(paper: "paper: p\nblocks:\n  - {text: \"{room}\", size: 200}\n").paper("p")
  let data = PaperData(fields: ["room": "Спортзал второго корпуса"])
  let found = trouble { _ = try PaperPainter(template: paper, data: data) }
  #expect(found?.kind == "layout.too-tall")
}

@Test(arguments: ["\u{10FFFD}", "\u{13000}"])
func aCharacterWithoutGlyphIsRefused(character: String) throws {
  let paper = try layout(paper: "paper: p\nblocks:\n  - {text: \"{room}\"}\n").paper("p")
  let data = PaperData(fields: ["room": character])
  let found = trouble { _ = try PaperPainter(template: paper, data: data) }
  #expect(found?.kind == "layout.missing-glyph")
}

@Test(arguments: ["{x: 4.9}", "{y: 4}", "{size: 9}"])
func aMarkTooNearOrTooSmallIsRefused(mark: String) {
  let found = trouble {
    _ = try layout(paper: "paper: p\nblocks: []\n", head: "marks:\n  - \(mark)\n")
  }
  #expect(found?.kind == "layout.yaml")
}

@Test func thirtySixSeatsFitOnePackingSheet() throws {
  let profile = try LayoutProfile.parse(
    name: "vpr", files: try #require(LayoutFiles.builtIn["vpr"]))
  let names = [
    "school", "roomWord", "room", "order", "fasten", "conditions", "title", "weekdayDate", "starts",
    "works",
    "participants", "spares",
    "copies", "sheets", "revision", "phone",
  ]
  let fields = Dictionary(uniqueKeysWithValues: names.map { ($0, "36") })
  let seats = (1...36).map { number in
    [
      "serial": "204-\(number)", "seat": "\(number)А", "code": "50001", "class": "5А",
      "work": "М", "variant": "1",
    ]
  }
  let spares = (1...2).map { ["serial": "204-Р\($0)", "work": "Математика", "variant": "\($0)"] }
  let contents = [
    [
      "what": "Математика", "variants": "вар. 1: 18 · вар. 2: 18", "spares": "2",
      "perCopy": "11", "sheets": "396",
    ]
  ]
  let painter = try PaperPainter(
    template: try profile.paper("packing-sheet"),
    data: PaperData(
      fields: fields, tables: ["contents": contents, "copies": seats, "spares": spares]))
  #expect(painter.pageCount == 1)
}
