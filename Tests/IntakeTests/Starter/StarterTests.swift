import Exam
import Intake
import Testing

private let eighth = [
  StarterWork(subject: "География", grade: 8, files: ["г.zip"], pages: 12),
  StarterWork(subject: "Физика", grade: 8, files: ["ф.zip"], pages: 8),
]

private func survey(_ classes: [String], printers: [String] = []) -> StarterSurvey {
  StarterSurvey(
    list: .init(
      file: "список.xlsx", participants: 30, rooms: [RoomName(rawValue: "201")],
      classes: classes.map(ClassName.init(rawValue:))),
    materials: eighth.map {
      FoundMaterial(file: $0.files[0], kind: .work(subject: $0.subject, grade: 8), pages: $0.pages)
    }, printers: printers)
}

private func questions(
  _ survey: StarterSurvey, existing: ExamDescription? = nil
) throws -> StarterQuestions {
  StarterQuestions(
    survey, today: try #require(CivilDate(year: 2026, month: 4, day: 20)), like: nil,
    existing: existing)
}

@Test(arguments: [
  (["8А", "8Б"], [] as [String], 2), (["7А"], [], 1), (["8А"], ["lab1"], 2),
  (["8А"], ["lab1", "lab2"], 3),
])
func onlyWhatTheFolderCannotTellIsAsked(
  classes: [String], printers: [String], count: Int
) throws {
  #expect(try questions(survey(classes, printers: printers)).count == count)
}

@Test func aListThatSaysTheSubjectsNeedsNoQuestionOfClasses() throws {
  var told = survey(["8А", "8Б"])
  told.list?.saysSubjects = true
  let asked = try questions(told)
  #expect(asked.classes.isEmpty)
  let id = try #require(ExamID(rawValue: "TEST01"))
  let text = StarterText(survey: told, answers: asked.known, id: id, like: nil, language: .ru).text
  #expect(!text.contains("classes:"))
}

@Test(
  arguments: [
    ("22.04.2026", "22.04.2026", "9:00"), ("10:30", nil, nil),
    ("22.04.2026 10:30", "22.04.2026", "10:30"),
    ("2026-04-22 8.45", "22.04.2026", "8:45"), ("завтра", nil, nil), ("31.02.2026", nil, nil),
  ] as [(String, String?, String?)])
func aDayAndABellAreRead(text: String, day: String?, bell: String?) throws {
  let read = try questions(survey(["8А"])).dateAndBell(text)
  #expect(read?.0.dotted == day)
  #expect(read?.1.text == bell)
}

@Test func whatExamYAMLSaysIsKnown() throws {
  var existing = ExamDescription()
  existing.works = [
    Work(
      id: WorkID(rawValue: "w1"), subject: "Физика", grade: 8,
      classes: [ClassName(rawValue: "8А")])
  ]
  let known = try questions(survey(["8А", "8Б"]), existing: existing).known
  #expect(known.works[ClassName(rawValue: "8А")]?.subject == "Физика")
  // Who writes what decides paper: nothing is guessed.
  #expect(known.works[ClassName(rawValue: "8Б")] == nil)
}

@Test(arguments: [
  (
    "ВПР. Физика. 8 класс.\nВариант 1\nЗадание 1",
    FoundMaterial.Kind.work(subject: "Физика", grade: 8)
  ),
  ("ВПР. Физика. 8 класс.\nСистема оценивания проверочной работы", .criteria),
  ("ВПР. Физика. 8 класс.\nИнструкция для организатора в аудитории", .instruction),
  ("Объявление", .unknown), ("", .unknown),
])
func aFileIsKnownByItsText(text: String, kind: FoundMaterial.Kind) {
  let page = PageFacts(page: 1, width: 595, height: 842, text: text)
  #expect(FoundMaterial.of(file: "a.pdf", documents: [[page]], policy: Policy()).kind == kind)
}

@Test func aKeyBehindAVariantIsCutOff() throws {
  let texts = ["ВПР. Физика. 8 класс.\nВариант 1", "ВПР. Физика. 8 класс.\nВариант 1", "Ответы"]
  let pages = zip(1..., texts).map { PageFacts(page: $0, width: 595, height: 842, text: $1) }
  let found = FoundMaterial.of(file: "ф.pdf", documents: [pages], policy: Policy())
  #expect(found.kind == .work(subject: "Физика", grade: 8))
  #expect(found.pages == 2)
  #expect(found.chosen == "1-2")
  let survey = StarterSurvey(materials: [found])
  let text = StarterText(
    survey: survey, answers: try questions(survey).known,
    id: try #require(ExamID(rawValue: "7F3A2C")), like: nil, language: .ru
  ).text
  let exam = try DescriptionReader.read(yaml: text, fileName: "exam.yaml")
  #expect(exam.works.first?.materials.first?.pages == PageSelection("1-2"))
}

@Test func aStarterIsShortAndReadBackAsMeant() throws {
  let survey = survey(["8А", "8Б"], printers: ["lab1", "lab2"])
  var answers = try questions(survey).known
  answers.date = CivilDate(year: 2026, month: 4, day: 22)
  answers.works[ClassName(rawValue: "8А")] = eighth[0]
  answers.works[ClassName(rawValue: "8Б")] = eighth[1]
  answers.printers = ["lab2"]
  let text = StarterText(
    survey: survey, answers: answers, id: try #require(ExamID(rawValue: "7F3A2C")), like: nil,
    language: .ru
  ).text
  #expect(text.split(separator: "\n").count < 25)
  let exam = try DescriptionReader.read(yaml: text, fileName: "exam.yaml")
  #expect(exam.works.map(\.subject) == ["География", "Физика"])
  #expect(exam.works.map(\.classes) == [[ClassName(rawValue: "8А")], [ClassName(rawValue: "8Б")]])
  #expect(exam.printers?.map(\.name) == ["lab2"])
  #expect(exam.date == answers.date)
}

@Test(
  arguments: [
    ("2", 1), ("9", nil), ("0", nil), ("география", 0), ("ГЕОГР", 0), ("utjuhfabz", 0), ("физ", 1),
    ("хим", nil), ("г", nil), ("lab1", 2), ("LAB1", 2), ("дфи1", 2), ("lab", nil), ("чертеж", 4),
  ] as [(String, Int?)])
func anAnswerIsADigitOrAName(answer: String, index: Int?) {
  let names = ["География 8 класс", "Физика 8 класс", "lab1", "lab2", "Чертёж"]
  #expect(StarterChoice.index(answer, among: names) == index)
}

@Test func aDayThatIsOverIsAskedFor() throws {
  var survey = survey(["7А"])
  survey.date = CivilDate(year: 2026, month: 4, day: 19)
  #expect(try questions(survey).date == nil)
  survey.date = CivilDate(year: 2026, month: 4, day: 20)
  #expect(try questions(survey).count == 0)
}

private func updated(
  _ yaml: String, _ survey: StarterSurvey
) throws -> (update: StarterUpdate, text: String, exam: ExamDescription) {
  let existing = try DescriptionReader.read(yaml: yaml, fileName: "exam.yaml")
  let text = StarterText(
    survey: survey, answers: try questions(survey, existing: existing).known,
    id: try #require(ExamID(rawValue: "7F3A2C")), like: existing, language: .ru)
  let update = StarterUpdate(survey, existing: existing, text: text)
  let after = try update.applied(to: yaml)
  return (update, after, try DescriptionReader.read(yaml: after, fileName: "exam.yaml"))
}

@Test(arguments: [
  "list: список.xlsx\n# works: пока нет\nspares: {perVariant: 2} # моё\n",
  "# моё\nlist: список.xlsx\n",
  "# моё\nlist: список.xlsx\nworks:\n  - {subject: Химия, grade: 8}\nspares: {perVariant: 2}\n",
  "# моё\nlist: список.xlsx\nworks:\n- subject: Химия\n  grade: 8\n# ниже\nspares: {perVariant: 2}\n",
])
func materialsThatCameLaterAreTakenUp(yaml: String) throws {
  let result = try updated(yaml, survey(["8А", "8Б"]))
  #expect(result.exam.works.map(\.subject).suffix(2) == ["География", "Физика"])
  #expect(result.text.contains("моё"))
  #expect(result.exam.spares == (yaml.contains("spares") ? .perVariant(2) : .perVariant(1)))
  #expect(try updated(result.text, survey(["8А", "8Б"])).update.isEmpty)
}

@Test func anotherListIsTakenInItsPlace() throws {
  let result = try updated(
    "title: Моё\nlist: старый.xlsx  # был\nworks: [{subject: География, grade: 8}, {subject: Физика, grade: 8}]\n",
    survey(["8А"]))
  #expect(result.update.list?.to == "список.xlsx")
  #expect(result.exam.list == "список.xlsx")
  #expect(result.exam.title == "Моё")
}

/// Physics of grade 8 in two archives, a variant each.
private func twoArchives() -> StarterSurvey {
  StarterSurvey(
    materials: zip(["ф 1.zip", "ф 2, новый.zip"], ["1", "2"]).map { file, variant in
      FoundMaterial(
        file: file, kind: .work(subject: "Физика", grade: 8),
        variants: [Variant(rawValue: variant)], pages: 8)
    })
}

@Test(arguments: [
  "works: [{subject: Физика, grade: 8, materials: [{give: participant, file: ф 1.zip}]}]  # моё",
  "works:\n  - {subject: Физика, grade: 8, classes: [8А], materials: [\n      {give: participant, file: \"ф 1.zip\"}]} # моё",
  "works:\n- subject: Физика\n  grade: 8\n  materials:\n  - give: participant\n    file: 'ф 1.zip' # моё\n    copies: 1\n",
  "works:\n- subject: Физика\n  grade: 8\n  materials:\n  - give: participant\n    files: [ф 1.zip]   # моё\n",
  "works:\n- subject: Физика\n  grade: 8\n  materials:\n  - files:\n      - ф 1.zip # моё\n    give: participant\n",
  "works:\n- {subject: Химия, grade: 8}\n- subject: Физика # моё\n  grade: 8\n  materials:\n  - {give: organiser, file: и.pdf}\n  - {give: participant, file: ф 1.zip}\n",
])
func anArchiveThatCameLaterIsAddedToItsWork(yaml: String) throws {
  let result = try updated(yaml, twoArchives())
  #expect(result.update.additions.map(\.files) == [["ф 2, новый.zip"]])
  #expect(result.update.additions.map { $0.variants.map(\.rawValue) } == [["2"]])
  #expect(result.update.works.isEmpty)
  let materials = result.exam.works.first { $0.subject == "Физика" }?.materials
  #expect(
    materials?.first { $0.give == .participant }?.files == ["ф 1.zip", "ф 2, новый.zip"])
  #expect(result.text.contains("# моё"))
  #expect(try updated(result.text, twoArchives()).update.isEmpty)
}

/// The same variant once more, or a work of which exam.yaml says more than the names of files.
@Test(arguments: [
  ("{give: participant, file: ф 1.zip}", "1"),
  ("{give: participant, file: ф 1.zip, variant: \"1\"}", "2"),
  ("{give: participant, file: ф 1.zip, pages: 1-4}", "2"),
  ("{give: participant, file: ф 1.zip}, {give: participant, file: ч.pdf}", "2"),
])
func whatMayBeNoAdditionIsNotOffered(materials: String, variant: String) throws {
  var survey = twoArchives()
  survey.materials[1].variants = [Variant(rawValue: variant)]
  let yaml = "works: [{subject: Физика, grade: 8, materials: [\(materials)]}]"
  #expect(try updated(yaml, survey).update.isEmpty)
}

@Test func aListThatIsChosenBringsItsDayAndBell() throws {
  var found = survey(["8А"])
  let day = CivilDate(year: 2026, month: 4, day: 21)
  let list = StarterSurvey.List(
    file: "Список 22.04.2026.xlsx", participants: 1, rooms: [], classes: [])
  found.choose(
    StarterSurvey.DatedList(list: list, date: day, starts: ClockTime(hour: 10, minute: 0)))
  #expect(found.list == list)
  #expect(found.date == day)
  #expect(found.starts?.text == "10:00")
  found.choose(StarterSurvey.DatedList(list: list))
  #expect(found.date == CivilDate(year: 2026, month: 4, day: 22))
  #expect(found.starts == nil)
}
