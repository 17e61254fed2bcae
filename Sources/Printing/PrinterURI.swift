import Cups
import Foundation

/// A printer's uri taken apart: `ipp://host:631/ipp/print`.
struct PrinterURI {
  let text: String
  let host: String
  let port: Int32
  let resource: String
  let isEncrypted: Bool

  /// Reads an `ipp` or `ipps` uri; nil for anything else.
  init?(_ text: String) {
    guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
      ["ipp", "ipps"].contains(scheme), let host = parts.host, !host.isEmpty
    else { return nil }
    self.text = text
    self.host = host
    port = Int32(parts.port ?? 631)
    resource = parts.path.isEmpty ? "/" : parts.path
    isEncrypted = scheme == "ipps"
  }

  func connect(_ interruption: Interruption = Interruption()) throws -> IPPConnection {
    try IPPConnection(
      host: host, port: port, encrypted: isEncrypted, interruption: interruption)
  }
}
