import Printing
import Testing

/// What a CUPS server would keep of exam pages.
@Suite struct CupsSettingsTests {
  @Test(
    arguments: [
      ("", [.files(seconds: 86_400)]),
      ("PreserveJobFiles No", []),
      ("preservejobfiles 0\n", []),
      ("PreserveJobFiles Yes", [.files(seconds: nil)]),
      ("PreserveJobFiles 2h", [.files(seconds: 7200)]),
      ("PreserveJobFiles 1d\nLogLevel debug2", [.files(seconds: 86_400), .log]),
      ("PreserveJobFiles No\nLogLevel warn\nPageLogFormat %p %{job-name}", [.pageLog]),
      (
        "#PreserveJobFiles Yes\n<Policy default>\nPreserveJobFiles Yes\n</Policy>\nPreserveJobFiles Off",
        []
      ),
    ] as [(String, [CupsSettings.Trace])])
  func whatStaysBehindIsSeen(text: String, traces: [CupsSettings.Trace]) {
    #expect(CupsSettings(text).traces == traces)
  }
}
