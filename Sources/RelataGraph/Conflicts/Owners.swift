import RelataCore
import RelataLanguage

extension StatementsInConflict {
  /// Two who are said to own all of one thing at one time, or more than all together.
  func owners() -> [Conflict] {
    let owned = Dictionary(
      grouping: current.filter { graph.schema[$0.type]?.wholeWords.isEmpty == false }
    ) { [$0.object.rawValue, $0.type.rawValue] }
    return owned.sorted { $0.key.lexicographicallyPrecedes($1.key) }.flatMap { _, relations in
      let shares = relations.map { ($0, share(of: $0)) }
      return shares.indices.flatMap { i in
        shares.indices.dropFirst(i + 1).compactMap { j in conflict(shares[i], shares[j]) }
      }
    }
  }

  private func conflict(
    _ a: (relation: Relation, share: Double?), _ b: (relation: Relation, share: Double?)
  ) -> Conflict? {
    guard a.relation.subject != b.relation.subject else { return nil }
    // A share of unknown size is more than nothing.
    let sum = (a.share ?? 1) + (b.share ?? 1)
    guard max(a.share ?? 0, b.share ?? 0) >= 100 || a.share != nil && b.share != nil, sum > 100.5,
      !isExplained(a.relation, b.relation),
      let (first, second) = opposed(a.relation, b.relation, changes: true)
    else { return nil }
    return conflict(.owners, about: a.relation.object, first, second)
  }

  /// Whether one holds it through the other, sold it, or may be the other.
  private func isExplained(_ a: Relation, _ b: Relation) -> Bool {
    if maySame(a.subject, b.subject) { return true }
    let isChain = relations(between: a.subject, and: b.subject).contains {
      graph.schema[$0.type]?.family == .power || $0.type == a.type
    }
    let isSold = [a, b].contains { relation in
      relations(between: relation.subject, and: relation.object).contains {
        $0.type == relation.type && $0.tense == .former && $0.polarity == .positive
      }
    }
    return isChain || isSold
  }

  /// The share in per cent: 100 where a word says so; nil where no sentence tells.
  private func share(of relation: Relation) -> Double? {
    let words = Set(graph.schema[relation.type]?.wholeWords ?? [])
    let shares = relation.evidence.compactMap { record -> Double? in
      if let amount = record.amount.flatMap(Self.percent) { return amount }
      return record.wordsBeforeTrigger(3).contains(where: words.contains) ? 100 : nil
    }
    return shares.max()
  }

  /// The number in "60 percent", "49.9 %".
  private static func percent(_ amount: String) -> Double? {
    let text = TextFolding.folded(amount)
    guard text.contains("%") || text.contains("percent") || text.contains("per cent") else {
      return nil
    }
    let digits = text.drop { !$0.isNumber }.prefix { $0.isNumber || $0 == "." }
    return Double(digits).flatMap { (0...100).contains($0) ? $0 : nil }
  }
}

extension EvidenceRecord {
  /// The last words up to the one that carries the relation, this one last, folded; none where that is not known.
  func wordsBeforeTrigger(_ count: Int) -> [String] {
    guard let trigger, trigger.start >= span.start, trigger.end <= span.end else { return [] }
    let text = String(
      String.UnicodeScalarView(quote.unicodeScalars.prefix(trigger.end - span.start)))
    let words = TextFolding.folded(text).split { !($0.isLetter || $0.isNumber || $0 == "-") }
    let own = trigger.start == trigger.end ? 0 : 1
    return words.suffix(count + own).map { String($0) }
  }
}
