public import Exam

/// Reasons for printing something again that are chosen by a digit: `--reason 1`.
public enum Reasons {
  /// The reasons, the first being 1.
  public static let known = [
    Wording(ru: "замятие", en: "paper jam"),
    Wording(ru: "бледно или грязно", en: "pale or dirty"),
    Wording(ru: "испортил участник", en: "spoilt by the participant"),
    Wording(ru: "лист потерян", en: "a sheet is lost"),
  ]

  /// The reason that was typed: a digit, or words.
  public static func words(for reason: String, _ language: Language) throws -> String {
    let typed = reason.trimmingSpaces
    guard typed != "5" else {
      throw Trouble(
        "usage.reason", exit: .usage, at: typed,
        Wording(
          ru: "5 — другое: напишите причину словами, --reason «полоса на листе»",
          en: "5 is another reason: write it in words, --reason \"a streak on the sheet\""))
    }
    if let number = Int(typed), known.indices.contains(number - 1) {
      return known[number - 1][language]
    }
    guard typed.contains(where: \.isLetter) else {
      throw Trouble(
        "usage.reason", exit: .usage, at: typed,
        Wording(
          ru: "Причину пишут словами или цифрой: 1 замятие, 2 бледно или грязно, "
            + "3 испортил участник, 4 лист потерян, 5 другое (словами)",
          en: "A reason is words or a digit: 1 paper jam, 2 pale or dirty, "
            + "3 spoilt by the participant, 4 a sheet is lost, 5 another (in words)"))
    }
    return reason
  }
}

extension String {
  /// Without blanks at both ends.
  var trimmingSpaces: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
