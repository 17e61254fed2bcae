/// Decodes names of entries that do not say their charset.
enum EntryName {
  /// UTF-8 where valid, else `page`.
  static func decode(_ bytes: [UInt8], _ page: CodePage) -> String {
    String(validating: bytes, as: UTF8.self) ?? page.decode(bytes)
  }

  /// The code page in which the names of one archive read most like Russian; cp866 in doubt.
  static func codePage(of names: [[UInt8]]) -> CodePage {
    let foreign = names.filter { String(validating: $0, as: UTF8.self) == nil }.joined()
      .filter { $0 >= 0x80 }
    func likeness(_ page: CodePage) -> Int { foreign.reduce(0) { $0 + weight(page.scalar($1)) } }
    return likeness(.cp1251) > likeness(.cp866) ? .cp1251 : .cp866
  }

  private static func weight(_ scalar: Unicode.Scalar) -> Int {
    if "оеаинтсрвл".unicodeScalars.contains(scalar) { return 4 }
    if ("а"..."я").contains(scalar) { return 3 }
    if ("А"..."Я").contains(scalar) || "ёЁ№«»–—".unicodeScalars.contains(scalar) { return 2 }
    return -6
  }
}
