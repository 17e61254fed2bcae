import Foundation
import Intake

/// Reads lists and says how many people they hold: the reading alone, for `make bench`.
@main struct ListBench {
  static func main() throws {
    for path in CommandLine.arguments.dropFirst() {
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
      let result = try ListReader.read(bytes: bytes, fileName: path)
      print(result.participants.count)
    }
  }
}
