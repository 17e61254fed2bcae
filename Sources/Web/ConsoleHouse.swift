import Exam
import Foundation
import Operations
import PrintRun
import Screens

/// The exams that are served: one, or those of a folder.
actor ConsoleHouse {
  /// The folder that was named.
  nonisolated let root: ExamFolder
  /// Whether the folder holds exams rather than being one.
  nonisolated let holdsExams: Bool
  /// The language where an exam says none.
  nonisolated let language: Language

  private let worker: ConsoleServer.Worker
  private var exams: [String: ConsoleExam] = [:]

  init(_ root: ExamFolder, _ worker: ConsoleServer.Worker, _ language: Language) {
    self.root = root
    self.worker = worker
    self.language = language
    holdsExams = !root.hasDescription && !Self.names(in: root).isEmpty
  }

  /// The exam of this name; without a name the only one.
  func exam(_ name: String?) -> ConsoleExam? {
    guard holdsExams == (name != nil) else { return nil }
    let key = name ?? ""
    if let known = exams[key] { return known }
    if let name, !Self.names(in: root).contains(name) { return nil }
    let folder =
      name.map { ExamFolder(path: root.url.appendingPathComponent($0).path) } ?? root
    let exam = ConsoleExam(folder, worker, Self.language(of: folder) ?? language)
    exams[key] = exam
    return exam
  }

  /// Every exam, by its folder's name.
  func all() -> [(name: String, exam: ConsoleExam)] {
    Self.names(in: root).compactMap { name in exam(name).map { (name, $0) } }
  }

  /// Whether any exam is printed by this process.
  var isPrinting: Bool { exams.values.contains { $0.run.isActive } }

  /// Asks something of every run of this process.
  func stop(now: Bool) {
    for exam in exams.values where exam.run.isActive {
      exam.run.ask(.stop(printer: nil, now: now))
    }
  }

  /// Lets every page go.
  func close() {
    for exam in exams.values { exam.live.close() }
  }

  private static func language(of folder: ExamFolder) -> Language? {
    (try? folder.description())?.language
  }

  /// The subfolders that are exams.
  private static func names(in root: ExamFolder) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.url.path)) ?? []
    return names.filter { name in
      !name.hasPrefix(".")
        && ExamFolder(path: root.url.appendingPathComponent(name).path).hasDescription
    }.sorted()
  }
}
