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
  package var names: [NameKey] {
    [key.name] + profile.facts.otherNames.map { NameKey(type: type, form: $0) }
  }
}
