public import Exam
public import Foundation
public import PrintRun

/// Prints into a folder: each job becomes one file, whole or not at all.
public struct FolderPrinter: Printer {
  /// What the journal calls it: two folders have different names.
  public let name: String
  /// Somebody else prints the files.
  public let destination = Destination.file
  private let url: URL
  private let exam: ExamID
  private let language: Language

  /// Names a folder; it is made when it is first needed.
  ///
  /// Without a name it is called by its path.
  public init(url: URL, examID: ExamID, name: String? = nil, language: Language = .ru) {
    self.url = url
    exam = examID
    self.language = language
    self.name = name ?? url.standardizedFileURL.path
  }

  /// A folder is always ready.
  public func status() async throws -> PrinterStatus {
    PrinterStatus(name: name, state: .idle, accepts: true, proves: true)
  }

  /// Refuses a file of the job's name that this exam did not put there.
  public func check(_ ticket: JobTicket) async throws {
    guard isWritable else { throw FolderTrouble.noFolder(url) }
    if let file = file(of: ticket) { throw FolderTrouble.foreign(file) }
  }

  /// Writes a hidden part, syncs it, renames it and syncs the folder.
  public func print(
    _ pdf: [UInt8], as ticket: JobTicket, to sink: JobSink,
    stop: @escaping @Sendable () -> StopRequest
  ) async throws -> Verdict {
    try makeFolder()
    if let taken = file(of: ticket) { throw FolderTrouble.foreign(taken) }
    let name = FolderName(ticket, language: language)
    let file = url.appendingPathComponent(name.text)
    let part = url.appendingPathComponent(name.part)
    removeStaleParts()
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
    removeStaleParts()
    guard file(of: ticket) != nil else { return nil }
    // Before `releasing` the name was not ours yet: the file is somebody else's.
    guard lastEvent != nil, lastEvent != .staging else { return nil }
    try sink.report(.ended(.proved, detail: "found"))
    return .proved
  }

  /// The file of a job, whatever room its name begins with.
  private func file(of ticket: JobTicket) -> URL? {
    let name = FolderName(ticket, language: language)
    return names.first(where: name.isTaken).map(url.appendingPathComponent)
  }

  private var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted()
  }

  /// Parts of this exam: nobody else writes here while its print lock is held.
  private func removeStaleParts() {
    for name in names where name.hasPrefix(".\(exam.rawValue)-P") && name.hasSuffix(".pdf.part") {
      try? FileManager.default.removeItem(at: url.appendingPathComponent(name))
    }
  }

  /// Whether files can be written here, or the folder can be made.
  private var isWritable: Bool {
    var isFolder: ObjCBool = false
    var place = url.standardizedFileURL
    while unsafe !FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder),
      place.path != "/"
    {
      place.deleteLastPathComponent()
    }
    return isFolder.boolValue && FileManager.default.isWritableFile(atPath: place.path)
  }

  private func makeFolder() throws {
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    } catch {
      throw FolderTrouble.noFolder(url)
    }
  }
}
