import RelataCore

/// Everything the documents say about the bearers of one name.
package struct NameGroup: Hashable, Sendable {
  package let key: NameKey
  /// How many document entities have the written form as their name.
  package var names: [String: Int] = [:]
  /// Other written forms of them.
  package var aliases: Set<String> = []
  /// The names that some document gives to the same entity and that may join groups.
  package var claims: Set<NameKey> = []

  package init(key: NameKey) { self.key = key }

  /// The keys under which other documents may name the same entity.
  ///
  /// Full forms, and acronyms of anything but people. A person known by one word claims nothing, nor
  /// does anyone claim the name of a relative (``NameKey/mayBeSamePerson(as:)``).
  package static func claims(of entity: DocumentEntity, key: NameKey) -> Set<NameKey> {
    if key.type == .person, !key.isFullForm { return [] }
    var claims: Set<NameKey> = []
    for alias in entity.aliases {
      let other = NameKey(alias, type: key.type)
      let isAcronym = key.type != .person && NameKey.isAcronym(alias)
      guard other != key, isAcronym || other.isFullForm else { continue }
      if key.type == .person, !key.mayBeSamePerson(as: other) { continue }
      claims.insert(other)
    }
    return claims
  }
}
