/// Where a layout placed everything, in points (1/72 inch), origin at the lower left, y upwards.
public struct LayoutGeometry: Hashable, Sendable {
  /// A place, in points from the lower left corner.
  public struct Point: Hashable, Sendable {
    /// From the left.
    public var x: Double
    /// From below.
    public var y: Double
    /// A place by its two coordinates.
    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// An upright box.
  public struct Rectangle: Hashable, Sendable {
    /// The lower left corner.
    public var origin: Point
    /// In points.
    public var width: Double
    /// In points.
    public var height: Double
  }

  /// Where a node is.
  public struct Node: Hashable, Sendable, Identifiable {
    /// The id that it has in the graph.
    public var id: String
    /// The middle of its outline.
    public var center: Point
    /// In points.
    public var width: Double
    /// In points.
    public var height: Double
  }

  /// Where an edge runs.
  public struct Edge: Hashable, Sendable {
    /// The id of the node where it begins.
    public var tail: String
    /// The id of the node where it ends.
    public var head: String
    /// Piecewise cubic Bézier curves: one point and then three for each piece.
    ///
    /// Empty where the engine draws no edges.
    public var splines: [[Point]] = []
    /// The middle of its label; nil without one.
    public var labelCenter: Point?
  }

  /// Where a cluster is.
  public struct Cluster: Hashable, Sendable {
    /// The name that it has in the graph.
    public var name: String
    /// Its border.
    public var frame: Rectangle
  }

  /// The whole drawing.
  public var bounds: Rectangle
  /// In the order of the graph.
  public var nodes: [Node] = []
  /// In the order in which the edges were added.
  public var edges: [Edge] = []
  /// Outer clusters before those nested in them.
  public var clusters: [Cluster] = []

  init(bounds: Rectangle) { self.bounds = bounds }
}
