import Graphviz
import RelataCore

/// The little drawings of a legend, 30 wide and 14 high, in the style of the figure.
enum LegendSample {
  static let width = 30.0
  private typealias Attributes = [(name: String, value: String)]

  /// An entity of a type.
  static func entity(_ type: EntityType) -> SVGElement {
    let style = DiagramStyle.node(type, isFocus: false)
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
      case "box":
        [
          SVGElement(
            "rect",
            [("x", "2"), ("y", "1"), ("width", "26"), ("height", "12"), ("rx", "4")] + paint)
        ]
      case "house": [polygon("2,13 2,5 15,0 28,5 28,13")]
      case "hexagon": [polygon("7,1 23,1 29,7 23,13 7,13 1,7")]
      case "note":
        [
          polygon("3,1 22,1 27,6 27,13 3,13"),
          SVGElement("polyline", [("points", "22,1 22,6 27,6")] + outline),
        ]
      default:
        style.peripheries > 1
          ? [ellipse("12", "4.5", paint), ellipse("14.5", "6.8", outline)]
          : [ellipse("14", "6", paint)]
      }
    return SVGElement("g", [("class", style.colorClass)], shapes.map { .element($0) })
  }

  /// A line with its arrow.
  static func line(_ style: EdgeStyle) -> SVGElement {
    let color = style.color.light
    let end = style.arrowHead == "none" ? 29.0 : style.arrowHead == "vee" ? 27 : 20
    var path: Attributes = [
      ("class", "s"), ("d", "M1,7H\(end.short)"), ("fill", "none"), ("stroke", color),
      ("stroke-width", style.penWidth.short),
    ]
    switch style.pattern {
    case .solid: break
    case .dashed: path.append(("stroke-dasharray", "5,3"))
    case .dotted:
      path += [("stroke-dasharray", "0.1,3.6"), ("stroke-linecap", "round")]
      path[4].value = (style.penWidth + 0.5).short
    }
    let open: Attributes = [
      ("class", "s"), ("fill", "none"), ("stroke", color), ("stroke-width", "1.2"),
    ]
    let filled: Attributes = [("class", "f s"), ("fill", color), ("stroke", color)]
    let head: [SVGElement] =
      switch style.arrowHead {
      case "normal": [SVGElement("polygon", [("points", "20,3.5 29,7 20,10.5")] + filled)]
      case "empty": [SVGElement("polygon", [("points", "20,3.5 29,7 20,10.5")] + open)]
      case "vee": [SVGElement("polyline", [("points", "22,3 29,7 22,11")] + open)]
      case "odiamond": [SVGElement("polygon", [("points", "20,7 24.5,3.5 29,7 24.5,10.5")] + open)]
      case "teeodot":
        [
          SVGElement("circle", [("cx", "22.5"), ("cy", "7"), ("r", "2.5")] + open),
          SVGElement("path", [("d", "M27.5,2.5V11.5")] + open),
        ]
      default: []
      }
    return SVGElement(
      "g", [("class", style.colorClass)],
      [.element(SVGElement("path", path))] + head.map { .element($0) })
  }

  /// A stretch of a family's colour.
  static func color(_ family: RelationFamily) -> SVGElement {
    SVGElement(
      "g", [("class", "c-" + family.rawValue)],
      [
        .element(
          SVGElement(
            "path",
            [
              ("class", "s"), ("d", "M2,7H28"), ("fill", "none"),
              ("stroke", DiagramPalette.line(family).light), ("stroke-width", "3"),
            ]))
      ])
  }
}
