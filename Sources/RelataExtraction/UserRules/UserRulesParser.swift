import RelataCore
import RelataLanguage
import Yams

/// Reads a rules file node by node, so that every complaint names its line and column.
struct UserRulesParser {
  let file: String
  let schema: RelationSchema

  struct Parsed {
    var names: [UserRules.WatchedName] = []
    var triggers: [UserRules.TriggerLine] = []
    var patterns: [SurfacePattern] = []
  }

  func parse(_ yaml: String) throws(RelataError) -> Parsed {
    var parsed = Parsed()
    guard let root = try compose(yaml) else { return parsed }
    for (key, node) in try mapping(root, "the file", keys: ["names", "triggers", "patterns"]) {
      switch key {
      case "names": parsed.names = try names(node)
      case "triggers": parsed.triggers = try triggers(node)
      default: parsed.patterns = try patterns(node)
      }
    }
    return parsed
  }

  private func compose(_ yaml: String) throws(RelataError) -> Node? {
    do {
      return try Yams.compose(yaml: yaml)
    } catch let error as YamlError {
      let (problem, mark) = Self.problem(error)
      throw RelataError(
        .badInput, code: "RL3005", "rules: \(problem)", at: location(mark),
        hint: "the file is YAML: 'names:', 'triggers:' and 'patterns:', indented by spaces")
    } catch {
      throw RelataError(
        .badInput, code: "RL3005", "rules: \(error)", at: location(nil),
        hint: "the file is YAML: 'names:', 'triggers:' and 'patterns:', indented by spaces")
    }
  }

  private static func problem(_ error: YamlError) -> (String, Mark?) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      (problem, mark)
    case .duplicatedKeysInMapping(let duplicates, let context):
      ("the key '\(duplicates.joined(separator: "', '"))' stands twice", context.mark)
    default: ("\(error)", nil)
    }
  }

  // MARK: Names

  private func names(_ node: Node) throws(RelataError) -> [UserRules.WatchedName] {
    var found: [UserRules.WatchedName] = []
    var seen: [String: String] = [:]
    for entry in try sequence(node, "names") {
      var name: String?
      var type: EntityType?
      var aliases: [(String, Node)] = []
      for (key, value) in try mapping(entry, "a name", keys: ["name", "type", "aliases"]) {
        switch key {
        case "name": name = try text(value, "name")
        case "type": type = try entityType(value)
        default:
          for alias in try sequence(value, "aliases") {
            aliases.append((try text(alias, "an alias"), alias))
          }
        }
      }
      guard let name else { throw missing("name", "a name", at: entry) }
      guard let type else { throw missing("type", "'\(name)'", at: entry) }
      for (form, at) in [(name, entry)] + aliases {
        if let other = seen.updateValue(name, forKey: TextFolding.composed(form)), other != name {
          throw RelataError(
            .badInput, code: "RL3011", "rules: '\(form)' names both '\(other)' and '\(name)'",
            at: location(at.mark), hint: "keep it in one entry; a form that fits two is no clue")
        }
      }
      found.append(.init(name: name, type: type, aliases: aliases.map(\.0)))
    }
    return found
  }

  private func entityType(_ node: Node) throws(RelataError) -> EntityType {
    let word = try text(node, "type")
    if let type = EntityType(rawValue: word.uppercased()), type.isNode { return type }
    let known = EntityType.allCases.filter(\.isNode).map(\.rawValue)
    throw unknown("entity type", word, known, at: node)
  }

  // MARK: Triggers

  private func triggers(_ node: Node) throws(RelataError) -> [UserRules.TriggerLine] {
    let kinds = UserRules.TriggerLine.Kind.allCases.map(\.rawValue)
    var found: [UserRules.TriggerLine] = []
    for (name, value) in try mapping(node, "triggers", keys: nil) {
      let relation = try relation(name, at: value)
      let entries = try mapping(value, "triggers of \(name)", keys: kinds + ["confidence"])
      var confidence = UserRules.defaultConfidence
      for (key, value) in entries where key == "confidence" {
        confidence = try probability(value)
      }
      for (word, lines) in entries {
        guard let kind = UserRules.TriggerLine.Kind(rawValue: word) else { continue }
        for line in try sequence(lines, "\(word) of \(name)") {
          let trigger = UserRules.TriggerLine(
            kind: kind, relation: relation, line: Self.completed(try self.line(line), kind),
            confidence: confidence, location: location(line.mark))
          try Lexicon.check(trigger)
          found.append(trigger)
        }
      }
    }
    return found
  }

  /// The line of a trigger; without quotes YAML takes "poach : s > o" for a key and a value.
  private func line(_ node: Node) throws(RelataError) -> String {
    guard let pair = node.mapping?.first, node.mapping?.count == 1 else {
      return try text(node, "a trigger")
    }
    return try text(pair.key, "a trigger") + " : " + text(pair.value, "a trigger")
  }

  /// A bare word is short for the commonest frame of its kind.
  private static func completed(_ line: String, _ kind: UserRules.TriggerLine.Kind) -> String {
    if line.contains(":") { return line }
    switch kind {
    case .verbs: return "\(line) : s > o"
    case .nouns: return "\(line) : h > of|for|to"
    case .events: return "\(line) : a > with|between"
    case .adjectives: return "\(line) : n > to"
    case .compounds: return "\(line) : m > n"
    }
  }

  // MARK: Patterns

  private func patterns(_ node: Node) throws(RelataError) -> [SurfacePattern] {
    var found: [SurfacePattern] = []
    for entry in try sequence(node, "patterns") {
      var relation: RelationID?
      var pattern: (String, Node)?
      var confidence = UserRules.defaultConfidence
      let keys = ["relation", "pattern", "confidence"]
      for (key, value) in try mapping(entry, "a pattern", keys: keys) {
        switch key {
        case "relation": relation = try self.relation(try text(value, "relation"), at: value)
        case "pattern": pattern = (try text(value, "pattern"), value)
        default: confidence = try probability(value)
        }
      }
      guard let relation else { throw missing("relation", "a pattern", at: entry) }
      guard let pattern else { throw missing("pattern", "a pattern of \(relation)", at: entry) }
      found.append(
        try SurfacePattern(
          pattern.0, relation: relation, confidence: confidence, at: location(pattern.1.mark)))
    }
    return found
  }

  private func relation(_ name: String, at node: Node) throws(RelataError) -> RelationID {
    let id = RelationID(name)
    if schema.contains(id) { return id }
    throw unknown("relation", name, schema.relations.map(\.id.rawValue), at: node)
  }

  private func probability(_ node: Node) throws(RelataError) -> Double {
    guard let number = node.float, (0...1).contains(number) else {
      throw malformed("'confidence' takes a number from 0 to 1", at: node)
    }
    return number
  }

  // MARK: Shapes

  /// Entries in order; of the keys given, or any where they are nil.
  private func mapping(
    _ node: Node, _ what: String, keys: [String]?
  ) throws(RelataError) -> [(String, Node)] {
    guard let mapping = node.mapping else {
      throw malformed("\(what) must be a mapping of keys to values", at: node)
    }
    var found: [(String, Node)] = []
    for (key, value) in mapping {
      guard let word = key.string else { throw malformed("a key must be a word", at: key) }
      if let keys, !keys.contains(word) {
        throw RelataError(
          .badInput, code: "RL3006", "rules: \(what) has no '\(word)'", at: location(key.mark),
          hint: Self.hint(word, keys) ?? "it takes: " + keys.joined(separator: ", "))
      }
      found.append((word, value))
    }
    return found
  }

  private func sequence(_ node: Node, _ what: String) throws(RelataError) -> [Node] {
    if let sequence = node.sequence { return Array(sequence) }
    if node.scalar?.string.isEmpty == true || node.null != nil { return [] }
    throw malformed("'\(what)' must be a list", at: node)
  }

  private func text(_ node: Node, _ what: String) throws(RelataError) -> String {
    let words = (node.scalar?.string ?? "").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    guard !words.isEmpty else { throw malformed("\(what) must be words", at: node) }
    return words
  }

  private func malformed(_ message: String, at node: Node) -> RelataError {
    RelataError(
      .badInput, code: "RL3007", "rules: \(message)", at: location(node.mark),
      hint: "docs/rules.md shows three files that work")
  }

  private func missing(_ key: String, _ what: String, at node: Node) -> RelataError {
    malformed("\(what) lacks '\(key)'", at: node)
  }

  private func unknown(
    _ what: String, _ word: String, _ known: [String], at node: Node
  ) -> RelataError {
    RelataError(
      .badInput, code: "RL3008", "rules: unknown \(what) '\(word)'", at: location(node.mark),
      hint: Self.hint(word, known) ?? "it is one of: " + known.joined(separator: ", "))
  }

  private static func hint(_ word: String, _ known: [String]) -> String? {
    Suggestions.nearest(to: word, among: known).first.map { "did you mean '\($0)'?" }
  }

  private func location(_ mark: Mark?) -> InputLocation {
    InputLocation(file: file, line: mark?.line, column: mark?.column)
  }
}
