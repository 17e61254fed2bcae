import Composition
import Exam
import Foundation
import Layout
import Poppler
import RenderProtocol

/// The child process that alone opens PDFs: answers requests until its input ends.
public enum RenderWorker {
  /// Serves standard input and output.
  ///
  /// - Returns: The exit status.
  public static func run() -> Int32 {
    WorkerLimits.apply()
    // Ctrl-C in a terminal reaches the whole group; the parent decides when this ends.
    signal(SIGINT, SIG_IGN)
    // Nothing that a library prints may get between the frames.
    let answers = dup(STDOUT_FILENO)
    quieten()
    dup2(STDERR_FILENO, STDOUT_FILENO)
    let pipe = WorkerPipe(
      input: FileHandle(fileDescriptor: STDIN_FILENO), output: FileHandle(fileDescriptor: answers))
    let desk = WorkerDesk(isolation: WorkerIsolation.apply()) { page in
      WorkerLimits.beginPage()
      try pipe.send(.page(page), [])
    }
    do {
      while let request = try pipe.request() {
        let blob = request.hasBlob ? try pipe.blob() : []
        let (reply, blobs) = desk.answer(request, blob)
        WorkerLimits.endPages()
        try pipe.send(reply, blobs)
      }
      return 0
    } catch {
      return 1
    }
  }
}

extension RenderWorker {
  /// What libraries print is no word for the user; what matters of it comes as findings.
  private static func quieten() {
    let nowhere = unsafe open("/dev/null", O_WRONLY | O_CLOEXEC)
    guard nowhere >= 0 else { return }
    dup2(nowhere, STDERR_FILENO)
    close(nowhere)
  }
}

/// Answers one request after another.
final class WorkerDesk {
  private let composer = Composer()
  private let isolation: Isolation
  private let tell: (Int) throws -> Void

  /// Takes what holds the worker, and what tells which page is looked at.
  init(isolation: Isolation, tell: @escaping (Int) throws -> Void) {
    self.isolation = isolation
    self.tell = tell
  }

  func answer(_ request: RenderRequest, _ blob: [UInt8]) -> (RenderReply, [[UInt8]]) {
    do {
      return try carryOut(request, blob)
    } catch let trouble as Trouble {
      return (.refused(trouble), [])
    } catch let error as PopplerError {
      return (.refused(PDFTrouble.of(error)), [])
    } catch {
      return (.refused(PDFTrouble.unexpected(error)), [])
    }
  }

  private func carryOut(
    _ request: RenderRequest, _ blob: [UInt8]
  ) throws -> (RenderReply, [[UInt8]]) {
    switch request {
    case .hello(let version):
      guard version == renderProtocolVersion else { throw PDFTrouble.version(version) }
      return (.ready(isolation), [])
    case .layout(let name, let files):
      composer.use(layout: try LayoutProfile.parse(name: name, files: files))
      return (.done, [])
    case .open(let sha256, let password):
      return (.opened(pages: try composer.open(blob, sha256: sha256, password: password)), [])
    case .portfolio(let sha256):
      let files = composer.portfolio(sha256: sha256)
      let readable = files.filter { $0.content != nil }
      return (
        .portfolio(
          names: readable.map(\.name),
          unreadable: files.filter { $0.content == nil }.map(\.name)),
        readable.compactMap(\.content)
      )
    case .facts(let sha256, let marks, let codes):
      let facts = try composer.facts(sha256: sha256, marks: marks, codes: codes, tell)
      return (.facts(facts), [])
    case .glyphs(let texts): return (.lacking(try texts.map(PaperText.lacking)), [])
    case .plan(let plan):
      composer.use(plan: plan)
      return (.done, [])
    case .measure:
      return (.measures(try composer.measure()), [])
    case .compose(let pack, let recipe):
      let job = try composer.compose(pack, JobContent(recipe))
      return (.composed(pages: job.pages, sheets: job.sheets), [job.pdf])
    case .paper(let name, let packs, let names):
      let paper = try composer.paper(name, of: packs, names: names)
      return (.composed(pages: paper.pages, sheets: paper.pages), [paper.pdf])
    case .pictures(let pack, let recipe, let dpi):
      let pictures = try composer.pictures(pack, JobContent(recipe), dpi: dpi)
      return (.pictures(count: pictures.count), pictures)
    case .differences(let pack, let recipe, let dpi):
      let pages = try composer.differences(pack, JobContent(recipe), dpi: dpi)
      return (
        .differences(pages.map { PrintedPage(source: $0.page, way: $0.way) }), pages.map(\.picture)
      )
    case .marks: return (.marks(try composer.marks(of: blob)), [])
    case .compare(let pack, let recipe):
      return (.compared(try composer.compare(blob, with: pack, JobContent(recipe))), [])
    }
  }
}

extension JobContent {
  /// What a recipe asks for.
  init(_ recipe: JobRecipe) {
    self.init(
      revision: recipe.revision, attempt: recipe.attempt,
      items: recipe.items.map { ($0.item, $0.pages) }, slip: recipe.slip,
      printer: recipe.printer, nextRoom: recipe.nextRoom, isPreview: recipe.isPreview,
      style: recipe.style, isTurned: recipe.isTurned)
  }
}
