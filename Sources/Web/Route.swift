import Exam
import Operations
import Screens

/// Where a request leads.
enum Route: Hashable, Sendable {
  /// The first screen: the exam's, or the list of exams.
  case home
  /// The door: a token is changed into a session.
  case enter
  /// A file of the console's own.
  case asset(String)
  /// Something of an exam.
  case exam(String?, ExamRoute)

  /// Something of an exam.
  enum ExamRoute: Hashable, Sendable {
    case place(ConsolePlace)
    /// An item of a pack, its pages side by side.
    case item(PackID, ItemID)
    /// One page of an item.
    case page(PackID, ItemID, Int)
    /// A page as a picture; small or large.
    case picture(PackID, ItemID, Int, isLarge: Bool)
    /// Word of changes.
    case events
    /// The journal as a text.
    case journalText
    /// A change.
    case act(ConsoleCommand)

    var isChange: Bool {
      if case .act = self { true } else { false }
    }
  }

  /// Whether it changes something.
  var isChange: Bool {
    if case .exam(_, let route) = self { route.isChange } else { false }
  }

  /// Reads a path; nil if it leads nowhere.
  init?(_ segments: [String]) {
    switch (segments.first, segments.count) {
    case (nil, _): self = .home
    case ("enter", 1): self = .enter
    case ("static", 2): self = .asset(segments[1])
    case ("exams", 2...):
      guard let route = ExamRoute(segments[2...]) else { return nil }
      self = .exam(segments[1], route)
    default:
      guard let route = ExamRoute(segments[...]) else { return nil }
      self = .exam(nil, route)
    }
  }
}

extension Route.ExamRoute {
  fileprivate init?(_ segments: ArraySlice<String>) {
    let words = Array(segments)
    switch words.count {
    case 0: self = .place(.today)
    case 1:
      if let command = ConsoleCommand(rawValue: words[0]) {
        self = .act(command)
      } else if words[0] == "events" {
        self = .events
      } else if words[0] == "journal.txt" {
        self = .journalText
      } else if let place = ([ConsolePlace.begin] + ConsolePlace.main).first(where: {
        $0.path == words[0]
      }) {
        self = .place(place)
      } else {
        return nil
      }
    default:
      guard words[0] == "rooms" else { return nil }
      self.init(room: PackID(rawValue: words[1]), Array(words[2...]))
    }
  }

  private init?(room pack: PackID, _ words: [String]) {
    switch words.count {
    case 0: self = .place(.room(pack))
    case 1: self = .item(pack, ItemID(rawValue: words[0]))
    case 2:
      let item = ItemID(rawValue: words[0])
      if let page = Int(words[1]) {
        self = .page(pack, item, page)
      } else if let match = words[1].wholeMatch(of: /(\d{1,4})-(small|large)\.png/),
        let page = Int(match.1)
      {
        self = .picture(pack, item, page, isLarge: match.2 == "large")
      } else {
        return nil
      }
    default: return nil
    }
  }
}

/// A change that a page asks for; the path is its name.
enum ConsoleCommand: String, Sendable {
  case print
  case stop
  case answer
  case ask
  case reprint
  case send
  case accept
  case freeze
  case upload
  case start
  case update
  case password
  case template
}
