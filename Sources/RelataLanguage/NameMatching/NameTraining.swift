/// What training sees of a pair of names: the same numbers that the shipped model decides on.
package struct NameTraining: Sendable {
  /// What the features are called, and their values.
  package let names: [String]
  package let values: [Float]
  /// Skeletons of words that stand for each other, "a=b=way", separated by spaces.
  package let links: String
  /// Skeletons of words left over on either side, separated by spaces.
  package let rests: String

  /// Aligns two names with tables that may be other than those that ship.
  package init(_ a: String, _ b: String, _ kind: BearerKind, _ tables: NameMatchingTables) {
    var (a, b) = (MatchableName(a, kind, tables), MatchableName(b, kind, tables))
    if b.precedes(a) { swap(&a, &b) }
    let alignment = NameAlignment(a, b, tables)
    let features = NameFeatures(a, b, alignment, tables, naming: true)
    (names, values) = (features.names, features.values)
    func skeleton(_ words: some Sequence<NameWord>) -> String {
      NameSpelling.text(tables.spelling.skeleton(words.flatMap(\.letters)))
    }
    links = alignment.links.map { link in
      "\(skeleton(a.words[link.a]))=\(skeleton(b.words[link.b]))=\(link.way)"
    }.joined(separator: " ")
    rests = (alignment.restA.map { a.words[$0] } + alignment.restB.map { b.words[$0] })
      .map { NameSpelling.text($0.skeleton) }.joined(separator: " ")
  }

  /// Skeletons of a name's words.
  package static func skeletons(
    of name: String, _ kind: BearerKind, _ tables: NameMatchingTables
  ) -> [String] {
    MatchableName(name, kind, tables).words.map { NameSpelling.text($0.skeleton) }
  }
}
