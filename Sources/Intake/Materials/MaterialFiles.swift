public import Archive
public import Exam

/// A PDF of a material.
public struct MaterialFile: Hashable, Sendable {
  /// The name; inside an archive, its name there.
  public var file: String
  /// The archive that holds it, as exam.yaml names it.
  public var container: String?
  /// The whole PDF.
  public var bytes: [UInt8]

  /// How messages name it: `materials.zip: variant-1.pdf`.
  public var place: String { container.map { "\($0): \(file)" } ?? file }

  /// The last part of its name.
  public var name: String { file.split(separator: "/").last.map(String.init) ?? file }

  /// A file inside it, as of an archive.
  public func holding(_ name: String, _ bytes: [UInt8]) -> MaterialFile {
    MaterialFile(
      file: container == nil ? name : "\(file)/\(name)", container: container ?? file, bytes: bytes)
  }

  /// Whether a file of that name and container may be inside it.
  public func mayHold(_ file: String, in container: String?) -> Bool {
    guard container == self.container ?? self.file else { return false }
    return self.container == nil || file.hasPrefix("\(self.file)/")
  }
}

/// What the files of a material hold.
public struct MaterialContents: Hashable, Sendable {
  /// The PDFs, in the order of exam.yaml, within an archive in the order of names.
  public var files: [MaterialFile] = []
  /// Files of archives that are no PDF and are not printed: the archive's name → their names.
  public var ignored: [String: [String]] = [:]
}

/// Finds the PDFs that a material names.
public enum MaterialFiles {
  /// Every PDF: a file itself, or what an archive and the archives inside it hold.
  ///
  /// - Parameters:
  ///   - material: The material.
  ///   - keys: The passwords to try on what is encrypted.
  ///   - limits: What one archive may unpack to, with all the archives inside it.
  ///   - read: The bytes of a file of the exam's folder.
  /// - Returns: The PDFs, and what else lies in the archives.
  /// - Throws: Why a file cannot be a material.
  public static func expand(
    material: Material, keys: any MaterialKeys = NoMaterialKeys(),
    limits: ArchiveLimits = ArchiveLimits(), read: (String) throws -> [UInt8]
  ) throws(Trouble) -> MaterialContents {
    var contents = MaterialContents()
    for name in material.files {
      if isVolume(name) { throw MaterialTrouble.volume(name) }
      let bytes = try content(of: name, read)
      if ArchiveFormat(bytes) != nil {
        var archive = MaterialArchive(name: name, keys: keys, limits: limits, size: bytes.count)
        try archive.unpack(bytes)
        contents.files += archive.files
        if !archive.ignored.isEmpty { contents.ignored[name] = archive.ignored }
      } else {
        guard isPDF(name, bytes) else {
          throw MaterialTrouble.notAMaterial(name)
        }
        contents.files.append(MaterialFile(file: name, container: nil, bytes: bytes))
      }
    }
    return contents
  }

  /// Whether a name is that of one volume of an archive cut in pieces.
  public static func isVolume(_ name: String) -> Bool {
    name.lowercased().firstMatch(
      of: /\.(?:zip|7z|rar)\.\d{2,3}$|\.[zr]\d{2}$|\.part0*\d+\.rar$|\.\d{3}$/) != nil
  }

  /// Whether it is a PDF, by its name or its beginning.
  public static func isPDF(_ name: String, _ bytes: [UInt8]) -> Bool {
    isPDF(name) || bytes.starts(with: Array("%PDF".utf8))
  }

  /// Whether a name is an archive's.
  public static func isArchive(_ name: String) -> Bool {
    [".zip", ".7z", ".rar"].contains(where: name.lowercased().hasSuffix)
  }

  /// Whether a name is a PDF's.
  static func isPDF(_ name: String) -> Bool { name.lowercased().hasSuffix(".pdf") }

  private static func content(
    of name: String, _ read: (String) throws -> [UInt8]
  ) throws(Trouble) -> [UInt8] {
    do {
      return try read(name)
    } catch let trouble as Trouble {
      throw trouble
    } catch {
      throw MaterialTrouble.unreadable(name)
    }
  }
}

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
