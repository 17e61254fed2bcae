import Exam
import Foundation
import Planning
import PrintRun

/// What Ctrl-C and typed lines ask of a run, as a value.
///
/// At a terminal Ctrl-C asks what is meant, and pressed again it begins nothing more; elsewhere once begins
/// nothing more. Once more cancels what is printing. A terminal that is closed and a shutdown begin nothing
/// more.
struct WindowKeys {
  /// What is asked of whoever types.
  enum Prompt: Equatable {
    /// What Ctrl-C means.
    case stop
    /// Which pack goes to another printer.
    case room
    /// Which printer it goes to.
    case printer(PackID)
  }

  /// What follows.
  enum Effect: Equatable {
    case nothing
    case request(RunRequest)
    /// A question is to be put.
    case ask(Prompt)
    /// More or less is to be shown.
    case details
    case notUnderstood
  }

  /// What can be meant by what is typed.
  struct Surroundings {
    /// The numbers of the open questions.
    var questions: [Int] = []
    /// The packs that may go to another printer, by what people call them.
    var rooms: [String: PackID] = [:]
    var printers: [String] = []
    /// Whether a bin has to be emptied.
    var isFull = false
  }

  /// Whether somebody sits at a terminal that is listened to.
  var isAttended = false
  /// What stands on the board; nil where there is none, and keys of their own mean nothing.
  var board: Surroundings?
  private(set) var prompt: Prompt?
  private var isStopping = false

  /// A signal came; by hand it is Ctrl-C.
  mutating func raised(byHand: Bool) -> Effect {
    guard !isStopping else {
      return byHand ? .request(.stop(printer: nil, now: true)) : .nothing
    }
    if byHand, isAttended, prompt != .stop { return ask(.stop) }
    return stop(now: false)
  }

  /// A line was typed: a digit while something is asked, else a key of the board, or a question's answer.
  mutating func typed(_ line: String) -> Effect {
    let words = line.split(separator: " ", maxSplits: 1).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    guard let first = words.first, !first.isEmpty else { return .nothing }
    if let prompt, let effect = answered(prompt, words.joined(separator: " ")) { return effect }
    if words.count == 2 {
      guard let number = Int(first) else { return .notUnderstood }
      return .request(.answer(question: number, value: words[1]))
    }
    return alone(first)
  }

  /// What a word means by itself.
  private mutating func alone(_ word: String) -> Effect {
    guard let board else { return .notUnderstood }
    switch word {
    case "5": return .details
    case "7" where board.isFull: return .request(.taken(printer: nil))
    case "8" where board.printers.count > 1 && !board.rooms.isEmpty: return ask(.room)
    case "9": return ask(.stop)
    default:
      // Where only one thing is asked, nothing else can be meant.
      guard board.questions.count == 1, let question = board.questions.first else {
        return .notUnderstood
      }
      return .request(.answer(question: question, value: word))
    }
  }

  /// What an answer to a prompt means; nil if it is none.
  private mutating func answered(_ prompt: Prompt, _ text: String) -> Effect? {
    switch (prompt, text) {
    case (.stop, "1"): return stop(now: false)
    case (.stop, "2"): return stop(now: true)
    case (.stop, "3"), (.room, "0"), (.printer, "0"):
      self.prompt = nil
      return .nothing
    case (.stop, _): return nil
    case (.room, _):
      let room = board?.rooms.first { $0.key.lowercased() == text.lowercased() }
      return room.map { ask(.printer($0.value)) } ?? .notUnderstood
    case (.printer(let pack), _):
      guard let number = Int(text), let printers = board?.printers,
        printers.indices.contains(number - 1)
      else { return .notUnderstood }
      self.prompt = nil
      return .request(.sendTo(printer: printers[number - 1], packs: [pack]))
    }
  }

  private mutating func ask(_ prompt: Prompt) -> Effect {
    self.prompt = prompt
    return .ask(prompt)
  }

  private mutating func stop(now: Bool) -> Effect {
    prompt = nil
    isStopping = true
    return .request(.stop(printer: nil, now: now))
  }
}
