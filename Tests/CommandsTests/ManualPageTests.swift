import ArgumentParser
import Exam
import Foundation
import Intake
import Testing

@testable import Commands

/// What people read of commands and keys is complete, in both languages.
@Suite struct ManualPageTests {
  private static let subcommands = TirazhCommand.configuration.subcommands
    .compactMap { $0.configuration.commandName }

  @Test(arguments: Language.allCases)
  func everyCommandIsInTheManual(language: Language) {
    let page = ManualPage.text(.program, language)
    for name in Self.subcommands {
      let escaped = name.replacing("-", with: "\\-")
      #expect(page.contains("\n\\fB\(escaped)\\fR"), "\(name)")
    }
  }

  @Test(arguments: Language.allCases)
  func everyCommandIsInTheHelp(language: Language) {
    let lines = HelpText.text(language).split(separator: "\n")
    for name in Self.subcommands {
      #expect(lines.contains { ($0 + " ").hasPrefix("  tirazh \(name) ") }, "\(name)")
    }
  }

  @Test func everyCommandThatIsHelpedWithExists() {
    #expect(Set(CommandHelp.all.map(\.name).filter { !$0.isEmpty }) == Set(Self.subcommands))
  }

  @Test(arguments: Language.allCases)
  func theHelpFitsTheNarrowestTerminal(language: Language) {
    for line in HelpText.text(language).split(separator: "\n") {
      #expect(line.count <= 80, "\(line)")
    }
  }

  @Test(arguments: Language.allCases)
  func everyKeyIsInTheManual(language: Language) {
    let page = ManualPage.text(.description, language)
    for key in DescriptionKey.blocks.flatMap(\.names) {
      #expect(page.contains("\n.TP\n\\fB\(key)\\fR\n"), "\(key)")
    }
  }

  @Test func everyKeyIsInTheExamplesPage() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(
      contentsOf: root.appendingPathComponent("examples/README.md"), encoding: .utf8)
    for key in DescriptionKey.blocks.flatMap(\.names) {
      #expect(page.firstMatch(of: try Regex("\\b\(key)\\b")) != nil, "\(key)")
    }
  }

  @Test func noLineOfAPageIsTakenForACommandOfMan() {
    for subject in ManualPage.Subject.allCases {
      let commands = ManualPage.text(subject, .ru).split(separator: "\n").filter {
        $0.hasPrefix(".")
      }
      #expect(commands.allSatisfy { $0.prefixMatch(of: /\.(TH|SH|TP|B|BR)\b/) != nil })
    }
  }
}
