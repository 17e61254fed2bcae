import Exam
import Foundation
import PackProof
import Planning
import Testing

/// Program, server and printers are killed at random; then everything is printed to its end, a person says
/// what really lies in the trays, and what the engines put out is decoded.
///
/// `TIRAZH_CHAOS` is for how many seconds: `make chaos`. Without it there are three blows.
@Suite(.serialized) struct ChaosTests {
  private enum Blow: CaseIterable {
    case program, server, printer, stop
  }

  @Test func whateverIsKilledEverySheetIsKnown() throws {
    let seconds = ProcessInfo.processInfo.environment["TIRAZH_CHAOS"].flatMap(Double.init)
    let end = ContinuousClock.now + .seconds(seconds ?? 0)
    repeat { try morning(blows: seconds == nil ? 3 : 8) } while ContinuousClock.now < end
  }

  private func morning(blows: Int) throws {
    let (sandbox, lab) = try atLab(printers: 2)
    defer { leave(sandbox, lab) }
    try sandbox.seat(["204": 1...2, "205": 3...4, "301": 5...6])
    for printer in ["lab1", "lab2"] { try lab.set("delay", of: printer, to: "2") }
    var story: [String] = []
    var asked: Set<String> = []
    for _ in 1...blows {
      let run = try sandbox.start("print", environment: lab.environment)
      usleep(UInt32.random(in: 300_000...4_000_000))
      let blow = try #require(Blow.allCases.randomElement())
      story.append("\(blow)")
      try strike(blow, run, sandbox, lab)
      story.append(try run.end().text)
      asked.formUnion(try sandbox.packsAsked())
    }
    try finish(sandbox, lab, &asked, &story)
    try check(sandbox, lab, asked, story.joined(separator: "\n"))
  }

  private func strike(
    _ blow: Blow, _ run: Program.Running, _ sandbox: Sandbox, _ lab: PrintLab
  ) throws {
    switch blow {
    case .program: kill(run.pid, SIGKILL)
    case .server:
      try lab.command("kill-cupsd")
      try lab.command("start-cupsd")
    case .printer:
      try lab.command("kill lab1")
      try lab.command("start lab1")
    case .stop: _ = try sandbox.tirazh("stop", "--now")
    }
  }

  /// Prints until nothing is needed; the questions are answered by what lies in the trays.
  private func finish(
    _ sandbox: Sandbox, _ lab: PrintLab, _ asked: inout Set<String>, _ story: inout [String]
  ) throws {
    for printer in ["lab1", "lab2"] { try lab.set("delay", of: printer, to: nil) }
    for _ in 1...12 {
      story.append(try sandbox.tirazh("print", environment: lab.environment).text)
      asked.formUnion(try sandbox.packsAsked())
      let status = try sandbox.statusJSON()
      guard status.packs.contains(where: { $0.state != "proved" }) else { return }
      for question in status.questions {
        let attempts = status.packs.filter { $0.question == question.number }.map(\.attempt)
        let isOut = attempts.contains {
          lab.jobs(done: true)["\(question.pack.lowercased())-a\($0)"] != nil
        }
        let answer = try sandbox.tirazh("answer", "\(question.number)", isOut ? "все" : "0")
        story.append("\(question.number) \(question.pack) \(isOut): \(answer.text)")
      }
    }
  }

  private func check(
    _ sandbox: Sandbox, _ lab: PrintLab, _ asked: Set<String>, _ story: String
  ) throws {
    #expect(Set(try sandbox.states().values) == ["proved"], "\(story)")
    let plan = try sandbox.planJSON().plan()
    var out: [Mark] = []
    for printer in ["lab1", "lab2"] {
      let files = try lab.received(by: printer)
      for (job, times) in lab.jobs(done: true, on: [printer]) {
        let file = try #require(files.first { $0.key.hasSuffix(job) }?.value, "\(job) \(story)")
        // A server that is killed may print a job twice: then somebody was asked.
        #expect(times == 1 || asked.contains(String(job.prefix(3))), "\(job) \(story)")
        out += try PackProof.marks(of: file).compactMap(\.self)
      }
    }
    for pack in plan.packs {
      for copy in pack.copies {
        for page in 1...copy.pages {
          let marks = Set(
            out.filter { $0.pack == pack.id && $0.item == copy.id && $0.page == page })
          #expect(marks.count == 1, "\(copy.serial) \(page): \(marks) \(story)")
        }
      }
    }
  }
}

extension Sandbox {
  /// The packs about which somebody is asked now, in lower case.
  fileprivate func packsAsked() throws -> Set<String> {
    guard let status = try? statusJSON() else { return [] }
    return Set(status.questions.map { $0.pack.lowercased() })
  }
}

extension PrintLab {
  /// How often engines have put jobs out, by pack and attempt («p01-a1»).
  fileprivate func jobs(
    done: Bool, on printers: [String] = ["lab1", "lab2"]
  ) -> [String: Int] {
    let lines = printers.flatMap(engineLog).filter { $0.hasPrefix(done ? "DONE" : "START") }
    return Dictionary(
      lines.compactMap { line in
        line.split(separator: " ").first { $0.hasPrefix("name=") }
          .map { ($0.dropFirst("name=TZ-7F3A2C-".count).lowercased(), 1) }
      }, uniquingKeysWith: +)
  }
}
