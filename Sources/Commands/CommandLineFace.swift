import ArgumentParser
import Exam
import Foundation
import Operations

/// The command line: parses, calls one operation, prints, and answers with an exit status.
public enum CommandLineFace {
  /// Runs one command line, without the program's name; `libraries` are those of the render worker.
  public static func run(
    _ arguments: [String], libraries: [(name: String, version: String)]
  ) async -> Int32 {
    CoreDumps.forbid()
    if arguments.first == "--version" {
      Console.document(VersionText.text(libraries))
      return ExitStatus.done.rawValue
    }
    if let page = ManualPage.wanted(by: arguments) {
      Console.document(page)
      return ExitStatus.done.rawValue
    }
    let console = Console(arguments: arguments)
    if let help = HelpText.wanted(by: arguments, console.language) {
      console.out(help)
      return ExitStatus.done.rawValue
    }
    do {
      var command = try TirazhCommand.parseAsRoot(arguments)
      if let asynchronous = command as? any ConsoleCommand {
        return try await asynchronous.run(on: console).rawValue
      }
      try command.run()
      return ExitStatus.done.rawValue
    } catch let trouble as Trouble {
      console.trouble(trouble)
      return trouble.exit.rawValue
    } catch {
      return usage(error, arguments, on: console)
    }
  }

  private static func usage(
    _ error: any Error, _ arguments: [String], on console: Console
  ) -> Int32 {
    if TirazhCommand.exitCode(for: error) == .success {
      console.out(TirazhCommand.fullMessage(for: error))
      return ExitStatus.done.rawValue
    }
    guard TirazhCommand.exitCode(for: error) == .validationFailure else {
      // Not the command line was wrong: a fault that no operation has put into words.
      console.complain(
        Wording(
          ru:
            "tirazh: неожиданная ошибка: \(error). Повторите; если не поможет, покажите эту строку "
            + "тому, кто ведёт программу",
          en:
            "tirazh: unexpected error: \(error). Repeat; if that does not help, show this line to "
            + "whoever keeps the program"))
      return ExitStatus.failed.rawValue
    }
    let words = UsageWords(message: TirazhCommand.message(for: error), arguments: arguments)
    console.complain(words.wording)
    console.complain(Wording(ru: "Подсказка: tirazh --help", en: "Help: tirazh --help"))
    return ExitStatus.usage.rawValue
  }
}

/// A subcommand that runs on a console.
protocol ConsoleCommand: ParsableCommand {
  func run(on console: Console) async throws -> ExitStatus
}

/// The root command: `tirazh` alone tells where things stand.
struct TirazhCommand: ParsableCommand, ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "tirazh",
    subcommands: [
      DemoCommand.self, InitCommand.self, CheckCommand.self, PlanCommand.self, PreviewCommand.self,
      RehearseCommand.self, PrintCommand.self, StopCommand.self, SendToCommand.self,
      TakenCommand.self, ReprintCommand.self,
      AcceptCommand.self, AnswerCommand.self,
      CarryCommand.self, RoomCommand.self,
      StatusCommand.self, VerifyCommand.self,
      PrintersCommand.self, PapersCommand.self, LayoutsCommand.self, ServeCommand.self,
    ])

  @OptionGroup var place: PlaceOptions

  func run(on console: Console) async throws -> ExitStatus {
    try await OverviewScreen(place.desk(), console).show()
  }
}

/// `-C DIR`: which exam.
struct PlaceOptions: ParsableArguments {
  @Option(name: .customShort("C"), help: "The exam's folder (default: here).")
  var directory = "."

  func desk(passwords: PasswordSource = .none) -> ExamDesk {
    Self.desk(in: ExamFolder(path: directory), passwords: passwords)
  }

  /// The desk of a folder.
  static func desk(in folder: ExamFolder, passwords: PasswordSource = .none) -> ExamDesk {
    ExamDesk(
      folder: folder, passwords: passwords, workerExecutable: OwnProgram.executable,
      workerArguments: OwnProgram.workerArguments)
  }
}
