public import Exam
public import Foundation

/// All that a printer must be told of one job; `copies` is always 1.
public struct JobTicket: Hashable, Codable, Sendable {
  /// The exam.
  public var exam: ExamID
  /// The revision.
  public var revision: Int
  /// The pack.
  public var pack: PackID
  /// The attempt, unique within the pack.
  public var attempt: Int
  /// IPP `job-uuid`: UUIDv5 of exam, pack and attempt.
  public var uuid: UUID
  /// Pages (impressions) of the file.
  public var pages: Int
  /// Sheets of paper.
  public var sheets: Int
  /// IPP `sides`.
  public var sides: Sides
  /// IPP `media`.
  public var media: String
  /// IPP `print-color-mode`.
  public var printColorMode: String
  /// IPP `print-scaling`.
  public var printScaling: String
  /// What people call the pack, «204/2»; only names of files have it, never a printer.
  public var room: String?
  /// SHA-256 of the file, for whoever asks later; no printer is told.
  public var sha256: String?
  /// The room printed next on the same printer, as the end sheet says it.
  public var nextRoom: String?
  /// How the pages of materials were put into the file.
  public var style: PageStyle?

  /// Makes a ticket.
  public init(
    exam: ExamID, revision: Int, pack: PackID, attempt: Int, uuid: UUID, pages: Int, sheets: Int,
    sides: Sides, media: String, printColorMode: String, printScaling: String,
    room: String? = nil, sha256: String? = nil, nextRoom: String? = nil, style: PageStyle? = nil
  ) {
    self.exam = exam
    self.revision = revision
    self.pack = pack
    self.attempt = attempt
    self.uuid = uuid
    self.pages = pages
    self.sheets = sheets
    self.sides = sides
    self.media = media
    self.printColorMode = printColorMode
    self.printScaling = printScaling
    self.room = room
    self.sha256 = sha256
    self.nextRoom = nextRoom
    self.style = style
  }

  /// IPP `job-name`: opaque, without subject or room: `TZ-7F3A2C-P01-a1`.
  public var name: String { "TZ-\(exam.rawValue)-\(pack.rawValue)-a\(attempt)" }
}
