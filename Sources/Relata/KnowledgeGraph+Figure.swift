import Graphviz
import RelataCore
import RelataDiagram
import RelataGraph

extension KnowledgeGraph {
  /// The entity that a name means: its name, another written form, or the last words of one.
  ///
  /// - Returns: nil if nothing fits, or several do: `NameIndex` says which.
  /// - Complexity: O(names).
  public func entity(named name: String) -> Entity? {
    if case .found(let entity) = NameIndex(entities).match(name) { entity } else { nil }
  }

  /// A relation as a sentence: "Ahmad Massoud plans to meet Amrullah Saleh".
  ///
  /// Claims read like assertions; `status` and the attribution of the evidence say whose they are.
  public func sentence(_ relation: Relation) -> String {
    let words = DiagramWords(self)
    return [
      words.name(of: relation.subject), words.phrase(relation), words.name(of: relation.object),
    ].joined(separator: " ")
  }

  /// Draws the graph, or what lies around one entity.
  ///
  /// Graphviz draws within this process, one figure at a time: right for small graphs of one's own.
  /// Programs that must survive any input use `FigureRenderer` with `IsolatedRenderer`.
  ///
  /// - Parameter entity: In the middle of the figure; nil shows the whole graph as far as it fits.
  /// - Returns: The figure with its SVG, DOT and description.
  /// - Throws: `RelataError` of code RL5… if there is nothing to draw or Graphviz fails.
  public func figure(around entity: Entity? = nil) throws(RelataError) -> Figure {
    try FigureRenderer(renderer: InProcessRenderer())
      .figure(of: self, options: DiagramOptions(focus: entity.map { [$0.id] } ?? []))
  }
}
