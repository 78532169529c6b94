extension DOTGraph {
  /// Writes the graph in the DOT language.
  ///
  /// Everything is quoted, so that no name is taken for a keyword or a number. Equal graphs give
  /// equal bytes. Line breaks are LF.
  ///
  /// - Throws: ``GraphvizError/invalidInput(reason:)`` where a name cannot be written, a node occurs
  ///   twice, an edge or subgraph names a node that is not there, or a value is out of range.
  /// - Complexity: O(size of the text).
  public func source() throws(GraphvizError) -> String {
    try validate()
    var writer = DOTWriter(isDirected: isDirected)
    try writer.write(self)
    return writer.text
  }

  /// Checks names and references without writing.
  public func validate() throws(GraphvizError) {
    var known = Set<String>(minimumCapacity: nodes.count)
    if let name { try Self.validate(name: name, of: "graph") }
    for node in nodes {
      try Self.validate(name: node.id, of: "node")
      guard known.insert(node.id).inserted else {
        throw .invalidInput(reason: "node '\(node.id)' occurs twice")
      }
    }
    for edge in edges {
      for end in [edge.tail, edge.head] where !known.contains(end) {
        throw .invalidInput(reason: "an edge names node '\(end)', which the graph does not list")
      }
      if let key = edge.key { try Self.validate(name: key, of: "edge") }
    }
    for subgraph in subgraphs { try Self.validate(subgraph, nodes: known, depth: 0) }
  }

  private static func validate(
    _ subgraph: DOTSubgraph, nodes known: Set<String>, depth: Int
  ) throws(GraphvizError) {
    // The DOT parser runs out of its own stack at 3,332 levels.
    guard depth < 1_000 else { throw .invalidInput(reason: "subgraphs are nested too deeply") }
    if let name = subgraph.name { try validate(name: name, of: "subgraph") }
    for node in subgraph.nodes where !known.contains(node) {
      throw .invalidInput(reason: "a subgraph names node '\(node)', which the graph does not list")
    }
    for inner in subgraph.subgraphs { try validate(inner, nodes: known, depth: depth + 1) }
  }

  /// A name must come back from the library as it went in.
  static func validate(name: String, of kind: String) throws(GraphvizError) {
    guard name.utf8.first != UInt8(ascii: "%") else {
      throw .invalidInput(reason: "the name of a \(kind) must not begin with '%': '\(name)'")
    }
    let hasControl = name.unicodeScalars.contains {
      ($0.value < 0x20 && !"\t\n\r".unicodeScalars.contains($0)) || $0.value == 0xFFFE
        || $0.value == 0xFFFF
    }
    guard !hasControl else {
      throw .invalidInput(reason: "the name of a \(kind) holds a control character")
    }
    guard DOTText.representable(name) == name else {
      throw .invalidInput(reason: "DOT cannot write the name of a \(kind): '\(name)'")
    }
  }
}

/// Writes one graph; `text` is complete after ``write(_:)``.
private struct DOTWriter {
  let isDirected: Bool
  var text = ""

  init(isDirected: Bool) { self.isDirected = isDirected }

  mutating func write(_ graph: DOTGraph) throws(GraphvizError) {
    if graph.isStrict { text += "strict " }
    text += graph.isDirected ? "digraph" : "graph"
    if let name = graph.name { text += " " + DOTText.quoted(name) }
    text += " {\n"
    try write(statement: "graph", graph.attributes, indent: "  ")
    try write(statement: "node", graph.nodeDefaults, indent: "  ")
    try write(statement: "edge", graph.edgeDefaults, indent: "  ")
    for node in graph.nodes {
      text += "  " + DOTText.quoted(node.id)
      try write(list: node.attributes)
    }
    for subgraph in graph.subgraphs {
      try write(subgraph, inherited: graph.attributes, indent: "  ")
    }
    for edge in graph.edges { try write(edge) }
    text += "}\n"
  }

  private mutating func write(_ edge: DOTEdge) throws(GraphvizError) {
    text +=
      "  \(DOTText.quoted(edge.tail)) \(isDirected ? "->" : "--") \(DOTText.quoted(edge.head))"
    var attributes = edge.attributes
    if let key = edge.key { attributes["key"] = .escaped(key) }
    try write(list: attributes)
  }

  private mutating func write(
    _ subgraph: DOTSubgraph, inherited: DOTAttributes, indent: String
  ) throws(GraphvizError) {
    text += indent + "subgraph"
    if let name = subgraph.name { text += " " + DOTText.quoted(name) }
    text += " {\n"
    let inner = indent + "  "
    let attributes = subgraph.attributes(hiding: inherited)
    try write(statement: "graph", attributes, indent: inner)
    for node in subgraph.nodes { text += inner + DOTText.quoted(node) + ";\n" }
    let passedOn = inherited.merging(attributes)
    for nested in subgraph.subgraphs { try write(nested, inherited: passedOn, indent: inner) }
    text += indent + "}\n"
  }

  private mutating func write(
    statement keyword: String, _ attributes: DOTAttributes, indent: String
  ) throws(GraphvizError) {
    guard !attributes.isEmpty else { return }
    text += indent + keyword
    try write(list: attributes)
  }

  private mutating func write(list attributes: DOTAttributes) throws(GraphvizError) {
    var separator = " ["
    for (name, value) in attributes.sorted {
      try DOTGraph.validate(name: name.rawValue, of: "attribute")
      let stored = try value.stored(for: name)
      text += separator + DOTAttributeToken.name(name.rawValue) + "="
      text += stored.isHTML ? "<\(stored.text)>" : DOTText.quoted(stored.text)
      separator = ", "
    }
    text += attributes.isEmpty ? ";\n" : "];\n"
  }
}

private enum DOTAttributeToken {
  /// Attribute names stay bare where they are plain words, for the reader's sake.
  static func name(_ name: String) -> String {
    let keywords = ["graph", "digraph", "subgraph", "node", "edge", "strict"]
    let isWord = name.utf8.allSatisfy { (65...90).contains($0) || (97...122).contains($0) }
    return isWord && !name.isEmpty && !keywords.contains(name.lowercased())
      ? name : DOTText.quoted(name)
  }
}

extension DOTSubgraph {
  /// What belongs to one object only: a subgraph does not take it over from what encloses it,
  /// although the DOT language would hand it down (a title on every cluster, an id used twice).
  static let personal: [DOTAttributeName] = [
    .label, .xlabel, .tooltip, .url, "href", .target, .id, .class,
  ]

  /// The attributes, with an empty value for what would be handed down but is personal.
  func attributes(hiding inherited: DOTAttributes) -> DOTAttributes {
    var result = attributes
    for name in Self.personal where inherited[name] != nil && result[name] == nil {
      result[name] = .escaped("")
    }
    return result
  }
}
