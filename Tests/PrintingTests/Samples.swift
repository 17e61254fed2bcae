import Exam
import Foundation
import Printing

func ticket(_ pack: PackID = PackID(number: 1)) throws -> JobTicket {
  guard let exam = ExamID(rawValue: "7F3A2C") else { throw Trouble("test", Wording(same: "id")) }
  return JobTicket(
    exam: exam, revision: 1, pack: pack, attempt: 1, uuid: UUID(), pages: 1, sheets: 1,
    sides: .one, media: "iso_a4_210x297mm", printColorMode: "monochrome", printScaling: "none")
}
