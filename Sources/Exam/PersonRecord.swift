/// A participant's name, kept only for the papers that need it and to know people again.
public struct PersonRecord: Hashable, Codable, Sendable {
  /// The participant's key in plans and events.
  public let key: String
  /// The full name.
  public let name: String
  /// The class.
  public let className: String

  /// Makes a record.
  public init(key: String, name: String, className: String) {
    self.key = key
    self.name = name
    self.className = className
  }
}

extension PersonRecord {
  /// Whether a key is a number given to somebody without a code: `N001`, in older plans `#7`.
  public static func isNumber(_ key: String?) -> Bool {
    guard let key, let first = key.first, first == "N" || first == "#" else { return false }
    return Int(key.dropFirst()) != nil
  }
}
