import Exam

/// What is wrong with the pages of one document, whatever variant they are of.
struct MaterialChecks {
  var context: MaterialContext
  var pages: [IdentifiedPage]

  func findings() -> [Finding] {
    WorkChecks(context: context, pages: pages).findings() + criteria()
      + SheetChecks(context: context, pages: pages).findings()
      + DrawingChecks(context: context, pages: pages).findings()
  }

  private func criteria() -> [Finding] {
    var rest = pages.map { (page: $0, text: ForbiddenPhrase.Page($0.facts.text)) }
    return context.policy.criteriaPhrases.flatMap { phrase in
      let isHeaded = { (page: IdentifiedPage, text: ForbiddenPhrase.Page) in
        context.isForParticipants
          ? context.isCriteria(page, text, headedBy: phrase) : phrase.isHeading(on: text)
      }
      let found = rest.filter { isHeaded($0.page, $0.text) }.map(\.page)
      if !found.isEmpty { rest.removeAll { isHeaded($0.page, $0.text) } }
      return context.isForParticipants ? stop(phrase, found) : warning(phrase, found)
    }
  }

  private func stop(_ phrase: ForbiddenPhrase, _ found: [IdentifiedPage]) -> [Finding] {
    context.report(
      .materialCriteria, .stop, found,
      Wording(
        ru: "«\(phrase.text)»: это критерии или ответы, участникам их не печатают. "
          + "Уберите файл или выберите страницы ключом pages:",
        en: "“\(phrase.text)”: these are criteria or answers, not printed for participants. "
          + "Take the file away or choose pages with the key pages:"))
  }

  private func warning(_ phrase: ForbiddenPhrase, _ found: [IdentifiedPage]) -> [Finding] {
    context.report(
      .materialCriteriaInPack, .warn, found,
      Wording(
        ru: "«\(phrase.text)»: похоже на критерии или ответы. До конца работы им не место в пакете",
        en: "“\(phrase.text)”: this looks like criteria or answers, which have no place in a pack"))
  }
}
