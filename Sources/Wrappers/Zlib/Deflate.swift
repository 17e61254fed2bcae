import CZlib

/// Bytes in zlib's format, as PDF's `FlateDecode` has them; the same bytes give the same result.
public func deflated(_ bytes: [UInt8]) -> [UInt8] {
  var length = compressBound(UInt(bytes.count))
  let room = Int(length)
  return unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
    let result = unsafe compress2(
      buffer.baseAddress, &length, bytes, UInt(bytes.count), Z_DEFAULT_COMPRESSION)
    precondition(result == Z_OK, "zlib: \(result) for \(bytes.count) bytes")
    count = Int(length)
  }
}
