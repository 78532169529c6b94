import Graphviz
import RelataCore

/// Where an earlier figure placed its entities, so that a new one can leave them there.
///
/// Read from the SVG itself: every entity's group carries its id and its centre.
public struct PreviousLayout: Sendable, Hashable {
  struct Point: Sendable, Hashable {
    var x: Double
    var y: Double
  }

  /// Centres in the units of the drawing, y downwards.
  private(set) var centers: [EntityID: Point]
  /// The layout that placed them.
  public private(set) var engine: DiagramLayout
  /// Whether the layers of `dot` ran from top to bottom.
  public private(set) var isUpright: Bool

  /// Reads a figure that Relata drew.
  ///
  /// - Throws: ``RelataError`` RL5025 where the text is no such figure.
  public init(svg: String) throws(RelataError) {
    guard let root = try? SVGElement(parsing: svg) else {
      throw Self.failure("the previous figure is no readable SVG")
    }
    let words = (root["data-layout"] ?? "").split(separator: " ")
    guard let engine = words.first.flatMap({ DiagramLayout(rawValue: String($0)) }) else {
      throw Self.failure("the previous figure does not say how it was laid out")
    }
    self.engine = engine
    isUpright = words.contains("upright")
    centers = [:]
    for group in root.descendants(named: "g") {
      guard let id = group["data-entity"], let place = group["data-center"] else { continue }
      let numbers = place.split(separator: ",").compactMap { Double($0) }
      guard numbers.count == 2, numbers.allSatisfy({ $0.isFinite && abs($0) < 1e6 }) else {
        throw Self.failure("the previous figure has an entity without a place")
      }
      centers[EntityID(id)] = Point(x: numbers[0], y: numbers[1])
    }
  }

  init(centers: [EntityID: Point], engine: DiagramLayout, isUpright: Bool) {
    self.centers = centers
    self.engine = engine
    self.isUpright = isUpright
  }

  private static func failure(_ message: String) -> RelataError {
    RelataError(
      .badInput, code: "RL5025", message, hint: "give an SVG that 'relata render' wrote")
  }

  /// How far entities that both figures show lie apart on average, in the units of the drawing.
  ///
  /// A shift of the whole figure does not count. nil if the figures have no entity in common.
  public func meanDisplacement(from other: PreviousLayout) -> Double? {
    let pairs = centers.sorted { $0.key < $1.key }.compactMap { id, here in
      other.centers[id].map { (here.x - $0.x, here.y - $0.y) }
    }
    guard !pairs.isEmpty else { return nil }
    let count = Double(pairs.count)
    let dx = pairs.reduce(0) { $0 + $1.0 } / count
    let dy = pairs.reduce(0) { $0 + $1.1 } / count
    return pairs.reduce(0) { sum, pair in
      sum + ((pair.0 - dx) * (pair.0 - dx) + (pair.1 - dy) * (pair.1 - dy)).squareRoot()
    } / count
  }

  /// Pins the entities that are known, for the spring layouts.
  func place(_ graph: inout DOTGraph, ids: [EntityID: String]) {
    graph.attributes["inputscale"] = 72
    let places = Dictionary(
      centers.compactMap { id, center in ids[id].map { ($0, center) } },
      uniquingKeysWith: { first, _ in first })
    for index in graph.nodes.indices {
      guard let place = places[graph.nodes[index].id] else { continue }
      graph.nodes[index].attributes["pos"] = .escaped("\(place.x.short),\((-place.y).short)!")
    }
  }
}

extension DiagramLayout {
  /// Whether the layout leaves entities where they are told to be.
  var keepsPositions: Bool { self == .neato || self == .fdp }
}

/// Keeps the layers of `dot` and the order within each as an earlier figure had them.
///
/// Invisible edges hold the order: `dot` places what is new around what was there, and every label
/// still gets its room, which fixed coordinates would deny it.
struct LayerSeed {
  /// Known entities by layer, each in the order of the layer.
  private var layers: [[EntityID]] = []
  private var places: [EntityID: (layer: Int, index: Int)] = [:]

  /// Nil if the earlier figure had no layers or none of these entities.
  init?(_ previous: PreviousLayout?, _ selection: DiagramSelection, isUpright: Bool) {
    guard let previous, previous.engine == .dot, previous.isUpright == isUpright else { return nil }
    let known = selection.nodes.compactMap { node in
      previous.centers[node.entity.id].map {
        (
          id: node.entity.id, rank: isUpright ? $0.y : $0.x, order: isUpright ? $0.x : $0.y
        )
      }
    }.sorted { ($0.rank, $0.order, $0.id) < ($1.rank, $1.order, $1.id) }
    guard !known.isEmpty else { return nil }
    var last = -Double.infinity
    var found: [[(id: EntityID, order: Double)]] = []
    for entity in known {
      // The entities of a layer share one coordinate, rounding aside.
      if entity.rank - last > 3 { found.append([]) }
      last = entity.rank
      found[found.count - 1].append((entity.id, entity.order))
    }
    layers = found.map { layer in
      layer.sorted { ($0.order, $0.id) < ($1.order, $1.id) }.map(\.id)
    }
    for (layer, ids) in layers.enumerated() {
      for (index, id) in ids.enumerated() { places[id] = (layer, index) }
    }
  }

  /// Whether to write a line from object to subject; nil where an end is new.
  func reverses(_ edge: DiagramEdge) -> Bool? {
    guard let a = places[edge.subject], let b = places[edge.object] else { return nil }
    return a.layer != b.layer ? a.layer > b.layer : a.index > b.index
  }

  /// Adds what holds layers and order.
  func constrain(_ graph: inout DOTGraph, ids: [EntityID: String]) {
    let invisible: DOTAttributes = [.style: "invis", .dir: "none"]
    var above: String?
    for layer in layers {
      let members = layer.compactMap { ids[$0] }
      graph.subgraphs.append(DOTSubgraph(attributes: ["rank": "same"], nodes: members))
      for (a, b) in zip(members, members.dropFirst()) { graph.addEdge(a, b, invisible) }
      if let above, let first = members.first {
        graph.addEdge(above, first, invisible.merging(["weight": 0]))
      }
      above = members.first
    }
  }
}
