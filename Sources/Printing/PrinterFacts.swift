import Cups
import Exam

/// What `Get-Printer-Attributes` says of a printer.
struct PrinterFacts: Sendable {
  static let asked = [
    "printer-name", "printer-state", "printer-state-reasons", "printer-is-accepting-jobs",
    "media-supported", "sides-supported", "print-color-mode-supported", "print-scaling-default",
    "device-uri", "printer-type", "printer-make-and-model",
  ]

  let attributes: IPPAttributes

  /// The device behind a queue, where it speaks IPP and so can count.
  var device: PrinterURI? { attributes.string("device-uri").flatMap(PrinterURI.init) }

  /// Whether the queue hands files on as they are, so that its count is the printer's own; a driver's
  /// count is of the pages its filter wrote, also of jobs that were never printed.
  var isPassThrough: Bool {
    device != nil && (attributes.string("printer-make-and-model") ?? "").hasSuffix("IPP Everywhere")
  }

  func status(name: String, proves: Bool) -> PrinterStatus {
    let state: PrinterStatus.State =
      switch attributes.integer("printer-state") {
      case 4: .processing
      case 5: .stopped
      default: .idle
      }
    return PrinterStatus(
      name: name, state: state,
      reasons: StateReasons.bare(attributes.strings("printer-state-reasons")),
      accepts: attributes.boolean("printer-is-accepting-jobs") ?? true, proves: proves,
      printScalingDefault: attributes.string("print-scaling-default"))
  }

  /// Throws if the printer refuses jobs or cannot do what a ticket asks.
  func admit(_ ticket: JobTicket, name: String) throws {
    guard attributes.boolean("printer-is-accepting-jobs") ?? true else {
      throw PrinterTrouble.refusesJobs(name)
    }
    let asked = [
      ("media", ticket.media), ("sides", ticket.sides.rawValue),
      ("print-color-mode", ticket.printColorMode),
    ]
    for (attribute, value) in asked {
      let supported = attributes.strings(attribute + "-supported")
      guard supported.isEmpty || supported.contains(value) else {
        throw PrinterTrouble.cannot(name, attribute, value)
      }
    }
  }
}
