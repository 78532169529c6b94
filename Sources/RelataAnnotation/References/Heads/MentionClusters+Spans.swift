import RelataCore

extension MentionClusters {
  /// Clusters of two or more mentions, each in order of the text, by their first mention.
  ///
  /// Mentions as in OntoNotes: with the possessive mark, and with an apposition as one mention.
  func spans(in sentences: [Sentence]) -> [[Span]] {
    var spans: [Int: [Span]] = [:]
    var seen: Set<Span> = []
    for (i, member) in members.enumerated() where !isApposition(i, in: sentences) {
      let span = MentionExtent.span(
        of: member.candidate, in: sentences[member.candidate.sentence], withMark: true)
      // A name inside another may have its extent; it keeps the cluster it was first put into.
      if seen.insert(span).inserted { spans[member.cluster, default: []].append(span) }
    }
    return spans.filter { $0.value.count > 1 }.values.map { $0.sorted() }
      .sorted { ($0.first ?? Span(0, 0)) < ($1.first ?? Span(0, 0)) }
  }

  /// Whether a mention explains another one of its cluster that holds it: "the mayor, Ana Ruiz".
  private func isApposition(_ i: Int, in sentences: [Sentence]) -> Bool {
    let mention = members[i].candidate
    let tokens = sentences[mention.sentence].tokens
    guard tokens[mention.head].deprel == "appos" else { return false }
    let near = max(0, i - 30)..<min(members.count, i + 30)
    return near.contains {
      members[$0].candidate.sentence == mention.sentence
        && members[$0].candidate.words.contains(tokens[mention.head].head)
        && members[$0].cluster == members[i].cluster
    }
  }
}
