/// The certificates that printers were first met with.
public protocol CertificatePins: Sendable {
  /// Whether a printer shows the certificate that it was first met with; one that is met for the first time
  /// is remembered.
  func isKnown(_ certificate: [UInt8], of printer: String) -> Bool
}
