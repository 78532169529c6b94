import RelataCore
import RelataDiagram
import RelataGraph
import RelataLanguage

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
  /// Two names or none.
  private var path: [String] = []
  private var pathLength = 6

  static let keys = [
    "focus", "depth", "path", "max-length", "relations", "families", "status", "polarity",
    "min-confidence", "source", "without-source", "since", "until", "at", "nodes", "edges",
    "layout", "theme", "legend",
    "title", "caption", "alt", "id", "table",
  ]

  /// The words that name the figure when it has no id.
  var subject: String {
    let names = focus + path
    return names.isEmpty ? "graph" : names.joined(separator: " ")
  }

  /// - Parameters:
  ///   - lines: What stands in the fence.
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
    case "path":
      path = Self.list(value, separator: ";")
      guard path.count == 2 else {
        throw Self.failure("path takes two names", hint: "write 'path: one name; another'")
      }
    case "max-length":
      pathLength = try Self.number(key, value)
      guard (1...10).contains(pathLength) else {
        throw Self.failure("max-length must be 1…10, got \(pathLength)")
      }
    case "source": options.evidence.sources += Self.list(value, separator: ";")
    case "without-source": options.evidence.withoutSources += Self.list(value, separator: ";")
    case "since": options.evidence.since = try Self.date(key, value)
    case "until": options.evidence.until = try Self.date(key, value)
    case "at":
      guard let period = CalendarPeriod(iso: try Self.date(key, value)) else {
        throw Self.failure("\(key): '\(value)' is no day of the calendar")
      }
      options.at = period
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
    case "theme": options.colors = try Self.choice(key, value)
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
    guard path.isEmpty || focus.isEmpty else {
      throw Self.failure("focus and path exclude each other")
    }
    for name in focus { options.focus.append(try Self.entity(name, names)) }
    if path.count == 2 {
      options.path = DiagramPath(
        from: try Self.entity(path[0], names), to: try Self.entity(path[1], names),
        maximumLength: pathLength)
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

  private static func entity(_ name: String, _ names: NameIndex) throws(RelataError) -> EntityID {
    switch names.match(name) {
    case .found(let entity): return entity.id
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

  // MARK: Values

  private static func date(_ key: String, _ value: String) throws(RelataError) -> String {
    let isDate = value.wholeMatch(of: /\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?/) != nil
    guard isDate else {
      throw failure("\(key): '\(value)' is no date", hint: "write yyyy, yyyy-mm or yyyy-mm-dd")
    }
    return value
  }

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
