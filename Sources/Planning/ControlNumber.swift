public import Exam

/// Two digits on the end sheet of a job, which a person types: proof that somebody looked.
public enum ControlNumber {
  /// The number of a job; it differs from pack to pack and attempt to attempt.
  public static func of(exam: ExamID, pack: PackID, attempt: Int) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in "\(exam.rawValue):\(pack.rawValue):\(attempt)".utf8 {
      hash = (hash ^ UInt32(byte)) &* 16_777_619
    }
    return 10 + Int(hash % 90)
  }
}
