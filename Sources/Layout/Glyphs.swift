import Cairo
import Exam

/// Text for papers; a character without a glyph is refused, never drawn as an empty box.
public enum Glyphs {
  /// The kind of the trouble that a character without a glyph makes.
  public static let missingKind = "layout.missing-glyph"

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
        missingKind, exit: .failed, at: paper,
        Wording(
          ru: "Нет начертания для символов: \(list). Уберите их или поставьте шрифт PT Sans",
          en: "No font has the characters \(list). Remove them or install PT Sans"))
    }
  }
}

/// Whether papers can print a text.
public enum PaperText {
  /// The characters of a text that no font has, as `U+1F3EB`, each once.
  public static func lacking(_ text: String) throws -> [String] {
    do {
      _ = try TextLayout(
        text: text, style: Glyphs.style(size: 10, bold: false, align: .left), width: nil)
      return []
    } catch let missing as MissingGlyph {
      return missing.characters
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

  static let tooTallKind = "layout.too-tall"

  /// A text that has no room on a page, or in a cell of it.
  static func tooTall(paper: String, cell: String? = nil) -> Trouble {
    let place = cell.map { " (\($0))" } ?? ""
    return Trouble(
      tooTallKind, exit: .failed, at: paper + place,
      Wording(
        ru: "Текст не помещается на отведённое место. Сократите его или уменьшите шрифт в макете",
        en: "A text does not fit its place. Shorten it or use a smaller size in the layout"))
  }

  static func tooWide(paper: String) -> Trouble {
    Trouble(
      "layout.too-wide", exit: .failed, at: paper,
      Wording(
        ru: "Ширина столбцов в макете больше ширины листа без полей. Уменьшите width",
        en: "The layout's columns are wider than the paper between its margins. Make width smaller")
    )
  }

  static func noField(_ name: String, paper: String) -> Trouble {
    Trouble(
      "layout.no-field", exit: .failed, at: paper,
      Wording(
        ru: "В макете есть поле {\(name)}, которого у этого листа нет",
        en: "The layout has a field {\(name)} that this paper does not have"))
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
        throw noField(name, paper: paper)
      }
      result += value
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
