import CPoppler
import Synchronization

/// What poppler complains of: it goes on whatever is broken, and says so only in its log.
public enum PopplerComplaints {
  /// So many are kept of one page; they repeat themselves.
  private static let most = 20

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
        let text = unsafe String(cString: message)
        heard.withLock { if $0.count < most, !$0.contains(text) { $0.append(text) } }
      }, nil)
    return true
  }()

  /// Runs `body` and returns what poppler logged meanwhile, each complaint once.
  public static func during<R>(_ body: () throws -> R) rethrows -> (result: R, complaints: [String])
  {
    _ = isListening
    heard.withLock { $0 = [] }
    let result = try body()
    return (result, heard.withLock { $0 })
  }
}
