public import Cairo
public import Exam
import QREncode

/// Draws marks: the symbol, and beside it a line for people.
public enum MarkPainter {
  private static let style = TextStyle(family: "PT Sans", size: 8)

  /// Draws a mark into its place.
  public static func draw(
    mark: Mark, caption: String, place: MarkPlace, in context: DrawingContext, pageWidth: Double,
    pageHeight: Double
  ) throws {
    let matrix = try QRMatrix(alphanumeric: mark.text)
    let bits = try BitImage(side: matrix.side) { matrix.isDark(x: $0, y: $1) }
    let area = place.rectangle(pageWidth: pageWidth, pageHeight: pageHeight)
    let size = points(place.size)
    let quiet = (points(place.outerSize) - size) / 2
    let symbolX = place.isRight ? area.x + area.width - quiet - size : area.x + quiet
    context.setSource(gray: 0)
    context.mask(bits, x: symbolX, y: area.y + quiet, size: size)
    guard !caption.isEmpty, place.caption > 0 else { return }
    var style = style
    style.align = place.isRight ? .right : .left
    let width = points(place.caption)
    let text = try TextLayout(text: caption, style: style, width: width)
    text.draw(
      in: context, x: place.isRight ? area.x : area.x + area.width - width,
      y: area.y + (area.height - text.height) / 2)
  }
}
