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
    ("", nil, nil, nil),
  ])
  func readsTheHeader(text: String, subject: String?, grade: Int?, variant: String?) {
    let identity = PageIdentity(text: text)
    #expect(identity.subject == subject)
    #expect(identity.grade == grade)
    #expect(identity.variant?.rawValue == variant)
  }

  @Test(arguments: [
    ("Вариант-4.pdf", "4"), ("МА_5/вар 02.PDF", "2"), ("variant_1.pdf", "1"),
    ("МА_5_работа.pdf", nil),
  ])
  func readsTheFileName(name: String, variant: String?) {
    #expect(PageIdentity.variant(ofFileName: name)?.rawValue == variant)
  }
}
