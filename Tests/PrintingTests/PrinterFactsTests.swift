import Exam
import Testing

@testable import Cups
@testable import Printing

/// A queue that can do everything, and what differs.
private func facts(_ changes: [String: [IPPValue]] = [:]) -> PrinterFacts {
  var attributes = IPPAttributes()
  let usual: [String: [IPPValue]] = [
    "printer-is-accepting-jobs": [.boolean(true)], "printer-state": [.integer(3)],
    "device-uri": [.string("usb://Kyocera/P2235")], "printer-type": [.integer(4)],
    "media-supported": [.string("iso_a4_210x297mm")],
  ]
  for (name, value) in usual.merging(changes, uniquingKeysWith: { $1 }) {
    attributes.add(name, value)
  }
  return PrinterFacts(attributes: attributes)
}

@Test(
  arguments: [
    ("printer-state", .integer(3), nil), ("printer-state", .integer(5), .paused),
    ("printer-is-accepting-jobs", .boolean(false), .rejecting),
    ("document-format-supported", .string("image/urf"), .noPDF),
    ("media-supported", .string("na_letter_8.5x11in"), .media("iso_a4_210x297mm")),
    ("sides-supported", .string("two-sided-long-edge"), .sides(.one)),
    ("print-color-mode-supported", .string("color"), .color),
    ("requesting-user-name-allowed", .string("директор"), .notAllowed),
    ("requesting-user-name-allowed", .string("@teachers"), nil),
    ("requesting-user-name-denied", .string("директор"), nil),
    ("requesting-user-name-denied", .string(IPPConnection.user), .notAllowed),
    ("job-page-limit", .integer(1), .quota(pages: 1)), ("job-page-limit", .integer(0), nil),
    ("job-page-limit", .integer(400), nil),
    ("printer-type", .integer(0x40000), .fax), ("device-uri", .string("hpfax:/usb/x"), .fax),
    ("device-uri", .string("file:///dev/null"), .file),
    ("device-uri", .string("cups-pdf:/"), .file),
    ("printer-type", .integer(2), .foreignQueue),
    ("device-uri", .string("ipp://server:631/printers/hp"), .foreignQueue),
    ("device-uri", .string("ipp://host/ipp/print"), nil),
  ] as [(String, IPPValue, PrinterObstacle?)])
func aQueueIsLeftOutForAReason(name: String, value: IPPValue, obstacle: PrinterObstacle?) throws {
  var ticket = try ticket()
  ticket.sheets = 30
  let found = facts([name: [value]]).obstacle(ticket, choosing: true)
  #expect(found == obstacle)
  // A queue that is named is used, whatever it is; what it cannot do it cannot do.
  let named = facts([name: [value]]).obstacle(ticket)
  #expect(named == (obstacle?.isOnlyForChoice == true ? nil : obstacle))
}
