public import Exam
public import Intake
public import Operations
import Planning

/// What `init` found and did.
public enum InitScreen {
  /// What lies in the folder, a line each; `takesNewest` where nobody is asked which of several lists is meant.
  public static func found(
    _ survey: StarterSurvey, _ language: Language, takesNewest: Bool = false
  ) -> String {
    var lines: [String] = []
    let lists = survey.lists.isEmpty ? [survey.list].compactMap(\.self) : survey.lists.map(\.list)
    lines += lists.enumerated().map { index, list in
      line(of: list, language)
        + (takesNewest && index > 0
          ? language.say(
            ru: "; не взят, он старше: если нужен он, уберите из папки другой",
            en: "; not taken, it is older: if it is meant, take the other out of the folder") : "")
    }
    if let codes = survey.codes {
      lines.append(codes + language.say(ru: " — коды участников", en: " — participants' codes"))
    }
    lines += survey.materials.map { $0.file + " — " + words(for: $0, language) }
    lines += survey.refused.map { $0.file + " — " + $0.message[language] }
    let printers = survey.printers.joined(separator: ", ")
    lines.append(
      survey.printers.isEmpty
        ? language.say(ru: "принтеров нет", en: "no printers")
        : language.say(ru: "принтеры: ", en: "printers: ") + printers)
    let head = language.say(ru: "Нашёл: ", en: "Found: ")
    let indent = String(repeating: " ", count: head.count)
    return lines.enumerated().map { Wrapping.fit(($0 == 0 ? head : indent) + $1) }
      .joined(separator: "\n")
  }

  private static func line(of list: StarterSurvey.List, _ language: Language) -> String {
    let classes = list.classes.map(\.rawValue).joined(separator: " ")
    return list.file
      + language.say(
        ru: " — " + Numbers.plural(list.participants, "участник", "участника", "участников") + ", "
          + Numbers.plural(list.rooms.count, "кабинет", "кабинета", "кабинетов"),
        en: " — \(list.participants) participants, \(list.rooms.count) rooms")
      + (classes.isEmpty ? "" : ", " + classes)
  }

  private static func words(for material: FoundMaterial, _ language: Language) -> String {
    let pages = language.say(
      ru: Numbers.plural(material.pages, "страница", "страницы", "страниц"),
      en: material.pages == 1 ? "1 page" : "\(material.pages) pages")
    switch material.kind {
    case .work(let subject, let grade):
      let variants = material.variants.map(\.rawValue).joined(separator: ", ")
      let which =
        variants.isEmpty
        ? "" : language.say(ru: ", вариант \(variants)", en: ", variant \(variants)")
      return name(subject, grade, language) + which + ", " + pages
        + criteria(in: material, language)
    case .instruction: return language.say(ru: "инструкция, ", en: "an instruction, ") + pages
    case .criteria:
      return language.say(
        ru: "критерии или ответы: в пакеты не попадут", en: "criteria or answers: never packed")
    case .unknown:
      return language.say(
        ru: "по тексту не понять, что это: укажите в exam.yaml, если нужно, ",
        en: "its text does not tell: name it in exam.yaml if it is needed, ") + pages
    }
  }

  private static func criteria(in material: FoundMaterial, _ language: Language) -> String {
    guard material.hasCriteria else {
      return material.leftOut == 0
        ? ""
        : language.say(
          ru: "; критерии и формы внутри (файлов: \(material.leftOut)) в пакеты не попадут",
          en: "; criteria and forms inside (files: \(material.leftOut)) go into no pack")
    }
    return material.chosen.map {
      language.say(
        ru: "; в файле есть и критерии или ответы, беру только страницы \($0)",
        en: "; the file has criteria or answers, too: only pages \($0) are taken")
    }
      ?? language.say(
        ru: "; внутри есть и критерии или ответы: уберите их из архива",
        en: "; there are criteria or answers inside: take them out of the archive")
  }

  /// «География 8 класс».
  public static func name(_ work: StarterWork, _ language: Language) -> String {
    name(work.subject, work.grade, language)
  }

  private static func name(_ subject: String, _ grade: Int?, _ language: Language) -> String {
    subject + (grade.map { language.say(ru: " \($0) класс", en: " grade \($0)") } ?? "")
  }

  /// The list to fill in was written.
  public static func template(_ name: String, _ language: Language) -> String {
    language.say(
      ru: "Записал «\(name)». Заполните его, сохраните и наберите:  tirazh init",
      en: "Wrote “\(name)”. Fill it in, save it, and type:  tirazh init")
  }

  /// exam.yaml was written.
  public static func written(_ lines: Int, _ language: Language) -> String {
    language.say(
      ru: "Записал exam.yaml (" + Numbers.plural(lines, "строка", "строки", "строк") + ").",
      en: "Wrote exam.yaml (\(lines) lines).")
  }

  /// Nothing would change.
  public static func same(_ language: Language) -> String {
    language.say(
      ru: "exam.yaml уже есть, менять в нём нечего.",
      en: "exam.yaml is there already, and nothing would change.")
  }

  /// Nothing was changed.
  public static func left(_ language: Language) -> String {
    language.say(ru: "Оставил exam.yaml как есть.", en: "exam.yaml was left as it is.")
  }

  /// The changes were taken.
  public static func applied(_ language: Language) -> String {
    language.say(
      ru: "Изменил exam.yaml; остальное в нём осталось как было.",
      en: "Changed exam.yaml; the rest of it stayed as it was.")
  }

  /// What would change, a line each.
  public static func changes(_ update: StarterUpdate, _ language: Language) -> String {
    var lines = [
      language.say(
        ru: "exam.yaml уже есть. По тому, что лежит в папке, изменится:",
        en: "exam.yaml is there already. By what lies here, this would change:")
    ]
    if let list = update.list {
      lines.append(
        language.say(
          ru: "  список: вместо «\(list.from ?? "")» будет «\(list.to)»",
          en: "  list: “\(list.to)” instead of “\(list.from ?? "")”"))
    }
    lines += update.works.map { work in
      let files = work.files.joined(separator: ", ")
      return language.say(
        ru: "  новая работа: \(name(work, language)) (\(files))",
        en: "  a new work: \(name(work, language)) (\(files))")
    }
    lines += update.additions.map { addition in
      let files = addition.files.joined(separator: ", ")
      let name = name(addition.subject, addition.grade, language)
      let variants = addition.variants.map(\.rawValue).joined(separator: ", ")
      let which =
        variants.isEmpty
        ? language.say(ru: " (вариант не прочитан)", en: " (its variant is not known)")
        : language.say(ru: " (вариант \(variants))", en: " (variant \(variants))")
      return language.say(
        ru: "  \(name): к файлам добавится \(files)\(which)",
        en: "  \(name): \(files)\(which) is added to its files")
    }
    return lines.joined(separator: "\n")
  }

  /// Nothing lies in the folder.
  public static func empty(template: String?, _ language: Language) -> String {
    let first = template.map { self.template($0, language) + "\n" } ?? ""
    return first
      + language.say(
        ru: "Архив с материалами — в личном кабинете ФИС ОКО, раздел «Ход ВПР»: "
          + "скачайте его в эту папку.",
        en: "Download the archive of materials into this folder.")
  }

  /// Nothing of what lies in the folder is of use.
  public static func nothingOfUse(_ language: Language) -> String {
    language.say(
      ru: "Ни списка, ни работ здесь нет. Список-образец: tirazh init --template",
      en: "There is neither a list nor a work here. A list to fill in: tirazh init --template")
  }

  /// There is no list yet.
  public static func noList(_ language: Language) -> String {
    language.say(
      ru: "Списка участников нет. Положите его сюда, или возьмите образец:  tirazh init --template",
      en: "There is no list of participants. Put it here, or start one:  tirazh init --template")
  }

  /// What is not there yet, a line each.
  public static func missing(
    _ prepared: PreparedExam, _ survey: StarterSurvey, _ language: Language
  ) -> [String] {
    var lines: [String] = []
    lines += survey.works.filter { work in
      !survey.hasClass(for: work)
    }.map { work in
      language.say(
        ru: "\(name(work, language)): классов этой параллели в списке нет. Тот ли это архив?",
        en: "\(name(work, language)): the list has no class of this grade. Is it the right archive?"
      )
    }
    if prepared.plan.works.contains(where: \.assumed), survey.works.isEmpty {
      lines.append(
        language.say(
          ru: "Материалов нет: число листов примерное (≈). Положите архив в эту папку.",
          en: "No materials: sheets are estimated (≈). Put the archive into this folder."))
    }
    if prepared.participants.contains(where: { $0.code == nil }) {
      lines.append(
        language.say(
          ru: "Коды не у всех: место «КОД» останется пустым, его заполняют от руки.\n"
            + "(Положите файл с кодами из ФИС ОКО в эту папку и повторите, если он есть.)",
          en: "Not everybody has a code: its box stays empty and is filled in by hand."))
    }
    let stops = prepared.findings.count { $0.severity == .stop }
    if stops > 0 {
      lines.append(
        language.say(ru: "Остановок: \(stops), подробно: tirazh check", en: "Stops: \(stops)"))
    }
    return lines
  }
}
