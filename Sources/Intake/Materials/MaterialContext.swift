import Exam

/// The document that is being read, and what it is read for.
struct MaterialContext {
  var work: Work
  var material: Material
  var document: MaterialDocument
  var description: ExamDescription
  var policy: Policy

  /// Whether the participants receive it.
  var isForParticipants: Bool { material.give == .participant }

  /// One finding for all these pages; none where there are none.
  func report(
    _ kind: String, _ severity: Severity, _ pages: [IdentifiedPage], _ message: Wording
  ) -> [Finding] {
    guard !pages.isEmpty else { return [] }
    return [
      Finding(
        kind, severity, .work(work.id),
        at: MaterialText.place(document, of: pages.map(\.facts)), message)
    ]
  }

  /// A finding for the document as a whole.
  func report(_ kind: String, _ severity: Severity, _ message: Wording) -> Finding {
    Finding(kind, severity, .work(work.id), at: MaterialText.place(document), message)
  }

  /// A stop that a person's word makes a note.
  func vouched(
    _ kind: String, _ pages: [IdentifiedPage], _ message: Wording, remedy: Wording
  ) -> [Finding] {
    guard !material.verified else {
      return report(
        kind, .note, pages,
        Wording(
          ru: message.ru + ". Проверено человеком: verified: true",
          en: message.en + ". A person vouches for it: verified: true"))
    }
    return report(
      kind, .stop, pages,
      Wording(
        ru: message.ru + ". \(remedy.ru). Если так и задумано, напишите verified: true",
        en: message.en + ". \(remedy.en). If it is meant so, write verified: true"))
  }
}
