import CSeccomp
import Glibc

/// Which files this thread, and those that it starts, may use from now on (Landlock).
public enum FileAccess {
  /// The version of Landlock that the kernel has; nil where it has none, or where it is switched off.
  public static var version: Int? {
    let version = tirazh_landlock_version()
    return version > 0 ? version : nil
  }

  /// Leaves nothing but reading in these folders and of these files; what is not there is passed over.
  ///
  /// Files that are open stay so.
  public static func onlyReading(_ paths: [String]) throws(ConfinementError) {
    let ruleset = tirazh_landlock_ruleset(handled)
    guard ruleset >= 0 else {
      throw ConfinementError(call: "landlock_create_ruleset", code: errno)
    }
    defer { close(Int32(ruleset)) }
    for path in paths { try allow(path, in: Int32(ruleset)) }
    guard tirazh_landlock_restrict(Int32(ruleset)) == 0 else {
      throw ConfinementError(call: "landlock_restrict_self", code: errno)
    }
  }

  private static func allow(_ path: String, in ruleset: Int32) throws(ConfinementError) {
    let place = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard place >= 0 else { return }
    defer { close(place) }
    var status = stat()
    let isFolder = unsafe fstat(place, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    let reading = UInt64(LANDLOCK_ACCESS_FS_READ_FILE)
    let access = isFolder ? reading | UInt64(LANDLOCK_ACCESS_FS_READ_DIR) : reading
    guard tirazh_landlock_allow(ruleset, place, access) == 0 else {
      throw ConfinementError(call: "landlock_add_rule", code: errno)
    }
  }

  /// All that the kernel's version can refuse: 13 rights, then linking elsewhere, then truncating.
  private static var handled: UInt64 {
    switch version ?? 0 {
    case ...1: 1 << 13 - 1
    case 2: 1 << 14 - 1
    default: 1 << 15 - 1
    }
  }
}
