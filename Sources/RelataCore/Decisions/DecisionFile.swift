import Yams

/// Decisions as a YAML file that people read, compare and keep under version control.
public struct DecisionFile: Hashable, Sendable {
  /// In the order of the log.
  public var decisions: [Decision]

  /// A file of decisions.
  public init(_ decisions: [Decision]) { self.decisions = decisions }

  private struct Contents: Codable {
    var version: Int
    var decisions: [Decision]
  }

  private static let version = 1
  private static let head = """
    # What people decided about a Relata graph, in order; 'relata decisions --import FILE' takes it in.

    """

  /// The file's text; equal decisions give equal bytes.
  ///
  /// - Throws: ``RelataError`` RL9401 if a decision cannot be written, which is a fault of ours.
  public func yaml() throws(RelataError) -> String {
    let encoder = YAMLEncoder()
    encoder.options = .init(indent: 2, width: -1, allowUnicode: true)
    do {
      return Self.head
        + (try encoder.encode(Contents(version: Self.version, decisions: decisions)))
    } catch {
      throw RelataError(
        .internal, code: "RL9401", "decisions cannot be written as YAML: \(error)",
        hint: "please report this")
    }
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - yaml: Its text.
  ///   - file: Its name, for messages.
  /// - Throws: ``RelataError`` RL4013 where it is no file of decisions, or of a newer form.
  public init(yaml: String, file: String) throws(RelataError) {
    let contents: Contents
    do {
      contents = try YAMLDecoder().decode(Contents.self, from: yaml)
    } catch {
      throw Self.malformed(Self.words(error), file)
    }
    guard contents.version == Self.version else {
      throw Self.malformed(
        "its version is \(contents.version), this program reads \(Self.version)", file)
    }
    var seen: Set<String> = []
    for decision in contents.decisions {
      guard decision.number != nil, seen.insert(decision.id).inserted else {
        throw Self.malformed("'\(decision.id)' is no id, or stands there twice", file)
      }
      if let defect = decision.defect { throw Self.malformed("\(decision.id) \(defect)", file) }
    }
    decisions = contents.decisions
  }

  private static func words(_ error: any Error) -> String {
    func place(_ path: [any CodingKey]) -> String {
      path.map { $0.intValue.map { String($0 + 1) } ?? $0.stringValue }.joined(separator: " ")
    }
    switch error as? DecodingError {
    case .keyNotFound(let key, let context):
      return place(context.codingPath + [key]) + " is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
      let path = place(context.codingPath)
      return path.isEmpty ? "it is no such YAML" : "\(path) holds what it cannot hold"
    default: return "\(error)"
    }
  }

  private static func malformed(_ what: String, _ file: String) -> RelataError {
    RelataError(
      .badInput, code: "RL4013", "not a file of decisions: \(what)", at: InputLocation(file: file),
      hint: "'relata decisions --export FILE' writes one; the graph was left as it is")
  }
}
