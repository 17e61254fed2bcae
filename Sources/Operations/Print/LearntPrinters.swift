public import Exam
import Foundation
import Printing

/// What rehearsals and runs have learnt of a printer.
public struct LearntPrinter: Hashable, Codable, Sendable {
  /// Pages a minute; nil where the printer does not count.
  public var ppm: Int?
  /// Which sheet lies on top.
  public var order: SheetOrder?
  /// Whether its count of a job was what had come out; nil where it does not count.
  public var counts: Bool?
  /// Whether it printed on one side, as it was told.
  public var isOneSided: Bool?
  /// Whether everything was whole and crisp.
  public var isCrisp: Bool?
  /// SHA-256 of the certificate that it was first met with.
  public var certificate: String?
  /// The day of the last rehearsal.
  public var rehearsed: CivilDate?

  /// Nothing is known yet.
  public init() {}

  /// Whether a person has seen that what it counts did not come out.
  public var isLiar: Bool { counts == false }
}

/// What is known of the printers of this computer, for all exams of its user.
public struct LearntPrinters: Sendable {
  private let file: URL
  private var printers: [String: LearntPrinter]

  /// Reads what is known; nothing, where it cannot be read.
  public init() {
    file = Self.home.appendingPathComponent("printers.json")
    let bytes = try? Data(contentsOf: file)
    printers =
      bytes.flatMap { try? JSONDecoder().decode([String: LearntPrinter].self, from: $0) } ?? [:]
  }

  /// The folder of the user's own that outlives exams: `$XDG_STATE_HOME/tirazh`.
  private static var home: URL {
    let environment = ProcessInfo.processInfo.environment
    let state = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let url =
      state.map { URL(fileURLWithPath: $0, isDirectory: true) }
      ?? FileManager.default.homeDirectoryForCurrentUser.appendingPathComponent(".local/state")
    return url.appendingPathComponent("tirazh", isDirectory: true)
  }

  /// What is known of a printer.
  public subscript(name: String) -> LearntPrinter { printers[name] ?? LearntPrinter() }

  /// Learns something of a printer and keeps it; what cannot be kept is learnt again some day.
  mutating func learn(_ name: String, _ change: (inout LearntPrinter) -> Void) {
    var known = LearntPrinters()
    var printer = known[name]
    change(&printer)
    guard printer != known[name] else { return }
    known.printers[name] = printer
    printers = known.printers
    let coder = JSONEncoder()
    coder.outputFormatting = [.prettyPrinted, .sortedKeys]
    guard let bytes = try? coder.encode(printers) else { return }
    try? FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    try? bytes.write(to: file, options: .atomic)
  }

  /// A printer as exam.yaml describes it, with what is known where that leaves it open.
  func complete(_ printer: PrinterDescription) -> PrinterDescription {
    var printer = printer
    let learnt = self[printer.name]
    if printer.ppm == PrinterDescription.usualPPM { printer.ppm = learnt.ppm ?? printer.ppm }
    printer.order = printer.order ?? learnt.order
    return printer
  }
}

/// Printers that are addressed by `ipps` keep to the certificate that they were first met with.
struct PinnedPrinters: CertificatePins {
  func isKnown(_ certificate: [UInt8], of printer: String) -> Bool {
    let shown = Digest.sha256(certificate)
    var learnt = LearntPrinters()
    guard let known = learnt[printer].certificate else {
      learnt.learn(printer) { $0.certificate = shown }
      return true
    }
    return known == shown
  }
}

extension ExamDesk {
  /// Forgets a printer's certificate: the next one that it shows is taken for its own.
  public nonisolated func trust(_ printer: String) {
    var learnt = LearntPrinters()
    learnt.learn(printer) { $0.certificate = nil }
  }
}
