import Exam
import Foundation
import Intake
import Testing

private typealias Samples = MaterialSamples

/// A participant's page is printed when it is known to be right, or a person has looked at it.
@Suite struct MaterialsEvidenceTests {
  @Test(arguments: [
    ("Вариант 2", "2"), ("2 вариант", "2"), ("2-й вариант", "2"), ("ВАРИАНТ № 2", "2"),
    ("Вариант: 02", "2"), ("Вариант II", "2"), ("II вариант", "2"), ("Вариант № II", "2"),
    ("Вариант ІІ", "2"), ("Вариант Ⅱ", "2"), ("Вариант второй", "2"), ("Второй вариант", "2"),
    ("В-2", "2"), ("В – 2", "2"), ("B-2", "2"), ("Вар. 2", "2"), ("Bapиaнт 2", "2"),
    ("Вариант А", "А"), ("Вариант A", "А"), ("Вариант «Б»", "Б"),
    ("Вариант МА2290101", "МА2290101"),
    ("Вариант MA2290101", "МА2290101"), ("Variant 2", "2"), ("VERSION B", "В"), ("Form A", "А"),
    ("Вариант 2. Часть 1", "2"), ("КОД Вариант 2", "2"), ("Вариант 2 Фамилия ______", "2"),
    ("В а р и а н т  2", "2"), ("Вари\u{AD}ант 2", "2"), ("Контрольная работа № 3. Вариант 2", "2"),
    ("5 класс, 2 вариант", "2"), ("Вариант 1 (базовый)", "1"),
  ])
  func variantsAreReadAsPeopleWriteThem(line: String, variant: String) {
    let text = "ВПР. Математика. 5 класс.\n\(line)\nЗадание 1. Вычислите."
    #expect(PageIdentity(text: text).variant?.rawValue == variant)
  }

  @Test(arguments: [
    "Вариант ____", "Вариант 3 тарифа стоит 200 рублей", "Выберите 1 вариант",
    "Возможен только 1 вариант",
    "Форма 1", "Варианты ответа", "поезд вышел в 1 час", "Form a sentence", "Подвариант 2а",
  ])
  func otherWordsAreNoVariant(line: String) {
    let text = "ВПР. Математика. 5 класс.\n\(line)\nЗадание 1. Вычислите."
    #expect(PageIdentity(text: text).variants.isEmpty)
  }

  @Test func aPageOfTwoVariantsIsNotKnown() {
    let page = Samples.page(
      1, variant: nil, header: "ВПР. Математика. 5 класс.\nВариант 1 Вариант 2")
    let result = Samples.resolve([Samples.document("a.pdf", [page])])
    #expect(Samples.found(result) == ["stop material.unverified"])
    #expect(result.findings.first?.message.ru.contains("несколько вариантов") == true)
  }

  @Test(arguments: ["I вариант   II вариант", "1 вариант 2 вариант", "Вариант 1   Вариант 2"])
  func twoVariantsInOneLineAreTwo(line: String) {
    let text = "ВПР. Математика. 5 класс.\n\(line)\nЗадание 1. Вычислите."
    #expect(PageIdentity(text: text).variants.map(\.rawValue).sorted() == ["1", "2"])
  }

  @Test func twoPagesOnOneSheetAreOfTwoVariants() {
    var sheet = Samples.sheet(1, a3: false, 1, 2)
    sheet.halves[1].text = sheet.halves[1].text.replacingOccurrences(
      of: "Вариант 1", with: "Вариант 2")
    let result = Samples.resolve([Samples.document("a.pdf", [sheet])])
    #expect(Samples.found(result).contains("stop material.unverified"))
    #expect(result.findings.contains { $0.message.ru.contains("несколько вариантов") })
  }

  @Test(arguments: [
    ("ВПР. Математика. 5 класс.\nВариант 1", []),
    ("BПP. Maтeмaтикa. 5 клacc.\nBapиaнт 1", []),
    ("ВПР 2026\nМатематика\n5 класс\nВариант 1", []),
    ("Вариант 1", ["stop material.unverified"]),
    ("ВПР. Математика. 5 класс.", ["stop material.unverified"]),
    ("Контрольная работа по математике. 5 класс\nВариант 1", ["stop material.unverified"]),
  ])
  func theHeaderIsTheEvidence(header: String, found: [String]) {
    let page = Samples.page(1, variant: nil, header: header)
    #expect(Samples.found(Samples.resolve([Samples.document("a.pdf", [page])])) == found)
  }

  @Test func whatIsPrintedOverAPageIsLookedAt() {
    var page = Samples.page(1)
    page.isWrittenOver = true
    let result = Samples.resolve([Samples.document("a.pdf", [page])])
    #expect(Samples.found(result) == ["stop material.unverified"])
    #expect(result.findings.first?.message.ru.contains("пометки") == true)
  }

  @Test(arguments: [("Вариант 1. КОД ____", true), ("Вариант 1\nНайди на карте город.", false)])
  func aPictureUnderAHeaderIsLookedAt(header: String, isStopped: Bool) {
    var page = Samples.page(1, variant: nil, header: "ВПР. Математика. 5 класс.\n\(header)")
    page.text = "ВПР. Математика. 5 класс.\n\(header)"
    page.isMostlyPicture = true
    let result = Samples.resolve([Samples.document("a.pdf", [page])])
    #expect(Samples.found(result) == (isStopped ? ["stop material.unverified"] : []))
  }

  @Test func aPersonsWordHoldsForThePagesItWasGivenFor() throws {
    let page = Samples.page(3, header: "Приложение")
    let finding = try #require(
      Samples.resolve([Samples.document("a.pdf", [page])]).findings.first)
    #expect(
      finding.pages == [PageReference(sha256: "a.pdf", page: 3, claim: "Математика|5|||")])
  }

  @Test(arguments: [
    ("Ключи\n1) 25\n2) 300\n3) 36\n4) 407", ["stop material.criteria"]),
    ("Ключ к тесту\n1) 25\n2) 300\n3) 36", ["stop material.criteria"]),
    ("Правильные ответы\n1. а\n2. б\n3. в", ["stop material.criteria"]),
    ("1) 25\n2) 300\n3) 36\n4) 407", ["stop material.unverified"]),
    ("Эталон\n1 А\n2 Б\n3 А\n4 Г", ["stop material.unverified"]),
    ("№ Ответ\nЗадание 1 — 25\nЗадание 2 — 300\nЗадание 3 — 36", ["stop material.unverified"]),
    ("Выберите верное утверждение.\n1) круг\n2) квадрат\n3) ромб\n4) куб", []),
    (
      "1. Вычислите 48 : 6.\nОтвет: 8\n2. Найдите площадь.\nОтвет: 36", ["stop material.unverified"]
    ),
    ("1. Вычислите 48 : 6.\nОтвет: ____\n2. Найдите площадь.\nОтвет: ______ см", []),
    ("1. Вычислите 48 : 6.\nОтвет:\n2. Найдите массу.\nОтвет: кг", []),
    ("1) 25 + 17 =\n2) 300 : 5 =\n3) 36 · 2 =", []),
    ("Прочитайте критерии оценивания сочинения и оцените его.", ["stop material.unverified"]),
    ("КОД\nПрочитайте критерии оценивания сочинения и оцените его.", []),
    ("1. 136\n2. 7/8", ["stop material.unverified"]),
    ("1. 136\n2. 7/8\n3. 12:30\n4. 5/6", ["stop material.unverified"]),
    ("Вычислите.\n1. 136/2\n2. 7/8\n3. 12:30", []),
    ("1) 36 : 4\n2) 25 : 5\n3) 49 : 7", []),
    ("Решение.\nПусть скорость поезда х километров в час.", ["stop material.unverified"]),
    ("Решение: пусть скорость поезда х километров в час.", ["stop material.unverified"]),
    ("Запишите решение и ответ.\nРешение.\nОтвет:", []),
    ("Запишите решение.\nРешение.\n5. Вычислите площадь прямоугольника.", []),
    ("Для учителя\nПоезд проходит 60 километров.", ["stop material.criteria"]),
    ("Для учителя музыки купили 5 новых книг. Сколько стоит книга?", []),
    ("Оценивание работы\n5 баллов", ["stop material.criteria"]),
    ("Спецификация\nпроверочной работы", ["stop material.criteria"]),
    ("Возможное решение\nПусть поезд идёт час.", ["stop material.criteria"]),
    ("Solutions\nThe train runs for an hour.", ["stop material.criteria"]),
    ("Marking instructions\nOne mark each.", ["stop material.criteria"]),
    // Answers in other shapes, whether or not there is a field for the code.
    ("КОД\nНомер задания 1 2 3 4 5\nОтвет 45 5/8 60 25 60", ["stop material.unverified"]),
    ("КОД\n1 2 3 4 5\n45 5/8 60 25 рис.", ["stop material.unverified"]),
    ("КОД\n1.а 2.б 3.в 4.а 5.г", ["stop material.unverified"]),
    ("КОД\nВерный ответ: 1 — В; 2 — А", ["stop material.unverified"]),
    ("КОД\n2 балла — ход решения верный\n1 балл — есть ошибка", ["stop material.unverified"]),
    ("КОД\nВопрос 1. в\nВопрос 2. а\nВопрос 3. г", ["stop material.unverified"]),
    ("КОД\n1. 36 : 4 + 12 · 3 = 45\n2. 7/8 − 1/4 = 5/8", ["stop material.unverified"]),
    ("КОД\n1. Вычислите: 36 : 4. (Ответ: 45)", ["stop material.unverified"]),
    (
      "КОД\n1. Какое число чётное?\n*а) 8 б) 5\n2. Простое?\n*а) 7 б) 9",
      ["stop material.unverified"]
    ),
    ("КОД\n1. Найдите сумму.\n2. Решите.\n1 — 45, 2 — 5/8, 3 — 60", ["stop material.unverified"]),
    ("КОД\nОтветы\n1) 25\n2) 36\n3) 48", ["stop material.criteria"]),
    ("КОД\nПеревод первичных баллов в отметки\n«3» 7–10", ["stop material.criteria"]),
    // Tasks that speak of answers, models and criteria.
    ("КОД\n1. Решите и запишите ответ.\nОбразец ответа: 1234", []),
    ("КОД\n1. Сколько их? Верные ответы принесли команде 10 баллов.", []),
    ("КОД\n5. Напишите сочинение.\nКритерии\nполнота, грамотность", []),
    ("КОД\n3. Рассмотрите карту.\n1 — Волга, 2 — Ока, 3 — Кама", []),
    ("КОД\n4. Выберите ответ.\nОтветы: а) 5 б) 7 в) 9", []),
    ("КОД\n4. Заполните таблицу.\nТаблица ответов\n1 2 3", []),
    ("КОД\n1. Circle the correct answers.\n2. Only correct answers count.", []),
  ])
  func keysAreNotKnownWhateverTheyAreCalled(body: String, found: [String]) {
    let page = PageFacts(
      page: 1, width: 595.3, height: 841.9, text: "ВПР. Математика. 5 класс.\nВариант 1\n\(body)")
    #expect(Samples.found(Samples.resolve([Samples.document("a.pdf", [page])])) == found)
  }

  /// A page of answers in prose has header and number like the others, and asks nothing.
  @Test(arguments: [
    ("Задание 3. Решите уравнение.", []),
    ("5. Сколько стоит одна тетрадь?", []),
    ("3 задача. Ответ: ____", []),
    ("Найди лишнее слово.", []),
    ("Черновик", []),
    ("Скорость первого поезда 60 км/ч, второго 72 км/ч.", ["stop material.unverified"]),
    ("Возьмём х за цену книги. Тогда тетрадь стоит х − 5.", ["stop material.unverified"]),
    ("Задача 5. Всего в магазине 5 · 12 = 60 кг яблок.", ["stop material.unverified"]),
    ("(2 points) Compute the integral.", []),
    (
      String(repeating: "Буря мглою небо кроет, вихри снежные крутя. ", count: 8), []
    ),
  ])
  func aPageThatAsksNothingIsLookedAt(last: String, found: [String]) {
    let tasks = ["1. Вычислите сумму.", "2. Чему равна площадь?", last]
    let facts = zip(1..., tasks).map { number, task in
      PageFacts(
        page: number, width: 595.3, height: 841.9,
        text: "ВПР. Математика. 5 класс.\nВариант 1\n\(task)\n\(number)", bottom: "\(number)")
    }
    #expect(Samples.found(Samples.resolve([Samples.document("a.pdf", facts)])) == found)
  }

  /// More pages of criteria than of tasks, each with the field for the code.
  @Test func whatFollowsTheLastTaskIsLookedAt() {
    let texts = ["1. Вычислите сумму."] + (0..<3).map { "2 верно\n\($0) ошибка" }
    let facts = zip(1..., texts).map { number, text in
      PageFacts(
        page: number, width: 595.3, height: 841.9,
        text: "ВПР. Математика. 5 класс.\nВариант 1\nКОД\n\(text)\n\(number)",
        bottom: "\(number)")
    }
    let result = Samples.resolve([Samples.document("a.pdf", facts)])
    #expect(Samples.found(result) == ["stop material.unverified"])
    #expect(result.findings.first?.place.ru == "a.pdf, стр. 2–4")
  }

  /// The line for the name is on keys as well, and is no task.
  @Test(arguments: ["Фамилия, имя ____________ Класс ____", "Name: ____________"])
  func theLineForTheNameIsNoTask(line: String) {
    let texts = [
      "1. Вычислите сумму.", "2. Чему равна площадь?", "Верно 45 и 5/8, балл за каждое.",
    ]
    let facts = zip(1..., texts).map { number, text in
      PageFacts(
        page: number, width: 595.3, height: 841.9,
        text: "ВПР. Математика. 5 класс.\nВариант 1\nКОД\n\(line)\n\(text)\n\(number)",
        bottom: "\(number)")
    }
    let result = Samples.resolve([Samples.document("a.pdf", facts)])
    #expect(Samples.found(result) == ["stop material.unverified"])
  }

  /// A cover says what the work is, and asks nothing.
  @Test func aCoverIsKnown() {
    let texts = ["Тираж 100 экземпляров", "1. Вычислите сумму.", "2. Чему равна площадь?"]
    let facts = zip(1..., texts).map { number, text in
      PageFacts(
        page: number, width: 595.3, height: 841.9,
        text: "ВПР. Математика. 5 класс.\nВариант 1\n\(text)")
    }
    #expect(Samples.found(Samples.resolve([Samples.document("a.pdf", facts)])) == [])
  }

  @Test func filesWithoutAVariantAreNeverGlued() {
    let policy = Policy(usualVariants: [])
    let first = Samples.document("a.pdf", [Samples.page(1, variant: nil)])
    let second = Samples.document("b.pdf", [Samples.page(1, variant: nil, task: 7)])
    #expect(
      Samples.found(Samples.resolve([first, second], policy: policy)) == [
        "stop material.variants-unknown"
      ])
    #expect(Samples.found(Samples.resolve([first], policy: policy)) == [])
  }

  @Test(arguments: [[1, 2, 1, 2], [1, 2, 3, 1, 2, 3]])
  func sectionsWithoutAVariantAreNeverGlued(numbers: [Int]) {
    let facts = Samples.numbered(numbers, variant: nil)
    let found = Samples.found(
      Samples.resolve(
        [Samples.document("a.pdf", facts)], policy: Policy(usualVariants: []),
        material: { $0.verified = true }))
    #expect(found.contains("stop material.variants-unknown"))
  }

  @Test func oneVariantInTwoFilesIsLookedAt() {
    let first = Samples.document("1.pdf", Samples.numbered([1, 2]))
    var facts = Samples.numbered([1, 2])
    for index in facts.indices { facts[index].text += " другое" }
    let result = Samples.resolve([first, Samples.document("2.pdf", facts)])
    #expect(Samples.found(result) == ["stop material.variant-doubled"])
  }

  @Test func fewerVariantsThanUsualAreSaid() throws {
    let material = Material(id: Samples.id, give: .participant, files: ["все.zip"])
    let work = Work(
      id: WorkID(rawValue: "math5"), subject: "Математика", grade: 5, materials: [material])
    let result = MaterialResolver.resolve(
      description: ExamDescription(works: [work]), policy: Policy(),
      documents: [Samples.document("1.pdf", [Samples.page(1)])],
      aside: [
        MaterialAside(work: work.id, archive: "все.zip", names: ["readme.txt", "Вариант 2.docx"])
      ])
    let finding = try #require(result.findings.first)
    #expect(finding.kind == .materialVariantsFewer)
    #expect(finding.severity == .warn)
    #expect(finding.message.ru.contains("«Вариант 2.docx» — файл Word"))
  }

  @Test func materialsWithAVariantAreThatVariant() {
    let scan = PageFacts(page: 1, width: 595.3, height: 841.9, text: "")
    let materials = ["1", "2"].map { name in
      Material(
        id: MaterialID(rawValue: "v" + name), give: .participant, files: ["v\(name).pdf"],
        variant: Variant(rawValue: name), verified: true)
    }
    let work = Work(
      id: WorkID(rawValue: "math5"), subject: "Математика", grade: 5, materials: materials)
    let documents = materials.map { material in
      MaterialDocument(
        work: work.id, material: material.id, file: material.files[0], sha256: material.files[0],
        facts: [scan])
    }
    let result = MaterialResolver.resolve(
      description: ExamDescription(works: [work]), policy: Policy(), documents: documents)
    #expect(result.findings.allSatisfy { $0.severity == .note })
    #expect(result.works[0].variants.map { $0.pages.map(\.file) } == [["v1.pdf"], ["v2.pdf"]])
  }
}

/// Where a layout allows it, a page that says nothing is known by the pages beside it.
@Suite struct MaterialsNeighboursTests {
  private static let policy: Policy = {
    var patterns = PagePatterns.usual
    patterns.header = ["работа по {subject} {grade} класс", "{subject} {grade} класс"]
    patterns.neighbours = true
    return Policy(usualVariants: [Variant(rawValue: "1")], pages: patterns)
  }()

  private static func page(_ number: Int, _ text: String, printed: Bool = true) -> PageFacts {
    PageFacts(
      page: number, width: 595.3, height: 841.9, text: text, bottom: printed ? "\(number)" : "")
  }

  @Test(arguments: [
    ("Контрольная работа по математике. 5 класс\nВариант 1", true, ["note material.by-neighbours"]),
    ("Тест\nМатематика, 5 класс. Вариант 1", true, ["note material.by-neighbours"]),
    ("Тест. Математика 5 класс\n1 вариант", false, ["note material.by-neighbours"]),
    ("Олимпиада. Школьный этап 5 класс\nВариант 1", true, ["stop material.unverified"]),
    (
      "Контрольная работа по физике. 5 класс\nВариант 1", true,
      ["stop material.wrong-work", "stop material.unverified"]
    ),
    ("Контрольная работа по математике. 5 класс", true, ["stop material.unverified"]),
  ])
  func theFirstPageSpeaksForTheFile(first: String, isNumbered: Bool, found: [String]) {
    let facts = [
      Self.page(1, first, printed: isNumbered),
      Self.page(2, "Задание 3. Решите.", printed: isNumbered),
      Self.page(3, "Задание 5. Решите.", printed: isNumbered),
    ]
    let result = Samples.resolve([Samples.document("a.pdf", facts)], policy: Self.policy)
    #expect(Samples.found(result) == found)
  }

  @Test func aPageOutOfSequenceIsNotKnownByItsNeighbours() {
    let facts = [
      Self.page(1, "Математика, 5 класс\nВариант 1"), Self.page(2, "Задание 3. Решите."),
      Self.page(3, "Задание 4. Решите.", printed: false),
    ]
    let result = Samples.resolve([Samples.document("a.pdf", facts)], policy: Self.policy)
    #expect(Samples.found(result) == ["stop material.unverified", "note material.by-neighbours"])
    #expect(result.findings.first?.place.ru == "a.pdf, стр. 3")
  }
}

/// What lies in a participants' archive gets its place.
@Suite struct MaterialsArchiveTests {
  private static func document(_ file: String, _ text: String) -> MaterialDocument {
    MaterialDocument(
      work: WorkID(rawValue: "math5"), material: Samples.id, file: file, container: "все.zip",
      sha256: file, facts: [PageFacts(page: 1, width: 595.3, height: 841.9, text: text)])
  }

  private static let header = "ВПР. Математика. 5 класс.\nВариант 1"

  @Test(arguments: [
    (
      "ВПР. Математика. 5 класс.\nСистема оценивания проверочной работы",
      "material.archive-left-out", nil
    ),
    ("Ключи\n1) 25\n2) 300\n3) 36", "material.archive-left-out", nil),
    ("Протокол проведения проверочной работы", "material.archive-left-out", nil),
    ("Инструкция для организатора в аудитории", "material.archive-instruction", Give.organiser),
    ("ИНСТРУКЦИЯ\nпо проведению ВПР для учителя", "material.archive-instruction", Give.organiser),
    ("Памятка для кабинета", "material.archive-instruction", Give.room),
    ("Инструкция техническому специалисту", "material.archive-left-out", nil),
  ])
  func criteriaAndInstructionsNeedNoRepacking(text: String, kind: String, give: Give?) {
    let result = Samples.resolve([
      Self.document("1.pdf", Self.header + "\nЗадание 1. Вычислите."), Self.document("2.pdf", text),
    ])
    #expect(Samples.found(result) == ["note \(kind)"])
    #expect(Samples.pages(result) == ["1"])
    #expect(result.works.first?.papers.map(\.give) == [give].compactMap(\.self))
    #expect(
      result.works.first?.papers.flatMap(\.pages).map(\.file) == (give == nil ? [] : ["2.pdf"]))
  }

  /// Tasks of little more than numbers look like a key; only a heading leaves a file out.
  @Test(arguments: [
    "1) 25\n2) 300\n3) 36\n4) 407", Self.header + "\n1. сарай\n2. звонит\n3. свёкла\n4. торты",
    "1. Ответ: 8\n2. Ответ: 36\n3. Ответ: 5", "1 – Б\n2 – А\n3 – Г",
  ])
  func whatOnlyLooksLikeAnswersIsAQuestion(text: String) {
    let result = Samples.resolve([
      Self.document("1.pdf", Self.header + "\nЗадание 1. Вычислите."), Self.document("2.pdf", text),
    ])
    #expect(Samples.found(result) == ["stop material.answers-aside"])
    #expect(result.findings[0].pages?.map(\.sha256) == ["2.pdf"])
    #expect(Samples.pages(result) == ["1"])
  }

  @Test func aKeyOfSeveralPagesIsHeadedOnItsFirst() {
    var key = Self.document("2.pdf", "Ответы\n1) 25\n2) 300\n3) 36")
    key.facts.append(
      PageFacts(page: 2, width: 595.3, height: 841.9, text: "4) 25\n5) 300\n6) 36\n7) 8"))
    let result = Samples.resolve([
      Self.document("1.pdf", Self.header + "\nЗадание 1. Вычислите."), key,
    ])
    #expect(Samples.found(result) == ["note material.archive-left-out"])
  }

  @Test func tasksThatEndWithAKeyStop() {
    var document = Self.document("1.pdf", Self.header + "\nКОД\nЗадание 1. Вычислите.")
    document.facts.append(
      PageFacts(page: 2, width: 595.3, height: 841.9, text: Self.header + "\nОтветы\n1) 25"))
    #expect(Samples.found(Samples.resolve([document])) == ["stop material.criteria"])
  }

  @Test func aFileNamedByItselfIsJudgedAsItIs() {
    let document = Samples.document(
      "a.pdf", [Samples.page(1, header: "ВПР. Математика. 5 класс.\nСистема оценивания")])
    #expect(Samples.found(Samples.resolve([document])) == ["stop material.criteria"])
  }

  @Test func oneArchiveMayHoldTwoWorks() {
    let material = Material(id: Samples.id, give: .participant, files: ["все.zip"])
    let works = [("math5", "Математика"), ("rus5", "Русский язык")].map {
      Work(id: WorkID(rawValue: $0), subject: $1, grade: 5, materials: [material])
    }
    let texts = [Self.header, "ВПР. Русский язык. 5 класс.\nВариант 1"]
    let documents = works.flatMap { work in
      zip(1..., texts).map { number, text in
        var document = Self.document("\(number).pdf", text + "\nЗадание 1. Выполните.")
        document.work = work.id
        return document
      }
    }
    let result = MaterialResolver.resolve(
      description: ExamDescription(works: works),
      policy: Policy(usualVariants: [Variant(rawValue: "1")]), documents: documents)
    #expect(
      result.findings.map(\.kind) == [.materialArchiveLeftOut, .materialArchiveLeftOut])
    #expect(result.works.map { $0.variants[0].pages.map(\.file) } == [["1.pdf"], ["2.pdf"]])
  }
}
