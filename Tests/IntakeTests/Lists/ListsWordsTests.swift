import Exam
import Testing

@testable import Intake

@Suite("Words of lists") struct ListsWordsTests {
  @Test(
    "titles",
    arguments: [
      ("Кабинет 204", "204", nil), ("каб. № 204", "204", nil), ("204 кабинет", "204", nil),
      ("Список участников, аудитория 12б", "12Б", nil), ("Класс: 5А", nil, "5А"),
      ("Список 5 «А» класса", nil, "5А"), ("Кабинет 204, 5-а класс", "204", "5А"),
      ("5 А класс, кабинет № 7", "7", "5А"), ("Кабинет: спортзал", "Спортзал", nil),
      ("Кабинеты", nil, nil), ("Кабинет 204 и 205", nil, nil),
      ("кабинет 204, кабинет 205", nil, nil),
      ("Кабинет 204, 205", nil, nil), ("5 классы", nil, nil), ("Рассадка на 21.04.2026", nil, nil),
      ("Иванов Иван", nil, nil),
    ] as [(String, String?, String?)])
  func titles(text: String, room: String?, className: String?) {
    #expect(TitleWords.facts(text) == TitleFacts(room: room, className: className))
  }

  @Test(
    "names of sheets",
    arguments: [
      ("204", "204", nil), ("каб.204", "204", nil), ("5А", nil, "5А"), ("5 «а»", nil, "5А"),
      ("10б класс", nil, "10Б"), ("Спортзал", "Спортзал", nil), ("Лист1", nil, nil),
      ("20260421", nil, nil), ("5 классы", nil, nil), ("Sheet 1", nil, nil),
    ] as [(String, String?, String?)])
  func sheets(name: String, room: String?, className: String?) {
    #expect(TitleWords.facts(sheetName: name) == TitleFacts(room: room, className: className))
  }

  @Test(
    "headings",
    arguments: [
      ("ФИО учащегося", .name), ("Ф. И. О. (полностью)", .name), ("Фамилия И.О.", .name),
      ("Код участника ВПР 2026", .code), ("№ каб.", .room), ("Класс/литера", .class),
      ("Место проведения (кабинет)", .room), ("№ места", .seat), ("Особые\nусловия", .conditions),
      ("Номер", nil), ("Участников", nil), ("2026", nil), ("ФИО учителя", nil),
      ("ФИО организатора", nil),
    ] as [(String, ListColumn?)])
  func headings(text: String, column: ListColumn?) {
    #expect(Headings.column(heading: text) == column)
  }

  @Test(
    "special conditions",
    arguments: [
      ("слабовидящий", Conditions(lowVision: true)), ("+30 минут", Conditions(extraMinutes: 30)),
      ("нарушение зрения, А3", Conditions(lowVision: true)),
      ("отдельный кабинет", Conditions(ownRoom: true)),
      ("доп. время 1,5 часа", Conditions(extraMinutes: 90)),
      ("30мин", Conditions(extraMinutes: 30)),
      ("увеличенное время на 30 минут", Conditions(extraMinutes: 30)),
      ("увеличенный шрифт, +30", Conditions(lowVision: true, extraMinutes: 30)),
      ("продление времени 40", Conditions(extraMinutes: 40)),
      (
        "Слабовидящая, А4 и А3, +30; отдельная аудитория",
        Conditions(lowVision: true, extraMinutes: 30, ownRoom: true)
      ),
      (
        "low vision, +20 min, own room",
        Conditions(lowVision: true, extraMinutes: 20, ownRoom: true)
      ),
      ("ЗПР, +30 мин", Conditions(extraMinutes: 30)),
      ("1 час 30 минут", Conditions(extraMinutes: 90)), ("+ 1 ч", Conditions(extraMinutes: 60)),
      ("нет", Conditions()), ("не требуется", Conditions()), ("-", Conditions()),
      ("0", Conditions()),
    ])
  func conditions(text: String, expected: Conditions) {
    #expect(
      ConditionWords.read(text) == ConditionWords.Reading(conditions: expected))
  }

  @Test(
    "conditions that name nothing to print", arguments: ["ОВЗ", "да", "+", "ЗПР", "слабослышащий"])
  func unnamed(text: String) {
    #expect(ConditionWords.read(text) == .init(understanding: .unnamed))
  }

  @Test(
    "conditions not understood",
    arguments: [
      "Брайль", "увеличение времени", "см. приказ", "+1,5", "½ часа", "+900",
      "без отдельного кабинета", "нарушение зрения не подтверждено",
    ])
  func unknown(text: String) {
    #expect(ConditionWords.read(text) == .init(understanding: .partly))
  }

  @Test(
    "conditions understood in part",
    arguments: [
      ("слабовидящий, сурдоперевод", Conditions(lowVision: true)),
      ("слабовидящий, русский +30 мин, алгебра +40 мин", Conditions(lowVision: true)),
    ])
  func partly(text: String, conditions: Conditions) {
    #expect(ConditionWords.read(text) == .init(conditions: conditions, understanding: .partly))
  }

  @Test(
    "names",
    arguments: [
      ("Иванoв Пётр", "Иванов Пётр", false), ("Иванов A. C.", "Иванов А. С.", false),
      ("Иvанов Пётр", "Иvанов Пётр", true), ("Smith Ann", "Smith Ann", false),
      ("Семёнов", "Семёнов", false),
    ])
  func names(text: String, name: String, isMixed: Bool) {
    let repaired = LookAlikes.mended(text)
    #expect(repaired.text == name)
    #expect(repaired.isMixed == isMixed)
  }

  @Test("names are compared without ё and dots") func comparing() {
    #expect(NameRepair.comparable("Семёнов П.П.") == NameRepair.comparable("СЕМЕНОВ П. П."))
  }

  @Test(
    "what is invisible goes, and nothing else",
    arguments: [
      ("Ива\u{AD}нов", "Иванов"), ("\u{200B}204\u{A0}", "204"), ("а  б", "а б"), ("и\u{306}", "й"),
      ("ё", "ё"), ("5\u{2009}А", "5 А"),
    ])
  func invisible(text: String, visible: String) {
    #expect(ListText.trimmed(text).unicodeScalars.elementsEqual(visible.unicodeScalars))
  }
}

@Suite("Lists held open") struct ListsLockTests {
  @Test("lock files", arguments: ["~$список.xlsx", ".~lock.список.ods#"])
  func locks(name: String) {
    #expect(ListLocks.isLock(name))
    let list = name.contains("ods") ? "список.ods" : "список.xlsx"
    let finding = ListLocks.findings(list: list, among: [list, name]).first
    #expect(finding?.severity == .note)
    #expect(finding?.message.ru.hasSuffix("несохранённое не видно") == true)
    #expect(ListLocks.findings(list: "другой.xlsx", among: [list, name]).isEmpty)
  }
}
