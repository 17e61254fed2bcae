import Crypto

/// SHA-256 as lowercase hex.
enum Digest {
  static func sha256(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  /// One digest for a set of named texts, in name order.
  static func sha256(files: [String: String]) -> String {
    let joined = files.sorted { $0.key < $1.key }.flatMap { name, text in
      Array("\(name)\u{0}\(text.utf8.count)\u{0}\(text)".utf8)
    }
    return sha256(joined)
  }
}
