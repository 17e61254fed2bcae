import Exam
import RenderClient

/// Finds texts of the list and of exam.yaml that papers cannot print: no font has their characters.
struct UnprintableText {
  let participants: [Participant]
  let description: ExamDescription

  /// A stop for each room with such a text, at its first cell; for exam.yaml's own texts one for all.
  func findings(_ worker: RenderClient) async throws -> [Finding] {
    let subjects = description.works.map(\.subject).filter { !$0.isEmpty }
    let texts = Array(
      Set(participants.flatMap { Self.texts($0).map(\.text) } + described + subjects)
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
    return rooms + works + [own].compactMap(\.self)
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
