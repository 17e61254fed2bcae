import Exam

/// Gives packs their ids: a pack is known by the room it was first planned for, its part and its medium.
struct PackRegister {
  private let former: [Pack]
  private var used: Set<PackID> = []
  private(set) var issued: Int

  init(_ former: FormerPlan?) {
    self.former = former?.plan.packs ?? []
    issued = former?.plan.issuedPacks ?? 0
  }

  /// The former pack of a room, or a new id.
  ///
  /// Participants who are all together in a room without a pack of its own have their former pack there:
  /// the same pack, another door. `rooms` are all rooms of the new list.
  mutating func take(
    _ room: RoomName, part: Int, media: String? = nil, members: Set<String>, rooms: Set<RoomName>
  ) -> (id: PackID, former: Pack?) {
    let free = former.filter {
      $0.part == part && $0.media == media && !used.contains($0.id)
        && ($0.participants == 0) == members.isEmpty
    }
    let own =
      free.first { $0.place == room }
      // A pack that has another door now is not the one of those who came into its former room.
      ?? free.first { $0.room == room && !rooms.contains($0.place) }
      ?? free.first { pack in
        guard !rooms.contains(pack.place), !rooms.contains(pack.room) else { return false }
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
