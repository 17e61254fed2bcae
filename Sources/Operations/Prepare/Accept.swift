public import Exam
import Foundation
import Journal

extension ExamDesk {
  /// Writes down that a person accepts findings of `check`, by their numbers there, or by their codes.
  ///
  /// - Parameters:
  ///   - numbers: The numbers, from 1; or the findings' own codes.
  ///   - reason: Why, in the person's words; it stays in the journal.
  /// - Returns: The findings.
  /// - Throws: Why one cannot be accepted; then none is.
  public func accept(_ numbers: [Int], reason: String) async throws -> [Finding] {
    let reason = reason.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !reason.isEmpty else { throw AcceptTrouble.noReason }
    let prepared = try await withWorker { try await prepare(with: $0) }
    let findings = try numbers.map { try Self.finding($0, of: prepared, in: folder) }
    for finding in findings { try AcceptTrouble.refuse(finding) }
    for finding in findings {
      try await settle(
        AcceptanceDraft(
          acceptance: Acceptance(
            of: finding, documents: Accepted.documents(of: finding, in: prepared.plan),
            reason: reason),
          names: prepared.participants.compactMap(\.name),
          materials: prepared.settledImports(takingAccepted: false)))
    }
    return findings
  }
}

/// A person's word that is to be written.
struct AcceptanceDraft: Codable, Sendable {
  let acceptance: Acceptance
  /// Names that the reason must not hold.
  let names: [String]
  /// The files that were looked at, where they are new.
  let materials: [MaterialImport]

  func write(to journal: ExamJournal) throws {
    try journal.recordFirstImports(materials, when: Date())
    try journal.accept(acceptance, people: names, when: Date())
  }
}

extension ExamDesk {
  /// Writes a person's word, or has the window that prints write it.
  private func settle(_ draft: AcceptanceDraft) async throws {
    if let lock = try lockUnlessPrinting() {
      defer { lock.release() }
      return try draft.write(to: ExamJournal(folder: folder.url, create: true))
    }
    try await handOver(.accept(draft)) { try $0.acceptances().contains(draft.acceptance) }
  }

  /// The finding with a number of the last `check`, or with a code of its own.
  private static func finding(
    _ number: Int, of prepared: PreparedExam, in folder: ExamFolder
  ) throws -> Finding {
    if number >= Finding.firstCode {
      let found = prepared.findings.filter { $0.code == number }
      guard found.count == 1, let only = found.first else {
        throw AcceptTrouble.noNumber(number, of: prepared.findings.count)
      }
      return only
    }
    guard prepared.findings.indices.contains(number - 1) else {
      throw AcceptTrouble.noNumber(number, of: prepared.findings.count)
    }
    try SeenFindings(folder: folder).refuseUnseen(number, of: prepared)
    return prepared.findings[number - 1]
  }
}

/// Why a finding cannot be accepted.
enum AcceptTrouble {
  static var noReason: Trouble {
    Trouble(
      "accept.no-reason", exit: .usage,
      Wording(
        ru: "Укажите причину: --reason «замена согласована»",
        en: "Give the reason: --reason \"the new file is right\""))
  }

  static func noNumber(_ number: Int, of count: Int) -> Trouble {
    Trouble(
      "accept.no-number", at: "\(number)",
      Wording(
        ru: count == 0
          ? "Такой находки нет: принимать нечего. Проверьте: tirazh check"
          : "Такой находки нет. Номера от 1 до \(count) показывает tirazh check -v",
        en: count == 0
          ? "There is no such finding: there is nothing to accept. See: tirazh check"
          : "There is no such finding. tirazh check -v shows the numbers from 1 to \(count)"))
  }

  /// Refuses what nobody may accept, what needs no acceptance, and what has been accepted.
  static func refuse(_ finding: Finding) throws(Trouble) {
    if let words = never[finding.kind] {
      throw Trouble("accept.never", at: finding.place, words)
    }
    let isAcceptable = finding.kind.isAcceptable
    guard finding.severity == .note || !isAcceptable else { return }
    throw Trouble(
      isAcceptable ? "accept.already" : "accept.not-acceptable", at: finding.place,
      isAcceptable ? already : finding.severity == .stop ? mustBeRight : harmless)
  }

  private static let never: [Finding.Kind: Wording] = [
    .materialCriteria: Wording(
      ru: "Критерии и ответы участникам не печатают, принять это нельзя. Уберите файл или выберите "
        + "страницы ключом pages:",
      en: "Criteria and answers are never printed for participants; this cannot be accepted. Take "
        + "the file away or choose pages with the key pages:"),
    .listCodeDoubled: Wording(
      ru: "Один код у двоих принять нельзя: работы перепутаются. Исправьте список",
      en: "One code for two people cannot be accepted: their works would be mixed up. Correct the "
        + "list"),
  ]

  private static let already = Wording(
    ru: "Эта находка уже принята", en: "This finding has been accepted already")

  private static let mustBeRight = Wording(
    ru: "Эту остановку принять нельзя, её нужно исправить. Что сделать, сказано в tirazh check",
    en: "This stop cannot be accepted, it has to be set right. tirazh check says how")

  private static let harmless = Wording(
    ru: "Эта находка печати не мешает, принимать её не нужно",
    en: "This finding keeps nothing from being printed and needs no acceptance")
}
