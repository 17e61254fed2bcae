import Exam

extension PaperTemplate {
  /// Reads a paper's file.
  init(_ yaml: YAMLNode, mark defaultMark: MarkPlace) throws {
    let keys = try yaml.map([
      "paper", "title", "scope", "names", "margin", "shrink", "mark", "header",
      "footer", "blocks",
    ])
    guard let name = keys["paper"], let blocks = keys["blocks"] else {
      throw yaml.wrong(Wording(ru: "Нужны ключи paper и blocks", en: "paper and blocks are needed"))
    }
    self.name = try name.text()
    title = try keys["title"]?.text() ?? self.name
    scope = try keys["scope"]?.oneOf(Scope.self) ?? .room
    hasNames = try keys["names"]?.flag() ?? false
    margin = try keys["margin"]?.number() ?? 15
    shrink = try keys["shrink"].map(Self.share) ?? 1
    mark = try keys["mark"].map(MarkPlace.init) ?? defaultMark
    header = try keys["header"]?.list().map(Block.init) ?? []
    footer = try keys["footer"].map(TextBlock.init)
    self.blocks = try blocks.list().map(Block.init)
  }

  private static func share(_ yaml: YAMLNode) throws -> Double {
    let share = try yaml.number()
    guard (0.4...1).contains(share) else {
      throw yaml.wrong(
        Wording(ru: "Нужно число от 0.4 до 1", en: "A number from 0.4 to 1 is needed"))
    }
    return share
  }
}

extension MarkPlace {
  /// Reads a place.
  init(_ yaml: YAMLNode) throws {
    let keys = try yaml.map(["corner", "x", "y", "size", "caption"])
    self.init(
      corner: try keys["corner"]?.oneOf(Corner.self) ?? .bottomRight,
      x: try keys["x"]?.number() ?? 8, y: try keys["y"]?.number() ?? 8,
      size: try keys["size"]?.number() ?? 10, caption: try keys["caption"]?.number() ?? 45)
    guard x >= 5, y >= 5, size >= 10 else {
      throw yaml.wrong(
        Wording(
          ru: "Метка: не ближе 5 мм к краю и не меньше 10 мм",
          en: "A mark: at least 5 mm from the edge and at least 10 mm"))
    }
  }
}

extension Block {
  /// What a block is by the key that names it, and the keys that go with it.
  private static let keys: [(name: String, others: Set<String>)] = [
    ("text", TextBlock.keys), ("row", []), ("rule", []), ("space", []), ("page", []),
    ("table", ["columns", "size", "split", "rowHeight", "lines"]),
    ("rows", ["columns", "size", "split", "rowHeight", "lines"]),
    ("grid", ["columns", "down", "cell"]),
    ("seats", ["cell"]), ("boxes", ["label", "items", "total", "side", "height"]),
    ("sign", ["size"]),
  ]

  /// Reads a block: a mapping with exactly one of the keys that name one.
  init(_ yaml: YAMLNode) throws {
    let names = Self.keys.map(\.name)
    let given = try yaml.names()
    let own = names.filter { given.contains($0) }
    guard let name = own.first, own.count == 1 else {
      let list = names.joined(separator: ", ")
      throw yaml.wrong(Wording(ru: "Нужно одно из: \(list)", en: "One of \(list) is needed"))
    }
    let others = Self.keys.first { $0.name == name }?.others ?? []
    let keys = try yaml.map(others.union([name, "if"]))
    condition = try keys["if"]?.text()
    kind = try Self.kind(name, keys, yaml)
  }

  private static func kind(
    _ name: String, _ keys: [String: YAMLNode], _ yaml: YAMLNode
  ) throws -> Kind {
    guard let value = keys[name] else { return .rule }
    switch name {
    case "text": return .text(try TextBlock(keys, yaml))
    case "row": return .row(try value.list().map(TextBlock.init))
    case "space": return .space(try value.number())
    case "page": return .page
    case "table": return .table(try TableBlock(.data(try value.text()), keys, yaml))
    case "rows": return .table(try TableBlock(.empty(Int(try value.number())), keys, yaml))
    case "grid", "seats": return .grid(try GridBlock(name, keys, yaml))
    case "boxes": return .boxes(try BoxesBlock(keys, yaml))
    case "sign":
      return .sign(
        SignBlock(
          words: try value.list().map { try $0.text() }, size: try keys["size"]?.number() ?? 10))
    default: return .rule
    }
  }
}

extension TextBlock {
  fileprivate static let keys: Set<String> = ["text", "size", "least", "bold", "align", "width"]

  /// Reads a text with its looks, or only the words.
  init(_ yaml: YAMLNode) throws {
    if let words = yaml.words {
      self.init(text: words)
    } else {
      try self.init(try yaml.map(Self.keys), yaml)
    }
  }

  /// Reads a text and its looks.
  fileprivate init(_ keys: [String: YAMLNode], _ yaml: YAMLNode) throws {
    guard let text = keys["text"] else {
      throw yaml.wrong(Wording(ru: "Нужен ключ text", en: "text is needed"))
    }
    self.init(text: try text.text())
    if let size = keys["size"] { self.size = try size.number() }
    least = try keys["least"]?.number()
    if let bold = keys["bold"] { self.bold = try bold.flag() }
    if let align = keys["align"] { self.align = try align.oneOf(Alignment.self) }
    width = try keys["width"]?.number()
  }
}

extension TableBlock {
  /// Reads a table and its columns.
  fileprivate init(_ rows: Rows, _ keys: [String: YAMLNode], _ yaml: YAMLNode) throws {
    guard let columns = keys["columns"] else {
      throw yaml.wrong(Wording(ru: "Нужны columns", en: "columns are needed"))
    }
    let read = try columns.list().map { column in
      let keys = try column.map(["heading", "field", "width", "align"])
      guard let width = keys["width"] else {
        throw column.wrong(Wording(ru: "Нужен ключ width", en: "width is needed"))
      }
      return ColumnBlock(
        heading: try keys["heading"]?.text() ?? "", field: try keys["field"]?.text() ?? "blank",
        width: try width.number(), align: try keys["align"]?.oneOf(Alignment.self) ?? .left)
    }
    self.init(rows: rows, columns: read)
    if let size = keys["size"] { self.size = try size.number() }
    if let lines = keys["lines"] { hasLines = try lines.flag() }
    if let split = keys["split"] { self.split = max(1, Int(try split.number())) }
    if let height = keys["rowHeight"] {
      rowHeight = try height.number()
      guard rowHeight >= 3 else {
        throw height.wrong(Wording(ru: "Не меньше 3 мм", en: "At least 3 mm"))
      }
    }
  }
}

extension GridBlock {
  /// Reads equal cells: in turn (`columns` across, `down` a page), or as the seats are.
  fileprivate init(_ name: String, _ keys: [String: YAMLNode], _ yaml: YAMLNode) throws {
    guard let table = keys[name], let cell = keys["cell"] else {
      throw yaml.wrong(Wording(ru: "Нужен ключ cell", en: "cell is needed"))
    }
    self.table = try table.text()
    self.cell = try cell.list().map(Block.init)
    if name == "seats" {
      order = .seats
    } else {
      guard let columns = keys["columns"], let down = keys["down"] else {
        throw yaml.wrong(Wording(ru: "Нужны columns и down", en: "columns and down are needed"))
      }
      order = .sequence(
        columns: max(1, Int(try columns.number())), rows: max(1, Int(try down.number())))
    }
  }
}

extension BoxesBlock {
  /// Reads a line of boxes.
  fileprivate init(_ keys: [String: YAMLNode], _ yaml: YAMLNode) throws {
    guard let table = keys["boxes"], let label = keys["label"], let items = keys["items"],
      let total = keys["total"]
    else {
      throw yaml.wrong(
        Wording(ru: "Нужны label, items и total", en: "label, items and total are needed"))
    }
    self.table = try table.text()
    self.label = try TextBlock(label)
    self.total = try TextBlock(total)
    boxes = try items.list().map { item in
      let keys = try item.map(["heading", "sign"])
      return Box(
        heading: try keys["heading"]?.text() ?? "", sign: try keys["sign"]?.text() ?? "")
    }
    if let side = keys["side"] { self.side = try side.number() }
    if let height = keys["height"] { self.height = try height.number() }
  }
}
