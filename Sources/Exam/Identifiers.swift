/// The exam's id: six capitals or digits, for example `7F3A2C`.
public struct ExamID: RawRepresentable, Hashable, Codable, Sendable {
  /// The six characters.
  public let rawValue: String

  /// Accepts exactly six characters of A–Z and 0–9.
  public init?(rawValue: String) {
    guard rawValue.utf8.count == 6, rawValue.utf8.allSatisfy(Self.allows) else { return nil }
    self.rawValue = rawValue
  }

  private static func allows(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Draws an id; look-alikes (0/O, 1/I) are left out because people type it.
  public static func draw(using generator: inout some RandomNumberGenerator) -> ExamID {
    let alphabet = Array("ABCDEFGHJKLMNPQRSTUVWXYZ23456789")
    let text = String((0..<6).map { _ in alphabet[Int.random(in: 0..<32, using: &generator)] })
    guard let id = ExamID(rawValue: text) else { preconditionFailure("the alphabet is allowed") }
    return id
  }
}

/// A work's id, as exam.yaml names it, for example `math5`.
public struct WorkID: RawRepresentable, Hashable, Codable, Sendable, Comparable {
  /// The text of exam.yaml.
  public let rawValue: String
  /// Wraps the text of exam.yaml.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// Orders ids as texts.
  public static func < (left: WorkID, right: WorkID) -> Bool { left.rawValue < right.rawValue }
}

/// A material's id, unique within its work, as exam.yaml names it.
public struct MaterialID: RawRepresentable, Hashable, Codable, Sendable, Comparable {
  /// The text of exam.yaml.
  public let rawValue: String
  /// Wraps the text of exam.yaml.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// Orders ids as texts.
  public static func < (left: MaterialID, right: MaterialID) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// A room as people write it, already normalised by Intake: `204`, `Спортзал`.
public struct RoomName: RawRepresentable, Hashable, Codable, Sendable, Comparable {
  /// The normalised text.
  public let rawValue: String
  /// Wraps a normalised text.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Rooms that begin with a number come first, in numeric order; the others follow as texts.
  public static func < (left: RoomName, right: RoomName) -> Bool {
    left.sortKey < right.sortKey
  }

  private var sortKey: (Int, String) {
    (Int(rawValue.prefix { $0.isASCII && $0.isNumber }) ?? Int.max, rawValue)
  }
}

/// A class, already normalised by Intake: `5А` (Cyrillic letter).
public struct ClassName: RawRepresentable, Hashable, Codable, Sendable, Comparable {
  /// The normalised text.
  public let rawValue: String
  /// Wraps a normalised text.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The grade: the number the class begins with.
  public var grade: Int? { Int(rawValue.prefix { $0.isASCII && $0.isNumber }) }

  /// Orders by grade, then by letter.
  public static func < (left: ClassName, right: ClassName) -> Bool {
    (left.grade ?? Int.max, left.rawValue) < (right.grade ?? Int.max, right.rawValue)
  }
}

/// A participant's code («код участника»): as a rule five digits.
public struct ParticipantCode: RawRepresentable, Hashable, Codable, Sendable {
  /// The digits, leading zeros kept.
  public let rawValue: String
  /// Wraps the digits.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// A variant of a work, as its pages and lists name it: `1`, `2`.
public struct Variant: RawRepresentable, Hashable, Codable, Sendable, Comparable {
  /// The variant's name.
  public let rawValue: String
  /// Wraps the variant's name.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Numbers in numeric order, then texts.
  public static func < (left: Variant, right: Variant) -> Bool {
    (Int(left.rawValue) ?? Int.max, left.rawValue) < (
      Int(right.rawValue) ?? Int.max, right.rawValue
    )
  }
}

/// A pack's id within its exam: `P01`, `P02`, … Given at the first freeze, never reused.
public struct PackID: RawRepresentable, Hashable, Codable, Sendable, Comparable {
  /// The text, `P` and at least two digits.
  public let rawValue: String
  /// Wraps the text.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// The id of the pack with this number, from 1.
  public init(number: Int) { rawValue = "P" + padded(number, to: 2) }
  /// The number; nil for a text that is no id of ours.
  public var number: Int? { Int(rawValue.dropFirst()) }
  /// Orders by number.
  public static func < (left: PackID, right: PackID) -> Bool {
    (left.rawValue.count, left.rawValue) < (right.rawValue.count, right.rawValue)
  }
}

/// What a pack consists of: a copy (`C001`…) or a paper (`S01`…), both counted within their pack.
public struct ItemID: RawRepresentable, Hashable, Codable, Sendable {
  /// The text.
  public let rawValue: String
  /// Wraps the text.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// The id of the copy with this number, from 1.
  public static func copy(_ number: Int) -> ItemID { ItemID(rawValue: "C" + padded(number, to: 3)) }
  /// The id of the paper with this number, from 1.
  public static func paper(_ number: Int) -> ItemID {
    ItemID(rawValue: "S" + padded(number, to: 2))
  }
  /// The number within its kind; nil for a text that is no id of ours.
  public var number: Int? { Int(rawValue.dropFirst()) }
  /// Whether this is a paper of the pack rather than a participant's or spare's copy.
  public var isPaper: Bool { rawValue.hasPrefix("S") }
}

private func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
