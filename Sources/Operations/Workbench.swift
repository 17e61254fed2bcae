import Foundation
import Journal
import RenderClient

/// What every operation works with: the exam's folder, a render worker, and the clock.
public struct Workbench: Sendable {
  /// The exam's folder.
  public let folder: ExamFolder
  /// The program to start as the render worker, and its arguments.
  let workerCommand: (executable: String, arguments: [String])

  /// The passwords of this run.
  let keys: KeyRing

  /// Prepares to work in a folder; the worker is started when it is first needed.
  public init(
    folder: ExamFolder, passwords: PasswordSource = .none, workerExecutable: String,
    workerArguments: [String]
  ) {
    self.folder = folder
    keys = KeyRing(passwords)
    workerCommand = (workerExecutable, workerArguments)
  }

  /// Runs `body` with a worker that ends with it.
  func withWorker<Result: Sendable>(
    _ body: (RenderClient) async throws -> Result
  ) async throws -> Result {
    let worker = RenderClient(
      executable: workerCommand.executable, arguments: workerCommand.arguments)
    do {
      let result = try await body(worker)
      await worker.close()
      return result
    } catch {
      await worker.close()
      throw error
    }
  }

  /// Reads and plans the exam as its files are now, to be shown: what a person may then accept by
  /// its number is kept.
  ///
  /// `answers` are what a person said of doubtful participants, by the doubt's id; where `takesLayout`,
  /// the layout that exam.yaml names takes the place of the frozen one.
  public func prepare(
    answers: [String: Bool] = [:], takesLayout: Bool = false
  ) async throws -> PreparedExam {
    let prepared = try await withWorker {
      try await prepare(with: $0, answers: answers, takesLayout: takesLayout)
    }
    SeenFindings(folder: folder).keep(prepared)
    return prepared
  }

  /// Reads and plans the exam with a worker.
  func prepare(
    with worker: RenderClient, answers: [String: Bool] = [:], takesLayout: Bool = false
  ) async throws -> PreparedExam {
    let journal = try journal()
    let frozen = try takesLayout ? nil : journal?.currentRevision()
    let prepared = try await Preparation(
      folder: folder, worker: worker, keys: keys,
      former: try journal?.formerPlan(answers: answers),
      frozenLayout: frozen.map {
        LayoutSource(name: $0.layoutName, files: $0.layoutFiles)
      }
    ).run()
    guard let journal else { return prepared }
    return try MaterialWatch(journal: journal).review(prepared)
  }

  /// The journal, if the exam has one.
  func journal() throws -> ExamJournal? {
    guard ExamJournal.exists(in: folder.url) else { return nil }
    return try ExamJournal(folder: folder.url, create: false)
  }

  /// The frozen revision, if there is one.
  func frozen() throws -> FrozenRevision? { try journal()?.currentRevision() }
}
