public import Exam
public import Foundation
import Intake
import Journal
public import Planning
import PrintRun
import Printing
import RenderClient
import RenderProtocol

/// What can be said of a print file, whoever had it since.
public struct Verification: Sendable {
  /// The file as it was named.
  public let file: String
  /// The job that it is, by its marks; nil where it is none of this exam.
  public internal(set) var job: VerifiedJob?
  /// Why it could not be compared; nil where it was.
  public internal(set) var refusal: Trouble?
  /// Whether it is the very file that was handed out: the journal keeps its digest.
  public internal(set) var isRecorded = false
  /// Whether plan and materials give the very same file now.
  public internal(set) var isIdentical = false
  /// What differs from plan and materials.
  public internal(set) var differences: [FileDifference] = []

  init(file: String) { self.file = file }

  /// Whether every page is what it should be.
  public var isProved: Bool { refusal == nil && differences.isEmpty }
}

/// A job as the journal knows it.
public struct VerifiedJob: Sendable {
  /// The exam.
  public let exam: ExamID
  /// The pack.
  public let pack: Pack
  /// The attempt.
  public let attempt: Int
  /// The revision it was printed under.
  public let revision: Int
  /// When it was begun.
  public let taken: Date
  /// What stands on each page, in order.
  public let pages: [Page]

  /// A page of a job.
  public struct Page: Hashable, Sendable {
    /// The copy or paper.
    public let item: ItemID
    /// Its page; nil for the empty back of a sheet.
    public let number: Int?
  }

  /// How many copies it holds, as a whole or in part.
  public var copies: Int { Set(pages.map(\.item)).count { pack.copy($0) != nil } }

  /// What people call a page: «204-07, 3».
  public func name(ofPage page: Int) -> String? {
    guard pages.indices.contains(page - 1) else { return nil }
    let page = pages[page - 1]
    let item = pack.copy(page.item)?.serial ?? pack.paper(page.item)?.paper ?? page.item.rawValue
    return page.number.map { "\(item), \($0)" } ?? item
  }
}

extension ExamDesk {
  /// Proves print files against journal and materials.
  public func verify(_ files: [String]) async throws -> [Verification] {
    guard let journal = try journal() else {
      throw Trouble(
        "verify.no-journal",
        Wording(
          ru:
            "В этой папке ещё ничего не печаталось: сравнить не с чем. Укажите папку проведения: -C",
          en: "Nothing has been printed in this folder: there is nothing to compare with. Name the "
            + "exam's folder: -C"))
    }
    return try await withWorker { worker in
      var verifier = Verifier(folder: folder, worker: worker, keys: keys, journal: journal)
      var results: [Verification] = []
      for file in files { results.append(await verifier.verify(file)) }
      return results
    }
  }
}

/// Proves one file after another; what they share is set up once.
private struct Verifier {
  let folder: ExamFolder
  let worker: RenderClient
  let keys: any MaterialKeys
  let journal: ExamJournal
  /// The revision that the worker knows, with its packs.
  private var known: (revision: FrozenRevision, pack: PackID)?

  init(
    folder: ExamFolder, worker: RenderClient, keys: any MaterialKeys, journal: ExamJournal
  ) {
    self.folder = folder
    self.worker = worker
    self.keys = keys
    self.journal = journal
  }

  mutating func verify(_ file: String) async -> Verification {
    var result = Verification(file: file)
    do {
      try await compare(file, &result)
    } catch {
      result.refusal = Trouble.from(error)
    }
    return result
  }

  private mutating func compare(_ file: String, _ result: inout Verification) async throws {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw VerifyTrouble.noFile(file)
    }
    let bytes = [UInt8](data)
    let marks = try await worker.marks(of: bytes).map { $0.flatMap { Mark($0) } }
    guard let mark = marks.compactMap(\.self).first else { throw VerifyTrouble.noMark }
    let (attempt, revision) = try self.attempt(of: mark)
    guard let pack = revision.plan.pack(mark.pack) else { throw VerifyTrouble.unknown(mark) }
    let ticket = attempt.ticket.flatMap {
      try? JSONDecoder().decode(JobTicket.self, from: Data($0.utf8))
    }
    result.job = VerifiedJob(attempt, pack, revision)
    result.isRecorded = ticket?.sha256 == Digest.sha256(bytes)
    try await setUp(revision, pack)
    let comparison = try await worker.compare(
      bytes, with: pack.id, recipe: attempt.recipe(for: pack, ticket))
    result.isIdentical = comparison.isIdentical
    // Of a slip the journal does not keep what it says; of the very file, all was proved at its time.
    result.differences = comparison.differences.filter { difference in
      switch difference {
      case .paper(1) where attempt.job.request.hasSlip: false
      case .paper, .content, .frame: !result.isRecorded
      case .material, .mark, .pages: true
      }
    }
  }

  private func attempt(of mark: Mark) throws -> (AttemptRecord, FrozenRevision) {
    guard mark.attempt > 0 else { throw VerifyTrouble.preview }
    guard let current = try journal.currentRevision(), current.plan.exam.id == mark.exam else {
      throw VerifyTrouble.otherExam(mark.exam, here: try journal.currentRevision()?.plan.exam.id)
    }
    let attempt = try journal.attempts().first {
      $0.pack == mark.pack && $0.attempt == mark.attempt
    }
    guard let attempt, attempt.revision == mark.revision,
      let revision = try journal.revision(attempt.revision)
    else { throw VerifyTrouble.unknown(mark) }
    return (attempt, revision)
  }

  private mutating func setUp(_ revision: FrozenRevision, _ pack: Pack) async throws {
    if let known, known.revision.number == revision.number, known.pack == pack.id { return }
    _ = try await Press.setUp(
      for: [pack], worker: worker, journal: journal, revision: revision, folder: folder,
      keys: keys, styles: [:])
    known = (revision, pack.id)
  }
}

extension AttemptRecord {
  /// How its job was laid out, as far as the journal knows.
  fileprivate func recipe(for pack: Pack, _ ticket: JobTicket?) -> JobRecipe {
    let request = job.request
    let slip: JobSlip? =
      request.isReprint ? .reprint(reason: request.reason ?? "") : request.hasSlip ? .rest : nil
    return JobRecipe(
      revision: revision, attempt: attempt,
      items: job.parts(of: pack).map { JobItem(item: $0.item, pages: $0.pages) }, slip: slip,
      printer: PrinterLabel.of(printer), nextRoom: ticket?.nextRoom, style: ticket?.style ?? .asIs)
  }
}

extension VerifiedJob {
  fileprivate init(_ attempt: AttemptRecord, _ pack: Pack, _ revision: FrozenRevision) {
    let isTwoSided = revision.plan.sides == .two
    func turned(_ pages: [Page]) -> [Page] {
      guard isTwoSided, pages.count % 2 == 1, let last = pages.last else { return pages }
      return pages + [Page(item: last.item, number: nil)]
    }
    let slip = attempt.job.request.hasSlip ? [Page(item: ItemID(rawValue: "S00"), number: 1)] : []
    let items = attempt.job.parts(of: pack).flatMap { part in
      turned(
        (part.pages ?? Array(1...max(1, pack.pages(of: part.item) ?? 1))).map {
          Page(item: part.item, number: $0)
        })
    }
    self.init(
      exam: revision.plan.exam.id, pack: pack, attempt: attempt.attempt,
      revision: revision.number, taken: attempt.taken, pages: turned(slip) + items)
  }
}

/// Why a file cannot be compared, in words.
private enum VerifyTrouble {
  static func noFile(_ file: String) -> Trouble {
    Trouble(
      "verify.no-file", cause: .fileMissing, at: file,
      Wording(
        ru: "Файл не прочитать: его нет, или нет прав на него",
        en: "The file cannot be read: it is not there, or you may not"))
  }

  static var noMark: Trouble {
    Trouble(
      "verify.no-mark",
      Wording(
        ru:
          "На страницах нет меток Тиража: это не файл печати, или его перерисовала другая программа",
        en: "No page has a mark of Tirazh: this is no print file, or another program drew it anew"))
  }

  static var preview: Trouble {
    Trouble(
      "verify.preview",
      Wording(ru: "Это предпросмотр: он не печать", en: "This is a preview, which is no print"))
  }

  static func otherExam(_ exam: ExamID, here: ExamID?) -> Trouble {
    Trouble(
      "verify.other-exam",
      Wording(
        ru: "Это файл проведения \(exam.rawValue), а в этой папке \(here?.rawValue ?? "другое")",
        en: "This is a file of exam \(exam.rawValue), and here is \(here?.rawValue ?? "another")"))
  }

  static func unknown(_ mark: Mark) -> Trouble {
    let name = "\(mark.pack.rawValue), \(mark.attempt)"
    return Trouble(
      "verify.unknown-job",
      Wording(
        ru: "В журнале нет такого задания: пакет и попытка \(name), ред. \(mark.revision)",
        en: "The journal has no such job: pack and attempt \(name), revision \(mark.revision)"))
  }
}

/// The document of `verify --json`.
public struct VerificationReport: Encodable, Sendable {
  struct File: Encodable {
    let file: String
    let verdict: String
    let exam: String?
    let pack: String?
    let room: String?
    let attempt: Int?
    let revision: Int?
    let copies: Int?
    let pages: Int?
    let recorded: Bool
    let identical: Bool
    let differences: [Difference]
    let reason: String?
  }

  struct Difference: Encodable {
    let kind: String
    let page: Int?
    let found: String?
    let expected: String?
    let message: String
  }

  let files: [File]

  /// Builds the document in a language.
  public init(_ all: [Verification], language: Language) {
    files = all.map { one in
      File(
        file: one.file,
        verdict: one.refusal != nil ? "refused" : one.isProved ? "proved" : "differs",
        exam: one.job?.exam.rawValue, pack: one.job?.pack.id.rawValue, room: one.job?.pack.label,
        attempt: one.job?.attempt, revision: one.job?.revision, copies: one.job?.copies,
        pages: one.job?.pages.count, recorded: one.isRecorded, identical: one.isIdentical,
        differences: one.differences.map { Difference($0, one.job, language) },
        reason: one.refusal?.message[language])
    }
  }
}

extension VerificationReport.Difference {
  fileprivate init(_ difference: FileDifference, _ job: VerifiedJob?, _ language: Language) {
    let message = difference.words(job)[language]
    func make(_ kind: String, found: String? = nil, expected: String? = nil) -> Self {
      Self(
        kind: kind, page: difference.page, found: found, expected: expected, message: message)
    }
    self =
      switch difference {
      case .pages(let found, let expected):
        make("pages", found: "\(found)", expected: "\(expected)")
      case .mark(_, let found, let expected): make("mark", found: found, expected: expected)
      case .material: make("material")
      case .paper: make("paper")
      case .content: make("content")
      case .frame: make("frame")
      }
  }
}

extension FileDifference {
  /// What differs, in words, with the page as people call it.
  public func words(_ job: VerifiedJob?) -> Wording {
    let name = page.flatMap { job?.name(ofPage: $0) }.map { " (\($0))" } ?? ""
    let (ru, en) = (
      page.map { "стр. \($0)\(name): " } ?? "", page.map { "page \($0)\(name): " } ?? ""
    )
    switch self {
    case .pages(let found, let expected):
      return Wording(
        ru: "страниц \(found), а должно быть \(expected)", en: "\(found) pages, not \(expected)")
    case .mark(_, let found, let expected):
      return Wording(
        ru: ru + "метка \(found ?? "не читается"), а должна быть \(expected ?? "никакая")",
        en: en + "the mark is \(found ?? "not readable"), not \(expected ?? "none")")
    case .material:
      return Wording(
        ru: ru + "страница не та, что в материалах", en: en + "not the page of the materials")
    case .paper:
      return Wording(
        ru: ru + "лист или строка Тиража другие", en: en + "another paper or line of Tirazh")
    case .content:
      return Wording(
        ru: ru + "на странице что-то добавлено, убрано или сдвинуто",
        en: en + "something was added, removed or moved")
    case .frame:
      return Wording(
        ru: ru + "другой размер страницы, или у неё есть лишнее",
        en: en + "another size, or the page has something more")
    }
  }
}
