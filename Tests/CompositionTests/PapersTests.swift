import Composition
import Exam
import Layout
import LayoutFiles
import Planning
import Testing

/// A room of so many participants who write so many works.
struct PaperRoom: CustomStringConvertible {
  let seats: Int
  let works: Int
  let name: String

  var description: String { "\(seats) seats, \(works) works, \(name)" }

  static let few = PaperRoom(seats: 1, works: 1, name: "204")
  static let usual = PaperRoom(seats: 17, works: 1, name: "204")
  static let full = PaperRoom(
    seats: 36, works: 2, name: "Кабинет робототехники и черчения, второй корпус")
  static let hall = PaperRoom(seats: 60, works: 4, name: "Актовый зал")

  private var people: [Participant] {
    (0..<seats).map { index in
      Participant(
        ordinal: index + 1, code: ParticipantCode(rawValue: "\(50_001 + index)"),
        name: "Константинопольский-\(index) Александр Владимирович",
        className: ClassName(rawValue: "\(5 + index % works)А"), room: RoomName(rawValue: name),
        seat: Seat(row: index / 6 + 1, letter: String(Array("АБВГДЕ")[index % 6])),
        conditions: Conditions(extraMinutes: index == 3 ? 30 : nil))
    }
  }

  var names: [String: String] {
    Dictionary(people.map { ($0.key, $0.name ?? "") }, uniquingKeysWith: { first, _ in first })
  }

  func plan(_ policy: Policy) throws -> Plan {
    let subjects = ["Математика", "Русский язык", "Физика", "География"]
    let described = (0..<works).map {
      Work(
        id: WorkID(rawValue: "w\($0)"), subject: subjects[$0],
        classes: [ClassName(rawValue: "\(5 + $0)А")], duration: 60)
    }
    let id = try #require(ExamID(rawValue: "7F3A2C"))
    return Planner.plan(
      PlanInput(
        description: ExamDescription(
          title: "ВПР, весна", date: CivilDate(year: 2026, month: 4, day: 21),
          starts: ClockTime(minutes: 540), school: "МБОУ «Школа № 0»", works: described),
        id: id, participants: people, works: [], documents: [], policy: policy)
    ).plan
  }
}

@Suite("Papers that are printed alone")
struct PapersTests {
  private func composer(_ layout: String, _ room: PaperRoom) throws -> (Composer, LayoutProfile) {
    let profile = try LayoutProfile.parse(
      name: layout, files: try #require(LayoutFiles.builtIn[layout]))
    let composer = Composer()
    composer.use(layout: profile)
    composer.use(plan: try room.plan(profile.policy))
    return (composer, profile)
  }

  @Test(
    "every paper of every layout is drawn whole",
    arguments: [
      ("vpr", PaperRoom.few), ("vpr", PaperRoom.full), ("vpr", PaperRoom.hall),
      ("plain", PaperRoom.usual),
    ])
  func every(layout: String, room: PaperRoom) throws {
    let (composer, profile) = try composer(layout, room)
    for name in profile.papers.keys.sorted() {
      let paper = try composer.paper(name, of: [PackID(number: 1)], names: room.names)
      switch name {
      case "packing-sheet": #expect(paper.pages == 1 || room.seats > 36)
      case "desk-slips": #expect(paper.pages == (room.seats + 13) / 14)
      case "protocol", "door-list", "attendance", "site-list": #expect(paper.pages <= 3, "\(name)")
      case "rehearsal": #expect(paper.pages == 2)
      default: #expect(paper.pages == 1, "\(name)")
      }
    }
  }

  @Test("names stand on the papers that say so, and school, exam, date and room on all of a room")
  func names() throws {
    let room = PaperRoom(seats: 6, works: 2, name: "204")
    let (composer, profile) = try composer("vpr", room)
    for (name, template) in profile.papers {
      let pdf = try composer.paper(name, of: [PackID(number: 1)], names: room.names).pdf
      let text = String(decoding: try Tool.run("pdftotext", ["-layout"], pdf), as: UTF8.self)
      #expect(text.contains("Константинопольский-5") == template.hasNames, "\(name)")
      for word in ["Школа № 0", "ВПР, весна", "21.04.2026"] {
        #expect(text.contains(word), "\(name) \(word)")
      }
      if template.scope == .room { #expect(text.contains("204"), "\(name)") }
    }
  }

  @Test("papers that may have no names do not get any")
  func withoutNames() throws {
    let room = PaperRoom(seats: 2, works: 1, name: "204")
    let files = [
      "x-layout.yaml": "marks: [{x: 8}]\n",
      "x.yaml": "paper: x\nblocks: [{table: people, columns: [{field: name, width: 50}]}]\n",
    ]
    let composer = Composer()
    let profile = try LayoutProfile.parse(name: "x", files: files)
    composer.use(layout: profile)
    composer.use(plan: try room.plan(profile.policy))
    #expect(throws: Trouble.self) {
      try composer.paper("x", of: [PackID(number: 1)], names: room.names)
    }
  }

  @Test("a reprint's slip has a line for each sheet's owner to sign")
  func slip() throws {
    let (composer, _) = try Samples.composer()
    let job = try composer.compose(
      Samples.pack,
      Samples.content([(.copy(2), [2, 3])], slip: .reprint(reason: "замяло лист")))
    let text = String(
      decoding: try Tool.run("pdftotext", ["-layout", "-l", "1"], job.pdf), as: UTF8.self)
    #expect(text.contains("подпись"))
    #expect(text.contains("2, 3"))
  }
}
