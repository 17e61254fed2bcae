import Confinement
import Exam
import Foundation
import Testing

@testable import RenderWorker

/// Confines this process as the worker is and ends it: with 0 where the call is refused.
private func isRefused(_ call: () -> Int) -> Never {
  guard WorkerIsolation.apply().isFiltered else { exit(2) }
  errno = 0
  exit(call() < 0 && [EPERM, EACCES, ENOSYS].contains(errno) ? 0 : 1)
}

/// A file of this process's own.
private func file() -> String {
  let path = FileManager.default.temporaryDirectory
    .appendingPathComponent("tirazh-isolation-\(getpid())").path
  _ = FileManager.default.createFile(atPath: path, contents: Data("a".utf8))
  return path
}

private func remove(_ path: String) -> Int { unsafe Int(unlink(path)) }
private func rename(_ path: String) -> Int {
  unsafe Int(Foundation.rename(path, path + "-new"))
}
private func empty(_ path: String) -> Int { unsafe Int(truncate(path, 0)) }

/// Each thing that the worker may not do, tried by a process that is confined like it.
@Suite struct IsolationTests {
  @Test func noSocketIsMade() async {
    await #expect(processExitsWith: .success) {
      isRefused { Int(socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)) }
    }
  }

  @Test func noOpenSocketIsConnected() async {
    await #expect(processExitsWith: .success) {
      let open = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
      var address = sockaddr_un()
      address.sun_family = sa_family_t(AF_UNIX)
      isRefused {
        unsafe withUnsafePointer(to: &address) { pointer in
          unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            Int(unsafe connect(open, $0, socklen_t(MemoryLayout<sockaddr_un>.size)))
          }
        }
      }
    }
  }

  @Test func noFileIsOpenedForWriting() async {
    await #expect(processExitsWith: .success) {
      let path = file()
      isRefused { Int(unsafe open(path, O_WRONLY)) }
    }
  }

  @Test func noFileIsOpenedForReadingAndWriting() async {
    await #expect(processExitsWith: .success) {
      let path = file()
      isRefused { Int(unsafe open(path, O_RDWR)) }
    }
  }

  @Test func noFileIsCreated() async {
    await #expect(processExitsWith: .success) {
      let path = file() + "-new"
      isRefused { Int(unsafe open(path, O_RDONLY | O_CREAT, 0o600)) }
    }
  }

  @Test func noFileIsRemoved() async {
    await #expect(processExitsWith: .success) {
      let path = file()
      isRefused { remove(path) }
    }
  }

  @Test func noFileIsRenamed() async {
    await #expect(processExitsWith: .success) {
      let path = file()
      isRefused { rename(path) }
    }
  }

  @Test func noFileIsTruncated() async {
    await #expect(processExitsWith: .success) {
      let path = file()
      isRefused { empty(path) }
    }
  }

  @Test func noProgramIsStarted() async {
    await #expect(processExitsWith: .success) {
      isRefused {
        var arguments: [UnsafeMutablePointer<CChar>?] = unsafe [nil]
        return Int(unsafe execv("/bin/true", &arguments))
      }
    }
  }

  @Test func noProcessIsStarted() async {
    await #expect(processExitsWith: .success) {
      isRefused {
        var pid: pid_t = 0
        let code = unsafe posix_spawn(&pid, "/bin/true", nil, nil, [nil], [nil])
        errno = code
        return code == 0 ? 0 : -1
      }
    }
  }

  @Test func nobodyIsTraced() async {
    await #expect(processExitsWith: .success) {
      // A function of any number of arguments, called with four; 0 is PTRACE_TRACEME.
      typealias Trace = @convention(c) (Int, Int, Int, Int) -> Int
      guard let function = unsafe dlsym(nil, "ptrace") else { exit(3) }
      let trace = unsafe unsafeBitCast(function, to: Trace.self)
      isRefused { trace(0, 0, 0, 0) }
    }
  }

  @Test func noProcessIsSignalled() async {
    await #expect(processExitsWith: .success) {
      let parent = getppid()
      isRefused { Int(kill(parent, 0)) }
    }
  }

  @Test(.enabled(if: FileAccess.version != nil, "the kernel has no Landlock"))
  func noOtherFileIsRead() async {
    await #expect(processExitsWith: .success) {
      let path = file()
      isRefused { Int(unsafe open(path, O_RDONLY)) }
    }
  }

  /// Pages are drawn and threads started as before.
  @Test func whatIsNeededGoesOn() async {
    await #expect(processExitsWith: .success) {
      guard WorkerIsolation.apply().isFiltered else { exit(2) }
      let thread = Thread {}
      thread.start()
      while !thread.isFinished { usleep(1000) }
      exit((try? Data(contentsOf: URL(fileURLWithPath: "/etc/fonts/fonts.conf"))) == nil ? 1 : 0)
    }
  }
}
