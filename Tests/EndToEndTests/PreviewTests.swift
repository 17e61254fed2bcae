import Foundation
import Testing

/// What people look at before they print.
@Suite struct PreviewTests {
  @Test func differencesAreShownOnceForEachPage() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.shrink()
    let run = try sandbox.tirazh("preview", "205", "--diff", "--out", sandbox.out.path)
    #expect(run.status == 0, "\(run.text)")
    let names = try FileManager.default.contentsOfDirectory(atPath: sandbox.out.path).sorted()
    let pages = (1...9).map { "0\($0).png" }
    #expect(names == [1, 2].flatMap { variant in pages.map { "math5 variant-\(variant) \($0)" } })
  }
}
