/// The attributes of a graph, node or edge: a dictionary that is written sorted by name.
public struct DOTAttributes: Hashable, Sendable, ExpressibleByDictionaryLiteral {
  private var values: [DOTAttributeName: DOTValue]

  /// No attributes.
  public init() { values = [:] }

  /// Where a name occurs twice, the last value counts.
  public init(dictionaryLiteral elements: (DOTAttributeName, DOTValue)...) {
    values = [:]
    for (name, value) in elements { values[name] = value }
  }

  /// The value of an attribute; nil takes it away.
  public subscript(name: DOTAttributeName) -> DOTValue? {
    get { values[name] }
    set { values[name] = newValue }
  }

  /// Whether there are none.
  public var isEmpty: Bool { values.isEmpty }
  /// How many there are.
  public var count: Int { values.count }

  /// Names and values, sorted by name.
  public var sorted: [(name: DOTAttributeName, value: DOTValue)] {
    values.sorted { $0.key.rawValue < $1.key.rawValue }.map { (name: $0.key, value: $0.value) }
  }

  /// Takes over the other's values; they win over values of the same name.
  public mutating func merge(_ other: DOTAttributes) {
    values.merge(other.values) { _, new in new }
  }

  /// These attributes and those of another set, which win where both have one.
  public func merging(_ other: DOTAttributes) -> DOTAttributes {
    var result = self
    result.merge(other)
    return result
  }
}
