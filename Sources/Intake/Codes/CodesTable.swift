import Exam

/// Writes codes as a table that Excel opens and `CodesFile` reads back.
public enum CodesTable {
  /// CSV in UTF-8 with a byte order mark, `;` between cells.
  public static func text(_ entries: [CodeEntry]) -> String {
    let rows = entries.map { entry in
      [entry.code.rawValue, entry.className?.rawValue ?? "", entry.name ?? ""].map(cell)
        .joined(separator: ";")
    }
    return "\u{FEFF}" + (["Код участника;Класс;ФИО"] + rows).joined(separator: "\r\n") + "\r\n"
  }

  private static func cell(_ text: String) -> String {
    guard text.contains(where: { ";\"\n\r".contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
