import Exam
import Foundation
import Journal
import Planning
import PrintRun
import RenderClient

extension ExamDesk {
  /// Sends a participant, with the printed copy, to another room, and returns what that changes.
  ///
  /// The copy is named by anything on its sheet; where `prints`, a new one is printed there instead.
  public func carry(_ copy: String, to room: String, prints: Bool) async throws -> PlannedDelta {
    try await edit { revision, journal in
      let plan = revision.plan
      let all = plan.packs.filter { $0.media == nil }.compactMap { pack -> PackCopy? in
        guard let item = CopyQuery(copy).item(in: pack, exam: plan.exam.id) else { return nil }
        return pack.copy(item)
      }
      guard let found = all.first else { throw EditTrouble.noCopy(copy) }
      guard all.count == 1 else { throw EditTrouble.several(copy, all) }
      guard let participant = found.participant else { throw EditTrouble.spare(found.serial) }
      guard let target = RoomQuery(room).packs(in: plan).first else {
        throw EditTrouble.noRoom(room, plan)
      }
      let former = try journal.formerPlan()
      return plan.moving(
        participant, to: target.place, onPaper: prints ? [:] : former?.onPaper ?? [:])
    }
  }

  /// Gives a room's packs out at another door, and returns what that changes.
  public func moveRoom(_ room: String, to door: String) async throws -> PlannedDelta {
    try await edit { revision, _ in
      let plan = revision.plan
      guard let pack = RoomQuery(room).packs(in: plan).first else {
        throw EditTrouble.noRoom(room, plan)
      }
      let name = RoomName(rawValue: door.trimmingCharacters(in: .whitespacesAndNewlines))
      guard !name.rawValue.isEmpty else { throw EditTrouble.noName }
      let taken = RoomQuery(name.rawValue).packs(in: plan)
      guard taken.allSatisfy({ $0.place == pack.place }) else {
        throw EditTrouble.taken(name.rawValue)
      }
      return plan.renaming(pack.place, to: name)
    }
  }

  /// Freezes a changed plan as the next revision, with everything that it was frozen from.
  ///
  /// A window that prints goes on by it.
  private func edit(
    _ change: (FrozenRevision, ExamJournal) throws -> Plan
  ) async throws -> PlannedDelta {
    guard let journal = try journal(), let revision = try journal.currentRevision() else {
      throw EditTrouble.nothingFrozen
    }
    let changed = try change(revision, journal)
    let plan = try await withWorker { worker in
      try await worker.layout(name: revision.layoutName, files: revision.layoutFiles)
      try await worker.use(plan: changed)
      return changed.measured(try await worker.measure())
    }
    let next = RevisionContents(plan: plan, layoutFiles: revision.layoutFiles)
    let planned = try PlannedDelta(
      from: revision, to: next, standing: journal.standing(of: revision, next: next))
    guard !planned.delta.isEmpty else { return planned }
    _ = try await settle(
      RevisionDraft(
        base: revision.number, plan: plan, evidence: revision.evidence, people: journal.people(),
        namesSHA256: revision.listSHA256))
    return planned
  }
}

/// Why a plan is not edited.
private enum EditTrouble {
  static var nothingFrozen: Trouble {
    Trouble(
      "edit.nothing-frozen",
      Wording(
        ru: "План ещё не зафиксирован: исправьте список и наберите tirazh plan",
        en: "No plan is frozen yet: correct the list and type tirazh plan"))
  }

  static var noName: Trouble {
    Trouble(
      "edit.no-name", exit: .usage,
      Wording(ru: "Назовите дверь: tirazh room 204 «Актовый зал»", en: "Name the door"))
  }

  static func noCopy(_ text: String) -> Trouble {
    Trouble(
      "copy.unknown", at: text,
      Wording(
        ru: "Такого экземпляра в плане нет. Подойдёт номер с листа («204-07»), код или метка",
        en: "The plan has no such copy. Give a number from the sheet (“204-07”), a code or a mark"))
  }

  static func several(_ text: String, _ copies: [PackCopy]) -> Trouble {
    let serials = copies.map(\.serial).joined(separator: ", ")
    return Trouble(
      "copy.several", at: text,
      Wording(
        ru: "Подходят несколько экземпляров: \(serials). Назовите номер с листа",
        en: "Several copies fit: \(serials). Give the number from the sheet"))
  }

  static func spare(_ serial: String) -> Trouble {
    Trouble(
      "edit.spare", at: serial,
      Wording(
        ru: "Это резервный экземпляр: переносят участников. Отнесите его и запишите на "
          + "сопроводительном листе",
        en: "This is a spare: participants are carried. Take it there and write it on the packing "
          + "sheet"))
  }

  static func noRoom(_ text: String, _ plan: Plan) -> Trouble {
    let known = Set(plan.packs.map(\.place)).sorted().map(\.rawValue).joined(separator: ", ")
    return Trouble(
      "room.unknown", at: text,
      Wording(
        ru: "Пакета такого кабинета в плане нет. Есть: \(known). Для нового кабинета исправьте "
          + "список: tirazh plan --freeze",
        en: "The plan has no pack of such a room. There are: \(known). For a new room correct the "
          + "list: tirazh plan --freeze"))
  }

  static func taken(_ name: String) -> Trouble {
    Trouble(
      "edit.taken", at: name,
      Wording(
        ru: "У этого кабинета уже есть пакет. Чтобы объединить кабинеты, исправьте список",
        en: "This room has a pack already. To join rooms, correct the list"))
  }
}
