import Glibc

/// Core dumps: they would put exam pages on the disk in the clear.
enum CoreDumps {
  /// Forbids them for this process and its children.
  static func forbid() {
    var bound = rlimit(rlim_cur: 0, rlim_max: 0)
    _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &bound)
  }
}
