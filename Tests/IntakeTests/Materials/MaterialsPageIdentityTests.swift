import Exam
import Intake
import Testing

@Suite struct MaterialsPageIdentityTests {
  @Test(arguments: [
    ("ВПР. Математика. 5 класс.\nВариант 2\nКОД", "Математика", 5, "2"),
    ("ВПР. Математика. 5 класс. Вариант 02 КОД\nЗадача", "Математика", 5, "2"),
    ("ВПР.  Русский\u{A0}язык. 4 класс\nКОД\nВариант 1", "Русский язык", 4, "1"),
    ("ВПР. Физика (базовый уровень). 8 класс.\nВариант № 1", "Физика (базовый уровень)", 8, "1"),
    ("ВПР. История. 6 класс.\nПрочитайте текст.", "История", 6, nil),
    ("1. Вариант 3 тарифа стоит 200 рублей", nil, nil, nil),
    ("ВАРИАНТ 4\nЧерновик", nil, nil, "4"),
    ("ВПР 2026. Химия. 8 КЛАСС. ВАРИАНТ: 1", "Химия", 8, "1"),
    ("ВПР 2026 г. Химия. 8 класс\nВариант 1", "Химия", 8, "1"),
    ("ВПР. 2026 год. Химия. 8 класс\nВариант 1", "Химия", 8, "1"),
    ("ВПР 2025/2026 уч. год. Химия. 8 класс", "Химия", 8, nil),
    ("ВПР по химии. 8 класс", "химии", 8, nil),
    (
      "ПРОВЕРОЧНАЯ РАБОТА\nпо РУССКОМУ ЯЗЫКУ\n5 КЛАСС\nВариант 1", nil, 5,
      "1"
    ),
    ("", nil, nil, nil),
  ])
  func readsTheHeader(text: String, subject: String?, grade: Int?, variant: String?) {
    let identity = PageIdentity(text: text)
    #expect(identity.subject == subject)
    #expect(identity.grade == grade)
    #expect(identity.variant?.rawValue == variant)
  }

  @Test(arguments: [
    ("ПРОВЕРОЧНАЯ РАБОТА\nпо РУССКОМУ ЯЗЫКУ\n5 КЛАСС", "РАБОТА по РУССКОМУ ЯЗЫКУ"),
    ("Всероссийская проверочная работа по физике для 8 класса", "работа по физике"),
    ("ВПР. Физика. 8 класс.\nПроверочная работа по физике\n8 класс", nil),
  ])
  func readsTheTitleWhereThereIsNoHeader(text: String, title: String?) {
    #expect(PageIdentity(text: text).title == title)
  }

  @Test(arguments: [
    ("Вариант-4.pdf", "4"), ("МА_5/вар 02.PDF", "2"), ("variant_1.pdf", "1"),
    ("МА_5_работа.pdf", nil),
  ])
  func readsTheFileName(name: String, variant: String?) {
    #expect(PageIdentity.variant(ofFileName: name)?.rawValue == variant)
  }

  @Test(arguments: [
    ("ВПР. Математика (углублённый уровень). 8 класс.", "углублённый"),
    ("ВПР. Математика. 8 класс. Базовый уровень", "базовый"),
    ("ВПР. Математика. Профильный уровень. 8 класс", "профильный"),
    ("ВПР. Физика. 8 класс.\nНапишите уровень воды", nil),
  ])
  func readsTheLevel(text: String, level: String?) {
    #expect(PageIdentity(text: text).level?.rawValue == level)
  }

  @Test(arguments: [
    ("ВПР. Русский язык. 4 класс.\nВариант 1. Часть 2", 2, "1"),
    ("ВПР. Русский язык. 4 класс. Часть 1\nВариант 2", 1, "2"),
    ("Вариант 3\nЧАСТЬ II\nЗадание", 2, "3"),
    ("ВПР. Математика. 5 класс.\nЗадание 1\nКакая часть 2 метров равна 5 см?", nil, nil),
  ])
  func readsThePart(text: String, part: Int?, variant: String?) {
    let identity = PageIdentity(text: text)
    #expect(identity.part == part)
    #expect(identity.variant?.rawValue == variant)
  }

  @Test(arguments: [
    ("ВПР. Математика. 5 класс.\nКОД", true), ("ВПР. КОД Вариант 1", true),
    ("Попросите переписать код в поле «КОД» на каждой странице.", false), ("Введите код", false),
    ("КОДЕКС", false),
  ])
  func seesTheCodeField(text: String, isThere: Bool) {
    #expect(PageIdentity(text: text).hasCodeField == isThere)
  }

  @Test(arguments: [
    ("", "3", 3, nil), ("", "— 12 —", 12, nil), ("", "Ответ: 5\nСтр. 4 из 9", 4, 9),
    ("ВПР\n2/8\n", "", 2, 8), ("7", "8", 8, nil), ("", "2026", nil, nil), ("", "9 из 3", nil, nil),
    ("", "Ответ: 5", nil, nil), ("", "0", nil, nil),
  ])
  func readsThePageNumber(top: String, bottom: String, page: Int?, of: Int?) {
    let number = PrintedNumber(top: top, bottom: bottom)
    #expect(number?.page == page)
    #expect(number?.of == of)
  }
}
