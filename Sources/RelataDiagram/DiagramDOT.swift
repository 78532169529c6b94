import Graphviz
import RelataCore
import RelataGraph

/// A figure in the DOT language: a selection with its style and words.
///
/// Identifiers are synthetic (`n1`, `e1`), in the order of the selection; every text stands in
/// labels and tooltips. Equal selections give equal bytes.
public struct DiagramDOT: Sendable {
  public let graph: DOTGraph
  /// The entity of each node id.
  let nodes: [String: DiagramNode]
  /// The line of each edge id.
  let edges: [String: DiagramEdge]
  /// Ids of the "+14 more" nodes and of the lines to them.
  let moreNodes: Set<String>

  /// - Parameter isUpright: Lets the layers of `dot` run from top to bottom rather than left to
  ///   right.
  public init(
    _ selection: DiagramSelection, words: DiagramWords, layout: DiagramLayout,
    isUpright: Bool = false
  ) {
    var graph = DOTGraph(
      name: "relata", attributes: Self.graphAttributes(layout, isUpright: isUpright))
    graph.nodeDefaults = [
      .fontname: .text(Self.fontName), .fontsize: 11, .margin: "0.14,0.07",
      .fontcolor: .text(DiagramPalette.text.light),
    ]
    graph.edgeDefaults = [.fontname: .text(Self.fontName), .fontsize: 9, .arrowsize: 0.8]
    var nodes: [String: DiagramNode] = [:]
    var edges: [String: DiagramEdge] = [:]
    var ids: [EntityID: String] = [:]
    for (index, node) in selection.nodes.enumerated() {
      let id = "n\(index + 1)"
      ids[node.entity.id] = id
      nodes[id] = node
      graph.addNode(id, Self.attributes(of: node, id: id, words: words))
    }
    let balance = layout == .dot ? FocusBalance(selection) : nil
    for edge in selection.edges {
      guard let tail = ids[edge.subject], let head = ids[edge.object] else { continue }
      let id = "e\(edges.count + 1)"
      edges[id] = edge
      var attributes = Self.attributes(of: edge, id: id, words: words)
      if balance?.reverses(edge) == true {
        if attributes[.dir] == nil {
          attributes[.dir] = "back"
          attributes[.arrowtail] = attributes[.arrowhead]
          attributes[.arrowhead] = nil
        }
        graph.addEdge(head, tail, attributes)
      } else {
        graph.addEdge(tail, head, attributes)
      }
    }
    var moreNodes: Set<String> = []
    for node in selection.nodes where node.hiddenNeighbors > 0 {
      guard let tail = ids[node.entity.id] else { continue }
      let (id, edge) = ("m\(moreNodes.count / 2 + 1)", "k\(moreNodes.count / 2 + 1)")
      moreNodes.formUnion([id, edge])
      graph.addNode(id, Self.moreAttributes(id, count: node.hiddenNeighbors))
      graph.addEdge(tail, id, Self.moreEdgeAttributes(edge))
    }
    self.graph = graph
    self.nodes = nodes
    self.edges = edges
    self.moreNodes = moreNodes
  }

  /// Metric-compatible families, so that a browser's text fits what the layout measured.
  static let fontName = "Liberation Sans,Arial,Helvetica,sans-serif"

  private static func graphAttributes(
    _ layout: DiagramLayout, isUpright: Bool
  ) -> DOTAttributes {
    var attributes: DOTAttributes = [
      .bgcolor: "transparent", .fontname: .text(fontName), .pad: 0.05, "outputorder": "nodesfirst",
    ]
    switch layout {
    case .dot:
      attributes.merge([
        .rankdir: isUpright ? "TB" : "LR", .nodesep: 0.25, .ranksep: 0.35, .newrank: true,
      ])
    case .neato, .fdp, .sfdp, .twopi:
      attributes.merge([.overlap: "prism", .splines: "true", "sep": "+14"])
    case .circo:
      attributes.merge([.splines: "true", "mindist": 0.8])
    }
    return attributes
  }

  private static func attributes(
    of node: DiagramNode, id: String, words: DiagramWords
  ) -> DOTAttributes {
    let style = DiagramStyle.node(node.entity.type, isFocus: node.isFocus)
    let (lines, role) = words.nodeLines(node.entity)
    let name = HTMLText.text(lines.joined(separator: "\n"))
    var parts: [HTMLText] = [node.isFocus ? .bold(name) : name]
    if let role {
      parts += [.lineBreak, .font(color: DiagramPalette.muted.light, size: 9, .text(role))]
    }
    var attributes: DOTAttributes = [
      .id: .text(id), .class: .text("n " + style.colorClass + (node.isFocus ? " focus" : "")),
      .label: .html(HTMLLabel(parts)), .shape: .text(style.shape), .style: .text(style.style),
      .fillcolor: .text(style.fill.light), .color: .text(style.border.light),
      .penwidth: .number(style.penWidth), .tooltip: .text(words.nodeSentence(node)),
    ]
    if style.peripheries > 1 { attributes[.peripheries] = .number(Double(style.peripheries)) }
    return attributes
  }

  private static func attributes(
    of edge: DiagramEdge, id: String, words: DiagramWords
  ) -> DOTAttributes {
    let style = DiagramStyle.edge(edge)
    // The space around a label keeps it off its line.
    let label = words.label(edge).map { " \($0) " }.joined(separator: "\n")
    var attributes: DOTAttributes = [
      .id: .text(id), .class: .text("e " + style.colorClass), .label: .text(label),
      .style: .text(style.pattern.rawValue), .color: .text(style.color.light),
      .fontcolor: .text(style.color.light), .penwidth: .number(style.penWidth),
      .arrowhead: .text(style.arrowHead), .tooltip: .text(words.tooltip(edge)),
    ]
    if style.isSymmetric {
      if style.arrowHead == "none" {
        attributes[.dir] = "none"
      } else {
        attributes[.dir] = "both"
        attributes[.arrowtail] = .text(style.arrowHead)
      }
    }
    return attributes
  }

  private static func moreAttributes(_ id: String, count: Int) -> DOTAttributes {
    [
      .id: .text(id), .class: "more", .label: .text("+\(count) more"), .shape: "plaintext",
      .fontcolor: .text(DiagramPalette.muted.light),
      .tooltip: .text("\(count) more neighbor\(count == 1 ? "" : "s"), not drawn"),
    ]
  }

  private static func moreEdgeAttributes(_ id: String) -> DOTAttributes {
    [
      .id: .text(id), .class: "more", .style: "dotted", .dir: "none", .penwidth: 1,
      .color: .text(DiagramPalette.muted.light), .tooltip: "not drawn",
    ]
  }
}
