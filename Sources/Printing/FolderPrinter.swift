public import Exam
public import Foundation

/// Prints into a folder: each job becomes one file, whole or not at all.
public struct FolderPrinter: Printer {
  /// What the journal calls it: two folders have different names.
  public let name: String
  private let url: URL
  private let exam: ExamID

  /// Names a folder; it is made when it is first needed.
  ///
  /// Without a name it is called by its path.
  public init(url: URL, examID: ExamID, name: String? = nil) {
    self.url = url
    exam = examID
    self.name = name ?? url.standardizedFileURL.path
  }

  /// A folder is always ready.
  public func status() async throws -> PrinterStatus {
    PrinterStatus(name: name, state: .idle, accepts: true, proves: true)
  }

  /// Refuses a file of the job's name that this exam did not put there.
  public func check(_ ticket: JobTicket) async throws {
    try makeFolder()
    let file = url.appendingPathComponent(Self.fileName(ticket))
    if FileManager.default.fileExists(atPath: file.path) { throw FolderTrouble.foreign(file) }
  }

  /// Writes a hidden part, syncs it, renames it and syncs the folder.
  public func print(
    _ pdf: [UInt8], as ticket: JobTicket, to sink: JobSink,
    stop: @escaping @Sendable () -> StopRequest
  ) async throws -> Verdict {
    try makeFolder()
    let file = url.appendingPathComponent(Self.fileName(ticket))
    let part = url.appendingPathComponent("." + Self.fileName(ticket) + ".part")
    guard !FileManager.default.fileExists(atPath: file.path) else {
      throw FolderTrouble.foreign(file)
    }
    try? FileManager.default.removeItem(at: part)
    try sink.report(.staging)
    do {
      try FolderFile.write(pdf, to: part)
      guard stop() == .none else {
        try? FileManager.default.removeItem(at: part)
        try sink.report(.ended(.failed, detail: "stopped before it was released"))
        return .failed
      }
      try sink.report(.releasing)
      try FolderFile.rename(part, to: file, in: url)
    } catch let failure as FolderFile.Failure {
      try? FileManager.default.removeItem(at: part)
      try sink.report(.ended(.failed, detail: "\(failure.call) \(failure.code)"))
      throw FolderTrouble.notWritten(file, failure)
    }
    try sink.report(.progress(impressions: ticket.pages))
    try sink.report(.ended(.proved, detail: "fsync"))
    return .proved
  }

  /// The file is there under its own name only after it was whole.
  public func recover(
    _ ticket: JobTicket, lastEvent: JobEvent?, to sink: JobSink,
    stop: @escaping @Sendable () -> StopRequest
  ) async throws -> Verdict? {
    let file = url.appendingPathComponent(Self.fileName(ticket))
    let part = url.appendingPathComponent("." + Self.fileName(ticket) + ".part")
    try? FileManager.default.removeItem(at: part)
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    // Before `releasing` the name was not ours yet: the file is somebody else's.
    guard lastEvent != nil, lastEvent != .staging else { return nil }
    try sink.report(.ended(.proved, detail: "found"))
    return .proved
  }

  /// `7F3A2C-P01-a1.pdf`.
  static func fileName(_ ticket: JobTicket) -> String {
    "\(ticket.exam.rawValue)-\(ticket.pack.rawValue)-a\(ticket.attempt).pdf"
  }

  private func makeFolder() throws {
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    } catch {
      throw FolderTrouble.noFolder(url)
    }
  }
}
