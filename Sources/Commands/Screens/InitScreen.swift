import Exam
import Intake
import Operations
import Planning

/// What `init` found and did.
enum InitScreen {
  /// What lies in the folder, a line each.
  static func found(_ survey: StarterSurvey, _ console: Console) -> String {
    var lines: [String] = []
    if let list = survey.list { lines.append(line(of: list, console)) }
    for name in survey.otherLists {
      lines.append(
        name + console.say(ru: " — список старше, не беру", en: " — an older list, not taken"))
    }
    if let codes = survey.codes {
      lines.append(codes + console.say(ru: " — коды участников", en: " — participants' codes"))
    }
    lines += survey.materials.map { $0.file + " — " + words(for: $0, console) }
    lines += survey.refused.map { $0.file + " — " + $0.message[console.language] }
    let printers = survey.printers.joined(separator: ", ")
    lines.append(
      survey.printers.isEmpty
        ? console.say(ru: "принтеров нет", en: "no printers")
        : console.say(ru: "принтеры: ", en: "printers: ") + printers)
    let head = console.say(ru: "Нашёл: ", en: "Found: ")
    let indent = String(repeating: " ", count: head.count)
    return lines.enumerated().map { Wrapping.fit(($0 == 0 ? head : indent) + $1) }
      .joined(separator: "\n")
  }

  private static func line(of list: StarterSurvey.List, _ console: Console) -> String {
    let classes = list.classes.map(\.rawValue).joined(separator: " ")
    return list.file
      + console.say(
        ru: " — " + Numbers.plural(list.participants, "участник", "участника", "участников") + ", "
          + Numbers.plural(list.rooms.count, "кабинет", "кабинета", "кабинетов"),
        en: " — \(list.participants) participants, \(list.rooms.count) rooms")
      + (classes.isEmpty ? "" : ", " + classes)
  }

  private static func words(for material: FoundMaterial, _ console: Console) -> String {
    let pages = console.say(
      ru: Numbers.plural(material.pages, "страница", "страницы", "страниц"),
      en: "\(material.pages) pages")
    switch material.kind {
    case .work(let subject, let grade):
      let variants = material.variants.map(\.rawValue).joined(separator: ", ")
      let which =
        variants.isEmpty
        ? "" : console.say(ru: ", вариант \(variants)", en: ", variant \(variants)")
      return name(subject, grade, console) + which + ", " + pages + criteria(in: material, console)
    case .instruction: return console.say(ru: "инструкция, ", en: "an instruction, ") + pages
    case .criteria:
      return console.say(
        ru: "критерии или ответы: в пакеты не попадут", en: "criteria or answers: never packed")
    case .unknown:
      return console.say(
        ru: "по тексту не понять, что это: укажите в exam.yaml, если нужно, ",
        en: "its text does not tell: name it in exam.yaml if it is needed, ") + pages
    }
  }

  private static func criteria(in material: FoundMaterial, _ console: Console) -> String {
    guard material.hasCriteria else {
      return material.leftOut == 0
        ? ""
        : console.say(
          ru: "; критерии и формы внутри (файлов: \(material.leftOut)) в пакеты не попадут",
          en: "; criteria and forms inside (files: \(material.leftOut)) go into no pack")
    }
    return material.chosen.map {
      console.say(
        ru: "; в файле есть и критерии или ответы, беру только страницы \($0)",
        en: "; the file has criteria or answers, too: only pages \($0) are taken")
    }
      ?? console.say(
        ru: "; внутри есть и критерии или ответы: уберите их из архива",
        en: "; there are criteria or answers inside: take them out of the archive")
  }

  /// «География 8 класс».
  static func name(_ work: StarterWork, _ console: Console) -> String {
    name(work.subject, work.grade, console)
  }

  private static func name(_ subject: String, _ grade: Int?, _ console: Console) -> String {
    subject + (grade.map { console.say(ru: " \($0) класс", en: " grade \($0)") } ?? "")
  }

  static func template(_ name: String, _ console: Console) -> String {
    console.say(
      ru: "Записал «\(name)». Заполните его, сохраните и наберите:  tirazh init",
      en: "Wrote “\(name)”. Fill it in, save it, and type:  tirazh init")
  }

  static func written(_ lines: Int, _ console: Console) -> String {
    console.say(
      ru: "Записал exam.yaml (" + Numbers.plural(lines, "строка", "строки", "строк") + ").",
      en: "Wrote exam.yaml (\(lines) lines).")
  }

  static func same(_ console: Console) -> String {
    console.say(
      ru: "exam.yaml уже есть, менять в нём нечего.",
      en: "exam.yaml is there already, and nothing would change.")
  }

  static func left(_ console: Console) -> String {
    console.say(ru: "Оставил exam.yaml как есть.", en: "exam.yaml was left as it is.")
  }

  static func applied(_ console: Console) -> String {
    console.say(
      ru: "Изменил exam.yaml; остальное в нём осталось как было.",
      en: "Changed exam.yaml; the rest of it stayed as it was.")
  }

  /// What would change, a line each.
  static func changes(_ update: StarterUpdate, _ console: Console) -> String {
    var lines = [
      console.say(
        ru: "exam.yaml уже есть. По тому, что лежит в папке, изменится:",
        en: "exam.yaml is there already. By what lies here, this would change:")
    ]
    if let list = update.list {
      lines.append(
        console.say(
          ru: "  список: вместо «\(list.from ?? "")» будет «\(list.to)»",
          en: "  list: “\(list.to)” instead of “\(list.from ?? "")”"))
    }
    lines += update.works.map { work in
      let files = work.files.joined(separator: ", ")
      return console.say(
        ru: "  новая работа: \(name(work, console)) (\(files))",
        en: "  a new work: \(name(work, console)) (\(files))")
    }
    lines += update.additions.map { addition in
      let files = addition.files.joined(separator: ", ")
      let name = name(addition.subject, addition.grade, console)
      let variants = addition.variants.map(\.rawValue).joined(separator: ", ")
      let which =
        variants.isEmpty
        ? console.say(ru: " (вариант не прочитан)", en: " (its variant is not known)")
        : console.say(ru: " (вариант \(variants))", en: " (variant \(variants))")
      return console.say(
        ru: "  \(name): к файлам добавится \(files)\(which)",
        en: "  \(name): \(files)\(which) is added to its files")
    }
    return lines.joined(separator: "\n")
  }

  static func empty(template: String?, _ console: Console) -> String {
    let first = template.map { self.template($0, console) + "\n" } ?? ""
    return first
      + console.say(
        ru: "Архив с материалами — в личном кабинете ФИС ОКО, раздел «Ход ВПР»: "
          + "скачайте его в эту папку.",
        en: "Download the archive of materials into this folder.")
  }

  static func nothingOfUse(_ console: Console) -> String {
    console.say(
      ru: "Ни списка, ни работ здесь нет. Список-образец: tirazh init --template",
      en: "There is neither a list nor a work here. A list to fill in: tirazh init --template")
  }

  static func noList(_ console: Console) -> String {
    console.say(
      ru: "Списка участников нет. Положите его сюда, или возьмите образец:  tirazh init --template",
      en: "There is no list of participants. Put it here, or start one:  tirazh init --template")
  }

  /// What is not there yet, a line each.
  static func missing(
    _ prepared: PreparedExam, _ survey: StarterSurvey, _ console: Console
  ) -> [String] {
    var lines: [String] = []
    lines += survey.works.filter { work in
      !survey.hasClass(for: work)
    }.map { work in
      console.say(
        ru: "\(name(work, console)): классов этой параллели в списке нет. Тот ли это архив?",
        en: "\(name(work, console)): the list has no class of this grade. Is it the right archive?")
    }
    if prepared.plan.works.contains(where: \.assumed), survey.works.isEmpty {
      lines.append(
        console.say(
          ru: "Материалов нет: число листов примерное (≈). Положите архив в эту папку.",
          en: "No materials: sheets are estimated (≈). Put the archive into this folder."))
    }
    if prepared.participants.contains(where: { $0.code == nil }) {
      lines.append(
        console.say(
          ru: "Коды не у всех: место «КОД» останется пустым, его заполняют от руки.\n"
            + "(Положите файл с кодами из ФИС ОКО в эту папку и повторите, если он есть.)",
          en: "Not everybody has a code: its box stays empty and is filled in by hand."))
    }
    let stops = prepared.findings.count { $0.severity == .stop }
    if stops > 0 {
      lines.append(
        console.say(ru: "Остановок: \(stops), подробно: tirazh check", en: "Stops: \(stops)"))
    }
    return lines
  }
}
