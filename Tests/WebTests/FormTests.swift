import Testing

@testable import Web

/// What forms bring.
@Suite struct FormTests {
  private func multipart(_ parts: [String]) -> Form? {
    let body = parts.map { "--edge\r\n" + $0 + "\r\n" }.joined() + "--edge--\r\n"
    return Form(Array(body.utf8), contentType: "multipart/form-data; boundary=edge")
  }

  @Test("Fields are decoded")
  func fields() throws {
    let form = try #require(
      Form(
        Array("reason=%D0%B7%D0%B0%D0%BC%D1%8F%D1%82%D0%B8%D0%B5+2&copy=204-01&copy=204-02".utf8),
        contentType: "application/x-www-form-urlencoded"))
    #expect(form["reason"] == "замятие 2")
    #expect(form.all("copy") == ["204-01", "204-02"])
    #expect(form["none"] == nil)
  }

  @Test("Files come with their names and every byte")
  func files() throws {
    let form = try #require(
      multipart([
        "Content-Disposition: form-data; name=\"key\"\r\n\r\nabc",
        "Content-Disposition: form-data; name=\"files\"; filename=\"список.csv\"\r\n"
          + "Content-Type: text/csv\r\n\r\na;b\r\n--edg\r\n1;2",
      ]))
    #expect(form["key"] == "abc")
    #expect(form.files.map(\.name) == ["список.csv"])
    #expect(form.files.first?.bytes == Array("a;b\r\n--edg\r\n1;2".utf8))
  }

  @Test("A field for files that was left empty brings none")
  func noFile() throws {
    let form = try #require(
      multipart(["Content-Disposition: form-data; name=\"files\"; filename=\"\"\r\n\r\n"]))
    #expect(form.files.isEmpty)
  }

  @Test("A body that is cut off is none")
  func cut() {
    let body = "--edge\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\nabc"
    #expect(Form(Array(body.utf8), contentType: "multipart/form-data; boundary=edge") == nil)
  }

  @Test("A body of another kind is none")
  func otherKind() {
    #expect(Form(Array("{}".utf8), contentType: "application/json") == nil)
    #expect(Form([], contentType: "") == nil)
  }
}
