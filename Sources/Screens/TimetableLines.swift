import Exam
import Planning

/// What `plan` says of the morning: how long it takes, when to begin, what to watch.
struct TimetableLines {
  let timetable: Timetable
  /// When packs must be at the doors, if the exam says so.
  let ready: ClockTime?
  /// The time, on the exam's day.
  let now: ClockTime?
  let language: Language

  var lines: [String] { unbroken.map { Wrapping.fit($0) } }

  /// The lines, however long they are.
  var unbroken: [String] { [time] + [late].compactMap(\.self) + failures + refills + bins }

  private func say(_ ru: String, _ en: String) -> String { language == .ru ? ru : en }

  private func minutes(_ seconds: Int) -> String {
    let count = (seconds + 59) / 60
    return say("\(count) мин", "\(count) min")
  }

  /// «44 мин, к 8:40 — если начать не позже 7:56».
  private func duration(_ seconds: Int) -> String {
    guard let ready else { return minutes(seconds) }
    guard let start = Timetable.latestStart(for: ready, seconds: seconds) else {
      return minutes(seconds) + say(": к \(ready.text) не успеть", ": too long for \(ready.text)")
    }
    return minutes(seconds)
      + say(
        ", к \(ready.text) — если начать не позже \(start.text)",
        ", for \(ready.text) begin by \(start.text)")
  }

  private var time: String {
    say("Время    печатать ", "Time     printing takes ") + duration(timetable.readyS)
  }

  /// «Сейчас 8:10: не успеем к 8:40, будет готово в 8:54», and what would help.
  private var late: String? {
    guard let now, let ready, now.minutes < ready.minutes else { return nil }
    let end = now.minutes + (timetable.readyS + 59) / 60
    guard end > ready.minutes else { return nil }
    let helped = ClockTime(minutes: now.minutes + (timetable.withOneMoreS + 59) / 60).text
    return say(
      "         Сейчас \(now.text): не успеем к \(ready.text), будет готово в "
        + "\(ClockTime(minutes: end).text). С ещё одним принтером — в \(helped)",
      "         It is \(now.text): too late for \(ready.text), ready at "
        + "\(ClockTime(minutes: end).text). With one more printer at \(helped)")
  }

  private var failures: [String] {
    timetable.failures.map { failure in
      say("         если встанет \(failure.printer): ", "         if \(failure.printer) fails: ")
        + (failure.readyS.map(duration)
          ?? say(
            "остальные всего не напечатают", "the others cannot print everything"))
    }
  }

  private var refills: [String] {
    timetable.refills.map { refill in
      let count = Numbers.plural(refill.count, "раз", "раза", "раз")
      let first = minutes(refill.firstS)
      return say(
        "         бумагу в \(refill.printer) досыпать \(count), первый — через \(first)",
        "         paper into \(refill.printer): \(refill.count) more, the first after \(first)")
    }
  }

  private var bins: [String] {
    timetable.overfull.map { full in
      let packs = full.packs.joined(separator: ", ")
      return say(
        "         больше выходного лотка \(full.printer) (\(full.output)): \(packs) — не отходите "
          + "от принтера",
        "         larger than the bin of \(full.printer) (\(full.output)): \(packs) — stay there")
    }
  }
}
