/// Why poppler would not open a PDF.
public enum PopplerError: Error, Hashable, Sendable {
  /// The bytes are no PDF, or one too damaged to read.
  case damaged(String)
  /// A password is needed, or the one given is wrong.
  case encrypted
  /// The PDF has no pages.
  case noPages
  /// A page could not be read.
  case noPage(Int)
}
