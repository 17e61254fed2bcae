import Foundation
import Testing

@testable import Commands

@Suite struct OwnProgramTests {
  @Test(
    arguments: [
      (["./tirazh", "check"], 2, []),
      (
        ["/m/ld.so", "--library-path", "/m/lib", "/m/tirazh", "check", ""], 3,
        ["--library-path", "/m/lib", "/m/tirazh"]
      ),
    ] as [([String], Int, [String])])
  func theWorkerStartsAsTheProgramDid(words: [String], own: Int, expected: [String]) {
    let commandLine = Data(words.flatMap { Array($0.utf8) + [0] })
    #expect(OwnProgram.loaderArguments(commandLine: commandLine, own: own) == expected)
  }

  @Test(
    arguments: [
      ("/opt/tirazh/tirazh", "/opt/tirazh/tirazh"), ("/диск/Пример ВПР", "'/диск/Пример ВПР'"),
      ("/it's", "'/it'\\''s'"),
    ])
  func aPathIsOneWordForTheShell(path: String, word: String) {
    #expect(OwnProgram.quoted(path) == word)
  }
}
