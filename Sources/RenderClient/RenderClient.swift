import ChildProcess
public import Exam
import Foundation
public import Planning
public import RenderProtocol

/// A composed job.
public struct ComposedJob: Sendable {
  /// The PDF.
  public let pdf: [UInt8]
  /// Its pages.
  public let pages: Int
  /// Its sheets of paper.
  public let sheets: Int
}

/// The program's side of a render worker: the only way to anything inside a PDF.
///
/// Blocking pipes are read on a queue of the actor's own. A worker that dies, or is silent for
/// longer than the limit, ends the request with a `Trouble` and is not used again.
public actor RenderClient {
  private let executor = QueueExecutor(label: "tirazh.render")
  private let child: ChildProcess
  private let limit: Int32
  private var isBroken = false

  /// The queue's executor.
  public nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe executor.asUnownedSerialExecutor()
  }

  /// Starts a worker.
  ///
  /// - Parameters:
  ///   - executable: The program.
  ///   - arguments: What makes the program a worker.
  ///   - limit: Seconds a request may take.
  /// - Throws: `Trouble` when the worker cannot be started.
  public init(executable: String, arguments: [String], limit: Int32 = 60) throws {
    do {
      child = try ChildProcess(executable: executable, arguments: arguments)
    } catch {
      throw WorkerTrouble.cannotStart(error)
    }
    self.limit = limit
  }

  /// Sets the layout for all that follows.
  public func layout(name: String, files: [String: String]) throws {
    _ = try ask(.layout(name: name, files: files))
  }

  /// Opens a PDF and returns its page count.
  public func open(sha256: String, bytes: [UInt8], password: String?) throws -> Int {
    guard case .opened(let pages) = try ask(.open(sha256: sha256, password: password), blob: bytes)
    else { throw WorkerTrouble.confused }
    return pages
  }

  /// Facts of every page of an opened PDF.
  public func facts(sha256: String, marks: MarkRule) throws -> [PageFacts] {
    guard case .facts(let facts) = try ask(.facts(sha256: sha256, marks: marks)) else {
      throw WorkerTrouble.confused
    }
    return facts
  }

  /// Sets the plan for all that follows.
  public func use(plan: Plan) throws { _ = try ask(.plan(plan)) }

  /// Pages of every paper of the plan.
  public func measure() throws -> Measures {
    guard case .measures(let measures) = try ask(.measure) else { throw WorkerTrouble.confused }
    return measures
  }

  /// Composes one job.
  public func compose(pack: PackID, recipe: JobRecipe) throws -> ComposedJob {
    guard case .composed(let pages, let sheets) = try ask(.compose(pack: pack, recipe: recipe))
    else { throw WorkerTrouble.confused }
    return ComposedJob(pdf: try talk { try readBlob() }, pages: pages, sheets: sheets)
  }

  /// Draws one job as PNG pictures, one a page.
  public func pictures(pack: PackID, recipe: JobRecipe, dpi: Int) throws -> [[UInt8]] {
    guard
      case .pictures(let count) = try ask(.pictures(pack: pack, recipe: recipe, dpi: dpi))
    else { throw WorkerTrouble.confused }
    return try talk { try (0..<count).map { _ in try readBlob() } }
  }

  /// Ends the worker.
  public func close() {
    guard !isBroken else { return }
    isBroken = true
    _ = child.finish()
  }

  private func ask(_ request: RenderRequest, blob: [UInt8]? = nil) throws -> RenderReply {
    let reply = try talk {
      var bytes = try Frame.message(request)
      if let blob { bytes += Frame.blobHead(blob.count) }
      try unsafe bytes.withUnsafeBytes { try unsafe child.write($0) }
      if let blob { try unsafe blob.withUnsafeBytes { try unsafe child.write($0) } }
      return try Frame.decode(RenderReply.self, from: try read(headBytes: 4, Frame.messageLimit))
    }
    if case .refused(let trouble) = reply { throw trouble }
    return reply
  }

  /// Runs one exchange; whatever breaks it breaks the worker.
  private func talk<R>(_ body: () throws -> R) throws -> R {
    guard !isBroken else { throw WorkerTrouble.died }
    do {
      return try body()
    } catch {
      isBroken = true
      child.kill()
      _ = child.finish()
      throw error is Trouble ? error : WorkerTrouble.died
    }
  }

  private func readBlob() throws -> [UInt8] { try read(headBytes: 8, Frame.blobLimit) }

  private func read(headBytes: Int, _ longest: Int) throws -> [UInt8] {
    guard try child.waitForOutput(seconds: limit) else { throw WorkerTrouble.tooSlow(limit) }
    let head = try child.read(exactly: headBytes)
    guard let length = Frame.length(head, limit: longest) else { throw WorkerTrouble.confused }
    return try child.read(exactly: length)
  }
}
