public import Exam

/// A campaign's layout: what it prescribes, where marks may stand, and its papers.
public struct LayoutProfile: Sendable {
  /// The layout's name.
  public let name: String
  /// What the campaign prescribes.
  public let policy: Policy
  /// The language of the papers.
  public let language: Language
  /// Places to try for the mark, in order.
  public let markPlaces: [MarkPlace]
  /// The papers by name.
  public let papers: [String: PaperTemplate]

  /// Reads a layout from its files: one with `policy`, the others a paper each.
  public static func parse(name: String, files: [String: String]) throws -> LayoutProfile {
    var head: (Policy, Language, [MarkPlace])?
    var papers: [YAMLNode] = []
    for (file, text) in files.sorted(by: { $0.key < $1.key }) {
      let yaml = try YAMLNode.parse(text, file: file)
      if file.hasSuffix("-layout.yaml") { head = try readHead(yaml) } else { papers.append(yaml) }
    }
    guard let (policy, language, places) = head, let first = places.first else {
      throw Trouble(
        "layout.no-head", at: name,
        Wording(
          ru: "В макете нет файла …-layout.yaml с местами для метки",
          en: "The layout has no …-layout.yaml with places for the mark"))
    }
    var templates: [String: PaperTemplate] = [:]
    for yaml in papers {
      let template = try PaperTemplate(yaml, mark: first)
      guard templates.updateValue(template, forKey: template.name) == nil else {
        throw yaml.wrong(
          Wording(
            ru: "Лист «\(template.name)» уже описан в другом файле макета",
            en: "The paper “\(template.name)” is described by another file of the layout, too"))
      }
    }
    return LayoutProfile(
      name: name, policy: policy, language: language, markPlaces: places,
      papers: templates)
  }

  /// The paper with this name.
  public func paper(_ name: String) throws -> PaperTemplate {
    if let paper = papers[name] { return paper }
    throw Trouble(
      "layout.no-paper", exit: .failed, at: self.name,
      Wording(ru: "В макете нет листа «\(name)»", en: "The layout has no paper “\(name)”"))
  }

  private static func readHead(_ yaml: YAMLNode) throws -> (Policy, Language, [MarkPlace]) {
    let keys = try yaml.map(["language", "policy", "pages", "marks"])
    let language = try keys["language"]?.oneOf(Language.self) ?? .ru
    let places = try keys["marks"]?.list().map(MarkPlace.init) ?? []
    var policy = try keys["policy"].map(readPolicy) ?? Policy()
    policy.pages = try keys["pages"].map(PagePatterns.init)
    return (policy, language, places)
  }

  private static func readPolicy(_ yaml: YAMLNode) throws -> Policy {
    let keys = try yaml.map([
      "sides", "media", "enlargedMedia", "printColorMode", "printScaling", "usualPages",
      "usualVariants", "examPackName", "proofPackName", "spareLetter", "forbiddenPhrases",
      "materialsFrom",
      "roomLimit", "severities",
    ])
    var policy = Policy()
    if let sides = keys["sides"] {
      guard let value = Sides(rawValue: try sides.text()) else {
        throw sides.wrong(
          Wording(
            ru: "Нужно one-sided или two-sided-long-edge",
            en: "one-sided or two-sided-long-edge is needed"))
      }
      policy.sides = value
    }
    if let media = keys["media"] { policy.media = try media.text() }
    if let media = keys["enlargedMedia"] {
      let text = try media.text()
      policy.enlargedMedia = text == "none" ? nil : text
    }
    if let mode = keys["printColorMode"] { policy.printColorMode = try mode.text() }
    if let scaling = keys["printScaling"] { policy.printScaling = try scaling.text() }
    if let pages = keys["usualPages"] { policy.usualPages = Int(try pages.number()) }
    if let variants = keys["usualVariants"] {
      policy.usualVariants = try variants.list().map { Variant(rawValue: try $0.text()) }
    }
    if let name = keys["examPackName"] { policy.examPackName = try name.text() }
    if let name = keys["proofPackName"] { policy.proofPackName = try name.text() }
    if let letter = keys["spareLetter"] { policy.spareLetter = try letter.text() }
    if let phrases = keys["forbiddenPhrases"] {
      policy.forbiddenPhrases = try phrases.list().map { try $0.text() }
    }
    if let source = keys["materialsFrom"] { policy.materialsFrom = try source.text() }
    if let limit = keys["roomLimit"] { policy.roomLimit = Int(try limit.number()) }
    policy.severities = try keys["severities"].map(Self.severities)
    return policy
  }

  /// How serious the campaign takes the findings that it may judge.
  private static func severities(_ node: YAMLNode) throws -> [Finding.Kind: Severity] {
    let judged = Finding.Kind.allCases.filter(\.isJudged)
    let keys = try node.map(Set(judged.map(\.rawValue)))
    let pairs = try judged.compactMap { kind in
      try keys[kind.rawValue].map { (kind, try $0.oneOf(Severity.self)) }
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }
}
