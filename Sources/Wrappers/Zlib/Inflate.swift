import CZlib

/// How much of data in zlib's format can be unpacked.
public struct InflatedSize: Hashable, Sendable {
  /// How many bytes come out, as far as the data reach.
  public let count: Int
  /// Whether the data say themselves where they end.
  public let isWhole: Bool
}

/// Unpacks bytes in zlib's format without keeping them, up to `limit` bytes.
public func inflatedSize(_ bytes: [UInt8], limit: Int) -> InflatedSize {
  var stream = unsafe z_stream()
  let room = 1 << 16
  guard
    unsafe inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
  else { return InflatedSize(count: 0, isWhole: false) }
  defer { unsafe inflateEnd(&stream) }
  var input = bytes
  return unsafe input.withUnsafeMutableBufferPointer { source in
    unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { target in
      unsafe stream.next_in = source.baseAddress
      unsafe stream.avail_in = UInt32(clamping: source.count)
      var result = Z_OK
      while result == Z_OK, unsafe Int(stream.total_out) < limit {
        unsafe stream.next_out = target.baseAddress
        unsafe stream.avail_out = UInt32(room)
        result = unsafe inflate(&stream, Z_NO_FLUSH)
      }
      return unsafe InflatedSize(count: Int(stream.total_out), isWhole: result == Z_STREAM_END)
    }
  }
}
