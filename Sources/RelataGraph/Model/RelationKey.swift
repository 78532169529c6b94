import RelataCore
import RelataLanguage

/// What assertions must agree in to be one relation.
package struct RelationKey: Hashable, Sendable {
  package let subject: EntityID
  package let type: RelationID
  package let object: EntityID
  package let polarity: Polarity
  package let status: AssertionStatus
  package let tense: TenseClass
  /// The folded predicate of the type `other`; nil for all else.
  package let predicate: String?
  /// Whether subject and object of the assertion changed places, as the type is symmetric.
  package private(set) var isSwapped: Bool

  /// The key of an assertion between two entities; nil if they are the same one.
  package init?(
    subject: EntityID, object: EntityID, type: RelationID, predicate: String, polarity: Polarity,
    status: AssertionStatus, tense: TenseClass, schema: RelationSchema
  ) {
    guard subject != object else { return nil }
    isSwapped = schema.isTurned(type, from: subject, to: object)
    self.subject = isSwapped ? object : subject
    self.object = isSwapped ? subject : object
    self.type = type
    self.polarity = polarity
    self.status = status
    self.tense = tense
    self.predicate = type == .other ? TextFolding.folded(predicate) : nil
  }

  /// The same key for assertions made from either side.
  package var unswapped: RelationKey {
    var key = self
    key.isSwapped = false
    return key
  }

  /// "r-" and 64 bits of a SHA-256 over the key, in hexadecimal.
  package var id: AssertionID {
    let text = [
      subject.rawValue, type.rawValue, object.rawValue, polarity.rawValue, status.rawValue,
      tense.rawValue, predicate ?? "",
    ].joined(separator: "\u{1f}")
    return AssertionID("r-" + SHA256.hexDigest(of: text.utf8).prefix(16))
  }
}
