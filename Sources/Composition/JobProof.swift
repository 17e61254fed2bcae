import QPDF

/// Why a finished job is not what it should be.
enum ProofFault: Error, Hashable {
  /// An object cannot be read.
  case unreadable
  /// libqpdf had to mend the file.
  case damaged
  /// An object has another value, or a stream other bytes.
  case differs(ObjectKey)
  /// One object stands twice, or two have become one.
  case doubled(ObjectKey)
  /// There are objects that nothing leads to.
  case stray(Int)
}

/// Reads a finished job back with libqpdf and compares it, object by object, with what it should be.
///
/// From the catalogue on every value and every stream is the same, each object of a material stands for
/// one object of the job and the other way round, and nothing else is in the file.
struct JobProof {
  private let graph: JobGraph
  private let job: PDFStructure
  private var numbers: [ObjectKey: PDFReference] = [:]
  private var keys: [PDFReference: ObjectKey] = [:]
  private var waiting: [(key: ObjectKey, reference: PDFReference)] = []

  /// Proves a file.
  ///
  /// - Throws: `ProofFault`.
  static func check(_ bytes: [UInt8], _ graph: JobGraph) throws {
    guard let job = PDFStructure(bytes, password: nil) else { throw ProofFault.unreadable }
    var proof = JobProof(graph: graph, job: job)
    try proof.meet(.catalog, job.rootReference)
    while let next = proof.waiting.popLast() { try proof.compare(next.key, next.reference) }
    let stray = job.size - 1 - proof.keys.count
    guard stray == 0 else { throw ProofFault.stray(stray) }
    guard !job.isDoubtful else { throw ProofFault.damaged }
  }

  private init(graph: JobGraph, job: PDFStructure) {
    self.graph = graph
    self.job = job
  }

  private mutating func meet(_ key: ObjectKey, _ reference: PDFReference) throws {
    let (number, known) = (numbers[key], keys[reference])
    guard number != nil || known != nil else {
      numbers[key] = reference
      keys[reference] = key
      waiting.append((key, reference))
      return
    }
    guard number == reference, known == key else { throw ProofFault.doubled(key) }
  }

  private mutating func compare(_ key: ObjectKey, _ reference: PDFReference) throws {
    let expected = try graph.object(key)
    guard let found = job.node(reference) else { throw ProofFault.unreadable }
    guard expected.text == found.text.bytes, expected.data == found.data,
      expected.gaps.map(\.offset) == found.text.gaps.map(\.offset)
    else { throw ProofFault.differs(key) }
    for (gap, met) in zip(expected.gaps, found.text.gaps) { try meet(gap.target, met.target) }
  }
}
