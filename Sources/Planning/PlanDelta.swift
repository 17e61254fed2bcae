public import Exam

/// What differs between two revisions, and for whom; people by their keys.
public struct PlanDelta: Hashable, Sendable {
  /// One difference.
  public enum Change: Hashable, Sendable {
    /// A participant who was not there before.
    case came
    /// A participant who is not there any more: the copy is withdrawn.
    case went
    /// A participant who sits in another room now; the printed copy goes along if it is named.
    case moved(from: String, carried: CarriedCopy?)
    case variant(from: Variant?, to: Variant?)
    case work(from: WorkID, to: WorkID)
    case seat(from: Seat?, to: Seat?)
    case code(from: ParticipantCode?, to: ParticipantCode?)
    case className(from: ClassName?, to: ClassName?)
    case conditions
    /// Spares of a variant that are more or fewer.
    case spares(by: Int)
    /// A material's paper, so many more or fewer.
    case paper(String, by: Int)
    /// A pack that was not there before.
    case newPack
    /// A pack that is not there any more; the serials of its copies that go along with somebody.
    case gonePack(carried: [String])
    /// The same pack, given out at another door.
    case door(from: String, to: String)
    /// Other pages of a work's variant: new files, or materials that had not been there.
    case booklet(WorkID, Variant?)
    /// Title, day, bell, school or phone.
    case heading
    /// One side or both.
    case sides
    /// The marks, or the codes on pages.
    case marks
  }

  /// A change and where it is.
  public struct Entry: Hashable, Sendable {
    /// The pack; nil for what concerns every pack.
    public var pack: PackID?
    /// What people call the pack.
    public var label: String
    /// The copy's serial, if it is about one.
    public var serial: String?
    /// The participant's key, if it is about one.
    public var participant: String?
    /// What differs.
    public var change: Change
  }

  /// The differences, pack by pack.
  public let entries: [Entry]

  /// Whether nothing differs that anybody could see.
  public var isEmpty: Bool { entries.isEmpty }

  /// Nothing differs.
  public static let none = PlanDelta(entries: [])

  private init(entries: [Entry]) { self.entries = entries }

  /// The differences but for some.
  public func without(_ isLeftOut: (Change) -> Bool) -> PlanDelta {
    PlanDelta(entries: entries.filter { !isLeftOut($0.change) })
  }

  /// Compares two plans of one exam.
  public init(from old: Plan, to new: Plan) {
    var delta = Collected(old: old, new: new)
    delta.compare()
    entries = delta.entries
  }
}

/// A comparison under way.
private struct Collected {
  let old: Plan
  let new: Plan
  var entries: [PlanDelta.Entry] = []

  /// A participant's copy of a work on a medium.
  private struct Key: Hashable {
    let participant: String
    let work: WorkID
    let media: String?
  }

  private struct Place {
    let pack: Pack
    let copy: PackCopy
  }

  init(old: Plan, new: Plan) {
    self.old = old
    self.new = new
  }

  mutating func compare() {
    if old.exam != new.exam { add(nil, .heading) }
    if old.sides != new.sides { add(nil, .sides) }
    if old.marks != new.marks || old.codes != new.codes { add(nil, .marks) }
    compareBooklets()
    comparePacks()
    comparePeople()
    for pack in new.packs {
      guard let before = old.pack(pack.id) else { continue }
      compareSpares(before, pack)
      comparePapers(before, pack)
    }
  }

  private mutating func add(
    _ pack: Pack?, _ change: PlanDelta.Change, _ copy: PackCopy? = nil
  ) {
    entries.append(
      PlanDelta.Entry(
        pack: pack?.id, label: pack?.label ?? "", serial: copy?.serial,
        participant: copy?.participant, change: change))
  }

  private mutating func compareBooklets() {
    let before = SourceContents(documents: old.documents)
    let now = SourceContents(documents: new.documents)
    for booklet in new.booklets {
      let former = old.booklets.filter {
        $0.work == booklet.work && $0.variant == booklet.variant
          && ($0.variant != nil || $0.source.first?.material == booklet.source.first?.material)
      }
      guard !former.isEmpty else { continue }
      let isSame = former.contains {
        $0.pages == booklet.pages && before.pages(of: $0) == now.pages(of: booklet)
      }
      if !isSame { add(nil, .booklet(booklet.work, booklet.variant)) }
    }
  }

  private mutating func comparePacks() {
    for pack in new.packs {
      guard let before = old.pack(pack.id) else {
        add(pack, .newPack)
        continue
      }
      if before.label != pack.label { add(pack, .door(from: before.label, to: pack.label)) }
    }
    let leaving = Dictionary(
      grouping: new.packs.flatMap { $0.copies.compactMap(\.standIn) }, by: \.pack)
    for pack in old.packs where new.pack(pack.id) == nil {
      add(pack, .gonePack(carried: (leaving[pack.id] ?? []).map(\.serial)))
    }
  }

  private mutating func comparePeople() {
    let (before, now) = (places(of: old), places(of: new))
    let worksBefore = Dictionary(grouping: before.keys) { $0.participant }
    for pack in new.packs {
      for copy in pack.copies {
        guard let key = Self.key(copy, pack) else { continue }
        if let place = before[key] {
          compare(place, Place(pack: pack, copy: copy))
        } else if let other = worksBefore[key.participant]?.first(where: {
          $0.media == key.media && now[$0] == nil
        }), let place = before[other] {
          add(pack, .work(from: place.copy.work, to: copy.work), copy)
        } else {
          add(pack, .came, copy)
        }
      }
    }
    let worksNow = Dictionary(grouping: now.keys) { $0.participant }
    for pack in old.packs {
      for copy in pack.copies {
        guard let key = Self.key(copy, pack), now[key] == nil else { continue }
        let hasOther = worksNow[key.participant]?.contains {
          $0.media == key.media && before[$0] == nil
        }
        if hasOther != true { add(pack, .went, copy) }
      }
    }
  }

  private static func key(_ copy: PackCopy, _ pack: Pack) -> Key? {
    copy.participant.map { Key(participant: $0, work: copy.work, media: pack.media) }
  }

  private func places(of plan: Plan) -> [Key: Place] {
    var places: [Key: Place] = [:]
    for pack in plan.packs {
      for copy in pack.copies {
        if let key = Self.key(copy, pack) { places[key] = Place(pack: pack, copy: copy) }
      }
    }
    return places
  }

  private mutating func compare(_ before: Place, _ now: Place) {
    let copy = now.copy
    if before.pack.id != now.pack.id {
      add(now.pack, .moved(from: before.pack.label, carried: copy.standIn), copy)
    }
    if before.copy.variant != copy.variant {
      add(now.pack, .variant(from: before.copy.variant, to: copy.variant), copy)
    }
    if before.copy.code != copy.code {
      add(now.pack, .code(from: before.copy.code, to: copy.code), copy)
    }
    if before.copy.className != copy.className {
      add(now.pack, .className(from: before.copy.className, to: copy.className), copy)
    }
    if before.copy.conditions != copy.conditions { add(now.pack, .conditions, copy) }
    if before.pack.id == now.pack.id, before.copy.seat != copy.seat {
      add(now.pack, .seat(from: before.copy.seat, to: copy.seat), copy)
    }
  }

  private mutating func compareSpares(_ before: Pack, _ now: Pack) {
    let count = now.copies.count(where: \.spare) - before.copies.count(where: \.spare)
    if count != 0 { add(now, .spares(by: count)) }
  }

  private mutating func comparePapers(_ before: Pack, _ now: Pack) {
    let names = Set((before.papers + now.papers).filter { !$0.isDrawn }.map(\.paper))
    for name in names.sorted() {
      let count =
        now.papers.count { $0.paper == name } - before.papers.count { $0.paper == name }
      if count != 0 { add(now, .paper(name, by: count)) }
    }
  }
}
