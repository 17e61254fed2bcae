/// How serious a finding is.
public enum Severity: String, Codable, Sendable, Comparable, CaseIterable {
  /// What it concerns cannot be printed.
  case stop
  /// Can be printed, but a careful person would look.
  case warn
  /// Said, so that nothing happens in silence.
  case note

  /// The more serious comes first.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .stop: 0
    case .warn: 1
    case .note: 2
    }
  }
}

/// What a finding is about.
public enum Scope: Hashable, Codable, Sendable {
  /// The whole exam.
  case exam
  /// One work.
  case work(WorkID)
  /// One room.
  case room(RoomName)
  /// One participant, by key; never by name.
  case person(String)

  /// `exam`, `work`, `room` or `person`.
  public var name: String {
    switch self {
    case .exam: "exam"
    case .work: "work"
    case .room: "room"
    case .person: "person"
    }
  }

  /// Which work, room or person; empty for the exam.
  public var id: String {
    switch self {
    case .exam: ""
    case .work(let id): id.rawValue
    case .room(let name): name.rawValue
    case .person(let key): key
    }
  }
}

/// Something found that a person should know.
public struct Finding: Hashable, Codable, Sendable {
  /// What kind of finding it is.
  public var kind: Kind
  /// How serious it is.
  public var severity: Severity
  /// What it is about.
  public var scope: Scope
  /// The rooms a stop keeps from being printed, where the scope alone does not tell.
  public var rooms: [RoomName]
  /// What was found, and what to do; no names of people.
  public var message: Wording
  /// Where: file, sheet, cell, page; empty if nowhere in particular.
  public var place: Wording
  /// The pages that a person has to look at, where that would settle it.
  public var pages: [PageReference]?

  /// Makes a finding whose place reads the same in both languages.
  public init(
    _ kind: Kind, _ severity: Severity, _ scope: Scope = .exam, rooms: [RoomName] = [],
    at place: String = "", _ message: Wording
  ) {
    self.init(kind, severity, scope, rooms: rooms, at: Wording(same: place), message)
  }

  /// Makes a finding.
  public init(
    _ kind: Kind, _ severity: Severity, _ scope: Scope = .exam, rooms: [RoomName] = [],
    at place: Wording, _ message: Wording
  ) {
    self.kind = kind
    self.severity = severity
    self.scope = scope
    self.rooms = rooms
    self.message = message
    self.place = place
  }
}

extension Finding {
  /// An error that does not end what was asked for, as a finding.
  public init(
    _ trouble: Trouble, _ severity: Severity, _ scope: Scope = .exam, at place: Wording
  ) {
    self.init(.trouble, severity, scope, at: place, trouble.message)
  }

  /// Five digits that stay the same as long as the finding is the same, whatever else is found: 10000…99999.
  public var code: Int {
    var hash: UInt64 = 14_695_981_039_346_656_037
    for part in [kind.rawValue, scope.name, scope.id, place.en, message.en] {
      for byte in part.utf8 + [0] { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
    }
    return Self.firstCode + Int(hash % 90_000)
  }

  /// The lowest code: numbers in the order of a `check` are below it.
  public static let firstCode = 10_000
}

extension [Finding] {
  /// What stops a run into files: all but what is about the paper in a printer.
  public var ofFiles: [Finding] { filter { $0.kind != .materialPageMedium } }
}
