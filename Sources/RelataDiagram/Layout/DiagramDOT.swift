import Graphviz
import RelataCore
import RelataGraph

/// A figure in the DOT language: a selection with its style and words.
///
/// Identifiers are synthetic (`n1`, `e1`), in the order of the selection; every text stands in
/// labels and tooltips. Equal selections give equal bytes.
public struct DiagramDOT: Sendable {
  /// The graph, to be written, changed or laid out.
  public let graph: DOTGraph
  /// The entity of each node id.
  let nodes: [String: DiagramNode]
  /// The line of each edge id.
  let edges: [String: DiagramEdge]
  /// Ids of the "+14 more" nodes and of the lines to them.
  let moreNodes: Set<String>
  /// Whether the layers of `dot` run from top to bottom rather than left to right.
  let isUpright: Bool
  /// Whether lines run about level.
  let isLevel: Bool

  /// A selection in the words and the theme of a figure.
  ///
  /// - Parameters:
  ///   - selection: What is shown.
  ///   - words: Those of the graph.
  ///   - options: Layout, theme and the previous figure.
  ///   - isUpright: Whether the layers of `dot` run from top to bottom rather than left to right.
  public init(
    _ selection: DiagramSelection, words: DiagramWords, options: DiagramOptions,
    isUpright: Bool = false
  ) {
    let look = DOTLook(theme: options.theme, words: words)
    var graph = DOTGraph(
      name: "relata", attributes: look.graph(options.engine, isUpright: isUpright))
    graph.nodeDefaults = look.nodeDefaults
    graph.edgeDefaults = look.edgeDefaults
    var nodes: [String: DiagramNode] = [:]
    var edges: [String: DiagramEdge] = [:]
    var ids: [EntityID: String] = [:]
    for (index, node) in selection.nodes.enumerated() {
      let id = "n\(index + 1)"
      ids[node.entity.id] = id
      nodes[id] = node
      graph.addNode(id, look.node(node, id: id))
    }
    let isLayered = options.engine == .dot
    let seed = isLayered ? LayerSeed(options.previous, selection, isUpright: isUpright) : nil
    let balance = isLayered ? FocusBalance(selection) : nil
    let direction = isLayered ? PathDirection(selection) : nil
    for edge in selection.edges {
      guard let tail = ids[edge.subject], let head = ids[edge.object] else { continue }
      let id = "e\(edges.count + 1)"
      edges[id] = edge
      var attributes = look.edge(edge, id: id)
      if !selection.isLabeled(edge) { attributes[.label] = nil }
      if seed?.reverses(edge) ?? direction?.reverses(edge) ?? balance?.reverses(edge) ?? false {
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
    if isLayered, Self.hasClusters(selection, options) {
      for (index, members) in Self.communities(selection).enumerated() {
        let nodes = members.compactMap { ids[$0] }
        graph.subgraphs.append(
          DOTSubgraph(name: "cluster\(index + 1)", attributes: [.style: "invis"], nodes: nodes))
      }
    }
    var moreNodes: Set<String> = []
    for node in selection.nodes where node.hiddenNeighbors > 0 {
      guard let tail = ids[node.entity.id] else { continue }
      let (id, edge) = ("m\(moreNodes.count / 2 + 1)", "k\(moreNodes.count / 2 + 1)")
      moreNodes.formUnion([id, edge])
      graph.addNode(id, look.more(id, count: node.hiddenNeighbors))
      graph.addEdge(tail, id, look.moreEdge(edge))
    }
    seed?.constrain(&graph, ids: ids)
    if options.engine.keepsPositions, let previous = options.previous {
      previous.place(&graph, ids: ids)
    }
    self.graph = graph
    self.nodes = nodes
    self.edges = edges
    self.moreNodes = moreNodes
    self.isUpright = isUpright
    isLevel = isLayered && !isUpright
  }
}

extension DiagramDOT {
  /// Whether communities are kept together: in a figure of many without a middle, which has no other order.
  private static func hasClusters(_ selection: DiagramSelection, _ options: DiagramOptions) -> Bool
  {
    selection.focus.isEmpty && options.previous == nil && selection.nodes.count > 12
  }

  /// Those of the entities drawn that are more tied to one another than to others; none where all are one.
  private static func communities(_ selection: DiagramSelection) -> [[EntityID]] {
    let found = KnowledgeGraph(
      entities: selection.nodes.map(\.entity), relations: selection.drawnRelations
    ).communities().filter { $0.count > 2 }
    return found.count > 1 ? found : []
  }
}

/// The theme and the words of a figure as attributes of DOT.
private struct DOTLook {
  let theme: DiagramTheme
  let words: DiagramWords

  /// Families of fonts whose metrics agree, so that a browser's text fits what the layout measured.
  private var fontName: DOTValue { .text(theme.fonts.list) }

  func graph(_ layout: DiagramLayout, isUpright: Bool) -> DOTAttributes {
    var attributes: DOTAttributes = [
      .bgcolor: "transparent", .fontname: fontName, .pad: 0.05, "outputorder": "nodesfirst",
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

  var nodeDefaults: DOTAttributes {
    [
      .fontname: fontName, .fontsize: .number(theme.fonts.name), .margin: "0.14,0.07",
      .fontcolor: .text(theme.text.light),
    ]
  }

  var edgeDefaults: DOTAttributes {
    [.fontname: fontName, .fontsize: .number(theme.fonts.label), .arrowsize: 0.8]
  }

  func node(_ node: DiagramNode, id: String) -> DOTAttributes {
    let style = theme.node(node.entity.type, isFocus: node.isFocus)
    let (lines, role) = words.nodeLines(node.entity)
    let name = HTMLText.text(lines.joined(separator: "\n"))
    var parts: [HTMLText] = [node.isFocus ? .bold(name) : name]
    if let role {
      parts += [
        .lineBreak, .font(color: theme.muted.light, size: theme.fonts.role, .text(role)),
      ]
    }
    let shape = style.shape.graphviz
    var attributes: DOTAttributes = [
      .id: .text(id), .class: .text("n " + style.colorClass + (node.isFocus ? " focus" : "")),
      .label: .html(HTMLLabel(parts)), .shape: .text(shape.shape), .style: .text(shape.style),
      .fillcolor: .text(style.fill.light), .color: .text(style.border.light),
      .penwidth: .number(style.penWidth), .tooltip: .text(words.nodeSentence(node)),
    ]
    if style.peripheries > 1 { attributes[.peripheries] = .number(Double(style.peripheries)) }
    return attributes
  }

  func edge(_ edge: DiagramEdge, id: String) -> DOTAttributes {
    let style = theme.edge(edge)
    // The space around a label keeps it off its line.
    let label = words.label(edge).map { " \($0) " }.joined(separator: "\n")
    var attributes: DOTAttributes = [
      .id: .text(id), .class: .text("e " + style.colorClass), .label: .text(label),
      .style: .text(style.pattern.graphviz), .color: .text(style.color.light),
      .fontcolor: .text(style.color.light), .penwidth: .number(style.penWidth),
      .arrowhead: .text(style.arrowHead), .tooltip: .text(words.tooltip(edge)),
    ]
    if style.isSymmetric {
      if style.arrow == nil {
        attributes[.dir] = "none"
      } else {
        attributes[.dir] = "both"
        attributes[.arrowtail] = .text(style.arrowHead)
      }
    }
    return attributes
  }

  func more(_ id: String, count: Int) -> DOTAttributes {
    [
      .id: .text(id), .class: "more", .label: .text("+\(count) more"), .shape: "plaintext",
      .fontcolor: .text(theme.muted.light),
      .tooltip: .text("\(count) more neighbor\(count == 1 ? "" : "s"), not drawn here"),
    ]
  }

  func moreEdge(_ id: String) -> DOTAttributes {
    [
      .id: .text(id), .class: "more", .style: "dotted", .dir: "none", .penwidth: 1,
      .color: .text(theme.muted.light), .tooltip: "not drawn",
    ]
  }
}
