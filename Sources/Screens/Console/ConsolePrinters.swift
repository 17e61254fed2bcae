public import Exam
public import Operations

/// «Принтеры»: how each is, and why one is left out.
public struct ConsolePrinters: Sendable {
  /// The printers, a few lines each.
  public let lines: [ConsoleLine]

  /// Draws the screen.
  public init(_ report: PrintersReport?, trouble: Trouble?, _ language: Language) {
    lines =
      (trouble.map { [PrintersScreen.line(of: $0, language)] }
      ?? PrintersScreen.lines(of: report, language)).map { ConsoleLine($0, language) }
  }
}
