import Archive
public import Exam

/// Finds the PDFs that a material names.
public enum MaterialFiles {
  /// Every PDF: a file itself, or what an archive holds, in the order of names.
  public static func expand(
    material: Material, read: (String) throws -> [UInt8]
  ) throws(Trouble) -> [(file: String, container: String?, bytes: [UInt8])] {
    var found: [(file: String, container: String?, bytes: [UInt8])] = []
    for name in material.files {
      let bytes = try content(of: name, read)
      if bytes.starts(with: Array("PK".utf8)) {
        for entry in try entries(of: bytes, name: name) {
          found.append((entry.name, name, entry.data))
        }
      } else {
        guard isPDF(name) || bytes.starts(with: Array("%PDF".utf8)) else {
          throw Trouble(
            "material.not-pdf", at: name,
            Wording(
              ru: "это не PDF и не архив ZIP: скачайте файл заново или укажите другой",
              en: "this is neither a PDF nor a ZIP archive: download it again or name another"))
        }
        found.append((name, nil, bytes))
      }
    }
    return found
  }

  private static func content(
    of name: String, _ read: (String) throws -> [UInt8]
  ) throws(Trouble) -> [UInt8] {
    do {
      return try read(name)
    } catch let trouble as Trouble {
      throw trouble
    } catch {
      throw Trouble(
        "material.unreadable", exit: .failed, at: name,
        Wording(
          ru: "файл не читается: проверьте, что он на месте и открывается",
          en: "the file cannot be read: check that it is there and opens"))
    }
  }

  private static func entries(
    of bytes: [UInt8], name: String
  ) throws(Trouble) -> [ArchiveEntry] {
    let entries: [ArchiveEntry]
    do {
      entries = try ArchiveReader.entries(of: bytes, select: isMaterial)
        .sorted { $0.name < $1.name }
    } catch {
      throw trouble(error, name: name)
    }
    guard !entries.contains(where: \.isEncrypted) else { throw trouble(.encrypted, name: name) }
    guard !entries.isEmpty else {
      throw Trouble(
        "material.no-pdf", at: name,
        Wording(
          ru: "в архиве нет ни одного PDF: проверьте, тот ли это архив",
          en: "the archive holds no PDF: check that it is the right archive"))
    }
    return entries
  }

  private static func isPDF(_ name: String) -> Bool { name.lowercased().hasSuffix(".pdf") }

  /// Whether an entry is a material; other systems leave hidden doubles of files in archives.
  private static func isMaterial(_ name: String) -> Bool {
    let parts = name.split(separator: "/")
    return isPDF(name) && parts.first != "__MACOSX" && parts.last?.hasPrefix(".") == false
  }

  private static func trouble(_ error: ArchiveError, name: String) -> Trouble {
    switch error {
    case .encrypted:
      Trouble(
        "material.encrypted", at: name,
        Wording(
          ru: "архив закрыт паролем: распакуйте его и укажите файлы PDF",
          en: "the archive needs a password: unpack it and name the PDF files"))
    case .tooLarge, .tooManyEntries:
      Trouble(
        "material.archive-too-large", at: name,
        Wording(
          ru: "архив распаковывается в слишком большой объём: укажите файлы PDF без архива",
          en: "the archive unpacks to too much: name the PDF files without an archive"))
    case .duplicateName(let entry):
      Trouble(
        "material.archive-doubled", at: name,
        Wording(
          ru: "в архиве два файла с именем «\(entry)»: оставьте один",
          en: "the archive holds two files named “\(entry)”: keep one"))
    case .notAnArchive, .damaged:
      Trouble(
        "material.archive-damaged", at: name,
        Wording(
          ru: "архив повреждён или скачан не полностью: скачайте его заново",
          en: "the archive is damaged or cut short: download it again"))
    }
  }
}
