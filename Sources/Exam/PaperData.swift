/// What a paper says: texts by field, rows by table.
public struct PaperData: Hashable, Codable, Sendable {
  /// The fields.
  public var fields: [String: String]
  /// The tables, each a list of rows.
  public var tables: [String: [[String: String]]]

  /// Makes data.
  public init(fields: [String: String] = [:], tables: [String: [[String: String]]] = [:]) {
    self.fields = fields
    self.tables = tables
  }
}
