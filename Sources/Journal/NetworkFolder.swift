import Exam
import Foundation

/// Folders on another computer: SQLite's locks do not hold there, and two could print the same exam.
enum NetworkFolder {
  private static let kinds: Set<String> = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "9p", "afs", "ceph", "glusterfs",
    "fuse.sshfs", "fuse.davfs", "davfs", "fuse.glusterfs",
  ]

  /// Refuses a folder that lies on a network file system, as `/proc/self/mountinfo` names it.
  static func refuse(_ folder: URL, mounts: String? = nil) throws(Trouble) {
    let text =
      mounts ?? (try? String(contentsOfFile: "/proc/self/mountinfo", encoding: .utf8)) ?? ""
    let path = folder.resolvingSymlinksInPath().standardizedFileURL.path
    guard let kind = kind(of: path, mounts: text), kinds.contains(kind) else { return }
    throw Trouble(
      "journal.network-folder", at: folder.path,
      Wording(
        ru: "Папка лежит на сетевом диске (\(kind)): журнал там может разойтись. Скопируйте папку "
          + "на этот компьютер и работайте в копии",
        en:
          "The folder lies on a network drive (\(kind)), where a journal may fall apart. Copy the "
          + "folder to this computer and work in the copy"))
  }

  /// The file system of the mount that a path lies on; nil for the root, whatever it is.
  private static func kind(of path: String, mounts: String) -> String? {
    var best = (length: 1, kind: String?.none)
    for line in mounts.split(separator: "\n") {
      let halves = line.components(separatedBy: " - ")
      let fields = halves[0].split(separator: " ")
      guard halves.count == 2, fields.count > 4 else { continue }
      let point = fields[4].replacingOccurrences(of: "\\040", with: " ")
      guard path == point || path.hasPrefix(point + "/"), point.count >= best.length, point != "/"
      else { continue }
      best = (point.count, halves[1].split(separator: " ").first.map(String.init))
    }
    return best.kind
  }
}
