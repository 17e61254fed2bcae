public import Exam

/// What the papers of a pack say, from the plan.
public struct PaperContents: Sendable {
  let plan: Plan
  let pack: Pack
  let language: Language
  /// The names of participants by key, for papers that need them; no other paper has them.
  let names: [String: String]?

  /// The papers of a pack of a plan.
  public init(plan: Plan, pack: Pack, language: Language, names: [String: String]? = nil) {
    self.plan = plan
    self.pack = pack
    self.language = language
    self.names = names
  }

  /// What only the job knows; a paper that says other things of these is the same paper.
  public struct Job: Sendable {
    /// The revision it is printed under.
    public var revision: Int
    /// The attempt.
    public var attempt: Int
    /// The printer.
    public var printer: String
    /// The room printed next on the same printer.
    public var nextRoom: String?
    /// Why it is printed again.
    public var reason: String
    /// What is in it.
    public var items: String
    /// Where its sheets belong.
    public var place: String
    /// Whether its papers take the place of printed ones.
    public var replaces: Bool
    /// The items printed again, with their pages; all of them where nil.
    public var reprinted: [(item: ItemID, pages: [Int]?)]

    /// The fields that only the job knows.
    static let fields: Set<String> = [
      "revision", "revisionNumber", "attempt", "printer", "code", "nextRoom", "reason", "items",
      "place",
    ]

    /// Describes a job.
    public init(
      revision: Int = 1, attempt: Int = 0, printer: String = "", nextRoom: String? = nil,
      reason: String = "", items: String = "", place: String = "", replaces: Bool = false,
      reprinted: [(item: ItemID, pages: [Int]?)] = []
    ) {
      self.revision = revision
      self.attempt = attempt
      self.printer = printer
      self.nextRoom = nextRoom
      self.reason = reason
      self.items = items
      self.place = place
      self.replaces = replaces
      self.reprinted = reprinted
    }
  }

  /// What the papers say.
  public func data(_ job: Job) -> PaperData {
    PaperData(
      fields: fields(job),
      tables: [
        "contents": contents, "copies": copies, "spares": spares, "returns": returns,
        "people": people(inOrderOfNames: false), "peopleByName": people(inOrderOfNames: true),
        "reprinted": reprinted(job),
      ])
  }

  func say(_ ru: String, _ en: String) -> String { language == .ru ? ru : en }

  private func fields(_ job: Job) -> [String: String] {
    let spareCount = pack.copies.filter(\.spare).count
    let room = pack.label
    return [
      "roomWord": isNumbered ? say("КАБИНЕТ", "ROOM") : say("МЕСТО", "PLACE"),
      "roomName": roomName(room),
      "order": hasSpares
        ? say("; резерв внизу, за листом «РЕЗЕРВ»", "; spares at the bottom, behind “SPARES”") : "",
      "fasten": fasten, "conditions": conditions,
      "school": plan.exam.school ?? "", "room": room, "title": plan.exam.title,
      "weekdayDate": plan.exam.date?.withWeekday(language) ?? "",
      "date": plan.exam.date?.dotted ?? "",
      "starts": plan.exam.starts.map { say(" · начало ", " · starts ") + $0.text } ?? "",
      "works": works, "participants": "\(pack.participants)", "spares": "\(spareCount)",
      "copies": "\(pack.copies.count)", "sheets": "\(pack.pile(plan.sides))",
      "revision": job.revision > 1
        ? say(" · ред. ", " · rev. ") + "\(job.revision)"
          + (job.replaces ? say(" взамен прежнего", " instead of the former") : "") : "",
      "revisionNumber": "\(job.revision)",
      "phone": plan.exam.phone ?? "______________",
      "printer": job.printer.isEmpty ? "" : " · " + job.printer, "attempt": "\(job.attempt)",
      "code": "\(ControlNumber.of(exam: plan.exam.id, pack: pack.id, attempt: job.attempt))",
      "nextRoom": job.nextRoom.map {
        say("На этом принтере следующий: ", "Next on this printer: ") + roomName($0)
      } ?? "",
      "reason": job.reason, "items": job.items, "place": job.place, "head": head,
      "subjects": subjects, "serialHead": Pack.head(pack.room, part: pack.part) + "-",
    ]
  }

  var hasSpares: Bool { pack.copies.contains(where: \.spare) }

  /// Whether the room is named by its number: «204», not «Спортзал».
  private var isNumbered: Bool { Self.isNumber(pack.place.rawValue) }

  private static func isNumber(_ room: String) -> Bool { room.first?.isNumber == true }

  /// «кабинет 204», but «Спортзал».
  func roomName(_ room: String) -> String {
    let name = Self.isNumber(room) ? say("кабинет ", "room ") + room : room
    guard room == pack.label, pack.door != nil else { return name }
    return name + say(" (пакет ", " (pack ") + pack.room.rawValue + ")"
  }

  /// «Особые условия: 204-05 (3А): +30 минут, до 11:00»; nothing where there are none.
  private var conditions: String {
    let granted = pack.copies.compactMap { copy in
      copy.conditions.map { conditions in
        copy.serial + (copy.seat.map { " (\($0.text))" } ?? "") + ": "
          + words(for: conditions, work: copy.work).joined(separator: ", ")
      }
    }
    let special =
      granted.isEmpty
      ? [] : [say("Особые условия: ", "Special conditions: ") + granted.joined(separator: "; ")]
    return (special + carried).joined(separator: "\n")
  }

  /// Copies that were printed for another pack and lie in this one, or the other way round.
  private var carried: [String] {
    let arriving = pack.copies.compactMap { copy in
      copy.standIn.map { carried in
        let from = plan.pack(carried.pack)?.label ?? carried.from ?? carried.serial
        return say(
          "Из пакета \(from) перенести экземпляр \(carried.serial)",
          "Copy \(carried.serial) comes from pack \(from)")
      }
    }
    let leaving = plan.leaving(pack.id).map { copy in
      say(
        "Экземпляр \(copy.serial) перенести в \(Wording.room(copy.room).ru)",
        "Copy \(copy.serial) goes to \(Wording.room(copy.room).en)")
    }
    return arriving + leaving
  }

  func words(for conditions: Conditions, work: WorkID) -> [String] {
    var words: [String] = []
    if let extra = conditions.extraMinutes {
      words.append(say("+\(extra) минут", "+\(extra) minutes"))
      if let starts = plan.exam.starts,
        let duration = plan.works.first(where: { $0.id == work })?.duration
      {
        let end = ClockTime(minutes: starts.minutes + duration + extra)
        words.append(say("до ", "until ") + end.text)
      }
    }
    if conditions.lowVision, pack.media == nil, hasEnlargedPack {
      words.append(say("ещё один экземпляр в формате А3", "one more copy in A3"))
    }
    if conditions.ownRoom { words.append(say("отдельный кабинет", "a room of their own")) }
    return words
  }

  private var hasEnlargedPack: Bool {
    plan.packs.contains { $0.place == pack.place && $0.part == pack.part && $0.media != nil }
  }

  /// How many copies are to be fastened; nothing where every copy is a single sheet.
  private var fasten: String {
    let count = pack.copies.count { sheets($0.pages) > 1 }
    return count == 0 ? "" : say("; скрепить экземпляров: ", "; copies to fasten: ") + "\(count)"
  }

  /// «Математика 5А, 5Б до 10:00»: the works of the pack with their end.
  private var works: String {
    plan.works.compactMap { work in
      let mine = pack.copies.filter { $0.work == work.id && !$0.spare }
      guard !mine.isEmpty else { return nil }
      let classes = Set(mine.compactMap(\.className)).sorted().map(\.rawValue)
      var text = ([work.subject, classes.joined(separator: ", ")].filter { !$0.isEmpty })
        .joined(separator: " ")
      if let starts = plan.exam.starts, let duration = work.duration {
        text += say(" до ", " until ") + ClockTime(minutes: starts.minutes + duration).text
      }
      return text
    }.joined(separator: " · ")
  }

  private var contents: [[String: String]] {
    let byWork = plan.works.compactMap(contents(of:))
    let papers = pack.papers.filter { !$0.isDrawn }
    let others = pack.papers.filter(\.isDrawn)
    let extra = papers.map { paperRow($0.paper, sheets: sheets($0.pages)) }
    let own = paperRow(
      hasSpares
        ? say("Этот лист, «Резерв», «Конец пакета»", "This sheet, “Spares”, end sheet")
        : say("Этот лист, «Конец пакета»", "This sheet, end sheet"),
      sheets: others.reduce(0) { $0 + sheets($1.pages) })
    return byWork + extra + [own]
  }

  private func paperRow(_ what: String, sheets: Int) -> [String: String] {
    ["what": what, "variants": "", "spares": "", "perCopy": "", "sheets": "\(sheets)"]
  }

  private func contents(of work: PlanWork) -> [String: String]? {
    let mine = pack.copies.filter { $0.work == work.id }
    guard let first = mine.first else { return nil }
    let participants = mine.filter { !$0.spare }
    let variants = Set(participants.compactMap(\.variant)).sorted().map { variant in
      say("вар. ", "var. ") + variant.rawValue + ": "
        + "\(participants.filter { $0.variant == variant }.count)"
    }
    return [
      "what": "\(letter(work.id))  \(work.subject)", "variants": variants.joined(separator: " · "),
      "spares": "\(mine.count - participants.count)", "perCopy": "\(sheets(first.pages))",
      "sheets": "\(mine.reduce(0) { $0 + sheets($1.pages) })",
    ]
  }

  private func sheets(_ pages: Int) -> Int { plan.sides == .one ? pages : (pages + 1) / 2 }

  /// «Школа № 5 · ВПР · Математика · 21.04.2026 · кабинет 204»: heads every paper, so that packs of several
  /// exams and schools can be told apart.
  private var head: String {
    let parts: [String?] = [
      plan.exam.school, plan.exam.title, subjects, plan.exam.date?.dotted,
      plan.exam.starts.map { say("начало ", "starts ") + $0.text }, roomName(pack.label),
    ]
    return parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// «Математика, Физика»: the works of the pack; nothing that the title says already.
  private var subjects: String {
    let written = plan.works.filter { work in pack.copies.contains { $0.work == work.id } }
    return written.map(\.subject)
      .filter { !$0.isEmpty && !plan.exam.title.contains($0) }
      .joined(separator: ", ")
  }

  private var copies: [[String: String]] {
    pack.copies.filter { !$0.spare }.map { copy in
      [
        "serial": copy.serial, "number": number(copy),
        "seat": copy.seat?.text ?? "—",
        "code": copy.code?.rawValue ?? "—",
        "class": copy.className?.rawValue ?? "", "work": letter(copy.work),
        "variant": copy.variant?.rawValue ?? "—",
      ]
    }
  }

  private var spares: [[String: String]] {
    pack.copies.filter(\.spare).map { copy in
      [
        "serial": copy.serial, "number": number(copy), "work": subject(copy.work),
        "letter": letter(copy.work),
        "variant": copy.variant?.rawValue ?? "—",
      ]
    }
  }

  /// The subject's first letter; with its place among the works where two begin alike.
  func letter(_ id: WorkID) -> String {
    let works = plan.works.filter { work in pack.copies.contains { $0.work == work.id } }
    guard let index = works.firstIndex(where: { $0.id == id }) else { return "" }
    let first = String(works[index].subject.prefix(1))
    return works.filter { $0.subject.hasPrefix(first) }.count == 1 ? first : "\(first)\(index + 1)"
  }

  func subject(_ id: WorkID) -> String {
    plan.works.first { $0.id == id }?.subject ?? id.rawValue
  }
}

extension Plan {
  /// The copies printed for a pack that go to others.
  public func leaving(_ id: PackID) -> [RevisionSlip.Leaving] {
    packs.filter { $0.id != id }.flatMap { pack in
      pack.copies.compactMap { copy in
        copy.standIn.flatMap { carried in
          carried.pack == id
            ? RevisionSlip.Leaving(serial: carried.serial, room: pack.label) : nil
        }
      }
    }
  }
}
