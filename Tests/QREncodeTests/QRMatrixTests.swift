import QREncode
import Testing

@Test func aSymbolHas25ModulesOnEachSide() throws {
  let matrix = try QRMatrix(alphanumeric: "TZ1:7F3A2C:1:P03:C017:5/11:2")
  #expect(matrix.side == 25)
  #expect(matrix.isDark(x: 0, y: 0))
  #expect(!matrix.isDark(x: 1, y: 1))
}

@Test(arguments: ["tz1:7f3a2c", "Я", String(repeating: "A", count: 60)])
func aTextThatDoesNotFitIsRefused(text: String) {
  #expect(throws: QRError.self) { try QRMatrix(alphanumeric: text) }
}
