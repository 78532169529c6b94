/// What people decided about identity: it outweighs everything that documents say.
package struct IdentityConstraints: Sendable {
  /// What was decided about two bearers.
  package struct Verdict: Hashable, Sendable {
    package var isOne: Bool
    /// The number of the decision: of two that cannot both stand the later one does.
    package var number: Int

    package init(isOne: Bool, number: Int) { (self.isOne, self.number) = (isOne, number) }
  }

  /// Nobody decided anything.
  package static let none = IdentityConstraints { _, _ in nil }

  private let decide: @Sendable (BearerKey, BearerKey) -> Verdict?

  /// - Parameter decide: True for two that are one, false for two that are not; nil where nobody decided. Symmetric.
  package init(_ decide: @escaping @Sendable (BearerKey, BearerKey) -> Bool?) {
    self.decide = { a, b in decide(a, b).map { Verdict(isOne: $0, number: 0) } }
  }

  package init(_ decisions: IdentityDecisions) { decide = { decisions.verdict($0, $1) } }

  package func decision(_ a: BearerKey, _ b: BearerKey) -> Bool? { decide(a, b)?.isOne }

  package func verdict(_ a: BearerKey, _ b: BearerKey) -> Verdict? { decide(a, b) }
}
