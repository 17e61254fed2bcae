import CBuild

/// What this very program was built from.
public enum Build {
  /// The version, as Package.swift says it.
  public static var version: String { unsafe String(cString: tirazh_version()) }

  /// The commit; nil where nobody said which.
  public static var commit: String? {
    let commit = unsafe String(cString: tirazh_commit())
    return commit.isEmpty ? nil : commit
  }
}
