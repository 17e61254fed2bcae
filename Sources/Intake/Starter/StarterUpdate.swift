public import Exam

/// What an exam.yaml that is there already does not know of its folder yet.
public struct StarterUpdate: Sendable {
  /// Another list that is newer than the one it names.
  public let list: (from: String?, to: String)?
  /// Works whose materials came later.
  public let works: [StarterWork]
  /// Files that came later for works that it has.
  public let additions: [StarterAddition]

  private let text: StarterText

  /// Compares what lies here with what exam.yaml says; `text` writes what would be added.
  public init(_ survey: StarterSurvey, existing: ExamDescription, text: StarterText) {
    self.text = text
    let named = existing.list
    if let found = survey.list?.file, let named, named != found {
      list = (named, found)
    } else {
      list = nil
    }
    let files = Set(existing.works.flatMap { $0.materials.flatMap(\.files) })
    works = survey.works.filter { work in
      let isKnown = existing.works.contains { $0.subject == work.subject && $0.grade == work.grade }
      return !isKnown && files.isDisjoint(with: work.files)
    }
    additions = survey.works.compactMap { StarterAddition($0, survey, existing: existing) }
  }

  /// Whether exam.yaml says all that the folder tells.
  public var isEmpty: Bool { list == nil && works.isEmpty && additions.isEmpty }

  /// The file with the changes; everything else, comments too, stays as it was written.
  ///
  /// - Throws: Where files have to be added by hand.
  public func applied(to yaml: String) throws(Trouble) -> String {
    var edit = DescriptionEdit(yaml)
    for addition in additions {
      for file in addition.files
      where !edit.add(text.quoted(file), toMaterial: addition.material, ofWork: addition.work) {
        throw addition.byHand
      }
    }
    var lines = edit.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last?.isEmpty == true { lines.removeLast() }
    if let list, let index = lines.firstIndex(where: { $0.hasPrefix("list:") }) {
      lines[index] = "list: " + text.quoted(list.to)
    }
    guard !works.isEmpty else { return lines.joined(separator: "\n") + "\n" }
    if let head = lines.firstIndex(where: { $0.hasPrefix("works:") }) {
      let after = lines[(head + 1)...].firstIndex { line in
        line.first.map { !$0.isWhitespace && $0 != "-" && $0 != "#" } ?? false
      }
      let item = lines[(head + 1)...].first { $0.drop { $0 == " " }.first == "-" }
      let indent = item?.prefix { $0 == " " }.count ?? 2
      lines.insert(contentsOf: entries(indent), at: after ?? lines.endIndex)
    } else {
      let note = lines.firstIndex { $0.hasPrefix("# works:") }
      let place = note ?? lines.endIndex
      if note != nil { lines.remove(at: place) }
      lines.insert(contentsOf: ["works:"] + entries(2), at: place)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The works' lines, as deep as those that are there.
  private func entries(_ indent: Int) -> [String] {
    text.entries(of: works).map { String(repeating: " ", count: indent) + $0.dropFirst(2) }
  }
}

/// Files that came later for a work that exam.yaml has: the other variant, most often.
public struct StarterAddition: Sendable {
  /// The subject, as exam.yaml writes it.
  public let subject: String
  /// The grade.
  public let grade: Int?
  /// The files.
  public let files: [String]
  /// The variants that they name.
  public let variants: [Variant]
  /// Which of exam.yaml's works, and which of its materials, from 0.
  let work: Int
  let material: Int

  /// Finds the one work of exam.yaml that a work of the folder is, and what is new of it; nil where
  /// nothing is, where exam.yaml says more of its files than a name, or where they hold no other variant.
  init?(_ found: StarterWork, _ survey: StarterSurvey, existing: ExamDescription) {
    let same = existing.works.indices.filter {
      existing.works[$0].subject == found.subject && existing.works[$0].grade == found.grade
    }
    guard let index = same.first, same.count == 1 else { return nil }
    let materials = existing.works[index].materials
    let own = materials.indices.filter { materials[$0].give == .participant }
    guard let place = own.first, own.count == 1, materials[place].isNamedOnly else { return nil }
    let known = Set(existing.works.flatMap { $0.materials.flatMap(\.files) })
    let held = Set(
      survey.materials.filter { materials[place].files.contains($0.file) }.flatMap(\.variants))
    let new = survey.materials.filter { material in
      found.files.contains(material.file) && !known.contains(material.file)
        && (material.variants.isEmpty || !held.isSuperset(of: material.variants))
    }
    guard !new.isEmpty else { return nil }
    (subject, grade) = (existing.works[index].subject, existing.works[index].grade)
    files = new.map(\.file)
    variants = Set(new.flatMap(\.variants)).sorted()
    (work, material) = (index, place)
  }

  var byHand: Trouble {
    let list = files.joined(separator: ", ")
    return Trouble(
      "init.by-hand", at: "exam.yaml",
      Wording(
        ru: "Файлы работы «\(subject)» записаны так, что дописать \(list) сюда не вышло; ничего не "
          + "изменено. Допишите сами в files: этой работы",
        en:
          "The files of “\(subject)” are written in a way that \(list) could not be added to; nothing "
          + "was changed. Add it to files: of this work yourself"))
  }
}

extension Material {
  /// Whether exam.yaml says nothing of its pages, so that another file may stand beside.
  fileprivate var isNamedOnly: Bool {
    pages == nil && outline == nil && split == nil && variant == nil && !verified
  }
}
