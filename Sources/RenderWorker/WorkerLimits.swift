import Glibc

/// What the child that opens strange files may not do.
enum WorkerLimits {
  /// Bytes of address space: far above what a pack needs, far below what harms the machine.
  private static let memory: rlim_t = 4 << 30

  /// Forbids to write files and to leave a core, and bounds the memory; ends with the process.
  static func apply() {
    // A file opened before, such as a redirected standard error, refuses writes instead of killing.
    signal(SIGXFSZ, SIG_IGN)
    limit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), to: 0)
    limit(__rlimit_resource_t(RLIMIT_CORE.rawValue), to: 0)
    limit(__rlimit_resource_t(RLIMIT_AS.rawValue), to: memory)
  }

  /// Seconds of computing for a page; the parent bounds the time on the clock.
  private static let secondsAPage: rlim_t = 30

  /// Gives the page that is begun its seconds; more than those end the process.
  static func beginPage() {
    var used = rusage()
    guard unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &used) == 0 else { return }
    boundSeconds(rlim_t(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + secondsAPage)
  }

  /// Lifts the bound of the last page: what comes next is no page.
  static func endPages() { boundSeconds(.max) }

  private static func boundSeconds(_ seconds: rlim_t) {
    var bound = rlimit()
    let resource = __rlimit_resource_t(RLIMIT_CPU.rawValue)
    guard unsafe getrlimit(resource, &bound) == 0 else { return }
    bound.rlim_cur = min(seconds, bound.rlim_max)
    _ = unsafe setrlimit(resource, &bound)
  }

  private static func limit(_ resource: __rlimit_resource_t, to value: rlim_t) {
    var bound = rlimit(rlim_cur: value, rlim_max: value)
    _ = unsafe setrlimit(resource, &bound)
  }
}
