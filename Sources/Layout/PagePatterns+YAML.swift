import Exam

extension PagePatterns {
  /// Reads how a campaign's pages say what they are.
  init(_ yaml: YAMLNode) throws {
    let keys = try yaml.map(["header", "title", "variant", "codeField", "neighbours"])
    guard let header = keys["header"], let variant = keys["variant"] else {
      throw yaml.wrong(
        Wording(ru: "Нужны ключи header и variant", en: "header and variant are needed"))
    }
    self.init(
      header: try Self.patterns(header, filling: ["{subject}"]),
      title: try keys["title"].map { try Self.patterns($0, filling: ["{subject}"]) } ?? [],
      variant: try Self.patterns(variant, filling: ["{variant}"]),
      codeField: try keys["codeField"]?.list().map { try $0.text() } ?? [],
      neighbours: try keys["neighbours"]?.flag() ?? false)
  }

  private static let blanks = ["{subject}", "{grade}", "{year}", "{variant}"]

  /// Texts in which each of these blanks stands once, and no other but the known ones.
  private static func patterns(_ yaml: YAMLNode, filling needed: [String]) throws -> [String] {
    try yaml.list().map { item in
      let text = try item.text()
      let rest = blanks.reduce(text) { $0.replacing($1, with: "") }
      guard needed.allSatisfy({ text.contains($0) }), !rest.contains("{"), !rest.contains("}"),
        rest.contains(where: \.isLetter)
      else {
        throw item.wrong(
          Wording(
            ru: "В образце нужны слова и \(needed.joined(separator: ", ")); "
              + "бывают: \(blanks.joined(separator: ", "))",
            en: "A pattern needs words and \(needed.joined(separator: ", ")); "
              + "there are: \(blanks.joined(separator: ", "))"))
      }
      return text
    }
  }
}
