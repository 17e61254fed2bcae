/// How many spare copies are printed.
public enum SpareRule: Hashable, Codable, Sendable {
  /// So many for each work and variant of each room.
  case perVariant(Int)
  /// A share of a room's participants of a work, rounded up, and at least so many.
  case percent(Int, atLeast: Int)
  /// So many for each work and variant of the whole exam, kept by the exam's organiser.
  case exam(Int)
}

/// On which pages of a copy the mark is printed.
public enum MarkRule: String, Codable, Sendable {
  /// On every page.
  case pages
  /// On the first page of each copy.
  case first
  /// On no page of the materials; papers of the pack keep theirs.
  case none
}

/// Where the participant's code stands on the pages of a copy.
public enum CodeRule: String, Codable, Sendable, CaseIterable {
  /// In the page's own box beside «КОД»; on a page without one beside the mark.
  case box
  /// Beside the mark.
  case mark
  /// Nowhere: it is written by hand.
  case none
}

/// Which page sizes materials may have.
public enum PageSizeRule: Hashable, Codable, Sendable {
  /// Only A4, upright or lying.
  case a4
  /// Any size.
  case any
}

/// Where a printer named in exam.yaml is reached.
public enum PrinterAddress: Hashable, Codable, Sendable {
  /// A queue of the CUPS server, by name.
  case queue(String)
  /// A printer addressed directly: `ipp://…` or `ipps://…`.
  case direct(String)
  /// A folder that receives files.
  case folder(String)
}

/// Which sheet of a job lies on top when the pile is turned so that its text can be read.
public enum SheetOrder: String, Codable, Sendable, CaseIterable {
  /// The first one printed.
  case firstOnTop = "first-on-top"
  /// The last one printed.
  case lastOnTop = "last-on-top"
}

/// A printer as exam.yaml describes it.
public struct PrinterDescription: Hashable, Codable, Sendable {
  /// The name people use.
  public var name: String
  /// Where it is.
  public var address: PrinterAddress
  /// Pages a minute.
  public var ppm: Int
  /// Sheets the input tray holds, if known.
  public var tray: Int?
  /// Sheets the output bin holds, if known.
  public var output: Int?
  /// How it gets the pages of materials; as they are if nil.
  public var pages: PageStyle?
  /// Which sheet lies on top, if known.
  public var order: SheetOrder?
  /// Whether it prints only when the others are not enough; nil means no.
  public var reserve: Bool?

  /// Pages a minute until somebody knows better.
  public static let usualPPM = 20

  /// Makes a description.
  public init(
    name: String, address: PrinterAddress, ppm: Int = usualPPM, tray: Int? = nil,
    output: Int? = nil,
    pages: PageStyle? = nil
  ) {
    self.name = name
    self.address = address
    self.ppm = ppm
    self.tray = tray
    self.output = output
    self.pages = pages
  }
}

/// Where codes come from that the list does not have; tried in order.
public enum CodeSource: Hashable, Codable, Sendable {
  /// A file of codes: a table, or a PDF.
  case file(String)
  /// The grade and a running number: 50001, 50002, ….
  case rule
}

/// A part of the list that exam.yaml names by its heading or column letter.
public enum ListColumn: String, Codable, Sendable, CaseIterable {
  case code
  case name
  case surname
  case given
  case patronymic
  case `class`
  case letter
  case room
  case row
  case desk
  case seat
  case variant
  case subject
  case conditions
}

/// Who does what on the morning, by the initials that papers and journal show.
public struct StaffDescription: Hashable, Codable, Sendable {
  /// Those who print.
  public var prints: [String]
  /// Those who check what others have printed.
  public var checks: [String]

  /// Names people.
  public init(prints: [String] = [], checks: [String] = []) {
    self.prints = prints
    self.checks = checks
  }

  /// Everybody, each once.
  public var all: [String] {
    (prints + checks).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

/// What exam.yaml says of one morning of one school.
///
/// Nothing in it has been looked up elsewhere yet.
public struct ExamDescription: Hashable, Codable, Sendable {
  /// The id, if exam.yaml carries one.
  public var id: ExamID?
  /// The title papers print.
  public var title: String
  /// The day.
  public var date: CivilDate?
  /// The bell.
  public var starts: ClockTime?
  /// When packs must be at the doors.
  public var ready: ClockTime?
  /// A built-in layout's name or a path to a layout folder.
  public var layout: String
  /// The language of the screens, if exam.yaml decides it.
  public var language: Language?
  /// The school as papers head it.
  public var school: String?
  /// The phone number papers give for trouble.
  public var phone: String?
  /// The list's file name, relative to the exam's folder; looked for if nil.
  public var list: String?
  /// Columns named by hand: a heading or a column letter.
  public var columns: [ListColumn: String]
  /// Where codes come from that the list does not have; nowhere if empty.
  public var codes: [CodeSource]
  /// Where codes stand on pages, if exam.yaml says so.
  public var codePlace: CodeRule?
  /// The works; one work of unknown subject if empty.
  public var works: [Work]
  /// The spares.
  public var spares: SpareRule
  /// The marks.
  public var marks: MarkRule
  /// The page sizes allowed.
  public var pageSizes: PageSizeRule
  /// The printers; nil means every queue that accepts.
  public var printers: [PrinterDescription]?
  /// Organisers in each room.
  public var organisers: Int
  /// Whether sets are printed to be looked at before all others, where the layout has such.
  public var proof: Bool
  /// Who does what; nobody is asked if nobody is named.
  public var people: StaffDescription

  /// Makes a description with the defaults of exam.yaml.
  public init(
    id: ExamID? = nil, title: String = "", date: CivilDate? = nil, starts: ClockTime? = nil,
    ready: ClockTime? = nil, layout: String = "vpr", language: Language? = nil,
    school: String? = nil, phone: String? = nil, list: String? = nil,
    columns: [ListColumn: String] = [:], codes: [CodeSource] = [], codePlace: CodeRule? = nil,
    works: [Work] = [], spares: SpareRule = .perVariant(1),
    marks: MarkRule = .pages, pageSizes: PageSizeRule = .a4,
    printers: [PrinterDescription]? = nil, organisers: Int = 1, proof: Bool = true,
    people: StaffDescription = StaffDescription()
  ) {
    self.id = id
    self.title = title
    self.date = date
    self.starts = starts
    self.ready = ready
    self.layout = layout
    self.language = language
    self.school = school
    self.phone = phone
    self.list = list
    self.columns = columns
    self.codes = codes
    self.codePlace = codePlace
    self.works = works
    self.spares = spares
    self.marks = marks
    self.pageSizes = pageSizes
    self.printers = printers
    self.organisers = organisers
    self.proof = proof
    self.people = people
  }

  /// Where codes stand on pages: pages that may not all be touched keep their boxes empty.
  public var codeRule: CodeRule { codePlace ?? (marks == .pages ? .box : .mark) }

  /// When packs must be at the doors: `ready`, else 20 minutes before the start.
  public var readyTime: ClockTime? {
    ready ?? starts.map { ClockTime(minutes: $0.minutes - 20) }
  }

  /// The work with this id.
  public func work(_ id: WorkID) -> Work? { works.first { $0.id == id } }
}
