import ChildProcess
import Exam
import RenderProtocol

/// How a worker is started, and the seconds a request, or a page of it, may take.
struct WorkerCommand: Sendable {
  let executable: String
  let arguments: [String]
  let limit: Int
}

/// One running worker and the frames that go to and fro.
final class WorkerConnection {
  /// The exchange ended without a whole answer; the worker is of no more use.
  enum Broken: Error {
    /// The child ended or broke off.
    case died
    /// The limit passed.
    case tooSlow
    /// The answer is not one of ours.
    case confused
  }

  /// The page that the worker was at, in the exchange that is going on or was the last.
  private(set) var page: Int?
  private let child: ChildProcess
  private let limit: Int

  /// Starts the program; `SystemError` where that fails.
  init(_ command: WorkerCommand) throws {
    child = try ChildProcess(executable: command.executable, arguments: command.arguments)
    limit = command.limit
  }

  /// Sends a request and waits for the answer and its blobs; throws `Broken`.
  func exchange(
    _ request: RenderRequest, blob: [UInt8]?
  ) throws -> (reply: RenderReply, blobs: [[UInt8]]) {
    var deadline = ContinuousClock.now + .seconds(limit)
    page = nil
    do {
      var bytes = try Frame.message(request)
      if let blob { bytes += Frame.blobHead(blob.count) }
      try child.write(bytes, until: deadline)
      if let blob { try child.write(blob, until: deadline) }
      var reply = try self.reply(deadline)
      while case .page(let number) = reply {
        page = number
        deadline = .now + .seconds(limit)
        reply = try self.reply(deadline)
      }
      let blobs = try (0..<reply.blobCount).map { _ in
        try read(headBytes: 8, Frame.blobLimit, deadline)
      }
      return (reply, blobs)
    } catch let error as SystemError {
      throw error.isTimeout ? Broken.tooSlow : Broken.died
    } catch is DecodingError {
      throw Broken.confused
    }
  }

  /// Ends the worker by closing its input.
  func finish() { _ = child.finish() }

  /// Ends the worker at once.
  func kill() {
    child.kill()
    _ = child.finish()
  }

  private func reply(_ deadline: ContinuousClock.Instant) throws -> RenderReply {
    try Frame.decode(
      RenderReply.self, from: try read(headBytes: 4, Frame.messageLimit, deadline))
  }

  private func read(
    headBytes: Int, _ longest: Int, _ deadline: ContinuousClock.Instant
  ) throws -> [UInt8] {
    let head = try child.read(exactly: headBytes, until: deadline)
    guard let length = Frame.length(head, limit: longest) else { throw Broken.confused }
    return try child.read(exactly: length, until: deadline)
  }
}
