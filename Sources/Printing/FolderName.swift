import Exam

/// What a job's file is called: the room as people say it, then what never changes.
///
/// Only the end, `7F3A2C-P04-a1.pdf`, says which job it is: a file may have been renamed in front of it.
struct FolderName {
  /// Longest room part, in bytes: names of files hold 255, and one Cyrillic letter takes two.
  private static let longest = 120

  /// `7F3A2C-P04-a1.pdf`.
  let job: String
  /// The whole name: the room, a dot in the middle of the line, and the job's own name.
  let text: String

  init(_ ticket: JobTicket, language: Language) {
    job = "\(ticket.exam.rawValue)-\(ticket.pack.rawValue)-a\(ticket.attempt).pdf"
    let room = ticket.room.map { Self.room($0, language) } ?? ""
    text = room.isEmpty ? job : "\(room) · \(job)"
  }

  /// The hidden part while the file is written.
  var part: String { ".\(job).part" }

  /// Whether a file of a folder is this job's, whatever stands before the job's own name.
  func isTaken(by file: String) -> Bool { file == job || file.hasSuffix(" " + job) }

  /// The room without what FAT and Windows do not take: `204/2` becomes part 2 of room 204.
  static func room(_ label: String, _ language: Language) -> String {
    var words = label
    if let part = label.wholeMatch(of: /(.+)\/(\d)( А3)?/) {
      words = "\(part.1)\(language == .ru ? ", часть " : ", part ")\(part.2)\(part.3 ?? "")"
    }
    if words.first?.isNumber == true { words = (language == .ru ? "каб. " : "room ") + words }
    var name = ""
    for character in words.map({ isAllowed($0) ? $0 : "-" }) {
      guard name.utf8.count + character.utf8.count <= longest else { break }
      name.append(character)
    }
    return trimmed(name)
  }

  private static func isAllowed(_ character: Character) -> Bool {
    !"/\\:*?\"<>|".contains(character)
      && character.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7f }
  }

  /// A dot or blank in front hides a file; at the end Windows drops it.
  private static func trimmed(_ name: String) -> String {
    let bare = name.drop { $0 == "." || $0 == " " }.reversed().drop { $0 == "." || $0 == " " }
    return String(bare.reversed())
  }
}
