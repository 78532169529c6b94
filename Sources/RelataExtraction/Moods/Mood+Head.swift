import RelataCore

extension Mood {
  /// How sure the head must be of a weaker status to put it in place of "asserted".
  static let leastOverruling = 0.75
  /// Below which probability of a status "asserted" takes its place.
  static let leastCredible = 0.05

  /// What the head itself proposes is not taken for denied where it finds that less probable: its relation
  /// ("opposes") may be what the denial says ("will never recognise").
  static let leastDeniable = 0.02

  /// Corrects the status by what the relation head learnt of it.
  ///
  /// Both thresholds were chosen on the development articles, where rules alone are right less often than
  /// both together. Only a relation `isStanding` becomes asserted here: one of places and bodies that lasts
  /// ("near Syria", "NATO forces in Afghanistan") and is often only mentioned in what somebody claims or
  /// plans.
  mutating func reconcile(with scores: MoodScores, isStanding: Bool) {
    let weaker: [(AssertionStatus, Double)] = [
      (.claimed, scores.claimed), (.planned, scores.planned), (.hypothetical, scores.hypothetical),
    ]
    if isSettled { return }
    if status == .asserted {
      guard let best = weaker.max(by: { $0.1 < $1.1 }), best.1 >= Self.leastOverruling else {
        return
      }
      (status, revision) = (best.0, .init(status: best.0, probability: best.1))
    } else if isStanding, let own = weaker.first(where: { $0.0 == status }),
      own.1 < Self.leastCredible
    {
      let sure = 1 - (weaker.map(\.1).max() ?? 0)
      guard sure >= 0.5 else { return }
      (status, attribution) = (.asserted, nil)
      revision = .init(status: .asserted, probability: sure)
    }
  }
}
