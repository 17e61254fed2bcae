import Exam
import Testing

@Suite struct LookAlikesTests {
  @Test(arguments: [
    ("5A", "5А"), ("KABC", "КАВС"), ("XY", "ХУ"), ("abc", "abc"), ("D", "D"), ("Ё", "Ё"),
  ])
  func latinCapitalsBecomeCyrillic(text: String, cyrillic: String) {
    #expect(LookAlikes.cyrillic(text) == cyrillic)
  }

  @Test(arguments: [
    ("Bариaнт", "вариант"), ("ЁЖ", "еж"), ("Variant", "variant"), ("A", "a"), ("Aя", "ая"),
  ])
  func aWordIsOfOneAlphabet(word: String, folded: String) {
    #expect(LookAlikes.folded(word) == folded)
  }

  @Test(arguments: [
    ("k", true), ("о", false), ("o", true), ("t", false), ("T", true), ("m", false),
  ])
  func smallLettersLookAlikeOnlyWhereTheyDo(letter: Character, isAlike: Bool) {
    #expect((LookAlikes.written[letter] != nil) == isAlike)
  }

  @Test(arguments: [("зкште", "print"), ("ЕЯ1ж", "tz1;"), ("54б", "54,"), ("204", "204")])
  func theRussianLayoutIsUndone(typed: String, meant: String) {
    #expect(Keyboard.latin(typed) == meant)
    #expect(Keyboard.russian(meant) == typed.lowercased())
  }
}
