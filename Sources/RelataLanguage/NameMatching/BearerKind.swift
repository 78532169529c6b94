import RelataCore

/// Whose names are compared: people's and firms' vary in other ways.
package enum BearerKind: String, Hashable, Sendable, CaseIterable {
  case person = "PERSON"
  /// Organizations and all else that is no person.
  case organization = "ORGANIZATION"

  /// Of an entity's type.
  package init(_ type: EntityType) { self = type == .person ? .person : .organization }
}
