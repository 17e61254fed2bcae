import Crypto
import Foundation

/// The console's own files, compiled into the program.
enum ConsoleFiles {
  /// A file that browsers ask for.
  struct Asset: Sendable {
    let type: String
    let bytes: [UInt8]
  }

  /// What browsers ask for, by name.
  static let assets: [String: Asset] = [
    "console.css": Asset(type: "text/css; charset=utf-8", bytes: PackageResources.console_css),
    "console.js": Asset(
      type: "text/javascript; charset=utf-8", bytes: PackageResources.console_js),
    "icon.svg": Asset(type: "image/svg+xml", bytes: PackageResources.icon_svg),
  ]

  /// The templates, by the names that they call each other.
  static let templates: [String: String] = [
    "page": text(PackageResources.page_mustache),
    "today": text(PackageResources.today_mustache),
    "plan": text(PackageResources.plan_mustache),
    "room": text(PackageResources.room_mustache),
    "item": text(PackageResources.item_mustache),
    "sheet": text(PackageResources.sheet_mustache),
    "printing": text(PackageResources.printing_mustache),
    "findings": text(PackageResources.findings_mustache),
    "printers": text(PackageResources.printers_mustache),
    "journal": text(PackageResources.journal_mustache),
    "begin": text(PackageResources.begin_mustache),
    "exams": text(PackageResources.exams_mustache),
    "sorry": text(PackageResources.sorry_mustache),
    "token": text(PackageResources.token_mustache),
    "pieces": text(PackageResources.pieces_mustache),
    "lines": text(PackageResources.lines_mustache),
    "questions": text(PackageResources.questions_mustache),
    "upload": text(PackageResources.upload_mustache),
  ]

  /// Changes with the files, so that no browser keeps old ones.
  static let version: String = {
    var hash = SHA256()
    for name in assets.keys.sorted() { hash.update(data: Data(assets[name]?.bytes ?? [])) }
    return hash.finalize().prefix(6).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }()

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
