import Exam
import Foundation
import Intake
import Planning

/// Parts of the work alone, for `make bench`: `list FILE` reads a list, `plan FILE` plans for its people.
@main struct CoreBench {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else { throw Wrong("usage: corebench list|plan FILE") }
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
}
