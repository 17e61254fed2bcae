public import Exam

/// What lies in a folder where an exam is to begin.
public struct StarterSurvey: Sendable {
  /// The list that was chosen, and what it says.
  public struct List: Hashable, Sendable {
    /// The file.
    public var file: String
    /// How many participants.
    public var participants: Int
    /// The rooms, in order.
    public var rooms: [RoomName]
    /// The classes, in order.
    public var classes: [ClassName]
    /// Whether it says of everybody which subject they write.
    public var saysSubjects: Bool

    /// Makes a list.
    public init(
      file: String, participants: Int, rooms: [RoomName], classes: [ClassName],
      saysSubjects: Bool = false
    ) {
      self.file = file
      self.participants = participants
      self.rooms = rooms
      self.classes = classes
      self.saysSubjects = saysSubjects
    }
  }

  /// A list, and the day and the bell that its title rows give.
  public struct DatedList: Hashable, Sendable {
    /// The list.
    public var list: List
    /// The day.
    public var date: CivilDate?
    /// The bell.
    public var starts: ClockTime?

    /// Makes it.
    public init(list: List, date: CivilDate? = nil, starts: ClockTime? = nil) {
      self.list = list
      self.date = date
      self.starts = starts
    }
  }

  /// A file that is of no use, and why.
  public struct Refusal: Hashable, Sendable {
    /// The file.
    public var file: String
    /// Why.
    public var message: Wording

    /// Makes a refusal.
    public init(file: String, message: Wording) {
      self.file = file
      self.message = message
    }
  }

  /// The list that was chosen: the newest, until somebody has said otherwise.
  public var list: List?
  /// Every list that can be read, the newest first.
  public var lists: [DatedList]
  /// A file of codes, or the folder of an earlier exam that has them.
  public var codes: String?
  /// The materials, in order of their files.
  public var materials: [FoundMaterial]
  /// Files that cannot be used.
  public var refused: [Refusal]
  /// Printers that accept jobs.
  public var printers: [String]
  /// A day that the list's title rows, its name or a material's name gives.
  public var date: CivilDate?
  /// The bell that the list's title rows give.
  public var starts: ClockTime?

  /// Makes a survey.
  public init(
    list: List? = nil, lists: [DatedList] = [], codes: String? = nil,
    materials: [FoundMaterial] = [],
    refused: [Refusal] = [], printers: [String] = [], date: CivilDate? = nil
  ) {
    self.list = list
    self.lists = lists
    self.codes = codes
    self.materials = materials
    self.refused = refused
    self.printers = printers
    self.date = date
  }

  /// Takes a list, and the day that it tells; files' names tell one where it does not.
  public mutating func choose(_ chosen: DatedList) {
    list = chosen.list
    starts = chosen.starts
    let named = [chosen.list.file] + materials.map(\.file)
    date = chosen.date ?? named.lazy.compactMap(Self.date(inName:)).first
  }

  /// The works that the materials are of, by subject and grade, each with its files.
  public var works: [StarterWork] {
    var works: [StarterWork] = []
    for material in materials {
      guard case .work(let subject, let grade) = material.kind else { continue }
      if let index = works.firstIndex(where: { $0.subject == subject && $0.grade == grade }) {
        works[index].files.append(material.file)
        works[index].variants = Set(works[index].variants + material.variants).sorted()
        works[index].pages = max(works[index].pages, material.pages)
      } else {
        works.append(
          StarterWork(
            subject: subject, grade: grade, files: [material.file], variants: material.variants,
            pages: material.pages))
      }
    }
    return works
  }

  /// Whether somebody of the list could write a work; true where the list has no classes.
  public func hasClass(for work: StarterWork) -> Bool {
    guard let classes = list?.classes, !classes.isEmpty, let grade = work.grade else { return true }
    return classes.contains { $0.grade == grade }
  }

  /// A day in a file's name: «Список 21.04.2026.xlsx».
  public static func date(inName name: String) -> CivilDate? {
    guard let match = name.firstMatch(of: /(\d{1,2})\.(\d{1,2})\.(20\d\d)/),
      let day = Int(match.1), let month = Int(match.2), let year = Int(match.3)
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }
}

/// A work as the folder's materials show it.
public struct StarterWork: Hashable, Sendable {
  /// The subject as the pages write it.
  public var subject: String
  /// The grade.
  public var grade: Int?
  /// The files of the participants' copies.
  public var files: [String]
  /// The variants.
  public var variants: [Variant]
  /// The pages of a variant.
  public var pages: Int

  /// Makes a work.
  public init(
    subject: String, grade: Int?, files: [String], variants: [Variant] = [], pages: Int
  ) {
    self.subject = subject
    self.grade = grade
    self.files = files
    self.variants = variants
    self.pages = pages
  }
}
