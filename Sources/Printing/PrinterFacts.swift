import Cups
import Exam
import PrintRun

/// What `Get-Printer-Attributes` says of a printer, and of the device behind a queue.
struct PrinterFacts: Sendable {
  static let asked = [
    "printer-name", "printer-state", "printer-state-reasons", "printer-is-accepting-jobs",
    "media-supported", "media-ready", "sides-supported", "print-color-mode-supported",
    "print-scaling-default", "document-format-supported", "device-uri", "printer-type",
    "printer-make-and-model", "requesting-user-name-allowed", "requesting-user-name-denied",
    "job-page-limit", "job-quota-period",
  ]

  let attributes: IPPAttributes
  /// What the device itself says, where it was asked.
  var deviceFacts: Device?

  /// A device that was asked.
  enum Device: Sendable {
    /// It does not answer.
    case silent
    /// What it says, and whether an ended job has shown that it counts its pages.
    case answers(IPPAttributes, counts: Bool)
  }

  init(attributes: IPPAttributes) { self.attributes = attributes }

  /// What a device says of itself.
  init(ofDevice device: PrinterURI, _ connection: IPPConnection) throws {
    var request = IPPRequest(.getPrinterAttributes, printerURI: device.text)
    request.add(.operation, "requested-attributes", .strings(.keyword, Self.asked))
    guard let printer = try connection.send(request, to: device.resource).printers.first else {
      throw IPPError.incomplete("Get-Printer-Attributes")
    }
    attributes = printer
    deviceFacts = .answers(printer, counts: Device.counts(connection, device))
  }

  /// The device behind a queue, where it speaks IPP and so can count.
  var device: PrinterURI? { attributes.string("device-uri").flatMap(PrinterURI.init) }

  /// Whether the queue hands files on as they are, so that its count is the printer's own; a driver's
  /// count is of the pages its filter wrote, also of jobs that were never printed.
  var isPassThrough: Bool {
    device != nil && (attributes.string("printer-make-and-model") ?? "").hasSuffix("IPP Everywhere")
  }

  /// Asks the device behind a queue that hands files on as they are.
  mutating func askDevice() {
    guard isPassThrough, let device else { return }
    deviceFacts = Device.ask(device)
  }

  /// What the device says; the queue's word where the device was not asked.
  private var own: IPPAttributes {
    if case .answers(let attributes, _) = deviceFacts { return attributes }
    return attributes
  }

  /// A queue counts the pages of its printer only where it hands files on as they are.
  private var counting: Counting {
    let isOwn = attributes.string("device-uri") == nil
    guard isOwn || isPassThrough, takesPDF else { return .never }
    if case .answers(_, counts: true) = deviceFacts { return .shown }
    return .unknown
  }

  func status(name: String) -> PrinterStatus {
    let isSilent = if case .silent = deviceFacts { true } else { false }
    let state: PrinterStatus.State =
      switch attributes.integer("printer-state") {
      case _ where isSilent: .unreachable
      case 4: .processing
      case 5: .stopped
      default: .idle
      }
    return PrinterStatus(
      name: name, state: state,
      reasons: StateReasons.bare(attributes.strings("printer-state-reasons")),
      accepts: attributes.boolean("printer-is-accepting-jobs") ?? true,
      counting: counting, stagesAhead: isPassThrough,
      printScalingDefault: own.string("print-scaling-default"),
      mediaReady: own.strings("media-ready"))
  }

  /// A device that does not say which formats it takes is tried.
  private var takesPDF: Bool {
    let formats = own.strings("document-format-supported")
    return formats.isEmpty || formats.contains("application/pdf")
  }

  /// Why the printer cannot take this user's job, if so; `choosing` tells a queue that is named from
  /// one that is only there.
  func obstacle(_ ticket: JobTicket, choosing: Bool = false) -> PrinterObstacle? {
    if choosing, let kind = kindObstacle { return kind }
    guard attributes.boolean("printer-is-accepting-jobs") ?? true else { return .rejecting }
    if attributes.integer("printer-state") == 5, isPaused { return .paused }
    if case .silent = deviceFacts { return .unreachable }
    guard mayPrint else { return .notAllowed }
    if let limit = attributes.integer("job-page-limit"), limit > 0, limit < ticket.sheets {
      return .quota(pages: limit)
    }
    guard takesPDF else { return .noPDF }
    guard supports("media", ticket.media) else { return .media(ticket.media) }
    guard supports("sides", ticket.sides.rawValue) else { return .sides(ticket.sides) }
    guard supports("print-color-mode", ticket.printColorMode) else { return .color }
    return nil
  }

  /// A queue that is stopped was paused; a device that is stopped may only want paper.
  private var isPaused: Bool {
    attributes.string("device-uri") != nil
      || attributes.strings("printer-state-reasons").contains { $0.hasPrefix("paused") }
  }

  private func supports(_ attribute: String, _ value: String) -> Bool {
    let supported = attributes.strings(attribute + "-supported")
    return supported.isEmpty || supported.contains(value)
  }

  /// Groups cannot be looked up here: the server decides about them.
  private var mayPrint: Bool {
    let user = IPPConnection.user.lowercased()
    let allowed = attributes.strings("requesting-user-name-allowed").map { $0.lowercased() }
    let denied = attributes.strings("requesting-user-name-denied").map { $0.lowercased() }
    if denied.contains(user) { return false }
    return allowed.isEmpty || allowed.contains("all") || allowed.contains(user)
      || allowed.contains { $0.hasPrefix("@") }
  }

  /// IPP `printer-type`: CUPS_PRINTER_REMOTE, CUPS_PRINTER_FAX.
  private enum TypeBit {
    static let remote = 0x2
    static let fax = 0x40000
  }

  /// What a queue is that nobody would print an exam on without saying so.
  private var kindObstacle: PrinterObstacle? {
    let type = attributes.integer("printer-type") ?? 0
    let device = (attributes.string("device-uri") ?? "").lowercased()
    if type & TypeBit.fax != 0 || device.hasPrefix("fax") || device.hasPrefix("hpfax") {
      return .fax
    }
    let writers = ["file:", "cups-pdf:", "pdf:", "tofile:", "/dev/null"]
    if writers.contains(where: device.hasPrefix) { return .file }
    let isShared = device.contains("/printers/") || device.contains("/classes/")
    let isElsewhere = type & TypeBit.remote != 0 || device.hasPrefix("implicitclass:")
    return isShared || isElsewhere ? .foreignQueue : nil
  }
}

extension PrinterFacts.Device {
  /// Asks a device what it takes, and whether its ended jobs carry a count.
  static func ask(_ device: PrinterURI) -> PrinterFacts.Device {
    guard let connection = try? device.connect(),
      let facts = try? PrinterFacts(ofDevice: device, connection), let known = facts.deviceFacts
    else { return .silent }
    return known
  }

  fileprivate static func counts(_ connection: IPPConnection, _ device: PrinterURI) -> Bool {
    let asked = JobRequests.jobs(printerURI: device.text, asking: ["job-impressions-completed"])
    guard let ended = asked.first,
      let jobs = try? connection.send(ended, to: device.resource).jobs
    else { return false }
    return jobs.contains { ($0.integer("job-impressions-completed") ?? 0) > 0 }
  }
}
