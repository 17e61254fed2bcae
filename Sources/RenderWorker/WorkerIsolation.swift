import Cairo
import Confinement
import Exam
import Foundation

/// Takes away from the child that opens strange files whatever drawing pages does not need.
///
/// What a library could be made to do is bounded twice: by the system calls that the kernel refuses, and
/// by the files that it shows. Neither can be undone by the process.
enum WorkerIsolation {
  /// Confines this process for good, as far as the kernel lets it.
  ///
  /// Fonts are found before, as their look-up writes caches; no other thread is running yet.
  static func apply() -> Isolation {
    warmUp()
    return Isolation(files: confineFiles(), isFiltered: filterCalls())
  }

  /// Reads the fonts' configuration and sets a text, so that what is slow is done and found.
  private static func warmUp() {
    _ = try? TextLayout(text: "Тираж 0", style: TextStyle(family: "PT Sans", size: 8))
  }

  // MARK: Files

  /// Where the program lies: a package brings libraries of its own along.
  private static var ownFolder: [String] {
    guard let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    else { return [] }
    return [(program as NSString).deletingLastPathComponent]
  }

  /// Libraries and their data, fonts, and what the C library asks of the machine.
  private static let readable = [
    "/usr", "/lib", "/lib64", "/etc", "/proc/self", "/sys/devices/system/cpu",
  ]

  /// - Returns: The version of Landlock that holds; nil where the kernel has none.
  private static func confineFiles() -> Int? {
    guard let version = FileAccess.version else { return nil }
    do {
      try FileAccess.onlyReading(readable + ownFolder + FontFiles.places)
      return version
    } catch {
      return nil
    }
  }

  // MARK: System calls

  private static func filterCalls() -> Bool {
    do {
      let filter = try SystemCallFilter()
      for name in refused { try filter.refuse(name) }
      for name in unknown { try filter.refuse(name, code: ENOSYS) }
      try refuseWriting(filter)
      try refuseOthers(filter)
      try filter.load()
      return true
    } catch {
      return false
    }
  }

  /// No network, no program, no change of any file, no look into other processes, no way around these.
  private static let refused = [
    "socket", "socketpair", "connect", "bind", "listen", "accept", "accept4",
    "execve", "execveat", "fork", "vfork",
    "creat", "truncate", "ftruncate", "fallocate", "unlink", "unlinkat", "rename", "renameat",
    "renameat2", "link", "linkat", "symlink", "symlinkat", "mkdir", "mkdirat", "rmdir", "mknod",
    "mknodat", "chmod", "fchmod", "fchmodat", "chown", "fchown", "lchown", "fchownat", "utime",
    "utimes", "futimesat", "utimensat", "setxattr", "lsetxattr", "fsetxattr", "removexattr",
    "lremovexattr", "fremovexattr",
    "mount", "umount2", "pivot_root", "chroot", "move_mount", "open_tree", "fsopen", "fsmount",
    "mount_setattr", "open_by_handle_at", "setns", "unshare",
    "ptrace", "process_vm_readv", "process_vm_writev", "pidfd_open", "pidfd_getfd",
    "pidfd_send_signal", "rt_sigqueueinfo", "rt_tgsigqueueinfo", "tkill",
    "bpf", "perf_event_open", "userfaultfd", "keyctl", "add_key", "request_key", "memfd_create",
    "shmget", "shmat", "msgget", "semget", "mq_open",
  ]

  /// The C library goes on with an older call: of these the filter could not see what they are asked.
  private static let unknown = [
    "clone3", "openat2", "io_uring_setup", "io_uring_enter", "io_uring_register",
  ]

  /// A file that is opened is opened to be read.
  private static func refuseWriting(_ filter: borrowing SystemCallFilter) throws(ConfinementError) {
    for (name, argument) in [("open", UInt32(1)), ("openat", 2)] {
      for way in [O_WRONLY, O_RDWR, O_ACCMODE] {
        try filter.refuse(
          name, when: .bits(argument: argument, mask: UInt64(O_ACCMODE), are: UInt64(way)))
      }
      for flag in [O_CREAT, O_TRUNC] {
        try filter.refuse(
          name, when: .bits(argument: argument, mask: UInt64(flag), are: UInt64(flag)))
      }
    }
  }

  /// Threads may be started, processes not; a signal may go to nobody else.
  private static func refuseOthers(_ filter: borrowing SystemCallFilter) throws(ConfinementError) {
    // CLONE_THREAD of <sched.h>.
    try filter.refuse("clone", when: .bits(argument: 0, mask: 0x10000, are: 0))
    for name in ["kill", "tgkill"] {
      try filter.refuse(name, when: .differs(argument: 0, from: UInt64(getpid())))
    }
    // Zero is the process itself.
    try filter.refuse("prlimit64", when: .differs(argument: 0, from: 0))
  }
}
