import Exam

/// Help in the user's language: the whole program on one screen.
enum HelpText {
  /// The help a command line asks for, or nil if it asks for something else.
  static func wanted(by arguments: [String], _ language: Language) -> String? {
    let words = ["-h", "--help", "help", "справка"]
    guard let first = arguments.first else { return nil }
    // A word behind an option is its value: --reason help.
    let asks =
      words.contains(first)
      || zip(arguments, arguments.dropFirst()).contains { before, word in
        ["-h", "--help"].contains(word) && !before.hasPrefix("--")
      }
    return asks ? text[language] : nil
  }

  static let text = Wording(
    ru: """
      Тираж: печать материалов по кабинетам

        tirazh                        где мы и что дальше
        tirazh init [ФАЙЛ…] [--template] [--like ПАПКА]
                                      начать: составить exam.yaml по тому, что лежит в папке
        tirazh check [-v]             проверить всё, что можно знать до печати
        tirazh plan [--json] [--freeze] [--delta] [--layout]
                                      что получит каждый кабинет; зафиксировать; что изменилось
        tirazh preview [КАБИНЕТ…] --out ПАПКА [--png]
                                      посмотреть пакеты; это не печать
        tirazh print [КАБИНЕТ…] [--to ПАПКА] [--json] [--yes]
                                      напечатать всё, что ещё не напечатано
        tirazh stop [--printer ПРИНТЕР] [--now]
                                      остановить печать из любого окна; --now — и начатое
        tirazh send-to ПРИНТЕР КАБИНЕТ…
                                      печатать то, что не начато, на другом принтере
        tirazh reprint КАБИНЕТ [ЭКЗЕМПЛЯР…] [--pages 2-3] --reason ПРИЧИНА
                       [--printer ПРИНТЕР | --to ПАПКА] [--yes]
                                      напечатать заново кабинет, экземпляр или страницы
        tirazh answer НОМЕР ОТВЕТ     ответить на вопрос, номер показывает status: число с листа
                                      «КОНЕЦ ПАКЕТА», последний целый экземпляр, 0 или все
        tirazh carry ЭКЗЕМПЛЯР КАБИНЕТ [--print]
                                      участник пересел: его экземпляр переносят (или печатают)
        tirazh room КАБИНЕТ ДВЕРЬ     тот же пакет выдают в другом месте: room 204 «Актовый зал»
        tirazh accept НОМЕР --reason ПРИЧИНА
                                      принять находку: номер или код [12345] из check -v
        tirazh status [--watch] [--json]
                                      где каждый пакет; --watch — пока печатается
        tirazh printers               какие есть принтеры
        tirazh papers [ЛИСТ] [КАБИНЕТ…] [--out ПАПКА | --printer ПРИНТЕР]
                                      талоны, протокол, списки, ведомость и другие листы
        tirazh layouts [show МАКЕТ[/ЛИСТ] ПАПКА | copy МАКЕТ ПАПКА]
                                      макеты листов: показать образец, взять за основу своего

      -C ПАПКА   папка проведения, где лежит exam.yaml (иначе текущая)
      --password-file ФАЙЛ, --password-fd N
                 пароль к материалам из файла или дескриптора; иначе его спросят в терминале
      КАБИНЕТ    как пишут люди: 204, «каб. 204», спортзал
      ЭКЗЕМПЛЯР  номер с листа (204-07), код, место или прочитанная метка

      ПРИЧИНА    словами или цифрой: 1 замятие · 2 бледно или грязно · 3 испортил участник ·
                 4 лист потерян · 5 другое (словами)
      --yes      не спрашивать о количестве бумаги

      Чем кончилось: 0 готово · 2 не вышло · 3 отказ, ничего не напечатано ·
                     4 частично или нужен человек · 64 не та команда
      """,
    en: """
      Tirazh prints exam materials room by room

        tirazh                        where things stand, and the one next command
        tirazh init [FILE…] [--template] [--like DIR]
                                      begin: an exam.yaml from what lies in the folder
        tirazh check [-v]             all that can be known before printing
        tirazh plan [--json] [--freeze] [--delta] [--layout]
                                      what each room gets; freeze it; what has changed
        tirazh preview [ROOM…] --out DIR [--png]
                                      look at packs; never counts as printing
        tirazh print [ROOM…] [--to DIR] [--json] [--yes]
                                      print all that is not printed yet
        tirazh stop [--printer PRINTER] [--now]
                                      stop printing, from any window; --now: what has begun, too
        tirazh send-to PRINTER ROOM…  print what is not begun on another printer
        tirazh reprint ROOM [COPY…] [--pages 2-3] --reason TEXT
                       [--printer PRINTER | --to DIR] [--yes]
                                      print a room, a copy or pages once more
        tirazh answer N VALUE         answer question N of status: the number on the end sheet,
                                      the last whole copy, 0 or all
        tirazh carry COPY ROOM [--print]
                                      a participant moves: the copy goes along (or is printed)
        tirazh room ROOM DOOR         the same pack, given out elsewhere
        tirazh accept N --reason TEXT
                                      accept finding N of check, or its code [12345] of check -v
        tirazh status [--watch] [--json]
                                      where each pack stands; --watch: while it prints
        tirazh printers               the printers
        tirazh papers [PAPER] [ROOM…] [--out DIR | --printer PRINTER]
                                      desk slips, protocol, lists, register and other papers
        tirazh layouts [show LAYOUT[/PAPER] DIR | copy LAYOUT DIR]
                                      layouts: draw a sample, begin one's own

      -C DIR   the exam's folder with exam.yaml (default: here)
      --password-file FILE, --password-fd N
               the password for materials; else it is asked for in a terminal
      ROOM     as people write it: 204, "room 204"
      COPY     anything on the sheet: serial (204-07), code, seat, scanned mark

      TEXT     words or a digit: 1 paper jam · 2 pale or dirty · 3 spoilt by the participant ·
               4 a sheet is lost · 5 another (in words)
      --yes    do not ask about the amount of paper

      Exit: 0 done · 2 failed · 3 refused, nothing printed · 4 partly, or needs a person · 64 usage
      """)
}
