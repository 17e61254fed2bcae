public import Exam

/// A code as a codes file gives it, with what it says of its owner.
public struct CodeEntry: Hashable, Sendable {
  /// The code.
  public var code: ParticipantCode
  /// The class, if the file tells.
  public var className: ClassName?
  /// The name, if the file tells.
  public var name: String?

  /// Makes an entry.
  public init(code: ParticipantCode, className: ClassName? = nil, name: String? = nil) {
    self.code = code
    self.className = className
    self.name = name
  }
}
