import CCairo

/// Where fonts are looked for.
public enum FontFiles {
  /// The folders and files that fontconfig reads: fonts, its configuration, its caches.
  public static var places: [String] {
    unsafe [FcConfigGetFontDirs(nil), FcConfigGetConfigFiles(nil), FcConfigGetCacheDirs(nil)]
      .flatMap { unsafe texts($0) }
  }

  private static func texts(_ list: OpaquePointer?) -> [String] {
    guard let list = unsafe list else { return [] }
    defer { unsafe FcStrListDone(list) }
    var texts: [String] = []
    while let text = unsafe FcStrListNext(list) { texts.append(unsafe String(cString: text)) }
    return texts
  }
}
