import Testing

@testable import Web

/// Who comes in.
@Suite struct DoorTests {
  private let door = Door(secret: "secret")

  @Test("A token opens once")
  func once() {
    let token = Door.token(secret: "secret")
    #expect(door.enter(token) != nil)
    #expect(door.enter(token) == nil)
  }

  @Test("Another secret's token opens nothing")
  func otherSecret() {
    #expect(door.enter(Door.token(secret: "other")) == nil)
    #expect(door.enter("") == nil)
    #expect(door.enter("-") == nil)
  }

  @Test("A session is found by its cookie, and forms by its key")
  func session() throws {
    let session = try #require(door.enter(Door.token(secret: "secret")))
    #expect(door.session(session.id)?.key == session.key)
    #expect(door.session("0123") == nil)
    #expect(door.session(nil) == nil)
    #expect(door.fits(session.key, session))
    #expect(!door.fits("", session))
    #expect(!door.fits(nil, session))
  }

  @Test("What is said is said once")
  func said() throws {
    let session = try #require(door.enter(Door.token(secret: "secret")))
    door.say(.init(text: "done", isTrouble: false), to: session)
    #expect(door.said(to: session)?.text == "done")
    #expect(door.said(to: session) == nil)
  }
}
