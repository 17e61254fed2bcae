import Build
import Exam
import Intake

/// The manual pages, made from the words of help and from the keys that exam.yaml may have.
struct ManualPage {
  /// What the pages tell of.
  enum Subject: String, CaseIterable {
    /// The program.
    case program = "tirazh.1"
    /// The description of an exam.
    case description = "tirazh-exam.yaml.5"
  }

  private let language: Language
  private var lines: [String] = []

  /// The page that a package's making asks for: `__manual tirazh.1 ru`.
  static func wanted(by arguments: [String]) -> String? {
    guard arguments.count == 3, arguments[0] == "__manual",
      let subject = Subject(rawValue: arguments[1]), let language = Language(rawValue: arguments[2])
    else { return nil }
    return text(subject, language)
  }

  /// A page in the language of `man`.
  static func text(_ subject: Subject, _ language: Language) -> String {
    var page = ManualPage(language: language)
    switch subject {
    case .program: page.writeProgram()
    case .description: page.writeDescription()
    }
    return page.lines.joined(separator: "\n")
  }

  private init(language: Language) { self.language = language }

  private func say(_ ru: String, _ en: String) -> String { language == .ru ? ru : en }

  private mutating func writeProgram() {
    begin("TIRAZH", 1)
    head(say("ИМЯ", "NAME"))
    lines.append(
      "tirazh \\- "
        + Self.plain(
          say(
            "печать материалов проверочных работ по кабинетам",
            "prints exam materials room by room")))
    head(say("ОБЗОР", "SYNOPSIS"))
    lines.append(".B tirazh\n" + Self.plain(say("[КОМАНДА] [КЛЮЧИ]", "[COMMAND] [OPTIONS]")))
    head(say("ОПИСАНИЕ", "DESCRIPTION"))
    text(
      Wording(
        ru: "Папка проведения — это список участников, материалы и exam.yaml. Программа считает, "
          + "что нужно каждому кабинету, ставит на страницы метки, печатает пакеты и следит за "
          + "каждым заданием до конца. Без команды говорит, где мы и что дальше.",
        en: "An exam is a folder with a list, the materials and exam.yaml. The program counts what "
          + "each room needs, marks the pages, prints the packs and follows each job to its end. "
          + "Without a command it tells where things stand."))
    head(say("КОМАНДЫ", "COMMANDS"))
    for command in CommandHelp.all where !command.name.isEmpty {
      let usage = command.usage[language].split(separator: "\n").joined(separator: " ")
      term("\\fB" + Self.plain(command.name) + "\\fR " + Self.plain(usage), command.does)
    }
    head(say("КЛЮЧИ И СЛОВА", "OPTIONS AND WORDS"))
    for entry in HelpText.terms {
      term("\\fB" + Self.plain(entry.name[language]) + "\\fR", entry.meaning)
    }
    writeEnding()
  }

  private mutating func writeEnding() {
    head(say("ЧЕМ КОНЧИЛОСЬ", "EXIT STATUS"))
    for exit in HelpText.exits { term("\\fB\(exit.status.rawValue)\\fR", exit.meaning) }
    head(say("ФАЙЛЫ", "FILES"))
    term(
      "\\fIexam.yaml\\fR",
      Wording(ru: "проведение: tirazh-exam.yaml(5)", en: "the exam: tirazh-exam.yaml(5)"))
    term(
      "\\fI.tirazh\\fR",
      Wording(
        ru: "журнал проведения; переносят и копируют вместе с папкой",
        en: "the exam's journal; it goes along with the folder"))
    head(say("СМОТРИТЕ ТАКЖЕ", "SEE ALSO"))
    lines.append(".BR tirazh\\-exam.yaml (5),\n.BR lpstat (1),\n.BR cupsd.conf (5)")
  }

  private mutating func writeDescription() {
    begin("TIRAZH-EXAM.YAML", 5)
    head(say("ИМЯ", "NAME"))
    lines.append(
      "tirazh\\-exam.yaml \\- "
        + Self.plain(say("описание проведения для tirazh", "the description of an exam for tirazh"))
    )
    head(say("ОПИСАНИЕ", "DESCRIPTION"))
    text(
      Wording(
        ru: "Файл exam.yaml лежит в папке проведения; его составляет tirazh init. Любой ключ, "
          + "кроме списка, можно не писать. Ключ, которого программа не знает, она назовёт с "
          + "номером строки и не начнёт работать.",
        en:
          "exam.yaml lies in the exam's folder; tirazh init writes it. Every key but the list may "
          + "be left out; an unknown key is refused with its line."))
    for block in DescriptionKey.blocks {
      head(block.title[language].uppercased())
      for key in block.keys {
        let fallback = key.fallback.map { say("; иначе: ", "; default: ") + $0[language] } ?? ""
        term(
          "\\fB" + Self.plain(key.name) + "\\fR", Wording(same: key.what[language] + fallback))
      }
    }
    head(say("СМОТРИТЕ ТАКЖЕ", "SEE ALSO"))
    lines.append(".BR tirazh (1)")
  }

  private mutating func begin(_ title: String, _ section: Int) {
    lines.append(
      ".TH \(Self.plain(title)) \(section) \"\" \"tirazh \(Build.version)\" "
        + "\"\(say("Тираж", "Tirazh"))\"")
  }

  private mutating func head(_ title: String) { lines.append(".SH " + Self.plain(title)) }

  private mutating func text(_ words: Wording) { lines.append(Self.plain(words[language])) }

  /// A term, already with its fonts, and what it means.
  private mutating func term(_ name: String, _ meaning: Wording) {
    lines.append(".TP\n" + name)
    text(meaning)
  }

  /// Words that are no commands of `man`: its backslashes, hyphens and leading dots.
  private static func plain(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }
}
