public import Exam

/// What the first sheet of a job says, when the job is not a whole pack for the first time.
public enum JobSlip: Hashable, Codable, Sendable {
  /// It repeats what was printed before, and why.
  case reprint(reason: String)
  /// It goes on with a pack of which a part lies in the tray.
  case rest
  /// The pack has changed since it was printed.
  case revision(RevisionSlip)
}

/// What a person does with a printed pack that has changed.
public struct RevisionSlip: Hashable, Codable, Sendable {
  /// Items that are in this job instead of printed ones.
  public var replaced: [ItemID]
  /// Serials of copies that are taken out.
  public var withdrawn: [String]
  /// Serials of copies that go to another pack, and its room.
  public var leaving: [Leaving]

  /// A copy that goes to another pack.
  public struct Leaving: Hashable, Codable, Sendable {
    /// What stands on it.
    public var serial: String
    /// What people call the other pack.
    public var room: String

    /// Names a copy and where it goes.
    public init(serial: String, room: String) {
      self.serial = serial
      self.room = room
    }
  }

  /// Makes a slip.
  public init(replaced: [ItemID], withdrawn: [String], leaving: [Leaving]) {
    self.replaced = replaced
    self.withdrawn = withdrawn
    self.leaving = leaving
  }
}
