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
  #expect(policy.severities == [.listNamesakes: .stop])
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

private func pages(_ blocks: String, _ data: PaperData, head: String = "") throws -> Int {
  try PaperPainter(
    template: try layout(paper: "paper: p\n\(head)blocks:\n\(blocks)").paper("p"), data: data
  ).pageCount
}

private func people(_ count: Int) -> PaperData {
  PaperData(
    fields: ["room": "204", "spares": "0"],
    tables: [
      "people": (0..<count).map {
        ["name": "Иванов Иван", "seat": "\($0)", "planRow": "\($0 / 6)", "planColumn": "\($0 % 6)"]
      }
    ])
}

@Test(arguments: [(1, 1), (14, 1), (15, 2), (28, 2), (29, 3)])
func equalCellsFillPagesInTurn(count: Int, wanted: Int) throws {
  let grid =
    "  - {grid: people, columns: 2, down: 7, cell: [{text: \"{room} {name}\", size: 12}]}\n"
  #expect(try pages(grid, people(count)) == wanted)
}

@Test func aCellIsDrawnSmallerAndRefusedWhenNobodyCouldReadIt() throws {
  func grid(_ size: Int) -> String {
    "  - {grid: people, columns: 4, down: 12, cell: [{text: \"{name}\", size: \(size)}]}\n"
  }
  #expect(try pages(grid(24), people(4)) == 1)
  let found = trouble { _ = try pages(grid(200), people(4)) }
  #expect(found?.kind == "layout.too-tall")
  #expect(found?.place.ru == "p (0)")
}

@Test(arguments: [1, 36, 60]) func aRoomIsDrawnOnOnePage(count: Int) throws {
  let plan = "  - {seats: people, cell: [{text: \"{seat}\", size: 12}]}\n"
  #expect(try pages(plan, people(count)) == 1)
}

@Test func aTableGoesOnUnderItsHeadAndShrinksOnlyAsFarAsItMay() throws {
  let table = "  - {table: people, size: 20, columns: [{heading: x, field: name, width: 100}]}\n"
  let footer = "footer: {text: \"{page}/{pages}\"}\nheader: [{text: \"{room}\"}]\n"
  #expect(try pages(table, people(40), head: footer) == 2)
  #expect(try pages(table, people(40), head: footer + "shrink: 0.6\n") == 1)
  #expect(try pages(table, people(100), head: footer) == 4)
  #expect(try pages(table, people(100), head: footer + "shrink: 0.6\n") == 3)
}

@Test func aBlockIsDrawnOnlyWhereItsFieldSaysSomething() throws {
  #expect(try pages("  - {text: \"{room}\", size: 200, if: spares}\n", people(0)) == 1)
  #expect(try pages("  - {rows: 3, columns: [{width: 20}], if: people}\n", people(0)) == 1)
  let found = trouble { _ = try pages("  - {text: x, if: nothing}\n", people(0)) }
  #expect(found?.kind == "layout.no-field")
}

@Test(arguments: [
  "{table: people, columns: [{field: name, width: 150}, {field: seat, width: 40}]}",
  "{row: [{text: a, width: 100}, {text: b, width: 100}]}",
])
func whatIsWiderThanThePaperIsRefused(block: String) {
  let found = trouble { _ = try pages("  - \(block)\n", people(2)) }
  #expect(found?.kind == "layout.too-wide")
}

@Test(arguments: [
  "{text: x, split: 2}", "{rule: true, size: 3}", "{grid: people, cell: []}", "{seats: people}",
  "{text: x, table: people}", "{boxes: people, label: x, items: []}", "{}",
])
func aKeyThatDoesNotBelongToItsBlockIsRefused(block: String) {
  let found = trouble { _ = try layout(paper: "paper: p\nblocks:\n  - \(block)\n") }
  #expect(found?.kind == "layout.yaml")
  #expect(found?.place.ru == "test-paper.yaml:3")
}
