import Exam
import Foundation
import Journal
import Layout
import Planning
import PrintRun
import Printing
import RenderClient

/// A paper that is printed alone, beside the packs.
public struct PaperKind: Hashable, Sendable {
  /// What the layout calls it: `door-list`.
  public let name: String
  /// What people call it.
  public let title: String
  /// Whether there is one for the whole exam, not one for each room.
  public let isForExam: Bool
  /// Whether it shows the names of participants.
  public let hasNames: Bool

  init(_ template: PaperTemplate) {
    name = template.name
    title = template.title
    isForExam = template.scope == .exam
    hasNames = template.hasNames
  }

  /// Papers that belong to a pack and are counted in it: they come out of `print` and `reprint` only.
  private static let counted: Set<String> = [
    "packing-sheet", "separator", "end-sheet", "reprint-slip", "rest-slip", "revision-slip",
    "rehearsal",
  ]

  /// Every such paper of a layout, by title.
  static func all(in profile: LayoutProfile) -> [PaperKind] {
    profile.papers.values.filter { !counted.contains($0.name) }.map(PaperKind.init)
      .sorted { $0.title < $1.title }
  }
}

/// What `papers` is asked to do.
public struct PapersRequest: Sendable {
  /// Where the papers go.
  public enum Target: Sendable {
    /// A file for each paper and room.
    case folder(String)
    /// A job for each paper and room.
    case printer(String)
  }

  /// A paper by its name or the beginning of its title; `all` for every one.
  public var kind: String
  /// Rooms as people write them; all if empty.
  public var rooms: [String]
  /// Where they go.
  public var target: Target

  /// Makes a request.
  public init(kind: String, rooms: [String], target: Target) {
    self.kind = kind
    self.rooms = rooms
    self.target = target
  }
}

/// What `papers` has made.
public struct PapersResult: Sendable {
  /// The files written, or the jobs sent, by their names.
  public var made: [String] = []
  /// Sheets of paper.
  public var sheets = 0
  /// The papers among them that show names, to be destroyed afterwards.
  public var withNames: [String] = []
  /// Whose names no font can write: their codes, or numbers in the list.
  public var unwritten: [String] = []
}

extension ExamDesk {
  /// The papers that the exam's layout can print alone.
  public nonisolated func paperKinds() throws -> [PaperKind] {
    let layout =
      try frozen().map {
        LayoutSource(name: $0.evidence.layoutName, files: $0.evidence.layoutFiles)
      } ?? LayoutSource.load(folder.description().layout, in: folder)
    return PaperKind.all(in: try layout.profile())
  }

  /// Writes or prints papers alone: they are no part of any pack, and count nowhere.
  public func papers(_ request: PapersRequest) async throws -> PapersResult {
    try await withWorker { worker in
      let source = try await paperSource(worker)
      let kinds = try Self.kinds(request.kind, among: PaperKind.all(in: source.layout.profile()))
      let wanted = try PackChoice.packs(request.rooms, in: source.plan)
      let packs = source.plan.packs.filter { wanted.contains($0.id) }
      var result = PapersResult()
      let names = try await Self.writable(source.names, worker)
      for kind in kinds {
        if kind.hasNames, source.names.isEmpty { throw PapersTrouble.noNames(kind) }
        if kind.hasNames {
          result.withNames.append(kind.title)
          result.unwritten = names.unwritten
        }
        for pack in kind.isForExam ? [nil] : packs.filter({ kind.fits($0) }).map(Optional.some) {
          let paper = try await Self.draw(
            kind, pack, kind.hasNames ? names.names : [:], worker)
          let name = kind.title + (pack.map { " " + $0.label } ?? "")
          try await send(paper, name, request.target, source)
          result.made.append(name)
          result.sheets += paper.sheets
        }
      }
      return result
    }
  }

  /// The names, with a line to write on in place of each that no font can write.
  private static func writable(
    _ names: [String: String], _ worker: RenderClient
  ) async throws -> (names: [String: String], unwritten: [String]) {
    let keys = names.filter { UnprintableText.isUnusual($0.value) }.keys.sorted()
    let lacking = try await worker.lacking(keys.map { names[$0] ?? "" })
    let unwritten = zip(keys, lacking).filter { !$0.1.isEmpty }.map(\.0)
    let lines = unwritten.map { ($0, String(repeating: "_", count: 20)) }
    return (names.merging(lines) { _, line in line }, unwritten)
  }

  /// A paper; what is wrong with it is said of its title.
  private static func draw(
    _ kind: PaperKind, _ pack: Pack?, _ names: [String: String], _ worker: RenderClient
  ) async throws -> ComposedJob {
    do {
      return try await worker.paper(kind.name, of: pack.map { [$0.id] } ?? [], names: names)
    } catch let trouble as Trouble where trouble.place.ru == kind.name {
      throw Trouble(
        trouble.kind, cause: trouble.cause, exit: trouble.exit,
        at: Wording(ru: kind.title, en: kind.name), trouble.message)
    }
  }

  /// What papers are made from.
  struct PaperSource {
    let plan: Plan
    let layout: LayoutSource
    let policy: Policy
    let names: [String: String]
  }

  /// The frozen plan with its layout and names; before the first freeze, what the files say now.
  func paperSource(_ worker: RenderClient) async throws -> PaperSource {
    guard let frozen = try frozen(), let journal = try journal() else {
      let prepared = try await prepare(with: worker)
      try await worker.use(plan: prepared.plan)
      return PaperSource(
        plan: prepared.plan, layout: prepared.layout, policy: prepared.policy,
        names: Self.names(Self.records(prepared.participants)))
    }
    let layout = LayoutSource(
      name: frozen.evidence.layoutName, files: frozen.evidence.layoutFiles)
    try await worker.layout(name: layout.name, files: layout.files)
    try await worker.use(plan: frozen.plan)
    return PaperSource(
      plan: frozen.plan, layout: layout, policy: frozen.evidence.policy,
      names: Self.names(try journal.people()))
  }

  private static func names(_ people: [PersonRecord]) -> [String: String] {
    Dictionary(people.map { ($0.key, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  private static func kinds(_ typed: String, among kinds: [PaperKind]) throws -> [PaperKind] {
    let wanted = typed.lowercased()
    if ["all", "все"].contains(wanted) { return kinds }
    if let exact = kinds.first(where: { $0.name == wanted || $0.title.lowercased() == wanted }) {
      return [exact]
    }
    let near = kinds.filter { $0.title.lowercased().hasPrefix(wanted) || $0.name.hasPrefix(wanted) }
    guard near.count == 1 else { throw PapersTrouble.unknown(typed, near.isEmpty ? kinds : near) }
    return near
  }

  /// Without what FAT and Windows do not take, and short enough for any file system.
  private static func fileName(_ name: String) -> String {
    let plain = name.map { "/\\:*?\"<>|".contains($0) || $0.isNewline ? "-" : $0 }
    return String(plain.prefix(100))
  }

  private func send(
    _ paper: ComposedJob, _ name: String, _ target: PapersRequest.Target, _ source: PaperSource
  ) async throws {
    switch target {
    case .folder(let directory):
      let folder = URL(fileURLWithPath: directory, isDirectory: true)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let file = folder.appendingPathComponent(Self.fileName(name) + ".pdf")
      guard
        FileManager.default.createFile(
          atPath: file.path, contents: Data(paper.pdf), attributes: [.posixPermissions: 0o600])
      else { throw PapersTrouble.notWritten(file) }
    case .printer(let printer):
      let choice = try PrinterChoice(
        self.folder, PrinterGate(exam: source.plan.exam.id, policy: source.policy))
      var ticket = choice.gate.usualTicket
      ticket.pack = PackID(rawValue: "P00")
      ticket.pages = paper.pages
      ticket.sheets = paper.sheets
      ticket.sides = .one
      let chosen = choice.printer(named: printer)
      guard chosen.destination == .paper else { throw PapersTrouble.folder(printer) }
      try await chosen.check(ticket)
      let job = try await chosen.stage(paper.pdf, ticket)
      do {
        _ = try await chosen.release(job, ticket)
      } catch let failure as ReleaseFailure {
        throw PapersTrouble.notReleased(printer, failure)
      }
    }
  }
}

extension PaperKind {
  /// Enlarged copies have no seats and names of their own: their participants sit in the room's pack.
  fileprivate func fits(_ pack: Pack) -> Bool {
    pack.media == nil && (pack.participants > 0 || !hasNames)
  }
}

/// Why a paper is not made.
private enum PapersTrouble {
  static func unknown(_ typed: String, _ kinds: [PaperKind]) -> Trouble {
    let ru = kinds.map { "«\($0.title)»" }.joined(separator: ", ")
    let en = kinds.map(\.name).joined(separator: ", ")
    return Trouble(
      "papers.unknown", at: typed,
      Wording(
        ru: "Непонятно, какой это лист. Есть: \(ru)", en: "Which paper is meant? There are: \(en)"))
  }

  static func noNames(_ kind: PaperKind) -> Trouble {
    Trouble(
      "papers.no-names", at: kind.title,
      Wording(
        ru: "На этом листе нужны фамилии, а их в журнале нет. Проверьте, есть ли они в списке",
        en: "This paper needs names, and the journal has none. See whether the list has them"))
  }

  static func folder(_ printer: String) -> Trouble {
    Trouble(
      "papers.folder", exit: .usage, at: printer,
      Wording(
        ru: "Это папка, а не принтер: укажите её так: --out ПАПКА",
        en: "This is a folder, not a printer: name it so: --out DIR"))
  }

  static func notWritten(_ url: URL) -> Trouble {
    Trouble(
      "papers.not-written", exit: .failed, at: url.path,
      Wording(
        ru: "Файл не записан. Проверьте права на папку и место на диске",
        en: "The file was not written. Check the folder's permissions and the disk"))
  }

  static func notReleased(_ printer: String, _ failure: ReleaseFailure) -> Trouble {
    Trouble(
      "papers.not-released", exit: failure.isRefused ? .failed : .partly, at: printer,
      failure.isRefused
        ? Wording(
          ru: "Принтер отказался печатать лист. Посмотрите на принтер и повторите",
          en: "The printer refused the paper. Look at it and try again")
        : Wording(
          ru: "Неизвестно, напечатан ли лист. Посмотрите в лоток принтера",
          en: "It is not known whether the paper came out. Look into the printer's tray"))
  }
}
