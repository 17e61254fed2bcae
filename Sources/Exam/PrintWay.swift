/// How a printer gets the pages of materials: some garble what others print well.
public enum PageStyle: String, Hashable, Codable, Sendable, CaseIterable {
  /// As they are, as far as that can be done.
  case asIs = "as-is"
  /// All of them drawn anew.
  case drawn
  /// All of them as pictures.
  case raster
}

/// How a source page gets onto paper.
public enum PrintWay: Hashable, Codable, Sendable {
  /// Its own operators, not one of them changed.
  case asIs
  /// Drawn anew by this program, with text and lines as such.
  case drawn(NotAsIs)
  /// Drawn anew as a picture.
  case raster(NotAsIs)

  /// Why it is not printed as it is; nil if it is.
  public var reason: NotAsIs? {
    switch self {
    case .asIs: nil
    case .drawn(let reason), .raster(let reason): reason
    }
  }
}

/// Why a page is not printed as it is.
public enum NotAsIs: String, Hashable, Codable, Sendable, CaseIterable {
  /// Its structure cannot be read.
  case unreadable
  /// A font is not in the file.
  case font
  /// An annotation or a field has no picture of its own.
  case annotation
  /// A picture is JPEG 2000.
  case jpeg2000
  /// It has a program in PostScript.
  case postScript
  /// A layer of it is not printed.
  case layer
  /// It hangs together with other pages of its file, or with other files.
  case tangled
  /// It is a half of a sheet that is cut apart.
  case half
  /// Its printer is given no page as it is.
  case asked
  /// A printer would show something else than the preview.
  case differs
}
