import Cairo
import Composition
import Exam
import Foundation
import Planning
import Testing

/// The box for the participant's code, as different programs draw it.
@Suite struct CodeBoxTests {
  /// What a page has beside «КОД», drawn by cairo as the programs that are named draw it.
  enum Maker: String, CaseIterable {
    case rectangle
    case tableCell
    case tableCellUnder
    case filledRules
    case roundedAndGrey
    case cellsOfDigits
    case underline
    case underscores
    case dashes
    case dots
    case frameOfGlyphs
    case labelInsideTheBox
    case labelWithColon
    case spacedLabel
    case latinLookAlikes
    case footer
    case shadedLabelCell
    case doubleFrame
    case softGreyOnGrey

    /// Draws the header; the label ends near x = 400, y = 60.
    func draw(_ context: DrawingContext) throws {
      let y = self == .footer ? 800.0 : 60.0
      let label: (text: String, x: Double) =
        switch self {
        case .labelWithColon: ("Код участника:", 330)
        case .spacedLabel: ("К О Д", 375)
        case .latinLookAlikes: ("KOД", 380)
        case .underscores: ("КОД ____________", 380)
        case .dashes: ("КОД _ _ _ _ _ _ _", 380)
        case .dots: ("КОД .........................", 380)
        default: ("КОД", 380)
        }
      try text(label.text, x: label.x, y: y, context)
      context.setLineWidth(1)
      switch self {
      case .rectangle, .footer, .labelWithColon, .spacedLabel, .latinLookAlikes:
        context.rectangle(x: 420, y: y - 12, width: 90, height: 28)
        context.stroke()
      case .tableCell:
        for x in [370.0, 415, 520] { line(x, y - 10, x, y + 18, context) }
        for edge in [y - 10, y + 18] { line(60, edge, 520, edge, context) }
      case .tableCellUnder:
        for x in [360.0, 430] { line(x, y - 6, x, y + 46, context) }
        for edge in [y - 6, y + 18, y + 46] { line(360, edge, 430, edge, context) }
      case .filledRules:
        for edge in [y - 8, y + 18] {
          context.rectangle(x: 420, y: edge, width: 90, height: 0.5)
          context.fill()
        }
        for x in [420.0, 509.5] {
          context.rectangle(x: x, y: y - 8, width: 0.5, height: 26)
          context.fill()
        }
      case .roundedAndGrey:
        context.setSource(gray: 0.7)
        context.setLineWidth(0.5)
        context.rectangle(x: 420, y: y - 10, width: 90, height: 24)
        context.stroke()
      case .cellsOfDigits:
        for x in stride(from: 420.0, through: 520, by: 20) { line(x, y - 6, x, y + 18, context) }
        for edge in [y - 6, y + 18] { line(420, edge, 520, edge, context) }
      case .shadedLabelCell:
        context.setSource(gray: 0.88)
        context.rectangle(x: 370, y: y - 10, width: 45, height: 28)
        context.fill()
        context.setSource(gray: 0)
        try text("КОД", x: 380, y: y, context)
        context.rectangle(x: 415, y: y - 10, width: 100, height: 28)
        context.stroke()
      case .doubleFrame:
        for edge in [0.0, 2.5] {
          context.rectangle(
            x: 420 + edge, y: y - 12 + edge, width: 90 - 2 * edge, height: 30 - 2 * edge)
          context.setLineWidth(0.5)
          context.stroke()
        }
      case .softGreyOnGrey:
        context.setSource(gray: 0.94)
        context.rectangle(x: 0, y: 0, width: 595.28, height: 841.89)
        context.fill()
        context.setSource(gray: 0)
        try text("ВПР. Математика. 5 класс.", x: 60, y: 50, context)
        try text("КОД", x: 380, y: y, context)
        context.setSource(gray: 0.5)
        context.rectangle(x: 420, y: y - 12, width: 90, height: 28)
        context.stroke()
      case .underline: line(415, y + 12, 520, y + 12, context)
      case .frameOfGlyphs:
        try text("┌───────────┐", x: 415, y: y - 13, context, "DejaVu Sans Mono")
        try text("│           │", x: 415, y: y, context, "DejaVu Sans Mono")
        try text("└───────────┘", x: 415, y: y + 13, context, "DejaVu Sans Mono")
      case .labelInsideTheBox:
        context.rectangle(x: 370, y: y - 8, width: 150, height: 28)
        context.stroke()
      case .underscores, .dashes, .dots: break
      }
    }

    private func line(
      _ x: Double, _ y: Double, _ toX: Double, _ toY: Double, _ context: DrawingContext
    ) {
      context.rectangle(x: x, y: y, width: max(0.7, toX - x), height: max(0.7, toY - y))
      context.fill()
    }
  }

  private static func text(
    _ text: String, x: Double, y: Double, _ context: DrawingContext, _ family: String = "PT Sans"
  ) throws {
    let layout = try TextLayout(text: text, style: TextStyle(family: family, size: 11))
    layout.draw(in: context, x: x, y: y)
  }

  /// A page of A4 with running header and a task below; its content is turned and its entry turns it
  /// back, so that it is shown upright.
  static func page(
    turn: Int = 0, _ draw: (DrawingContext) throws -> Void
  ) throws -> [UInt8] {
    var pdf: [UInt8] = []
    let (width, height) = (595.28, 841.89)
    let isLying = turn % 180 != 0
    let surface = try unsafe PDFSurface(
      width: isLying ? height : width, height: isLying ? width : height,
      creationDate: "2000-01-01T00:00:00Z", write: { unsafe pdf.append(contentsOf: $0) })
    surface.context.translate(
      x: turn == 180 ? width : turn == 270 ? height : 0,
      y: turn == 90 ? width : turn == 180 ? height : 0)
    surface.context.rotate(Double(-turn) * .pi / 180)
    surface.context.setSource(gray: 0)
    try text("ВПР. Математика. 5 класс.", x: 60, y: 50, surface.context)
    try text("Вариант 1", x: 60, y: 64, surface.context)
    try draw(surface.context)
    surface.context.setSource(gray: 0)
    try text("1. Напишите код замка: ___________ и ответ.", x: 60, y: 200, surface.context)
    try surface.showPage()
    try surface.finish()
    return turn == 0 ? pdf : try Tool.run("qpdf", ["--rotate=+\(turn)"], pdf, "-")
  }

  @Test(arguments: Maker.allCases)
  func theCodeStandsInTheBoxOnNoInk(maker: Maker) throws {
    let page = try Self.page(maker.draw)
    #expect(try Samples.facts(of: page, codes: .box).map(\.hasCodeBox) == [true])
    let job = try Samples.job(of: page, codes: .box)
    let words = try Self.places(of: maker == .cellsOfDigits ? "5" : "50001", in: job)
    let place = try #require(words.first { $0.x > 355 && ($0.y < 130 || $0.y > 760) })
    #expect(place.x < 530, "\(place)")
    #expect(try Self.isAlone(job, over: page, paper: maker == .softGreyOnGrey ? 230 : 250))
  }

  /// A cell of the word's own has place enough, and is not what is meant.
  @Test func theCellUnderTheWordGoesBeforeTheRestOfItsOwn() throws {
    let job = try Samples.job(of: Self.page(Maker.tableCellUnder.draw), codes: .box)
    let place = try #require(try Self.places(of: "50001", in: job).first)
    #expect(place.y > 78, "\(place)")
  }

  enum NoBox: String, CaseIterable {
    case wordAlone
    case anotherCode
    case printedAlready
    case longWord
    case tableFarBelow
    case inATask

    func draw(_ context: DrawingContext) throws {
      switch self {
      case .wordAlone: try text("КОД", x: 380, y: 60, context)
      case .anotherCode:
        try text("КОД школы", x: 380, y: 60, context)
        context.rectangle(x: 450, y: 50, width: 80, height: 25)
        context.stroke()
      case .printedAlready:
        try text("КОД   50777", x: 380, y: 60, context)
        context.rectangle(x: 405, y: 52, width: 50, height: 25)
        context.stroke()
      case .longWord:
        try text("КОДЫ ____________", x: 380, y: 60, context)
      case .tableFarBelow:
        try text("КОД", x: 380, y: 60, context)
        context.rectangle(x: 60, y: 110, width: 480, height: 60)
        context.stroke()
      case .inATask: try text("КОД ____________", x: 60, y: 400, context)
      }
    }
  }

  @Test(arguments: NoBox.allCases)
  func whatIsNoBoxIsLeftAlone(page: NoBox) throws {
    let pdf = try Self.page(page.draw)
    #expect(try Samples.facts(of: pdf, codes: .box).map(\.hasCodeBox) == [false])
  }

  @Test func aPageWithoutABoxHasTheCodeBesideTheMark() throws {
    let page = try Self.page(NoBox.wordAlone.draw)
    let job = try Samples.job(of: page, marks: .pages, codes: .box)
    let text = String(decoding: try Tool.run("pdftotext", [], job), as: UTF8.self)
    #expect(text.contains("204-1 · 50001"))
  }

  @Test(arguments: [
    (CodeRule.box, "204-1 · 1/1"), (.mark, "204-1 · 50001"), (.none, "204-1 · 1/1"),
  ])
  func theLineBesideTheMarkSaysTheCodeOnlyThere(rule: CodeRule, line: String) throws {
    let page = try Self.page(Maker.rectangle.draw)
    let job = try Samples.job(of: page, marks: .pages, codes: rule)
    let text = String(decoding: try Tool.run("pdftotext", [], job), as: UTF8.self)
    #expect(text.contains(line))
    #expect(text.contains("50001") == (rule != .none))
  }

  @Test(arguments: [0, 90, 180, 270]) func turnedPagesHaveTheirBoxWhereItIsSeen(turn: Int) throws {
    let page = try Self.page(turn: turn, Maker.rectangle.draw)
    let job = try Samples.job(of: page, codes: .box)
    let place = try #require(try Self.places(of: "50001", in: job).first)
    #expect(abs(place.x - 465) < 8 && abs(place.y - 62) < 6, "\(place)")
  }

  /// A rule high up at the right, over which both the code and a mark would find clean paper.
  @Test func theMarkKeepsOutOfTheCodesPlace() throws {
    let page = try Self.page { context in
      try Self.text("КОД", x: 370, y: 44, context)
      context.rectangle(x: 410, y: 57, width: 130, height: 0.7)
      context.fill()
      // Ink in the other corners leaves the mark this one.
      for (x, y) in [(20.0, 20.0), (20.0, 780.0), (520.0, 780.0)] {
        context.rectangle(x: x, y: y, width: 40, height: 40)
        context.fill()
      }
    }
    let facts = try #require(try Samples.facts(of: page, codes: .box).first)
    #expect(facts.hasCodeBox == true && facts.hasRoomForMark == false)
    #expect(try Samples.facts(of: page, codes: .mark).first?.hasRoomForMark == true)
  }

  // MARK: Looking at jobs

  /// Where a word stands, as poppler reads it.
  static func places(of word: String, in pdf: [UInt8]) throws -> [(x: Double, y: Double)] {
    let page = String(
      decoding: try Tool.run("pdftotext", ["-bbox", "-f", "1", "-l", "1"], pdf), as: UTF8.self)
    return page.split(separator: "\n").filter { $0.contains(">\(word)</word>") }.map { line in
      let numbers = line.split(separator: "\"").compactMap { Double($0) }
      return ((numbers[0] + numbers[2]) / 2, (numbers[1] + numbers[3]) / 2)
    }
  }

  /// Whether nothing of the job's page, drawn by MuPDF, is lighter than the source, and what is new
  /// stands on white paper with a dot of white around it.
  static func isAlone(
    _ job: [UInt8], over page: [UInt8], paper: UInt8 = 250
  ) throws -> Bool {
    let (ours, theirs) = (try Tool.drawn(job, dpi: 144), try Tool.drawn(page, dpi: 144))
    guard ours.count == theirs.count else { return false }
    let head = 15
    let width = 1191
    var new = 0
    for place in stride(from: head, to: ours.count - 3, by: 3) where ours[place] != theirs[place] {
      new += 1
      for (x, y) in [(0, 0), (-1, 0), (1, 0), (0, -1), (0, 1)] {
        let near = place + 3 * (x + y * width)
        if theirs.indices.contains(near), theirs[near] < paper { return false }
      }
    }
    return new > 50
  }
}
