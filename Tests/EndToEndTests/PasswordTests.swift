import Foundation
import Testing

/// Materials that need a password: from a file, from a descriptor, from a person.
@Suite(.serialized) struct PasswordTests {
  private static let password = "Kabinet-204"

  /// The example with its variants in an archive that needs a password.
  private func locked(_ archive: String = "archives/variants-aes.zip") throws -> Sandbox {
    let sandbox = try Sandbox()
    for name in ["variant-1.pdf", "variant-2.pdf"] {
      try FileManager.default.removeItem(at: sandbox.exam.appendingPathComponent(name))
    }
    try sandbox.replace("materials.zip", with: archive)
    try sandbox.describe {
      $0.replacingOccurrences(
        of: "files: [variant-1.pdf, variant-2.pdf]", with: "file: materials.zip")
    }
    try Data("\u{FEFF} \(Self.password)\r\n".utf8).write(to: file(sandbox))
    return sandbox
  }

  private func file(_ sandbox: Sandbox) -> URL {
    sandbox.folder.appendingPathComponent("password.txt")
  }

  @Test(arguments: [
    ["check"], ["plan"], ["preview", "205", "--out", "OUT"], ["print", "205", "--to", "OUT"],
  ])
  func aFileHoldsThePassword(_ command: [String]) throws {
    let sandbox = try locked()
    defer { sandbox.remove() }
    let command = command.map { $0 == "OUT" ? sandbox.out.path : $0 }
    let run = try Program.run(
      options: ["-C", sandbox.exam.path, "--password-file", file(sandbox).path], command,
      environment: [:])
    #expect(run.status == 0, "\(run.text)")
    #expect(!run.text.contains("паролем"))
  }

  @Test func printingNeedsThePasswordAgainAndKeepsNone() throws {
    let sandbox = try locked()
    defer { sandbox.remove() }
    let option = ["--password-file", file(sandbox).path]
    func run(_ words: String...) throws -> Program.Run {
      try Program.run(options: ["-C", sandbox.exam.path], words, environment: [:])
    }
    #expect(try run("plan", "--freeze", option[0], option[1]).status == 0)
    let refused = try run("print", "205", "--to", sandbox.out.path)
    #expect(refused.status == 3)
    #expect(refused.text.contains("materials.zip: нужен пароль"))
    #expect(try run("print", "205", "--to", sandbox.out.path, option[0], option[1]).status == 0)
    let reprint = try run(
      "reprint", "205", "205-01", "--reason", "брак", "--to", sandbox.out.path, option[0],
      option[1])
    #expect(reprint.status == 0, "\(reprint.text)")
    try FileManager.default.removeItem(at: file(sandbox))
    #expect(try traces(of: Self.password, in: sandbox.folder) == [])
  }

  @Test(
    arguments: [
      ([], 3, "нужен пароль"), (["--password-file", "/nonexistent"], 3, "/nonexistent"),
      (["--password-file", "/dev/null"], 3, "он пуст"),
      (["--password-fd", "77"], 3, "не читается"),
      (["--password-fd", "0", "--password-file", "/dev/null"], 64, "что-то одно"),
    ] as [([String], Int32, String)])
  func withoutPasswordItIsRefused(_ options: [String], status: Int32, words: String) throws {
    let sandbox = try locked()
    defer { sandbox.remove() }
    let run = try Program.run(
      options: ["-C", sandbox.exam.path] + options, ["check"], environment: [:])
    #expect(run.status == status, "\(run.text)")
    #expect(run.text.contains(words), "\(run.text)")
  }

  @Test func bareTirazhOnlySaysThatOneIsNeeded() throws {
    let sandbox = try locked()
    defer { sandbox.remove() }
    let talk = try Terminal.run(["-C", sandbox.exam.path], answers: [], prompt: "Пароль к")
    #expect(talk.screen.contains("нужен пароль"))
    #expect(!talk.screen.contains("Пароль к materials.zip"))
  }

  @Test(
    arguments: [
      (["Kabinet-204\r"], 0, 1), (["Лфиште\r", "Kabinet-20Ы\u{7F}4\r"], 0, 2),
      (["a\r", "b\r", "c\r"], 3, 3), (["\r"], 3, 1),
    ] as [([String], Int32, Int)])
  func aPersonIsAskedWithoutEcho(_ answers: [String], status: Int32, asked: Int) throws {
    let sandbox = try locked()
    defer { sandbox.remove() }
    let prompt = "Пароль к materials.zip"
    let talk = try Terminal.run(
      ["plan", "-C", sandbox.exam.path], answers: answers, prompt: prompt)
    #expect(talk.screen.components(separatedBy: prompt).count - 1 == asked, "\(talk.screen)")
    #expect(!talk.screen.contains("Kabinet") && !talk.screen.contains("Лфиште"))
    #expect(talk.screen.contains("раскладку") == answers[0].contains("Л"))
    #expect(talk.screen.contains("не подошёл") == (asked > 1))
    #expect(talk.screen.contains("ОСТАНОВКИ") == (status != 0), "\(talk.screen)")
  }

  @Test func ctrlCAtThePromptEndsTheProgramAndFreezesNothing() throws {
    let sandbox = try locked()
    defer { sandbox.remove() }
    let talk = try Terminal.run(
      ["print", "-C", sandbox.exam.path, "--to", sandbox.out.path], answers: ["Kabinet\u{3}"],
      prompt: "Пароль к materials.zip")
    #expect(talk.status == 3)
    #expect(talk.screen.contains("Прервано"))
    #expect(!talk.screen.contains("Kabinet"))
    #expect(try sandbox.planJSON().frozen == false)
    #expect(!FileManager.default.fileExists(atPath: sandbox.out.path))
  }

  @Test func whatHasAnotherPasswordIsAskedForByItsName() throws {
    let sandbox = try locked()
    defer { sandbox.remove() }
    try sandbox.replace("instruction.pdf", with: "pdf/encrypted.pdf")
    let talk = try Terminal.run(
      ["plan", "-C", sandbox.exam.path], answers: ["Kabinet-204\r", "user\r"],
      prompt: "Пароль к ")
    #expect(talk.status == 0)
    #expect(talk.screen.contains("К следующему файлу этот пароль не подходит"))
    #expect(talk.screen.contains("Пароль к instruction.pdf: "))
    #expect(!talk.screen.contains("ОСТАНОВКИ"), "\(talk.screen)")
  }

  @Test(
    arguments: [
      ("encrypted", "user", nil), ("encrypted-cyrillic", "пароль", nil),
      ("encrypted", "other", "не подходит"), ("encrypted", "пароль", "раскладку"),
    ] as [(String, String, String?)])
  func aPDFWithItsOwnPasswordTriesTheSame(_ name: String, password: String, refusal: String?) throws
  {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.replace("instruction.pdf", with: "pdf/\(name).pdf")
    try Data(password.utf8).write(to: file(sandbox))
    let run = try Program.run(
      options: ["-C", sandbox.exam.path, "--password-file", file(sandbox).path],
      ["print", "205", "--to", sandbox.out.path], environment: [:])
    #expect(run.status == (refusal == nil ? 0 : 3), "\(run.text)")
    guard let refusal else { return }
    #expect(run.text.contains("instruction.pdf: PDF закрыт"), "\(run.text)")
    #expect(run.text.contains(refusal), "\(run.text)")
  }

  /// The files under a folder that hold a text.
  private func traces(of text: String, in folder: URL) throws -> [String] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return names.filter { name in
      let file = folder.appendingPathComponent(name)
      return (try? Data(contentsOf: file))?.range(of: Data(text.utf8)) != nil
    }
  }
}
