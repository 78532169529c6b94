import Foundation

@testable import Graphviz

enum Fixtures {
  /// The render child, which is built beside the test bundle.
  static let renderer = IsolatedRenderer(executable: renderChild)

  static var renderChild: String {
    // The bundle lies in the build directory on Linux and three levels below it on macOS.
    var directory = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    for bundle in Bundle.allBundles where bundle.bundlePath.hasSuffix(".xctest") {
      directory = bundle.bundleURL.deletingLastPathComponent()
    }
    for _ in 0..<5 {
      let candidate = directory.appendingPathComponent("graphviz-render-child")
      if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate.path }
      directory.deleteLastPathComponent()
    }
    return "graphviz-render-child"
  }

  static func pair(_ attributes: DOTAttributes = [:], edge: DOTAttributes = [:]) -> DOTGraph {
    var graph = DOTGraph()
    graph.addNode("n1", attributes)
    graph.addNode("n2")
    graph.addEdge("n1", "n2", edge)
    return graph
  }

  /// A connected graph with labels on nodes and edges, the same for equal arguments.
  static func network(nodes: Int, edges: Int) -> DOTGraph {
    var graph = DOTGraph()
    for index in 0..<nodes { graph.addNode("n\(index)", [.label: .text("Person \(index)")]) }
    for index in 0..<edges {
      let tail = index < nodes - 1 ? index + 1 : (index * 7919) % nodes
      let head = index < nodes - 1 ? index / 2 : (index * 104_729) % nodes
      graph.addEdge("n\(tail)", "n\(head)", [.label: .text("link \(index)")])
    }
    return graph
  }
}
