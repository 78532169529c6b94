import RelataCore
import RelataLanguage

/// Gates that ask how the text means it: stated, denied, claimed, planned, unknown.
extension Gate {
  // Does the text say it at all? Reads polarity, status, tense and claimant from the clause.
  static let mood = Gate("mood") { deliberation in
    let (candidate, bench) = (deliberation.candidate, deliberation.bench)
    var mood =
      candidate.isPresupposed && !bench.moods.isNegated(candidate.anchor)
        && !bench.moods.isUnderProceedings(candidate.anchor)
      ? Mood() : bench.moods.mood(of: candidate.anchor, recordsCues: bench.recordsCues)
    if isLeftOut(candidate, bench) {
      if areListed(candidate, in: bench.context.tree) {
        deliberation.mood = mood
        return .unknownToTheText
      }
      mood.negate(by: nil)
    }
    deliberation.mood = mood
    if mood.isVoid { return .unknownToTheText }
    // Who accuses somebody in what he says is not said by him to accuse.
    if candidate.relation == "accused", mood.status == .claimed,
      mood.attribution?.entity == candidate.subject.entity
    {
      (mood.status, mood.attribution) = (.asserted, nil)
    }
    if candidate.isFormer { mood.isFormer = true }
    if let status = candidate.status { mood.weaken(to: status) }
    deliberation.mood = mood
    return nil
  }

  /// "Norway and Iceland, not Denmark, signed": one end is left out of what the other does.
  private static func isLeftOut(_ candidate: Candidate, _ bench: Bench) -> Bool {
    bench.moods.isLeftOut(candidate.subject.token) != bench.moods.isLeftOut(candidate.object.token)
  }

  /// Of Norway and Denmark, who only stand in one list, nothing is said.
  private static func areListed(_ candidate: Candidate, in tree: SentenceTree) -> Bool {
    let way = tree.way(from: candidate.subject.token, to: candidate.object.token)
    return way.dropFirst().allSatisfy { tree.relation($0) == "conj" || $0 == way.last }
      && !way.contains(candidate.anchor)
  }

  // Do rules and head agree on whether it is denied?
  static let polarity = Gate("polarity", audience: .learnt) { deliberation in
    guard let scores = deliberation.headMoods, deliberation.mood?.isNegated == true,
      scores.negative < Mood.leastDeniable
    else { return nil }
    return .objected(.polarity)
  }

  // Is the head so sure of another status that it replaces that of the words? Stops nothing.
  static let status = Gate("status") { deliberation in
    guard let scores = deliberation.headMoods else { return nil }
    let candidate = deliberation.candidate
    let isStanding = deliberation.bench.schema[candidate.relation]?.isStanding == true
    deliberation.mood?.reconcile(
      with: scores, isStanding: isStanding && candidate.subject.type != .person)
    return nil
  }
}

extension Deliberation {
  /// How the head finds the relation stated, nil where it did not look at the pair or finds none.
  fileprivate var headMoods: MoodScores? {
    bench.context.heads.moods(
      candidate.subject.entity, candidate.relation, candidate.object.entity)
  }
}
