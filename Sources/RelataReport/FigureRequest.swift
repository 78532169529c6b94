import RelataCore
import RelataDiagram
import RelataGraph

/// What a ```` ```relata ```` fence asks for: lines of `key: value`.
///
/// ```
/// focus: Ahmad Massoud; Amrullah Saleh
/// depth: 1
/// relations: hired, supports
/// status: asserted, claimed
/// min-confidence: 0.6
/// caption: Who works for the resistance
/// ```
struct FigureRequest {
  var options = DiagramOptions()
  var id: String?
  var caption: String?
  var alternative: String?
  var includesTable = false
  /// Names as written; resolved by ``resolve(in:)``.
  private var focus: [String] = []

  static let keys = [
    "focus", "depth", "relations", "families", "status", "polarity", "min-confidence", "layout",
    "title", "caption",
    "alt", "id", "nodes", "edges", "legend", "theme", "table",
  ]

  /// The words that name the figure when it has no id.
  var subject: String { focus.isEmpty ? "graph" : focus.joined(separator: " ") }

  /// - Parameters:
  ///   - attributes: Keys and values that stand beside the fence rather than in it.
  ///   - anchor: The fence's own id, of any form; names the figure unless a line does.
  /// - Throws: ``RelataError`` RL6001 for a line, key or value that is not understood.
  init(
    _ lines: [String], attributes: [(String, String)] = [], anchor: String = ""
  ) throws(RelataError) {
    var seen: Set<String> = []
    if !anchor.isEmpty { id = DisplayText.slug(anchor) }
    for (key, value) in attributes {
      try accept(key.lowercased(), MarkdownLine(text: value, ending: "").trimmed, &seen)
    }
    for line in lines {
      let line = MarkdownLine(text: line, ending: "").trimmed
      if line.isEmpty || line.hasPrefix("#") { continue }
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      let key = MarkdownLine(text: String(parts[0]), ending: "").trimmed.lowercased()
      guard parts.count == 2 else {
        throw Self.failure("'\(line)' is not of the form 'key: value'")
      }
      try accept(key, MarkdownLine(text: String(parts[1]), ending: "").trimmed, &seen)
    }
  }

  private mutating func accept(
    _ key: String, _ value: String, _ seen: inout Set<String>
  ) throws(RelataError) {
    guard Self.keys.contains(key) else {
      let near = Suggestions.nearest(to: key, among: Self.keys)
      throw Self.failure(
        "unknown key '\(key)'",
        hint: near.first.map { "did you mean '\($0)'?" }
          ?? "keys are \(Self.keys.joined(separator: ", "))")
    }
    guard seen.insert(key).inserted || key == "focus" else {
      throw Self.failure("the key '\(key)' occurs twice")
    }
    try set(key, value)
  }

  private mutating func set(_ key: String, _ value: String) throws(RelataError) {
    switch key {
    case "focus": focus += Self.list(value, separator: ";")
    case "depth": options.depth = try Self.number(key, value)
    case "nodes": options.nodeLimit = try Self.number(key, value)
    case "edges": options.edgeLimit = try Self.number(key, value)
    case "relations": options.filter.relations = Set(Self.list(value).map { RelationID($0) })
    case "families": options.filter.families = Set(try Self.choices(key, value))
    case "status": options.filter.statuses = Set(try Self.choices(key, value))
    case "polarity": options.filter.polarities = Set(try Self.choices(key, value))
    case "min-confidence":
      guard let number = Double(value) else {
        throw Self.failure("\(key): '\(value)' is no number")
      }
      options.filter.minimumConfidence = number
    case "layout": options.engine = try Self.choice(key, value)
    case "theme": options.theme = try Self.choice(key, value)
    case "title": options.title = value
    case "caption": caption = value
    case "alt": alternative = value
    case "id":
      guard value == DisplayText.slug(value) else {
        throw Self.failure(
          "id: '\(value)' is not made of lower-case letters, digits and '-'",
          hint: "write 'id: \(DisplayText.slug(value))'")
      }
      id = value
    case "legend": options.includesLegend = try Self.flag(key, value)
    case "table": includesTable = try Self.flag(key, value)
    default: break
    }
  }

  /// Looks the names and relations up.
  ///
  /// - Throws: ``RelataError`` RL6002 for a name that the graph does not have or has more than
  ///   once, and RL6001 for a relation that its schema does not have.
  func resolve(in graph: KnowledgeGraph, names: NameIndex) throws(RelataError) -> DiagramOptions {
    var options = options
    for name in focus {
      switch names.match(name) {
      case .found(let entity): options.focus.append(entity.id)
      case .ambiguous(let entities):
        let choices = entities.prefix(4).map { "\($0.name) (\($0.id))" }.joined(separator: ", ")
        throw RelataError(
          .badInput, code: "RL6002", "'\(name)' names \(entities.count) entities",
          hint: "write one of their ids instead: \(choices)")
      case .notFound(let suggestions):
        throw RelataError(
          .badInput, code: "RL6002", "the graph has no entity '\(name)'",
          hint: suggestions.isEmpty ? nil : "did you mean \(suggestions.joined(separator: ", "))?")
      }
    }
    for relation in options.filter.relations.sorted() where !graph.schema.contains(relation) {
      let near = Suggestions.nearest(
        to: relation.rawValue, among: graph.schema.relations.map(\.id.rawValue))
      throw Self.failure(
        "relations: unknown relation '\(relation)'",
        hint: near.first.map { "did you mean '\($0)'?" })
    }
    return options
  }

  // MARK: Values

  private static func failure(_ message: String, hint: String? = nil) -> RelataError {
    RelataError(.badInput, code: "RL6001", message, hint: hint)
  }

  private static func list(_ value: String, separator: Character = ",") -> [String] {
    value.split(separator: separator).map { MarkdownLine(text: String($0), ending: "").trimmed }
      .filter { !$0.isEmpty }
  }

  private static func number(_ key: String, _ value: String) throws(RelataError) -> Int {
    guard let number = Int(value) else { throw failure("\(key): '\(value)' is no whole number") }
    return number
  }

  private static func flag(_ key: String, _ value: String) throws(RelataError) -> Bool {
    switch value.lowercased() {
    case "yes", "true", "on": return true
    case "no", "false", "off": return false
    default: throw failure("\(key): '\(value)' is neither yes nor no")
    }
  }

  private static func choice<Value: RawRepresentable & CaseIterable>(
    _ key: String, _ value: String
  ) throws(RelataError) -> Value where Value.RawValue == String {
    if let choice = Value(rawValue: value.lowercased()) { return choice }
    throw failure(
      "\(key): unknown value '\(value)'",
      hint: "use " + Value.allCases.map(\.rawValue).joined(separator: ", "))
  }

  private static func choices<Value: RawRepresentable & CaseIterable>(
    _ key: String, _ value: String
  ) throws(RelataError) -> [Value] where Value.RawValue == String {
    var choices: [Value] = []
    for word in list(value) { choices.append(try choice(key, word)) }
    return choices
  }
}
