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
  /// - Throws: `RelataError` RL5025 where the text is no such figure.
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
