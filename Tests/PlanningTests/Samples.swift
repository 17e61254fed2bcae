import Exam
import Planning

/// Small exams for tests.
enum Samples {
  static let math = Work(id: WorkID(rawValue: "math5"), subject: "Математика")

  static func work(_ id: String, part: Int = 1, classes: [String]? = nil) -> Work {
    Work(
      id: WorkID(rawValue: id), subject: id, part: part,
      classes: classes?.map(ClassName.init(rawValue:)))
  }

  /// So many participants of a class in a room, seated two to a row unless told otherwise.
  static func people(
    _ count: Int, room: String, className: String = "5А", from first: Int = 1, seated: Bool = true
  ) -> [Participant] {
    (0..<count).map { index in
      Participant(
        ordinal: first + index, code: ParticipantCode(rawValue: "\(50_000 + first + index)"),
        name: "Иванов Иван", className: ClassName(rawValue: className),
        room: RoomName(rawValue: room),
        seat: seated ? Seat(row: index / 2 + 1, letter: index % 2 == 0 ? "А" : "Б") : nil)
    }
  }

  static func input(
    _ participants: [Participant], works: [Work] = [math], spares: SpareRule = .perVariant(1),
    pages: [WorkPages] = [], policy: Policy = Policy(), printers: [PrinterDescription]? = nil
  ) throws -> PlanInput {
    guard let id = ExamID(rawValue: "7F3A2C") else { throw Trouble("test", Wording(same: "id")) }
    return PlanInput(
      description: ExamDescription(
        title: "ВПР", works: works, spares: spares, printers: printers, organisers: 2),
      id: id, participants: participants, works: pages, documents: [], policy: policy)
  }
}

extension Pack {
  /// The participants' copies.
  var own: [PackCopy] { copies.filter { !$0.spare } }
  /// The spares.
  var spares: [PackCopy] { copies.filter(\.spare) }

  func count(variant: String) -> Int { own.count { $0.variant?.rawValue == variant } }
}
