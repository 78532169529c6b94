/// Somebody or something as one document names it.
public struct NameAnchor: Hashable, Sendable, Codable {
  public var type: EntityType
  /// The form of the name that all its spellings share: folded words.
  public var name: String
  /// Nil for what is known by its name alone, such as a place, and for whoever bears a name, in whatever document.
  public var document: DocumentID?

  /// Who bears a name of this form in a document.
  public init(type: EntityType, name: String, document: DocumentID?) {
    (self.type, self.name, self.document) = (type, name, document)
  }
}

/// A statement of a document that supports a relation.
public struct StatementAnchor: Hashable, Sendable, Codable {
  public var document: DocumentID
  public var subject: NameAnchor
  public var object: NameAnchor
  /// The words that state it: where a later reading names the two otherwise, they tell which relation is meant.
  public var quote: String

  /// A statement by its ends and its words.
  public init(document: DocumentID, subject: NameAnchor, object: NameAnchor, quote: String) {
    (self.document, self.subject, self.object, self.quote) = (document, subject, object, quote)
  }
}

/// A relation, by what its statements agree in and by the statements themselves.
public struct RelationAnchor: Hashable, Sendable, Codable {
  public var type: RelationID
  public var polarity: Polarity
  public var status: AssertionStatus
  public var tense: TenseClass
  /// The open predicate of a relation of the type `other`; nil of all else.
  public var predicate: String?
  public var statements: [StatementAnchor]

  /// A relation by its statements.
  public init(
    type: RelationID, polarity: Polarity, status: AssertionStatus, tense: TenseClass,
    predicate: String?, statements: [StatementAnchor]
  ) {
    (self.type, self.polarity, self.status, self.tense) = (type, polarity, status, tense)
    (self.predicate, self.statements) = (predicate, statements)
  }
}
