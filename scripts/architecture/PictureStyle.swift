import Graphviz

/// Colours for light or dark pages, and the names that people and screen readers see.
struct PictureStyle {
  let isDark: Bool

  private func colors(_ floor: House.Floor) -> (fill: String, line: String) {
    switch floor {
    case .values: isDark ? ("#2b3342", "#a9b7d0") : ("#dfe3ea", "#3b4a66")
    case .reading: isDark ? ("#0d3d2f", "#2bc295") : ("#d5efe3", "#00664b")
    case .graph: isDark ? ("#123a57", "#56b4e9") : ("#cfe3f5", "#0072b2")
    case .drawing: isDark ? ("#4a3310", "#e69f00") : ("#fde9c9", "#9a5b00")
    case .programs: isDark ? ("#33255c", "#b9a4f2") : ("#efe9fb", "#5b3fa0")
    case .libraries: isDark ? ("#1b1d21", "#9a9a9a") : ("#ffffff", "#777777")
    }
  }

  private var text: String { isDark ? "#e8e8e8" : "#1b1d21" }
  private var line: String { isDark ? "#8d96a3" : "#7a7a7a" }

  /// The drawing in these colours; what was a tooltip is the title of its group, ids and links are gone.
  func applied(to svg: SVGElement) -> SVGElement {
    var picture = svg
    let words = "Rooms of Relata and who uses whom"
    picture.children = svg.elements.flatMap { group in
      group.elements.compactMap { self.group($0) }.isEmpty ? [] : [drawing(group)]
    }.map { .element($0) }
    picture["role"] = "img"
    picture["aria-label"] = words
    return picture
  }

  private func drawing(_ graph: SVGElement) -> SVGElement {
    var drawing = SVGElement(name: "g")
    drawing["transform"] = graph["transform"]
    // Lines beneath what they tie.
    let groups = graph.elements.compactMap { group($0) }
    drawing.children = (groups.filter(\.isEdge) + groups.filter { !$0.isEdge }).map {
      .element($0.element)
    }
    return drawing
  }

  /// A room or a line; nil for what is neither.
  private func group(_ group: SVGElement) -> (element: SVGElement, isEdge: Bool)? {
    let classes = (group["class"] ?? "").split(separator: " ").map(String.init)
    guard let kind = classes.first, kind == "node" || kind == "edge" else { return nil }
    let colors = classes.compactMap { House.Floor(rawValue: $0) }.first.map(self.colors)
    var result = SVGElement(name: "g")
    if let words = group.descendants(named: "a").first?["xlink:title"] {
      result.children.append(.element(SVGElement(name: "title", children: [.text(words)])))
    }
    result.children += flattened(group).map { shape in
      var shape = shape
      if shape.name == "text" {
        shape["fill"] = text
      } else if let colors {
        shape["fill"] = colors.fill
        shape["stroke"] = colors.line
      } else {
        shape["stroke"] = line
        if shape["fill"] != "none" { shape["fill"] = line }
      }
      return .element(shape)
    }
    return (result, kind == "edge")
  }

  /// Shapes and texts without the groups and links around them.
  private func flattened(_ element: SVGElement) -> [SVGElement] {
    element.elements.flatMap { child -> [SVGElement] in
      switch child.name {
      case "title": []
      case "g", "a": flattened(child)
      default: [child]
      }
    }
  }
}
