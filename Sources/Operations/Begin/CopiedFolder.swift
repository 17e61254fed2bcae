import Exam
import Foundation
import Journal

/// A folder whose journal was kept elsewhere: both folders would print the same sheets.
public struct CopiedFolder: Sendable {
  /// The machine where the journal was kept.
  public let host: String
  /// The folder where it was kept.
  public let folder: String
  /// Whether that was this machine.
  public let isSameMachine: Bool

  /// What a person says such a folder is.
  public enum Answer: Int, Sendable, CaseIterable {
    /// Another exam, made from the former one: it begins with a journal and an id of its own.
    case newExam = 1
    /// The same exam, which goes on here and prints no more there.
    case goesOnHere
    /// Nothing is to be printed here.
    case onlyLook
  }
}

extension CopiedFolder {
  init(_ copy: JournalCopy) {
    self.init(host: copy.host, folder: copy.folder, isSameMachine: copy.isSameMachine)
  }
}

extension ExamDesk {
  /// What this folder is a copy of, until somebody has said what it is; nil for one that is none.
  public nonisolated func copiedFolder() throws -> CopiedFolder? {
    try journal()?.copy().map(CopiedFolder.init)
  }

  /// Asks what a copied folder is before anything is printed from it.
  func settleCopy(_ asking: any PrintQuestions) async throws {
    guard let journal = try journal(), let copy = try journal.copy() else { return }
    switch try await asking.whatIs(CopiedFolder(copy)) {
    case .goesOnHere?: try journal.settleHere(when: Date())
    case .newExam?: try beginAnew()
    case .onlyLook?, nil: throw Self.onlyLook
    }
  }

  /// The copied journal is set aside, and exam.yaml gets another id: no mark may be printed twice.
  private nonisolated func beginAnew() throws {
    try ExamJournal.setAside(in: folder.url, when: Date())
    guard let known = try folder.description().id else { return }
    var generator = SystemRandomNumberGenerator()
    let fresh = ExamID.draw(using: &generator)
    let text = String(decoding: try folder.read("exam.yaml"), as: UTF8.self)
    let line = try Regex("(?m)^id:.*$")
    guard text.contains(line) else { throw Self.idNotFound(known) }
    try Data(text.replacing(line, with: "id: \(fresh.rawValue)").utf8)
      .write(to: folder.url.appendingPathComponent("exam.yaml"), options: .atomic)
  }

  private static var onlyLook: Trouble {
    Trouble(
      "print.copied-folder",
      Wording(
        ru:
          "Ничего не напечатано: журнал этой папки вели в другом месте. Посмотреть: tirazh status",
        en: "Nothing was printed: this folder's journal was kept elsewhere. To look: tirazh status")
    )
  }

  private static func idNotFound(_ id: ExamID) -> Trouble {
    Trouble(
      "print.copied-id", at: "exam.yaml",
      Wording(
        ru: "Уберите из exam.yaml номер прежнего проведения (id: \(id.rawValue)) и повторите",
        en: "Take the former exam's id (id: \(id.rawValue)) out of exam.yaml and repeat"))
  }
}
