import Exam
import Testing

@testable import Printing

@Test(arguments: [
  ("204", "каб. 204"), ("204/2", "каб. 204, часть 2"), ("204 А3", "каб. 204 А3"),
  ("204/205", "каб. 204-205"), ("204/2 А3", "каб. 204, часть 2 А3"), ("спортзал", "спортзал"),
  ("Зал «Б»", "Зал «Б»"),
  ("а/б:в*?\"<>|\\", "а-б-в-------"), ("..скрытый. ", "скрытый"), ("", ""),
])
func aRoomBeginsTheNameOfAFile(label: String, name: String) {
  #expect(FolderName.room(label, .ru) == name)
}

@Test func aLongRoomIsCutBetweenLetters() throws {
  let name = FolderName.room(String(repeating: "щ", count: 200), .ru)
  #expect(name == String(repeating: "щ", count: 60))
}

@Test(arguments: [
  ("7F3A2C-P01-a1.pdf", true), ("каб. 204 · 7F3A2C-P01-a1.pdf", true),
  ("копия 7F3A2C-P01-a1.pdf", true), ("каб. 204 · 7F3A2C-P01-a12.pdf", false),
  ("x7F3A2C-P01-a1.pdf", false), ("каб. 204 · 7F3A2C-P02-a1.pdf", false),
])
func aFileIsKnownByItsEnd(file: String, isOurs: Bool) throws {
  var ticket = try ticket()
  ticket.room = "204"
  let name = FolderName(ticket, language: .ru)
  #expect(name.text == "каб. 204 · 7F3A2C-P01-a1.pdf")
  #expect(name.isTaken(by: file) == isOurs)
}
