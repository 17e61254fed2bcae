/// What the user asked of a run under way; a later one asks for more.
public enum StopRequest: Int, Comparable, Sendable {
  /// Nothing: go on.
  case none
  /// Release nothing more; what has begun is followed to its end.
  case afterThis
  /// Cancel what has begun, too: a person looks at what came out.
  case atOnce

  /// `atOnce` asks for most.
  public static func < (left: StopRequest, right: StopRequest) -> Bool {
    left.rawValue < right.rawValue
  }
}
