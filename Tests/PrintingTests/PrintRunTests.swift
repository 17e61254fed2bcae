import Exam
import PrintRun
import Printing
import Synchronization
import Testing

/// Which printer each pack went to, in order.
private final class Sent: Sendable {
  private let kept = Mutex<[(PackID, String)]>([])
  var all: [(PackID, String)] { kept.withLock { $0 } }
  func add(_ pack: PackID, _ printer: String) { kept.withLock { $0.append((pack, printer)) } }
}

private func run(
  _ printers: [FakePrinter], _ tasks: [PackTask], _ sent: Sent
) async -> [PackID: Result<Verdict, any Error>] {
  let run = PrintRun(printers: printers, log: MemoryLog()) { pack, printer in
    sent.add(pack, printer.name)
    return (try ticket(pack), [])
  }
  return await run.run(tasks, progress: { _, _, _ in }, stop: { .none })
}

@Test func noPackIsPrintedTwice() async {
  let packs = (1...40).map(PackID.init(number:))
  let sent = Sent()
  let results = await run(
    [FakePrinter(name: "a"), FakePrinter(name: "b")],
    packs.map { PackTask(pack: $0, printers: nil) }, sent)
  #expect(results.count == 40)
  #expect(sent.all.map(\.0).sorted() == packs)
}

@Test func aNamedPrinterIsRespected() async {
  let sent = Sent()
  let tasks = (1...20).map {
    PackTask(pack: PackID(number: $0), printers: [$0.isMultiple(of: 2) ? "a" : "b"])
  }
  let results = await run([FakePrinter(name: "a"), FakePrinter(name: "b")], tasks, sent)
  #expect(results.count == 20)
  for task in tasks {
    #expect(sent.all.first { $0.0 == task.pack }?.1 == task.printers?.first)
  }
}

@Test(arguments: [Verdict.failed, .person])
func aFailedPrinterTakesNoMorePacks(verdict: Verdict) async {
  let sent = Sent()
  let tasks = (1...5).map { PackTask(pack: PackID(number: $0), printers: nil) }
  let results = await run([FakePrinter(name: "a", verdict: verdict)], tasks, sent)
  #expect(Array(results.keys) == [PackID(number: 1)])
  #expect(sent.all.count == 1)
}

@Test func aPackThatCannotBePreparedDoesNotStopTheOthers() async {
  let run = PrintRun(printers: [FakePrinter(name: "a")], log: MemoryLog()) { pack, _ in
    if pack == PackID(number: 1) { throw Trouble("test", Wording(same: "not composed")) }
    return (try ticket(pack), [])
  }
  let tasks = (1...3).map { PackTask(pack: PackID(number: $0), printers: nil) }
  let results = await run.run(tasks, progress: { _, _, _ in }, stop: { .none })
  #expect(results.count == 3)
  #expect((try? results[PackID(number: 3)]?.get()) == .proved)
}
