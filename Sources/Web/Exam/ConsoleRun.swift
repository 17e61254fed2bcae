import Exam
import Foundation
import Operations
import Planning
import PrintRun
import Screens
import Synchronization

/// The run of this process, as pages see it: what it asks, what it says, and what it is asked to do.
final class ConsoleRun: PrintQuestions {
  /// A question that waits for a click.
  struct Open: Sendable {
    let id: Int
    let question: PaperQuestion
  }

  private struct State {
    var isActive = false
    var isStopping = false
    var notes: [String] = []
    var rooms: [PackID: String] = [:]
    var requests: [RunRequest] = []
    var asked = 0
    var open: Open?
    var waiting: CheckedContinuation<Int?, Never>?
    var outcome: String?
    var view: Run.View?
  }

  /// The most notes that are kept.
  private static let most = 50

  private let state = Mutex(State())
  private let live: LiveHub
  let language: Language

  init(_ live: LiveHub, _ language: Language) {
    self.live = live
    self.language = language
  }

  /// Whether something runs here.
  var isActive: Bool { state.withLock(\.isActive) }
  /// Whether it was asked to stop.
  var isStopping: Bool { state.withLock { $0.isActive && $0.isStopping } }
  /// What it has said, the oldest first.
  var notes: [String] { state.withLock(\.notes) }
  /// What it asks.
  var open: Open? { state.withLock(\.open) }
  /// How it is now.
  var view: Run.View? { state.withLock { $0.isActive ? $0.view : nil } }
  /// How the last one ended.
  var outcome: String? { state.withLock(\.outcome) }

  /// Begins; false if something runs already.
  func begin() -> Bool {
    let isFirst = state.withLock { state in
      guard !state.isActive else { return false }
      let asked = state.asked
      state = State()
      (state.isActive, state.asked) = (true, asked)
      return true
    }
    live.send()
    return isFirst
  }

  /// Ends with words about it.
  func end(_ outcome: String) {
    state.withLock { state in
      state.isActive = false
      state.outcome = outcome
    }
    live.send()
  }

  // MARK: Requests

  /// What has been asked since the last time.
  func requests() -> [RunRequest] {
    state.withLock { state in
      defer { state.requests = [] }
      return state.requests
    }
  }

  /// Asks something of the run.
  func ask(_ request: RunRequest) {
    let waiting = state.withLock { state -> CheckedContinuation<Int?, Never>? in
      state.requests.append(request)
      guard case .stop = request else { return nil }
      state.isStopping = true
      // Who stops does not answer first.
      state.open = nil
      defer { state.waiting = nil }
      return state.waiting
    }
    waiting?.resume(returning: nil)
    live.send()
  }

  /// Answers what the run asks; false if it asks something else by now.
  func answer(_ id: Int, _ choice: Int) -> Bool {
    let waiting = state.withLock { state -> CheckedContinuation<Int?, Never>? in
      guard state.open?.id == id else { return nil }
      state.open = nil
      defer { state.waiting = nil }
      return state.waiting
    }
    waiting?.resume(returning: choice)
    live.send()
    return waiting != nil
  }

  // MARK: What it says

  /// Takes in what happens.
  func report(_ event: RunEvent) {
    switch event {
    case .started(let plan, _, _), .recovering(let plan, _):
      state.withLock { state in
        for pack in plan.packs { state.rooms[pack.id] = pack.label }
      }
    case .finding(let finding):
      let place = finding.place.isEmpty ? "" : finding.place[language] + ": "
      note(place + finding.message[language])
    case .note(let note):
      let rooms = state.withLock(\.rooms)
      self.note(NoteWords { rooms[$0] ?? $0.rawValue }.of(note)[language])
    case .unanswered(let number): note(ConsoleWords.unanswered(number)[language])
    case .view(let view): state.withLock { $0.view = view }
    case .job, .asked, .proofing: break
    }
    live.send()
  }

  private func note(_ text: String) {
    state.withLock { state in
      state.notes.append(text)
      if state.notes.count > Self.most { state.notes.removeFirst() }
    }
  }

  // MARK: What it asks

  private func put(_ question: PaperQuestion) async throws -> Int {
    let choice = await withCheckedContinuation { waiting in
      let isStopping = state.withLock { state in
        guard !state.isStopping else { return true }
        state.asked += 1
        state.open = Open(id: state.asked, question: question)
        state.waiting = waiting
        return false
      }
      if isStopping { waiting.resume(returning: nil) }
      live.send()
    }
    guard let choice else { throw PaperQuestion.refused }
    return choice
  }

  func approve(_ announcement: PrintAnnouncement) async throws {
    let today = WallClock.day()
    for question in PaperQuestion.before(
      announcement, today: today, tomorrow: WallClock.day(after: 1))
    {
      guard try await put(question) == 1 else { throw PaperQuestion.refused }
    }
  }

  func arePrinted(_ inFiles: [Pack]) async throws -> Bool? {
    try await put(.written(rooms: inFiles.map(\.label))) == 1
  }

  func takesChanges(_ delta: PlanDelta) async throws -> Bool? {
    let choice = try await put(.changes(delta))
    guard choice < 3 else { throw PaperQuestion.refused }
    return choice == 1
  }

  func isSame(_ doubt: Doubt) async throws -> Bool? { try await put(.same(doubt)) == 1 }

  /// Who stops instead has not found it right.
  func looksRight(_ proof: Pack, on printer: String) async throws -> Bool {
    (try? await put(.proof(copies: proof.copies.count, printer: printer))) == 1
  }

  func who(_ part: Attendance.Part, among names: [String]) async throws -> String? {
    if part == .prints, names.count == 1 { return names.first }
    let choice = try await put(.who(part, among: names))
    return names.indices.contains(choice - 1) ? names[choice - 1] : nil
  }

  func whatIs(_ copy: CopiedFolder) async throws -> CopiedFolder.Answer? {
    CopiedFolder.Answer(rawValue: try await put(.copy(copy)))
  }
}
