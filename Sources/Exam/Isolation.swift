/// What holds the child that opens strange files, besides its bounds of memory and time.
public struct Isolation: Hashable, Codable, Sendable {
  /// The version of Landlock that shows it nothing but libraries and fonts; nil where the kernel has none.
  public var files: Int?
  /// Whether the kernel refuses it network, programs, processes and any change of files (seccomp).
  public var isFiltered: Bool

  /// Says what holds.
  public init(files: Int?, isFiltered: Bool) {
    self.files = files
    self.isFiltered = isFiltered
  }
}
