import Crypto
import Foundation
import Synchronization

/// Who may come in: one-time tokens are changed into sessions, each with a key for its forms.
final class Door: Sendable {
  /// A browser that came in.
  struct Session: Sendable {
    /// What its cookie says.
    let id: String
    /// What every form that changes something must bring.
    let key: String
  }

  private struct State {
    var sessions: [String: Session] = [:]
    var used: Set<String> = []
    var said: [String: Said] = [:]
  }

  /// What the next page of a session begins with.
  struct Said: Sendable {
    let text: String
    let isTrouble: Bool
  }

  /// What tokens are made with; whoever may read the folder's private files may make one.
  private let secret: String
  private let state = Mutex(State())

  init(secret: String) { self.secret = secret }

  /// A token that opens the door once.
  static func token(secret: String) -> String {
    let nonce = random()
    return nonce + "-" + seal(nonce, secret)
  }

  /// Changes a token into a session; nil if it is none, or was used.
  func enter(_ token: String) -> Session? {
    let parts = token.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, isEqual(parts[1], Self.seal(parts[0], secret)) else { return nil }
    return state.withLock { state in
      guard state.used.insert(parts[0]).inserted else { return nil }
      let session = Session(id: Self.random(), key: Self.random())
      state.sessions[session.id] = session
      return session
    }
  }

  /// The session that a cookie names.
  func session(_ id: String?) -> Session? {
    id.flatMap { id in state.withLock { $0.sessions[id] } }
  }

  /// Whether a form brought its session's key.
  func fits(_ key: String?, _ session: Session) -> Bool { isEqual(key ?? "", session.key) }

  /// Keeps something to be said on the session's next page.
  func say(_ said: Said, to session: Session) {
    state.withLock { $0.said[session.id] = said }
  }

  /// What is to be said now; once.
  func said(to session: Session) -> Said? {
    state.withLock { $0.said.removeValue(forKey: session.id) }
  }

  /// Compares without telling by its duration how much was right.
  private func isEqual(_ left: String, _ right: String) -> Bool {
    let (left, right) = (Array(left.utf8), Array(right.utf8))
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }

  /// 128 random bits as hex.
  static func random() -> String {
    var generator = SystemRandomNumberGenerator()
    return hex((0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) })
  }

  private static func seal(_ nonce: String, _ secret: String) -> String {
    let key = SymmetricKey(data: Data(secret.utf8))
    return hex(HMAC<SHA256>.authenticationCode(for: Data(nonce.utf8), using: key))
  }

  private static func hex(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
