import Exam
import Intake

/// Works, materials and documents to be resolved.
enum MaterialSamples {
  static let id = MaterialID(rawValue: "work")

  /// A page with the running header of a variant and text enough for a task.
  static func page(
    _ number: Int, variant: Int? = 1, printed: String? = nil, task: Int? = nil,
    header: String = "ВПР. Математика. 5 класс."
  ) -> PageFacts {
    let line = variant.map { "\nВариант \($0)" } ?? ""
    let words = (0..<24).map { "слово\(task ?? number)\($0)в\(variant ?? 0)" }
      .joined(separator: " ")
    return PageFacts(
      page: number, width: 595.3, height: 841.9,
      text: "\(header)\(line)\nКОД\n\(words)\n\(printed ?? "")", bottom: printed ?? "")
  }

  /// Pages with these numbers printed; 0 is a blank page.
  static func numbered(_ numbers: [Int], variant: Int? = 1, of total: Int? = nil) -> [PageFacts] {
    zip(1..., numbers).map { place, number in
      guard number > 0 else {
        return PageFacts(page: place, width: 595.3, height: 841.9, text: "", isBlank: true)
      }
      let printed = "\(number)" + (total.map { " из \($0)" } ?? "")
      return page(place, variant: variant, printed: printed, task: number * 100 + place)
    }
  }

  /// A lying sheet of two pages with these numbers.
  static func sheet(_ number: Int, a3: Bool = true, _ left: Int, _ right: Int) -> PageFacts {
    let size = a3 ? (1190.6, 841.9) : (841.9, 595.3)
    let halves = zip(PageHalf.allCases, [left, right]).map { half, printed in
      var facts = page(number, printed: "\(printed)", task: printed)
      facts.half = half
      (facts.width, facts.height) = (size.0 / 2, size.1)
      return facts
    }
    return PageFacts(
      page: number, width: size.0, height: size.1, text: halves.map(\.text).joined(separator: "\n"),
      halves: halves)
  }

  static func document(_ file: String, _ facts: [PageFacts]) -> MaterialDocument {
    MaterialDocument(
      work: WorkID(rawValue: "math5"), material: id, file: file, sha256: file, facts: facts)
  }

  /// What one material of one work comes to.
  static func resolve(
    _ documents: [MaterialDocument], give: Give = .participant,
    policy: Policy = Policy(usualVariants: [Variant(rawValue: "1")]),
    pageSizes: PageSizeRule = .a4, material change: (inout Material) -> Void = { _ in },
    work changeWork: (inout Work) -> Void = { _ in }
  ) -> MaterialResult {
    var material = Material(id: id, give: give, files: documents.map(\.file))
    change(&material)
    var work = Work(
      id: WorkID(rawValue: "math5"), subject: "Математика", grade: 5, materials: [material])
    changeWork(&work)
    return MaterialResolver.resolve(
      description: ExamDescription(works: [work], marks: .none, pageSizes: pageSizes),
      policy: policy, documents: documents)
  }

  /// Severities and kinds: `stop material.criteria`.
  static func found(_ result: MaterialResult) -> [String] {
    result.findings.map { "\($0.severity.rawValue) \($0.kind)" }
  }

  /// Pages of the first variant: `3`, `3 left`.
  static func pages(_ result: MaterialResult) -> [String] {
    (result.works.first?.variants.first?.pages ?? []).map {
      "\($0.page)" + ($0.half.map { " \($0.rawValue)" } ?? "")
    }
  }
}
