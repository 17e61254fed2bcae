import Exam

extension PaperTemplate {
  /// Reads a paper's file.
  init(_ yaml: YAMLNode, mark defaultMark: MarkPlace) throws {
    let keys = try yaml.map(["paper", "margin", "mark", "blocks"])
    guard let name = keys["paper"], let blocks = keys["blocks"] else {
      throw yaml.wrong(Wording(ru: "Нужны ключи paper и blocks", en: "paper and blocks are needed"))
    }
    self.name = try name.text()
    margin = try keys["margin"]?.number() ?? 15
    mark = try keys["mark"].map(MarkPlace.init) ?? defaultMark
    self.blocks = try blocks.list().map(Block.init)
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
  /// Reads a block: a mapping with exactly one of `text`, `row`, `rule`, `space`, `table`.
  init(_ yaml: YAMLNode) throws {
    let keys = try yaml.map([
      "text", "size", "bold", "align", "width", "row", "rule", "space", "table", "columns", "split",
      "rowHeight",
    ])
    if keys["text"] != nil {
      self = .text(try TextBlock(keys, yaml))
    } else if let row = keys["row"] {
      self = .row(
        try row.list().map {
          try TextBlock(try $0.map(["text", "size", "bold", "align", "width"]), $0)
        })
    } else if keys["rule"] != nil {
      self = .rule
    } else if let space = keys["space"] {
      self = .space(try space.number())
    } else if keys["table"] != nil {
      self = .table(try TableBlock(keys, yaml))
    } else {
      throw yaml.wrong(
        Wording(
          ru: "Нужно одно из: text, row, rule, space, table",
          en: "One of text, row, rule, space, table is needed"))
    }
  }
}

extension TextBlock {
  /// Reads a text and its looks.
  init(_ keys: [String: YAMLNode], _ yaml: YAMLNode) throws {
    guard let text = keys["text"] else {
      throw yaml.wrong(Wording(ru: "Нужен ключ text", en: "text is needed"))
    }
    self.init(text: try text.text())
    if let size = keys["size"] { self.size = try size.number() }
    if let bold = keys["bold"] { self.bold = try bold.flag() }
    if let align = keys["align"] { self.align = try align.oneOf(Alignment.self) }
    width = try keys["width"]?.number()
  }
}

extension TableBlock {
  /// Reads a table and its columns.
  init(_ keys: [String: YAMLNode], _ yaml: YAMLNode) throws {
    guard let name = keys["table"], let columns = keys["columns"] else {
      throw yaml.wrong(Wording(ru: "Нужны columns", en: "columns are needed"))
    }
    let read = try columns.list().map { column in
      let keys = try column.map(["heading", "field", "width", "align"])
      guard let field = keys["field"], let width = keys["width"] else {
        throw column.wrong(
          Wording(ru: "Нужны field и width", en: "field and width are needed"))
      }
      return ColumnBlock(
        heading: try keys["heading"]?.text() ?? "", field: try field.text(),
        width: try width.number(), align: try keys["align"]?.oneOf(Alignment.self) ?? .left)
    }
    self.init(name: try name.text(), columns: read)
    if let size = keys["size"] { self.size = try size.number() }
    if let split = keys["split"] { self.split = max(1, Int(try split.number())) }
    if let height = keys["rowHeight"] {
      rowHeight = try height.number()
      guard rowHeight >= 3 else {
        throw height.wrong(Wording(ru: "Не меньше 3 мм", en: "At least 3 mm"))
      }
    }
  }
}
