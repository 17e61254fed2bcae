import Testing

@testable import Tables

@Suite("XML of workbooks") struct XMLTests {
  @Test("elements, attributes, entities, sections") func walk() {
    let walker = XMLWalker()
    var heard: [String] = []
    walker.onStart = { [unowned walker] name, attributes in
      heard.append("<\(name) \(attributes["b"] ?? "-")")
      walker.isGathering = name == "t"
    }
    walker.onEnd = { [unowned walker] name in
      heard.append("\(name)> \(walker.text)")
      walker.text = ""
    }
    let text =
      "\u{FEFF}<?xml version='1.0'?><!-- < --><a x:b='1&gt;2' ab=\"3\">no"
      + "<x:t >&amp;&#1071;&#x42F;<![CDATA[<&>]]></x:t><e/></a>\n"
    #expect(walker.walk(Array(text.utf8)))
    #expect(heard == ["<a 1>2", "<t -", "t> &ЯЯ<&>", "<e -", "e> ", "a> "])
  }

  @Test(
    "what is not well-formed",
    arguments: [
      "", "text", "<a>", "<a></b>", "<a/><b/>", "<a b='>", "<a>&unknown;</a>", "<!DOCTYPE a><a/>",
      "<a/>text", "</a>",
    ])
  func illFormed(text: String) {
    let walker = XMLWalker()
    walker.isGathering = true
    #expect(!walker.walk(Array(text.utf8)))
  }
}
