import Exam

extension WorkLevel {
  /// Finds a level by its name in any form, together with the word itself or in brackets.
  init?(in text: some StringProtocol) {
    let folded = MaterialText.folded(text)
    let pattern = /(базов|углубленн|профильн)\S*\s+уров|\((базов|углубленн|профильн)/
    guard let match = folded.firstMatch(of: pattern), let root = match.1 ?? match.2 else {
      return nil
    }
    self.init(word: root)
  }

  /// The level that exam.yaml names.
  init?(described text: String) { self.init(word: MaterialText.folded(text)) }
}
