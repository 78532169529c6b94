extension JSONValue {
  /// The published form of a value: members in the order in which it encodes them, numbers with fractions
  /// as decimals, and null for what is missing, so that every object of a kind has the same members.
  ///
  /// - Complexity: O(size of the value).
  public init(encoding value: some Encodable) {
    let node = JSONNode()
    do {
      try value.encode(to: JSONNodeEncoder(node: node))
    } catch {
      // The containers below refuse nothing, and the values of the field throw nothing of their own.
      node.content = .value(.null)
    }
    self = node.json
  }
}

/// A value under construction.
private final class JSONNode {
  enum Content {
    case value(JSONValue)
    case members([(key: String, node: JSONNode)])
    case elements([JSONNode])
  }

  var content: Content

  init(_ content: Content = .value(.null)) { self.content = content }

  /// Adds a member; a second container of the same object goes on where the first one stopped.
  func add(_ key: String, _ node: JSONNode) {
    guard case .members(var members) = content else {
      content = .members([(key, node)])
      return
    }
    content = .value(.null)
    members.append((key, node))
    content = .members(members)
  }

  func add(_ node: JSONNode) {
    guard case .elements(var elements) = content else {
      content = .elements([node])
      return
    }
    content = .value(.null)
    elements.append(node)
    content = .elements(elements)
  }

  var json: JSONValue {
    switch content {
    case .value(let value): value
    case .members(let members): .object(members.map { JSONMember($0.key, $0.node.json) })
    case .elements(let elements): .array(elements.map(\.json))
    }
  }
}

private struct JSONNodeEncoder: Encoder {
  let node: JSONNode
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    if case .members = node.content {} else { node.content = .members([]) }
    return KeyedEncodingContainer(KeyedNodes<Key>(node: node))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    if case .elements = node.content {} else { node.content = .elements([]) }
    return ListedNodes(node: node)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { SingleNode(node: node) }

  /// A value as a node; texts and lists of texts, which are most, without a container.
  static func node(of value: some Encodable) throws -> JSONNode {
    if let text = value as? String { return JSONNode(.value(.string(text))) }
    let node = JSONNode()
    try value.encode(to: JSONNodeEncoder(node: node))
    return node
  }
}

private struct KeyedNodes<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let node: JSONNode
  var codingPath: [any CodingKey] { [] }

  private func add(_ value: JSONValue, _ key: Key) {
    node.add(key.stringValue, JSONNode(.value(value)))
  }

  func encodeNil(forKey key: Key) { add(.null, key) }
  func encode(_ value: Bool, forKey key: Key) { add(.bool(value), key) }
  func encode(_ value: String, forKey key: Key) { add(.string(value), key) }
  func encode(_ value: Int, forKey key: Key) { add(.integer(value), key) }
  func encode(_ value: Double, forKey key: Key) { add(.decimal(value), key) }

  func encode(_ value: some Encodable, forKey key: Key) throws {
    node.add(key.stringValue, try JSONNodeEncoder.node(of: value))
  }

  // What is missing is told: `encodeIfPresent` would leave the member out.

  func encodeIfPresent(_ value: Bool?, forKey key: Key) {
    add(value.map(JSONValue.bool) ?? .null, key)
  }
  func encodeIfPresent(_ value: String?, forKey key: Key) { add(.optional(value), key) }
  func encodeIfPresent(_ value: Int?, forKey key: Key) {
    add(value.map(JSONValue.integer) ?? .null, key)
  }
  func encodeIfPresent(_ value: Double?, forKey key: Key) {
    add(value.map(JSONValue.decimal) ?? .null, key)
  }
  func encodeIfPresent(_ value: (some Encodable)?, forKey key: Key) throws {
    if let value { try encode(value, forKey: key) } else { encodeNil(forKey: key) }
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy keyType: NestedKey.Type, forKey key: Key
  ) -> KeyedEncodingContainer<NestedKey> {
    JSONNodeEncoder(node: nested(key)).container(keyedBy: keyType)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    JSONNodeEncoder(node: nested(key)).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { JSONNodeEncoder(node: node) }
  func superEncoder(forKey key: Key) -> any Encoder { JSONNodeEncoder(node: nested(key)) }

  private func nested(_ key: Key) -> JSONNode {
    let nested = JSONNode()
    node.add(key.stringValue, nested)
    return nested
  }
}

private struct ListedNodes: UnkeyedEncodingContainer {
  let node: JSONNode
  var codingPath: [any CodingKey] { [] }
  var count: Int {
    if case .elements(let elements) = node.content { elements.count } else { 0 }
  }

  func encodeNil() { node.add(JSONNode()) }
  func encode(_ value: some Encodable) throws { node.add(try JSONNodeEncoder.node(of: value)) }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy keyType: NestedKey.Type
  ) -> KeyedEncodingContainer<NestedKey> {
    JSONNodeEncoder(node: nested()).container(keyedBy: keyType)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    JSONNodeEncoder(node: nested()).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { JSONNodeEncoder(node: nested()) }

  private func nested() -> JSONNode {
    let nested = JSONNode()
    node.add(nested)
    return nested
  }
}

private struct SingleNode: SingleValueEncodingContainer {
  let node: JSONNode
  var codingPath: [any CodingKey] { [] }

  func encodeNil() { node.content = .value(.null) }
  func encode(_ value: Bool) { node.content = .value(.bool(value)) }
  func encode(_ value: String) { node.content = .value(.string(value)) }
  func encode(_ value: Double) { node.content = .value(.decimal(value)) }
  func encode(_ value: Float) { node.content = .value(.decimal(Double(value))) }
  func encode(_ value: Int) { node.content = .value(.integer(value)) }
  func encode(_ value: Int8) { encode(Int(value)) }
  func encode(_ value: Int16) { encode(Int(value)) }
  func encode(_ value: Int32) { encode(Int(value)) }
  func encode(_ value: Int64) { encode(Int(value)) }
  func encode(_ value: UInt) { encode(Int(clamping: value)) }
  func encode(_ value: UInt8) { encode(Int(value)) }
  func encode(_ value: UInt16) { encode(Int(value)) }
  func encode(_ value: UInt32) { encode(Int(value)) }
  func encode(_ value: UInt64) { encode(Int(clamping: value)) }
  func encode(_ value: some Encodable) throws {
    try value.encode(to: JSONNodeEncoder(node: node))
  }
}
