import Exam

/// Which side a text keeps to.
enum Alignment: String, CaseIterable, Sendable {
  case left
  case center
  case right
}

/// A text of a paper, with `{fields}` in it.
struct TextBlock: Hashable, Sendable {
  var text: String
  var size: Double = 10
  var bold = false
  var align = Alignment.left
  /// Millimetres; the rest of the row if nil.
  var width: Double?
}

/// A column of a table.
struct ColumnBlock: Hashable, Sendable {
  var heading: String
  /// The row's field; a box to tick for `box`.
  var field: String
  var width: Double
  var align = Alignment.left
}

/// A table of a paper, one row for each row of its data.
struct TableBlock: Hashable, Sendable {
  var name: String
  var columns: [ColumnBlock]
  var size: Double = 9
  /// In how many columns of rows side by side.
  var split = 1
  /// Millimetres of a row.
  var rowHeight: Double = 5.5
}

/// A piece of a paper; pieces follow each other down the page.
enum Block: Hashable, Sendable {
  case text(TextBlock)
  case row([TextBlock])
  case rule
  case space(Double)
  case table(TableBlock)
}

/// A paper as the layout describes it.
public struct PaperTemplate: Hashable, Sendable {
  /// The paper's name: `packing-sheet`.
  public let name: String
  /// Millimetres around the text.
  let margin: Double
  /// The blocks in order.
  let blocks: [Block]
  /// Where the paper's own mark stands.
  public let mark: MarkPlace
}
