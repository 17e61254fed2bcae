import ArgumentParser
import Exam
import Foundation
import Operations

/// `--password-fd N` and `--password-file F`: the password for materials, never as an argument.
struct PasswordOptions: ParsableArguments {
  @Option(name: .customLong("password-fd"), help: "Read the password from this descriptor.")
  var descriptor: Int32?
  @Option(name: .customLong("password-file"), help: "Read the password from this file.")
  var file: String?

  /// Where the password comes from: an option, else a terminal.
  func source(_ console: Console) throws -> PasswordSource {
    switch (descriptor, file) {
    case (nil, nil): PasswordPrompt.isPossible ? .asked(PasswordPrompt(console).ask) : .none
    case (let descriptor?, nil): .given(try read(descriptor))
    case (nil, let file?): .given(try read(file))
    case (_?, _?):
      throw Trouble(
        "usage.password", exit: .usage,
        Wording(
          ru: "Укажите что-то одно: --password-fd или --password-file",
          en: "Give either --password-fd or --password-file"))
    }
  }

  private func read(_ file: String) throws -> [UInt8] {
    let opened = unsafe open(file, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else { throw Self.unreadable(file) }
    return try password(in: FileHandle(fileDescriptor: opened, closeOnDealloc: true), file)
  }

  private func read(_ descriptor: Int32) throws -> [UInt8] {
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: descriptor > 2)
    return try password(in: handle, "--password-fd \(descriptor)")
  }

  private func password(in handle: FileHandle, _ place: String) throws -> [UInt8] {
    let most = 1 << 16
    var bytes: [UInt8] = []
    do {
      while bytes.count <= most, let more = try handle.read(upToCount: 4096), !more.isEmpty {
        bytes += more
      }
    } catch {
      throw Self.unreadable(place)
    }
    guard bytes.count <= most else {
      throw Trouble(
        "password.too-long", at: place,
        Wording(
          ru: "Это не файл с паролем: он слишком велик. Пароль пишут одной строкой",
          en: "This is no file with a password: it is too large. A password is one line"))
    }
    guard bytes.contains(where: { $0 > 32 }) else {
      throw Trouble(
        "password.empty", at: place,
        Wording(ru: "Пароля в нём нет: он пуст", en: "It holds no password: it is empty"))
    }
    return bytes
  }

  private static func unreadable(_ place: String) -> Trouble {
    Trouble(
      "password.unreadable", at: place,
      Wording(
        ru: "Пароль не читается: проверьте, что файл на месте и открывается",
        en: "The password cannot be read: check that the file is there and opens"))
  }
}

/// `-C DIR` and where the password comes from: the options of what opens materials.
struct MaterialOptions: ParsableArguments {
  @OptionGroup var place: PlaceOptions
  @OptionGroup var password: PasswordOptions

  func desk(_ console: Console) throws -> ExamDesk {
    place.desk(passwords: try password.source(console))
  }
}
