import Testing

@Suite("Lists as programs write them") struct ListsMessTests {
  @Test("formats and tables", arguments: programs) func program(mess: Mess) throws {
    try mess.check()
  }

  @Test("sheets and titles", arguments: titles) func title(mess: Mess) throws {
    try mess.check()
  }

  @Test("people and spellings", arguments: people) func person(mess: Mess) throws {
    try mess.check()
  }
}
