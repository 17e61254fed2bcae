public import Exam
import Planning

/// Works whose materials were not there when the plan was made: their rooms wait, the others print.
enum AwaitedMaterials {
  /// A stop for each such work.
  static func findings(_ plan: Plan) -> [Finding] {
    plan.works.filter(\.assumed).map { work in
      Finding(
        .printNoMaterial, .stop, .work(work.id), at: work.subject,
        Wording(
          ru: "Материалы ещё не получены, печатать нечего. Положите файлы в папку и наберите: "
            + "tirazh check",
          en: "The materials are not there yet. Put the files into the folder and type: "
            + "tirazh check"))
    }
  }

  /// Refuses where every room that is left out waits for materials, and no other is asked for.
  static func refuse(
    _ packs: [Pack], _ open: [Pack], _ awaited: [Finding], _ stopped: [RoomName: [Finding]]
  ) throws {
    let kinds = Set(packs.flatMap { stopped[$0.place] ?? [] }.map(\.kind))
    guard open.isEmpty, kinds == [.printNoMaterial], let first = awaited.first else { return }
    throw Trouble("print.no-material", at: first.place, first.message)
  }
}

extension PreparedExam {
  /// The rooms that `print` would leave out now: stopped, or waiting for materials.
  public var leftOutRooms: [RoomName: [Finding]] {
    Stops.stoppedRooms(
      plan: plan, findings: findings + AwaitedMaterials.findings(plan))
  }
}
