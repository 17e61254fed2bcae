import Cairo
import Inspection
import Testing

/// Where the paper of a scan or of a photograph is free of ink.
@Suite struct PaperToneTests {
  private func ink(_ draw: (DrawingContext) -> Void) throws -> Ink {
    let image = try ImageSurface(width: 200, height: 320, format: .argb32)
    draw(image.context)
    return Ink(of: image)
  }

  private func rectangle(
    _ context: DrawingContext, _ gray: Double, x: Int, y: Int, width: Int, height: Int
  ) {
    context.setSource(gray: gray)
    context.rectangle(x: Double(x), y: Double(y), width: Double(width), height: Double(height))
    context.fill()
  }

  @Test func unevenLightIsPaper() throws {
    let ink = try ink { context in
      for band in 0..<40 {
        rectangle(
          context, 0.66 + 0.26 * Double(band) / 40, x: 0, y: band * 8, width: 200, height: 8)
      }
      rectangle(context, 0.1, x: 20, y: 20, width: 30, height: 30)
    }
    #expect(ink.isFree(x: 110, y: 230, width: 70, height: 60))
    #expect(ink.isFree(x: 110, y: 10, width: 70, height: 60))
    #expect(!ink.isFree(x: 10, y: 10, width: 70, height: 60))
  }

  @Test(arguments: [(2, true), (3, false)])
  func dustIsPaperAndDotsAreNot(size: Int, isFree: Bool) throws {
    let ink = try ink { context in
      rectangle(context, 0.9, x: 0, y: 0, width: 200, height: 320)
      for place in 0..<16 * 26 {
        rectangle(
          context, 0.3, x: place % 16 * 12 + 4, y: place / 16 * 12 + 4, width: size, height: size)
      }
    }
    #expect(ink.isFree(x: 20, y: 20, width: 150, height: 100) == isFree)
  }

  @Test func darkEdgesOfAPhotocopyAreNoInk() throws {
    let ink = try ink { context in
      rectangle(context, 0, x: 0, y: 0, width: 200, height: 320)
      rectangle(context, 1, x: 20, y: 20, width: 160, height: 280)
    }
    #expect(ink.isScan)
    #expect(ink.isFree(x: 120, y: 260, width: 60, height: 43))
    #expect(!ink.isBlank)
  }

  @Test func aFrameIsInk() throws {
    let ink = try ink { context in
      rectangle(context, 1, x: 0, y: 0, width: 200, height: 320)
      rectangle(context, 0, x: 19, y: 19, width: 162, height: 282)
      rectangle(context, 1, x: 20, y: 20, width: 160, height: 280)
    }
    #expect(!ink.isScan)
    #expect(!ink.isFree(x: 120, y: 260, width: 60, height: 43))
  }

  @Test func noiseIsPaper() throws {
    let ink = try ink { context in
      var state = 7
      for place in 0..<200 * 320 {
        let noise = (0..<4).reduce(0.0) { sum, _ in
          state = (state * 1_103_515_245 + 12345) % 2_147_483_648
          return sum + Double(state >> 16) / 32768 - 0.5
        }
        rectangle(
          context, 0.85 + noise * 0.08, x: place % 200, y: place / 200, width: 1, height: 1)
      }
      rectangle(context, 0.1, x: 20, y: 20, width: 30, height: 30)
    }
    #expect(ink.isFree(x: 60, y: 100, width: 130, height: 100))
    #expect(!ink.isFree(x: 10, y: 10, width: 70, height: 60))
  }
}
