import Foundation
import RelataCore

/// A value of pandoc's JSON, kept as it is wherever a filter has nothing to do with it.
indirect enum PandocValue: Hashable, Codable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([PandocValue])
  case object([String: PandocValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([String: PandocValue].self) {
      self = .object(value)
    } else if let value = try? container.decode([PandocValue].self) {
      self = .array(value)
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Int.self) {
      self = .integer(value)
    } else {
      self = .number(try container.decode(Double.self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .integer(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    case .array(let value): try container.encode(value)
    case .object(let value): try container.encode(value)
    }
  }

  subscript(key: String) -> PandocValue? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  subscript(index: Int) -> PandocValue? {
    if case .array(let items) = self, items.indices.contains(index) { items[index] } else { nil }
  }

  var string: String? { if case .string(let text) = self { text } else { nil } }
  var integer: Int? { if case .integer(let number) = self { number } else { nil } }
  var items: [PandocValue] { if case .array(let items) = self { items } else { [] } }

  /// All text within, such as that of metadata.
  var text: String {
    switch self {
    case .array(let items): return items.map(\.text).joined()
    case .object:
      switch self["t"]?.string {
      case "Space", "SoftBreak", "LineBreak": return " "
      case "Str", "MetaString": return self["c"]?.string ?? ""
      default: return self["c"]?.text ?? ""
      }
    default: return ""
    }
  }
}

extension PandocValue: ExpressibleByArrayLiteral, ExpressibleByStringLiteral {
  init(arrayLiteral elements: PandocValue...) { self = .array(elements) }
  init(stringLiteral value: String) { self = .string(value) }
}
