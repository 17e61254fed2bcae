import Exam

/// The highest numbers of serials ever given, by what serials begin with: «204», «204/2».
///
/// A serial names one copy of one person for good, also where the pack that it was given in is gone, or two
/// packs have been planned for one room.
public struct SerialRegister: Hashable, Sendable {
  /// The highest numbers of a head.
  public struct Issued: Hashable, Codable, Sendable {
    /// Participants.
    public var serials = 0
    /// Spares.
    public var spares = 0
  }

  /// By head.
  public private(set) var issued: [String: Issued]

  /// What is known to be given, and what stands in packs.
  public init(_ issued: [String: Issued] = [:], packs: [Pack] = []) {
    self.issued = issued
    for copy in packs.lazy.filter({ $0.media == nil }).flatMap(\.copies) { note(copy) }
  }

  /// The next serial of a participant.
  mutating func next(_ head: String) -> String {
    issued[head, default: Issued()].serials += 1
    let number = issued[head, default: Issued()].serials
    return "\(head)-\(number < 10 ? "0" : "")\(number)"
  }

  /// The next serial of a spare.
  mutating func nextSpare(_ head: String, letter: String) -> String {
    issued[head, default: Issued()].spares += 1
    return "\(head)-\(letter)\(issued[head, default: Issued()].spares)"
  }

  /// «204-07», «204-Р1».
  private mutating func note(_ copy: PackCopy) {
    guard let dash = copy.serial.lastIndex(of: "-") else { return }
    let head = String(copy.serial[..<dash])
    let number = Int(copy.serial[dash...].drop { !$0.isNumber }) ?? 0
    if copy.spare {
      issued[head, default: Issued()].spares = max(issued[head]?.spares ?? 0, number)
    } else {
      issued[head, default: Issued()].serials = max(issued[head]?.serials ?? 0, number)
    }
  }
}
