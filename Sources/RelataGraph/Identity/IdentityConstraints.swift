/// What people decided about identity: it outweighs everything that documents say.
package struct IdentityConstraints: Sendable {
  /// Nobody decided anything.
  package static let none = IdentityConstraints { _, _ in nil }

  private let decide: @Sendable (BearerKey, BearerKey) -> Bool?

  /// - Parameter decide: True for two that are one, false for two that are not; nil where nobody decided. Symmetric.
  package init(_ decide: @escaping @Sendable (BearerKey, BearerKey) -> Bool?) {
    self.decide = decide
  }

  package func decision(_ a: BearerKey, _ b: BearerKey) -> Bool? { decide(a, b) }
}
