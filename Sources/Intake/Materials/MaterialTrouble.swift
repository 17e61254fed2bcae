import Archive
public import Exam

/// Why a file cannot be a material, in words.
public enum MaterialTrouble {
  static func notAMaterial(_ place: String) -> Trouble {
    Trouble(
      "material.not-pdf", at: place,
      Wording(
        ru: "это не PDF и не архив (ZIP, 7z, RAR): скачайте файл заново или укажите другой",
        en: "this is neither a PDF nor an archive (ZIP, 7z, RAR): download it again or name another"
      ))
  }

  /// One piece of an archive that was cut.
  public static func volume(_ place: String) -> Trouble {
    Trouble(
      "material.volume", at: place,
      Wording(
        ru:
          "это один том архива, разрезанного на части: сам по себе он не читается. Откройте первый "
          + "том архиватором (7-Zip), извлеките файлы PDF и положите их сюда",
        en:
          "this is one volume of an archive cut in pieces and cannot be read alone. Open the first "
          + "volume with an archiver (7-Zip), extract the PDF files and put them here"))
  }

  static func unreadable(_ place: String) -> Trouble {
    Trouble(
      "material.unreadable", exit: .failed, at: place,
      Wording(
        ru: "файл не читается: проверьте, что он на месте и открывается",
        en: "the file cannot be read: check that it is there and opens"))
  }

  static func noPDF(_ place: String) -> Trouble {
    Trouble(
      "material.no-pdf", at: place,
      Wording(
        ru: "в архиве нет ни одного PDF: проверьте, тот ли это архив",
        en: "the archive holds no PDF: check that it is the right archive"))
  }

  static func tooDeep(_ place: String) -> Trouble {
    Trouble(
      "material.archive-too-deep", at: place,
      Wording(
        ru: "слишком много архивов один в другом: распакуйте архив и укажите файлы PDF",
        en: "too many archives inside each other: unpack the archive and name the PDF files"))
  }

  static func unsafeName(_ name: String, _ place: String) -> Trouble {
    let shown = String(
      name.unicodeScalars.prefix(80).map { $0.value < 32 || $0.value == 127 ? "?" : Character($0) })
    return Trouble(
      "material.archive-path", at: place,
      Wording(
        ru: "имя «\(shown)» в архиве ведёт за его пределы или недопустимо: такой архив нельзя "
          + "считать целым, скачайте его заново",
        en: "the name “\(shown)” leads out of the archive or is not allowed: the archive is not to "
          + "be trusted, download it again"))
  }

  static func passwordNeeded(_ place: String) -> Trouble {
    Trouble(
      "material.password-needed", at: place,
      Wording(
        ru: "нужен пароль к архиву: в терминале tirazh check, print и другие его спросят; иначе "
          + "укажите --password-file ФАЙЛ",
        en:
          "the archive needs a password: in a terminal tirazh check, print and others ask for it; "
          + "else give --password-file FILE"))
  }

  static func wrongPassword(_ place: String, _ password: MaterialPassword?) -> Trouble {
    let message = Wording(
      ru: "пароль к архиву не подошёл: проверьте его и повторите",
      en: "the password does not fit the archive: check it and try again")
    return Trouble(
      "material.password-wrong", at: place, password?.hinting(message) ?? message)
  }

  static func of(_ error: ArchiveError, _ place: String) -> Trouble {
    switch error {
    case .cannotDecrypt:
      Trouble(
        "material.password-unsupported", at: place,
        Wording(
          ru: "этот архив закрыт паролем, а с паролем читается только ZIP: распакуйте его сами и "
            + "укажите файлы PDF",
          en:
            "this archive needs a password, and only ZIP is read with one: unpack it yourself and "
            + "name the PDF files"))
    case .wrongPassword: wrongPassword(place, nil)
    case .wrongPasswordOrDamaged:
      Trouble(
        "material.password-or-damage", at: place,
        Wording(
          ru: "пароль не подходит или архив повреждён: проверьте пароль; если он верен, скачайте "
            + "архив заново",
          en: "the password does not fit or the archive is damaged: check the password; if it is "
            + "right, download the archive again"))
    case .unsupported:
      Trouble(
        "material.archive-unsupported", at: place,
        Wording(
          ru: "способ сжатия архива не поддерживается: распакуйте его и укажите файлы PDF",
          en: "the archive is packed in a way that cannot be read: unpack it and name the PDF files"
        ))
    case .tooLarge, .tooManyEntries, .duplicateName, .notAFile, .notAnArchive, .damaged:
      spoilt(error, place)
    }
  }

  private static func spoilt(_ error: ArchiveError, _ place: String) -> Trouble {
    switch error {
    case .tooLarge, .tooManyEntries:
      Trouble(
        "material.archive-too-large", at: place,
        Wording(
          ru: "архив распаковывается в слишком большой объём: укажите файлы PDF без архива",
          en: "the archive unpacks to too much: name the PDF files without an archive"))
    case .duplicateName(let entry):
      Trouble(
        "material.archive-doubled", at: place,
        Wording(
          ru: "в архиве два файла с именем «\(entry)»: оставьте один",
          en: "the archive holds two files named “\(entry)”: keep one"))
    case .notAFile(let entry):
      Trouble(
        "material.archive-link", at: place,
        Wording(
          ru: "«\(entry)» в архиве только ссылка, а не файл: укажите файлы PDF без архива",
          en: "“\(entry)” in the archive is only a link: name the PDF files without an archive"))
    default:
      Trouble(
        "material.archive-damaged", at: place,
        Wording(
          ru: "архив повреждён или скачан не полностью: скачайте его заново",
          en: "the archive is damaged or cut short: download it again"))
    }
  }
}
