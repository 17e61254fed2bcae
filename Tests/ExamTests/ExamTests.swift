import Exam
import Foundation
import Testing

@Test func aMarkIsReadBack() throws {
  let text = "TZ1:7F3A2C:1:P03:C017:5/11:2"
  let mark = try #require(Mark(text))
  #expect(mark.text == text)
  #expect(mark.page == 5)
  #expect(mark.of == 11)
  #expect(mark.pack == PackID(number: 3))
  #expect(mark.item == .copy(17))
}

@Test(arguments: ["", "TZ2:7F3A2C:1:P03:C017:5/11:2", "TZ1:7F3A2C:1:P03:C017:5:2", "TZ1:x"])
func anotherTextIsNoMark(text: String) {
  #expect(Mark(text) == nil)
}

@Test func weekdaysCountFromMonday() throws {
  #expect(try #require(CivilDate(year: 2026, month: 4, day: 21)).weekday == 2)
  #expect(try #require(CivilDate(year: 2024, month: 2, day: 29)).weekday == 4)
  #expect(try #require(CivilDate(year: 2026, month: 11, day: 22)).weekday == 7)
  #expect(CivilDate(year: 2026, month: 2, day: 29) == nil)
}

@Test func pagesKeepTheirOrder() throws {
  let selection = try #require(PageSelection("1,4-6"))
  #expect(selection.pages == [1, 4, 5, 6])
  #expect(selection.text == "1,4-6")
  #expect(try #require(PageSelection("3,1")).pages == [3, 1])
}

@Test(arguments: [("2 слева", "2 left"), ("1,3right", "1,3 right"), ("1 - 2", "1-2")])
func halvesArePagesWhereTheyMayBe(text: String, form: String) throws {
  #expect(PageSelection(text, allowsHalves: true)?.text == form)
  let selection = try #require(PageSelection(text, allowsHalves: true))
  let json = try JSONEncoder().encode(selection)
  #expect(try JSONDecoder().decode(PageSelection.self, from: json) == selection)
}

@Test(arguments: ["2 слева", "left", "1-2 left", "0 right", "1-99999999999"])
func aHalfIsNoPageElsewhere(text: String) {
  #expect(PageSelection(text) == nil)
  #expect(text == "2 слева" || PageSelection(text, allowsHalves: true) == nil)
}

@Test func aWholePageDoesNotSpeakOfHalves() throws {
  let material = MaterialID(rawValue: "m")
  let encoder = JSONEncoder()
  encoder.outputFormatting = .sortedKeys
  let whole = try encoder.encode(SourcePage(material: material, file: "a.pdf", page: 1))
  let half = try encoder.encode(
    SourcePage(material: material, file: "a.pdf", page: 1, half: .right))
  #expect(String(decoding: whole, as: UTF8.self).contains("half") == false)
  #expect(String(decoding: half, as: UTF8.self).contains(#""half":"right""#))
}

@Test(arguments: ["", "0", "3-2", "1,,2", "a", "1-2-3", "-1"])
func anotherTextIsNoListOfPages(text: String) {
  #expect(PageSelection(text) == nil)
}

@Test func roomsAreOrderedByNumber() {
  let rooms = ["Спортзал", "204", "19", "204а"].map(RoomName.init(rawValue:))
  #expect(rooms.sorted().map(\.rawValue) == ["19", "204", "204а", "Спортзал"])
}
