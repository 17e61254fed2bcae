import Foundation
import Testing

/// What was accepted holds for what a person has read, and no longer than that.
@Suite struct ReplacementTests {
  @Test func acceptingSomethingElseLeavesTheAlarm() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.shrink()
    #expect(try sandbox.tirazh("plan", "--freeze").status == 0)
    try sandbox.describe { $0.replacingOccurrences(of: "variant-2.pdf", with: "newer.pdf") }
    try sandbox.replace("newer.pdf", with: "pdf/variant-2-short.pdf")
    let lines = try sandbox.tirazh("check", "-v").output.split(separator: "\n")
    let other = try #require(lines.first { $0.contains("разное число страниц") })
    let number = try #require(other.split(separator: " ").first)
    let run = try sandbox.tirazh("accept", String(number), "--reason", "сверено")
    #expect(run.status == 0, "\(run.text)")
    #expect(try sandbox.alarm() != nil)
  }

  @Test func anAcceptanceEndsWithTheReplacementItWasFor() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.shrink()
    for mark in ["A", "B", "A"] {
      try sandbox.resave("variant-2.pdf", mark)
      if try sandbox.tirazh("check").output.contains(Sandbox.alarmWords) {
        try sandbox.acceptAlarm()
      }
      #expect(try sandbox.tirazh("plan", "--freeze").status == 0)
    }
    try sandbox.resave("variant-2.pdf", "B")
    #expect(try sandbox.alarm() != nil)
  }

  @Test func aNumberStandsForWhatWasShownUnderIt() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.shrink()
    #expect(try sandbox.tirazh("plan", "--freeze").status == 0)
    try sandbox.resave("variant-2.pdf", "B")
    let words = "Сначала tirazh check"
    let unseen = try sandbox.tirazh("accept", "1", "--reason", "сверено")
    #expect(unseen.status == 3 && unseen.text.contains(words), "\(unseen.text)")
    let number = try #require(try sandbox.alarm())
    try sandbox.resave("variant-2.pdf", "C")
    let other = try sandbox.tirazh("accept", number, "--reason", "сверено")
    #expect(other.status == 3 && other.text.contains(words), "\(other.text)")
    let kept = sandbox.exam.appendingPathComponent(".tirazh/seen")
    let text = try String(contentsOf: kept, encoding: .utf8)
    #expect(
      text.split(separator: "\n").allSatisfy { $0.count == 64 && $0.allSatisfy(\.isHexDigit) })
    let mode = try FileManager.default.attributesOfItem(atPath: kept.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }
}
