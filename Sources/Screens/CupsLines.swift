public import Exam
public import Printing

/// What CUPS would keep of exam pages, and how to stop it.
public enum CupsLines {
  /// A line for each of them.
  public static func of(_ settings: CupsSettings?, _ language: Language) -> [String] {
    (settings?.traces ?? []).map { words($0)[language] }
  }

  private static func words(_ trace: CupsSettings.Trace) -> Wording {
    switch trace {
    case .files(let seconds):
      let span = seconds.map { Numbers.span($0) }
      return Wording(
        ru: "CUPS         хранит файлы заданий " + (span?.ru ?? "всегда")
          + ": страницы работ останутся на этом компьютере. От имени администратора: "
          + "cupsctl PreserveJobFiles=No",
        en: "CUPS         keeps the files of jobs " + (span.map { "for " + $0.en } ?? "for ever")
          + ": exam pages stay on this computer. As administrator: cupsctl PreserveJobFiles=No")
    case .log:
      return Wording(
        ru: "CUPS         пишет в журнал каждое задание подробно. От имени администратора: "
          + "cupsctl --no-debug-logging",
        en: "CUPS         writes every job into its log. As administrator: "
          + "cupsctl --no-debug-logging")
    case .pageLog:
      return Wording(
        ru: "CUPS         пишет названия заданий в журнал страниц. Уберите %{job-name} из "
          + "PageLogFormat в /etc/cups/cupsd.conf",
        en: "CUPS         writes the names of jobs into its page log. Take %{job-name} out of "
          + "PageLogFormat in /etc/cups/cupsd.conf")
    }
  }
}
