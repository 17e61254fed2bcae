import Exam
import Intake
import RenderClient

/// Reads the PDFs inside a portfolio as those of an archive; only the worker looks into a PDF.
struct Portfolio {
  let worker: RenderClient

  /// What a portfolio holds.
  struct Contents {
    /// The PDFs.
    var files: [MaterialFile]
    /// The names of what is no PDF.
    var ignored: [String]
  }

  /// What an opened PDF holds; nil where it is no portfolio, or has no PDF inside.
  ///
  /// - Throws: Why what is inside cannot be read here, with the one step that helps.
  func contents(of file: MaterialFile, sha256: String) async throws -> Contents? {
    let inside = try await worker.portfolio(sha256: sha256)
    guard !inside.isEmpty else { return nil }
    let locked = inside.unreadable.filter { MaterialFiles.isPDF($0, []) }
    guard locked.isEmpty else { throw Self.locked(locked, file.place) }
    let archives = inside.files.map(\.name).filter(MaterialFiles.isArchive)
    guard archives.isEmpty else { throw Self.nested(archives, file.place) }
    let pdfs = inside.files.filter { MaterialFiles.isPDF($0.name, $0.bytes) }
    if let doubled = Self.doubled(pdfs.map(\.name)) { throw Self.doubled(doubled, file.place) }
    guard !pdfs.isEmpty else { return nil }
    return Contents(
      files: pdfs.map { file.holding($0.name, $0.bytes) },
      ignored: inside.files.map(\.name).filter { name in !pdfs.contains { $0.name == name } })
  }

  private static func doubled(_ names: [String]) -> String? {
    zip(names, names.dropFirst()).first { $0 == $1 }?.0
  }

  private static func locked(_ names: [String], _ place: String) -> Trouble {
    let list = names.prefix(3).joined(separator: ", ") + (names.count > 3 ? ", …" : "")
    return Trouble(
      "material.portfolio-locked", at: place,
      Wording(
        ru: "файлы внутри этого портфолио PDF не открываются (\(list)): они закрыты паролем или "
          + "повреждены. Откройте его в Adobe Acrobat, сохраните вложения в эту папку и укажите их в "
          + "exam.yaml вместо него",
        en:
          "the files inside this PDF portfolio cannot be read (\(list)): they are locked or damaged. "
          + "Open it in Adobe Acrobat, save the attachments into this folder and name them in "
          + "exam.yaml instead"))
  }

  private static func nested(_ names: [String], _ place: String) -> Trouble {
    Trouble(
      "material.portfolio-nested", at: place,
      Wording(
        ru:
          "внутри этого портфолио PDF ещё и архив (\(names[0])). Откройте портфолио в Adobe Acrobat, "
          + "сохраните вложения в эту папку и укажите их в exam.yaml вместо него",
        en: "this PDF portfolio holds an archive (\(names[0])). Open it in Adobe Acrobat, save the "
          + "attachments into this folder and name them in exam.yaml instead"))
  }

  private static func doubled(_ name: String, _ place: String) -> Trouble {
    Trouble(
      "material.portfolio-doubled", at: place,
      Wording(
        ru:
          "внутри этого портфолио PDF два файла с именем «\(name)». Откройте его в Adobe Acrobat, "
          + "сохраните вложения под разными именами и укажите их в exam.yaml вместо него",
        en:
          "this PDF portfolio holds two files named “\(name)”. Open it in Adobe Acrobat, save the "
          + "attachments under different names and name them in exam.yaml instead"))
  }

  /// Said of a portfolio whose files were taken.
  static func taken(_ contents: Contents, of file: MaterialFile, _ work: WorkID) -> Finding {
    let names = contents.files.map(\.name).joined(separator: ", ")
    return Finding(
      .materialPortfolioTaken, .note, .work(work), at: file.place,
      Wording(
        ru: "портфолио PDF: взяты файлы внутри него (\(names)), обложка не печатается",
        en: "a PDF portfolio: the files inside it are taken (\(names)), its cover is not printed"))
  }
}
