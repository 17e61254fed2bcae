import ArgumentParser
import Exam

/// A command in words: the one home of what help, manual and completions say of it.
struct CommandHelp {
  /// The command's name; empty for the program alone.
  let name: String
  /// Its arguments and options; a line break where they need two lines.
  let usage: Wording
  /// What it does.
  let does: Wording

  private init(_ name: String, _ usage: (ru: String, en: String), ru: String, en: String) {
    self.name = name
    self.usage = Wording(ru: usage.ru, en: usage.en)
    does = Wording(ru: ru, en: en)
  }

  private init(_ name: String, _ usage: String = "", ru: String, en: String) {
    self.init(name, (usage, usage), ru: ru, en: en)
  }

  /// The commands, in the order in which people come to need them.
  static let all = begin + printing + afterwards

  private static let begin = [
    CommandHelp("", ru: "где мы и что дальше", en: "where things stand, and the one next command"),
    CommandHelp(
      "demo", ("[ПАПКА] [--serve] [--open]", "[DIR] [--serve] [--open]"),
      ru: "попробовать на придуманной работе: пакеты файлами, без принтера; --serve — и в браузере",
      en:
        "try it on an invented exam: packs as files, without a printer; --serve: in a browser, too"),
    CommandHelp(
      "init", ("[ФАЙЛ…] [--template] [--like ПАПКА]", "[FILE…] [--template] [--like DIR]"),
      ru: "начать: составить exam.yaml по тому, что лежит в папке",
      en: "begin: an exam.yaml from what lies in the folder"),
    CommandHelp(
      "check", "[-v]", ru: "проверить всё, что можно знать до печати",
      en: "all that can be known before printing"),
    CommandHelp(
      "plan", "[--json] [--freeze] [--delta] [--layout]",
      ru: "что получит каждый кабинет; зафиксировать; что изменилось",
      en: "what each room gets; freeze it; what has changed"),
    CommandHelp(
      "preview",
      ("[КАБИНЕТ…] --out ПАПКА [--png | --diff]", "[ROOM…] --out DIR [--png | --diff]"),
      ru: "посмотреть пакеты; --diff — чем лист отличается от материала; это не печать",
      en: "look at packs; --diff: what paper has otherwise than the material; never counts as "
        + "printing"),
  ]

  private static let printing = [
    CommandHelp(
      "rehearse", ("[ПРИНТЕР…]", "[PRINTER…]"),
      ru: "накануне: по три листа на принтер, ни одного из материалов",
      en: "the evening before: three sheets on each printer, none of an exam"),
    CommandHelp(
      "print",
      (
        "[КАБИНЕТ…] [--to ПАПКА] [--no-proof] [--json] [--yes]",
        "[ROOM…] [--to DIR] [--no-proof] [--json] [--yes]"
      ),
      ru: "напечатать всё, что ещё не напечатано; в терминале сначала проба, --no-proof — без неё",
      en: "print all that is not printed yet; at a terminal a proof first, unless --no-proof"),
    CommandHelp(
      "stop", ("[--printer ПРИНТЕР] [--now]", "[--printer PRINTER] [--now]"),
      ru: "остановить печать из любого окна; --now — и начатое",
      en: "stop printing, from any window; --now: what has begun, too"),
    CommandHelp(
      "send-to", ("ПРИНТЕР КАБИНЕТ…", "PRINTER ROOM…"),
      ru: "печатать то, что не начато, на другом принтере",
      en: "print what is not begun on another printer"),
    CommandHelp(
      "taken", ("[ПРИНТЕР]", "[PRINTER]"),
      ru: "листы из лотка забраны: печатать остальное пакета",
      en: "the sheets are taken out of the bin: print the rest of the pack"),
    CommandHelp(
      "reprint",
      (
        "КАБИНЕТ [ЭКЗЕМПЛЯР…] [--pages 2-3] --reason ПРИЧИНА\n"
          + "[--printer ПРИНТЕР | --to ПАПКА] [--yes]",
        "ROOM [COPY…] [--pages 2-3] --reason TEXT\n[--printer PRINTER | --to DIR] [--yes]"
      ),
      ru: "напечатать заново кабинет, экземпляр или страницы",
      en: "print a room, a copy or pages once more"),
    CommandHelp(
      "answer", ("НОМЕР ОТВЕТ", "N VALUE"),
      ru: "ответить на вопрос, номер показывает status: число с листа «КОНЕЦ ПАКЕТА», последний "
        + "целый экземпляр, 0 или все",
      en: "answer question N of status: the number on the end sheet, the last whole copy, 0 or all"),
    CommandHelp(
      "carry", ("ЭКЗЕМПЛЯР КАБИНЕТ [--print]", "COPY ROOM [--print]"),
      ru: "участник пересел: его экземпляр переносят (или печатают)",
      en: "a participant moves: the copy goes along (or is printed)"),
    CommandHelp(
      "room", ("КАБИНЕТ ДВЕРЬ", "ROOM DOOR"),
      ru: "тот же пакет выдают в другом месте: room 204 «Актовый зал»",
      en: "the same pack, given out elsewhere"),
    CommandHelp(
      "accept", ("НОМЕР… --reason ПРИЧИНА", "N… --reason TEXT"),
      ru: "принять находку: номер или код [12345] из check -v",
      en: "accept finding N of check, or its code [12345] of check -v"),
  ]

  private static let afterwards = [
    CommandHelp(
      "status", "[--watch] [--json]", ru: "где каждый пакет; --watch — пока печатается",
      en: "where each pack stands; --watch: while it prints"),
    CommandHelp(
      "verify", ("ФАЙЛ… [--json]", "FILE… [--json]"),
      ru: "тот ли это файл печати: страницы, метки, экземпляры",
      en: "whether a print file is what was planned, page by page"),
    CommandHelp(
      "printers", ("[--trust ПРИНТЕР]", "[--trust PRINTER]"),
      ru: "какие есть принтеры; --trust — принтер с адресом ipps заменили",
      en: "the printers; --trust: one addressed by ipps was replaced"),
    CommandHelp(
      "papers",
      (
        "[ЛИСТ] [КАБИНЕТ…] [--out ПАПКА | --printer ПРИНТЕР]",
        "[PAPER] [ROOM…] [--out DIR | --printer PRINTER]"
      ),
      ru: "талоны, протокол, списки, ведомость и другие листы",
      en: "desk slips, protocol, lists, register and other papers"),
    CommandHelp(
      "layouts",
      (
        "[show МАКЕТ[/ЛИСТ] ПАПКА | copy МАКЕТ ПАПКА]",
        "[show LAYOUT[/PAPER] DIR | copy LAYOUT DIR]"
      ),
      ru: "макеты листов: показать образец, взять за основу своего",
      en: "layouts: draw a sample, begin one's own"),
    CommandHelp(
      "serve", ("[ПАПКА] [--port N] [--open]", "[DIR] [--port N] [--open]"),
      ru: "то же самое в браузере, только на этом компьютере",
      en: "all of it in a browser, on this computer only"),
  ]
}

extension CommandConfiguration {
  /// The configuration of a command that `CommandHelp` has words for; completions show them, in Russian.
  static func of(_ name: String) -> CommandConfiguration {
    CommandConfiguration(
      commandName: name, abstract: CommandHelp.all.first { $0.name == name }?.does.ru ?? "")
  }
}
