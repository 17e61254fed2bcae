/// What the first sheet of a job says, when the job is not a whole pack for the first time.
public enum JobSlip: Hashable, Codable, Sendable {
  /// It repeats what was printed before, and why.
  case reprint(reason: String)
  /// It goes on with a pack of which a part lies in the tray.
  case rest
}
