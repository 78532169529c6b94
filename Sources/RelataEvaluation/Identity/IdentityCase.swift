import Foundation
import RelataCore

/// A few short documents and which of the names in them mean one bearer: a line of `relata eval --identity CASES.jsonl`.
public struct IdentityCase: Hashable, Sendable, Decodable {
  /// One of its documents.
  public struct Text: Hashable, Sendable, Decodable {
    public var id: String
    public var text: String
    /// Day of publication as ISO 8601, where it matters.
    public var published: String?
  }

  /// Two names and whether they are one bearer's.
  public struct Pair: Hashable, Sendable, Decodable {
    /// The id of a document and the form of the name there.
    public var a: [String]
    public var b: [String]
    /// "person", "organization" or "place".
    public var type: String
    /// Nil where no careful reader could decide.
    public var same: Bool?
  }

  public var id: String
  public var kind: String
  public var documents: [Text]
  public var pairs: [Pair]

  /// Reads one case a line; blank lines are skipped.
  ///
  /// - Throws: `RelataError` RL7216 naming the first line that is no case, or whose pairs name no document of it.
  public static func read(jsonl: Data, file: String) throws(RelataError) -> [IdentityCase] {
    func failure(_ location: InputLocation) -> RelataError {
      RelataError(
        .badInput, code: "RL7216", "not a case of identity", at: location,
        hint: "Tests/Benchmark/README.md documents the format")
    }
    let cases = try JSONLines.decode(IdentityCase.self, from: jsonl, file: file, failure: failure)
    for item in cases {
      let ids = Set(item.documents.map(\.id))
      for pair in item.pairs
      where pair.a.count != 2 || pair.b.count != 2 || !ids.contains(pair.a[0])
        || !ids.contains(pair.b[0])
      {
        throw failure(InputLocation(file: "\(file) (\(item.id))"))
      }
    }
    return cases
  }
}
