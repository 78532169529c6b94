import RelataCore

extension Attribution {
  /// The claimant in words if it is no entity of the graph.
  package func wording(localNames: [EntityID: String]) -> String {
    text ?? entity.flatMap { localNames[$0] } ?? "an unnamed source"
  }

  /// Who passes the claim on, in words.
  package func reporters(localNames: [EntityID: String]) -> [String] {
    via.map { $0.entity.flatMap { localNames[$0] } ?? $0.text ?? "an unnamed source" }
  }
}
