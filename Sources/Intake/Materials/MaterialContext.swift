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

  /// Whether a page is stopped whatever a person says: it is another work's, or criteria.
  func isStopped(_ page: IdentifiedPage) -> Bool {
    guard WorkMatch.agrees(page.identity, with: work) else { return true }
    let text = ForbiddenPhrase.Page(page.facts.text)
    return policy.criteriaPhrases.contains { isCriteria(page, text, headedBy: $0) }
  }

  /// Whether a page is criteria or a key beyond doubt: it is headed so, and nothing on it is a task.
  ///
  /// A page of tasks may have such a heading, too: then a person looks.
  func isCriteria(
    _ page: IdentifiedPage, _ text: ForbiddenPhrase.Page, headedBy phrase: ForbiddenPhrase
  ) -> Bool {
    guard phrase.isHeading(on: text) else { return false }
    guard TaskSigns.areOn(page.facts.text) else {
      return !page.identity.hasCodeField || phrase.isAtTop(of: text)
    }
    return phrase.isAtTop(of: text) && AnswerTable.isOn(page.facts.text)
  }

  /// One finding for all these pages; none where there are none.
  func report(
    _ kind: Finding.Kind, _ severity: Severity, _ pages: [IdentifiedPage], _ message: Wording
  ) -> [Finding] {
    guard !pages.isEmpty else { return [] }
    return [
      Finding(
        kind, severity, .work(work.id),
        at: MaterialText.place(document, of: pages.map(\.facts)), message)
    ]
  }

  /// A finding for the document as a whole.
  func report(_ kind: Finding.Kind, _ severity: Severity, _ message: Wording) -> Finding {
    Finding(kind, severity, .work(work.id), at: document.place, message)
  }

  /// A stop until a person has looked at these pages and said so; a note from then on.
  ///
  /// `remedy` is what else would help.
  func looked(
    _ kind: Finding.Kind, _ pages: [IdentifiedPage], _ message: Wording, remedy: Wording? = nil
  ) -> [Finding] {
    let isVouched = material.verified
    let said = remedy.map { Wording(ru: ". \($0.ru)", en: ". \($0.en)") } ?? Wording(same: "")
    let words =
      isVouched
      ? Wording(
        ru: message.ru + ". Проверено человеком: verified: true",
        en: message.en + ". A person vouches for it: verified: true")
      : Wording(ru: message.ru + said.ru, en: message.en + said.en)
    return report(kind, isVouched ? .note : .stop, pages, words).map { finding in
      var finding = finding
      finding.pages = pages.map(reference)
      return finding
    }
  }

  /// What a person's word about a page holds for.
  func reference(_ page: IdentifiedPage) -> PageReference {
    let claim = [
      work.subject, work.grade.map { "\($0)" }, work.level, work.choosesPart ? "\(work.part)" : nil,
      material.variant?.rawValue,
    ].map { $0 ?? "" }.joined(separator: "|")
    return PageReference(
      sha256: document.sha256, page: page.facts.page, half: page.facts.half, claim: claim)
  }
}

/// What to do about a wrong file, in the user's words.
enum Remedy {
  /// Download the work again and repeat.
  static func download(_ work: Work, _ policy: Policy) -> Wording {
    let name = work.label.ru
    let place = policy.materialsFrom.map { " \($0)" } ?? " заново"
    return Wording(
      ru: "Скачайте «\(name)»\(place), положите в эту папку и повторите: tirazh check",
      en: "Download “\(name)” again, put it into this folder and repeat: tirazh check")
  }
}
