import Exam

/// Gives packs their ids: a pack is known by the room it was first planned for, its part and its medium.
struct PackRegister {
  private let former: [Pack]
  private let byPlace: [RoomName: [Pack]]
  private let byRoom: [RoomName: [Pack]]
  private var used: Set<PackID> = []
  private(set) var issued: Int

  init(_ former: FormerPlan?) {
    self.former = former?.plan.packs ?? []
    byPlace = Dictionary(grouping: self.former, by: \.place)
    byRoom = Dictionary(grouping: self.former, by: \.room)
    issued = former?.plan.issuedPacks ?? 0
  }

  /// The former pack of a room, or a new id.
  ///
  /// Participants who are all together in a room without a pack of its own have their former pack there:
  /// the same pack, another door. `rooms` are all rooms of the new list.
  mutating func take(
    _ room: RoomName, part: Int, media: String? = nil, members: Set<String>, rooms: Set<RoomName>
  ) -> (id: PackID, former: Pack?) {
    func isFree(_ pack: Pack) -> Bool {
      pack.part == part && pack.media == media && !used.contains(pack.id)
        && (pack.participants == 0) == members.isEmpty
    }
    let own =
      byPlace[room]?.first(where: isFree)
      // A pack that has another door now is not the one of those who came into its former room.
      ?? byRoom[room]?.first { isFree($0) && !rooms.contains($0.place) }
      ?? former.first { pack in
        guard isFree(pack), !rooms.contains(pack.place), !rooms.contains(pack.room) else {
          return false
        }
        let before = Set(pack.copies.compactMap(\.participant))
        return !before.isDisjoint(with: members) && before.intersection(members) == before
      }
    if let own {
      used.insert(own.id)
      return (own.id, own)
    }
    issued += 1
    return (PackID(number: issued), nil)
  }
}
