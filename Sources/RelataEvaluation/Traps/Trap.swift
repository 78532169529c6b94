import Foundation
import RelataCore

/// One item of a false-positive suite: a short text, what it says and what a careless reader makes of it.
///
/// `Tests/Benchmark/README.md` documents the format.
public struct Trap: Decodable, Sendable {
  /// A relation between two names; a property that is left out is not checked.
  public struct Reading: Decodable, Sendable {
    /// Names of the ends, any of which may stand; `*` stands for anybody.
    public var subject: Alternatives
    /// Relations of the schema; `*` stands for any relation in either direction.
    public var relation: Alternatives
    /// The name of the other end.
    public var object: Alternatives
    /// Nil: not checked.
    public var polarity: Alternatives?
    /// Nil: not checked.
    public var status: Alternatives?
    /// Nil: not checked.
    public var tense: Alternatives?
    /// Who claims it: a name or the words of the text.
    public var attribution: Alternatives?
  }

  /// One string or several of which one suffices.
  public struct Alternatives: Decodable, Sendable {
    /// At least one; any of them suffices.
    public var values: [String]

    /// Reads a string or a list of strings.
    public init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let value = try? container.decode(String.self) {
        values = [value]
      } else {
        values = try container.decode([String].self)
      }
    }

    /// Whether it stands for every value.
    public var isAnything: Bool { values == ["*"] }
  }

  /// The half of the suite that an item belongs to.
  public enum Half: String, CaseIterable, Sendable {
    /// Rules may be improved against these.
    case dev
    /// Rules may not be written with these in view.
    case held
  }

  /// "t044"; an odd number belongs to the half `dev`, an even one to `held`.
  public var id: String
  /// What kind of misreading it invites.
  public var category: String
  /// The text to be read.
  public var text: String
  /// What a careful reader takes from it, between named ends.
  public var right: [Reading]
  /// What no tool should take from it.
  public var wrong: [Reading]

  /// Odd numbers in the id are `dev`, even ones `held`.
  public var half: Half {
    (Int(id.drop { !$0.isNumber }) ?? 0).isMultiple(of: 2) ? .held : .dev
  }

  /// Reads one item a line; blank lines are skipped.
  ///
  /// - Throws: `RelataError` RL8004 with the line that cannot be decoded.
  public static func read(jsonl data: Data, file: String) throws(RelataError) -> [Trap] {
    try JSONLines.decode(Trap.self, from: data, file: file) { location in
      RelataError(
        .badInput, code: "RL8004", "not an item of a false-positive suite", at: location,
        hint: "one JSON object a line with id, category, text, right and wrong")
    }
  }
}

extension Trap.Reading: CustomStringConvertible {
  /// The reading as a line of words, for listings of failures.
  public var description: String {
    let ends = [subject, relation, object].map { $0.values.joined(separator: "/") }
    let flags = [polarity, status, tense].compactMap { $0?.values.joined(separator: "/") }
    let claimant = attribution.map { ["by " + $0.values.joined(separator: "/")] } ?? []
    return (ends + flags + claimant).joined(separator: " | ")
  }
}
