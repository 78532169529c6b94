import RelataCore

/// What a text of a graph is, so that whoever rewrites texts decides for each kind.
///
/// A `switch` over it without `default` is how redaction decides: a new field of a record does not
/// compile before its text has a case here, and a new case not before every rewriting decides it.
public enum TextField: String, Sendable, CaseIterable {
  /// An entity's name, another written form of it, a title or role of it.
  case name, alias, role
  /// The open predicate of a relation.
  case predicate
  /// The id of a document, often its file name or address.
  case document
  /// The outlet or file of a document.
  case source
  /// A document's headline and its date.
  case title, published
  /// Who wrote it, the outlet it names, its address on the web.
  case author, outlet, address
  /// The words of the text.
  case quote
  /// Who claims it, in words, and the words that attribute it ("said").
  case claimant, cue
  /// Who passes the claim on, in words.
  case reporter
  /// When, where and how much, as the text or the document says it.
  case time, place, amount
  /// The rule that read it; a user's own rule may carry a name.
  case extractor
  /// What a person wrote about an entity, a relation or a decision, and how they call themselves.
  case note
}

/// A text after it was rewritten, with the way from old offsets to new ones.
package struct RewrittenText {
  /// The new text.
  package var text: String
  /// Where an offset of the old text, in scalars, lies in the new one; within a replaced piece its
  /// beginning or, with `isEnd`, its end.
  package var position: (_ offset: Int, _ isEnd: Bool) -> Int

  /// A new text; without `position`, one whose offsets still mean the same.
  package init(
    _ text: String,
    position: @escaping (_ offset: Int, _ isEnd: Bool) -> Int = { offset, _ in offset }
  ) {
    self.text = text
    self.position = position
  }
}

/// What stands for the texts and the ids of a graph in another telling of it.
///
/// `KnowledgeGraph.rewritten(by:)` asks for every text of every record, once each.
package protocol GraphRewriting {
  /// What stands for a text.
  ///
  /// - Parameters:
  ///   - text: As the graph holds it.
  ///   - field: What it is.
  ///   - entity: The old id of the entity that the text names or describes: of names, aliases, roles, and of
  ///     claimants that are entities; nil for all else.
  /// - Returns: nil to leave it out: a list loses the item, an optional field becomes nil, any other empty.
  func rewritten(_ text: String, as field: TextField, of entity: EntityID?) -> RewrittenText?

  /// What stands for the id of an entity.
  func id(_ entity: EntityID) -> EntityID

  /// What stands for the id of a relation, as ids are made from names; `new` has rewritten ends and texts,
  /// but still its old id.
  func id(of old: Relation, rewritten new: Relation) -> AssertionID

  /// What stands for the quote of a piece of evidence, whose spans say on which words the ends of its
  /// relation stand.
  ///
  /// - Parameters:
  ///   - record: As the graph holds it.
  ///   - subject: The old id of the relation's subject.
  ///   - object: The old id of its object.
  /// - Returns: nil to leave it empty.
  func quote(
    of record: EvidenceRecord, between subject: EntityID, and object: EntityID
  ) -> RewrittenText?
}

extension GraphRewriting {
  /// The quote as a text like any other.
  package func quote(
    of record: EvidenceRecord, between subject: EntityID, and object: EntityID
  ) -> RewrittenText? {
    rewritten(record.quote, as: .quote, of: nil)
  }
}
