import Exam
import Planning
import PrintRun
import Testing

/// A pack of room 204: packing sheet, three copies of two pages, end sheet.
enum Samples {
  static let booklet = Booklet(
    id: BookletID(rawValue: "B01"), work: WorkID(rawValue: "math5"), pages: 2)

  static let pack = Pack(
    id: PackID(number: 1), room: RoomName(rawValue: "204"), part: 1, participants: 3, sheets: 8,

    papers: [
      PackPaper(id: .paper(1), paper: "packing-sheet", pages: 1),
      PackPaper(id: .paper(2), paper: "end-sheet", pages: 1),
    ],
    copies: (1...3).map {
      PackCopy(id: .copy($0), serial: "204-0\($0)", participant: "5000\($0)", of: booklet)
    },
    order: [.paper(1), .copy(1), .copy(2), .copy(3), .paper(2)])

  static var exam: ExamID {
    get throws { examID }
  }

  static var examID: ExamID {
    guard let exam = ExamID(rawValue: "7F3A2C") else { preconditionFailure("an id") }
    return exam
  }

  static let copies = (1...3).map { JobPart(item: .copy($0)) }

  /// A job's life up to its release, and to an end.
  static let staged: [JobEvent] = [.composed, .staging, .staged(jobID: 7)]
  static let released = staged + [.releasing, .released, .processing(since: 100)]
  static func ended(_ verdict: Verdict, after count: Int? = nil) -> [JobEvent] {
    released + (count.map { [.progress(impressions: $0)] } ?? []) + [.ended(verdict, detail: "")]
  }
}

/// What happens to jobs of the sample pack, and where it stands then.
struct History {
  private(set) var jobs: [Job] = []
  private var question = 1

  /// A whole pack, or a part of it, once more if there is a reason.
  mutating func job(
    _ items: [JobPart]? = nil, reason: String? = nil, to destination: Destination = .paper,
    turned: Bool = false, went events: [JobEvent]
  ) {
    var job = Job(
      pack: Samples.pack.id, revision: revision, attempt: jobs.count + 1, printer: "lab1",
      destination: destination,
      request: JobRequest(
        items: items, reason: reason, isReprint: reason != nil,
        order: turned ? .lastOnTop : nil))
    for event in events { job.take(event, numbering: &question) }
    jobs.append(job)
  }

  mutating func answer(_ text: String) throws {
    let open = try #require(standing.questions.first)
    let answer = try #require(open.read(text, exam: try Samples.exam))
    let index = try #require(jobs.firstIndex { $0.attempt == open.job.attempt })
    jobs[index].take(.answered(answer), numbering: &question)
  }

  /// The pack under another revision; nil if that has it no more.
  mutating func revise(to pack: Pack?, revision: Int) {
    packs[revision] = .some(pack)
    self.revision = revision
  }

  private var packs: [Int: Pack?] = [1: Samples.pack]
  private var revision = 1

  /// The pack's standing, if there is anything to say of it.
  var all: [PackStanding] { PackStanding.all(of: histories, jobs: jobs) }

  var standing: PackStanding { PackStanding(histories[0], jobs: jobs) }

  private var histories: [PackHistory] {
    PackHistory.all(
      of: packs.mapValues { pack in
        RevisionContents(
          plan: Plan(
            exam: PlanExam(id: Samples.examID, title: ""), works: [], sides: .one, marks: .pages,
            documents: [], booklets: [Samples.booklet], packs: pack.map { [$0] } ?? []),
          layoutFiles: [:])
      })
  }
}

/// Random numbers that a seed repeats.
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
