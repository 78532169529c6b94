import RelataCore
import Yams

/// Reads a rules file: what its nodes mean.
struct UserRulesParser {
  let nodes: RuleFileNodes
  let schema: RelationSchema

  struct Parsed {
    var names: [WatchedName] = []
    var triggers: [UserTrigger] = []
    var patterns: [SurfacePattern] = []
  }

  func parse(_ yaml: String) throws(RelataError) -> Parsed {
    var parsed = Parsed()
    guard let root = try nodes.compose(yaml) else { return parsed }
    for (key, node) in try nodes.mapping(root, "the file", keys: ["names", "triggers", "patterns"])
    {
      switch key {
      case "names": parsed.names = try names(node)
      case "triggers": parsed.triggers = try triggers(node)
      default: parsed.patterns = try patterns(node)
      }
    }
    return parsed
  }

  // MARK: Names

  private func names(_ node: Node) throws(RelataError) -> [WatchedName] {
    var found: [WatchedName] = []
    var seen: [String: String] = [:]
    for entry in try nodes.sequence(node, "names") {
      var name: String?
      var type: EntityType?
      var aliases: [(String, Node)] = []
      for (key, value) in try nodes.mapping(entry, "a name", keys: ["name", "type", "aliases"]) {
        switch key {
        case "name": name = try nodes.text(value, "name")
        case "type": type = try entityType(value)
        default:
          for alias in try nodes.sequence(value, "aliases") {
            aliases.append((try nodes.text(alias, "an alias"), alias))
          }
        }
      }
      guard let name else { throw nodes.missing("name", "a name", at: entry) }
      guard let type else { throw nodes.missing("type", "'\(name)'", at: entry) }
      for (form, at) in [(name, entry)] + aliases {
        if let other = seen.updateValue(name, forKey: TextFolding.composed(form)), other != name {
          throw RelataError(
            .badInput, code: "RL3011", "rules: '\(form)' names both '\(other)' and '\(name)'",
            at: nodes.location(at.mark),
            hint: "keep it in one entry; a form that fits two is no clue")
        }
      }
      found.append(.init(name: name, type: type, aliases: aliases.map(\.0)))
    }
    return found
  }

  private func entityType(_ node: Node) throws(RelataError) -> EntityType {
    let word = try nodes.text(node, "type")
    if let type = EntityType(rawValue: word.uppercased()), type.isNode { return type }
    let known = EntityType.allCases.filter(\.isNode).map(\.rawValue)
    throw nodes.unknown("entity type", word, known, at: node)
  }

  // MARK: Triggers

  private func triggers(_ node: Node) throws(RelataError) -> [UserTrigger] {
    let kinds = UserTrigger.Kind.allCases.map(\.rawValue)
    var found: [UserTrigger] = []
    for (name, value) in try nodes.mapping(node, "triggers", keys: nil) {
      let relation = try relation(name, at: value)
      let entries = try nodes.mapping(value, "triggers of \(name)", keys: kinds + ["confidence"])
      var confidence = UserRules.defaultConfidence
      for (key, value) in entries where key == "confidence" {
        confidence = try probability(value)
      }
      for (word, lines) in entries {
        guard let kind = UserTrigger.Kind(rawValue: word) else { continue }
        for line in try nodes.sequence(lines, "\(word) of \(name)") {
          found.append(
            try UserTrigger(
              kind, try self.line(line), relation: relation, confidence: confidence,
              at: nodes.location(line.mark)))
        }
      }
    }
    return found
  }

  /// The line of a trigger; without quotes YAML takes "poach : s > o" for a key and a value.
  private func line(_ node: Node) throws(RelataError) -> String {
    guard let pair = node.mapping?.first, node.mapping?.count == 1 else {
      return try nodes.text(node, "a trigger")
    }
    return try nodes.text(pair.key, "a trigger") + " : " + nodes.text(pair.value, "a trigger")
  }

  // MARK: Patterns

  private func patterns(_ node: Node) throws(RelataError) -> [SurfacePattern] {
    var found: [SurfacePattern] = []
    for entry in try nodes.sequence(node, "patterns") {
      var relation: RelationID?
      var pattern: (String, Node)?
      var confidence = UserRules.defaultConfidence
      let keys = ["relation", "pattern", "confidence"]
      for (key, value) in try nodes.mapping(entry, "a pattern", keys: keys) {
        switch key {
        case "relation": relation = try self.relation(try nodes.text(value, "relation"), at: value)
        case "pattern": pattern = (try nodes.text(value, "pattern"), value)
        default: confidence = try probability(value)
        }
      }
      guard let relation else { throw nodes.missing("relation", "a pattern", at: entry) }
      guard let pattern else {
        throw nodes.missing("pattern", "a pattern of \(relation)", at: entry)
      }
      found.append(
        try SurfacePattern(
          pattern.0, relation: relation, confidence: confidence, at: nodes.location(pattern.1.mark))
      )
    }
    return found
  }

  private func relation(_ name: String, at node: Node) throws(RelataError) -> RelationID {
    let id = RelationID(name)
    if schema.contains(id) { return id }
    throw nodes.unknown("relation", name, schema.relations.map(\.id.rawValue), at: node)
  }

  private func probability(_ node: Node) throws(RelataError) -> Double {
    guard let number = node.float, (0...1).contains(number) else {
      throw nodes.malformed("'confidence' takes a number from 0 to 1", at: node)
    }
    return number
  }
}
