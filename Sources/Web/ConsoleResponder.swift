import Exam
import Foundation
import Hummingbird
import Operations
import Screens

/// Answers requests: first the gate, then the door, then what the path leads to.
struct ConsoleResponder: HTTPResponder {
  let house: ConsoleHouse
  let door: Door
  let gate: Gate
  let pages: Pages

  /// The most that a form may bring, and the most with files.
  private enum Limit {
    static let form = 1 << 16
    static let files = 1 << 28
  }

  private var cookie: String { "tirazh-\(gate.port)" }

  func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
    do {
      let head = Self.head(request)
      try gate.check(head)
      guard let route = Route(try Gate.segments(head.path)) else { throw Gate.Refusal.path }
      guard route.isChange == (head.method == "POST") else { throw Gate.Refusal.method }
      return try await respond(to: request, route)
    } catch let refusal as Gate.Refusal {
      return refused(refusal)
    }
  }

  private static func head(_ request: Request) -> Gate.Head {
    Gate.Head(
      method: request.method.rawValue, path: request.head.path ?? "",
      host: request.head.authority, origin: request.header("origin"),
      site: request.header("sec-fetch-site"))
  }

  private func respond(to request: Request, _ route: Route) async throws -> Response {
    switch route {
    case .asset(let name):
      guard let asset = ConsoleFiles.assets[name] else { throw Gate.Refusal.path }
      return .console(asset.bytes, type: asset.type, keeps: true)
    case .enter:
      let token = request.uri.queryParameters["token"].map(String.init) ?? ""
      guard let session = door.enter(token) else { throw Gate.Refusal.session }
      return .moved(to: "/", cookie: "\(cookie)=\(session.id); Path=/; HttpOnly; SameSite=Strict")
    case .home:
      let visit = try visit(request)
      if house.holdsExams { return try await list(visit) }
      return try await show(.place(.today), of: exam(nil), nil, visit)
    case .exam(let name, .act(let command)):
      let visit = try visit(request)
      let form = try await form(request, command, visit)
      return try await act(command, form, exam(name), name, visit)
    case .exam(let name, let route):
      let visit = try visit(request)
      return try await show(route, of: exam(name), name, visit)
    }
  }

  /// A request of a browser that came in.
  struct Visit: Sendable {
    let session: Door.Session
    let path: String
  }

  private func visit(_ request: Request) throws(Gate.Refusal) -> Visit {
    let cookies = (request.header("cookie") ?? "").split(separator: ";")
      .map { $0.drop { $0 == " " } }
    let own = cookies.last { $0.hasPrefix(cookie + "=") }?.dropFirst(cookie.count + 1)
    guard let session = door.session(own.map(String.init)) else { throw .session }
    return Visit(session: session, path: request.uri.path)
  }

  private func exam(_ name: String?) async throws(Gate.Refusal) -> ConsoleExam {
    guard let exam = await house.exam(name) else { throw .path }
    return exam
  }

  private func form(
    _ request: Request, _ command: ConsoleCommand, _ visit: Visit
  ) async throws(Gate.Refusal) -> Form {
    let most = command == .upload ? Limit.files : Limit.form
    if let length = request.header("content-length").flatMap({ Int($0) }), length > most {
      throw .tooLarge
    }
    var body: [UInt8] = []
    do {
      for try await part in request.body {
        guard body.count + part.readableBytes <= most else { throw Gate.Refusal.tooLarge }
        body.append(contentsOf: part.readableBytesView)
      }
    } catch let refusal as Gate.Refusal {
      throw refusal
    } catch {
      throw .body
    }
    guard let form = Form(body, contentType: request.header("content-type") ?? "") else {
      throw .body
    }
    guard door.fits(form["key"], visit.session) else { throw .key }
    return form
  }

  // MARK: Changes

  private func act(
    _ command: ConsoleCommand, _ form: Form, _ exam: ConsoleExam, _ name: String?, _ visit: Visit
  ) async throws(Gate.Refusal) -> Response {
    let base = Self.base(name)
    let back = form["back"].flatMap { Self.isOwn($0, base) ? $0 : nil }
    do {
      let (said, place) = try await ConsoleActions(exam: exam, form: form).perform(command)
      if let said { door.say(.init(text: said, isTrouble: false), to: visit.session) }
      return .moved(to: place.map { Self.path(base, $0) } ?? back ?? Self.path(base, .today))
    } catch {
      let trouble = error as? Trouble ?? ConsoleWords.unexpected("\(error)")
      let language = exam.run.language
      let where_ = trouble.place.isEmpty ? "" : trouble.place[language] + ": "
      door.say(
        .init(text: where_ + trouble.message[language], isTrouble: true), to: visit.session)
      return .moved(to: back ?? Self.path(base, .today))
    }
  }

  /// Whether a form wants to go on within its exam.
  private static func isOwn(_ path: String, _ base: String) -> Bool {
    guard path.hasPrefix(base + "/"), !path.hasPrefix("//"),
      (try? Gate.segments(path)) != nil
    else { return false }
    return path.allSatisfy { !$0.isWhitespace }
  }

  static func base(_ name: String?) -> String {
    let allowed = CharacterSet.urlPathAllowed.subtracting(CharacterSet(charactersIn: "/"))
    guard let name = name?.addingPercentEncoding(withAllowedCharacters: allowed) else { return "" }
    return "/exams/" + name
  }

  static func path(_ base: String, _ place: ConsolePlace) -> String {
    place == .today ? (base.isEmpty ? "/" : base) : base + "/" + place.path
  }

  // MARK: Refusals

  private func refused(_ refusal: Gate.Refusal) -> Response {
    let (status, words): (HTTPResponse.Status, ConsoleWords.Refused) =
      switch refusal {
      case .host: (.misdirectedRequest, .other)
      case .origin: (.forbidden, .other)
      case .method: (.methodNotAllowed, .other)
      case .path: (.notFound, .path)
      case .session: (.unauthorized, .session)
      case .key: (.forbidden, .form)
      case .tooLarge: (.contentTooLarge, .tooLarge)
      case .body: (.badRequest, .other)
      }
    let language = house.language
    let page = pages.page(
      "sorry",
      Pages.Context(
        base: "", here: "", key: "", lang: language.rawValue,
        title: ConsoleWords(language)["sorry"] ?? "", heading: "",
        w: .init(words: ConsoleWords(language)), frame: nil, ask: nil, password: nil, said: nil,
        trouble: nil, hasList: false, isBusy: false,
        it: ConsolePiece.pieces(ConsoleWords.words(words)[language], language).map(\.text)
          .joined()))
    return .console(Array(page.utf8), type: "text/html; charset=utf-8", status: status)
  }
}

extension Request {
  /// A header by its name in lower case.
  func header(_ name: String) -> String? {
    headers.first { $0.name.canonicalName == name }?.value
  }
}
