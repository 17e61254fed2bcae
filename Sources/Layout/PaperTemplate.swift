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
  /// The smallest size, taken where the text would not stay on its line; the size itself if nil.
  var least: Double?
  var bold = false
  var align = Alignment.left
  /// Millimetres; the rest of the row if nil.
  var width: Double?
}

/// A column of a table.
struct ColumnBlock: Hashable, Sendable {
  var heading: String
  /// The row's field; a box to tick for `box`, an empty cell to write in for `blank`.
  var field: String
  var width: Double
  var align = Alignment.left
}

/// A table of a paper, one row for each row of its data, or so many empty rows to write in.
struct TableBlock: Hashable, Sendable {
  enum Rows: Hashable, Sendable {
    case data(String)
    case empty(Int)
  }

  var rows: Rows
  var columns: [ColumnBlock]
  var size: Double = 9
  /// In how many columns of rows side by side.
  var split = 1
  /// Millimetres of a row.
  var rowHeight: Double = 5.5
  /// Whether columns are parted by lines, for tables to write in.
  var hasLines = false
}

/// Equal cells, one for each row of a table's data; every cell is a small paper.
struct GridBlock: Hashable, Sendable {
  enum Order: Hashable, Sendable {
    /// Along the rows, so many cells across and down a page.
    case sequence(columns: Int, rows: Int)
    /// Where the seats are in the room.
    case seats
  }

  var table: String
  var order: Order
  var cell: [Block]
}

/// Boxes to write counts in, a line of them for each row of a table's data.
struct BoxesBlock: Hashable, Sendable {
  struct Box: Hashable, Sendable {
    var heading: String
    /// What stands before it: `+`.
    var sign: String
  }

  var table: String
  var label: TextBlock
  var boxes: [Box]
  var total: TextBlock
  /// Millimetres of a box's side.
  var side: Double = 14
  var height: Double = 9
}

/// Lines to sign on, each after its words.
struct SignBlock: Hashable, Sendable {
  var words: [String]
  var size: Double = 10
}

/// A piece of a paper; pieces follow each other down the page.
struct Block: Hashable, Sendable {
  indirect enum Kind: Hashable, Sendable {
    case text(TextBlock)
    case row([TextBlock])
    case rule
    case space(Double)
    case table(TableBlock)
    case grid(GridBlock)
    case boxes(BoxesBlock)
    case sign(SignBlock)
    case page
  }

  var kind: Kind
  /// The field that must say something for the block to be drawn.
  var condition: String?
}

/// A paper as the layout describes it.
public struct PaperTemplate: Hashable, Sendable {
  /// Whom a paper is made for.
  public enum Scope: String, CaseIterable, Sendable {
    /// One for each pack.
    case room
    /// One for the whole exam.
    case exam
  }

  /// The paper's name: `packing-sheet`.
  public let name: String
  /// What people call it.
  public let title: String
  /// Whom it is made for.
  public let scope: Scope
  /// Whether it shows the names of participants: no other paper is given them.
  public let hasNames: Bool
  /// Millimetres around the text.
  let margin: Double
  /// The smallest share of its sizes that it is drawn with to need fewer pages.
  let shrink: Double
  /// What stands at the head of each page.
  let header: [Block]
  /// What stands at the foot of each page, with `{page}` and `{pages}`.
  let footer: TextBlock?
  /// The blocks in order.
  let blocks: [Block]
  /// Where the paper's own mark stands.
  public let mark: MarkPlace
}
