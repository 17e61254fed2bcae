import Exam
import Foundation
import Intake
import Planning

/// Parts of the work alone, for `make bench`: `list FILE` reads a list, `plan FILE` plans for its people,
/// `people COUNT` plans for so many invented ones in rooms of 25, at first and again after a freeze.
@main struct CoreBench {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else {
      throw Wrong("usage: corebench list|plan FILE, or people COUNT")
    }
    if arguments[1] == "people", let count = Int(arguments[2]) {
      return print(try Self.planning(people: count))
    }
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: arguments[2])))
    let people = try ListReader.read(bytes: bytes, fileName: arguments[2]).participants
    guard arguments[1] == "plan" else { return print(people.count) }
    print(String(format: "%.2f", try milliseconds(of: people)))
  }

  /// What is wrong with the command line, or with this program.
  private struct Wrong: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
  }

  /// The median of eleven plans, in milliseconds.
  private static func milliseconds(of people: [Participant]) throws -> Double {
    guard let id = ExamID(rawValue: "BENCH1") else { throw Wrong("six characters") }
    let input = PlanInput(
      description: ExamDescription(title: "Bench"), id: id, participants: people, works: [],
      documents: [], policy: Policy())
    let times = (0..<11).map { _ in
      ContinuousClock().measure { _ = Planner.plan(input) } / .milliseconds(1)
    }
    return times.sorted()[5]
  }

  /// How long so many people take, who sit on seats.
  private static func planning(people count: Int) throws -> String {
    guard let id = ExamID(rawValue: "BENCH1") else { throw Wrong("six characters") }
    let letters = Array("АБВГДЕ")
    let people = (0..<count).map { index in
      Participant(
        ordinal: index + 1, code: ParticipantCode(rawValue: "\(100_000 + index)"),
        className: ClassName(rawValue: "5А"), room: RoomName(rawValue: "\(index / 25 + 1)"),
        seat: Seat(row: index % 25 / 6 + 1, letter: String(letters[index % 25 % 6])))
    }
    var input = PlanInput(
      description: ExamDescription(title: "Bench"), id: id, participants: people, works: [],
      documents: [], policy: Policy())
    let start = ContinuousClock.now
    let plan = Planner.plan(input).plan
    let first = start.duration(to: .now) / .seconds(1)
    input.former = FormerPlan(plan: plan, people: [])
    let again = ContinuousClock().measure { _ = Planner.plan(input) } / .seconds(1)
    return String(format: "%.2f s, again %.2f s", first, again)
  }
}
