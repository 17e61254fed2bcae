import Foundation
import PackProof
import Testing

/// What a printer would get otherwise than it was meant: real papers, the real program.
@Suite struct DrawingTests {
  @Test(arguments: [
    ("font-cut.pdf", 3, "повреждено (шрифт)"),
    ("font-unmapped.pdf", 3, "буквы на странице не читаются программой"),
    ("glyph-missing.pdf", 3, "вместо букв выйдут пустые прямоугольники"),
    ("form-dynamic.pdf", 3, "только Adobe Acrobat (XFA)"),
    ("portfolio.pdf", 0, "взяты файлы внутри него (Вариант 1.pdf, Вариант 2.pdf)"),
    ("portfolio.zip", 0, "portfolio.zip: Работы.pdf: портфолио PDF: взяты файлы"),
    ("portfolio-nested.pdf", 3, "портфолио PDF, сами работы внутри неё: Вариант 1.pdf"),
    ("portfolio-archive.pdf", 3, "внутри этого портфолио PDF ещё и архив (Работы.zip)"),
    ("portfolio-unreadable.pdf", 3, "не открываются (Вариант 1.pdf, Вариант 2.pdf)"),
    ("portfolio-other.pdf", 3, "портфолио PDF, сами работы внутри неё: Вариант 1.docx"),
    ("field-undrawn.pdf", 3, "заполненные поля"),
    ("field-hidden.pdf", 0, "Остановок нет"), ("slips.pdf", 0, "Остановок нет"),
    ("letters-piled.pdf", 3, "нет текста, который можно прочесть"),
    ("picture.pdf", 0, "Остановок нет"), ("picture-cut.pdf", 3, "повреждено (рисунок)"),
    ("file-cut.pdf", 3, "PDF испорчен"),
    ("layer-doubtful.pdf", 3, "о слоях Ответы в файле сказано по-разному"),
    ("layer-print-off.pdf", 0, "слои, которые не печатаются: Ответы"),
    ("layer-print-off-unasked.pdf", 0, "слои, которые не печатаются: Ответы"),
    ("layer-off.pdf", 0, "слои, которые не печатаются: Ответы"),
    ("layer-print-on.pdf", 0, "Остановок нет"),
    ("unit-a2.pdf", 3, "420 × 594 мм"),
    ("unit-a4.pdf", 0, "Остановок нет"),
    ("scan-grey.pdf", 0, "распознан программой сканера"),
    ("scan-dark-grey.pdf", 0, "распознан программой сканера"),
    ("scan-noisy.pdf", 0, "распознан программой сканера"),
    ("scan-bare.pdf", 3, "нет текста, который можно прочесть"),
    ("no-line.pdf", 0, "код впишут от руки"), ("maker-chromium.pdf", 0, "Остановок нет"),
    ("maker-weasyprint.pdf", 0, "Остановок нет"), ("maker-cairo.pdf", 0, "Остановок нет"),
    ("maker-fpdf.pdf", 0, "Остановок нет"),
  ])
  func checkSaysWhatThePrinterWouldGet(paper: String, status: Int, words: String) throws {
    let sandbox = try Sandbox.ofPapers([paper])
    defer { sandbox.remove() }
    let check = try sandbox.tirazh("check", "-v")
    #expect(Int(check.status) == status, "\(check.text)")
    let plan = try sandbox.tirazh("plan")
    #expect((check.output + plan.output).contains(words), "\(check.text)")
    #expect(!check.text.contains("font thing"), "\(check.text)")
    let print = try sandbox.tirazh("print", "--to", sandbox.out.path)
    #expect(Int(print.status) == status, "\(print.text)")
  }

  /// A black box of the layer stands at 300…500 points from the left and 60…100 from the bottom.
  @Test(arguments: [
    ("layer-print-off.pdf", false), ("layer-print-off-unasked.pdf", false),
    ("layer-off.pdf", false),
    ("layer-print-on.pdf", true),
  ])
  func layersArePrintedAsForPrinting(paper: String, isDrawn: Bool) throws {
    let sandbox = try Sandbox.ofPapers([paper])
    defer { sandbox.remove() }
    #expect(try sandbox.tirazh("print", "--to", sandbox.out.path).status == 0)
    let file = try #require(sandbox.printed().first { $0.hasSuffix(".pdf") })
    let pdf = sandbox.out.appendingPathComponent(file)
    #expect(try PageLook.isDark(of: pdf, page: 2, x: 400, y: 842 - 80) == isDrawn)
  }

  @Test(arguments: ["scan-grey.pdf", "scan-noisy.pdf", "scan-dark-grey.pdf"])
  func aMarkOnGreyPaperIsReadable(paper: String) throws {
    let sandbox = try Sandbox.ofPapers([paper])
    defer { sandbox.remove() }
    #expect(try sandbox.tirazh("print", "--to", sandbox.out.path).status == 0)
    let file = try #require(sandbox.printed().first { $0.hasSuffix(".pdf") })
    let marks = try PageLook.marks(of: sandbox.out.appendingPathComponent(file), page: 2)
    #expect(marks.contains { $0.contains(":C001:1/1:1") }, "\(marks)")
  }

  @Test func marksOnTheFirstPageNeedAPlaceThere() throws {
    let sandbox = try Sandbox.ofPapers(["full.pdf"])
    defer { sandbox.remove() }
    for rule in ["pages", "first"] {
      try sandbox.describe { $0 + "\nmarks: \(rule)" }
      let check = try sandbox.tirazh("check")
      #expect(check.status == 3, "\(check.text)")
      #expect(check.output.contains("marks: none"), "\(check.text)")
      #expect(check.output.contains("marks: first") == (rule == "pages"), "\(check.text)")
      try sandbox.describe { $0.replacingOccurrences(of: "\nmarks: \(rule)", with: "") }
    }
    try sandbox.describe { $0 + "\nmarks: none" }
    #expect(try sandbox.tirazh("check").status == 0)
  }
}
