import Cairo
import Exam

/// Text for papers; a character without a glyph is refused, never drawn as an empty box.
enum Glyphs {
  static func style(size: Double, bold: Bool, align: Alignment) -> TextStyle {
    let side: TextStyle.Align =
      switch align {
      case .left: .left
      case .center: .center
      case .right: .right
      }
    return TextStyle(family: "PT Sans", size: size, bold: bold, align: side)
  }

  static func layout(
    _ text: String, _ style: TextStyle, width: Double?, paper: String
  ) throws -> TextLayout {
    do {
      return try TextLayout(text: text, style: style, width: width)
    } catch let missing as MissingGlyph {
      let list = missing.characters.joined(separator: ", ")
      throw Trouble(
        "layout.missing-glyph", exit: .failed, at: paper,
        Wording(
          ru: "Нет начертания для символов: \(list). Уберите их или поставьте шрифт PT Sans",
          en: "No font has the characters \(list). Remove them or install PT Sans"))
    }
  }
}

/// Texts with `{fields}`.
enum Template {
  static func noColumn(_ field: String, table: String, paper: String) -> Trouble {
    Trouble(
      "layout.no-field", exit: .failed, at: paper,
      Wording(
        ru: "В макете у таблицы «\(table)» есть столбец «\(field)», которого в ней нет",
        en: "The layout gives the table “\(table)” a column “\(field)” that it does not have"))
  }

  static func tooTall(paper: String) -> Trouble {
    Trouble(
      "layout.too-tall", exit: .failed, at: paper,
      Wording(
        ru: "Текст не помещается на страницу. Сократите его или уменьшите шрифт в макете",
        en: "A text does not fit a page. Shorten it or use a smaller size in the layout"))
  }

  static func noTable(_ name: String, paper: String) -> Trouble {
    Trouble(
      "layout.no-table", exit: .failed, at: paper,
      Wording(
        ru: "В макете есть таблица «\(name)», которой у этого листа нет",
        en: "The layout has a table “\(name)” that this paper does not have"))
  }

  static func fill(_ text: String, _ fields: [String: String], paper: String) throws -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let name = String(rest[rest.index(after: open)..<close])
      guard let value = fields[name] else {
        throw Trouble(
          "layout.no-field", exit: .failed, at: paper,
          Wording(
            ru: "В макете есть поле {\(name)}, которого у этого листа нет",
            en: "The layout has a field {\(name)} that this paper does not have"))
      }
      result += value
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
