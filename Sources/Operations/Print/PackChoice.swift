import Exam
import Planning

/// Packs for rooms as people write them.
enum PackChoice {
  static func packs(_ rooms: [String], in plan: Plan) throws -> Set<PackID> {
    guard !rooms.isEmpty else { return Set(plan.packs.map(\.id)) }
    return Set(try rooms.flatMap { try packs($0, in: plan) })
  }

  private static func packs(_ room: String, in plan: Plan) throws -> [PackID] {
    let found = RoomQuery(room).packs(in: plan)
    guard found.isEmpty else { return found.map(\.id) }
    let known = plan.packs.map(\.label).joined(separator: ", ")
    throw Trouble(
      "room.unknown", at: room,
      Wording(
        ru: "Такого кабинета в плане нет. Есть: \(known)",
        en: "There is no such room in the plan. There are: \(known)"))
  }
}
