import RelataCore
import RelataLanguage

/// Adds descriptions that name a body of a state by its kind: "Iraqi police", "China's health ministry".
///
/// Such a phrase picks out one body as a name would, so it becomes an organisation of its own; its
/// mention is nominal, and the state's name stays a mention inside it.
struct StateBodies {
  private let sentences: [Sentence]

  private static let heads = WordClasses.table[.body]

  init(_ sentences: [Sentence]) { self.sentences = sentences }

  /// The names with the bodies; a body precedes the state's name that begins it.
  func adding(to names: [[NameSpan]]) -> [[NameSpan]] {
    zip(sentences, names).map { sentence, spans in
      let taken = Set(spans.flatMap { Array($0.words) })
      return spans.flatMap { span in
        (body(from: span, in: sentence, taken: taken).map { [$0] } ?? []) + [span]
      }
    }
  }

  /// "the Biden administration" is a government; the person it is named after stays a person.
  private func administration(of person: NameSpan, in sentence: Sentence) -> NameSpan? {
    let next = person.words.upperBound
    guard next < sentence.tokens.count, sentence.tokens[next].form.lowercased() == "administration"
    else { return nil }
    return NameSpan(
      words: person.words.lowerBound..<(next + 1), type: .organization, score: person.score,
      kind: .nominal)
  }

  private func body(from state: NameSpan, in sentence: Sentence, taken: Set<Int>) -> NameSpan? {
    let tokens = sentence.tokens
    let form = state.words.map { tokens[$0].form }.joined(separator: " ")
    let isState =
      CountryTable.shared.country(named: form) != nil
      || CountryTable.shared.country(ofDemonym: form) != nil
    guard isState, state.type == .location || state.type == .group else {
      // A surname alone is easily mistaken for a place: its type does not matter here.
      return isState ? nil : administration(of: state, in: sentence)
    }
    var i = state.words.upperBound
    if i < tokens.count, ["'s", "’s"].contains(tokens[i].form) { i += 1 }
    for _ in 0..<3 where i < tokens.count && !taken.contains(i) {
      let token = tokens[i]
      if Self.heads.contains(token.form.lowercased()), token.upos == .noun {
        return NameSpan(
          words: state.words.lowerBound..<(i + 1), type: .organization, score: state.score,
          kind: .nominal)
      }
      guard [.adj, .noun].contains(token.upos), token.form.first?.isLowercase == true else {
        return nil
      }
      i += 1
    }
    return nil
  }
}
