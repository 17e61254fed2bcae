import Exam
import Foundation
import Journal

/// Sees when the file of a work is not the one that was imported before.
struct MaterialWatch {
  let journal: ExamJournal

  /// Adds what the journal knows to what was found; files seen for the first time are written down.
  func review(_ prepared: PreparedExam) throws -> PreparedExam {
    var reviewed = prepared
    reviewed.findings =
      Self.replaced(in: prepared, try journal.materialImports()) + prepared.findings
    try journal.recordFirstImports(
      reviewed.settledImports(takingAccepted: false), when: Date())
    reviewed.findings = try Accepted(journal: journal, plan: prepared.plan)
      .applied(to: reviewed.findings).mostSeriousFirst
    return reviewed
  }

  /// An alarm for every file that differs from what was imported before under its name, or under
  /// the name of a file that its work has no more.
  private static func replaced(
    in prepared: PreparedExam, _ known: [MaterialImport]
  ) -> [Finding] {
    prepared.imports.compactMap { found in
      let before =
        known.first { $0.isOf(found) } ?? former(of: found, prepared.description, known)
      guard let before, before.sha256 != found.sha256 || before.contents != found.contents else {
        return nil
      }
      return Finding(
        .materialReplaced, .stop, .work(found.work), at: found.file, message(found, before))
    }
  }

  private static func former(
    of found: MaterialImport, _ description: ExamDescription, _ known: [MaterialImport]
  ) -> MaterialImport? {
    let work = description.works.first { $0.id == found.work }
    let named = Set(work?.materials.flatMap(\.files) ?? [])
    let gone = known.filter { $0.work == found.work && !named.contains($0.file) }
    return gone.first { $0.sha256 == found.sha256 } ?? gone.first
  }

  private static func message(_ found: MaterialImport, _ before: MaterialImport) -> Wording {
    let what = difference(found, before)
    let name = before.file == found.file ? "" : " (\(before.file))"
    return Wording(
      ru:
        "это не тот файл, что был прочитан раньше\(name): \(what.ru). Выясните, какой верен. Прежний "
        + "верните в папку; новый примите: tirazh accept НОМЕР --reason ПРИЧИНА",
      en:
        "this is not the file that was read before\(name): \(what.en). Find out which is right. Put the "
        + "former back, or accept the new one: tirazh accept NUMBER --reason TEXT")
  }

  private static func difference(_ found: MaterialImport, _ before: MaterialImport) -> Wording {
    guard !(found.contents + before.contents).isEmpty else {
      return Wording(ru: "его содержимое другое", en: "its content differs")
    }
    let names = Set(found.contents).symmetricDifference(before.contents).map(\.file)
    guard !names.isEmpty else {
      return Wording(
        ru: "архив другой, хотя файлы PDF в нём те же",
        en: "the archive differs, though its PDF files are the same")
    }
    let list = Set(names).sorted().joined(separator: ", ")
    return Wording(ru: "изменились \(list)", en: "changed: \(list)")
  }
}
