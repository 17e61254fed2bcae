import Exam
import Screens
import Testing

@testable import Web

/// The templates and their words.
@Suite struct PagesTests {
  @Test("Every template can be read")
  func templates() { _ = Pages() }

  @Test(
    "Every word that a template asks for is there", arguments: ConsoleFiles.templates.keys.sorted())
  func words(_ template: String) throws {
    let text = try #require(ConsoleFiles.templates[template])
    let asked = text.matches(of: /\{\{w\.([A-Za-z]+)\}\}/).map { String($0.1) }
    let known = Set(ConsoleWords.names)
    #expect(asked.filter { !known.contains($0) } == [])
  }

  @Test("No word is kept that no template asks for")
  func noIdleWords() {
    let all = ConsoleFiles.templates.values.joined()
    let idle = ConsoleWords.names.filter { name in
      !all.contains("{{w.\(name)}}") && !["sorry", "exams"].contains(name)
    }
    #expect(idle == [])
  }

  @Test("Templates hold no words of their own", arguments: ConsoleFiles.templates.keys.sorted())
  func noOwnWords(_ template: String) throws {
    let text = try #require(ConsoleFiles.templates[template])
    #expect(text.firstMatch(of: /\p{Cyrillic}/) == nil)
  }

  @Test("What comes from elsewhere is escaped")
  func escaped() {
    let words = ConsoleWords(.en)
    let page = Pages().page(
      "sorry",
      Pages.Context(
        base: "", here: "\"><script>", key: "", lang: "en", title: "<b>", heading: "",
        w: .init(words: words), frame: nil, ask: nil, password: nil, said: "<i>", trouble: nil,
        hasList: false, isBusy: false, it: "<script>alert(1)</script>"))
    #expect(!page.contains("<script>alert"))
    #expect(!page.contains("<i>"))
    #expect(!page.contains("<title><b>"))
  }

  @Test("A page asks for nothing from elsewhere and has no script or style within")
  func contained() throws {
    for (name, text) in ConsoleFiles.templates {
      #expect(!text.contains("http:") && !text.contains("https:"), "\(name)")
      #expect(text.firstMatch(of: /<style|style=| on[a-z]+=|<script>/) == nil, "\(name)")
    }
  }
}
