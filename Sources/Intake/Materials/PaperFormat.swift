import Exam

/// What people call a sheet: «A3», «Letter», else its sides in millimetres.
enum PaperFormat {
  private static let named: [(name: String, medium: String)] = [
    ("A3", "iso_a3_297x420mm"), ("A4", "iso_a4_210x297mm"), ("A5", "iso_a5_148x210mm"),
    ("Letter", "na_letter_8.5x11in"), ("Legal", "na_legal_8.5x14in"),
  ]

  /// Of a page; its sides are in points.
  static func name(width: Double, height: Double) -> Wording {
    let found = named.first {
      PaperMedium(name: $0.medium)?.fits(width: width, height: height) == true
    }
    let sides = [width, height].map { "\(Int(($0 * 25.4 / 72).rounded()))" }
    let size = sides.joined(separator: " × ")
    return found.map { Wording(same: $0.name) } ?? Wording(ru: size + " мм", en: size + " mm")
  }

  /// Of a medium.
  static func name(_ medium: PaperMedium) -> Wording {
    name(width: medium.short * 72 / 25.4, height: medium.long * 72 / 25.4)
  }
}
