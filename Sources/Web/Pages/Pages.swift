import Exam
import Mustache
import Screens

/// Draws pages from templates; what is put into them is escaped by the templates' engine.
struct Pages: Sendable {
  /// What a page is drawn from.
  struct Context {
    /// Where the exam's screens begin: empty, or `/exams/…`.
    let base: String
    /// The path of this page.
    let here: String
    /// The key of this session's forms.
    let key: String
    /// `ru` or `en`.
    let lang: String
    let title: String
    /// What the screen is called.
    let heading: String
    /// The words of every page.
    let w: WordBook
    let frame: ConsoleFrame?
    /// What a run asks.
    let ask: ConsoleAsk?
    /// The file that wants a password.
    let password: String?
    /// What was just done.
    let said: String?
    /// Why it was not.
    let trouble: String?
    /// Whether there are other exams.
    let hasList: Bool
    /// Whether a run is being prepared, so that a page without script looks again by itself.
    let isBusy: Bool
    /// The screen's own value.
    let it: Any
  }

  /// The whole page around what a screen's template made.
  private struct Whole {
    let body: String
    let version: String
    let page: Context
  }

  /// The words, by the names that templates use.
  struct WordBook: MustacheParent {
    let words: ConsoleWords

    func child(named name: String) -> Any? { words[name] }
  }

  private let library: MustacheLibrary

  init() {
    do {
      library = MustacheLibrary(
        templates: try ConsoleFiles.templates.mapValues { try MustacheTemplate(string: $0) })
    } catch {
      preconditionFailure("the templates are ours: \(error)")
    }
  }

  /// A page.
  func page(_ template: String, _ context: Context) -> String {
    guard let body = library.render(context, withTemplate: template),
      let page = library.render(
        Whole(body: body, version: ConsoleFiles.version, page: context), withTemplate: "page")
    else { preconditionFailure("there is a template \(template)") }
    return page
  }
}
