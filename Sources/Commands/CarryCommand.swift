import ArgumentParser
import Exam
import Operations
import Screens

/// `tirazh carry`: a participant goes to another room, with the printed copy.
struct CarryCommand: ConsoleCommand {
  static let configuration = CommandConfiguration.of("carry")

  @OptionGroup var place: PlaceOptions
  @Argument var copy: String
  @Argument var room: String
  @Flag var print = false

  func run(on console: Console) async throws -> ExitStatus {
    let desk = place.desk()
    let planned = try await desk.carry(copy, to: room, prints: print)
    planned.lines(console.language, isDone: true).forEach(console.out)
    try NextStep.show(desk, console)
    return .done
  }
}

/// `tirazh room`: a room's pack is given out at another door.
struct RoomCommand: ConsoleCommand {
  static let configuration = CommandConfiguration.of("room")

  @OptionGroup var place: PlaceOptions
  @Argument var room: String
  @Argument var name: String

  func run(on console: Console) async throws -> ExitStatus {
    let desk = place.desk()
    let planned = try await desk.moveRoom(room, to: name)
    planned.lines(console.language, isDone: true).forEach(console.out)
    try NextStep.show(desk, console)
    return .done
  }
}
