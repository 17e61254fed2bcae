import Foundation
import Testing

/// Where pictures of the screens are wanted: `make pictures`.
private let picturesFolder = ProcessInfo.processInfo.environment["TIRAZH_PICTURES"]

/// The morning in a real browser.
@Suite(.serialized) struct BrowserTests {
  /// A browser at the console of a folder.
  private func visiting(
    _ folder: URL, environment: [String: String] = [:],
    _ body: (Browser, ServedConsole) throws -> Void
  ) throws {
    let console = try ServedConsole(folder, environment: environment)
    defer { _ = console.end() }
    let browser = try Browser()
    defer { browser.end() }
    try browser.resize(1366, 768)
    try browser.open(console.address)
    try body(browser, console)
  }

  /// Says yes to everything that is asked before paper is used.
  private func approve(_ browser: Browser, until selector: String) throws {
    try patiently {
      if try browser.has("#ask-1") { try browser.run("document.querySelector('#ask-1')?.click()") }
      return try browser.has(selector)
    }
  }

  @Test("From an empty folder to printed packs, and one page of them once more")
  func wholeMorning() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.seat(["204": 1...4, "205": 5...7])
    let folder = sandbox.folder.appendingPathComponent("new")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    try visiting(folder) { browser, _ in
      let files = ["список.csv", "variant-1.pdf", "variant-2.pdf"].map {
        sandbox.exam.appendingPathComponent($0).path
      }
      try browser.type(files.joined(separator: "\n"), into: "#files")
      try browser.click("form[action='/upload'] button")
      try browser.await("#start")
      try browser.click("#start")
      try browser.await(".steps")
      try browser.click("#next")
      try browser.await("table.cards")
      #expect(try browser.text().contains("205"))
      try browser.click("form[action='/print'] button")
      try approve(browser, until: ".state.done")
      try browser.awaitEnd(of: "#stop-button")
      // Where there is no printer, packs go into a folder.
      let out = folder.appendingPathComponent("печать").path
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: out).count { $0.hasSuffix(".pdf") } == 2
      )
      try reprint(browser, into: out)
    }
  }

  private func reprint(_ browser: Browser, into out: String) throws {
    try browser.click("a[href='/rooms/P01']")
    try browser.await("#reprint")
    try browser.click("#reprint summary")
    try browser.click("input[name=copy][value='204-02']")
    try browser.type("2", into: "#pages")
    try browser.click("input[name=reason][value='1']")
    try browser.click("#reprint button.main")
    try patiently {
      try FileManager.default.contentsOfDirectory(atPath: out).contains { $0.contains("P01-a2") }
    }
    try browser.awaitEnd(of: "#stop-button")
    try browser.click("a[href='/rooms/P01']")
    try browser.await("table.cards")
    #expect(try browser.text().contains("204-02 (стр. 2) — замятие"))
  }

  @Test("STOP in mid-run, what has begun cancelled, the question answered, and the rest printed")
  func stopped() throws {
    let (sandbox, lab) = try atLab(printers: 1)
    defer { leave(sandbox, lab) }
    try lab.set("delay", of: "lab1", to: "12")
    try visiting(sandbox.exam, environment: lab.environment) { browser, _ in
      try browser.open(address(browser, "/plan"))
      try browser.click("form[action='/print'] button")
      try approve(browser, until: "progress")
      try browser.await("progress:not([value='0'])")
      try browser.click("#stop-button")
      try browser.await("input[name=now]")
      try browser.click("#stop-button")
      try browser.await(".question")
      try browser.awaitEnd(of: "#stop-button")
      #expect(try browser.text().contains("НУЖЕН ЧЕЛОВЕК"))
      try lab.set("delay", of: "lab1", to: "1")
      try browser.click(".question button[value='0']")
      try browser.awaitEnd(of: ".question")
      try browser.click("form[action='/print'] button.large")
      try approve(browser, until: ".state.done")
      try patiently { try sandbox.states().values.allSatisfy { $0 == "proved" } }
      try browser.awaitEnd(of: "#stop-button")
    }
  }

  /// A path of the console that a browser is at.
  private func address(_ browser: Browser, _ path: String) throws -> String {
    try "\(browser.run("return location.origin") as? String ?? "")\(path)"
  }

  @Test("By keys alone one comes to the next step; a program that has ended is said to be gone")
  func keysAndEnd() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.shrink()
    let console = try ServedConsole(sandbox.exam)
    let browser = try Browser()
    defer { browser.end() }
    try browser.open(console.address)
    let (tab, enter) = ("\u{E004}", "\u{E007}")
    for _ in 0..<20 {
      try browser.press(tab)
      if try browser.run("return document.activeElement.id") as? String == "next" { break }
    }
    try browser.press(enter)
    try browser.await("table.cards")
    try browser.open(address(browser, "/rooms/P01/C001/1"))
    try browser.press("\u{E014}")
    try browser.await("[id=sheet][src*='/2-large']")
    #expect(console.end() == 0)
    try browser.await("#lost:not([hidden])")
  }

  @Test(
    "Pictures of the screens, in both languages and sizes",
    .enabled(if: picturesFolder != nil), arguments: ["ru", "en"])
  func pictures(_ language: String) throws {
    let folder = URL(fileURLWithPath: picturesFolder ?? "", isDirectory: true)
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.describe { $0 + "\nlanguage: \(language)\n" }
    let lab = try PrintLab(printers: 2)
    defer { lab.end() }
    for printer in ["lab1", "lab2"] { try lab.set("delay", of: printer, to: "90") }
    try visiting(sandbox.exam, environment: lab.environment) { browser, _ in
      try browser.open(address(browser, "/plan"))
      try browser.click("form[action='/print'] button")
      try approve(browser, until: "progress")
      try browser.await("progress:not([value='0'])")
      for (width, height) in [(1366, 768), (360, 740)] {
        try browser.resize(width, height)
        for path in Self.screens {
          try browser.open(address(browser, path))
          try patiently {
            try browser.run(
              """
              return [...document.images].every((image) =>
                image.complete || image.getBoundingClientRect().top > innerHeight)
              """) as? Bool == true
          }
          let name = path.dropFirst().replacing("/", with: "-")
          let file = "\(language)-\(width)-\(name.isEmpty ? "today" : name).png"
          try browser.picture().write(to: folder.appendingPathComponent(file))
        }
      }
      try browser.open(address(browser, "/"))
      for _ in 0..<2 {
        try browser.click("#stop-button")
        usleep(1_500_000)
      }
    }
  }

  private static let screens = [
    "/", "/plan", "/printing", "/findings", "/printers", "/journal", "/rooms/P01",
    "/rooms/P01/C001", "/rooms/P01/C001/1", "/begin",
  ]

  /// What `make deps` brings: the rules of axe-core.
  private static let axe = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("../../../.build/axe/axe.min.js")

  @Test("No screen has an obstacle for anybody, on a laptop and on a phone")
  func accessible() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.shrink()
    try sandbox.describe { $0 + "\nprinters:\n  - {name: pile, folder: out/}\n" }
    // Something printed, and something to find.
    #expect(try sandbox.tirazh("print", "--yes").status == 0)
    let rules = try String(contentsOf: Self.axe, encoding: .utf8)
    try visiting(sandbox.exam) { browser, _ in
      for (width, height) in [(1366, 768), (360, 740)] {
        try browser.resize(width, height)
        for path in Self.screens {
          try browser.open(address(browser, path))
          try browser.run(rules + "\nwindow.axe = axe;")
          let found = try browser.later(
            """
            const done = arguments[arguments.length - 1];
            axe.run().then((seen) => done(seen.violations.map(
              (one) => one.id + ': ' + one.nodes.map((node) => node.html).join(' '))));
            """)
          #expect((found as? [String]) == [], "\(path) at \(width)")
          let wide = try browser.run("return document.documentElement.scrollWidth") as? Int
          #expect(try #require(wide) <= width, "\(path) at \(width) is wider than the screen")
        }
      }
    }
  }

  @Test("Nothing of an exam's page is kept in the browser's profile")
  func nothingKept() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.shrink()
    try visiting(sandbox.exam) { browser, console in
      let visitor = try Visitor(again: console, sandbox.exam)
      let picture = try visitor.get("/rooms/P01/C001/1-large.png").body
      try browser.open(address(browser, "/rooms/P01/C001/1"))
      try browser.await("#sheet")
      try patiently {
        try browser.run("return document.querySelector('#sheet').complete") as? Bool == true
      }
      let part = picture.dropFirst(200).prefix(64)
      let kept = browser.written().filter { file in
        (try? Data(contentsOf: file))?.range(of: part) != nil
      }
      #expect(kept == [])
    }
  }
}

extension Visitor {
  /// Comes in by an address of its own: the console's first one is used.
  init(again console: ServedConsole, _ folder: URL) throws {
    let address = try Program.run(["serve", folder.path]).output
    let path = String(address.drop { $0 != "/" }.dropFirst(2).drop { $0 != "/" })
    let entered = try PlainHTTP.send(
      console.port, "GET", path.trimmingCharacters(in: .whitespacesAndNewlines))
    let set = try #require(entered.headers["set-cookie"])
    self.init(port: console.port, cookie: String(set.prefix { $0 != ";" }))
  }
}
