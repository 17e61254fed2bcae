/// Who gets a material.
public enum Give: String, Codable, Sendable, CaseIterable {
  /// One for each participant: part of the participant's copy.
  case participant
  /// For each room that writes the work: a paper of the room's pack.
  case room
  /// For each organiser of such a room: a paper of the room's pack.
  case organiser
  /// For the exam as a whole: a paper of the exam's own pack.
  case exam
}

/// A file, or some of its pages, with a rule who gets it.
public struct Material: Hashable, Codable, Sendable {
  /// The id, unique within the work.
  public var id: MaterialID
  /// Who gets it.
  public var give: Give
  /// Files (PDF, or archives of PDFs) as exam.yaml names them, relative to the exam's folder.
  public var files: [String]
  /// The pages to take of each file, in order; all pages if nil.
  public var pages: PageSelection?
  /// The line of the files' outline whose pages are taken.
  public var outline: String?
  /// How lying pages are cut apart; whole if nil.
  public var split: SheetSplit?
  /// The variant of all these pages, when a person knows it better than the pages' text.
  public var variant: Variant?
  /// A person's word that the pages are the right ones although their text cannot tell.
  public var verified: Bool
  /// How many for each room, organiser or exam; without meaning for participants.
  public var copies: Int

  /// Makes a material.
  public init(
    id: MaterialID, give: Give, files: [String], pages: PageSelection? = nil,
    outline: String? = nil, split: SheetSplit? = nil, variant: Variant? = nil,
    verified: Bool = false, copies: Int = 1
  ) {
    self.id = id
    self.give = give
    self.files = files
    self.pages = pages
    self.outline = outline
    self.split = split
    self.variant = variant
    self.verified = verified
    self.copies = copies
  }
}

/// A work («работа»): subject, grade and level, perhaps a part.
public struct Work: Hashable, Codable, Sendable {
  /// The id, unique within the exam.
  public var id: WorkID
  /// The subject as papers print it: `Математика`.
  public var subject: String
  /// The grade.
  public var grade: Int?
  /// The level, where a subject has more than one: `базовый`.
  public var level: String?
  /// The part; parts are printed, packed and given out separately.
  public var part: Int
  /// Whether exam.yaml names the part, so that pages of other parts are left out.
  public var choosesPart: Bool
  /// The classes that write it; everybody if nil.
  public var classes: [ClassName]?
  /// How long it takes, in minutes, if known.
  public var duration: Int?
  /// Pages a participant's copy is assumed to have while the material is not there yet.
  public var assumedPages: Int?
  /// What is printed for it.
  public var materials: [Material]

  /// Makes a work.
  public init(
    id: WorkID, subject: String, grade: Int? = nil, level: String? = nil, part: Int = 1,
    choosesPart: Bool = false, classes: [ClassName]? = nil, duration: Int? = nil,
    assumedPages: Int? = nil,
    materials: [Material] = []
  ) {
    self.id = id
    self.subject = subject
    self.grade = grade
    self.level = level
    self.part = part
    self.choosesPart = choosesPart
    self.classes = classes
    self.duration = duration
    self.assumedPages = assumedPages
    self.materials = materials
  }

  /// Whether a participant of `className` writes this work; where no classes are named, the grade decides.
  public func isWritten(by className: ClassName?) -> Bool {
    guard let classes else {
      guard let grade, let other = className?.grade else { return true }
      return grade == other
    }
    guard let className else { return false }
    return classes.contains(className)
  }
}

extension Work {
  /// What people call it: «Математика 5 класс, углублённый уровень, часть 2»; its id where it has no
  /// subject.
  public var label: Wording {
    guard !subject.isEmpty else { return Wording(same: id.rawValue) }
    let level = level.map { $0.contains("уров") ? ", \($0)" : ", \($0) уровень" } ?? ""
    return Wording(
      ru: subject + (grade.map { " \($0) класс" } ?? "") + level
        + (choosesPart ? ", часть \(part)" : ""),
      en: subject + (grade.map { ", grade \($0)" } ?? "")
        + (self.level.map { ", \($0)" } ?? "") + (choosesPart ? ", part \(part)" : ""))
  }
}
