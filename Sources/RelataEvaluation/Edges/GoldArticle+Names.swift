import RelataAnnotation
import RelataCore
import RelataLanguage

extension GoldArticle {
  /// The article with its names: every place where the text has a name that the annotator listed.
  ///
  /// Of an alias the name alone counts, without article, title ("President Bush" → "Bush") or possessive;
  /// longer names go first, and none overlap. A people's adjective or noun is a group. Aliases without a
  /// name in them ("the group") are descriptions: what is found inside them is judged neither way.
  /// Sentences are left empty.
  public var named: GoldDocument {
    var kinds: [String: EntityType] = [:]
    var descriptions: Set<String> = []
    for entity in entities {
      guard let type = EntityType(rawValue: entity.type) else { continue }
      for alias in entity.aliases {
        guard let name = Self.name(in: alias, of: type) else {
          descriptions.insert(Self.withoutArticle(alias))
          continue
        }
        let isPeople = type == .location && Self.isPeople(name)
        // A full name of a person is never anything else, whatever other entity is called so.
        if kinds[name] == nil || type == .person && name.contains(" ") {
          kinds[name] = isPeople ? .group : type
        }
      }
    }
    let source = SourceText(text)
    let scalars = source.scalars
    var isTaken = [Bool](repeating: false, count: scalars.count)
    var names: [GoldDocument.Name] = []
    for name in kinds.keys.sorted(by: { ($1.count, $0) < ($0.count, $1) }) {
      for span in Self.occurrences(of: name, in: scalars)
      where !isTaken[span.start..<span.end].contains(true) {
        for i in span.start..<span.end { isTaken[i] = true }
        names.append(GoldDocument.Name(span: span, type: kinds[name]?.rawValue ?? ""))
      }
    }
    let unjudged = descriptions.sorted().flatMap { Self.occurrences(of: $0, in: scalars) }
    return GoldDocument(
      id: id, text: source, sentences: [], names: names.sorted { $0.span < $1.span },
      unjudged: unjudged.sorted())
  }

  private static let articles: Set<String> = ["the", "a", "an", "its", "his", "her", "their"]
  /// Lower-case words that begin names: "al-Sadr", "van Gogh".
  private static let particles = NameParts.particles.union(["d"])

  private static func withoutArticle(_ alias: String) -> String {
    var words = alias.split(separator: " ")
    if words.count > 1, articles.contains(words[0].lowercased()) { words.removeFirst() }
    return words.joined(separator: " ")
  }

  /// The name in an alias, nil for a description.
  private static func name(in alias: String, of type: EntityType) -> String? {
    var text = withoutArticle(alias)
    if text.hasSuffix("'s") || text.hasSuffix("’s") { text.removeLast(2) }
    var words = text.split(separator: " ").map(String.init)
    if type == .person {
      let titles = words.prefix {
        let word = $0.lowercased()
        return Titles.words.contains(word) || Titles.modifiers.contains(word)
      }
      if titles.count < words.count { words.removeFirst(titles.count) }
    }
    guard let first = words.first, let last = words.last else { return nil }
    let particle = first.prefix { !"-'’".contains($0) }.lowercased()
    if first.first?.isLowercase == true, !particles.contains(particle) { return nil }
    if last.first?.isLowercase == true, !last.contains(where: \.isUppercase) { return nil }
    // "The Agency" at the beginning of a sentence is a description.
    if words.count == 1, alias.hasPrefix("The ") || alias.hasPrefix("A "),
      common.contains(first.lowercased())
    {
      return nil
    }
    return words.contains { $0.contains(where: \.isUppercase) } ? words.joined(separator: " ") : nil
  }

  private static let common: Set<String> = [
    "agency", "fund", "foundation", "ministry", "institute", "company", "group", "family", "clan",
    "party", "court", "council", "army", "bank", "commission", "committee", "city", "country",
    "government", "president", "minister", "university", "church", "movement", "coalition",
    "parliament", "hospital", "school",
  ]

  private static func isPeople(_ name: String) -> Bool {
    let table = CountryTable.shared
    return table.country(ofDemonym: name) != nil
      || name.hasSuffix("s") && table.country(ofDemonym: String(name.dropLast())) != nil
  }

  /// Where the text has these words, not inside longer words.
  private static func occurrences(
    of words: String, in text: ContiguousArray<Unicode.Scalar>
  ) -> [Span] {
    let wanted = Array(words.unicodeScalars)
    guard !wanted.isEmpty, wanted.count <= text.count else { return [] }
    func isWord(_ i: Int) -> Bool {
      text.indices.contains(i)
        && (text[i].properties.isAlphabetic || text[i].properties.numericType != nil)
    }
    return (0...text.count - wanted.count).compactMap { start in
      let end = start + wanted.count
      guard text[start] == wanted[0], !isWord(start - 1), !isWord(end),
        text[start..<end].elementsEqual(wanted)
      else { return nil }
      return Span(start, end)
    }
  }
}
