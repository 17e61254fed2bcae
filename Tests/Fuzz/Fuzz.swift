/// libFuzzer's program: `fuzz --READER CORPUS -max_total_time=60` and its other options.
///
/// An input is a file as the reader gets it. A thrown error is fine; a trap, a hang or a great hunger
/// for memory is a find.
@main enum Fuzz {
  static func main() {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? =
      unsafe CommandLine.unsafeArgv
    _ = unsafe runDriver(&count, &arguments) { bytes, size in
      FuzzedReader.chosen.read(unsafe Array(UnsafeBufferPointer(start: bytes, count: size)))
      return 0
    }
  }
}

/// libFuzzer's loop; it ignores options that begin with two dashes.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
