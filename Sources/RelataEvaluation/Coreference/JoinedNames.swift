import RelataAnnotation
import RelataCore
import RelataLanguage

/// Clusters that take two people for one.
public enum JoinedNames {
  /// The number of clusters that hold two full names of people of which neither repeats the other's
  /// words.
  ///
  /// "Anna Kern" and "Paul Kern" are two; "Paul Kern" and "Paul R. Kern Jr" are not.
  ///
  /// - Complexity: O(mentions + pairs of names in a cluster).
  public static func count(in document: AnnotatedDocument, clusters: [[Span]]) -> Int {
    let people = document.mentions.filter {
      $0.type == .person && $0.kind == .name && words(document.words($0.span)).count > 1
    }
    let byEnd = Dictionary(people.map { ($0.span.end, $0) }) { first, _ in first }
    return clusters.filter { cluster in
      let names = cluster.compactMap { span -> Set<String>? in
        guard let mention = byEnd[span.end], span.contains(mention.span) else { return nil }
        let before = words(document.words(Span(span.start, mention.span.start)))
        let isTitled = before.allSatisfy {
          Titles.words.contains($0) || Titles.modifiers.contains($0)
        }
        return isTitled ? words(document.words(mention.span)) : nil
      }
      return names.indices.contains { i in
        names[..<i].contains { !$0.isSubset(of: names[i]) && !names[i].isSubset(of: $0) }
      }
    }.count
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
