import Exam
import Planning
import Testing

/// The list's subject decides who writes what.
@Suite struct SubjectTests {
  private static func plan(
    _ people: [(className: String, subject: String?)], classes: [ClassName]? = nil
  ) -> (works: [String], findings: [Finding]) {
    let works = [("math", "Математика"), ("rus", "Русский язык"), ("eng", "Английский язык")].map {
      Work(
        id: WorkID(rawValue: $0), subject: $1, grade: 5, classes: $0 == "math" ? classes : nil)
    }
    let participants = people.enumerated().map { index, person in
      Participant(
        ordinal: index + 1, className: ClassName(rawValue: person.className),
        room: RoomName(rawValue: "20\(index)"), subject: person.subject)
    }
    guard let id = ExamID(rawValue: "TEST01") else { return ([], []) }
    let planned = Planner.plan(
      PlanInput(
        description: ExamDescription(works: works), id: id, participants: participants, works: [],
        documents: [], policy: Policy()))
    let (plan, findings) = (planned.plan, planned.findings)
    return (
      plan.packs.flatMap { $0.copies.filter { !$0.spare }.map(\.work.rawValue) },
      findings.filter { $0.severity == .stop }
    )
  }

  @Test(arguments: [
    ("Математика", "math"), ("математике", "math"), ("МАТЕМ.", "math"), ("рус. яз.", "rus"),
    ("Русский", "rus"), ("англ", "eng"), ("Английский  язык", "eng"),
    ("Математика, 5 класс", "math"), ("ВПР по русскому языку", "rus"), ("Mатематика", "math"),
  ])
  func aSubjectChoosesTheWork(subject: String, work: String) {
    let result = Self.plan([("5А", subject)])
    #expect(result.works == [work])
    #expect(result.findings.isEmpty)
  }

  @Test func pupilsOfOneClassMayWriteDifferentWorks() {
    let result = Self.plan([("5А", "Математика"), ("5А", "Русский язык")])
    #expect(result.works == ["math", "rus"])
  }

  @Test(arguments: [("Химия", "plan.subject-unknown"), ("язык", "plan.subject-unknown")])
  func anUnknownSubjectStopsItsRoom(subject: String, kind: String) {
    let result = Self.plan([("5А", subject), ("5А", "Математика")])
    #expect(result.findings.map(\.kind.rawValue) == [kind])
    #expect(result.findings.first?.rooms == [RoomName(rawValue: "200")])
    #expect(result.works == ["math"])
  }

  @Test func aContradictionStopsItsRoom() {
    let result = Self.plan(
      [("5А", "Русский язык"), ("5Б", "Русский язык")], classes: [ClassName(rawValue: "5А")])
    #expect(result.findings.map(\.kind) == [.planSubjectContradiction])
    #expect(result.works == ["rus"])
  }

  @Test func aClassOfAnotherGradeHasNoWork() {
    let result = Self.plan([("6А", nil), ("5А", "Математика")])
    #expect(result.findings.map(\.kind) == [.planNoWork])
    #expect(result.findings.first?.rooms == [RoomName(rawValue: "200")])
    #expect(result.works == ["math"])
  }

  /// The list names the level beside the subject, exam.yaml as a key of its own or within the subject.
  @Test(arguments: [
    ("Математика (базовая)", ["basic"]), ("Математика (базовый уровень)", ["basic"]),
    ("математика углублённая", ["advanced"]), ("Матем. (углубл.)", ["advanced"]),
    ("Математика база", ["basic"]), ("Математика (профильная)", []), ("Математика", []),
  ])
  func theLevelBesideASubjectIsUnderstood(subject: String, works: [String]) throws {
    let levels = [("basic", "базовый"), ("advanced", "углублённый")]
    let apart = levels.map {
      Work(id: WorkID(rawValue: $0), subject: "Математика", grade: 8, level: $1)
    }
    let within = levels.map {
      Work(id: WorkID(rawValue: $0), subject: "Математика (\($1))", grade: 8)
    }
    for described in [apart, within] {
      let result = try Self.plan(described, subject)
      #expect(result.works == works)
      #expect(result.stops.isEmpty == !works.isEmpty)
    }
  }

  @Test func aLevelThatExamYAMLDoesNotKnowIsNoObstacle() throws {
    let works = [Work(id: WorkID(rawValue: "math"), subject: "Математика", grade: 8)]
    #expect(try Self.plan(works, "Математика (базовая)").works == ["math"])
  }

  @Test func twoLevelsThatExamYAMLDoesNotTellStop() {
    let several = Self.plan([("5А", "Математика (углубл.)"), ("5А", "Математика, базовый")])
    #expect(several.findings.map(\.kind) == [.planLevelUnknown])
    #expect(several.findings.first?.rooms.count == 2)
    #expect(Self.plan([("5А", "Математика (углубл.)"), ("5А", "Математика")]).findings.isEmpty)
  }

  /// The class is 8А.
  @Test(arguments: [
    ("Математика 8 класс", false), ("Математика 6 класс", true), ("Математика, 6 кл.", true),
  ])
  func anotherGradeBesideTheSubjectStops(subject: String, isStopped: Bool) throws {
    let works = [Work(id: WorkID(rawValue: "math"), subject: "Математика")]
    let stops = try Self.plan(works, subject).stops
    #expect(stops.map(\.kind) == (isStopped ? [.planSubjectContradiction] : []))
  }

  @Test func whatIsWrongWithASubjectIsFoundByItsCell() throws {
    let works = [Work(id: WorkID(rawValue: "math"), subject: "Математика", grade: 8)]
    let stop = try Self.plan(works, "Химия").stops.first
    #expect(stop?.place.ru == "список.xlsx, ячейка D7")
    #expect(stop?.place.en == "список.xlsx, cell D7")
  }

  private static func plan(
    _ works: [Work], _ subject: String
  ) throws -> (works: [String], stops: [Finding]) {
    let person = Participant(
      ordinal: 1, className: ClassName(rawValue: "8А"), room: RoomName(rawValue: "204"),
      subject: subject, place: Wording(ru: "список.xlsx, строка 7", en: "список.xlsx, row 7"),
      cells: ListCells(
        sheet: Wording(same: "список.xlsx"), row: 7, isText: false, columns: [.subject: "D"]))
    let planned = Planner.plan(
      PlanInput(
        description: ExamDescription(works: works), id: try #require(ExamID(rawValue: "TEST01")),
        participants: [person], works: [], documents: [], policy: Policy()))
    return (
      planned.plan.packs.flatMap { $0.copies.filter { !$0.spare }.map(\.work.rawValue) },
      planned.findings.filter { $0.severity == .stop }
    )
  }
}
