import Foundation

/// What the settings of this computer's CUPS server mean for exam pages: its `cupsd.conf`.
public struct CupsSettings: Hashable, Sendable {
  /// Something that leaves traces of a job.
  public enum Trace: Hashable, Sendable {
    /// It keeps the files of ended jobs, for so many seconds; without end if nil: `PreserveJobFiles`.
    case files(seconds: Int?)
    /// It writes titles and options of jobs into its log: `LogLevel`.
    case log
    /// It writes titles of jobs into its list of pages: `PageLogFormat`.
    case pageLog
  }

  /// What of a job stays behind.
  public let traces: [Trace]

  /// Reads the text of a `cupsd.conf`.
  public init(_ text: String) {
    var values: [String: String] = [:]
    var depth = 0
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 1).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard let key = words.first, !key.isEmpty, !key.hasPrefix("#") else { continue }
      if key.hasPrefix("</") {
        depth -= 1
      } else if key.hasPrefix("<") {
        depth += 1
      } else if depth == 0 {
        values[key.lowercased()] = words.count > 1 ? words[1] : ""
      }
    }
    let isTalkative = (values["loglevel"] ?? "").lowercased().hasPrefix("debug")
    let isTitled = values["pagelogformat"]?.contains("{job-name}") ?? false
    traces =
      [Self.files(values["preservejobfiles"])].compactMap(\.self)
      + (isTalkative ? [.log] : []) + (isTitled ? [.pageLog] : [])
  }

  /// Nothing said means a day.
  private static func files(_ value: String?) -> Trace? {
    let text = (value ?? "86400").lowercased()
    if ["no", "off", "false", "0"].contains(text) { return nil }
    if ["yes", "on", "true"].contains(text) { return .files(seconds: nil) }
    let number = Int(text.prefix(while: \.isNumber)) ?? 86_400
    let unit = ["m": 60, "h": 3600, "d": 86_400, "w": 604_800][text.last.map(String.init) ?? ""]
    return .files(seconds: number * (unit ?? 1))
  }

  /// The settings of this computer's server; nil where it has none, or they may not be read.
  public static func current() -> CupsSettings? {
    let root = ProcessInfo.processInfo.environment["CUPS_SERVERROOT"] ?? "/etc/cups"
    let file = URL(fileURLWithPath: root).appendingPathComponent("cupsd.conf")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return nil }
    return CupsSettings(text)
  }
}
