import Exam
import Foundation
import Operations
import Planning
import PrintRun
import Screens

/// Shows where each pack stands until nothing is open: a screen that is redrawn, or a line for each change.
struct Watching {
  let desk: ExamDesk
  let console: Console

  private static let clearScreen = "\u{1B}[H\u{1B}[2J"

  func show() async throws {
    var said: [PackID: String] = [:]
    for try await status in desk.changes() {
      if console.isTerminal {
        console.ask(Self.clearScreen)
        console.out(StatusScreen(status, console.language).text)
      } else {
        for standing in status.packs {
          let line = line(standing, status)
          if said[standing.pack.id] != line { console.out(line) }
          said[standing.pack.id] = line
        }
      }
    }
    try NextStep.show(desk, console)
  }

  private func line(_ standing: PackStanding, _ status: ExamStatus) -> String {
    let done = standing.state == .printing ? " · \(standing.sheetsDone(status.plan.sides))" : ""
    return Wording.room(standing.pack.label)[console.language] + ": "
      + StateWords.word(standing)[console.language] + done
  }
}
