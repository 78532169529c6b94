import CGraphviz

extension CGraph {
  /// Reads the first graph of a DOT text.
  ///
  /// - Returns: The graph, and what there is to warn of.
  /// - Throws: ``GraphvizError/syntax(line:near:)``, or ``GraphvizError/invalidInput(reason:)`` for
  ///   empty text and text with NUL, which the library would cut off without a word.
  static func read(_ source: String) throws(GraphvizError) -> (graph: CGraph, warnings: [String]) {
    guard !source.utf8.contains(0) else {
      throw .invalidInput(reason: "the DOT text holds a NUL character")
    }
    guard source.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      throw .invalidInput(reason: "the DOT text is empty")
    }
    // The library reads one graph and would begin the next read with the rest of this text's line.
    let (first, hasMore) = DOTExtent.firstGraph(of: source)
    return try GraphvizThread.run { () throws(GraphvizError) -> (CGraph, [String]) in
      _ = try GraphvizContext.shared()
      let (root, report) = GraphvizContext.reporting { agmemread(first) }
      let graph = root.map(CGraph.init(adopting:))
      guard let graph, !report.hasErrors else {
        resetParser(after: first)
        throw .classify(stage: .reading, messages: report.messages)
      }
      let more = "there is more text after the first graph; it was ignored"
      return (graph, report.messages + (hasMore ? [more] : []))
    }
  }
}

extension CGraph {
  /// Brings the parser back to its beginning after an error.
  ///
  /// It may have stopped inside of a string, a label or a comment, and would take whatever is read
  /// next for the rest of it.
  private static func resetParser(after source: String) {
    relata_gv_collect_messages()
    defer {
      agreseterrors()
      if GraphvizContext.channel == .standardError { relata_gv_print_messages() }
    }
    let brackets = source.utf8.count { $0 == UInt8(ascii: "<") } + 1
    let ends = ["", "*/", "\"", String(repeating: ">", count: brackets)]
    for end in ends + ends {
      if let graph = agmemread(end) { agclose(graph) }
      guard let graph = agmemread("graph {}") else { continue }
      agclose(graph)
      return
    }
  }
}

// MARK: - Back to values

extension CGraph {
  /// The graph as a value, every object with its effective attributes.
  func value() throws(GraphvizError) -> DOTGraph {
    try GraphvizThread.run { () throws(GraphvizError) -> DOTGraph in
      let root = self.root
      let names = Declared(root)
      var graph = DOTGraph(
        name: Self.name(of: root), isDirected: agisdirected(root) != 0,
        isStrict: agisstrict(root) != 0)
      graph.attributes = Self.attributes(of: root, names.graph)
      var edges: [(sequence: UInt64, edge: DOTEdge)] = []
      for node in Self.nodes(of: root) {
        let id = String(cString: agnameof(node))
        var attributes = Self.attributes(of: node, names.node)
        if attributes[.label] == nil, Self.isSet(.label, on: node) {
          attributes[.label] = .escaped("")
        }
        if attributes[.label] == .escaped("\\N") { attributes[.label] = nil }
        graph.nodes.append(DOTNode(id: id, attributes: attributes))
        for edge in Self.outgoingEdges(of: node, in: root) {
          edges.append((relata_gv_sequence(edge), Self.edge(edge, names.edge)))
        }
      }
      graph.edges = edges.sorted { $0.sequence < $1.sequence }.map(\.edge)
      graph.subgraphs = Self.subgraphs(of: root, names.graph)
      return graph
    }
  }

  static func nodes(of root: Pointer) -> [UnsafeMutablePointer<Agnode_t>] {
    var result: [UnsafeMutablePointer<Agnode_t>] = []
    var next = agfstnode(root)
    while let node = next {
      result.append(node)
      next = agnxtnode(root, node)
    }
    return result
  }

  static func outgoingEdges(
    of node: UnsafeMutablePointer<Agnode_t>, in root: Pointer
  ) -> [UnsafeMutablePointer<Agedge_t>] {
    var result: [UnsafeMutablePointer<Agedge_t>] = []
    var next = agfstout(root, node)
    while let edge = next {
      result.append(edge)
      next = agnxtout(root, edge)
    }
    return result
  }

  /// The name of a graph or key of an edge; nil where the library made it up.
  static func name(of object: UnsafeMutableRawPointer) -> String? {
    guard let name = agnameof(object) else { return nil }
    let text = String(cString: name)
    return text.isEmpty || text.utf8.first == UInt8(ascii: "%") ? nil : text
  }

  private static func edge(
    _ edge: UnsafeMutablePointer<Agedge_t>, _ declared: [Declared.Symbol]
  ) -> DOTEdge {
    var attributes = attributes(of: edge, declared)
    attributes["key"] = nil
    return DOTEdge(
      tail: String(cString: agnameof(relata_gv_tail(edge))),
      head: String(cString: agnameof(relata_gv_head(edge))), key: name(of: edge),
      attributes: attributes)
  }

  private static func subgraphs(of parent: Pointer, _ declared: [Declared.Symbol]) -> [DOTSubgraph]
  {
    var result: [DOTSubgraph] = []
    for subgraph in subgraphs(of: parent) {
      var value = DOTSubgraph(name: name(of: subgraph))
      value.attributes = attributes(of: subgraph, declared, inheritedFrom: parent)
      value.subgraphs = subgraphs(of: subgraph, declared)
      let inner = Set(value.subgraphs.flatMap(\.allNodes))
      value.nodes = nodes(of: subgraph).map { String(cString: agnameof($0)) }
        .filter { !inner.contains($0) }
      result.append(value)
    }
    return result
  }

  /// The subgraphs in the order of the text; the library's own order is that of their names' addresses.
  static func subgraphs(of parent: Pointer) -> [Pointer] {
    var result: [Pointer] = []
    var next = agfstsubg(parent)
    while let subgraph = next {
      result.append(subgraph)
      next = agnxtsubg(subgraph)
    }
    return result.sorted { relata_gv_sequence($0) < relata_gv_sequence($1) }
  }

  // MARK: Attributes

  /// The attributes that a graph declares for its nodes, edges and subgraphs.
  private struct Declared {
    typealias Symbol = (name: DOTAttributeName, pointer: UnsafeMutablePointer<Agsym_t>)
    let graph, node, edge: [Symbol]

    init(_ root: Pointer) {
      graph = Self.symbols(root, AGRAPH)
      node = Self.symbols(root, AGNODE)
      edge = Self.symbols(root, AGOUTEDGE)
    }

    private static func symbols(_ root: Pointer, _ kind: Int32) -> [Symbol] {
      var result: [Symbol] = []
      var next = agnxtattr(root, kind, nil)
      while let symbol = next {
        result.append((DOTAttributeName(rawValue: String(cString: symbol.pointee.name)), symbol))
        next = agnxtattr(root, kind, symbol)
      }
      return result
    }
  }

  /// An empty value is the same as none, except where it hides one that would be inherited.
  private static func attributes(
    of object: UnsafeMutableRawPointer, _ declared: [Declared.Symbol],
    inheritedFrom parent: Pointer? = nil
  ) -> DOTAttributes {
    var result = DOTAttributes()
    for (name, symbol) in declared {
      guard let text = agxget(object, symbol) else { continue }
      if text.pointee == 0 {
        guard let parent, !DOTSubgraph.personal.contains(name), let outer = agxget(parent, symbol),
          outer.pointee != 0
        else { continue }
        result[name] = .escaped("")
      } else if aghtmlstr(text) != 0 {
        result[name] = .html(HTMLLabel(uncheckedMarkup: String(cString: text)))
      } else {
        result[name] = .escaped(String(cString: text))
      }
    }
    return result
  }

  private static func isSet(_ name: DOTAttributeName, on object: UnsafeMutableRawPointer) -> Bool {
    guard
      let value = name.rawValue.withCString({ agget(object, UnsafeMutablePointer(mutating: $0)) })
    else { return false }
    return value.pointee == 0
  }
}

extension DOTSubgraph {
  /// Nodes of this subgraph and of those nested in it.
  var allNodes: [String] { nodes + subgraphs.flatMap(\.allNodes) }
}
