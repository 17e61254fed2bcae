import Exam
import Foundation

/// What was last shown with numbers: one digest a line, so that a number means what a person has read.
struct SeenFindings {
  let folder: ExamFolder

  private var file: URL { folder.privateFolder.appendingPathComponent("seen") }

  /// Keeps what is about to be shown.
  ///
  /// A folder that cannot be written keeps nothing; nothing can be accepted there either, and
  /// `accept` says so.
  func keep(_ prepared: PreparedExam) {
    let lines = Self.lines(of: prepared).map { $0 + "\n" }.joined()
    try? FileManager.default.createDirectory(
      at: folder.privateFolder, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    _ = FileManager.default.createFile(
      atPath: file.path, contents: Data(lines.utf8), attributes: [.posixPermissions: 0o600])
  }

  /// Refuses a number that stands for something else than what was shown under it.
  func refuseUnseen(_ number: Int, of prepared: PreparedExam) throws(Trouble) {
    let now = Self.lines(of: prepared)
    let shown = (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n")
    guard let shown, shown.indices.contains(number - 1), now.indices.contains(number - 1),
      shown[number - 1] == now[number - 1]
    else { throw Self.changed(number) }
  }

  private static func changed(_ number: Int) -> Trouble {
    Trouble(
      "accept.unseen", at: "\(number)",
      Wording(
        ru: "Сначала tirazh check: список находок изменился или ещё не показан. "
          + "Номер берите оттуда",
        en: "First tirazh check: the list of findings has changed, or was not shown yet. "
          + "Take the number from there"))
  }

  private static func lines(of prepared: PreparedExam) -> [String] {
    prepared.findings.map { finding in
      let fields =
        [
          finding.kind.rawValue, finding.scope.name, finding.scope.id, finding.place.en,
          finding.message.en,
        ] + Accepted.documents(of: finding, in: prepared.plan)
      return Digest.sha256(Array(fields.map { "\($0.utf8.count):\($0)" }.joined().utf8))
    }
  }
}
