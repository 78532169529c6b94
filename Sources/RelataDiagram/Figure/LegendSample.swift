import Graphviz
import RelataCore

/// The little drawings of a legend, 30 wide and 14 high, in the style of the figure.
struct LegendSample {
  static let width = 30.0
  let theme: DiagramTheme
  private typealias Attributes = [(name: String, value: String)]

  /// An entity of a type.
  func entity(_ type: EntityType) -> SVGElement {
    let style = theme.node(type, isFocus: false)
    let paint: Attributes = [
      ("class", "f s"), ("fill", style.fill.light), ("stroke", style.border.light),
      ("stroke-width", "1.2"),
    ]
    let outline: Attributes = [
      ("class", "s"), ("fill", "none"), ("stroke", style.border.light), ("stroke-width", "1.2"),
    ]
    func polygon(_ points: String) -> SVGElement {
      SVGElement("polygon", [("points", points)] + paint)
    }
    func ellipse(_ rx: String, _ ry: String, _ paint: Attributes) -> SVGElement {
      SVGElement("ellipse", [("cx", "15"), ("cy", "7"), ("rx", rx), ("ry", ry)] + paint)
    }
    let shapes: [SVGElement] =
      switch style.shape {
      case .box, .rounded:
        [
          SVGElement(
            "rect",
            [
              ("x", "2"), ("y", "1"), ("width", "26"), ("height", "12"),
              ("rx", style.shape == .box ? "0" : "4"),
            ] + paint)
        ]
      case .octagon: [polygon("8,1 22,1 28,5 28,9 22,13 8,13 2,9 2,5")]
      case .house: [polygon("2,13 2,5 15,0 28,5 28,13")]
      case .hexagon: [polygon("7,1 23,1 29,7 23,13 7,13 1,7")]
      case .note:
        [
          polygon("3,1 22,1 27,6 27,13 3,13"),
          SVGElement("polyline", [("points", "22,1 22,6 27,6")] + outline),
        ]
      case .ellipse:
        style.peripheries > 1
          ? [ellipse("12", "4.5", paint), ellipse("14.5", "6.8", outline)]
          : [ellipse("14", "6", paint)]
      }
    return SVGElement("g", [("class", style.colorClass)], shapes.map { .element($0) })
  }

  /// A line with its arrow.
  func line(_ style: EdgeStyle) -> SVGElement {
    let color = style.color.light
    let end = style.arrow == nil ? 29.0 : style.arrow == .open ? 27 : 20
    var path: Attributes = [
      ("class", "s"), ("d", "M1,7H\(end.short)"), ("fill", "none"), ("stroke", color),
      ("stroke-width", style.penWidth.short),
    ]
    if let dashes = style.pattern.dashes { path.append(("stroke-dasharray", dashes)) }
    if style.pattern.hasDots {
      path.append(("stroke-linecap", "round"))
      path[4].value = (style.penWidth + 0.5).short
    }
    let open: Attributes = [
      ("class", "s"), ("fill", "none"), ("stroke", color), ("stroke-width", "1.2"),
    ]
    let filled: Attributes = [("class", "f s"), ("fill", color), ("stroke", color)]
    let head: [SVGElement] =
      switch style.arrow {
      case .filled: [SVGElement("polygon", [("points", "20,3.5 29,7 20,10.5")] + filled)]
      case .empty: [SVGElement("polygon", [("points", "20,3.5 29,7 20,10.5")] + open)]
      case .open: [SVGElement("polyline", [("points", "22,3 29,7 22,11")] + open)]
      case .diamond: [SVGElement("polygon", [("points", "20,7 24.5,3.5 29,7 24.5,10.5")] + open)]
      case .barred:
        [
          SVGElement("circle", [("cx", "22.5"), ("cy", "7"), ("r", "2.5")] + open),
          SVGElement("path", [("d", "M27.5,2.5V11.5")] + open),
        ]
      case nil: []
      }
    return SVGElement(
      "g", [("class", style.colorClass)],
      [.element(SVGElement("path", path))] + head.map { .element($0) })
  }

  /// A stretch of a family's colour.
  func color(_ family: RelationFamily) -> SVGElement {
    SVGElement(
      "g", [("class", "c-" + family.rawValue)],
      [
        .element(
          SVGElement(
            "path",
            [
              ("class", "s"), ("d", "M2,7H28"), ("fill", "none"),
              ("stroke", theme.color(family).light), ("stroke-width", "3"),
            ]))
      ])
  }
}
