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
  private let language: Language

  /// Names a folder; it is made when it is first needed.
  ///
  /// Without a name it is called by its path.
  public init(url: URL, name: String? = nil, language: Language = .ru) {
    self.url = url
    self.language = language
    self.name = name ?? url.standardizedFileURL.path
  }

  /// A folder is always ready.
  public func status() async throws -> PrinterStatus {
    PrinterStatus(name: name, state: .idle, accepts: true, counting: .shown)
  }

  /// Refuses a file of the job's name that this exam did not put there.
  public func check(_ ticket: JobTicket) async throws {
    guard isWritable else { throw FolderTrouble.noFolder(url) }
    if let file = file(of: ticket) { throw FolderTrouble.foreign(file) }
  }

  /// Writes a hidden part and syncs it.
  public func stage(_ pdf: [UInt8], _ ticket: JobTicket) async throws -> Int {
    try makeFolder()
    if let taken = file(of: ticket) { throw FolderTrouble.foreign(taken) }
    let part = part(of: ticket)
    try? FileManager.default.removeItem(at: part)
    do {
      try FolderFile.write(pdf, to: part)
    } catch let failure as FolderFile.Failure {
      try? FileManager.default.removeItem(at: part)
      throw FolderTrouble.notWritten(place(of: ticket), failure)
    }
    return 0
  }

  /// Gives the part its name and syncs the folder.
  public func release(_ jobID: Int, _ ticket: JobTicket) async throws -> Int {
    do {
      try FolderFile.rename(part(of: ticket), to: place(of: ticket), in: url)
    } catch let failure as FolderFile.Failure {
      try? FileManager.default.removeItem(at: part(of: ticket))
      throw ReleaseFailure(isRefused: true, detail: "\(failure.call) \(failure.code)")
    }
    return jobID
  }

  /// Takes the part away; a file that has its name stays.
  public func cancel(_ jobID: Int, _ ticket: JobTicket) async throws {
    try? FileManager.default.removeItem(at: part(of: ticket))
  }

  /// The file is there under its own name only after it was whole.
  public func look(_ jobID: Int, _ ticket: JobTicket) async throws -> JobSnapshot? {
    guard file(of: ticket) != nil else { return nil }
    return JobSnapshot(
      state: 9, impressions: ticket.pages,
      record: PrinterRecord(state: 9, impressions: ticket.pages))
  }

  /// Takes the part of a job away that was never let go.
  public func find(_ ticket: JobTicket) async throws -> (jobID: Int, JobSnapshot)? {
    try? FileManager.default.removeItem(at: part(of: ticket))
    return try await look(0, ticket).map { (0, $0) }
  }

  private func place(of ticket: JobTicket) -> URL {
    url.appendingPathComponent(FolderName(ticket, language: language).text)
  }

  private func part(of ticket: JobTicket) -> URL {
    url.appendingPathComponent(FolderName(ticket, language: language).part)
  }

  /// The file of a job, whatever room its name begins with.
  private func file(of ticket: JobTicket) -> URL? {
    let name = FolderName(ticket, language: language)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    return names.sorted().first(where: name.isTaken).map(url.appendingPathComponent)
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
