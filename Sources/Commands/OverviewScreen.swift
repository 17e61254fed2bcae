import Exam
import Operations
import Planning
import Screens

/// `tirazh` alone: where things stand, and the one next command.
struct OverviewScreen {
  private let desk: ExamDesk
  private let console: Console

  init(_ desk: ExamDesk, _ console: Console) {
    self.desk = desk
    self.console = console
  }

  func show() async throws -> ExitStatus {
    guard desk.folder.hasDescription else {
      console.out(
        console.say(
          ru: "Тираж печатает материалы по кабинетам. Здесь нет exam.yaml.",
          en: "Tirazh prints exam materials room by room. There is no exam.yaml here."))
      console.out(NextStep.begin.words[console.language])
      return .done
    }
    if let status = try desk.status() {
      console.out(StatusScreen(status, console.language).text)
      try NextStep.show(desk, console)
      return .done
    }
    let prepared = try await desk.prepare()
    console.out(CheckScreen(prepared, console.language, today: Console.day(), verbose: false).text)
    console.out(NextStep(prepared).words[console.language])
    return .done
  }
}
