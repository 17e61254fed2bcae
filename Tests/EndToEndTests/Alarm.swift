import Foundation
import Testing

extension Sandbox {
  /// What the alarm of a replaced file says.
  static let alarmWords = "это не тот файл"

  /// The second variant as another program would save it: other bytes, the same pages.
  func resave(_ name: String, _ mark: String) throws {
    let original = Self.example.appendingPathComponent("variant-2.pdf")
    try (Data(contentsOf: original) + Data("% \(mark)\n".utf8))
      .write(to: exam.appendingPathComponent(name))
  }

  /// The number under which `check` shows the alarm as a stop.
  func alarm() throws -> String? {
    let stops = try tirazh("check", "-v").output.components(separatedBy: "\n\n")
      .first { $0.contains("ОСТАНОВКИ") }
    let line = stops?.split(separator: "\n").first { $0.contains(Self.alarmWords) }
    return line?.split(separator: " ").first.map(String.init)
  }

  /// Accepts the alarm.
  func acceptAlarm() throws {
    let number = try #require(try alarm())
    let run = try tirazh("accept", number, "--reason", "сверено")
    #expect(run.status == 0, "\(run.text)")
  }
}
