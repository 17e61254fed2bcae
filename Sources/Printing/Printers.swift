import Cups
import Exam

/// A queue of the CUPS server, and why it is not chosen by itself, if so.
public struct FoundQueue: Sendable {
  /// How it is.
  public let status: PrinterStatus
  /// Why it is left out.
  public let obstacle: PrinterObstacle?
}

/// The queues of a CUPS server.
public enum Printers {
  /// Every queue, by name, judged by what a job asks.
  public static func queues(
    for ticket: JobTicket, server: String? = nil
  ) async throws -> [FoundQueue] {
    let all = try await Blocking.run { _ in try attributes(server) }
    let found = try await withThrowingTaskGroup(of: FoundQueue.self) { group in
      for attributes in all {
        group.addTask { try await Blocking.run { _ in queue(attributes, ticket) } }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    return found.sorted { $0.status.name < $1.status.name }
  }

  private static func attributes(_ server: String?) throws -> [IPPAttributes] {
    let connection: IPPConnection
    do {
      connection = try IPPConnection(server: server)
    } catch let error as IPPError {
      throw PrinterTrouble.noServer(error.message)
    }
    var request = IPPRequest(.cupsGetPrinters)
    request.add(.operation, "requested-attributes", .strings(.keyword, PrinterFacts.asked))
    do {
      return try connection.send(request, to: "/").printers
    } catch let error as IPPError where error.status == 0x0406 {
      return []
    } catch let error as IPPError {
      throw PrinterTrouble.noServer(error.message)
    }
  }

  private static func queue(_ attributes: IPPAttributes, _ ticket: JobTicket) -> FoundQueue {
    var facts = PrinterFacts(attributes: attributes)
    facts.askDevice()
    return FoundQueue(
      status: facts.status(
        name: attributes.string("printer-name") ?? "?"),
      obstacle: facts.obstacle(ticket, choosing: true))
  }
}
