import Commands
import Foundation
import RenderWorker

/// The program: a command line, or the render worker that the command line starts.
@main
struct Main {
  static func main() async {
    if CommandLine.arguments.dropFirst().first == "__render-worker" { exit(RenderWorker.run()) }
    exit(
      await CommandLineFace.run(
        Array(CommandLine.arguments.dropFirst()), libraries: RenderWorker.libraries))
  }
}
