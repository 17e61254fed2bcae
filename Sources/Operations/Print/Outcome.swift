import Exam
import Planning
import PrintRun

extension RunOutcome {
  /// Closes a run: 0 all proved; 2 all failed; 4 anything in between, or something for a person, such as a
  /// list that changed after the freeze.
  static func closing(
    _ packs: [PackOutcome], stopped: [RoomName: [Finding]] = [:], withoutRoom: [Finding] = [],
    needPerson: [Pack] = [], inFiles: [Pack] = [], isChanged: Bool = false
  ) -> RunOutcome {
    RunOutcome(
      packs: packs, stopped: stopped, withoutRoom: withoutRoom, needPerson: needPerson,
      inFiles: inFiles,
      exit: exit(
        packs,
        others: !stopped.isEmpty || !withoutRoom.isEmpty || !needPerson.isEmpty
          || !inFiles.isEmpty || isChanged))
  }

  private static func exit(_ packs: [PackOutcome], others: Bool) -> ExitStatus {
    let proved = packs.filter { $0.verdict == .proved }.count
    if proved == packs.count { return others ? .partly : .done }
    let failed = packs.filter { $0.verdict == .failed || $0.trouble != nil }.count
    return failed == packs.count && !others ? .failed : .partly
  }
}

extension Trouble {
  /// The trouble an error is, or a failure that names its kind only.
  static func from(_ error: any Error) -> Trouble {
    if let trouble = error as? Trouble { return trouble }
    return Trouble(
      "unexpected", exit: .failed,
      Wording(
        ru: "Неожиданная ошибка: \(error)",
        en: "Unexpected error: \(error)"))
  }
}
