import Cups
import Exam

/// The queues of a CUPS server.
public enum Printers {
  /// How every queue is that accepts jobs, by name.
  public static func acceptingQueues(server: String? = nil) async throws -> [PrinterStatus] {
    try await Blocking.run {
      let connection: IPPConnection
      do {
        connection = try IPPConnection(server: server)
      } catch let error as IPPError {
        throw PrinterTrouble.noServer(error.message)
      }
      var request = IPPRequest(.cupsGetPrinters)
      request.add(.operation, "requested-attributes", .strings(.keyword, PrinterFacts.asked))
      do {
        return try connection.send(request, to: "/").printers.map(status)
          .filter(\.accepts).sorted { $0.name < $1.name }
      } catch let error as IPPError where error.status == 0x0406 {
        return []
      } catch let error as IPPError {
        throw PrinterTrouble.noServer(error.message)
      }
    }
  }

  private static func status(_ attributes: IPPAttributes) -> PrinterStatus {
    let facts = PrinterFacts(attributes: attributes)
    return facts.status(
      name: attributes.string("printer-name") ?? "?", proves: facts.isPassThrough)
  }
}
