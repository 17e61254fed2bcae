import PrintRun
import Testing

@testable import Commands

@Suite struct WindowKeysTests {
  private static let stop = WindowKeys.Effect.request(.stop(printer: nil, now: false))
  private static let stopNow = WindowKeys.Effect.request(.stop(printer: nil, now: true))

  @Test(
    arguments: [
      ("1", stop), ("2", stopNow), ("3", .nothing), ("да", .notUnderstood), ("", .nothing),
      ("2 0", .request(.answer(question: 2, value: "0"))),
    ] as [(String, WindowKeys.Effect)])
  func ctrlCAsksWhatIsMeant(typed: String, effect: WindowKeys.Effect) {
    var keys = WindowKeys()
    keys.isAttended = true
    #expect(keys.raised(byHand: true) == .ask(.stop))
    #expect(keys.typed(typed) == effect)
  }

  @Test func whoGoesOnIsAskedAgain() {
    var keys = WindowKeys()
    keys.isAttended = true
    #expect(keys.raised(byHand: true) == .ask(.stop))
    #expect(keys.typed("3") == .nothing)
    // A digit alone answers nothing now.
    #expect(keys.typed("1") == .notUnderstood)
    #expect(keys.raised(byHand: true) == .ask(.stop))
    #expect(keys.raised(byHand: true) == Self.stop)
    #expect(keys.raised(byHand: true) == Self.stopNow)
  }

  @Test func withoutATerminalTheFirstStopsAndTheSecondCancels() {
    var keys = WindowKeys()
    #expect(keys.raised(byHand: true) == Self.stop)
    #expect(keys.raised(byHand: false) == .nothing)
    #expect(keys.raised(byHand: true) == Self.stopNow)
  }

  @Test func aClosedTerminalStopsWithoutAQuestion() {
    var keys = WindowKeys()
    keys.isAttended = true
    #expect(keys.raised(byHand: false) == Self.stop)
  }

  @Test(
    arguments: [
      ("1 301-10", "301-10"), ("12  все ", "все"), (" 3 0", "0"),
    ])
  func aQuestionIsAnsweredByItsNumber(line: String, value: String) {
    var keys = WindowKeys()
    guard case .request(.answer(_, let said)) = keys.typed(line) else {
      Issue.record("\(line)")
      return
    }
    #expect(said == value)
  }
}
