import Exam
import Planning
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

  private static let packs = ["204": PackID(number: 1), "Спортзал": PackID(number: 2)]

  private static func atBoard(questions: [Int] = [], isFull: Bool = false) -> WindowKeys {
    var keys = WindowKeys()
    keys.isAttended = true
    keys.board = WindowKeys.Surroundings(
      questions: questions, rooms: packs, printers: ["lab1", "lab2"], isFull: isFull)
    return keys
  }

  @Test func aRoomIsMovedByDigits() {
    var keys = Self.atBoard()
    #expect(keys.typed("8") == .ask(.room))
    #expect(keys.typed("305") == .notUnderstood)
    #expect(keys.typed("спортзал") == .ask(.printer(PackID(number: 2))))
    #expect(keys.typed("3") == .notUnderstood)
    #expect(keys.typed("2") == .request(.sendTo(printer: "lab2", packs: [PackID(number: 2)])))
    #expect(keys.prompt == nil)
  }

  @Test func whoThinksBetterOfItMovesNothing() {
    var keys = Self.atBoard()
    #expect(keys.typed("8") == .ask(.room))
    #expect(keys.typed("0") == .nothing)
  }

  @Test func theOnlyQuestionNeedsNoNumber() {
    var one = Self.atBoard(questions: [3])
    #expect(one.typed("204-07") == .request(.answer(question: 3, value: "204-07")))
    #expect(one.typed("0") == .request(.answer(question: 3, value: "0")))
    var two = Self.atBoard(questions: [3, 4])
    #expect(two.typed("204-07") == .notUnderstood)
    #expect(two.typed("4 все") == .request(.answer(question: 4, value: "все")))
  }

  @Test func anEmptyBinIsSaidByADigit() {
    var full = Self.atBoard(isFull: true)
    #expect(full.typed("7") == .request(.taken(printer: nil)))
    var other = Self.atBoard()
    #expect(other.typed("7") == .notUnderstood)
  }

  @Test func theBoardsOtherKeys() {
    var keys = Self.atBoard()
    #expect(keys.typed("5") == .details)
    #expect(keys.typed("9") == .ask(.stop))
    #expect(keys.typed("1") == Self.stop)
  }
}

@Suite struct LineEditorTests {
  private func line(_ keys: [UInt8]) -> String? {
    var editor = LineEditor()
    for key in keys {
      if case .line(let bytes) = editor.take(key) { return String(decoding: bytes, as: UTF8.self) }
    }
    return nil
  }

  @Test func charactersAreTakenBackAsAWhole() {
    #expect(line(Array("1 всё".utf8) + [127, 127, 127] + Array("все\n".utf8)) == "1 все")
    #expect(line(Array("abc".utf8) + [21] + Array("7\r".utf8)) == "7")
  }

  @Test func arrowsTypeNothing() {
    #expect(
      line([0x1B] + Array("[A".utf8) + [0x1B] + Array("[1;5C".utf8) + Array("9\n".utf8)) == "9")
  }
}
