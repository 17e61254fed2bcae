public import Exam

/// What the papers of the exam as a whole say, from the plan.
public struct SchoolContents: Sendable {
  let plan: Plan
  let language: Language
  let names: [String: String]?

  /// The papers of a plan; `names` of participants by key, for papers that need them.
  public init(plan: Plan, language: Language, names: [String: String]? = nil) {
    self.plan = plan
    self.language = language
    self.names = names
  }

  /// What the papers say.
  public var data: PaperData {
    PaperData(
      fields: fields,
      tables: ["rooms": rooms, "everybody": everybody, "supplies": Supplies(plan).rows(language)])
  }

  private func say(_ ru: String, _ en: String) -> String { language == .ru ? ru : en }

  private var fields: [String: String] {
    let exam = plan.exam
    let head: [String?] = [
      exam.school, exam.title, exam.date?.dotted,
      exam.starts.map { say("начало ", "starts ") + $0.text },
    ]
    var fields: [String: String] = [:]
    fields["school"] = exam.school ?? ""
    fields["title"] = exam.title
    fields["weekdayDate"] = exam.date?.withWeekday(language) ?? ""
    fields["date"] = exam.date?.dotted ?? ""
    fields["starts"] = exam.starts.map { say(" · начало ", " · starts ") + $0.text } ?? ""
    fields["phone"] = exam.phone ?? "______________"
    fields["head"] = head.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · ")
    fields["participants"] = "\(plan.participants)"
    fields["copies"] = "\(plan.copies)"
    fields["sheets"] = "\(plan.sheets)"
    fields["packs"] = "\(plan.packs.count)"
    return fields
  }

  /// A line for each pack, in the order of the rooms.
  private var rooms: [[String: String]] {
    plan.packs.map { pack in
      let contents = PaperContents(plan: plan, pack: pack, language: language)
      return [
        "room": pack.label, "works": contents.data(.init()).fields["works"] ?? "",
        "participants": "\(pack.participants)", "spares": "\(pack.copies.count(where: \.spare))",
        "copies": "\(pack.copies.count)", "sheets": "\(pack.sheets)",
      ]
    }
  }

  /// Everybody by name: who sits where.
  private var everybody: [[String: String]] {
    let rows = plan.packs.filter { $0.media == nil }.flatMap { pack in
      PaperContents(plan: plan, pack: pack, language: language, names: names)
        .people(inOrderOfNames: false).map { $0.merging(["room": pack.label]) { $1 } }
    }
    guard names != nil else { return rows }
    return rows.sorted { left, right in
      (Registry.plain(left["name"] ?? ""), left["room"] ?? "", left["serial"] ?? "")
        < (Registry.plain(right["name"] ?? ""), right["room"] ?? "", right["serial"] ?? "")
    }
  }
}
