import CCups
import Foundation

/// A connection to a CUPS server or a printer.
///
/// Its calls block, and libcups keeps its last error per thread: use it from one thread only.
@safe public final class IPPConnection {
  /// Seconds without a byte after which an exchange has failed.
  private static let silence = 20.0
  /// The same while a document is sent: printers stop reading while they print.
  private static let uploadSilence = 600.0

  private let http: OpaquePointer
  private let interruption: Interruption

  /// The user in whose name requests are sent.
  public static var user: String { unsafe String(cString: cupsUser()) }

  /// Connects to a CUPS server: a socket's path, `host:port`, or the environment's choice if nil.
  public init(server: String? = nil, interruption: Interruption = Interruption()) throws {
    self.interruption = interruption
    let name = unsafe server ?? String(cString: cupsServer())
    let isSocket = name.hasPrefix("/")
    let parts = name.split(separator: ":")
    let host = isSocket ? name : String(parts.first ?? "localhost")
    let port = isSocket ? 0 : parts.count > 1 ? Int32(parts[1]) ?? ippPort() : ippPort()
    unsafe http = try Self.connect(host, port, encrypted: false)
  }

  /// Connects to a printer.
  public init(
    host: String, port: Int32, encrypted: Bool, interruption: Interruption = Interruption()
  ) throws {
    self.interruption = interruption
    unsafe http = try Self.connect(host, port, encrypted: encrypted)
  }

  deinit { unsafe httpClose(http) }

  private static func connect(
    _ host: String, _ port: Int32, encrypted: Bool
  ) throws -> OpaquePointer {
    let encryption = encrypted ? HTTP_ENCRYPTION_ALWAYS : HTTP_ENCRYPTION_IF_REQUESTED
    guard
      let http = unsafe httpConnect2(host, port, nil, AF_UNSPEC, encryption, 1, 5000, nil)
    else {
      throw IPPError(operation: "connect", status: -1, message: host)
    }
    return unsafe http
  }

  /// The certificate that the other side has shown, as it came; nil where nothing is encrypted.
  public var certificate: [UInt8]? {
    var chain: OpaquePointer?
    guard unsafe httpCopyCredentials(http, &chain) == 0, let list = unsafe chain else { return nil }
    defer { unsafe httpFreeCredentials(list) }
    guard let first = unsafe cupsArrayFirst(list) else { return nil }
    let credential = unsafe first.assumingMemoryBound(to: http_credential_t.self).pointee
    return unsafe Array(
      UnsafeRawBufferPointer(start: credential.data, count: credential.datalen))
  }

  /// Sends a request, with a document if there is one, and copies the response.
  ///
  /// - Parameters:
  ///   - request: The request; charset, language and user are set here.
  ///   - resource: The path: `/`, `/printers/lab1`, `/ipp/print`.
  ///   - document: The document's bytes.
  /// - Returns: The response, where its status is successful.
  /// - Throws: `IPPError`.
  public func send(
    _ request: IPPRequest, to resource: String, document: [UInt8]? = nil
  ) throws -> IPPResponse {
    var request = request
    request.add(
      .operation, "requesting-user-name", .strings(.name, [Self.user]))
    guard let ipp = unsafe request.build() else {
      throw IPPError(operation: "\(request.operation)", status: -1, message: "no memory")
    }
    // Without a limit a device that is switched on but hangs is waited for without end.
    unsafe interruption.watch(http, limit: document == nil ? Self.silence : Self.uploadSilence)
    let response =
      if let document {
        try unsafe upload(document, ipp, resource, "\(request.operation)")
      } else {
        unsafe cupsDoRequest(http, ipp, resource)
      }
    defer { unsafe ippDelete(response) }
    let status = unsafe response.map { unsafe Int32($0.statusValue) } ?? -1
    guard let response = unsafe response, status >= 0, status < 0x0100 else {
      throw IPPError(
        operation: "\(request.operation)", status: status,
        message: unsafe String(cString: cupsLastErrorString()))
    }
    return unsafe Self.copy(response)
  }

  private func upload(
    _ document: [UInt8], _ ipp: OpaquePointer, _ resource: String, _ operation: String
  ) throws -> OpaquePointer? {
    defer { unsafe ippDelete(ipp) }
    let length = unsafe ippLength(ipp) + document.count
    var status = unsafe cupsSendRequest(http, ipp, resource, length)
    if status == HTTP_STATUS_CONTINUE {
      status = unsafe document.withUnsafeBytes { buffer in
        unsafe cupsWriteRequestData(
          http, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
      }
    }
    guard status == HTTP_STATUS_CONTINUE || status == HTTP_STATUS_OK else {
      throw IPPError(
        operation: operation, status: -1, message: unsafe String(cString: cupsLastErrorString()))
    }
    return unsafe cupsGetResponse(http, resource)
  }

  private static func copy(_ response: OpaquePointer) -> IPPResponse {
    var result = IPPResponse()
    var current = IPPAttributes()
    var group = IPP_TAG_ZERO
    func close() {
      guard !current.isEmpty else { return }
      switch group {
      case IPP_TAG_JOB: result.jobs.append(current)
      case IPP_TAG_PRINTER: result.printers.append(current)
      case IPP_TAG_OPERATION: result.operation = current
      default: break
      }
      current = IPPAttributes()
    }
    var attribute = unsafe ippFirstAttribute(response)
    while let item = unsafe attribute {
      let tag = unsafe ippGetGroupTag(item)
      // Groups of one kind are kept apart by an attribute without a name.
      if let name = unsafe ippGetName(item) {
        if tag != group { close() }
        group = tag
        unsafe current.add(String(cString: name), values(of: item))
      } else {
        close()
        group = IPP_TAG_ZERO
      }
      unsafe attribute = ippNextAttribute(response)
    }
    close()
    return result
  }

  private static func values(of attribute: OpaquePointer) -> [IPPValue] {
    let tag = unsafe ippGetValueTag(attribute)
    return (0..<(unsafe ippGetCount(attribute))).map { index in
      switch tag {
      case IPP_TAG_INTEGER, IPP_TAG_ENUM:
        return .integer(Int(unsafe ippGetInteger(attribute, index)))
      case IPP_TAG_BOOLEAN: return .boolean(unsafe ippGetBoolean(attribute, index) != 0)
      default:
        guard let text = unsafe ippGetString(attribute, index, nil) else { return .other }
        return .string(unsafe String(cString: text))
      }
    }
  }
}

extension OpaquePointer {
  /// The status code of a response.
  fileprivate var statusValue: Int32 {
    Int32(truncatingIfNeeded: unsafe ippGetStatusCode(self).rawValue)
  }
}
