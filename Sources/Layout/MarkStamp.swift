public import Cairo

/// A mark as it stands on a page; points from the upper left corner.
public struct MarkStamp {
  /// The symbol.
  public let symbol: Symbol
  /// The line for people, in pieces that many marks share.
  public let texts: [Text]

  /// A square of modules.
  public struct Symbol: Sendable {
    /// Modules along each side.
    public let side: Int
    /// Rows from the top, each beginning with a new byte; the highest bit is the first module, set where
    /// it is dark.
    public let rows: [UInt8]
    /// The left edge.
    public let x: Double
    /// The upper edge.
    public let y: Double
    /// The length of a side.
    public let size: Double
  }

  /// A piece of the line.
  public struct Text {
    /// Pieces with the same key look the same.
    public let key: String
    /// The text.
    public let layout: TextLayout
    /// The left edge.
    public let x: Double
    /// The upper edge.
    public let y: Double
    /// The width it takes.
    public let width: Double
  }
}
