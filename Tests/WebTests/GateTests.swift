import Testing

@testable import Web

/// What is let in, and what is not.
@Suite struct GateTests {
  private let gate = Gate(port: 8123)

  private func head(_ method: String = "GET", _ path: String = "/plan") -> Gate.Head {
    Gate.Head(method: method, path: path, host: "127.0.0.1:8123", origin: nil, site: nil)
  }

  private func refusal(_ head: Gate.Head) -> Gate.Refusal? {
    do {
      try gate.check(head)
      return nil
    } catch {
      return error
    }
  }

  @Test("An address that was typed is let in", arguments: ["127.0.0.1", "[::1]", "localhost"])
  func typed(_ host: String) {
    var head = head()
    (head.host, head.site) = (host + ":8123", "none")
    #expect(refusal(head) == nil)
  }

  @Test(
    "A request that was sent to another name is not",
    arguments: [
      "evil.example:8123", "127.0.0.1", "127.0.0.1:80", "127.0.0.1.evil.example:8123", "",
    ])
  func otherHost(_ host: String) {
    var head = head()
    head.host = host
    #expect(refusal(head) == .host)
  }

  @Test("A form of the console's own page is let in")
  func ownForm() {
    var head = head("POST", "/print")
    (head.origin, head.site) = ("http://127.0.0.1:8123", "same-origin")
    #expect(refusal(head) == nil)
  }

  @Test(
    "A form of another page is not",
    arguments: [
      nil, "null", "http://evil.example", "http://localhost:8123", "https://127.0.0.1:8123",
    ])
  func foreignForm(_ origin: String?) {
    var head = head("POST", "/print")
    head.origin = origin
    #expect(refusal(head) == .origin)
  }

  @Test(
    "A picture that another page asks for is not shown", arguments: ["cross-site", "same-site"])
  func foreignPicture(_ site: String) {
    var head = head("GET", "/rooms/P01/S01/1-large.png")
    head.site = site
    #expect(refusal(head) == .origin)
  }

  @Test("A link from elsewhere may lead to the entrance only")
  func entrance() {
    var head = head("GET", "/enter?token=x")
    head.site = "cross-site"
    #expect(refusal(head) == nil)
  }

  @Test("Other methods are refused", arguments: ["PUT", "DELETE", "OPTIONS", "TRACE", "HEAD"])
  func methods(_ method: String) {
    #expect(refusal(head(method)) == .method)
  }

  @Test(
    "A path that leads out or hides something is none",
    arguments: [
      "/../etc/passwd", "/static/..%2f..%2fexam.yaml", "/static/%2e%2e", "//evil.example", "/a/./b",
      "/a%00b", "/a%5cb", "plan", "/plan/", "",
    ])
  func paths(_ path: String) {
    #expect(throws: Gate.Refusal.path) { try Gate.segments(path) }
  }

  @Test("What stands behind a question mark is no part of a path")
  func query() throws {
    #expect(try Gate.segments("/rooms/P01?x=../..") == ["rooms", "P01"])
  }
}

/// Where paths lead.
@Suite struct RouteTests {
  @Test("A change is one whatever exam it is of")
  func changes() {
    #expect(Route(["print"])?.isChange == true)
    #expect(Route(["exams", "5А", "stop"])?.isChange == true)
    #expect(Route(["printing"])?.isChange == false)
  }

  @Test("A picture is of a page, small or large")
  func pictures() {
    #expect(Route(["rooms", "P01", "C001", "3-large.png"]) != nil)
    #expect(Route(["rooms", "P01", "C001", "3-huge.png"]) == nil)
    #expect(Route(["rooms", "P01", "C001", "-1-large.png"]) == nil)
  }

  @Test("Nothing else is anywhere")
  func nowhere() {
    #expect(Route(["exam.yaml"]) == nil)
    #expect(Route(["rooms"]) == nil)
    #expect(Route(["static", "a", "b"]) == nil)
  }
}
