import RelataCore

/// The bearer of a name in one document, with what the document says of it.
package struct Bearer: Hashable, Sendable {
  package let key: BearerKey
  package let profile: BearerProfile

  package init(key: BearerKey, profile: BearerProfile) {
    self.key = key
    self.profile = profile
  }

  package var type: EntityType { key.name.type }

  /// The names under which the document knows it: that of the key, then the others.
  package var statedNames: [NameKey] {
    [key.name] + profile.facts.otherNames.map { NameKey(type: type, form: $0) }
  }

  /// Names that a marriage may have given.
  package var marriedNames: [NameKey] {
    (profile.facts.marriedNames ?? []).map { NameKey(type: type, form: $0) }
  }

  /// The names under which other documents may know it: stated ones first, that of the key before all.
  package var names: [NameKey] { statedNames + marriedNames }
}
