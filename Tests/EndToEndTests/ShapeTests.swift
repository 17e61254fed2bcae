import Foundation
import Testing

/// The documents of `--json` have exactly the promised keys, null written out.
@Suite struct ShapeTests {
  @Test func planHasItsKeys() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    let run = try sandbox.tirazh("plan", "--json")
    #expect(run.status == 0)
    let plan = try object(run.output)
    #expect(keys(plan) == ["exam", "revision", "frozen", "totals", "packs", "findings"])
    #expect(keys(plan["exam"]) == ["id", "title", "date"])
    #expect(keys(plan["totals"]) == ["participants", "copies", "sheets"])
    let packs = try #require(plan["packs"] as? [[String: Any]])
    #expect(packs.count == 3)
    for pack in packs {
      #expect(
        keys(pack) == [
          "pack", "room", "part", "participants", "sheets", "printer", "startS", "readyS",
          "papers", "copies", "order",
        ])
      for paper in list(pack["papers"]) { #expect(keys(paper) == ["copy", "paper", "pages"]) }
      for copy in list(pack["copies"]) {
        #expect(
          keys(copy) == [
            "copy", "serial", "code", "seat", "class", "work", "variant", "spare", "pages",
            "source",
          ])
        for page in list(copy["source"]) { #expect(keys(page) == ["material", "file", "page"]) }
      }
    }
  }

  @Test func findingsHaveTheirKeys() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.replace("variant-2.pdf", with: "pdf/variant-2-short.pdf")
    let findings = list(try object(sandbox.tirazh("plan", "--json").output)["findings"])
    #expect(!findings.isEmpty)
    for finding in findings {
      #expect(keys(finding) == ["number", "code", "severity", "scope", "id", "message", "where"])
    }
  }

  @Test func statusHasItsKeys() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    #expect(try sandbox.tirazh("print", "205", "--to", sandbox.out.path).status == 0)
    let status = try object(sandbox.tirazh("status", "--json").output)
    #expect(keys(status) == ["exam", "revision", "packs", "printers", "questions"])
    let packs = list(status["packs"])
    #expect(packs.map { $0["state"] as? String } == ["waiting", "proved", "waiting"])
    for pack in packs {
      #expect(
        keys(pack) == [
          "pack", "room", "state", "attempt", "printer", "sheetsDone", "sheets", "needed",
          "written", "question",
        ])
    }
  }

  @Test func samePlanSameBytes() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    #expect(
      try sandbox.tirazh("plan", "--json").output == sandbox.tirazh("plan", "--json").output)
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func keys(_ value: Any?) -> Set<String> {
    Set((value as? [String: Any] ?? [:]).keys)
  }

  private func list(_ value: Any?) -> [[String: Any]] { value as? [[String: Any]] ?? [] }
}
