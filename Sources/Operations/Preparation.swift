public import Exam
import Intake
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
  public let findings: [Finding]
  /// What the campaign prescribes.
  public let policy: Policy
  /// The list's file name.
  public let listName: String
  let layout: LayoutSource
  let listSHA256: String
  let materials: MaterialStore

  /// The rooms that may not be printed, with the reasons.
  public var stoppedRooms: [RoomName: [Finding]] {
    Stops.stoppedRooms(plan: plan, findings: findings)
  }
}

/// Reads the inputs of an exam and plans it; nothing is printed or written.
struct Preparation {
  let folder: ExamFolder
  let worker: RenderClient

  func run() async throws -> PreparedExam {
    let description = try folder.description()
    let id = try folder.examID(description)
    let layout = try LayoutSource.load(description.layout, in: folder)
    let policy = try layout.profile().policy
    let listName = try folder.listName(description)
    let listBytes = try folder.read(listName)
    let list = try ListReader.read(
      bytes: listBytes, fileName: listName, columns: description.columns)
    try await worker.layout(name: layout.name, files: layout.files)
    let (documents, materials, refused) = try await inspect(description)
    let resolved = MaterialResolver.resolve(
      description: description, policy: policy, documents: documents)
    var input = PlanInput(
      description: description, id: id, participants: list.participants, works: resolved.works,
      documents: documents.map(Self.planned), policy: policy)
    let draft = Planner.plan(input).plan
    try await worker.use(plan: draft)
    input.measures = try await worker.measure()
    let (plan, planFindings) = Planner.plan(input)
    let findings =
      folder.openFindings(list: listName) + list.findings + refused + resolved.findings
      + planFindings
    return PreparedExam(
      description: description, participants: list.participants, plan: plan,
      findings: Self.ordered(findings.map(policy.judge)), policy: policy, listName: listName,
      layout: layout,
      listSHA256: Digest.sha256(listBytes), materials: materials)
  }

  /// The most serious first; otherwise as they were found.
  private static func ordered(_ findings: [Finding]) -> [Finding] {
    Severity.allCases.sorted().flatMap { severity in
      findings.filter { $0.severity == severity }
    }
  }

  private static func planned(_ document: MaterialDocument) -> PlanDocument {
    PlanDocument(
      work: document.work, material: document.material, file: document.file,
      container: document.container, sha256: document.sha256)
  }

  /// Facts of every page; a file that kills the worker stops its work only.
  private func inspect(
    _ description: ExamDescription
  ) async throws -> ([MaterialDocument], MaterialStore, [Finding]) {
    var documents: [MaterialDocument] = []
    var store = MaterialStore()
    var findings: [Finding] = []
    for work in description.works {
      for material in work.materials {
        do {
          for found in try MaterialFiles.expand(material: material, read: folder.read) {
            let sha = store.add(found.bytes, name: found.file)
            do {
              let facts = try await facts(of: found.bytes, sha, description.marks)
              documents.append(
                MaterialDocument(
                  work: work.id, material: material.id, file: found.file,
                  container: found.container, sha256: sha, facts: facts))
            } catch let trouble as Trouble {
              findings.append(Self.finding(trouble, work: work, at: found.file))
            }
          }
        } catch let trouble as Trouble {
          let files = material.files.joined(separator: ", ")
          findings.append(Self.finding(trouble, work: work, at: files))
        }
      }
    }
    return (documents, store, findings)
  }

  private func facts(
    of bytes: [UInt8], _ sha256: String, _ marks: MarkRule
  ) async throws -> [PageFacts] {
    _ = try await worker.open(sha256: sha256, bytes: bytes, password: nil)
    return try await worker.facts(sha256: sha256, marks: marks)
  }

  private static func finding(_ trouble: Trouble, work: Work, at file: String) -> Finding {
    let severity: Severity = trouble.kind == "file.missing" ? .warn : .stop
    return Finding(
      trouble.kind, severity, .work(work.id),
      at: trouble.place.isEmpty ? Wording(same: file) : trouble.place,
      trouble.message)
  }
}
