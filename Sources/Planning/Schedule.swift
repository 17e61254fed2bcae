import Exam

/// Which printer prints each pack, and when: seconds from the start of printing.
enum Schedule {
  /// Seconds from sending a pack until its first sheet comes.
  private static let overhead = 15
  private static let usualPPM = 20

  /// Each pack in turn goes to the printer that would finish it first.
  static func spread(_ packs: [Pack], over printers: [PrinterDescription]?, sides: Sides) -> [Pack]
  {
    let named = printers ?? []
    let speeds = named.isEmpty ? [usualPPM] : named.map { max(1, $0.ppm) }
    var free = speeds.map { _ in 0 }
    return packs.map { pack in
      var pack = pack
      let ends = speeds.indices.map { free[$0] + overhead + seconds(pack, speeds[$0], sides) }
      let best = ends.indices.min { (ends[$0], $0) < (ends[$1], $1) } ?? 0
      pack.printer = named.isEmpty ? nil : named[best].name
      pack.startS = free[best] + overhead
      pack.readyS = ends[best]
      free[best] = ends[best]
      return pack
    }
  }

  private static func seconds(_ pack: Pack, _ ppm: Int, _ sides: Sides) -> Int {
    let impressions = sides == .one ? pack.sheets : pack.sheets * 2
    return (impressions * 60 + ppm - 1) / ppm
  }
}
