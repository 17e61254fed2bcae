import ArgumentParser
import Exam
import Operations
import Screens

/// `tirazh rehearse`: three sheets on every printer, the evening before.
struct RehearseCommand: ConsoleCommand {
  static let configuration = CommandConfiguration.of("rehearse")

  @OptionGroup var place: PlaceOptions
  @Argument var printers: [String] = []

  func run(on console: Console) async throws -> ExitStatus {
    let rehearsal = try await place.desk().rehearse(
      printers, on: Console.day(), asking: RehearsalDialogue(console: console))
    RehearsalScreen(rehearsal: rehearsal, language: console.language).lines.forEach(console.out)
    return rehearsal.isSound ? .done : .partly
  }
}

/// Asks somebody at a terminal what lies in the bins.
struct RehearsalDialogue: RehearsalQuestions {
  let console: Console

  func tell(_ printer: String) async {
    let name = PrinterLabel.of(printer)
    console.err(
      console.say(
        ru: "\(name): печатаю три листа, ни одного из материалов",
        en: "\(name): printing three sheets, none of them of the materials"))
  }

  func look(at printer: RehearsedPrinter) async throws -> RehearsalLook? {
    let name = PrinterLabel.of(printer.name)
    guard PasswordPrompt.isPossible else {
      questions(name).forEach(console.err)
      return nil
    }
    let dialogue = Dialogue(console: console)
    let questions = questions(name)
    guard let top = dialogue.digit(questions[0], upTo: 3) else { return nil }
    guard let sides = dialogue.digit(questions[1], upTo: 2) else { return nil }
    guard let crisp = dialogue.digit(questions[2], upTo: 2) else { return nil }
    return RehearsalLook(
      order: [1: .firstOnTop, 2: .lastOnTop][top], isOneSided: sides == 1, isCrisp: crisp == 1)
  }

  private func questions(_ name: String) -> [String] {
    [
      console.say(
        ru: "\(name): возьмите листы, текстом к себе. Сверху лежит: 1 сопроводительный лист · "
          + "2 «РЕПЕТИЦИЯ, лист 2» · 3 листов не три",
        en: "\(name): take the sheets, their text towards you. On top is: 1 the packing sheet · "
          + "2 “REHEARSAL, sheet 2” · 3 they are not three"),
      console.say(
        ru: "\(name): печать 1 на одной стороне каждого листа · 2 и на обороте",
        en: "\(name): printed 1 on one side of each sheet · 2 on the back, too"),
      console.say(
        ru: "\(name): всё целиком и чётко? 1 да · 2 бледно, грязно или обрезано",
        en: "\(name): all whole and crisp? 1 yes · 2 pale, dirty or cut off"),
    ]
  }
}
