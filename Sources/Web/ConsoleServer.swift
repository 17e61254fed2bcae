public import Exam
import Foundation
import Hummingbird
import Logging
import Operations
import Screens

/// The console in a browser: serves this machine only, until it is ended.
public final class ConsoleServer: Sendable {
  /// The program to start as the render worker.
  public struct Worker: Sendable {
    let executable: String
    let arguments: [String]

    /// Names the program and its arguments.
    public init(executable: String, arguments: [String]) {
      self.executable = executable
      self.arguments = arguments
    }
  }

  /// What came of opening a folder's console.
  public enum Opening: Sendable {
    /// It is to be run here.
    case ours(ConsoleServer)
    /// Another process serves the folder, at this address.
    case theirs(String)
  }

  private let house: ConsoleHouse
  private let note: ServeNote
  private let secret: String
  private let port: Int
  private let ends: AsyncStream<Void>
  private let endNow: AsyncStream<Void>.Continuation

  private init(_ house: ConsoleHouse, _ note: ServeNote, secret: String, port: Int) {
    self.house = house
    self.note = note
    self.secret = secret
    self.port = port
    (ends, endNow) = AsyncStream.makeStream()
  }

  /// Takes a folder to serve it; `port` is a free one if nil.
  public static func open(
    folder path: String, port: Int?, language: Language, worker: Worker
  ) throws -> Opening {
    let folder = ExamFolder(path: path)
    switch try ServeNote.claim(folder) {
    case .theirs(let address):
      return .theirs(Self.address(address.port, Door.token(secret: address.secret)))
    case .ours(let note):
      let house = ConsoleHouse(folder, worker, language)
      let port = try FreePort.find(port)
      return .ours(ConsoleServer(house, note, secret: Door.random(), port: port))
    }
  }

  /// An address that opens the console once.
  public var address: String { Self.address(port, Door.token(secret: secret)) }

  private static func address(_ port: Int, _ token: String) -> String {
    "http://127.0.0.1:\(port)/enter?token=\(token)"
  }

  /// Whether this process prints.
  public var isPrinting: Bool { get async { await house.isPrinting } }

  /// Has nothing more begun; `now` cancels what is printing, too.
  public func stopPrinting(now: Bool) async { await house.stop(now: now) }

  /// Serves until it is ended; `ready` is called once browsers can come.
  public func run(ready: @escaping @Sendable () async -> Void) async throws {
    let responder = ConsoleResponder(
      house: house, door: Door(secret: secret), gate: Gate(port: port), pages: Pages())
    try note.write(ServeNote.Address(port: port, secret: secret))
    try await withThrowingTaskGroup(of: Bool.self) { group in
      group.addTask {
        try await self.serve(responder, on: "127.0.0.1", ready)
        return true
      }
      // A machine may have no addresses of the newer kind.
      group.addTask {
        try? await self.serve(responder, on: "::1") {}
        return false
      }
      group.addTask {
        for await _ in self.ends {}
        return true
      }
      while let isOver = try await group.next(), !isOver {}
      group.cancelAll()
    }
  }

  /// Ends it.
  public func end() async {
    await house.close()
    endNow.finish()
  }

  private func serve(
    _ responder: ConsoleResponder, on host: String, _ ready: @escaping @Sendable () async -> Void
  ) async throws {
    let logger = Logger(label: "tirazh.console") { _ in SwiftLogNoOpLogHandler() }
    let application = Application(
      responder: responder,
      configuration: ApplicationConfiguration(address: .hostname(host, port: port)),
      onServerRunning: { _ in await ready() }, logger: logger)
    try await application.run()
  }
}
