public import Exam
import Foundation
import Planning
import PrintRun
import Printing

/// The note beside the files of `--to`: how they are printed, in which order, and what comes then.
struct FolderNote {
  let status: ExamStatus
  let language: Language

  private func say(_ ru: String, _ en: String) -> String { language == .ru ? ru : en }

  private var head: String {
    say("Тираж · проведение ", "Tirazh · exam ") + status.plan.exam.id.rawValue
  }

  /// The note's text, about these files.
  func text(_ files: [(sheets: Int, file: String)]) -> String {
    let sides =
      status.plan.sides == .one
      ? say("на одной стороне листа", "on one side of the sheet")
      : say("с двух сторон, переплёт по длинному краю", "on both sides, long edge")
    let list = files.enumerated().map { index, entry in
      "\(index + 1). \(entry.file) — " + say("листов: ", "sheets: ") + "\(entry.sheets)"
    }
    return
      ([
        head, "",
        say(
          "Как печатать: масштаб 100 % («Фактический размер», не «Вписать»), \(sides),",
          "How to print: scale 100 % (“Actual size”, not “Fit”), \(sides),"),
        say(
          "чёрно-белым, по одному экземпляру каждого файла.",
          "black and white, one copy of each file."), "",
        say("Файлы по порядку кабинетов:", "The files in the order of the rooms:"),
      ] + list + [
        "",
        say(
          "Потом: пересчитайте листы пакета (последний — «КОНЕЦ ПАКЕТА») и унесите его в кабинет.",
          "Then count the sheets of the pack (the last one is the end sheet) and take it to its room."
        ),
        say(
          "Испорченный лист печатают заново программой: tirazh reprint. Второй раз этот файл",
          "A spoilt sheet is printed again by the program: tirazh reprint. Do not print"),
        say("не печатайте. После работы сотрите файлы.", "a file twice. Erase them afterwards."),
      ]).joined(separator: "\n") + "\n"
  }

  /// Writes the note into the folder, unless a file of that name is somebody else's.
  func write(into url: URL) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    let ours = status.packs.flatMap { standing in
      standing.jobs.flatMap { job -> [(sheets: Int, file: String)] in
        let name =
          "\(status.plan.exam.id.rawValue)-\(job.pack.rawValue)-a\(job.attempt).pdf"
        let sheets = job.sheets(of: standing.history.pack(of: job), status.plan.sides)
        return names.filter { $0.hasSuffix(name) }.sorted().map { (sheets, $0) }
      }
    }
    guard !ours.isEmpty else { return }
    let candidates = [
      say("ЧИТАЙ.txt", "README.txt"),
      say("ЧИТАЙ ", "README ") + status.plan.exam.id.rawValue + ".txt",
    ]
    let places = candidates.map(url.appendingPathComponent)
    let free = places.first { place in
      guard let text = try? String(contentsOf: place, encoding: .utf8) else {
        return !FileManager.default.fileExists(atPath: place.path)
      }
      return text.hasPrefix(head)
    }
    // The note is a kindness: a folder that is full keeps nothing from being printed.
    if let free { try? Data(text(ours).utf8).write(to: free, options: .atomic) }
  }
}

extension ExamDesk {
  /// Writes the note beside the files that lie in a folder of `--to`.
  public nonisolated func writeNote(into directory: String, language: Language) throws {
    guard let status = try status() else { return }
    FolderNote(status: status, language: language)
      .write(into: URL(fileURLWithPath: directory, isDirectory: true))
  }
}
