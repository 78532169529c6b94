import RelataCore
import Yams

/// The nodes of a rules file, each read as the shape it must have, so that every complaint names its line and
/// column.
struct RuleFileNodes {
  let file: String

  /// The root of the file, nil for an empty one.
  ///
  /// - Throws: ``RelataError`` RL3005 where it is no YAML.
  func compose(_ yaml: String) throws(RelataError) -> Node? {
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

  /// Entries in order; of the keys given, or any where they are nil.
  func mapping(
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

  func sequence(_ node: Node, _ what: String) throws(RelataError) -> [Node] {
    if let sequence = node.sequence { return Array(sequence) }
    if node.scalar?.string.isEmpty == true || node.null != nil { return [] }
    throw malformed("'\(what)' must be a list", at: node)
  }

  func text(_ node: Node, _ what: String) throws(RelataError) -> String {
    let words = (node.scalar?.string ?? "").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    guard !words.isEmpty else { throw malformed("\(what) must be words", at: node) }
    return words
  }

  func malformed(_ message: String, at node: Node) -> RelataError {
    RelataError(
      .badInput, code: "RL3007", "rules: \(message)", at: location(node.mark),
      hint: "docs/rules.md shows three files that work")
  }

  func missing(_ key: String, _ what: String, at node: Node) -> RelataError {
    malformed("\(what) lacks '\(key)'", at: node)
  }

  func unknown(
    _ what: String, _ word: String, _ known: [String], at node: Node
  ) -> RelataError {
    RelataError(
      .badInput, code: "RL3008", "rules: unknown \(what) '\(word)'", at: location(node.mark),
      hint: Self.hint(word, known) ?? "it is one of: " + known.joined(separator: ", "))
  }

  private static func hint(_ word: String, _ known: [String]) -> String? {
    Suggestions.nearest(to: word, among: known).first.map { "did you mean '\($0)'?" }
  }

  func location(_ mark: Mark?) -> InputLocation {
    InputLocation(file: file, line: mark?.line, column: mark?.column)
  }
}
