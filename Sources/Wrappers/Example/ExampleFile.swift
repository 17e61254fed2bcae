import CExample

/// A file of the example exam, compiled into the program.
public struct ExampleFile: Sendable {
  /// Its name in the exam's folder.
  public let name: String
  /// Its contents.
  public let bytes: [UInt8]

  /// All of them.
  public static var all: [ExampleFile] { (0..<tirazh_example_count()).map(ExampleFile.init) }

  private init(_ index: Int32) {
    name = unsafe String(cString: tirazh_example_name(index))
    var count = 0
    let start = unsafe tirazh_example_bytes(index, &count)
    bytes = unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
  }
}
