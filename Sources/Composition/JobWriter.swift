/// Writes a job's objects as a PDF, each once; the same graph gives the same bytes.
struct JobWriter {
  private let graph: JobGraph
  private var bytes: [UInt8] = []
  private var numbers: [ObjectKey: Int] = [:]
  private var offsets: [Int] = []
  private var waiting: [ObjectKey] = []

  /// The finished file.
  static func write(_ graph: JobGraph) throws -> [UInt8] {
    var writer = JobWriter(graph: graph)
    // Four bytes that are no text, as ISO 32000-1, 7.5.2 has it.
    writer.bytes = Array("%PDF-1.7\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 0x0A]
    _ = writer.number(of: .catalog)
    var written = 0
    while written < writer.waiting.count {
      try writer.write(writer.waiting[written], number: written + 1)
      written += 1
    }
    writer.writeTrailer()
    return writer.bytes
  }

  private init(graph: JobGraph) { self.graph = graph }

  /// Numbers are given in the order in which objects are first needed.
  private mutating func number(of key: ObjectKey) -> Int {
    if let known = numbers[key] { return known }
    waiting.append(key)
    numbers[key] = waiting.count
    return waiting.count
  }

  private mutating func write(_ key: ObjectKey, number: Int) throws {
    let object = try graph.object(key)
    offsets.append(bytes.count)
    append("\(number) 0 obj\n")
    // A stream's dictionary ends with two brackets; its length goes before them.
    let end = object.data == nil ? object.text.count : object.text.count - 2
    var place = 0
    for gap in object.gaps {
      bytes += object.text[place..<gap.offset]
      append("\(self.number(of: gap.target)) 0 R")
      place = gap.offset
    }
    bytes += object.text[place..<end]
    if let data = object.data {
      append("/Length \(data.count) >>\nstream\n")
      bytes += data
      append("\nendstream")
    }
    append("\nendobj\n")
  }

  private mutating func writeTrailer() {
    let start = bytes.count
    append("xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n")
    for offset in offsets {
      let digits = String(offset)
      append(String(repeating: "0", count: max(0, 10 - digits.count)) + digits + " 00000 n \n")
    }
    append("trailer\n<< /Root 1 0 R /Size \(offsets.count + 1) >>\nstartxref\n\(start)\n%%EOF\n")
  }

  private mutating func append(_ text: String) { bytes += Array(text.utf8) }
}
