import Graphviz

/// Colours for light and dark surroundings, and the names that people and screen readers see.
enum PictureStyle {
  private static let colors:
    [House.Floor: (fill: String, line: String, darkFill: String, darkLine: String)] =
      [
        .values: ("#dfe3ea", "#3b4a66", "#2b3342", "#a9b7d0"),
        .reading: ("#d5efe3", "#00664b", "#0d3d2f", "#2bc295"),
        .graph: ("#cfe3f5", "#0072b2", "#123a57", "#56b4e9"),
        .drawing: ("#fde9c9", "#9a5b00", "#4a3310", "#e69f00"),
        .programs: ("#efe9fb", "#5b3fa0", "#33255c", "#b9a4f2"),
        .libraries: ("#ffffff", "#777777", "#1b1d21", "#9a9a9a"),
      ]

  /// The drawing with a style sheet instead of fixed colours; its titles are the tooltips.
  static func applied(to svg: SVGElement, of house: House) -> SVGElement {
    var picture = named(svg)
    picture["role"] = "img"
    picture["aria-label"] = "Rooms of Relata and who uses whom"
    picture["width"] = nil
    picture["height"] = nil
    let width = (picture["viewBox"] ?? "").split(separator: " ").dropFirst(2).first.map(String.init)
    picture["style"] = "width:100%;max-width:\(width ?? "900")px;height:auto"
    picture.children.insert(
      .element(SVGElement(name: "style", children: [.text(styleSheet)])), at: 0)
    return picture
  }

  /// Groups keep class and tooltip, which becomes the title; links and colours go.
  private static func named(_ element: SVGElement) -> SVGElement {
    var result = SVGElement(name: element.name)
    result.attributes = element.attributes.filter {
      !["fill", "stroke", "id"].contains($0.name) || $0.value == "none"
    }
    var title: String?
    for child in element.children {
      guard case .element(let inner) = child else {
        result.children.append(child)
        continue
      }
      if inner.name == "title" { continue }
      if let words = inner.descendants(named: "a").first?["xlink:title"] { title = words }
      // Graphviz puts links around what has a tooltip.
      for shape in flattened(inner) { result.children.append(.element(named(shape))) }
    }
    if let title {
      result.children.insert(.element(SVGElement(name: "title", children: [.text(title)])), at: 0)
    }
    return result
  }

  private static func flattened(_ element: SVGElement) -> [SVGElement] {
    let isWrapper = element.name == "a" || element.name == "g" && element["class"] == nil
    return isWrapper ? element.elements.flatMap(flattened) : [element]
  }

  private static var styleSheet: String {
    var sheet = "text{fill:#1b1d21}.edge path{stroke:#777}.edge polygon{fill:#777;stroke:#777}"
    var dark = "text{fill:#e8e8e8}.edge path{stroke:#999}.edge polygon{fill:#999;stroke:#999}"
    for floor in House.Floor.allCases {
      guard let color = colors[floor] else { continue }
      let shapes = ".node.\(floor.rawValue) path,.node.\(floor.rawValue) polygon"
      sheet += "\(shapes){fill:\(color.fill);stroke:\(color.line)}"
      dark += "\(shapes){fill:\(color.darkFill);stroke:\(color.darkLine)}"
    }
    return sheet + "@media screen and (prefers-color-scheme:dark){\(dark)}"
  }
}
