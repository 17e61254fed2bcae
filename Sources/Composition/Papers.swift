import Layout
import Planning

/// The papers of a layout, filled in.
struct Papers {
  let profile: LayoutProfile

  func painter(
    _ name: String, _ contents: PaperContents, _ job: PaperContents.Job
  ) throws -> PaperPainter {
    try PaperPainter(template: profile.paper(name), data: contents.data(job))
  }
}
