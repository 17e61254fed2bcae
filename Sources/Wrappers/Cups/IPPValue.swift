/// A value of an IPP attribute.
public enum IPPValue: Hashable, Sendable {
  case integer(Int)
  case boolean(Bool)
  /// Any of the text kinds: keyword, name, text, uri, mimeMediaType.
  case string(String)
  /// A kind that nobody here reads.
  case other
}

/// The attributes of one object in a response, by name.
public struct IPPAttributes: Hashable, Sendable {
  private var values: [String: [IPPValue]] = [:]

  init() {}

  mutating func add(_ name: String, _ value: [IPPValue]) { values[name] = value }

  var isEmpty: Bool { values.isEmpty }

  /// The first integer of an attribute.
  public func integer(_ name: String) -> Int? {
    if case .integer(let number)? = values[name]?.first { return number }
    return nil
  }

  /// The first boolean of an attribute.
  public func boolean(_ name: String) -> Bool? {
    if case .boolean(let flag)? = values[name]?.first { return flag }
    return nil
  }

  /// The first text of an attribute.
  public func string(_ name: String) -> String? { strings(name).first }

  /// All texts of an attribute.
  public func strings(_ name: String) -> [String] {
    (values[name] ?? []).compactMap { value in
      if case .string(let text) = value { return text }
      return nil
    }
  }
}

/// A response, copied out of libcups.
public struct IPPResponse: Sendable {
  /// The operation's own attributes.
  public var operation = IPPAttributes()
  /// The jobs in it.
  public var jobs: [IPPAttributes] = []
  /// The printers in it.
  public var printers: [IPPAttributes] = []
}
