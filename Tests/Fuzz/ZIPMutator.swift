import Archive

/// libFuzzer asks here for a changed input.
///
/// A change to a ZIP's bytes rarely passes its checksums: one of its parts is changed, and the whole is
/// packed anew. Found inputs so are files that any program opens.
@_cdecl("LLVMFuzzerCustomMutator")
func mutate(
  _ input: UnsafeMutablePointer<UInt8>, _ size: Int, _ limit: Int, _ seed: UInt32
) -> Int {
  let buffer = unsafe UnsafeMutableBufferPointer(start: input, count: limit)
  let bytes = unsafe Array(buffer[..<size])
  guard let changed = ZIPMutator(seed).changed(bytes, limit), changed.count <= limit else {
    return unsafe mutateBytes(input, size, limit)
  }
  return unsafe buffer.update(fromContentsOf: changed)
}

/// libFuzzer's own way to change bytes in their place.
@_silgen_name("LLVMFuzzerMutate")
private func mutateBytes(_ bytes: UnsafeMutablePointer<UInt8>, _ size: Int, _ limit: Int) -> Int

/// Changes a part of a ZIP.
struct ZIPMutator {
  private let seed: Int

  init(_ seed: UInt32) { self.seed = Int(seed) }

  /// The ZIP with a part changed and without parts that are not read; nil to change the bytes as
  /// they are, one time in eight.
  func changed(_ bytes: [UInt8], _ limit: Int) -> [UInt8]? {
    guard let names = FuzzedReader.chosen.parts, seed % 8 != 0,
      var parts = try? ArchiveReader.entries(
        of: bytes, select: { name in names.contains { name.hasPrefix($0) } }),
      !parts.isEmpty
    else { return nil }
    let place = seed / 8 % parts.count
    if seed / 512 % 64 == 0 {
      parts.remove(at: place)
    } else if !parts[place].isEncrypted {
      let rest = StoredZIP(parts).bytes.count - parts[place].data.count
      parts[place].data = Self.changed(parts[place].data, limit - rest)
    }
    return StoredZIP(parts).bytes
  }

  private static func changed(_ bytes: [UInt8], _ limit: Int) -> [UInt8] {
    let count = max(limit, bytes.count)
    return unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, changed in
      _ = unsafe buffer.update(fromContentsOf: bytes)
      guard let start = buffer.baseAddress else { return }
      changed = unsafe mutateBytes(start, bytes.count, count)
    }
  }
}
