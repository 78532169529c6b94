import Graphviz

/// The rooms of the package, the libraries they stand on, and who uses whom.
struct House {
  /// What rooms have in common, as colours tell it.
  enum Floor: String, CaseIterable {
    case values, reading, graph, drawing, programs, libraries
  }

  private static let floors: [String: Floor] = [
    "RelataCore": .values, "RelataLanguage": .values, "RelataReading": .reading,
    "RelataAnnotation": .reading, "RelataInference": .reading, "RelataExtraction": .reading,
    "RelataGraph": .graph, "RelataStore": .graph, "RelataInterchange": .graph,
    "RelataDiagram": .drawing, "RelataReport": .drawing, "Graphviz": .drawing,
    "RelataIsolation": .drawing, "CRelataKernels": .reading, "CRelataDigest": .values,
  ]

  /// By name, sorted; each with what it uses directly, sorted.
  let uses: [(name: String, uses: [String])]
  private let direct: [String: Set<String>]

  init(_ manifest: Manifest) {
    let rooms = manifest.targets.filter { target in
      target.type != "test"
        && !["Tests", "scripts", "examples"].contains { target.path?.hasPrefix($0) == true }
    }
    var direct = Dictionary(
      uniqueKeysWithValues: rooms.map { ($0.name, Set($0.dependencies.map(\.name))) })
    for library in direct.values.joined() where direct[library] == nil { direct[library] = [] }
    self.direct = direct
    uses = direct.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted()) }
  }

  func floor(_ name: String) -> Floor {
    if let floor = Self.floors[name] { return floor }
    let isOurs = name.lowercased().hasPrefix("relata")
    return isOurs ? .programs : .libraries
  }

  /// Uses that no longer way implies: what is drawn.
  func lines(of name: String) -> [String] {
    let targets = direct[name, default: []]
    let implied = targets.reduce(into: Set<String>()) { $0.formUnion(reachable($1)) }
    return targets.subtracting(implied).sorted()
  }

  private func reachable(_ name: String) -> Set<String> {
    direct[name, default: []].reduce(into: []) { found, next in
      found.insert(next)
      found.formUnion(reachable(next))
    }
  }

  /// Programs on top, libraries at the bottom.
  var graph: DOTGraph {
    var graph = DOTGraph(
      name: "relata",
      attributes: [
        .rankdir: "TB", .nodesep: 0.22, .ranksep: 0.42, .bgcolor: "transparent", .pad: 0.1,
        .newrank: true, .splines: "true",
      ])
    graph.nodeDefaults = [
      .shape: "box", .style: "rounded,filled", .fontname: "Liberation Sans,Arial,sans-serif",
      .fontsize: 12, .margin: "0.16,0.08", .penwidth: 1.2,
    ]
    graph.edgeDefaults = [.arrowsize: 0.6, .penwidth: 1.1]
    for (name, uses) in uses {
      let floor = floor(name)
      var attributes: DOTAttributes = [
        .label: .text(name), .class: .text(floor.rawValue),
        .tooltip: .text(uses.isEmpty ? name : "\(name) uses \(uses.joined(separator: ", "))"),
      ]
      if floor == .libraries { attributes[.style] = "filled" }
      graph.addNode(name, attributes)
      for used in lines(of: name) {
        graph.addEdge(name, used, [.tooltip: .text("\(name) uses \(used)")])
      }
    }
    return graph
  }
}
