import CPoppler
import Synchronization

/// What poppler complains of: it goes on whatever is broken, and says so only in its log.
public enum PopplerComplaints {
  /// So many different ones are kept of one page.
  private static let most = 200

  private static let heard = Mutex<[String]>([])

  /// Hears from now on what poppler logs.
  private static let isListening: Bool = {
    let levels = GLogLevelFlags(
      rawValue: G_LOG_LEVEL_MASK.rawValue | G_LOG_FLAG_RECURSION.rawValue
        | G_LOG_FLAG_FATAL.rawValue)
    _ = unsafe g_log_set_handler(
      "Poppler", levels,
      { _, _, message, _ in
        guard let message = unsafe message else { return }
        let text = placeless(unsafe String(cString: message))
        heard.withLock { if $0.count < most, !$0.contains(text) { $0.append(text) } }
      }, nil)
    return true
  }()

  /// `Syntax error: No font in show` of `Syntax error at position 12: No font in show`: the same
  /// complaint a hundred times is one, and leaves room for others.
  private static func placeless(_ text: String) -> String {
    guard let place = text.firstRange(of: " at position "),
      let end = text[place.upperBound...].firstIndex(of: ":")
    else { return text }
    return String(text[..<place.lowerBound] + text[end...])
  }

  /// Runs `body` and returns what poppler logged meanwhile, each complaint once.
  public static func during<R>(_ body: () throws -> R) rethrows -> (result: R, complaints: [String])
  {
    _ = isListening
    heard.withLock { $0 = [] }
    let result = try body()
    return (result, heard.withLock { $0 })
  }
}
