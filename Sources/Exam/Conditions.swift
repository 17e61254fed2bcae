/// Special conditions of one participant («ОВЗ»), as far as they change what is printed.
public struct Conditions: Hashable, Codable, Sendable {
  /// Low vision: the copy is needed in A4 and in A3.
  public var lowVision: Bool
  /// Minutes beyond the usual time.
  public var extraMinutes: Int?
  /// Whether the participant sits in a room of their own.
  public var ownRoom: Bool

  /// Makes conditions; none unless said.
  public init(lowVision: Bool = false, extraMinutes: Int? = nil, ownRoom: Bool = false) {
    self.lowVision = lowVision
    self.extraMinutes = extraMinutes
    self.ownRoom = ownRoom
  }

  /// Whether nothing is granted.
  public var isEmpty: Bool { self == Conditions() }
}
