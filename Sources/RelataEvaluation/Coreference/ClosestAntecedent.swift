import RelataCore

/// The baseline that coreference is compared with: everything means the closest thing it could mean.
///
/// A pronoun joins the closest earlier noun phrase or pronoun of its own kind, a noun phrase the closest
/// earlier one with the same head word.
public enum ClosestAntecedent {
  private static let kinds: [String: String] = {
    var kinds: [String: String] = [:]
    for kind in [
      "i me my mine myself", "you your yours yourself", "we us our ours ourselves",
      "he him his himself", "she her hers herself", "it its itself",
      "they them their theirs themselves",
    ] {
      for word in kind.split(separator: " ") { kinds[String(word)] = kind }
    }
    return kinds
  }()
  /// Kinds that mean somebody who speaks or listens, not a phrase before.
  private static let speakers = ["i", "you", "we"].compactMap { kinds[$0] }

  /// The clusters of two phrases or more, in order of first mention.
  ///
  /// - Complexity: O(n²), n the number of phrases.
  public static func clusters(in document: AnnotatedDocument) -> [[Span]] {
    let phrases = NounPhrases(document.sentences).phrases
    let kinds = phrases.map { $0.isPronoun ? kind(document.words($0.span)) : "" }
    var clusterOf: [Int] = []
    var clusters: [[Span]] = []
    for (i, phrase) in phrases.enumerated() {
      let isSpeaker = speakers.contains(kinds[i])
      let antecedent = phrases[..<i].indices.last { j in
        let earlier = phrases[j]
        if phrase.isPronoun {
          if earlier.isPronoun { return kinds[j] == kinds[i] }
          return !isSpeaker && !earlier.span.contains(phrase.span)
        }
        return !earlier.isPronoun && earlier.head == phrase.head
          && !earlier.span.overlaps(phrase.span)
      }
      if let antecedent {
        clusterOf.append(clusterOf[antecedent])
      } else {
        clusterOf.append(clusters.count)
        clusters.append([])
      }
      clusters[clusterOf[i]].append(phrase.span)
    }
    return clusters.filter { $0.count > 1 }
  }

  private static func kind(_ pronoun: String) -> String {
    let word = pronoun.lowercased()
    return kinds[word] ?? word
  }
}
