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
  private static func isVolume(_ name: String) -> Bool {
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
