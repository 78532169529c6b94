import Foundation
import RelataCore

/// Which names of a folder's documents mean whom: a line of `relata eval --identity NAMES.jsonl`.
public struct IdentityGold: Hashable, Sendable, Decodable {
  /// The document's file, relative to the folder that holds the list.
  public var file: String
  /// The fullest form of the name there.
  public var form: String
  /// "person", "organization" or "place".
  public var type: String
  /// What all names of one bearer have in common and no others.
  public var entity: String

  /// Whether a list's first line is of this kind and no case of identity.
  public static func isList(_ data: Data) -> Bool {
    let first = data.split(separator: UInt8(ascii: "\n"), maxSplits: 1).first ?? Data()
    return (try? JSONDecoder().decode(IdentityGold.self, from: Data(first))) != nil
  }

  /// Reads one name a line; blank lines are skipped.
  ///
  /// - Throws: `RelataError` RL7217 naming the first line that is no name of a document.
  public static func read(jsonl: Data, file: String) throws(RelataError) -> [IdentityGold] {
    try JSONLines.decode(IdentityGold.self, from: jsonl, file: file) { location in
      RelataError(
        .badInput, code: "RL7217", "not a name of a document with its entity", at: location,
        hint: "Tests/Benchmark/README.md documents the format")
    }
  }
}

/// How well a graph's entities are those that names mean: B³ (Bagga & Baldwin 1998) over the names of all documents.
public struct IdentityClusters: Sendable {
  private var gold: [String] = []
  private var found: [String] = []
  /// Names that are no entity of their document; each counts as an entity of its own.
  public private(set) var missing = 0

  /// Nothing counted yet.
  public init() {}

  /// Adds a name: whom it means, and which entity it is in the graph.
  public mutating func add(meaning entity: String, found id: EntityID?) {
    if id == nil { missing += 1 }
    gold.append(entity)
    found.append(id.map { "e \($0.rawValue)" } ?? "missing \(gold.count)")
  }

  /// How many names were added.
  public var count: Int { gold.count }

  /// Mean share of a name's found entity that means the same, 0 to 1; 1 without names.
  public var precision: Double { Self.share(of: found, in: gold) }
  /// Mean share of whom a name means that its found entity has, 0 to 1; 1 without names.
  public var recall: Double { Self.share(of: gold, in: found) }
  /// Harmonic mean of the two.
  public var f1: Double {
    precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
  }

  private static func share(of own: [String], in other: [String]) -> Double {
    struct Pair: Hashable {
      var own: String
      var other: String
    }
    guard !own.isEmpty else { return 1 }
    var sizes: [String: Int] = [:]
    var overlaps: [Pair: Int] = [:]
    for (one, two) in zip(own, other) {
      sizes[one, default: 0] += 1
      overlaps[Pair(own: one, other: two), default: 0] += 1
    }
    // Sorted, so that rounding does not depend on the order of a dictionary.
    let shares = overlaps.map { Double($0.value * $0.value) / Double(sizes[$0.key.own] ?? 1) }
    return shares.sorted().reduce(0, +) / Double(own.count)
  }
}
