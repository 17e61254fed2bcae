public import Exam
import Foundation
import Journal
import Planning
public import PrintRun
import Printing

/// What `reprint` is asked to do.
public struct ReprintRequest: Sendable {
  /// The room as people write it.
  public var room: String
  /// Copies by anything on the sheet; the whole pack if empty.
  public var copies: [String]
  /// Pages of each copy; all if nil.
  public var pages: PageSelection?
  /// Why.
  public var reason: String
  /// A folder to print into instead of the printer.
  public var directory: String?
  /// The printer to take, by name; the one that printed the pack before if nil.
  public var printer: String?

  /// Makes a request.
  public init(
    room: String, copies: [String], pages: PageSelection?, reason: String, directory: String?,
    printer: String? = nil
  ) {
    self.room = room
    self.copies = copies
    self.pages = pages
    self.reason = reason
    self.directory = directory
    self.printer = printer
  }
}

extension ExamDesk {
  /// Prints a room, a copy or pages again, as a new attempt of the frozen plan.
  public func reprint(
    _ request: ReprintRequest, asking: any PrintQuestions,
    report: @escaping @Sendable (RunEvent) -> Void,
    requests: @escaping @Sendable () -> [RunRequest]
  ) async throws -> RunOutcome {
    let reason = request.reason.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !reason.isEmpty else { throw ReprintTrouble.noReason }
    guard let revision = try frozen(), let journal = try journal() else {
      throw ReprintTrouble.nothingPrinted
    }
    let lock = try PrintLock(folder: folder.url, when: Date())
    defer { lock.release() }
    let pack = try onlyPack(request.room, in: revision.plan)
    let choice = try PrinterChoice(
      folder, PrinterGate(revision: revision), recorded: revision.evidence.printers)
    let printer = try await printer(for: pack, request, revision, journal, choice, report)
    return try await withOwnWorker { worker in
      report(.started(plan: revision.plan, revision: revision.number, packs: [pack.id]))
      let again = { @Sendable (revision: FrozenRevision) throws -> PackRun.Job in
        let standing = try journal.standing(of: revision).filter { $0.pack.id == pack.id }
        guard let pack = standing.first?.pack else { throw ReprintTrouble.gone(pack) }
        let order = JobOrder(
          again: try ReprintSelection.parts(request, in: pack, exam: revision.plan.exam.id),
          reason: reason)
        return PackRun.Job(
          wanted: standing, given: [pack.id: order], kind: .reprint, followed: standing,
          printers: [printer])
      }
      let ending = try await PackRun(
        desk: self, worker: worker, journal: journal, choice: choice, asking: asking,
        report: report, requests: requests, revision: revision
      ).print(again(revision), renewed: again)
      return RunOutcome.closing(ending.packs, needPerson: ending.unended)
    }
  }

  private nonisolated func onlyPack(_ room: String, in plan: Plan) throws -> Pack {
    var ids = try PackChoice.packs([room], in: plan)
    // «204» means the ordinary pack; the enlarged one is named «204 А3».
    if ids.count > 1 { ids = ids.filter { plan.pack($0)?.media == nil } }
    guard ids.count == 1, let id = ids.first, let pack = plan.pack(id) else {
      throw ReprintTrouble.severalParts(room, plan.packs.filter { ids.contains($0.id) })
    }
    return pack
  }

  private func printer(
    for pack: Pack, _ request: ReprintRequest, _ revision: FrozenRevision, _ journal: ExamJournal,
    _ choice: PrinterChoice, _ report: @Sendable (RunEvent) -> Void
  ) async throws -> any Printer {
    let gate = choice.gate
    var printers = try await choice.printers(to: request.directory)
    if let name = request.printer {
      printers = [printers.first { $0.name == name } ?? QueuePrinter(queue: name)]
    }
    let jobs = try journal.nextAttempts(of: [pack])
    let admission = try await gate.admit(printers, jobs)
    var able = admission.able
    for job in jobs where pack.media != nil {
      let names = try await gate.able(printers, job)
      able = printers.filter { names.contains($0.name) }
    }
    let last = try journal.attempts().last { $0.pack == pack.id }?.printer
    let planned = revision.plan.schedule(on: plannedPrinters)[pack.id]?.printer
    let wanted = [last, planned].compactMap(\.self)
    for trouble in admission.aside where wanted.contains(trouble.place.en) {
      report(.finding(Finding(trouble, .warn, at: trouble.place)))
    }
    let preferred = wanted.lazy.compactMap { name in able.first { $0.name == name } }.first
    guard let printer = preferred ?? able.first else { throw ReprintTrouble.noPrinter }
    return printer
  }
}

/// What a reprint repeats.
enum ReprintSelection {
  /// The items and pages; nil for the whole pack.
  static func parts(
    _ request: ReprintRequest, in pack: Pack, exam: ExamID
  ) throws -> [JobPart]? {
    guard !request.copies.isEmpty || request.pages != nil else {
      // All that lies in the pile, also what was carried here.
      return pack.printed == pack.order ? nil : pack.order.map { JobPart(item: $0) }
    }
    var seen: Set<ItemID> = []
    // A copy may be named twice, by serial and by code: it is printed once, its mark must not double.
    let items: [ItemID] =
      request.copies.isEmpty
      ? pack.copies.map(\.id)
      : try request.copies.map { try item($0, in: pack, exam: exam) }
        .filter { seen.insert($0).inserted }
    return try items.map { item in
      JobPart(item: item, pages: try pages(request.pages, of: item, in: pack))
    }
  }

  private static func item(_ text: String, in pack: Pack, exam: ExamID) throws -> ItemID {
    if let item = CopyQuery(text).item(in: pack, exam: exam) { return item }
    throw Trouble(
      "copy.unknown", at: text,
      Wording(
        ru: "Такого экземпляра в пакете кабинета \(pack.room.rawValue) нет. "
          + "Подойдёт номер с листа («\(pack.copies.first?.serial ?? "204-01")»), код или место",
        en: "The pack of room \(pack.room.rawValue) has no such copy. Give a number from the sheet "
          + "(“\(pack.copies.first?.serial ?? "204-01")”), a code or a seat"))
  }

  private static func pages(
    _ selection: PageSelection?, of item: ItemID, in pack: Pack
  ) throws -> [Int]? {
    guard let selection else { return nil }
    guard Set(selection.pages).count == selection.pages.count else {
      throw Trouble(
        "pages.doubled", exit: .usage,
        Wording(
          ru: "Одна страница названа дважды. Назовите каждую один раз",
          en: "A page is named twice. Name each of them once"))
    }
    let count = pack.pages(of: item) ?? 0
    guard let beyond = selection.pages.first(where: { $0 > count }) else { return selection.pages }
    throw Trouble(
      "pages.beyond", at: pack.copy(item)?.serial ?? pack.paper(item)?.paper ?? item.rawValue,
      Wording(
        ru: "Страницы \(beyond) нет: всего \(count)", en: "No page \(beyond): there are \(count)"))
  }
}

/// What keeps a reprint from starting.
enum ReprintTrouble {
  static var noReason: Trouble {
    Trouble(
      "reprint.no-reason", exit: .usage,
      Wording(
        ru: "Укажите причину: --reason «замятие»", en: "Give the reason: --reason \"paper jam\""))
  }

  static var nothingPrinted: Trouble {
    Trouble(
      "reprint.nothing-printed",
      Wording(
        ru: "Ещё ничего не печаталось. Сначала: tirazh print",
        en: "Nothing has been printed yet. First: tirazh print"))
  }

  static func gone(_ pack: Pack) -> Trouble {
    Trouble(
      "reprint.gone", at: pack.label,
      Wording(
        ru: "В новом плане такого пакета нет, перепечатывать нечего",
        en: "The new plan has no such pack, there is nothing to reprint"))
  }

  static var noPrinter: Trouble {
    Trouble(
      "printers.none", cause: .printers,
      Wording(ru: "Нет ни одного принтера", en: "There is no printer"))
  }

  static func severalParts(_ room: String, _ packs: [Pack]) -> Trouble {
    let names = packs.map { $0.part > 1 || $0.media != nil ? $0.label : "\($0.label)/1" }.joined(
      separator: ", ")
    return Trouble(
      "reprint.several-parts", at: room,
      Wording(
        ru: "У кабинета несколько пакетов. Укажите один: \(names)",
        en: "The room has several packs. Name one: \(names)"))
  }
}
