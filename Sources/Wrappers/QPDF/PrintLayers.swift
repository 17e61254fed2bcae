/// A PDF's layers as they would be printed.
public struct PrintLayers: Hashable, Sendable {
  /// The names of layers that are not printed.
  public var hidden: [String] = []
  /// The names of layers of which the file says both: shown or hidden, depending on who reads it.
  public var doubtful: [String] = []
  /// The layers that are not printed, as objects.
  public var hiddenObjects: Set<Int> = []
  /// Whether the file has to be changed, so that readers who know nothing of printing draw it right.
  public var isOther = false

  /// A file without layers.
  public init() {}
}

extension PDFStructure {
  /// What is printed of the layers: the default configuration, and over it what each layer says of
  /// printing (ISO 32000-1, 8.11.4).
  public func printLayers() -> PrintLayers {
    var layers = PrintLayers()
    for layer in layersOfCatalogue() {
      let name = layer.group["/Name"]?.text ?? "?"
      if !layer.isPrinted {
        layers.hidden.append(name)
        layers.hiddenObjects.insert(layer.group.number)
      }
      if layer.isDoubtful { layers.doubtful.append(name) }
      if layer.isPrinted != layer.isShown { layers.isOther = true }
    }
    return layers
  }

  /// The file with every layer as it is printed; nil where it cannot be written.
  public func resolvedForPrint() -> [UInt8]? {
    guard let properties = root["/OCProperties"], let configuration = properties["/D"] else {
      return nil
    }
    let hidden = layersOfCatalogue().filter { !$0.isPrinted }.map(\.group)
    configuration.replace("/OFF", with: hidden, removing: ["/BaseState", "/ON", "/AS"])
    return written()
  }

  private struct Layer {
    let group: PDFObject
    /// In the default configuration, as on a screen.
    let isShown: Bool
    let isPrinted: Bool
    /// Whether only some readers would ask the layer itself.
    let isDoubtful: Bool
  }

  private func layersOfCatalogue() -> [Layer] {
    guard let properties = root["/OCProperties"] else { return [] }
    let configuration = properties["/D"]
    let isOnAtFirst = configuration?["/BaseState"]?.name != "/OFF"
    let on = numbers(configuration?["/ON"])
    let off = numbers(configuration?["/OFF"])
    let automatic = (configuration?["/AS"]?.items ?? []).filter { usage in
      usage["/Event"]?.name == "/Print"
        && usage["/Category"]?.items.contains { $0.name == "/Print" } ?? false
    }.reduce(into: Set<Int>()) { $0.formUnion(numbers($1["/OCGs"])) }
    return (properties["/OCGs"]?.items ?? []).map { group in
      let isShown =
        off.contains(group.number) ? false : on.contains(group.number) ? true : isOnAtFirst
      let said = group["/Usage"]?["/Print"]?["/PrintState"]?.name
      guard let said else {
        return Layer(group: group, isShown: isShown, isPrinted: isShown, isDoubtful: false)
      }
      let isSaid = said != "/OFF"
      let isAutomatic = automatic.contains(group.number)
      // A layer that one reader would hide is hidden; what is lost by that is for a person to see.
      return Layer(
        group: group, isShown: isShown, isPrinted: isAutomatic ? isSaid : isSaid && isShown,
        isDoubtful: !isAutomatic && isSaid && !isShown)
    }
  }

  private func numbers(_ groups: PDFObject?) -> Set<Int> {
    Set((groups?.items ?? []).map(\.number))
  }
}
