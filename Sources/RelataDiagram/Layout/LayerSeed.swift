import Graphviz
import RelataCore

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
