import Foundation
import RenderProtocol

/// The worker's end of the pipe.
struct WorkerPipe {
  let input: FileHandle
  let output: FileHandle

  /// The pipe broke in the middle of a frame.
  struct Broken: Error {}

  /// The next request; nil when the parent has closed the pipe.
  func request() throws -> RenderRequest? {
    guard let head = try input.read(upToCount: 4), !head.isEmpty else { return nil }
    return try Frame.decode(
      RenderRequest.self, from: try body(Array(head), limit: Frame.messageLimit))
  }

  /// The blob that follows a request.
  func blob() throws -> [UInt8] {
    guard let head = try input.read(upToCount: 8) else { throw Broken() }
    return try body(Array(head), limit: Frame.blobLimit)
  }

  /// Sends a reply and its blobs.
  func send(_ reply: RenderReply, _ blobs: [[UInt8]]) throws {
    try output.write(contentsOf: Frame.message(reply))
    for blob in blobs {
      try output.write(contentsOf: Frame.blobHead(blob.count))
      try output.write(contentsOf: blob)
    }
  }

  private func body(_ head: [UInt8], limit: Int) throws -> [UInt8] {
    guard let length = Frame.length(head, limit: limit) else { throw Broken() }
    guard length > 0 else { return [] }
    guard let data = try input.read(upToCount: length), data.count == length else {
      throw Broken()
    }
    return Array(data)
  }
}

extension RenderRequest {
  /// Whether a blob follows the message.
  var hasBlob: Bool {
    switch self {
    case .open, .marks, .compare: true
    default: false
    }
  }
}
