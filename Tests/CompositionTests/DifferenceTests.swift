import Cairo
import Composition
import Exam
import Inspection
import Planning
import Testing

/// What `preview --diff` shows.
@Suite struct DifferenceTests {
  private func picture(_ draw: (DrawingContext) -> Void) throws -> ImageSurface {
    let image = try ImageSurface(width: 60, height: 40, format: .argb32)
    image.context.setSource(gray: 1)
    image.context.paint()
    image.context.setSource(gray: 0)
    draw(image.context)
    return image
  }

  private func square(_ context: DrawingContext, x: Double) {
    context.rectangle(x: x, y: 10, width: 10, height: 10)
    context.fill()
  }

  /// How many dots have a colour.
  private func count(_ colour: UInt32, in image: ImageSurface) -> Int {
    unsafe image.withPixels { bytes, stride in
      (0..<image.height).reduce(0) { sum, y in
        sum
          + (0..<image.width).count {
            unsafe bytes.load(fromByteOffset: y * stride + 4 * $0, as: UInt32.self) == colour
          }
      }
    }
  }

  @Test func whatIsAddedIsRedAndWhatIsMissingBlue() throws {
    let before = try picture { square($0, x: 5) }
    let after = try picture { square($0, x: 30) }
    let shown = try PictureDifference.picture(of: before, and: after)
    #expect(count(0xFFD0_0000, in: shown) == 100)
    #expect(count(0xFF00_40E0, in: shown) == 100)
  }

  @Test func anEdgeThatIsADotOffIsNone() throws {
    let before = try picture { square($0, x: 5) }
    let after = try picture { square($0, x: 5.5) }
    let shown = try PictureDifference.picture(of: before, and: after)
    #expect(count(0xFFD0_0000, in: shown) + count(0xFF00_40E0, in: shown) == 0)
  }

  @Test func everyPageOfACopyIsShownWithItsWay() throws {
    let (composer, pages) = try Samples.composer()
    let shown = try composer.differences(
      Samples.pack, Samples.content([(.copy(1), nil)]), dpi: 50)
    #expect(shown.map(\.page.page) == Array(1...pages[0]))
    #expect(shown.allSatisfy { $0.way == .asIs && !$0.picture.isEmpty })
  }
}
