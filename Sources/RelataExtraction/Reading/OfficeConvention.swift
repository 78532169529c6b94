import RelataCore
import RelataLanguage

/// Who heads a part serves the whole: ministers, secretaries and deputies are `employed_by`.
///
/// The relation head was trained on texts in which a minister `leads` his state. What it says by the word
/// of such an office is taken for what is meant by it now, so that rules and head agree.
enum OfficeConvention {
  static func applied(
    to score: ScoredRelation, in context: SentenceContext
  ) -> ScoredRelation {
    guard score.relation == "leads", score.trigger < context.tree.count,
      heads(score.trigger, partOf: score.object, in: context)
    else { return score }
    var changed = score
    changed.relation = "employed_by"
    return changed
  }

  /// Whether the office at a word is at the head of a part of the body or state.
  private static func heads(
    _ office: Int, partOf whole: EntityID, in context: SentenceContext
  ) -> Bool {
    let (lexicon, tree) = (context.lexicon, context.tree)
    guard let frames = lexicon.roles(at: office, in: tree) else { return false }
    if lexicon.isSubordinate(office, in: tree) { return frames.contains { $0.isOffice } }
    // Who is minister of a ministry leads it.
    return frames.contains { $0.isOfPart } && context.type(of: whole) == .location
  }
}
