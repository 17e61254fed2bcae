import Exam
import Foundation
import Intake
import Operations
import Planning
import PrintRun
import Screens

/// One exam as the console keeps it: a warm desk, what was last known, and the run of this process.
actor ConsoleExam {
  nonisolated let folder: ExamFolder
  nonisolated let live = LiveHub()
  nonisolated let run: ConsoleRun
  nonisolated let vault = PasswordVault()

  private let worker: ConsoleServer.Worker
  private(set) var desk: ExamDesk
  private var known: (stamp: FolderStamp, state: ExamState)?
  private var printers: (report: PrintersReport?, trouble: Trouble?, at: ContinuousClock.Instant)?
  private var isAskingPrinters = false
  private var watching: Task<Void, Never>?
  private(set) var isPlanSeen = false

  init(_ folder: ExamFolder, _ worker: ConsoleServer.Worker, _ language: Language) {
    self.folder = folder
    self.worker = worker
    run = ConsoleRun(live, language)
    desk = Self.desk(folder, worker, vault)
  }

  private static func desk(
    _ folder: ExamFolder, _ worker: ConsoleServer.Worker, _ vault: PasswordVault
  ) -> ExamDesk {
    ExamDesk(
      folder: folder, passwords: .asked(vault.ask), workerExecutable: worker.executable,
      workerArguments: worker.arguments)
  }

  /// Takes a password: a desk that has been refused one does not ask again, so another takes its place.
  func take(password: String) {
    vault.take(password)
    desk = Self.desk(folder, worker, vault)
    known = nil
  }

  /// Remembers that somebody has looked at the plan.
  func seePlan() { isPlanSeen = true }

  // MARK: What is known

  /// The exam as it stands; its files are looked into where nothing is frozen, or where `isWhole`, and never
  /// where `isBrief`.
  func state(isWhole: Bool = false, isBrief: Bool = false) async -> ExamState {
    if isBrief, known == nil { return await read(isWhole: false, isBrief: true) }
    let stamp = try? desk.stamp()
    var state: ExamState
    if let known, known.stamp == stamp, !isWhole || known.state.isWhole {
      state = known.state
    } else {
      state = await read(isWhole: isWhole)
      if let stamp, (try? desk.stamp()) == stamp { known = (stamp, state) }
    }
    state.isPrinting = desk.isPrinting || run.isActive
    state.isAsking = run.open != nil
    state.isStopping = run.isStopping
    state.isPlanSeen = isPlanSeen
    state.printers = printers?.report
    askPrinters()
    return state
  }

  private func read(isWhole: Bool, isBrief: Bool = false) async -> ExamState {
    var state = ExamState()
    do {
      state.description = try desk.existingDescription()
      state.isCopy = try desk.copiedFolder() != nil
      state.status = try desk.status()
      state.frozen = try desk.frozenPlan()
      guard state.hasDescription, !isBrief, isWhole || state.status == nil else { return state }
      state.prepared = try await desk.prepare()
    } catch let trouble as Trouble {
      state.trouble = trouble
    } catch {
      state.trouble = ConsoleWords.unexpected("\(error)")
    }
    return state
  }

  // MARK: Printers

  /// How long an answer of the printers is believed.
  private static let trust = Duration.seconds(10)

  /// Asks the printers beside everything else, if the last answer is old.
  private func askPrinters() {
    let now = ContinuousClock.now
    if let printers, now - printers.at < Self.trust { return }
    guard !isAskingPrinters, folder.hasDescription else { return }
    isAskingPrinters = true
    let plan = known?.state.status?.plan ?? known?.state.prepared?.plan
    Task {
      let before = printers.map { ConsolePrinters($0.report, trouble: $0.trouble, run.language) }
      await refreshPrinters(plan)
      isAskingPrinters = false
      let after = ConsolePrinters(printers?.report, trouble: printers?.trouble, run.language)
      if before?.lines != after.lines { live.send() }
    }
  }

  /// The printers as they are now.
  func freshPrinters() async -> (report: PrintersReport?, trouble: Trouble?) {
    if printers == nil {
      await refreshPrinters(known?.state.status?.plan ?? known?.state.prepared?.plan)
    }
    askPrinters()
    return (printers?.report, printers?.trouble)
  }

  private func refreshPrinters(_ plan: Plan?) async {
    var (report, trouble): (PrintersReport?, Trouble?) = (nil, nil)
    do {
      report = try await desk.printers(for: plan)
    } catch let refused as Trouble {
      trouble = refused
    } catch {
      trouble = nil
    }
    printers = (report, trouble, .now)
  }

  // MARK: Watching

  /// Word of every change; the folder is watched while anybody listens.
  func changes() -> AsyncStream<LiveHub.Word> {
    let changes = live.changes()
    if watching == nil {
      watching = Task {
        await watch()
        watching = nil
      }
    }
    return changes
  }

  private func watch() async {
    var seen = try? desk.stamp()
    var quiet = 0
    while live.isHeard, !Task.isCancelled {
      if desk.isPrinting {
        let changes = desk.changes()
        do {
          for try await _ in changes {
            live.send()
            if !live.isHeard { return }
          }
        } catch {
          live.send()
        }
      }
      let stamp = try? desk.stamp()
      if stamp != seen { live.send() }
      seen = stamp
      quiet += 1
      if quiet % 15 == 0 { live.send(.here) }
      try? await Task.sleep(for: .seconds(1))
    }
  }

  // MARK: Printing

  /// Prints in this process, whatever becomes of the browser; what is asked waits on the pages.
  func start(
    _ body: @escaping @Sendable (ExamDesk, ConsoleRun) async throws -> RunOutcome
  ) throws {
    guard run.begin() else { throw ConsoleWords.busy }
    let (desk, run) = (desk, run)
    Task {
      do {
        run.end(OutcomeScreen(try await body(desk, run), run.language, now: WallClock.time).text)
      } catch let trouble as Trouble {
        let place = trouble.place.isEmpty ? "" : trouble.place[run.language] + ": "
        run.end(place + trouble.message[run.language])
      } catch {
        run.end(ConsoleWords.unexpected("\(error)").message[run.language])
      }
    }
  }
}
