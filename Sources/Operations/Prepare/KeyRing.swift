public import Exam
import Intake
import Synchronization

/// Where the password for materials comes from.
public enum PasswordSource: Sendable {
  /// There is none, and nobody to ask.
  case none
  /// It was given beforehand: one password a line.
  case given([UInt8])
  /// A person is asked, only when something turns out to need it; nil is «I do not know».
  case asked(@Sendable (PasswordQuestion) -> [UInt8]?)
}

/// What a person is asked for.
public struct PasswordQuestion: Sendable {
  /// The file that needs a password.
  public let file: String
  /// How often one may still answer, this time included.
  public let left: Int
  /// Why it is asked again; nil the first time.
  public let reproach: Wording?
}

/// The passwords of one run: each is asked for once and tried on everything that needs one.
final class KeyRing: MaterialKeys {
  private struct State {
    var known: [MaterialPassword] = []
    var asked: [String: Int] = [:]
  }

  private static let tries = 3

  private let source: PasswordSource
  private let state: Mutex<State>

  init(_ source: PasswordSource) {
    self.source = source
    guard case .given(let bytes) = source else {
      state = Mutex(State())
      return
    }
    state = Mutex(State(known: MaterialPassword.all(in: bytes)))
  }

  func password(for file: String, after tried: Int) -> MaterialPassword? {
    state.withLock { state in
      if tried < state.known.count { return state.known[tried] }
      guard case .asked(let ask) = source else { return nil }
      let before = state.asked[file, default: 0]
      guard before < Self.tries else { return nil }
      state.asked[file] = before + 1
      let question = PasswordQuestion(
        file: file, left: Self.tries - before,
        reproach: state.known.last.map { Self.reproach($0, isNew: before == 0) })
      guard let password = ask(question).flatMap({ MaterialPassword($0) }) else {
        state.asked[file] = Self.tries
        return nil
      }
      state.known.append(password)
      return password
    }
  }

  private static func reproach(_ password: MaterialPassword, isNew: Bool) -> Wording {
    guard !isNew else {
      return Wording(
        ru: "К следующему файлу этот пароль не подходит",
        en: "This password does not fit the next file")
    }
    return password.hinting(
      Wording(ru: "Пароль не подошёл", en: "The password does not fit"))
  }
}
