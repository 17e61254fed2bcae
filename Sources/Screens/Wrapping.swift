/// Lines that fit a screen: broken between words, going on under where their text begins.
public enum Wrapping {
  /// The narrowest terminal that people have.
  public static let width = 80

  /// The text with every line at most so wide, unless a single word is longer.
  public static func fit(_ text: String, _ width: Int = width) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { lines(String($0), width) }.joined(separator: "\n")
  }

  private static func lines(_ line: String, _ width: Int) -> [String] {
    guard line.count > width else { return [line] }
    let indent = hang(line)
    var lines: [String] = []
    var rest = Substring(line)
    while rest.count > width {
      let head = rest.prefix(width + 1)
      let begin = head.index(head.startIndex, offsetBy: min(indent + 1, head.count))
      guard
        let blank = head[begin...].lastIndex(of: " ")
          ?? rest[rest.index(rest.startIndex, offsetBy: width)...].firstIndex(of: " ")
      else { break }
      lines.append(trimmed(rest[..<blank]))
      let next = rest[blank...].drop { $0 == " " }
      rest = Substring(String(repeating: " ", count: indent) + next)
    }
    let last = trimmed(rest)
    return last.isEmpty ? lines : lines + [last]
  }

  /// Where the text of a line begins: behind its indent, its number, and the gap after a label.
  private static func hang(_ line: String) -> Int {
    let text = line.prefixMatch(of: /\s*(?:\d+\s{2,}|[^\s:]{1,12}\s{3,}|[−+•-]\s)?/)?.0.count ?? 0
    return min(text, 24)
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.reversed().drop { $0 == " " }.reversed())
  }
}
