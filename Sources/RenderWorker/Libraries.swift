import Cairo
import Poppler
import QPDF

extension RenderWorker {
  /// The libraries that read and draw pages, and their versions.
  public static var libraries: [(name: String, version: String)] {
    [
      ("poppler", PopplerLibrary.version), ("cairo", CairoLibrary.version),
      ("pango", CairoLibrary.pangoVersion), ("qpdf", QPDFLibrary.version),
    ]
  }
}
