import Exam
import GRDB

/// What can go wrong with the journal's file, said so that a person can do something about it.
enum JournalTrouble {
  /// Runs `body`; errors of the database become troubles of the file.
  static func translate<Value>(
    _ path: String, _ body: () throws -> Value
  ) throws(Trouble) -> Value {
    do {
      return try body()
    } catch let trouble as Trouble {
      throw trouble
    } catch let error as DatabaseError {
      throw of(error, path)
    } catch {
      throw damaged(path)
    }
  }

  private static func of(_ error: DatabaseError, _ path: String) -> Trouble {
    switch error.resultCode {
    case .SQLITE_FULL: diskFull(path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: busy(path)
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_IOERR: notWritable(path)
    default: damaged(path)
    }
  }

  static func revisionChanged(_ revision: Int) -> Trouble {
    Trouble(
      "journal.revision-changed",
      Wording(
        ru: "План, ред. \(revision), уже заменён другим. Повторите команду",
        en: "Revision \(revision) of the plan has been replaced. Repeat the command"))
  }

  static func missing(_ path: String) -> Trouble {
    Trouble(
      "journal.missing", at: path,
      Wording(
        ru: "Журнала ещё нет: ничего не напечатано. Зафиксируйте план: tirazh plan --freeze",
        en: "There is no journal yet: nothing has been printed. Freeze the plan: "
          + "tirazh plan --freeze"))
  }

  static func notWritable(_ path: String) -> Trouble {
    Trouble(
      "journal.not-writable", exit: .failed, at: path,
      Wording(
        ru: "Журнал не открывается или не записывается. Проверьте права на папку и диск",
        en: "The journal cannot be opened or written. Check the folder's permissions and the disk"
      ))
  }

  private static func diskFull(_ path: String) -> Trouble {
    Trouble(
      "journal.disk-full", exit: .failed, at: path,
      Wording(
        ru: "На диске нет места, журнал не записан. Освободите место и повторите команду",
        en: "The disk is full, the journal was not written. Make room and repeat the command"))
  }

  private static func busy(_ path: String) -> Trouble {
    Trouble(
      "journal.busy", exit: .failed, at: path,
      Wording(
        ru: "Журнал занят другой программой. Закройте её и повторите команду",
        en: "Another program keeps the journal busy. Close it and repeat the command"))
  }

  static func damaged(_ path: String) -> Trouble {
    Trouble(
      "journal.damaged", exit: .failed, at: path,
      Wording(
        ru: "Файл журнала повреждён или это не журнал. Верните его из копии; не удаляйте его: "
          + "в нём записано, что уже напечатано",
        en: "The journal's file is damaged or is no journal. Restore it from a copy; do not "
          + "delete it: it knows what has been printed"))
  }

  static func copied(_ path: String) -> Trouble {
    Trouble(
      "journal.copied", at: path,
      Wording(
        ru: "Эта папка — копия: её журнал вели в другом месте, и обе печатали бы одно и то же. "
          + "Наберите в терминале tirazh print и ответьте, что это",
        en: "This folder is a copy: its journal was kept elsewhere, and both would print the same. "
          + "Type tirazh print in a terminal and say what it is"))
  }

  static func newer(_ path: String) -> Trouble {
    Trouble(
      "journal.newer", at: path,
      Wording(
        ru: "Журнал записан более новой версией программы. Обновите tirazh на этом компьютере",
        en: "A newer version of the program wrote this journal. Update tirazh on this computer"))
  }

  static func tampered(_ place: String) -> Trouble {
    Trouble(
      "journal.tampered", exit: .failed, at: place,
      Wording(
        ru: "Запись журнала изменена или удалена после того, как была сделана. "
          + "Сверьте тираж по листам и сохраните файл журнала для разбирательства",
        en: "The journal has been changed after it was written. Check the print run by its "
          + "sheets and keep the journal's file for an inquiry"))
  }
}
