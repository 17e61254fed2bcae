import Exam

extension PaperContents {
  /// The participants of the pack, with names only where the paper may have them.
  ///
  /// Where they sit is told by `planRow` and `planColumn`, from 0; both empty where it is not known.
  func people(inOrderOfNames: Bool) -> [[String: String]] {
    let own = pack.copies.filter { !$0.spare }
    let places = SeatGrid(own.map(\.seat)).plan
    let rows = zip(own, places).map { copy, place in row(copy, place) }
    guard inOrderOfNames, names != nil else { return rows }
    return rows.sorted { left, right in
      (Registry.plain(left["name"] ?? ""), left["serial"] ?? "")
        < (Registry.plain(right["name"] ?? ""), right["serial"] ?? "")
    }
  }

  private func row(_ copy: PackCopy, _ place: (row: Int, column: Int)?) -> [String: String] {
    let special = copy.conditions.map { words(for: $0, work: copy.work) } ?? []
    var row: [String: String] = [:]
    row["serial"] = copy.carried?.serial ?? copy.serial
    row["number"] = number(copy)
    row["seat"] = copy.seat?.text ?? "—"
    row["code"] = copy.code?.rawValue ?? ""
    row["class"] = copy.className?.rawValue ?? ""
    row["subject"] = subject(copy.work)
    row["work"] = letter(copy.work)
    row["variant"] = copy.variant?.rawValue ?? "—"
    row["conditions"] = special.joined(separator: ", ")
    row["planRow"] = place.map { "\($0.row)" } ?? ""
    row["planColumn"] = place.map { "\($0.column)" } ?? ""
    if let names { row["name"] = copy.participant.flatMap { names[$0] } ?? "" }
    return row
  }

  /// A serial without the room: «07», «Р1»; whole where it is another room's.
  func number(_ copy: PackCopy) -> String {
    let head = Pack.head(pack.room, part: pack.part) + "-"
    let serial = copy.carried?.serial ?? copy.serial
    return serial.hasPrefix(head) ? String(serial.dropFirst(head.count)) : serial
  }

  /// What comes back, a line for each work: the organiser's sums.
  var returns: [[String: String]] {
    let works = plan.works.filter { work in pack.copies.contains { $0.work == work.id } }
    return works.map { work in
      [
        "work": works.count > 1 ? letter(work.id) : "",
        "total": "= \(pack.copies.count { $0.work == work.id })",
      ]
    }
  }

  /// What a reprint consists of, a line for each item with who needs it.
  func reprinted(_ job: Job) -> [[String: String]] {
    job.reprinted.compactMap { item, pages in
      guard let copy = pack.copy(item) else { return nil }
      let chosen = pages.map { $0.map { "\($0)" }.joined(separator: ", ") }
      return [
        "serial": copy.serial, "pages": chosen ?? say("все", "all"), "seat": copy.seat?.text ?? "",
        "code": copy.code?.rawValue ?? "",
      ]
    }
  }
}

extension SeatGrid {
  /// Where the seats are on a plan of the room, counted from the first row and place; nil for who has none.
  var plan: [(row: Int, column: Int)?] {
    let known = positions.compactMap(\.self)
    guard let first = known.first, known.allSatisfy({ $0.system == first.system }) else {
      return positions.map { _ in nil }
    }
    // Rows of tables stand side by side, as wide as the widest table, with an aisle between.
    let width = (known.map(\.column).max() ?? 0) + 1
    func across(_ position: Position) -> Int { position.block * width + position.column }
    let left = known.map(across).min() ?? 0
    let top = known.map(\.row).min() ?? 0
    return positions.map { position in
      position.map { (row: $0.row - top, column: across($0) - left) }
    }
  }
}
