import Exam
import RenderClient

/// Finds texts of the list and of exam.yaml that papers cannot print: no font has their characters.
struct UnprintableText {
  let participants: [Participant]
  let description: ExamDescription
  /// Whether a paper of the layout shows names.
  let showsNames: Bool

  /// A stop for each room with such a text, at its first cell; for exam.yaml's own texts one for all; a
  /// warning for each name, which papers leave to be written by hand.
  func findings(_ worker: RenderClient) async throws -> [Finding] {
    let subjects = description.works.map(\.subject).filter { !$0.isEmpty }
    let names = showsNames ? participants.compactMap(\.name).filter(Self.isUnusual) : []
    let texts = Array(
      Set(participants.flatMap { Self.texts($0).map(\.text) } + described + subjects + names)
    ).sorted()
    let lacking = try await worker.lacking(texts)
    let odd = Dictionary(
      zip(texts, lacking).filter { !$0.1.isEmpty }, uniquingKeysWith: { first, _ in first })
    guard !odd.isEmpty else { return [] }
    var seen: Set<RoomName> = []
    let rooms = participants.compactMap { person -> Finding? in
      guard let (column, text) = Self.texts(person).first(where: { odd[$0.text] != nil }),
        seen.insert(person.room).inserted
      else { return nil }
      return finding(.room(person.room), at: person.place(column), odd[text] ?? [])
    }
    let own = described.first { odd[$0] != nil }.map { text in
      finding(.exam, at: Wording(same: "exam.yaml"), odd[text] ?? [])
    }
    let works = description.works.compactMap { work in
      odd[work.subject].map { finding(.work(work.id), at: Wording(same: "exam.yaml"), $0) }
    }
    let unnamed = participants.compactMap { person -> Finding? in
      person.name.flatMap { odd[$0] }.flatMap { showsNames ? Self.noName(person, $0) : nil }
    }
    return rooms + works + [own].compactMap(\.self) + unnamed
  }

  /// Whether a text has other letters than every font of ours.
  static func isUnusual(_ text: String) -> Bool {
    !text.unicodeScalars.allSatisfy {
      (0x20...0x7E).contains($0.value) || (0x400...0x45F).contains($0.value)
    }
  }

  /// Nobody's papers wait for it: the place of the name stays free.
  private static func noName(_ person: Participant, _ characters: [String]) -> Finding {
    let list = characters.prefix(5).joined(separator: ", ")
    return Finding(
      .listNoGlyph, .warn, .person(person.key),
      at: person.place(person.cells?[.name] == nil ? .surname : .name),
      Wording(
        ru:
          "знаков имени (\(list)) нет ни в одном шрифте: на листах с фамилиями вместо него черта, "
          + "впишите от руки или напишите имя русскими буквами",
        en: "no font has characters of the name (\(list)): papers with names have a line in its "
          + "place, write it by hand or spell it with letters that are known"))
  }

  private static func texts(_ person: Participant) -> [(column: ListColumn, text: String)] {
    [(.room, person.room.rawValue)] + (person.className.map { [(.class, $0.rawValue)] } ?? [])
  }

  private var described: [String] {
    [description.title, description.school, description.phone].compactMap(\.self)
      .filter { !$0.isEmpty }
  }

  private func finding(_ scope: Scope, at place: Wording, _ characters: [String]) -> Finding {
    let list = characters.prefix(5).joined(separator: ", ")
    return Finding(
      .listNoGlyph, .stop, scope, at: place,
      Wording(
        ru: "знаков \(list) нет ни в одном шрифте, сопроводительный лист с ними не напечатать. "
          + "Напишите буквами",
        en:
          "no font has the characters \(list), so the packing sheet cannot be printed. Use letters")
    )
  }
}
