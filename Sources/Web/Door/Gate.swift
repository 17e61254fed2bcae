import Foundation

/// What every request must bring before anything of it is read.
struct Gate: Sendable {
  /// The port that is served.
  let port: Int

  /// What of a request the gate looks at.
  struct Head: Sendable {
    var method: String
    var path: String
    var host: String?
    var origin: String?
    /// `Sec-Fetch-Site`, where the browser sends it.
    var site: String?
  }

  /// Why a request is not let in.
  enum Refusal: Error, Hashable {
    /// It was sent to another name: a page elsewhere may have bound its own name to this machine.
    case host
    /// It comes from a page of another place.
    case origin
    /// There is nothing that takes this method there.
    case method
    /// The path leads nowhere, or out.
    case path
    /// Nobody has come in by a token.
    case session
    /// The form is not one of ours.
    case key
    /// The body is larger than anything that is taken, or cannot be read.
    case tooLarge
    case body
  }

  /// The names under which a browser on this machine reaches the console.
  var hosts: Set<String> { ["127.0.0.1:\(port)", "[::1]:\(port)", "localhost:\(port)"] }

  /// Throws unless the request comes from the console's own pages or from an address typed in.
  func check(_ head: Head) throws(Refusal) {
    guard let host = head.host?.lowercased(), hosts.contains(host) else { throw .host }
    let changes = head.method == "POST"
    guard changes || head.method == "GET" else { throw .method }
    if let origin = head.origin, origin.lowercased() != "http://" + host { throw .origin }
    if changes, head.origin == nil { throw .origin }
    if let site = head.site,
      changes ? site != "same-origin" : !["same-origin", "none"].contains(site),
      changes || !Self.isEntrance(head.path)
    {
      throw .origin
    }
  }

  /// Where a browser may come from elsewhere: a link in a terminal or a desktop entry.
  private static func isEntrance(_ path: String) -> Bool { path.hasPrefix("/enter") }

  /// The parts of a path, decoded; throws for what leads out or hides something.
  static func segments(_ path: String) throws(Refusal) -> [String] {
    let raw = path.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
    guard raw.hasPrefix("/") else { throw .path }
    if raw == "/" { return [] }
    var segments: [String] = []
    for part in raw.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
      guard let text = String(part).removingPercentEncoding, !text.isEmpty, text != ".",
        text != "..", !text.contains("/"), !text.contains("\\"),
        text.unicodeScalars.allSatisfy({ $0.value >= 32 && $0.value != 127 })
      else { throw .path }
      segments.append(text)
    }
    return segments
  }
}
