import Exam
import Intake
import RenderClient

/// Opens PDFs in the worker; one with a password of its own with a password of the run.
struct MaterialOpening {
  let worker: RenderClient
  let keys: any MaterialKeys

  func open(_ bytes: [UInt8], sha256: String, name: String) async throws {
    do {
      _ = try await worker.open(sha256: sha256, bytes: bytes, password: nil)
    } catch let trouble as Trouble where trouble.cause == .encrypted {
      try await unlock(bytes, sha256, name)
    }
  }

  private func unlock(_ bytes: [UInt8], _ sha256: String, _ name: String) async throws {
    var tried = 0
    var wrong: MaterialPassword?
    while let password = keys.password(for: name, after: tried) {
      tried += 1
      wrong = password
      for candidate in password.pdfCandidates {
        do {
          _ = try await worker.open(sha256: sha256, bytes: bytes, password: candidate)
          return
        } catch let trouble as Trouble where trouble.cause == .encrypted { continue }
      }
    }
    throw wrong.map { Self.wrongPassword($0, name) } ?? Self.passwordNeeded(name)
  }

  private static func wrongPassword(_ password: MaterialPassword, _ name: String) -> Trouble {
    let complaint = Wording(
      ru: "PDF закрыт паролем, и этот пароль к нему не подходит: проверьте пароль или сохраните "
        + "PDF без него",
      en: "The PDF has a password and this one does not fit: check it, or save the PDF without "
        + "one")
    return Trouble("pdf.password-wrong", at: name, password.hinting(complaint))
  }

  private static func passwordNeeded(_ name: String) -> Trouble {
    Trouble(
      "pdf.encrypted", cause: .encrypted, at: name,
      Wording(
        ru:
          "PDF закрыт паролем: в терминале tirazh check, print и другие его спросят; иначе укажите "
          + "--password-file ФАЙЛ",
        en: "The PDF has a password: in a terminal tirazh check, print and others ask for it; else "
          + "give --password-file FILE"))
  }
}
