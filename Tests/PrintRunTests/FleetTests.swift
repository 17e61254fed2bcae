import Foundation
import Testing

@Suite struct FleetTests {
  /// `make soak` asks for more.
  private static let mornings =
    ProcessInfo.processInfo.environment["TIRAZH_MORNINGS"].flatMap(Int.init) ?? 200

  /// Printers die, lie and forget, servers print twice, the program is killed at any moment, people stop,
  /// move and answer: in the end all is there, once, or somebody was asked.
  @Test(arguments: 0..<20) func everyMorningEnds(part: Int) throws {
    for seed in stride(from: part + 1, through: Self.mornings, by: 20) {
      var morning = FleetMorning(seed: seed)
      try morning.play()
      morning.check()
    }
  }
}
