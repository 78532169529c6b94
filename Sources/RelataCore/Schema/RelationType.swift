/// A family of relations; decides colour in diagrams and the back-off of vague cues.
public enum RelationFamily: String, Sendable, Codable, CaseIterable, Comparable {
  case power, money, alliance, conflict, contact, place, kin, other
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// One relation of the schema: all that the program knows of its meaning.
///
/// Whatever a rule, a phrase or a figure has to know about a relation is asked here and written once, in
/// `ontology.yaml` or a schema of the user's. Only the ends, the labels and symmetry must be given; the
/// rest has defaults with which nothing is read more boldly than the text says.
public struct RelationType: Hashable, Sendable {
  /// Whether the relation holds over a span of time or happens.
  public enum Aspect: String, Sendable, Codable, CaseIterable {
    /// Holds until it ends: "leads", "owns".
    case state
    /// Happens at a time: "hired", "met with".
    case event
  }

  /// A kind of figure that a sentence may give for a relation.
  public enum Amount: String, Sendable, Codable, CaseIterable {
    /// "paid $3 million".
    case money
    /// "owns 49 percent".
    case share
  }

  /// Nouns that say the relation of a bearer: "is a lawyer for", "is vice president of".
  public struct Nouns: Hashable, Sendable, Codable {
    /// Head nouns in lower case, each the last word of a title ("president").
    public var words: [String]
    /// The word between the noun and the object: "of", "for", "to".
    public var preposition: String
    /// Whether one says "is a lawyer for" rather than "is president of".
    public var takesArticle: Bool

    /// Nouns with the preposition that joins them to the object.
    public init(words: [String], preposition: String, takesArticle: Bool = true) {
      self.words = words
      self.preposition = preposition
      self.takesArticle = takesArticle
    }
  }

  public var id: RelationID
  public var family: RelationFamily
  /// Types that the subject may have.
  public var domain: Set<EntityType>
  /// Types that the object may have.
  public var range: Set<EntityType>
  /// Whether both directions mean the same; such assertions are stored once with ordered ids.
  public var isSymmetric: Bool
  /// The verb phrase between subject and object: "hired", "is allied with".
  public var label: String
  /// The phrase read from the object's side: "hired by".
  public var inverseLabel: String
  /// Wikidata properties; one that runs the other way starts with "-".
  public var wikidata: [String]
  /// FollowTheMoney schema, empty if there is none.
  public var followTheMoney: String

  // MARK: How it holds

  /// Whether it cannot hold both ways between the same two: one owns the other.
  public var isOneWay = false
  /// Whether it lasts or happens; the label's tense agrees ("leads", "hired").
  public var aspect = Aspect.state
  /// Whether a simple past of its verb tells that it is over: "led", "worked for".
  public var lapses = false
  /// Whether it can neither end nor be planned or denied an adverb of time: birth and blood.
  public var isFixed = false
  /// Whether one may want or plan it: "plans to hire", but not "plans to be in".
  public var isVolitional: Bool
  /// Whether it holds of bodies and places whatever the clause around it is about.
  public var isStanding = false
  /// Relations that a strict reader may take for this one; both ways, without this one itself.
  public var near: Set<RelationID> = []

  // MARK: What contradicts it

  /// One of the two ends.
  public enum End: String, Sendable, Codable, CaseIterable { case subject, object }

  /// Relations that hold wherever it does: who denies one of them denies it.
  public var implies: Set<RelationID> = []
  /// Words that say of a share that it is all ("sole"): two cannot have all of one thing at one time.
  public var wholeWords: [String] = []
  /// Offices that one person holds at a time, each with its names in lower case.
  public var offices: [[String]] = []
  /// Words before an office that make another one of it: "deputy".
  public var lesserWords: [String] = []
  /// Whether the subject takes the place of the object.
  public var handsOver = false
  /// The end in whose life it happens once; nil where it may happen often.
  public var once: End?

  // MARK: How it is said

  /// Whether a noun or name presupposes it ("Acme's lawyer"), whatever the mood of the clause around;
  /// what only happens ("the arrest of") keeps that mood.
  public var isNominal = false
  /// Whether the subject bears a role or an office: who owns the role ("his spokesman") does not bear it.
  public var isRole = false
  /// Whether the subject acts, though a noun may presuppose it.
  ///
  /// Somebody of whom an adjective only tells the origin ("an American company") does not.
  public var isAgentive = false
  /// Whether who takes part is present: "after talks with", "on a visit to".
  public var isAttended = false
  /// Whether troops, officials and other agents may stand for the body or state that is the object.
  public var allowsMetonymicObject = true
  /// The figures that a sentence may give for it.
  public var amounts: Set<Amount> = []
  /// Phrases more exact than the label, in the tense of the plain statement: "fled to", "was expelled from".
  public var phrases: [String] = []
  /// Nouns more exact than the label.
  public var nouns: Nouns?

  /// A relation of a program's own; labels are verb phrases as in `ontology.yaml`.
  public init(
    id: RelationID, family: RelationFamily, domain: Set<EntityType>, range: Set<EntityType>,
    isSymmetric: Bool, label: String, inverseLabel: String, wikidata: [String] = [],
    followTheMoney: String = ""
  ) {
    self.id = id
    self.family = family
    self.domain = domain
    self.range = range
    self.isSymmetric = isSymmetric
    self.label = label
    self.inverseLabel = inverseLabel
    self.wikidata = wikidata
    self.followTheMoney = followTheMoney
    isVolitional = !isSymmetric
  }

  /// Whether the types of the two ends fit.
  public func allows(subject: EntityType, object: EntityType) -> Bool {
    domain.contains(subject) && range.contains(object)
  }
}
