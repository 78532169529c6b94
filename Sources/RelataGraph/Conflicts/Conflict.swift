import RelataCore

/// Two statements of a graph that cannot both be right, or of which one denies the other.
public struct Conflict: Hashable, Sendable {
  /// What the two disagree about, the gravest first.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// One says that it is so, the other that it is not.
    case contradiction
    /// An outlet says the opposite of what it said before.
    case corrected
    /// Two are said to own all of one thing, or more than all together.
    case owners
    /// Two are said to hold an office at one time that one person holds.
    case office
    /// One is said to hold an office of two places at one time.
    case places
    /// Two dates of what happens once.
    case date
    /// A party, or who speaks for it, denies what is said, or alone says it: what every fair report has.
    case disputed

    /// What the two disagree about, in a few words.
    public var words: String {
      switch self {
      case .contradiction: "asserted here, denied there"
      case .corrected: "taken back"
      case .owners: "two owners"
      case .office: "two holders of one office"
      case .places: "one office in two places"
      case .date: "two dates"
      case .disputed: "disputed by a party"
      }
    }
  }

  /// One of the two statements.
  public struct Side: Hashable, Sendable {
    public var relation: Relation
    /// The piece of its evidence that is set against the other side's.
    public var record: EvidenceRecord

    /// The relation as this piece of evidence states it: nobody else who claims it is named.
    public var told: Relation {
      var relation = relation
      relation.evidence = [record]
      return relation
    }
  }

  public var kind: Kind
  /// Whom or what it is about: the subject of what is denied, what is owned, whose office, whose date.
  public var about: EntityID
  /// The earlier one, as far as days are known.
  public var first: Side
  public var second: Side
}

extension KnowledgeGraph {
  /// The statements that conflict, the gravest kinds first, then by the names of whom they are about.
  ///
  /// Only what texts or people they quote say is so or is not so is looked at. What time explains is no conflict: that
  /// it was so before, that the texts speak of different days, or, of what may change, that more than a year lies between
  /// them. Which offices have one holder and what happens once is said by the schema.
  ///
  /// - Complexity: O(E log E) and pairs of statements about the same two ends, one thing owned or one office.
  public func conflicts() -> [Conflict] {
    let statements = StatementsInConflict(graph: self)
    let found =
      statements.denials() + statements.owners() + statements.offices() + statements.dates()
    func key(_ conflict: Conflict) -> (Int, String, String, String, String) {
      (
        Conflict.Kind.allCases.firstIndex(of: conflict.kind) ?? 0,
        entity(conflict.about)?.name ?? "", conflict.about.rawValue,
        conflict.first.relation.id.rawValue, conflict.second.relation.id.rawValue
      )
    }
    return found.map { ($0, key($0)) }.sorted { $0.1 < $1.1 }.map(\.0)
  }
}
