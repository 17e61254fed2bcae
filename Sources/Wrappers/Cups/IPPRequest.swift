import CCups

/// An IPP request as a value.
public struct IPPRequest: Sendable {
  /// The kinds of text.
  public enum Tag: Sendable {
    case keyword
    case name
    case uri
    case mimeType
    case language
    case charset
  }

  /// A value with its kind.
  public enum Value: Sendable {
    case integer(Int)
    case enumeration(Int)
    case boolean(Bool)
    case strings(Tag, [String])
  }

  /// The groups of a request.
  public enum Group: Sendable {
    case operation
    case job
  }

  /// The operations in use, by their number in RFC 8011 and CUPS.
  public enum Operation: Int32, Sendable {
    case printJob = 0x0002
    case validateJob = 0x0004
    case createJob = 0x0005
    case sendDocument = 0x0006
    case cancelJob = 0x0008
    case getJobAttributes = 0x0009
    case getJobs = 0x000A
    case getPrinterAttributes = 0x000B
    case releaseJob = 0x000D
    case cupsGetPrinters = 0x4002
  }

  let operation: Operation
  private var attributes: [(Group, String, Value)] = []

  /// A request about a printer or job uri; nil for the server as a whole.
  public init(_ operation: Operation, printerURI: String? = nil, jobURI: String? = nil) {
    self.operation = operation
    if let printerURI { add(.operation, "printer-uri", .strings(.uri, [printerURI])) }
    if let jobURI { add(.operation, "job-uri", .strings(.uri, [jobURI])) }
  }

  /// Adds an attribute; the order is kept.
  public mutating func add(_ group: Group, _ name: String, _ value: Value) {
    attributes.append((group, name, value))
  }

  /// Makes libcups's request; the caller frees it or lets an exchange free it.
  func build() -> OpaquePointer? {
    guard let ipp = unsafe ippNewRequest(ipp_op_t(rawValue: ipp_op_e.RawValue(operation.rawValue)))
    else { return nil }
    // A group is written once: its attributes stand together, the operation's first.
    let ordered = attributes.filter { $0.0 == .operation } + attributes.filter { $0.0 == .job }
    for (group, name, value) in ordered {
      let tag = group == .operation ? IPP_TAG_OPERATION : IPP_TAG_JOB
      switch value {
      case .integer(let number):
        unsafe ippAddInteger(ipp, tag, IPP_TAG_INTEGER, name, Int32(number))
      case .enumeration(let number):
        unsafe ippAddInteger(ipp, tag, IPP_TAG_ENUM, name, Int32(number))
      case .boolean(let flag): unsafe ippAddBoolean(ipp, tag, name, flag ? 1 : 0)
      case .strings(let kind, let texts): unsafe Self.add(texts, kind, name, tag, to: ipp)
      }
    }
    return unsafe ipp
  }

  private static func add(
    _ texts: [String], _ kind: Tag, _ name: String, _ group: ipp_tag_t, to ipp: OpaquePointer
  ) {
    let tag =
      switch kind {
      case .keyword: IPP_TAG_KEYWORD
      case .name: IPP_TAG_NAME
      case .uri: IPP_TAG_URI
      case .mimeType: IPP_TAG_MIMETYPE
      case .language: IPP_TAG_LANGUAGE
      case .charset: IPP_TAG_CHARSET
      }
    let copies = unsafe texts.map { unsafe strdup($0) }
    defer { unsafe copies.forEach { unsafe free($0) } }
    let pointers = unsafe copies.map { unsafe UnsafePointer($0) }
    unsafe pointers.withUnsafeBufferPointer { buffer in
      _ = unsafe tirazh_ipp_add_strings(
        ipp, group, tag, name, Int32(buffer.count), buffer.baseAddress)
    }
  }
}
