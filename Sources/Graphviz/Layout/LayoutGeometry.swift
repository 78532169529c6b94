/// Where a layout placed everything, in points (1/72 inch), origin at the lower left, y upwards.
public struct LayoutGeometry: Hashable, Sendable {
  public struct Point: Hashable, Sendable {
    public var x: Double
    public var y: Double
    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  public struct Rectangle: Hashable, Sendable {
    /// The lower left corner.
    public var origin: Point
    public var width: Double
    public var height: Double
  }

  public struct Node: Hashable, Sendable, Identifiable {
    public var id: String
    public var center: Point
    public var width: Double
    public var height: Double
  }

  public struct Edge: Hashable, Sendable {
    public var tail: String
    public var head: String
    /// Piecewise cubic Bézier curves: one point and then three for each piece.
    ///
    /// Empty where the engine draws no edges.
    public var splines: [[Point]] = []
    public var labelCenter: Point?
  }

  public struct Cluster: Hashable, Sendable {
    public var name: String
    public var frame: Rectangle
  }

  public var bounds: Rectangle
  /// In the order of the graph.
  public var nodes: [Node] = []
  /// In the order in which the edges were added.
  public var edges: [Edge] = []
  /// Outer clusters before those nested in them.
  public var clusters: [Cluster] = []

  init(bounds: Rectangle) { self.bounds = bounds }
}
