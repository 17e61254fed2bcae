/// What only a page of tasks has: a question, an order, a place to write in, a task's heading.
enum TaskSigns {
  /// Whether a page, or a line, has any of them.
  static func areOn(_ text: String) -> Bool {
    text.contains("?") || text.contains("……") || hasBlank(text)
      || PageWords(text).words.contains { isOrder($0.folded) || isEnglishOrder($0) }
      || text.contains(Self.heading.regex)
  }

  /// A place to write in, but for the header's own: keys have «Фамилия ______», too.
  private static func hasBlank(_ text: String) -> Bool {
    text.contains("___")
      && text.split(whereSeparator: \.isNewline).contains { line in
        line.contains("___") && !line.contains(Self.whoWrites.regex)
      }
  }

  private static let whoWrites = FixedPattern(
    /(?i:фамилия|имя|ф\. ?и\. ?о|фио|класс|школа|дата|учени|name|class|date|school)/)

  /// «найдите», «найди».
  static func isOrder(_ word: String) -> Bool {
    WordEnding.isOrder(word) || childOrders.contains(word)
  }

  /// Whether a line begins as a numbered task does.
  static func isNumbered(_ line: Substring) -> Bool {
    line.prefixMatch(of: Self.taskNumber.regex) != nil
  }

  private static let taskNumber = FixedPattern(
    /\s*(?:(?i:задание|задача|упражнение)\s*)?(?:№\s*)?\d{1,2}\s*[.):]/)

  /// Whether a text speaks of results, marks or right answers, as keys do.
  static func tellsResults(_ text: String) -> Bool { text.contains(Self.results.regex) }

  /// “Find the area”, “(2 points) Compute”.
  private static func isEnglishOrder(_ word: PageWords.Word) -> Bool {
    word.text.first?.isUppercase == true && englishOrders.contains(word.folded)
  }

  /// «Задание 3» with the task below it, «Черновик».
  private static let heading = FixedPattern(
    /(?m)^\s*(?:(?i:задание|задача|упражнение|вопрос|task|question|problem|exercise)\s*(?:№\s*)?\d{1,2}\s*[.):]?\s*$|(?i:черновик|для заметок|draft)\b)/
  )

  private static let results = FixedPattern(
    /=|(?i:верн|ошибк|балл|критери|начисл|выставл|получ[иа]|следовательно|значит|тогда|ответ|эталон|решени|correct|mark)/
  )

  private static let childOrders: Set<String> = [
    "найди", "реши", "запиши", "выпиши", "напиши", "прочитай", "прочти", "обведи", "вычисли",
    "выбери", "подчеркни", "нарисуй", "раскрась", "соедини", "отметь", "ответь", "объясни",
    "сравни", "составь", "начерти", "укажи", "допиши", "вставь", "поставь", "определи", "спиши",
    "покажи", "закончи", "придумай", "измерь", "рассмотри", "заполни", "докажи", "проверь",
    "указать", "вычислить", "найти", "решить", "записать", "определить", "сравнить", "составить",
  ]
  private static let englishOrders: Set<String> = [
    "find", "solve", "write", "calculate", "compute", "explain", "show", "choose", "complete",
    "draw", "give", "state", "describe", "prove", "read", "answer", "list", "compare",
    "circle", "match", "mark", "determine", "evaluate", "simplify", "sketch", "underline", "use",
    "look", "which", "what", "why", "how", "hence", "plot", "label", "tick", "fill", "translate",
    "rewrite", "correct", "discuss", "define", "identify", "estimate", "factor", "construct",
    "convert", "sort", "arrange", "put", "make", "suggest", "work", "copy", "decide", "justify",
    "deduce", "integrate", "differentiate", "express", "sum", "turn", "let",
  ]
}

/// What a word's ending says of it: enough to tell an order or a sentence from a heading or an answer.
///
/// Words are in small letters, «е» for «ё».
enum WordEnding {
  private static let fewestLetters = 5
  private static let orders = ["ите", "йте", "ьте", "тесь"]
  private static let sentences = ["тся", "иши", "ывай", "неси"]
  private static let others = ["ать", "ить", "ешь", "ишь"]

  /// «решите», «найдите», «ознакомьтесь».
  static func isOrder(_ word: String) -> Bool {
    word.count >= fewestLetters && orders.contains(where: word.hasSuffix)
  }

  /// An order, or «записывается», «запиши».
  static func isOfSentence(_ word: String) -> Bool {
    isOrder(word) || sentences.contains(where: word.hasSuffix)
  }

  /// An order, or «решать», «решишь».
  static func isVerb(_ word: String) -> Bool {
    isOrder(word) || others.contains(where: word.hasSuffix)
  }
}
