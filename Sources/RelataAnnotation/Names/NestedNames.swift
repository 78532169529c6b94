import RelataCore
import RelataLanguage

/// Adds the names that stand inside longer names.
///
/// "United Kingdom" in "United Kingdom Parliament", "Iraqi" in "Iraqi Foreign Ministry".
///
/// A body named after its state or parent is part of it, and the sentence says so in one name. Only a
/// country, its adjective, or a body that is itself named in the document is taken out, and only from
/// the beginning of an organisation's name.
struct NestedNames {
  private let sentences: [Sentence]
  private let known: Set<String>

  /// International bodies whose organs carry their name.
  static let parents: Set<String> = [
    "u.n.", "un", "united nations", "eu", "european union", "nato", "african union", "au",
  ]

  /// Bodies of a continent are not part of it.
  private static let continents: Set<String> = [
    "european", "europe", "african", "africa", "asian", "asia", "american", "america",
    "latin american", "south american", "north american", "central american",
  ]

  init(_ sentences: [Sentence], names: [[NameSpan]]) {
    self.sentences = sentences
    var known = Self.parents
    for (sentence, spans) in zip(sentences, names) {
      for span in spans where span.type == .organization {
        known.insert(Self.text(span.words, in: sentence))
      }
    }
    self.known = known
  }

  /// The names with those nested in them; a nested name follows the one that holds it.
  func adding(to names: [[NameSpan]]) -> [[NameSpan]] {
    zip(sentences, names).map { sentence, spans in
      spans.flatMap { span in [span] + (nested(in: span, of: sentence).map { [$0] } ?? []) }
    }
  }

  private func nested(in span: NameSpan, of sentence: Sentence) -> NameSpan? {
    guard span.type == .organization, span.kind == .name, span.words.count > 1 else { return nil }
    for length in stride(from: min(3, span.words.count - 1), through: 1, by: -1) {
      let words = span.words.lowerBound..<(span.words.lowerBound + length)
      let text = Self.text(words, in: sentence)
      let form = Self.written(words, in: sentence)
      if Self.continents.contains(text) { return nil }
      if CountryTable.shared.country(named: form) != nil
        || CountryTable.shared.country(ofDemonym: form) != nil
      {
        return NameSpan(words: words, type: .location, score: span.score)
      }
      if known.contains(text) {
        return NameSpan(words: words, type: .organization, score: span.score)
      }
    }
    return nil
  }

  private static func written(_ words: Range<Int>, in sentence: Sentence) -> String {
    words.map { sentence.tokens[$0].form }.joined(separator: " ")
  }

  private static func text(_ words: Range<Int>, in sentence: Sentence) -> String {
    written(words, in: sentence).lowercased()
  }
}
