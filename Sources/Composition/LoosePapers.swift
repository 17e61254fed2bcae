import Cairo
public import Exam
import Layout
import Planning

extension Composer {
  /// A paper of the layout alone, one after another for each of the packs; once, where it is the exam's.
  ///
  /// It counts nowhere and carries no mark. `names` of participants by key reach only papers that say
  /// that they show them.
  public func paper(
    _ name: String, of packs: [PackID], names: [String: String]
  ) throws -> (pdf: [UInt8], pages: Int) {
    guard let profile, let plan else { throw CompositionTrouble.noPlan }
    let template = try profile.paper(name)
    let known = template.hasNames ? names : nil
    let painters: [PaperPainter] =
      switch template.scope {
      case .exam:
        [
          try PaperPainter(
            template: template,
            data: SchoolContents(plan: plan, language: profile.language, names: known).data)
        ]
      case .room:
        try packs.compactMap(plan.pack).map { pack in
          let contents = PaperContents(
            plan: plan, pack: pack, language: profile.language, names: known)
          return try PaperPainter(template: template, data: contents.data(.init()))
        }
      }
    return try pdf(painters)
  }

  private func pdf(_ painters: [PaperPainter]) throws -> (pdf: [UInt8], pages: Int) {
    var pdf: [UInt8] = []
    let size = PaperPainter.pageSize
    let surface = try unsafe PDFSurface(
      width: size.width, height: size.height, creationDate: creationDate,
      write: { unsafe pdf.append(contentsOf: $0) })
    var pages = 0
    for painter in painters {
      for page in 1...painter.pageCount {
        painter.draw(page: page, in: surface.context)
        try surface.showPage()
        pages += 1
      }
    }
    try surface.finish()
    return (pdf, pages)
  }
}
