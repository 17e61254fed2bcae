import Exam

/// Codes from plain text, such as the text of a PDF: five digits, a class before them or above.
public enum CodesText {
  /// The entries in the text's order.
  public static func entries(_ text: String) -> [CodeEntry] {
    var above: ClassName?
    return text.split(whereSeparator: \.isNewline).flatMap { line -> [CodeEntry] in
      let codes = line.matches(of: /[0-9]+/).map(\.output)
        .filter { $0.count == 5 && !$0.hasPrefix("0") }
      let own = className(in: line)
      guard !codes.isEmpty else {
        if let own { above = own }
        return []
      }
      let name = codes.count == 1 ? name(in: line) : nil
      return codes.map {
        CodeEntry(
          code: ParticipantCode(rawValue: String($0)), className: own ?? above, name: name)
      }
    }
  }

  private static func className(in line: Substring) -> ClassName? {
    line.firstMatch(
      of: /(?:^|[^0-9.])((?:1[0-2]|[1-9])[ -]?[«"]?[А-ЯA-Zа-яa-z][»"]?)(?:$|[^А-Яа-яA-Za-z.])/
    )
    .flatMap { CellRepair.className(String($0.output.1)) }.map(ClassName.init)
  }

  /// Two or more words that begin with a capital: «Иванов Иван».
  private static func name(in line: Substring) -> String? {
    line.firstMatch(of: /[А-ЯЁ][а-яё-]+(?: [А-ЯЁ][а-яё-]+)+/).map { String($0.output) }
  }
}
