import Exam
import Foundation
import Journal
import RenderClient

/// One exam's folder as a face works with it: reads it, plans it, prints it, and tells how it stands.
///
/// Everything that looks into PDFs goes through one worker, a caller at a time; a run has a worker of its own,
/// because nobody else may change the plan that it composes by.
public actor ExamDesk {
  /// The exam's folder.
  public nonisolated let folder: ExamFolder
  /// The program to start as the render worker, and its arguments.
  private let workerCommand: (executable: String, arguments: [String])

  /// The passwords that people have given while the desk has stood.
  let keys: KeyRing

  /// Pages to be looked at, by a worker of their own.
  let gallery: PageGallery
  /// The plan that they are of, and when it was read.
  var shown: (of: FolderStamp, ShownPlan)?

  private let worker: RenderClient
  /// Whoever has the worker now, and those who wait for it.
  private var isTaken = false
  private var waiting: [CheckedContinuation<Void, Never>] = []
  private var prepared: (of: FolderStamp, PreparedExam)?

  /// Prepares to work in a folder; the worker is started when it is first needed.
  public init(
    folder: ExamFolder, passwords: PasswordSource = .none, workerExecutable: String,
    workerArguments: [String]
  ) {
    self.folder = folder
    keys = KeyRing(passwords)
    workerCommand = (workerExecutable, workerArguments)
    worker = RenderClient(executable: workerExecutable, arguments: workerArguments)
    gallery = PageGallery(executable: workerExecutable, arguments: workerArguments)
  }

  /// Runs `body` with the desk's worker, when it is free.
  func withWorker<Result: Sendable>(
    _ body: (RenderClient) async throws -> Result
  ) async throws -> Result {
    if isTaken {
      await withCheckedContinuation { waiting.append($0) }
    }
    isTaken = true
    defer {
      isTaken = !waiting.isEmpty
      if isTaken { waiting.removeFirst().resume() }
    }
    return try await body(worker)
  }

  /// Runs `body` with a worker of its own, that ends with it.
  func withOwnWorker<Result: Sendable>(
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
    let stamp = try FolderStamp(folder.url, answers, takesLayout: takesLayout)
    if let (known, exam) = prepared, known == stamp { return exam }
    let exam = try await withWorker {
      try await prepare(with: $0, answers: answers, takesLayout: takesLayout)
    }
    SeenFindings(folder: folder).keep(exam)
    // What came while it was read is not in it.
    prepared =
      try FolderStamp(folder.url, answers, takesLayout: takesLayout) == stamp ? (stamp, exam) : nil
    return exam
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
    guard let journal = try journal ?? vouched(prepared) else { return prepared }
    return try MaterialWatch(journal: journal).review(prepared)
  }

  /// A journal for an exam that has none, where exam.yaml vouches for a material: a person's word holds
  /// for the file it was given for.
  private nonisolated func vouched(_ prepared: PreparedExam) throws -> ExamJournal? {
    let isVouched = prepared.description.works.contains { $0.materials.contains(where: \.verified) }
    return isVouched ? try ExamJournal(folder: folder.url, create: true) : nil
  }

  /// By what is known whether anything in the folder has changed.
  public nonisolated func stamp() throws -> FolderStamp {
    try FolderStamp(folder.url, [:], takesLayout: false)
  }

  /// The journal, if the exam has one.
  nonisolated func journal() throws -> ExamJournal? {
    guard ExamJournal.exists(in: folder.url) else { return nil }
    return try ExamJournal(folder: folder.url, create: false)
  }

  /// The frozen revision, if there is one.
  nonisolated func frozen() throws -> FrozenRevision? { try journal()?.currentRevision() }
}

/// By what a preparation is known: the folder's files as they stand, and what a person has said.
public struct FolderStamp: Hashable, Sendable {
  private struct File: Hashable, Sendable {
    let path: String
    let size: Int
    let changed: Date
  }

  private let files: Set<File>
  private let answers: [String: Bool]
  private let takesLayout: Bool

  /// What faces note there: it changes nothing of the exam.
  private static let notes = ["seen", "serve.json"]

  /// The files of a folder, those of its journal among them.
  init(_ folder: URL, _ answers: [String: Bool], takesLayout: Bool) throws {
    self.answers = answers
    self.takesLayout = takesLayout
    let keys: [URLResourceKey] = [.fileSizeKey, .contentModificationDateKey]
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: keys)
    let notes = Self.notes.map { folder.appendingPathComponent(".tirazh/" + $0).path }
    files = Set(
      try (found?.allObjects as? [URL] ?? []).filter { !notes.contains($0.path) }.map { file in
        let values = try file.resourceValues(forKeys: Set(keys))
        return File(
          path: file.path, size: values.fileSize ?? 0,
          changed: values.contentModificationDate ?? .distantPast)
      })
  }
}
