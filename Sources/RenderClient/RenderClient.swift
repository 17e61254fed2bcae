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

/// What lies inside a portfolio.
public struct PortfolioFiles: Sendable {
  /// The files with their content, in the order of their names.
  public let files: [(name: String, bytes: [UInt8])]
  /// The names of files that cannot be read.
  public let unreadable: [String]

  /// Whether there is nothing inside, as of a PDF that is no portfolio.
  public var isEmpty: Bool { files.isEmpty && unreadable.isEmpty }
}

/// The program's side of the render worker: the only way to anything inside a PDF.
///
/// Blocking pipes are read on a queue of the actor's own. A worker that dies, or takes longer than
/// the limit, ends the request with a `Trouble`; the next request gets a fresh worker, which is first
/// told all that the old one knew. A document that ends two workers is not told again; one that does so
/// while it is told is named by its digest.
public actor RenderClient {
  private let executor = QueueExecutor(label: "tirazh.render")
  private let command: WorkerCommand
  private var worker: WorkerConnection?
  private var session = RenderSession()

  /// The queue's executor.
  public nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe executor.asUnownedSerialExecutor()
  }

  /// Prepares to work; the worker is started by the first request.
  ///
  /// - Parameters:
  ///   - executable: The program.
  ///   - arguments: What makes the program a worker.
  ///   - limit: Seconds a request may take, or each page of it where pages are looked at.
  public init(executable: String, arguments: [String], limit: Int = 60) {
    command = WorkerCommand(executable: executable, arguments: arguments, limit: limit)
  }

  /// Sets the layout for all that follows.
  public func layout(name: String, files: [String: String]) throws {
    _ = try ask(.layout(name: name, files: files))
    session.layout = .layout(name: name, files: files)
  }

  /// Opens a PDF and returns its page count.
  public func open(sha256: String, bytes: [UInt8], password: String?) throws -> Int {
    if worker != nil, let known = session.documents[sha256] { return known.pages }
    let request = RenderRequest.open(sha256: sha256, password: password)
    return try about(sha256) {
      guard case .opened(let pages) = try ask(request, blob: bytes) else {
        throw WorkerTrouble.confused
      }
      session.documents[sha256] = .init(request: request, bytes: bytes, pages: pages)
      return pages
    }
  }

  /// What holds the worker.
  public func isolation() throws -> Isolation {
    guard case .ready(let isolation) = try ask(.hello(version: renderProtocolVersion)) else {
      throw WorkerTrouble.confused
    }
    return isolation
  }

  /// The files inside an opened PDF, none where it is no portfolio; a PDF that kills the worker is not
  /// opened any more.
  public func portfolio(sha256: String) throws -> PortfolioFiles {
    try about(sha256) {
      let (reply, blobs) = try exchange(.portfolio(sha256: sha256))
      guard case .portfolio(let names, let unreadable) = reply, names.count == blobs.count else {
        throw WorkerTrouble.confused
      }
      return PortfolioFiles(
        files: zip(names, blobs).map { ($0, $1) }, unreadable: unreadable)
    }
  }

  /// Facts of every page of an opened PDF; a PDF that kills the worker is not opened any more.
  public func facts(
    sha256: String, marks: MarkRule, codes: CodeRule = .mark
  ) throws -> [PageFacts] {
    try about(sha256) {
      let request = RenderRequest.facts(sha256: sha256, marks: marks, codes: codes)
      guard case .facts(let facts) = try ask(request) else {
        throw WorkerTrouble.confused
      }
      return facts
    }
  }

  /// Asks about a document a second time when the worker ended: it may have been no fault of its own.
  private func about<R>(_ sha256: String, _ body: () throws -> R) throws -> R {
    do {
      return try body()
    } catch let trouble as Trouble where worker == nil && trouble.place.isEmpty {
      do {
        return try body()
      } catch var trouble as Trouble {
        if trouble.place.en == sha256 { trouble.place = Wording(same: "") }
        if worker == nil { session.documents[sha256] = nil }
        throw trouble
      }
    }
  }

  /// Sets the plan for all that follows.
  public func use(plan: Plan) throws {
    _ = try ask(.plan(plan))
    session.plan = .plan(plan)
  }

  /// For each text the characters that no font has, as `U+1F3EB`.
  public func lacking(_ texts: [String]) throws -> [[String]] {
    guard case .lacking(let lacking) = try ask(.glyphs(texts: texts)),
      lacking.count == texts.count
    else { throw WorkerTrouble.confused }
    return lacking
  }

  /// Pages of every paper of the plan.
  public func measure() throws -> Measures {
    guard case .measures(let measures) = try ask(.measure) else { throw WorkerTrouble.confused }
    return measures
  }

  /// Composes one job.
  public func compose(pack: PackID, recipe: JobRecipe) throws -> ComposedJob {
    let (reply, blobs) = try exchange(.compose(pack: pack, recipe: recipe))
    guard case .composed(let pages, let sheets) = reply, let pdf = blobs.first else {
      throw WorkerTrouble.confused
    }
    return ComposedJob(pdf: pdf, pages: pages, sheets: sheets)
  }

  /// Composes a paper alone, one after another for each of the packs.
  public func paper(
    _ name: String, of packs: [PackID], names: [String: String]
  ) throws -> ComposedJob {
    let (reply, blobs) = try exchange(.paper(name: name, packs: packs, names: names))
    guard case .composed(let pages, let sheets) = reply, let pdf = blobs.first else {
      throw WorkerTrouble.confused
    }
    return ComposedJob(pdf: pdf, pages: pages, sheets: sheets)
  }

  /// Draws one job as PNG pictures, one a page.
  public func pictures(pack: PackID, recipe: JobRecipe, dpi: Int) throws -> [[UInt8]] {
    let (reply, blobs) = try exchange(.pictures(pack: pack, recipe: recipe, dpi: dpi))
    guard case .pictures = reply else { throw WorkerTrouble.confused }
    return blobs
  }

  /// How each page of a copy differs on paper from its material, as a PNG picture.
  public func differences(
    pack: PackID, recipe: JobRecipe, dpi: Int
  ) throws -> [(page: PrintedPage, picture: [UInt8])] {
    let (reply, blobs) = try exchange(.differences(pack: pack, recipe: recipe, dpi: dpi))
    guard case .differences(let pages) = reply, pages.count == blobs.count else {
      throw WorkerTrouble.confused
    }
    return zip(pages, blobs).map { ($0, $1) }
  }

  /// The text of the mark of each page of a print file; nil where there is none.
  public func marks(of file: [UInt8]) throws -> [String?] {
    guard case .marks(let marks) = try ask(.marks, blob: file) else {
      throw WorkerTrouble.confused
    }
    return marks
  }

  /// Compares a print file with a job.
  public func compare(
    _ file: [UInt8], with pack: PackID, recipe: JobRecipe
  ) throws -> FileComparison {
    let request = RenderRequest.compare(pack: pack, recipe: recipe)
    guard case .compared(let comparison) = try ask(request, blob: file) else {
      throw WorkerTrouble.confused
    }
    return comparison
  }

  /// Ends the worker.
  public func close() {
    worker?.finish()
    worker = nil
  }

  private func ask(_ request: RenderRequest, blob: [UInt8]? = nil) throws -> RenderReply {
    try exchange(request, blob: blob).reply
  }

  /// One request and its answer; whatever breaks the exchange ends the worker.
  private func exchange(
    _ request: RenderRequest, blob: [UInt8]? = nil
  ) throws -> (reply: RenderReply, blobs: [[UInt8]]) {
    let worker = try self.worker ?? revived()
    self.worker = worker
    do {
      let answer = try worker.exchange(request, blob: blob)
      if case .refused(let trouble) = answer.reply { throw trouble }
      return answer
    } catch let broken as WorkerConnection.Broken {
      worker.kill()
      self.worker = nil
      throw WorkerTrouble.of(broken, during: request, at: worker.page, limit: command.limit)
    }
  }

  /// A fresh worker that knows what the session has told so far.
  private func revived() throws -> WorkerConnection {
    let worker: WorkerConnection
    do {
      worker = try WorkerConnection(command)
    } catch {
      throw WorkerTrouble.cannotStart(error)
    }
    for known in session.requests {
      do {
        try tell(known, to: worker)
      } catch var trouble as Trouble {
        worker.kill()
        if let sha256 = known.document {
          session.documents[sha256] = nil
          trouble.place = Wording(same: sha256)
        }
        throw trouble
      }
    }
    return worker
  }

  private func tell(_ known: RenderSession.Known, to worker: WorkerConnection) throws {
    do {
      let (reply, _) = try worker.exchange(known.request, blob: known.blob)
      if case .refused(let trouble) = reply { throw trouble }
    } catch let broken as WorkerConnection.Broken {
      throw WorkerTrouble.of(
        broken, during: known.request, at: worker.page, limit: command.limit)
    }
  }
}

/// What a worker has been told, to be told again to the one that replaces it.
struct RenderSession {
  struct OpenedDocument {
    let request: RenderRequest
    let bytes: [UInt8]
    let pages: Int
  }

  var layout: RenderRequest?
  var documents: [String: OpenedDocument] = [:]
  var plan: RenderRequest?

  /// A request that was answered, its blob, and the document it was about, by digest.
  struct Known {
    let request: RenderRequest
    var blob: [UInt8]?
    var document: String?
  }

  /// The requests that bring a fresh worker up to date.
  var requests: [Known] {
    var requests = [Known(request: .hello(version: renderProtocolVersion))]
    if let layout { requests.append(Known(request: layout)) }
    for (sha256, document) in documents.sorted(by: { $0.key < $1.key }) {
      requests.append(
        Known(request: document.request, blob: document.bytes, document: sha256))
    }
    if let plan { requests.append(Known(request: plan)) }
    return requests
  }
}
