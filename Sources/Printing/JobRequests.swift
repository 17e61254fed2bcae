import Cups
import Exam
import Foundation

/// The IPP requests of a job; every attribute that matters is sent, nothing is left to defaults.
enum JobRequests {
  /// `Create-Job` (held) or `Print-Job` with the job's own attributes.
  static func create(
    _ operation: IPPRequest.Operation, _ ticket: JobTicket, printerURI: String, isHeld: Bool
  ) -> IPPRequest {
    var request = IPPRequest(operation, printerURI: printerURI)
    request.add(.operation, "job-name", .strings(.name, [ticket.name]))
    if operation == .printJob {
      request.add(.operation, "document-name", .strings(.name, [ticket.name]))
      request.add(.operation, "document-format", .strings(.mimeType, ["application/pdf"]))
    }
    request.add(.job, "copies", .integer(1))
    if isHeld {
      request.add(.job, "job-hold-until", .strings(.keyword, ["indefinite"]))
      request.add(.job, "job-sheets", .strings(.name, ["none", "none"]))
      request.add(.job, "job-uuid", .strings(.uri, [uuid(ticket)]))
    }
    request.add(.job, "media", .strings(.keyword, [ticket.media]))
    request.add(.job, "print-color-mode", .strings(.keyword, [ticket.printColorMode]))
    request.add(.job, "print-scaling", .strings(.keyword, [ticket.printScaling]))
    request.add(.job, "sides", .strings(.keyword, [ticket.sides.rawValue]))
    return request
  }

  /// `Send-Document` with the whole file.
  static func sendDocument(
    _ jobID: Int, printerURI: String, format: String, _ ticket: JobTicket
  ) -> IPPRequest {
    var request = IPPRequest(.sendDocument, printerURI: printerURI)
    request.add(.operation, "job-id", .integer(jobID))
    request.add(.operation, "document-name", .strings(.name, [ticket.name]))
    request.add(.operation, "document-format", .strings(.mimeType, [format]))
    request.add(.operation, "last-document", .boolean(true))
    return request
  }

  /// A request about one job of a printer.
  static func about(
    _ jobID: Int, _ operation: IPPRequest.Operation, printerURI: String, asking: [String] = []
  ) -> IPPRequest {
    var request = IPPRequest(operation, printerURI: printerURI)
    request.add(.operation, "job-id", .integer(jobID))
    if !asking.isEmpty {
      request.add(.operation, "requested-attributes", .strings(.keyword, asking))
    }
    return request
  }

  /// `Get-Jobs`, ended ones too.
  static func jobs(printerURI: String, asking: [String]) -> [IPPRequest] {
    ["completed", "not-completed"].map { which in
      var request = IPPRequest(.getJobs, printerURI: printerURI)
      request.add(.operation, "which-jobs", .strings(.keyword, [which]))
      request.add(.operation, "requested-attributes", .strings(.keyword, asking))
      return request
    }
  }

  static func uuid(_ ticket: JobTicket) -> String {
    "urn:uuid:" + ticket.uuid.uuidString.lowercased()
  }
}
