import ArgumentParser
import Exam
import Foundation
import Operations
import Web

/// `tirazh serve`: the console in a browser.
struct ServeCommand: ConsoleCommand {
  static let configuration = CommandConfiguration.of("serve")

  @OptionGroup var place: PlaceOptions
  @Argument var directory: String?
  @Option var port: Int?
  @Flag(name: .customLong("open")) var opens = false

  func run(on console: Console) async throws -> ExitStatus {
    let folder = directory ?? place.directory
    let worker = ConsoleServer.Worker(
      executable: OwnProgram.executable, arguments: OwnProgram.workerArguments)
    switch try ConsoleServer.open(
      folder: folder, port: port, language: Console.language(of: folder), worker: worker)
    {
    case .theirs(let address):
      console.err(
        console.say(
          ru: "Эта папка уже открыта в браузере. Её адрес, годится один раз:",
          en: "This folder is served already. Its address, to be used once:"))
      show(address, console)
    case .ours(let server):
      let window = ServeWindow(server, console)
      try await server.run {
        console.err(
          console.say(
            ru: "Откройте в браузере этого компьютера (адрес годится один раз; закрыть: Ctrl-C):",
            en: "Open in this computer's browser (the address can be used once; to end: Ctrl-C):"))
        show(server.address, console)
      }
      window.rest()
    }
    return .done
  }

  private func show(_ address: String, _ console: Console) {
    console.document(address)
    guard opens else { return }
    // The address is shown all the same, and whoever opens it may take its time.
    Thread.detachNewThread { try? Desktop.show(address) }
  }
}
