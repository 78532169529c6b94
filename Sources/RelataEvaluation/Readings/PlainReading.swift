import Foundation
import RelataCore

/// A short text and every edge that a careful reader draws between its names.
///
/// Items of one template are the same words with other names. `Tests/Benchmark/README.md` documents the
/// format.
public struct PlainReading: Decodable, Sendable {
  /// An edge that is wanted: `[subject, relation, object, polarity, status]`.
  public struct Wanted: Decodable, Sendable, CustomStringConvertible {
    public var subject: String
    public var relation: RelationID
    public var object: String
    public var polarity: Polarity
    /// Only whether it is asserted counts.
    public var status: AssertionStatus
    /// Nil: not checked.
    public var tense: TenseClass?

    /// Reads the five strings; the status may be followed by a tense in brackets, "asserted (former)".
    public init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      let words = try container.decode([String].self)
      func malformed(_ what: String) -> DecodingError {
        .dataCorruptedError(in: container, debugDescription: what)
      }
      guard words.count == 5 else { throw malformed("an edge has five strings") }
      (subject, relation, object) = (words[0], RelationID(words[1]), words[2])
      let parts = words[4].split { " ()".contains($0) }.map(String.init)
      guard let polarity = Polarity(rawValue: words[3]) else { throw malformed("no polarity") }
      guard let status = parts.first.flatMap(AssertionStatus.init) else {
        throw malformed("no status")
      }
      (self.polarity, self.status) = (polarity, status)
      if parts.count > 1 {
        guard let tense = TenseClass(rawValue: parts[1]) else { throw malformed("no tense") }
        self.tense = tense
      }
    }

    /// The edge as words, for listings of failures.
    public var description: String {
      ([subject, relation.rawValue, object, polarity.rawValue, status.rawValue]
        + (tense.map { [$0.rawValue] } ?? [])).joined(separator: " | ")
    }
  }

  /// Unique in its file.
  public var id: String
  /// The kind of construction.
  public var kind: String
  /// The words that items with other names share.
  public var template: String
  /// The text to be read.
  public var text: String
  /// All edges that the text gives between `names` and the ends of other wanted edges.
  public var want: [Wanted]
  /// Names of the text between which no other edge may come out.
  public var names: [String]

  /// Reads one item a line; blank lines are skipped.
  ///
  /// - Throws: `RelataError` RL8009 with the line that cannot be decoded.
  public static func read(jsonl data: Data, file: String) throws(RelataError) -> [PlainReading] {
    try JSONLines.decode(PlainReading.self, from: data, file: file) { location in
      RelataError(
        .badInput, code: "RL8009", "not a reading of a short text", at: location,
        hint: "one JSON object a line with id, kind, template, text, want and names")
    }
  }
}
