import Archive
import Exam

/// Unpacks one archive of the exam's folder, with the archives inside it, in memory.
struct MaterialArchive {
  /// The archive's name in exam.yaml.
  let name: String
  let keys: any MaterialKeys
  private(set) var files: [MaterialFile] = []
  private(set) var ignored: [String] = []
  private var limits: ArchiveLimits
  private var archivesLeft = 50

  private static let deepest = 3

  init(name: String, keys: any MaterialKeys, limits: ArchiveLimits, size: Int) {
    self.name = name
    self.keys = keys
    self.limits = limits
    self.limits.totalBytes = limits.bytesAllowed(forArchiveOf: size)
  }

  /// Collects the PDFs; an archive without any is refused.
  mutating func unpack(_ bytes: [UInt8]) throws(Trouble) {
    try unpack(bytes, path: [])
    guard !files.isEmpty else { throw MaterialTrouble.noPDF(name) }
  }

  private mutating func unpack(_ bytes: [UInt8], path: [String]) throws(Trouble) {
    let place = path.isEmpty ? name : "\(name): \(path.joined(separator: "/"))"
    archivesLeft -= 1
    guard path.count < Self.deepest, archivesLeft >= 0 else { throw MaterialTrouble.tooDeep(place) }
    for entry in try entries(of: bytes, place).sorted(by: { $0.name < $1.name }) {
      limits.totalBytes -= entry.data.count
      if MaterialFiles.isPDF(entry.name) {
        let file = (path + [entry.name]).joined(separator: "/")
        files.append(MaterialFile(file: file, container: name, bytes: entry.data))
      } else {
        try unpack(entry.data, path: path + [entry.name])
      }
    }
  }

  /// The PDFs and archives of an archive, opened with the first password that fits.
  private mutating func entries(
    of bytes: [UInt8], _ place: String
  ) throws(Trouble) -> [ArchiveEntry] {
    var names = EntryNames()
    let found: [ArchiveEntry]
    do {
      found = try ArchiveReader.entries(
        of: bytes, formats: Set(ArchiveFormat.allCases), limits: limits
      ) { names.isWanted($0) }
    } catch {
      throw names.refusal(place) ?? MaterialTrouble.of(error, place)
    }
    if let refusal = names.refusal(place) { throw refusal }
    ignored += names.ignored.sorted()
    guard found.contains(where: \.isEncrypted) else { return found }
    return try decrypted(bytes, place)
  }

  private func decrypted(_ bytes: [UInt8], _ place: String) throws(Trouble) -> [ArchiveEntry] {
    var tried = 0
    var last = ArchiveError.wrongPassword
    var wrong: MaterialPassword?
    while let password = keys.password(for: place, after: tried) {
      tried += 1
      wrong = password
      for candidate in password.candidates {
        var names = EntryNames()
        do {
          return try ArchiveReader.entries(
            of: bytes, formats: Set(ArchiveFormat.allCases), password: candidate, limits: limits
          ) { names.isWanted($0) }
        } catch .wrongPassword {
          continue
        } catch .wrongPasswordOrDamaged {
          last = .wrongPasswordOrDamaged
        } catch {
          throw MaterialTrouble.of(error, place)
        }
      }
    }
    guard wrong != nil else { throw MaterialTrouble.passwordNeeded(place) }
    throw last == .wrongPassword
      ? MaterialTrouble.wrongPassword(place, wrong)
      : MaterialTrouble.of(last, place)
  }
}

/// Sorts the names of an archive: wanted, ignored, or not to be trusted.
private struct EntryNames {
  private(set) var ignored: [String] = []
  private var refused: String?

  mutating func isWanted(_ name: String) -> Bool {
    if isUnsafe(name) { refused = refused ?? name }
    let parts = name.split(whereSeparator: { $0 == "/" || $0 == "\\" })
    // Other systems leave hidden doubles of files in archives.
    guard parts.first != "__MACOSX", let last = parts.last, !last.hasPrefix(".") else {
      return false
    }
    if MaterialFiles.isPDF(String(last)) || MaterialFiles.isArchive(String(last)) { return true }
    ignored.append(name)
    return false
  }

  func refusal(_ place: String) -> Trouble? {
    refused.map { MaterialTrouble.unsafeName($0, place) }
  }

  /// Absolute, leading out of the archive, or with characters that no file has.
  private func isUnsafe(_ name: String) -> Bool {
    let parts = name.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }
    return parts.contains("..") || parts.first == "" || parts.first?.dropFirst() == ":"
      || name.unicodeScalars.contains { $0.value < 32 || $0.value == 127 }
  }
}
