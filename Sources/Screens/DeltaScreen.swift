public import Exam
public import Operations
public import Planning

/// What differs between two revisions, a line each, room by room.
public struct DeltaScreen {
  let delta: PlanDelta
  let language: Language

  /// Shows a delta.
  public init(delta: PlanDelta, language: Language) {
    self.delta = delta
    self.language = language
  }

  /// The most lines of one room; the rest is counted.
  private static let most = 12

  private func say(_ ru: String, _ en: String) -> String { language == .ru ? ru : en }

  /// The lines.
  public var lines: [String] {
    var order: [String] = []
    var groups: [String: [PlanDelta.Entry]] = [:]
    for entry in delta.entries {
      if groups[entry.label] == nil { order.append(entry.label) }
      groups[entry.label, default: []].append(entry)
    }
    return order.flatMap { label -> [String] in
      let entries = groups[label] ?? []
      let head =
        label.isEmpty ? [] : [say("  \(Wording.room(label).ru)", "  \(Wording.room(label).en)")]
      let shown = entries.prefix(Self.most).map { "    " + words($0) }
      let more = entries.count - shown.count
      return head + shown
        + (more > 0 ? [say("    и ещё изменений: \(more)", "    and \(more) more changes")] : [])
    }
  }

  private func words(_ entry: PlanDelta.Entry) -> String {
    let who = [entry.serial, entry.participant.map { say("участник ", "participant ") + $0 }]
      .compactMap(\.self).joined(separator: ", ")
    return who.isEmpty ? words(entry.change) : who + ": " + words(entry.change)
  }

  private func words(_ change: PlanDelta.Change) -> String {
    switch change {
    case .came: say("новый", "new")
    case .went: say("больше не в списке, экземпляр изъять", "not in the list any more: take it out")
    case .moved(let from, let carried?):
      say(
        "из \(Wording.room(from).ru), экземпляр \(carried.serial) перенести",
        "from \(Wording.room(from).en), copy \(carried.serial) goes along")
    case .moved(let from, nil): say("из \(Wording.room(from).ru)", "from \(Wording.room(from).en)")
    case .variant(let from, let to):
      say(
        "вариант \(text(to)) вместо \(text(from))", "variant \(text(to)) instead of \(text(from))")
    case .work: say("другая работа", "another work")
    case .seat(let from, let to):
      say(
        "место \(to?.text ?? "—") вместо \(from?.text ?? "—")",
        "seat \(to?.text ?? "—") instead of \(from?.text ?? "—")")
    case .code(let from, let to):
      say(
        "код \(to?.rawValue ?? "—") вместо \(from?.rawValue ?? "—")",
        "code \(to?.rawValue ?? "—") instead of \(from?.rawValue ?? "—")")
    case .className(let from, let to):
      say(
        "класс \(to?.rawValue ?? "—") вместо \(from?.rawValue ?? "—")",
        "class \(to?.rawValue ?? "—") instead of \(from?.rawValue ?? "—")")
    case .conditions: say("другие условия", "other conditions")
    case .spares(let count):
      say("резервных экземпляров: \(signed(count))", "spares: \(signed(count))")
    case .paper(let name, let count): say("\(name): \(signed(count))", "\(name): \(signed(count))")
    case .newPack: say("новый пакет", "a new pack")
    case .gonePack(let carried):
      carried.isEmpty
        ? say("пакета больше нет: изымите его целиком", "no such pack any more: take it out whole")
        : say(
          "пакета больше нет: перенесите \(carried.joined(separator: ", ")), остальное изымите",
          "no such pack any more: carry \(carried.joined(separator: ", ")), take out the rest")
    case .door(let from, let to):
      say(
        "тот же пакет, дверь \(to) вместо \(from)", "the same pack, door \(to) instead of \(from)")
    case .booklet(_, let variant):
      say("  другие страницы: вариант \(text(variant))", "  other pages: variant \(text(variant))")
    case .heading:
      say("  другой заголовок: дата, звонок, школа", "  another heading: day, bell, school")
    case .sides: say("  печать с другого числа сторон", "  other sides")
    case .marks: say("  другие метки или коды на листах", "  other marks or codes")
    }
  }

  private func text(_ variant: Variant?) -> String { variant?.rawValue ?? "—" }

  private func signed(_ count: Int) -> String { count > 0 ? "+\(count)" : "−\(-count)" }
}

extension PlannedDelta {
  /// The delta with what it costs in each room, and what comes next.
  public func lines(_ language: Language, isDone: Bool = false) -> [String] {
    func say(_ ru: String, _ en: String) -> String { language == .ru ? ru : en }
    guard !delta.isEmpty else { return [say("Ничего не изменилось.", "Nothing has changed.")] }
    let costs = plan.packs.compactMap { pack in
      sheets[pack.id].map { sheets in
        let out = withdrawn[pack.id].map {
          say(", изъять: ", ", take out: ") + $0.joined(separator: ", ")
        }
        return say(
          "  \(Wording.room(pack.label).ru): допечатать листов \(sheets)",
          "  \(Wording.room(pack.label).en): \(sheets) sheets to print")
          + (out ?? "")
      }
    }
    let taken = withdrawn.filter { sheets[$0.key] == nil }.compactMap { id, serials in
      plan.pack(id).map {
        say("  \(Wording.room($0.label).ru): изъять ", "  \(Wording.room($0.label).en): take out ")
          + serials.joined(separator: ", ")
      }
    }
    let head =
      isDone
      ? say("Изменилось (ред. \(revision)):", "Changed (rev. \(revision)):")
      : say("Изменится (ред. \(revision)):", "This would change (rev. \(revision)):")
    return [head]
      + DeltaScreen(delta: delta, language: language).lines
      + (costs + taken).sorted()
  }
}
