public import Exam

/// A room as people write it: «кабинет 204», «204», «СПОРТЗАЛ», «204/2» for a part, or `P03`.
public struct RoomQuery: Sendable {
  private let text: String

  /// Takes what was typed.
  public init(_ text: String) { self.text = text }

  /// The packs of that room, all its parts; empty where the plan has no such room.
  public func packs(in plan: Plan) -> [Pack] {
    let wanted = Typed.room(text)
    // Where a pack goes now comes before the room that it was first planned for.
    for room in [\Pack.place, \Pack.room] {
      let named = plan.packs.filter { Typed.room($0[keyPath: room].rawValue) == wanted }
      guard named.isEmpty else { return named }
    }
    return plan.packs.filter { pack in
      Typed.room(pack.label) == wanted
        || Typed.room("\(pack.place.rawValue)/\(pack.part)") == wanted && pack.media == nil
        || pack.id.rawValue == Typed.latin(text)
    }
  }
}

/// A copy or paper by anything on its sheet: serial, code, seat, id, or the scanned mark.
public struct CopyQuery: Sendable {
  private let text: String

  /// Takes what was typed or scanned.
  public init(_ text: String) { self.text = text }

  /// The mark, if that is what was scanned; the Russian keyboard layout is understood.
  public var mark: Mark? {
    let plain = text.filter { !$0.isWhitespace }
    // Scanners type like a keyboard, whatever its layout; the mark's colon is the key of «;».
    let typed = Keyboard.latin(plain).replacing(";", with: ":")
    return Mark(plain.uppercased()) ?? Mark(typed.uppercased())
  }

  /// The item of this pack; nil where it has none such, or the mark is another pack's or exam's.
  public func item(in pack: Pack, exam: ExamID? = nil) -> ItemID? {
    if let mark {
      guard exam == nil || mark.exam == exam else { return nil }
      if let carried = pack.copies.first(where: {
        $0.carried?.pack == mark.pack && $0.carried?.copy == mark.item
      }) {
        return carried.id
      }
      guard mark.pack == pack.id else { return nil }
      return pack.order.first { $0 == mark.item }
    }
    let wanted = Typed.plain(text)
    let copy =
      pack.copies.first { Typed.plain($0.serial) == wanted }
      ?? pack.copies.first { $0.code.map { Typed.plain($0.rawValue) } == wanted }
      ?? pack.copies.first { $0.seat.map { Typed.seat($0.text) } == Typed.seat(text) }
    return copy?.id ?? pack.order.first { $0.rawValue == Typed.latin(text) }
  }
}
