public import Exam
import Foundation
import Intake
import Journal
import Layout
public import Planning
import RenderClient

/// Everything known of an exam before its plan is frozen.
public struct PreparedExam: Sendable {
  /// exam.yaml.
  public let description: ExamDescription
  /// The participants.
  public let participants: [Participant]
  /// The plan as it would be frozen now.
  public let plan: Plan
  /// What was found, most serious first.
  public internal(set) var findings: [Finding]
  /// What the campaign prescribes.
  public let policy: Policy
  /// The list's file name.
  public let listName: String
  let layout: LayoutSource
  let listSHA256: String
  /// The files that were read as materials.
  let imports: [MaterialImport]
  /// Codes of people, in this list or not.
  let knownCodes: [CodeEntry]
  /// What only a person can tell before the plan may be frozen.
  public let doubts: [Doubt]
  /// How many of the pages that are printed, each counted once, are printed as they are.
  public let pagesAsIs: (count: Int, of: Int)
  /// What holds the worker that opened the materials.
  public let isolation: Isolation

  /// The rooms that may not be printed, with the reasons.
  public var stoppedRooms: [RoomName: [Finding]] {
    Stops.stoppedRooms(plan: plan, findings: findings)
  }
}

/// Reads the inputs of an exam and plans it; nothing is printed or written.
struct Preparation {
  let folder: ExamFolder
  let worker: RenderClient
  let keys: any MaterialKeys
  /// What was frozen before; its layout is kept.
  var former: FormerPlan?
  var frozenLayout: LayoutSource?

  func run() async throws -> PreparedExam {
    var description = try folder.description()
    let id = try folder.examID(description)
    let layout = try frozenLayout ?? LayoutSource.load(description.layout, in: folder)
    let profile = try layout.profile()
    let policy = profile.policy
    let listName = try folder.listName(description)
    let listBytes = try folder.read(listName)
    let list = try ListReader.read(
      bytes: listBytes, fileName: listName, columns: description.columns,
      subjects: description.works.map(\.subject))
    let differing = list.dayFindings(description, at: listName)
    // What exam.yaml leaves out, the list's title rows may say.
    description.date = description.date ?? list.date
    description.starts = description.starts ?? list.starts
    try await worker.layout(name: layout.name, files: layout.files)
    let coded = try await CodeBook(folder: folder, worker: worker, keys: keys)
      .assign(list, description)
    let unprintable = try await UnprintableText(
      participants: coded.participants, description: description,
      showsNames: profile.papers.values.contains(where: \.hasNames)
    ).findings(worker)
    let inspection = try await inspect(
      description, codes: coded.participants.contains { $0.code != nil })
    let resolved = MaterialResolver.resolve(
      description: description, policy: policy, documents: inspection.documents,
      aside: inspection.aside.sorted { $0.archive < $1.archive })
    var input = PlanInput(
      description: description, id: id, participants: coded.participants, works: resolved.works,
      documents: inspection.documents.map(Self.planned), policy: policy, former: former)
    let draft = Planner.plan(input).plan
    try await worker.use(plan: draft)
    input.measures = try await worker.measure()
    let planned = Planner.plan(input)
    let unused = await UnusedFiles(
      folder: folder, worker: worker, policy: policy, description: description, listName: listName
    ).findings()
    let found =
      folder.openFindings(list: listName) + folder.looselyNamed(description, list: listName)
      + coded.findings + differing + unprintable + inspection.findings
      + Self.told(resolved.findings, besides: inspection.findings) + unused
    let findings = Self.layoutKept(layout, description) + planned.naming(found) + planned.findings
    return PreparedExam(
      description: description, participants: planned.participants, plan: planned.plan,
      findings: findings.map(policy.judge).mostSeriousFirst, policy: policy, listName: listName,
      layout: layout, listSHA256: Digest.sha256(listBytes), imports: inspection.imports,
      knownCodes: coded.known, doubts: planned.doubts,
      pagesAsIs: Self.pagesAsIs(planned.plan, inspection.documents),
      isolation: try await worker.isolation())
  }

  private static func pagesAsIs(
    _ plan: Plan, _ documents: [MaterialDocument]
  ) -> (count: Int, of: Int) {
    let pages = Set(
      plan.booklets.flatMap { booklet in
        booklet.source.map { PlannedPage(work: booklet.work, page: $0) }
      })
    let count = pages.count { planned in
      let document = documents.first { document in
        document.work == planned.work && document.material == planned.page.material
          && document.file == planned.page.file
      }
      let facts = document?.facts.first { $0.page == planned.page.page }
      return planned.page.half == nil && facts?.way == .asIs
    }
    return (count, pages.count)
  }

  /// A page of a material that is printed.
  private struct PlannedPage: Hashable {
    let work: WorkID
    let page: SourcePage
  }

  /// A layout that exam.yaml names now and that was not frozen.
  private static func layoutKept(
    _ layout: LayoutSource, _ description: ExamDescription
  ) -> [Finding] {
    let named = (description.layout as NSString).lastPathComponent
    guard named != layout.name else { return [] }
    return [
      Finding(
        .freezeLayoutKept, .warn, at: "exam.yaml",
        Wording(
          ru: "макет «\(named)» не действует: зафиксирован «\(layout.name)». Взять новый: "
            + "tirazh plan --freeze --layout",
          en:
            "the layout “\(named)” is not in force: “\(layout.name)” is frozen. To take the new one: "
            + "tirazh plan --freeze --layout"))
    ]
  }

  /// A file that is there and stops its work is not called missing, too.
  private static func told(_ resolved: [Finding], besides inspected: [Finding]) -> [Finding] {
    let stopped = Set(inspected.filter { $0.severity == .stop }.map(\.scope))
    return resolved.filter { $0.kind != .materialMissing || !stopped.contains($0.scope) }
  }

  private func inspect(
    _ description: ExamDescription, codes areCodes: Bool
  ) async throws -> MaterialInspection {
    var inspection = MaterialInspection(
      folder: folder, worker: worker, keys: keys, marks: description.marks,
      codes: areCodes ? description.codeRule : .none)
    for work in description.works {
      for material in work.materials { try await inspection.read(material, of: work) }
    }
    return inspection
  }

  private static func planned(_ document: MaterialDocument) -> PlanDocument {
    PlanDocument(
      work: document.work, material: document.material, file: document.file,
      container: document.container, sha256: document.sha256)
  }
}

extension Planned {
  /// Findings of the list about participants whose keys were given only then.
  fileprivate func naming(_ findings: [Finding]) -> [Finding] {
    var keys: [String: String] = [:]
    for person in participants {
      var before = person
      before.registered = nil
      if before.key != person.key { keys[before.key] = person.key }
    }
    return findings.map { finding in
      guard case .person(let key) = finding.scope, let known = keys[key] else { return finding }
      var finding = finding
      finding.scope = .person(known)
      return finding
    }
  }
}

extension [Finding] {
  /// The most serious first; otherwise as they were found.
  var mostSeriousFirst: [Finding] {
    Severity.allCases.sorted().flatMap { severity in filter { $0.severity == severity } }
  }
}
