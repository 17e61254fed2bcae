import HTTPTypes
import Hummingbird

extension Response {
  /// What every answer carries: nothing from elsewhere, nothing kept, nobody else's frame.
  private static func headers(_ more: [(String, String)]) -> HTTPFields {
    let own = [
      (
        "content-security-policy",
        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
          + "frame-ancestors 'none'"
      ),
      ("x-content-type-options", "nosniff"), ("referrer-policy", "same-origin"),
      ("cross-origin-opener-policy", "same-origin"),
      ("cross-origin-resource-policy", "same-origin"),
    ]
    var fields = HTTPFields()
    for (name, value) in own + more {
      if let name = HTTPField.Name(name) { fields[name] = value }
    }
    return fields
  }

  /// An answer of the console; only its own files may be kept by the browser.
  static func console(
    _ bytes: [UInt8], type: String, status: HTTPResponse.Status = .ok, keeps: Bool = false,
    as name: String? = nil
  ) -> Response {
    var more = [
      ("content-type", type), ("cache-control", keeps ? "private, max-age=86400" : "no-store"),
    ]
    if let name { more.append(("content-disposition", "attachment; filename=\"\(name)\"")) }
    return Response(
      status: status, headers: headers(more),
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  /// The way to another page, after something was done.
  static func moved(to path: String, cookie: String? = nil) -> Response {
    var more = [("location", path), ("cache-control", "no-store")]
    if let cookie { more.append(("set-cookie", cookie)) }
    return Response(status: .seeOther, headers: headers(more))
  }

  /// Word of changes as they come (server-sent events); a line now and then shows that somebody listens.
  static func events(_ changes: AsyncStream<LiveHub.Word>) -> Response {
    Response(
      status: .ok,
      headers: headers([("content-type", "text/event-stream"), ("cache-control", "no-store")]),
      body: ResponseBody { writer in
        try await writer.write(ByteBuffer(string: "retry: 1000\n\n"))
        for await word in changes {
          let text = word == .changed ? "data: changed\n\n" : ": here\n\n"
          try await writer.write(ByteBuffer(string: text))
        }
        try await writer.finish(nil)
      })
  }
}
