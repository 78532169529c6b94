import Graphviz
import RelataCore

/// Graphviz's drawing, brought into the form that figures have.
///
/// Every entity and line is one group with an id, a sentence as its accessible name, the tooltip as
/// its title, classes for colours, and a link if there is one. Graphviz's wrappers, titles and ids
/// are gone.
struct FigureDrawing {
  /// The drawing's elements, lines before entities.
  private(set) var children: [SVGElement] = []
  private(set) var transform = ""
  /// In the units of the drawing, which are points at a scale of 1.
  private(set) var width = 0.0
  private(set) var height = 0.0

  private let diagram: DiagramDOT
  private let theme: DiagramTheme
  private let words: DiagramWords
  private let prefix: String
  private let links: [AssertionID: String]

  /// - Throws: ``RelataError`` RL5023 if the SVG lacks a size or a graph.
  init(
    _ svg: SVGElement, diagram: DiagramDOT, theme: DiagramTheme, words: DiagramWords,
    prefix: String, links: [AssertionID: String]
  ) throws(RelataError) {
    self.diagram = diagram
    self.theme = theme
    self.words = words
    self.prefix = prefix
    self.links = links
    guard let size = Self.size(of: svg),
      let graph = svg.elements.first(where: { $0.name == "g" })
    else {
      throw RelataError(
        .internal, code: "RL5023", "the renderer returned an SVG without size or graph")
    }
    (width, height) = size
    transform = graph["transform"] ?? ""
    for element in graph.elements where element.name == "g" {
      if let group = group(element) { children.append(group) }
    }
  }

  private static func size(of svg: SVGElement) -> (width: Double, height: Double)? {
    let box = (svg["viewBox"] ?? "").split(separator: " ").compactMap { Double($0) }
    guard box.count == 4, box.allSatisfy(\.isFinite), box[2] > 0, box[3] > 0 else { return nil }
    return (box[2], box[3])
  }

  /// The width of a drawing in points; nil if it has none.
  static func width(of svg: SVGElement) -> Double? { size(of: svg)?.width }

  /// By what factor the drawing is larger than a page's column of 720 by 960 units; at most 1 if it
  /// fits.
  static func excess(_ svg: SVGElement) -> Double {
    size(of: svg).map { max($0.width / 720, $0.height / 960) } ?? 1
  }

  /// The group of one entity or line; nil for what is neither.
  private func group(_ element: SVGElement) -> SVGElement? {
    guard let id = element["id"] else { return nil }
    let pattern = diagram.edges[id].map { theme.edge($0).pattern } ?? .dotted
    var shapes = Self.flattened(element).map { styled($0, pattern) }
    var sentence: String
    var tooltip: String
    var role = "graphics-object"
    var kind: String
    var link: String?
    if let node = diagram.nodes[id] {
      sentence = words.nodeSentence(node)
      tooltip = sentence
      kind = "n " + theme.node(node.entity.type, isFocus: false).colorClass
      if node.isFocus { kind += " focus" }
    } else if let edge = diagram.edges[id] {
      sentence = words.sentence(edge)
      tooltip = words.tooltip(edge)
      kind = "e " + theme.edge(edge).colorClass
      // Beside a level line the layout leaves no room for the tails of letters.
      if diagram.isLevel { shapes = shapes.map(Self.lifted) }
      link = edge.relations.lazy.compactMap { links[$0.id] }.first
    } else if diagram.moreNodes.contains(id) {
      sentence = element.text
      tooltip = "not drawn"
      kind = "more"
      role = "presentation"
    } else {
      return nil
    }
    if let link, DOTURL(link) != nil {
      shapes = [SVGElement("a", [("href", link)], shapes.map { .element($0) })]
    }
    let title = SVGElement("title", text: tooltip)
    var attributes = [("id", "\(prefix)-\(id)"), ("class", kind), ("role", role)]
    if role != "presentation" { attributes.append(("aria-label", sentence)) }
    if let node = diagram.nodes[id], let center = Self.center(of: shapes) {
      // What PreviousLayout reads.
      attributes += [("data-entity", node.entity.id.rawValue), ("data-center", center)]
    }
    return SVGElement("g", attributes, [.element(title)] + shapes.map { .element($0) })
  }

  /// Shapes and texts without the groups and anchors around them.
  private static func flattened(_ element: SVGElement) -> [SVGElement] {
    element.elements.flatMap { child -> [SVGElement] in
      switch child.name {
      case "title", "desc": []
      case "g", "a": flattened(child)
      default: [child]
      }
    }
  }

  private static func lifted(_ shape: SVGElement) -> SVGElement {
    guard shape.name == "text", let y = shape["y"].flatMap({ Double($0) }) else { return shape }
    var shape = shape
    shape["y"] = (y - 1.5).short
    return shape
  }

  /// The centres of a drawing's entities, to compare layouts by.
  static func centers(_ svg: SVGElement, _ diagram: DiagramDOT) -> [EntityID: PreviousLayout.Point]
  {
    var centers: [EntityID: PreviousLayout.Point] = [:]
    for group in svg.descendants(named: "g") {
      guard let id = group["id"], let node = diagram.nodes[id] else { continue }
      let numbers = (center(of: flattened(group)) ?? "").split(separator: ",").compactMap {
        Double($0)
      }
      if numbers.count == 2 {
        centers[node.entity.id] = PreviousLayout.Point(x: numbers[0], y: numbers[1])
      }
    }
    return centers
  }

  /// The middle of the first shape: "12.5,-40".
  private static func center(of shapes: [SVGElement]) -> String? {
    guard let shape = shapes.first(where: { $0.name != "text" }) else { return nil }
    if let x = shape["cx"].flatMap({ Double($0) }), let y = shape["cy"].flatMap({ Double($0) }) {
      return "\(x.short),\(y.short)"
    }
    let numbers = (shape["points"] ?? shape["d"] ?? "")
      .split { !($0.isNumber || $0 == "." || $0 == "-") }.compactMap { Double($0) }
    let xs = numbers.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
    let ys = numbers.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max()
    else {
      return nil
    }
    return "\(((left + right) / 2).short),\(((top + bottom) / 2).short)"
  }

  /// Replaces fonts by the figure's, gives shapes the classes of fill and stroke, and lines their pattern.
  private func styled(_ shape: SVGElement, _ pattern: LinePattern) -> SVGElement {
    var shape = shape
    shape["id"] = nil
    shape["class"] = nil
    if shape.name == "text" {
      shape["font-family"] = nil
      if shape["fill"] == nil { shape["fill"] = theme.text.light }
      if shape["fill"] == theme.muted.light { shape["class"] = "muted" }
      return shape
    }
    var classes: [String] = []
    if let fill = shape["fill"], fill != "none", fill != "transparent" { classes.append("f") }
    if let stroke = shape["stroke"], stroke != "none", stroke != "transparent" {
      classes.append("s")
    }
    if !classes.isEmpty { shape["class"] = classes.joined(separator: " ") }
    guard shape["stroke-dasharray"] != nil else { return shape }
    shape["stroke-dasharray"] = pattern.dashes
    if pattern.hasDots {
      shape["stroke-linecap"] = "round"
      // Dots need more body than a line of the same weight.
      let width = shape["stroke-width"].flatMap { Double($0) } ?? 1.3
      shape["stroke-width"] = (width + 0.5).short
    }
    return shape
  }
}
