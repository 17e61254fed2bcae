public import Exam
public import Foundation

/// An item of an attempt that is not the whole pack.
public struct AttemptItem: Hashable, Codable, Sendable {
  /// The copy or paper.
  public var item: ItemID
  /// Its pages, from 1; all of them if nil.
  public var pages: [Int]?

  /// Chooses an item.
  public init(item: ItemID, pages: [Int]? = nil) {
    self.item = item
    self.pages = pages
  }
}

/// What an attempt is to print, and why.
public struct AttemptRequest: Hashable, Codable, Sendable {
  /// The items; nil for the whole pack.
  public var items: [AttemptItem]?
  /// Why it is printed again; nil the first time.
  public var reason: String?
  /// Whether this repeats what was printed before.
  public var isReprint: Bool

  /// Makes a request; by default the whole pack, for the first time.
  public init(items: [AttemptItem]? = nil, reason: String? = nil, isReprint: Bool = false) {
    self.items = items
    self.reason = reason
    self.isReprint = isReprint
  }
}

/// One attempt at printing a pack or some of it: what it was to print and how far it came.
public struct AttemptRecord: Hashable, Sendable {
  /// The pack.
  public let pack: PackID
  /// The number, from 1 within the pack.
  public let attempt: Int
  /// The job's name everywhere: UUIDv5 of exam, pack and attempt.
  public let uuid: UUID
  /// The revision it prints.
  public let revision: Int
  /// The printer.
  public let printer: String
  /// The items; nil for the whole pack.
  public let items: [AttemptItem]?
  /// Why it is printed again.
  public let reason: String?
  /// Whether this repeats what was printed before.
  public let isReprint: Bool
  /// When it was taken.
  public let taken: Date

  /// The newest event of its job: `intent`, `staging`, … `ended`.
  public internal(set) var lastKind: String
  /// The particulars of that event, as JSON.
  public internal(set) var lastDetail: String
  /// When that event happened.
  public internal(set) var lastWhen: Date
  /// The job's id at the printer, once there is one.
  public internal(set) var jobID: Int?
  /// Impressions the printer has counted so far.
  public internal(set) var impressions: Int?
  /// Why the printer waits, while it does.
  public internal(set) var blockedBy: [String]
  /// When the job was released to the printer.
  public internal(set) var released: Date?
  /// How it ended: `proved`, `delivered`, `failed`, `person`, `stopped`; nil until then.
  public internal(set) var verdict: String?
  /// When it ended.
  public internal(set) var ended: Date?
}
