import Foundation
import Testing

/// The console, request by request.
@Suite struct ServeTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.shrink()
  }

  /// Serves the sandbox to a body; ends with it.
  private func serving(_ body: (ServedConsole) throws -> Void) throws {
    defer { sandbox.remove() }
    let console = try ServedConsole(sandbox.exam)
    defer { #expect(console.end() == 0) }
    try body(console)
  }

  private static func words(_ text: String) -> String {
    text.replacing(/<[^>]*>/, with: " ")
  }

  @Test(
    "Without its token, by another name, from another page and by another method nobody comes in")
  func refusals() throws {
    try serving { console in
      let visitor = try Visitor(console)
      func status(_ method: String, _ path: String, _ headers: [String: String]) throws -> Int {
        try PlainHTTP.send(
          console.port, method, path, headers: ["Cookie": visitor.cookie].merging(headers) { $1 }
        ).status
      }
      #expect(try status("GET", "/plan", [:]) == 200)
      #expect(try status("GET", "/plan", ["Cookie": ""]) == 401)
      #expect(try status("GET", "/plan", ["Cookie": "tirazh-\(console.port)=0123"]) == 401)
      #expect(try status("GET", console.entrance, [:]) == 401)
      #expect(try status("GET", "/plan", ["Host": "evil.example:\(console.port)"]) == 421)
      #expect(try status("GET", "/plan", ["Origin": "http://evil.example"]) == 403)
      #expect(try status("POST", "/print", [:]) == 403)
      #expect(try status("PUT", "/plan", [:]) == 405)
      #expect(try status("GET", "/print", [:]) == 405)
      #expect(try status("GET", "/../exam.yaml", [:]) == 404)
      #expect(try status("GET", "/static/..%2fexam.yaml", [:]) == 404)
      #expect(try status("GET", "/exam.yaml", [:]) == 404)
    }
  }

  @Test("A form without its key, of another kind, or larger than any is refused")
  func forms() throws {
    try serving { console in
      let visitor = try Visitor(console)
      let own = [
        "Cookie": visitor.cookie, "Origin": "http://127.0.0.1:\(console.port)",
        "Content-Type": "application/x-www-form-urlencoded",
      ]
      func status(_ body: Data, _ headers: [String: String] = [:]) throws -> Int {
        try PlainHTTP.send(
          console.port, "POST", "/print", headers: own.merging(headers) { $1 }, body: body
        ).status
      }
      #expect(try status(Data("room=205".utf8)) == 403)
      #expect(try status(Data("key=0123".utf8)) == 403)
      #expect(try status(Data("{}".utf8), ["Content-Type": "application/json"]) == 400)
      #expect(try status(Data(count: 1 << 17)) == 413)
    }
  }

  @Test("What shows the exam is kept by no browser, and asks for nothing from elsewhere")
  func headers() throws {
    try serving { console in
      let visitor = try Visitor(console)
      for path in ["/", "/plan", "/rooms/P01", "/rooms/P01/C001/1-small.png"] {
        let answer = try visitor.get(path)
        #expect(answer.status == 200, "\(path)")
        #expect(answer.headers["cache-control"] == "no-store", "\(path)")
        #expect(
          answer.headers["content-security-policy"]?.hasPrefix("default-src 'self';") == true)
      }
      let cookie = try #require(
        PlainHTTP.send(console.port, "GET", "/enter?token=x").status == 401 ? visitor.cookie : nil)
      #expect(cookie.hasPrefix("tirazh-\(console.port)="))
    }
  }

  @Test("A second one gives the address of the first, and it opens")
  func second() throws {
    try serving { console in
      let other = try Program.run(["serve", sandbox.exam.path])
      #expect(other.status == 0)
      let address = other.output.trimmingCharacters(in: .whitespacesAndNewlines)
      #expect(address.hasPrefix("http://127.0.0.1:\(console.port)/enter?token="))
      #expect(address != console.address)
      let path = String(address.drop { $0 != "/" }.dropFirst(2).drop { $0 != "/" })
      #expect(try PlainHTTP.send(console.port, "GET", path).status == 303)
    }
  }

  @Test(
    "Every screen says what the desk says, in its language and no other", arguments: ["ru", "en"])
  func languages(_ language: String) throws {
    try sandbox.describe { $0 + "\nlanguage: \(language)\n" }
    try serving { console in
      let visitor = try Visitor(console)
      let plan = try sandbox.tirazh("plan").output
      #expect(plan.contains("205"))
      for path in ["/", "/plan", "/printing", "/findings", "/printers", "/journal", "/rooms/P01"] {
        let answer = try visitor.get(path)
        #expect(answer.status == 200, "\(path)")
        let text = Self.words(answer.text)
        // The example itself is Russian: its title, school, list and subject may stand anywhere.
        let own = ["ВПР. Математика, 5 класс", "Математика", "Инструкция", "список"]
        let rest = own.reduce(text) { $0.replacingOccurrences(of: $1, with: " ") }
        if language == "en" {
          let cyrillic = rest.matches(of: /\p{Cyrillic}{2,}/).map { String($0.0) }
          #expect(cyrillic == [], "\(path)")
        } else {
          let english = rest.matches(of: /\b(?:the|and|of|is|to|room|sheet|page|pack|print)\b/)
          #expect(english.map { String($0.0) } == [], "\(path)")
        }
        #expect(!text.contains("tirazh "), "\(path)")
      }
    }
  }

  @Test("A page is shown as a picture, small and large; nothing of it is written")
  func pictures() throws {
    try serving { console in
      let visitor = try Visitor(console)
      let small = try visitor.get("/rooms/P01/C001/1-small.png")
      let large = try visitor.get("/rooms/P01/C001/1-large.png")
      #expect(small.body.starts(with: [0x89, 0x50, 0x4e, 0x47]))
      #expect(large.body.count > small.body.count)
      #expect(try visitor.get("/rooms/P01/C001/99-small.png").status == 404)
      #expect(try visitor.get("/rooms/P77/C001/1-small.png").status == 404)
      let own = try FileManager.default.contentsOfDirectory(
        atPath: sandbox.exam.appendingPathComponent(".tirazh").path)
      #expect(Set(own).isSubset(of: ["seen", "serve.json", "id"]))
    }
  }

  @Test("An empty folder begins by files and a form; a file that is there is not replaced unasked")
  func begin() throws {
    defer { sandbox.remove() }
    let folder = sandbox.folder.appendingPathComponent("new")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    let console = try ServedConsole(folder)
    defer { #expect(console.end() == 0) }
    let visitor = try Visitor(console)
    let names = ["список.csv", "variant-1.pdf", "variant-2.pdf"]
    let files = try names.map {
      (name: $0, bytes: try Data(contentsOf: sandbox.exam.appendingPathComponent($0)))
    }
    #expect(try visitor.upload(files).status == 303)
    let kept = try Data(contentsOf: folder.appendingPathComponent("список.csv"))
    _ = try visitor.upload([("список.csv", Data("x".utf8)), ("../../evil.csv", Data("x".utf8))])
    _ = try visitor.upload([("run.sh", Data("x".utf8))])
    #expect(try Data(contentsOf: folder.appendingPathComponent("список.csv")) == kept)
    #expect(
      try Set(FileManager.default.contentsOfDirectory(atPath: folder.path))
        == Set(names + [".tirazh"]))
    #expect(try visitor.post("/start", [("date", "31.02.2030"), ("bell", "9:00")]).status == 303)
    #expect(
      !FileManager.default.fileExists(atPath: folder.appendingPathComponent("exam.yaml").path))
    #expect(try visitor.post("/start", [("date", "12.03.2030"), ("bell", "9:30")]).status == 303)
    let written = try String(
      contentsOf: folder.appendingPathComponent("exam.yaml"), encoding: .utf8)
    #expect(written.contains("12.03.2030"))
    #expect(try visitor.get("/plan").text.contains("205"))
  }

  @Test("A folder of exams is a list; each opens by itself")
  func list() throws {
    defer { sandbox.remove() }
    let other = sandbox.folder.appendingPathComponent("Школа 2")
    try FileManager.default.copyItem(at: sandbox.exam, to: other)
    let console = try ServedConsole(sandbox.folder)
    defer { #expect(console.end() == 0) }
    let visitor = try Visitor(console)
    let list = try visitor.get("/").text
    #expect(list.contains("href=\"/exams/exam\""))
    #expect(list.contains("Школа 2"))
    #expect(try visitor.get("/exams/exam/plan").text.contains("205"))
    #expect(try visitor.get("/exams/%D0%A8%D0%BA%D0%BE%D0%BB%D0%B0%202/plan").status == 200)
    #expect(try visitor.get("/exams/out/plan").status == 404)
    #expect(try visitor.get("/plan").status == 404)
  }
}
