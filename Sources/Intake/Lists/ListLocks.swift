public import Exam

/// Files that office programs put beside a document while it is open.
public enum ListLocks {
  /// Whether a file name is such a file's: `~$список.xlsx`, `.~lock.список.ods#`.
  public static func isLock(_ name: String) -> Bool {
    name.hasPrefix("~$") || (name.hasPrefix(".~lock.") && name.hasSuffix("#"))
  }

  /// What to say of `list` when its folder holds `names`.
  public static func findings(list: String, among names: [String]) -> [Finding] {
    let excel = names.contains("~$" + list)
    let libreOffice = names.contains(".~lock.\(list)#")
    guard excel || libreOffice else { return [] }
    let program = excel ? "Excel" : "LibreOffice"
    return [
      Finding(
        .listOpen, .note, at: list,
        Wording(
          ru: "Список открыт в \(program): несохранённое не видно",
          en: "The list is open in \(program): what is not saved yet cannot be seen"))
    ]
  }
}
